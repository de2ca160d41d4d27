import { expect } from '@open-wc/testing';
import { activationNames, updateOrders } from '../../../core/index.js';
import { createRandom } from '../../../core/random.js';
import { isNudge, isWorked, isWritten, Oracle } from '../../../testing/microscope-oracle.js';
import { all, go, microscopePage, one, type Linked } from '../../../testing/microscope-page.js';
import { naiveFunctionsOf } from '../../../testing/network-cases.js';
import type { NnParamView } from '../nn-param-view.js';

function oracleOf({ trainer: { trainer } }: Linked): Oracle {
  const { network, learningRate, updateOrder } = trainer;
  return new Oracle({
    layers: network.layers, parameters: network.parameters, functions: naiveFunctionsOf(network), ...trainer.peek(), learningRate, inPlace: updateOrder === 'in-place',
  });
}

describe('the panel of a phase', () => {
  const page = microscopePage();

  /** Each number of a formula under its symbol, then its result. */
  function checkFormulas(view: NnParamView, oracle: Oracle, inPlace: boolean, what: string): number {
    let checked = 0;
    for (const formula of all(view, '.formula')) {
      const [symbols, numbers, rest] = [...formula.querySelectorAll('.line')].map((line) => [...line.children].map((cell) => cell.textContent!.trim()));
      const after = inPlace && /^dH/.test(symbols[0]); // by then they are nudged
      const nudges = symbols[1] === '−=';
      symbols.forEach((symbol, k) => {
        if (!/[A-Za-z]/.test(symbol) || numbers[k] === '' || (nudges && k === 0)) return;
        const bent = /^f\((.*)\)$/.exec(symbol);
        const [value, text] = bent ? [oracle.valueOf(bent[1]), numbers[k].slice(2, -1)] : [oracle.valueOf(symbol, after), numbers[k]];
        const exact = /^(f′|learningRate|target)/.test(symbol) ? Math.abs(Number(text.replace('\u2212', '-')) - value) <= 0.005 * Math.abs(value) + 1e-12 : isWorked(text, value);
        expect(exact, `${what}: ${symbol} is ${value}, written ${text}`).to.equal(true);
        checked++;
      });
      if (symbols.includes('→')) continue;
      const result = rest ? formula.querySelector('.result')!.textContent : numbers[numbers.length - 1];
      const [name] = symbols;
      const becomes = oracle.valueOf(name, nudges);
      const right = nudges ? isNudge([numbers[0], result!], [oracle.valueOf(name), becomes]) : isWorked(result!, becomes);
      expect(right, `${what}: ${name} becomes ${becomes}, written ${numbers[0]}, ${result}`).to.equal(true);
      checked++;
    }
    return checked;
  }

  /** Each cell of the table by its column's name and its row's. */
  function checkTable(view: NnParamView, oracle: Oracle, what: string): number {
    const heads = all(view, '.rows thead th').slice(1).map((head) => head.textContent!.trim());
    let checked = 0;
    for (const row of all<HTMLTableRowElement>(view, '.rows tbody tr')) {
      const name = row.querySelector('label')!.textContent!.trim();
      [...row.querySelectorAll('td')].forEach((cell, k) => {
        const text = cell.textContent!.trim();
        if (text === '') return;
        const head = heads[k];
        const symbol = /^b\d$/.test(name) ? name : /^w\d · /.test(head) ? head : head.includes('.') ? head.replace('.', `[${name}].`)
          : head.includes('[j]') ? head.replace('j', name) : head.startsWith('f′') ? head.replace(')', `[${name}])`)
          : `${head}[${name}]`;
        const product = /^(w\d) · (h\d_a)$/.exec(symbol);
        const value = product ? oracle.valueOf(`${product[1]}[${name}]`) * oracle.valueOf(`${product[2]}[${name}]`) : oracle.valueOf(symbol);
        const [first, second] = text.split(/\s*→\s*/);
        expect(isWritten(first, value), `${what}: ${symbol} is ${value}, written ${first}`).to.equal(true);
        if (second) expect(isWritten(second, oracle.valueOf(symbol, true)), `${what}: ${symbol} becomes ${oracle.valueOf(symbol, true)}, written ${second}`).to.equal(true);
        checked++;
      });
    }
    return checked;
  }

  for (const order of updateOrders) {
    it(`writes in every phase the numbers that independent arithmetic finds for 25 networks, ${order}`, async function () {
      this.timeout(120_000);
      const random = createRandom(`networks ${order}`);
      const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)];
      for (let n = 0, networks = 0; networks < 25; n++) {
        const hidden = Array.from({ length: pick([1, 1, 1, 2, 3]) }, () => 1 + Math.floor(random() * 9));
        const attributes = {
          'hidden-layers': hidden.join(' '), 'activation': pick(activationNames), 'output-activation': pick(activationNames), 'alpha': pick(['0.01', '0.2']),
          'seed': String(n), 'learning-rate': pick(['0.1', '0.03', '0.2']), 'update-order': order, 'init': pick(['he', 'uniform']), 'target': pick(['circle', 'xor']),
        };
        const what = `${n}: ${Object.values(attributes).join(' ')}`;
        const both = await page.linked(attributes, Math.floor(random() * 200));
        const { view, trainer } = both;
        if (![...trainer.trainer.network.parameters].every((value) => Math.abs(value) < 1000)) continue; // it runs away
        networks++;
        const oracle = oracleOf(both);
        const phases = all(view, '.segment').length;
        expect(phases, what).to.equal(3 * (hidden.length + 1) + 2);
        let checked = 0;
        for (let phase = 0; phase < phases; phase++) {
          await go(view, phase);
          const rows = Math.max(1, all(view, '.rows tbody tr').length);
          for (let row = 0; row < rows; row++) {
            all<HTMLInputElement>(view, '.rows tbody input')[row]?.click();
            await view.updateComplete;
            checked += checkFormulas(view, oracle, order === 'in-place', `${what}, phase ${phase + 1}`);
          }
          checked += checkTable(view, oracle, `${what}, phase ${phase + 1}`);
        }
        expect(checked).to.be.above(30);
        one<HTMLButtonElement>(view, '.next').click();
        if (trainer.trainer.diverged) continue;
        const after = oracle.after;
        [...trainer.trainer.network.parameters].forEach((value, k) => expect(value, what).to.be.closeTo(after[k], 1e-9 * Math.max(1, Math.abs(after[k]))));
      }
    });
  }
});
