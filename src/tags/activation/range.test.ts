import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Activation, activationNames, type ActivationName } from '../../core/index.js';
import { fitRange, rangeValues } from './range.js';
import type { Span } from '../../draw/plot.js';

const made = (names: string, alpha?: number): Activation[] => names.split(' ').map((name) => new Activation(name as ActivationName, alpha));

const domains = fc.tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 1e-6, max: 200, noNaN: true }))
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
      expect(fitRange(made(names), domain, false)).to.deep.equal(range);
    });
  }

  it('holds 0, every value and every slope that is drawn, for any functions, α and domain', () => {
    fc.assert(fc.property(sets, domains, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (names, domain, alpha, derivative) => {
      const activations = names.map((name) => new Activation(name, alpha));
      const [low, high] = fitRange(activations, domain, derivative);
      expect(low).to.be.below(high);
      expect(low).to.be.at.most(0);
      expect(high).to.be.at.least(0);
      for (let k = 0; k <= 40; k++) {
        const z = domain[0] + ((domain[1] - domain[0]) * k) / 40;
        for (const each of activations) {
          for (const value of derivative ? [each.value(z), each.derivative(z)] : [each.value(z)]) {
            expect(value).to.be.within(low - 1e-8 * (high - low), high + 1e-8 * (high - low));
          }
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

  it('is sane for domains of hardly any width', () => {
    for (const domain of [[0, 5e-324], [-1e-300, 1e-300], [99.99999999999999, 100]] as Span[]) {
      const [low, high] = fitRange(made('relu tanh'), domain, true);
      expect(low < high && Number.isFinite(low) && Number.isFinite(high), domain.join()).to.equal(true);
    }
  });
});

describe('rangeValues', () => {
  it('names the limits of bounded functions, and for others the ends and 0', () => {
    expect(rangeValues(made('sigmoid'), [-0.1, 1.1])).to.have.members([0, 0.5, 1]);
    expect(rangeValues(made('tanh'), [-1.2, 1.2])).to.have.members([-1, 0, 1]);
    expect(rangeValues(made('sigmoid tanh'), [-1.2, 1.2])).to.have.members([-1, 0, 1]);
    expect(rangeValues(made('relu'), [-1, 5])).to.have.members([-1, 0, 5]);
    expect(rangeValues(made('sigmoid relu'), [-1, 5])).to.have.members([-1, 0, 5]);
  });

  it('names nothing that is not shown', () => {
    expect(rangeValues(made('sigmoid'), [0.2, 0.4])).to.have.members([0.2, 0.3, 0.4]);
    expect(rangeValues(made('tanh'), [-0.5, 2])).to.have.members([-0.5, 0, 2]);
  });
});
