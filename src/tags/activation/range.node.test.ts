import { expect } from 'chai';
import fc from 'fast-check';
import { Activation, activationNames, type ActivationName } from '../../core/index.js';
import { fitRange, rangeValues } from './range.js';
import { numbers } from '../../testing/numbers.js';
import type { Span } from '../../draw/plot.js';

const activationsOf = (names: string): Activation[] =>
  names.split(' ').map((name) => new Activation(name as ActivationName));

const domains = fc.tuple(numbers(-100, 100), numbers(1e-6, 200))
  .map(([low, width]): Span => [low, Math.min(100, low + width)]).filter(([low, high]) => low < high);
const sets = fc.uniqueArray(fc.constantFrom(...activationNames), { minLength: 1 });

describe('fitRange', () => {
  const cases: readonly (readonly [string, Span, Span])[] = [
    ['relu', [-5, 5], [-1, 5]],
    ['leaky-relu', [-5, 5], [-1, 5]],
    ['relu leaky-relu', [-5, 5], [-1, 5]],
    ['sigmoid', [-5, 5], [-0.1, 1.1]],
    ['tanh', [-5, 5], [-1.2, 1.2]],
    ['sigmoid tanh', [-5, 5], [-1.2, 1.2]],
    ['linear', [-5, 5], [-5, 5]],
    ['relu linear', [-3, 3], [-3, 3]],
    ['relu', [-100, 100], [-20, 100]],
    ['relu', [-0.01, 0.01], [-0.002, 0.01]],
    ['relu', [2, 7], [0, 7]],
    ['relu', [-5, -1], [-1, 1]],
    ['linear', [-5, -1], [-5, 0]],
    ['tanh', [-5, -1], [-1.2, 0]],
    ['sigmoid', [20, 100], [0, 1.2]],
    ['sigmoid linear', [0, 1e-6], [-0.1, 0.6]],
  ];

  for (const [names, domain, range] of cases) {
    it(`shows ${names} over ${domain.join(' … ')} from ${range.join(' to ')}`, () => {
      expect(fitRange(activationsOf(names), domain, false)).to.deep.equal(range);
    });
  }

  it('holds 0, every value and every slope that is drawn, for any functions, α and domain', () => {
    fc.assert(fc.property(sets, domains, numbers(0, 1), fc.boolean(), (names, domain, alpha, derivative) => {
      const activations = names.map((name) => new Activation(name, alpha));
      const [low, high] = fitRange(activations, domain, derivative);
      expect(low).to.be.below(high);
      expect(low).to.be.at.most(0);
      expect(high).to.be.at.least(0);
      const slack = 1e-8 * (high - low);
      for (let k = 0; k <= 40; k++) {
        const z = domain[0] + ((domain[1] - domain[0]) * k) / 40;
        for (const each of activations) {
          expect(each.value(z)).to.be.within(low - slack, high + slack);
          if (derivative) expect(each.derivative(z)).to.be.within(low - slack, high + slack);
        }
      }
    }));
  });

  it('wastes no more than half of the height on what nothing reaches', () => {
    fc.assert(fc.property(sets, domains, (names, domain) => {
      const activations = names.map((name) => new Activation(name));
      const [low, high] = fitRange(activations, domain, false);
      const ends = activations.flatMap((each) => domain.map((z) => each.value(z)));
      const reach = Math.max(0, ...ends) - Math.min(0, ...ends);
      if (reach > 0) expect(high - low).to.be.at.most(2 * reach);
    }));
  });

  it('is finite for domains of hardly any width', () => {
    for (const domain of [[0, 5e-324], [-1e-300, 1e-300], [99.99999999999999, 100]] as Span[]) {
      const [low, high] = fitRange(activationsOf('relu tanh'), domain, true);
      expect(low < high && Number.isFinite(low) && Number.isFinite(high), domain.join()).to.equal(true);
    }
  });
});

describe('rangeValues', () => {
  for (const [names, range, expected] of [
    ['sigmoid', [-0.1, 1.1], [0, 0.5, 1]], ['tanh', [-1.2, 1.2], [-1, 0, 1]], ['sigmoid tanh', [-1.2, 1.2], [-1, 0, 1]],
    ['relu', [-1, 5], [-1, 0, 5]], ['sigmoid relu', [-1, 5], [-1, 0, 5]], ['sigmoid', [0.2, 0.4], [0.2, 0.3, 0.4]],
    ['tanh', [-0.5, 2], [-0.5, 0, 2]],
  ] as const) {
    it(`are ${expected.join(', ')} for ${names} from ${range.join(' to ')}`, () => {
      expect(rangeValues(activationsOf(names), range)).to.have.members([...expected]);
    });
  }
});
