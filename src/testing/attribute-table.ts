import { expect } from '@open-wc/testing';
import { html, type LitElement } from 'lit';
import { forgetWarnings } from '../page/warnings.js';
import { mountFigure, pictureOf } from './figure-page.js';
import type { ManualTiming } from './manual-clock.js';
import { loose } from './sample-element.js';
import { holdPage } from './trainer-page.js';

export type Cell = readonly [used: unknown, warns: boolean];

/** One attribute, and what becomes of each input. */
export interface Row<Input extends string = string> {
  readonly attribute: string;
  /** By default the attribute's name in camel case. */
  readonly property?: string;
  /**
   * In use without the attribute, and with a warning for every input that is not listed; a pattern where it is drawn
   * by chance.
   */
  readonly initial: unknown;
  readonly cells: Partial<Record<Input, Cell>>;
  /** Written to the property and not of its kind. */
  readonly wrong?: readonly unknown[];
}

/** What an author may write by mistake, or nearly so, into any attribute. */
export const mistakes = {
  empty: '', abc: 'abc', '-1': '-1', '0': '0', '1e9': '1e9', NaN: 'NaN', Infinity: 'Infinity', '1,5': '1,5',
  '8px': '8px', '0x10': '0x10', 'a fraction': '8.5', JSON: '{"a": [1]}', '100 kB': 'x'.repeat(100_000),
} as const;

/** Values that are of no kind but text. */
export const never: readonly unknown[] = [{}, NaN, Infinity, () => 1, Symbol('s'), 10n, [[]], new Date(0)];

type Inputs<Input extends string> = Readonly<Record<Input, string>>;

/** Returns a cell for each input that `cellOf` has one for. */
function cellsOf<Input extends string>(
  inputs: Inputs<Input>, cellOf: (text: string) => Cell | undefined,
): Partial<Record<Input, Cell>> {
  const cells = Object.entries<string>(inputs).map(([name, text]) => [name, cellOf(text)]);
  return Object.fromEntries(cells) as Partial<Record<Input, Cell>>;
}

/** Returns the cells of an attribute that takes any text but a very long one; `empty` is what becomes of none. */
export function textCells<Input extends string>(inputs: Inputs<Input>, empty: Cell): Partial<Record<Input, Cell>> {
  return cellsOf(inputs, (text) => (text.length < 1000 ? (text === '' ? empty : [text.trim(), false]) : undefined));
}

/** Returns the cells of an attribute whose presence is all. */
export function flagCells<Input extends string>(inputs: Inputs<Input>): Partial<Record<Input, Cell>> {
  return cellsOf(inputs, () => [true, false]);
}

/** Returns what becomes of those mistakes that are numbers, between bounds. */
export function numberCells(min: number, max: number): Partial<Record<keyof typeof mistakes, Cell>> {
  const used = (value: number): Cell => [Math.min(Math.max(value, min), max), value < min || value > max];
  return { '-1': used(-1), '0': used(0), '1e9': used(1e9), 'a fraction': used(8.5) };
}

/** What becomes of those that are numbers where an expression is wanted: each is one, and stays as it is written. */
export const constantCells: Partial<Record<keyof typeof mistakes, Cell>> = {
  '-1': ['-1', false], '0': ['0', false], '1e9': ['1e9', false], 'a fraction': ['8.5', false],
};

export interface AttributeTable<Input extends string> {
  readonly inputs: Inputs<Input>;
  /** Those that every tag has may be left out: `for`, `label` and `controls`. */
  readonly rows: readonly Row<Input>[];
  /** Attributes whose presence is all, by name in place of a row. */
  readonly flags?: readonly string[];
  /** Set from the start, so that the tag is quick, or shows what its attributes do. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Attributes of which a bad value is reported in place of the picture. */
  readonly blank?: readonly string[];
  /** How often a bad input is reported at most, where a value has to fit another one too. Default 1. */
  readonly most?: (attribute: string, input: Input) => number;
}

/**
 * Declares the tests of a tag's attributes: whatever they say, a sane value is used and drawn, the author
 * is warned once if it is not theirs, and the attribute stays as it was written. Returns what holds the
 * page, for tests of the caller's own.
 */
export function testTable<Input extends string>(
  tag: string,
  { inputs, rows: ownRows, flags = [], attributes = {}, blank = [], most = () => 1 }: AttributeTable<Input>,
): { timing: ManualTiming; warnings: string[] } {
  const page = {} as ReturnType<typeof holdPage>;
  const { observedAttributes } = customElements.get(tag) as unknown as { observedAttributes: string[] };
  const observed = observedAttributes.filter((name) => name !== 'id');
  const texts = { initial: '', cells: textCells(inputs, ['', false]), wrong: [{}, [], () => 1, 10n] };
  const common: Row<Input>[] = [
    { attribute: 'for', property: 'htmlFor', ...texts }, { attribute: 'label', ...texts },
    ...[...flags, 'controls'].map((attribute) => ({ attribute, initial: false, cells: flagCells(inputs) })),
  ];
  const has = (name: string): boolean => ownRows.some(({ attribute }) => attribute === name);
  const rows = [
    ...ownRows,
    ...common.filter(({ attribute }) => !has(attribute) && (attribute !== 'for' || observed.includes('for'))),
  ];

  beforeEach(() => void Object.assign(page, holdPage()));
  afterEach(() => page.release());

  const mount = (): Promise<LitElement> => {
    const element = document.createElement(tag) as LitElement;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return mountFigure(page.timing, html`${element}`, 240);
  };
  const expectUsed = (found: unknown, wanted: unknown, what: string): void => {
    if (wanted instanceof RegExp) expect(found, what).to.match(wanted);
    else expect(found, what).to.deep.equal(wanted);
  };
  const forget = (): void => {
    forgetWarnings();
    page.warnings.length = 0;
  };
  /** A few frames, if any are asked for: some tags move by themselves. */
  const expectDrawn = (element: LitElement, what: string): void => {
    for (let k = 0; k < 5 && page.timing.pending; k++) page.timing.tick();
    expect(pictureOf(element), what).to.not.equal('');
  };

  for (const row of rows) {
    const { attribute, initial, cells, wrong = [] } = row;
    const { property = attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) } = row;

    it(`uses a sane ${attribute}, says so when it is not the author's, and draws`, async () => {
      const element = await mount();
      for (const [name, given] of Object.entries(inputs) as [Input, string][]) {
        const [used, warns] = cells[name] ?? [initial, true];
        const what = `${attribute}="${name}"`;
        forget();
        element.setAttribute(attribute, given);
        await element.updateComplete;
        expectUsed(loose(element)[property], used, what);
        expect(page.warnings.length, `${what}: ${page.warnings.join()}`)
          .to.be.within(+warns, warns ? most(attribute, name) : 0);
        for (const warning of page.warnings) {
          expect(warning.startsWith(`<${tag}> ${attribute}="`), warning).to.equal(true);
          expect(warning).to.match(/: expected .+(is used|is ignored)\.$/);
          expect(warning.length).to.be.below(320);
        }
        if (given === '1,5' && warns && typeof initial === 'number') expect(page.warnings[0]).to.contain('use a point');
        expect(element.getAttribute(attribute), 'the attribute is the author\'s').to.equal(given);
        if (!blank.includes(attribute)) expectDrawn(element, what);
        element.removeAttribute(attribute);
        await element.updateComplete;
        forget();
      }
      if (!(attribute in attributes)) expectUsed(loose(element)[property], initial, 'the default is back');
    });

    if (wrong.length === 0) continue;
    it(`uses the default where a script writes to ${property} what is not of its kind`, async () => {
      const element = await mount();
      for (const value of wrong) {
        forget();
        loose(element)[property] = value;
        expectUsed(loose(element)[property], initial, String(value));
        await element.updateComplete;
        expect(page.warnings, String(value)).to.have.length(1);
        loose(element)[property] = null;
        await element.updateComplete;
      }
      expectDrawn(element, property);
    });
  }

  it('has a row for every attribute', () => {
    expect(rows.map(({ attribute }) => attribute).sort()).to.deep.equal([...observed].sort());
  });

  return page;
}
