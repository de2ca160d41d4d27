import { expect } from 'chai';
import fc from 'fast-check';
import type { Kind } from '../attrs/kind.js';

/** Where a value stands for the kind's default, so that tables say "bad" and not a number. */
export const DEFAULT = Symbol('the default is used');

/** What was given, the value in use, and the problem's code and hint where one is told. */
export type Reading = readonly [raw: unknown, value: unknown, code?: 'syntax' | 'range', hint?: string];

export const COMMA_HINT = 'use a point, not a comma, as in 1.5';
export const LIST_COMMA_HINT = 'use a point within a number and a space between numbers, as in 1.5 2';

function nameOf(raw: unknown): string {
  if (typeof raw === 'string') return raw.length > 40 ? `text of ${raw.length}` : `"${raw}"`;
  try {
    return JSON.stringify(raw) ?? String(raw);
  } catch {
    return typeof raw;
  }
}

/** Checks a kind against a table; BAD is the default with code `syntax`. */
export function expectReadings<T>(kind: Kind<T>, readings: readonly Reading[]): void {
  for (const [raw, value, code, hint] of readings) {
    const what = nameOf(raw);
    const found = kind.read(raw);
    if (value === DEFAULT) expect(found.value, `${what}: the default`).to.equal(kind.initial);
    else expect(found.value, `${what}: value`).to.deep.equal(value);
    expect(found.problem?.code, `${what}: code`).to.equal(value === DEFAULT ? (code ?? 'syntax') : code);
    expect(found.problem?.hint, `${what}: hint`).to.equal(hint);
    if (found.problem) expect(found.problem.expected, `${what}: what is accepted`).to.not.equal('');
  }
}

/** What no kind but text and boolean can use: text as it comes out of pages. */
export const badTexts: readonly string[] = [
  '', ' ', 'abc', 'NaN', 'nan', 'Infinity', '-Infinity', '8px', '0x10', '0b1', '0o7', '８', '1e309', '-1e309', '1_000', '1 px',
  '--1', '1e', '.', 'e5', '1.2.3', 'null', 'undefined', 'true', '[]', '{}', 'constructor', '__proto__', '٣', '½', '1;', ';', '|',
];

const cyclic: unknown[] = [];
cyclic.push(cyclic);
const { proxy: revoked, revoke } = Proxy.revocable<unknown[]>([], {});
revoke();

/** What no kind but boolean can use, whatever a script writes to a property. */
export const badValues: readonly unknown[] = [
  NaN, -Infinity, {}, { length: 2 }, Object.create(null), [], [[]], [null], [undefined], [NaN], [[NaN, 1]], [[[1, Infinity]]],
  new Array<number>(2), [new Array<number>(2)], [[new Array<number>(2)]],
  ['x'], Symbol('s'), [Symbol('s')], 10n, [1n], () => 1, cyclic, new Date(0), new Map(), revoked, [revoked],
  { get layers(): never { throw new Error('looked at'); } },
];

/** Checks that nothing makes `read` throw and that every value satisfies `sound`. */
export function expectAlwaysSound<T>(kind: Kind<T>, sound: (value: T) => boolean): void {
  const check = (raw: unknown): void => {
    const { value, problem } = kind.read(raw);
    if (!sound(value)) expect.fail(`${nameOf(raw)} gave ${nameOf(value)}`);
    if (problem) expect(problem.code).to.be.oneOf(['syntax', 'range']);
  };
  expect(sound(kind.initial), 'the default').to.equal(true);
  for (const raw of [...badTexts, ...badValues, undefined, null, 'x'.repeat(100_000), '1 '.repeat(50_000), '1'.repeat(1999)]) check(raw);
  fc.assert(fc.property(fc.anything({ withBigInt: true, withDate: true, withSparseArray: true, withNullPrototype: true }), check));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), check));
  const word = fc.oneof(fc.double().map(String), fc.integer({ min: -99, max: 99 }).map(String), fc.constantFrom('', ';', '|', ',', '-', '\u2212', '.', 'relu', 'tanh', '[', ']'));
  fc.assert(fc.property(fc.array(word, { maxLength: 12 }), fc.constantFrom(' ', '', ', ', ';'), (words, glue) => { check(words.join(glue)); }));
  fc.assert(fc.property(fc.oneof(fc.double(), fc.array(fc.double()), fc.array(fc.array(fc.double())), fc.array(fc.array(fc.array(fc.double())))), check));
}
