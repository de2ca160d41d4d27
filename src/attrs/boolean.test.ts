import { expect } from 'chai';
import { badTexts, badValues, expectAlwaysSound } from '../testing/kinds.js';
import { boolean } from './boolean.js';

describe('boolean', () => {
  it('is true if the attribute is present, whatever its text', () => {
    expect(boolean.initial).to.equal(false);
    for (const text of [...badTexts, '0', 'no', 'off', '-1', 'x'.repeat(100_000)]) {
      expect(boolean.read(text), text.slice(0, 20)).to.deep.equal({ value: true });
    }
  });

  it('is true for "false", as in HTML, and reports it', () => {
    for (const text of ['false', 'FALSE', ' false ']) {
      const { value, problem } = boolean.read(text);
      expect([value, problem?.code, typeof problem?.hint], text).to.deep.equal([true, 'syntax', 'string']);
    }
  });

  it('converts what a script writes as the language does', () => {
    for (const raw of [false, 0, null, undefined, NaN]) expect(boolean.read(raw)).to.deep.equal({ value: false });
    for (const raw of [true, 1, {}, [], () => 0, 1n]) expect(boolean.read(raw)).to.deep.equal({ value: true });
    for (const raw of badValues) expect(boolean.read(raw).problem).to.equal(undefined);
    expectAlwaysSound(boolean, (v) => typeof v === 'boolean');
  });
});
