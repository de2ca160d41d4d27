import { expect } from 'chai';
import {
  activationNames, createNamedTarget, createRandom, dissect, Network, Trainer, updateOrders, type UpdateOrder,
} from '../../../core/index.js';
import { naiveFunctionsOf } from '../../../testing/network-cases.js';
import { comesOut, type PrintedEquation } from '../../../testing/pocket-calculator.js';
import { english } from '../../../testing/shown-step.js';
import { contentOf, type Formula, type PhaseContent } from './content.js';
import { solve, solveNudge, solveProducts, type Part, type Quantity } from './equations.js';
import { StepNames } from './names.js';
import { phasesOf } from './phases.js';

const textOf = (number: Formula['cells'][number]['number']): string =>
  (typeof number === 'object' ? number.text : number ?? '');

/** All equations that a phase prints. `f` are the functions of hidden layers and of the output. */
function equationsOf(
  { formulas }: PhaseContent, isOutput: boolean, f: { hidden: (z: number) => number; output: (z: number) => number },
): PrintedEquation[] {
  return formulas.flatMap(({ cells, sign, result, products, note }): PrintedEquation[] => {
    const printed: PrintedEquation[] = [];
    const at = cells.findIndex(({ symbol }) => symbol === '=');
    const numbers = cells.slice(at + 1).map(({ number }) => textOf(number));
    if (result && numbers.every((text) => text !== '')) {
      printed.push({ text: numbers.join(' '), sign: sign!, result: result.text, f: isOutput ? f.output : f.hidden });
    }
    if (products) {
      const [, sum, mark, text] = /^(.*?) ([=≈]) (.*)$/.exec(products)!;
      printed.push({ text, sign: mark, result: sum });
    }
    const slope = /= ([^=≈]*) ([=≈]) ([^=≈]*)$/.exec(/^f′/.test(note ?? '') ? note! : '');
    if (slope) printed.push({ text: slope[1], sign: slope[2], result: slope[3] });
    return printed;
  });
}

describe('the equations of every phase', () => {
  const networks = 50;

  for (const order of updateOrders) {
    it(`come out on a pocket calculator, or say that they nearly do, for ${networks} random networks, ${order}`, () => {
      const random = createRandom(`calculator ${order}`);
      let [exact, all] = [0, 0];
      for (let n = 0; n < networks; n++) {
        for (const [what, equation] of equationsOfNetwork(n, random, order)) {
          all++;
          if (equation.sign === '=') exact++;
          else expect(equation.sign, what).to.equal('≈');
          const isRight = equation.sign === '≈' || comesOut(equation);
          expect(isRight, `${what}: ${equation.text} ${equation.sign} ${equation.result}`).to.equal(true);
        }
      }
      expect(all).to.be.above(3000);
      expect(exact / all, 'of them come out').to.be.above(0.98);
    });
  }

  function* equationsOfNetwork(
    n: number, random: () => number, order: UpdateOrder,
  ): Generator<[string, PrintedEquation]> {
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)];
    const hidden = Array.from({ length: pick([1, 1, 1, 2, 3]) }, () => 1 + Math.floor(random() * 9));
    const layers = [2, ...hidden, 1];
    const options = {
      layers, activation: pick(activationNames), outputActivation: pick(activationNames), alpha: pick([0.01, 0.2]),
      learningRate: pick([0.1, 0.03, 0.0123456]), seed: n,
    };
    const network = new Network(options);
    const trainer = new Trainer({ ...options, network, target: createNamedTarget(pick(['circle', 'xor'])) });
    trainer.step(Math.floor(random() * 200));
    const dissection = dissect(network, trainer.peek(), options.learningRate, order);
    const step = { dissection, network, names: new StepNames(layers), strings: english };
    const functions = naiveFunctionsOf(network);
    const f = { hidden: functions[0].f, output: functions[functions.length - 1].f };
    for (const phase of phasesOf(layers, order)) {
      const { rows = [''], choices = [] } = contentOf(step, phase).table ?? {};
      for (let row = 0; row < rows.length; row++) {
        for (let column = 0; column < Math.max(1, choices.length); column++) {
          const content = contentOf({ ...step, row, column }, phase);
          const what = `${n}: ${JSON.stringify(options)}, ${phase.kind} ${phase.layer}, row ${row}`;
          for (const each of equationsOf(content, phase.layer === layers.length - 1, f)) yield [what, each];
        }
      }
    }
  }
});

describe('solve', () => {
  const writing = { strings: english };
  const number = (value: number): Quantity => ({ symbol: '', value });
  const texts = ({ cells, sign, result }: ReturnType<typeof solve>): string =>
    [...cells.map((cell) => textOf(cell.number)), sign, result.text].join(' ');
  const product = (a: number, b: number): string => texts(solve([number(a), '·', number(b)], number(a * b), writing));

  it('has three decimals where they will do, more where they will not, and ≈ where six will not', () => {
    expect(product(0.5, 0.25)).to.equal('0.500 · 0.250 = 0.125');
    expect(product(0.62179, 0.04558)).to.equal('0.6218 · 0.0456 = 0.028');
    expect(product(0.0000123, 98765.4321)).to.equal('0.0000123 · 98,765.43 = 1.215');
    expect(product(1234567, 0.0000123)).to.equal('1.2 × 10⁶ · 0.000012 ≈ 15.185');
  });

  it('writes settings without zeros, and f of a number with f', () => {
    const parts: Part[] = [{ symbol: 'f(z)', value: -0.5, f: (z) => 0.01 * z }];
    expect(texts(solve(parts, number(-0.005), writing))).to.equal('f(−0.500) = −0.005');
    expect(texts(solve([number(0.25), '·', { symbol: '', value: 1, isSetting: true }], number(0.25), writing)))
      .to.equal('0.250 · 1 = 0.250');
  });

  it('has three decimals and no more where the numbers change all the time', () => {
    const moving = { strings: english, isMoving: true };
    expect(texts(solve([number(0.62179), '·', number(0.04558)], number(0.62179 * 0.04558), moving)))
      .to.equal('0.622 · 0.046 ≈ 0.028');
    expect(texts(solve([number(0.5), '·', number(-0.0000123)], number(-0.00000615), moving)))
      .to.equal('0.500 · 0.000 = 0.000');
    const parts: Part[] = [number(0.42536), '−=', number(0.1), '·', number(0.0015)];
    expect(texts(solveNudge(parts, number(0.42521), moving))).to.equal('0.425 − 0.100 · 0.002 = 0.425');
  });

  it('shows a nudge in as many decimals as it takes', () => {
    const parts: Part[] = [number(0.42536), '−=', number(0.1), '·', number(0.0005)];
    expect(texts(solveNudge(parts, number(0.42531), writing))).to.equal('0.42536 − 0.100 · 0.0005 = 0.4253');
  });

  it('writes the products of a sum beside the sum as it is printed', () => {
    const sum = { text: '0.130', tone: 'positive' } as const;
    expect(solveProducts([[0.5, 0.2], [0.1, 0.3]], sum, 0.13, writing))
      .to.equal('0.130 = 0.500 · 0.200 + 0.100 · 0.300');
  });
});
