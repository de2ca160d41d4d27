import { expect } from 'chai';
import {
  activationNames, createNamedTarget, createRandom, dissect, Network, Trainer, updateOrders, type UpdateOrder,
} from '../../../core/index.js';
import { expectClose, naiveFunctionsOf } from '../../../testing/network-cases.js';
import { english } from '../../../testing/shown-step.js';
import { isRounded, isWritten, Oracle } from '../../../testing/step-oracle.js';
import { contentOf, type Formula } from './content.js';
import { StepNames } from './names.js';
import { roundedText, type StyledNumber } from './numbers.js';
import { phasesOf } from './phases.js';
import type { Table } from './tables.js';

const textOf = (number: StyledNumber | string): string => (typeof number === 'string' ? number : number.text);

/** Checks each number of a formula by the symbol over it, then the result. Returns how many. */
function checkFormula({ cells, result }: Formula, oracle: Oracle, inPlace: boolean, what: string): number {
  const [first] = cells;
  const isNudged = cells[1].symbol === '−=';
  const readsNudged = inPlace && first.symbol.startsWith('dH'); // by then the next layer is nudged
  const named = cells.filter(({ symbol, number }, k) => /[A-Za-z]/.test(symbol) && number && !(isNudged && k === 0));
  for (const { symbol, number } of named) {
    const [, argument] = /^f\((.*)\)$/.exec(symbol) ?? [];
    const value = argument ? oracle.valueOf(argument) : oracle.valueOf(symbol, readsNudged);
    const text = argument ? textOf(number!).slice(2, -1) : textOf(number!);
    expect(isRounded(text, value), `${what}: ${symbol} is ${value}, written ${text}`).to.equal(true);
  }
  if (!result) return named.length;
  const value = oracle.valueOf(first.symbol, isNudged);
  const isContribution = cells.some(({ symbol }) => symbol === '=') || isNudged ? undefined : named;
  const wanted = isContribution?.reduce((product, { symbol }) => product * oracle.valueOf(symbol), 1) ?? value;
  const message = `${what}: ${first.symbol} becomes ${wanted}, written ${result.text}`;
  expect(isRounded(result.text, wanted), message).to.equal(true);
  return named.length + 1;
}

/** Checks each cell of a table by the name of its column and of its row. Returns how many. */
function checkTable({ rows, columns }: Table, oracle: Oracle, what: string): number {
  const symbolOf = (head: string, row: string): string => {
    if (/^b\d$/.test(row)) return row;
    return head.includes('[j]') ? head.replace('j', row) : head.replace(/(?=[.)])|$/, `[${row}]`);
  };
  let checked = 0;
  for (const { head, values, before } of columns) {
    rows.forEach((row, k) => {
      if (values[k] === undefined) return;
      const valueOf = (isAfter: boolean): number =>
        head.split(' · ').reduce((product, each) => product * oracle.valueOf(symbolOf(each, row), isAfter), 1);
      const shown = before ? [before[k], values[k]] : [values[k]];
      for (const [isAfter, found] of shown.entries()) {
        const value = valueOf(isAfter > 0);
        const text = roundedText(found, english);
        expect(isWritten(text, value), `${what}: ${head}, row ${row} is ${value}, written ${text}`).to.equal(true);
      }
      checked++;
    });
  }
  return checked;
}

describe('the numbers of every phase', () => {
  const networks = 25;

  for (const updateOrder of updateOrders) {
    it(`are those that independent arithmetic finds for ${networks} random networks, ${updateOrder}`, () => {
      const random = createRandom(`networks ${updateOrder}`);
      for (let n = 0, found = 0; found < networks; n++) found += checkNetwork(n, random, updateOrder) ? 1 : 0;
    });
  }

  /** Checks all formulas and tables of a step. Returns false if the network runs away, which is not checked. */
  function checkNetwork(n: number, random: () => number, updateOrder: UpdateOrder): boolean {
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)];
    const hidden = Array.from({ length: pick([1, 1, 1, 2, 3]) }, () => 1 + Math.floor(random() * 9));
    const layers = [2, ...hidden, 1];
    const options = {
      layers, activation: pick(activationNames), outputActivation: pick(activationNames), alpha: pick([0.01, 0.2]),
      learningRate: pick([0.1, 0.03, 0.2]), init: pick(['he', 'uniform'] as const), seed: n, updateOrder,
    };
    const what = `${n}: ${JSON.stringify(options)}`;
    const network = new Network(options);
    const trainer = new Trainer({ ...options, network, target: createNamedTarget(pick(['circle', 'xor'])) });
    trainer.step(Math.floor(random() * 200));
    if (!network.parameters.every((value) => Math.abs(value) < 1000)) return false;
    const { learningRate } = trainer;
    const sample = trainer.peek();
    const inPlace = updateOrder === 'in-place';
    const oracle = new Oracle({
      ...sample, layers, parameters: [...network.parameters], functions: naiveFunctionsOf(network), learningRate,
      inPlace,
    });
    const dissection = dissect(network, sample, learningRate, updateOrder);
    const step = { dissection, network, names: new StepNames(layers), strings: english };
    const phases = phasesOf(layers, updateOrder);
    expect(phases.length, what).to.equal(3 * (hidden.length + 1) + 2);
    let checked = 0;
    phases.forEach((phase, k) => {
      const { rows = [''], choices = [] } = contentOf(step, phase).table ?? {};
      for (let column = 0; column < Math.max(1, choices.length); column++) {
        const contents = rows.map((_, row) => contentOf({ ...step, row, column }, phase));
        const where = `${what}, phase ${k + 1}`;
        for (const { formulas } of contents) {
          for (const formula of formulas) checked += checkFormula(formula, oracle, inPlace, where);
        }
        if (contents[0].table) checked += checkTable(contents[0].table, oracle, where);
      }
    });
    expect(checked, what).to.be.above(30);
    trainer.step();
    if (trainer.diverged) return true;
    expectClose(network.parameters, oracle.after, 1e-9, what);
    return true;
  }
});
