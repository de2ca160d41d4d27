import { expect } from '@open-wc/testing';
import { html, type LitElement } from 'lit';
import { forgetWarnings } from '../elements/report.js';
import { mountFigure } from './figure-page.js';
import type { ManualTiming } from './manual-clock.js';

/** What an author may write by mistake, or nearly so. */
export const mistakes = {
  empty: '', abc: 'abc', '-1': '-1', '0': '0', '1e9': '1e9', NaN: 'NaN', Infinity: 'Infinity', '1,5': '1,5', '8px': '8px', '0x10': '0x10',
  'a fraction': '8.5', 'a pair': '0.5 0.75', descending: '0.75 0.5', 'three numbers': '0.25 0.5 3', 'two rows': '1 2; 3 4', ragged: '1 2; 3',
  'two layers': '1 2; 3 4 | 5 6; 7 8', 'five layers': '1 2; 3 4 | 5 6; 7 8 | 1 2; 3 4 | 5 6; 7 8 | 1 2; 3 4', 'two columns': '1; 2', JSON: '[[1, 2]]',
  'a name': ' TANH ', names: 'relu tanh', '100 kB': 'x'.repeat(100_000),
} as const;

export type Mistake = keyof typeof mistakes;
export type Cell = readonly [used: unknown, warns: boolean];

export interface Row {
  readonly attribute: string;
  readonly property: string;
  /** In use for every mistake that is not listed, with a warning; and without the attribute. */
  readonly initial: unknown;
  readonly cells: Partial<Record<Mistake, Cell>>;
  /** Written to the property and not of its kind. */
  readonly wrong: readonly unknown[];
}

/** No value of any kind but text. */
export const never: readonly unknown[] = [{}, NaN, Infinity, () => 1, Symbol('s'), 10n, [[]], new Date(0)];

/** Cells of an attribute that takes any text but an empty or very long one. */
export function textCells(empty: Cell): Row['cells'] {
  return Object.fromEntries(Object.entries(mistakes).filter(([name]) => name !== '100 kB')
    .map(([name, text]) => [name, text === '' ? empty : [text.trim(), false]]));
}

/** Numbers from `min` to `max`: what becomes of the mistakes that are numbers. */
export function numberCells(min: number, max: number): Row['cells'] {
  const used = (value: number): Cell => [Math.min(Math.max(value, min), max), value < min || value > max];
  return { '-1': used(-1), '0': used(0), '1e9': used(1e9), 'a fraction': used(8.5) };
}

/** Presence is all: anything is true. */
export const flagCells: Row['cells'] = Object.fromEntries(Object.keys(mistakes).map((name) => [name, [true, false]]));

/** A few frames, if any are asked for: some tags move by themselves. */
function draw(timing: ManualTiming): void {
  for (let k = 0; k < 5 && timing.pending; k++) timing.tick();
}

/** Declares a test a row: a sane value is used, told once if it is not the author's, and the page keeps what was written. */
export function testTable(tag: string, table: readonly Row[], page: () => { readonly timing: ManualTiming; readonly warnings: string[] }): void {
  for (const { attribute, property, initial, cells, wrong } of table) {
    const mount = (): Promise<LitElement> => {
      const element = document.createElement(tag) as LitElement;
      return mountFigure(page().timing, html`${element}`);
    };
    const read = (element: LitElement): unknown => (element as unknown as Record<string, unknown>)[property];

    it(`uses a sane ${attribute}, and says so when it is not the author's`, async () => {
      const { timing, warnings } = page();
      const element = await mount();
      for (const [name, given] of Object.entries(mistakes) as [Mistake, string][]) {
        const [used, warns] = cells[name] ?? [initial, true];
        forgetWarnings();
        warnings.length = 0;
        element.setAttribute(attribute, given);
        await element.updateComplete;
        const cell = `${attribute}="${name}"`;
        expect(read(element), cell).to.deep.equal(used);
        expect(warnings.length, `${cell}: ${warnings.join()}`).to.equal(+warns);
        for (const warning of warnings) {
          expect(warning.startsWith(`<${tag}> ${attribute}`), warning).to.equal(true);
          expect(warning.length).to.be.below(320);
        }
        expect(element.getAttribute(attribute), 'the attribute is the author\'s').to.equal(given);
        draw(timing);
        element.removeAttribute(attribute);
        await element.updateComplete;
      }
      expect(read(element), 'the default is back').to.deep.equal(initial);
    });

    it(`takes no wrong value for ${property}`, async () => {
      const { timing, warnings } = page();
      const element = await mount();
      for (const value of wrong) {
        forgetWarnings();
        warnings.length = 0;
        (element as unknown as Record<string, unknown>)[property] = value;
        await element.updateComplete;
        expect(read(element), String(value)).to.deep.equal(initial);
        expect(warnings.length, `${String(value)}: ${warnings.join()}`).to.equal(1);
        draw(timing);
      }
    });
  }

  it('has a row for every attribute', () => {
    const { observedAttributes } = customElements.get(tag) as unknown as { observedAttributes: string[] };
    expect(table.map(({ attribute }) => attribute).sort()).to.deep.equal(observedAttributes.filter((name) => name !== 'id').sort());
  });
}
