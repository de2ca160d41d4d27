import { expect } from 'chai';
import fc from 'fast-check';
import type { Kind } from '../attrs/kind.js';

/** In a table of readings, the kind's default as the value. */
export const DEFAULT = Symbol('the default is used');

/** What is given, the value in use, and the code and hint of the problem, if there is one. */
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

/** Checks a kind against a table; with DEFAULT as the value, the code is `syntax` unless the table has another. */
export function expectReadings<T>(kind: Kind<T>, readings: readonly Reading[]): void {
  for (const reading of readings) {
    const [raw, value, code, hint] = reading;
    const what = nameOf(raw);
    const found = kind.read(raw);
    if (value === DEFAULT) expect(found.value, `${what}: the default`).to.equal(kind.initial);
    else expect(found.value, `${what}: value`).to.deep.equal(value);
    expect(found.problem?.code, `${what}: code`).to.equal(value === DEFAULT ? (code ?? 'syntax') : code);
    if (value !== DEFAULT || reading.length > 2) expect(found.problem?.hint, `${what}: hint`).to.equal(hint);
    if (found.problem) expect(found.problem.expected, `${what}: what is accepted`).to.not.equal('');
  }
}

/** Checks that a kind uses its default for each of some values, with code `syntax`. */
export function expectDefault<T>(kind: Kind<T>, ...values: readonly unknown[]): void {
  expectReadings(kind, values.map((raw) => [raw, DEFAULT]));
}

/** Texts that only the kinds text, boolean and target accept. */
export const badTexts: readonly string[] = [
  '', ' ', 'abc', 'NaN', 'nan', 'Infinity', '-Infinity', '8px', '0x10', '0b1', '0o7', '８', '1e309', '-1e309', '1_000',
  '1 px', '--1', '1e', '.', 'e5', '1.2.3', 'null', 'undefined', 'true', '[]', '{}', 'constructor', '__proto__', '٣',
  '½', '1;', ';', '|',
];

const cyclic: unknown[] = [];
cyclic.push(cyclic);
const { proxy: revoked, revoke } = Proxy.revocable<unknown[]>([], {});
revoke();

/** Values of a property that only the kind boolean accepts. */
export const badValues: readonly unknown[] = [
  NaN, -Infinity, {}, { length: 2 }, Object.create(null), [], [[]], [null], [undefined], [NaN], [[NaN, 1]],
  [[[1, Infinity]]], new Array<number>(2), [new Array<number>(2)], [[new Array<number>(2)]], ['x'], Symbol('s'),
  [Symbol('s')], 10n, [1n], () => 1, cyclic, new Date(0), new Map(), revoked, [revoked],
  { get layers(): never { throw new Error('looked at'); } },
];

/** Checks that `read` never throws, and that every value it returns satisfies `sound`. */
export function expectAlwaysSound<T>(kind: Kind<T>, sound: (value: T) => boolean): void {
  const check = (raw: unknown): void => {
    const { value, problem } = kind.read(raw);
    if (!sound(value)) expect.fail(`${nameOf(raw)} gave ${nameOf(value)}`);
    if (problem) expect(problem.code).to.be.oneOf(['syntax', 'range']);
  };
  expect(sound(kind.initial), 'the default').to.equal(true);
  const long = ['x'.repeat(100_000), '1 '.repeat(50_000), '1'.repeat(1999)];
  for (const raw of [...badTexts, ...badValues, ...long, undefined, null]) check(raw);
  const anything = { withBigInt: true, withDate: true, withSparseArray: true, withNullPrototype: true };
  const word = fc.oneof(
    fc.double().map(String), fc.integer({ min: -99, max: 99 }).map(String),
    fc.constantFrom('', ';', '|', ',', '-', '\u2212', '.', 'relu', 'tanh', '[', ']'),
  );
  const words = fc.tuple(fc.array(word, { maxLength: 12 }), fc.constantFrom(' ', '', ', ', ';'));
  const number = fc.double();
  const numbers = fc.oneof(number, fc.array(number), fc.array(fc.array(number)), fc.array(fc.array(fc.array(number))));
  for (const raws of [
    fc.anything(anything), fc.string({ unit: 'binary' }), words.map(([list, separator]) => list.join(separator)),
    numbers,
  ]) fc.assert(fc.property(raws as fc.Arbitrary<unknown>, check));
}
