import { expect } from 'chai';
import { badTexts, badValues, expectAlwaysSound } from '../testing/kinds.js';
import { boolean } from './boolean.js';

describe('boolean', () => {
  it('is on where the attribute stands, whatever it says', () => {
    for (const text of [...badTexts, '0', 'no', 'off', '-1', 'x'.repeat(100_000)]) {
      expect(boolean.read(text), text.slice(0, 20)).to.deep.equal({ value: true });
    }
  });

  it('is on for "false" too, as HTML has it, but tells the author', () => {
    for (const text of ['false', 'FALSE', ' false ']) {
      const { value, problem } = boolean.read(text);
      expect(value, text).to.equal(true);
      expect(problem?.code, text).to.equal('syntax');
      expect(problem?.hint, text).to.equal('remove it to switch it off');
    }
  });

  it('is off where nothing stands', () => {
    expect(boolean.initial).to.equal(false);
  });

  it('takes what a script writes for true or false as the language does', () => {
    for (const raw of [false, 0, null, undefined, NaN]) expect(boolean.read(raw)).to.deep.equal({ value: false });
    for (const raw of [true, 1, {}, [], () => 0, Symbol('s'), 1n]) expect(boolean.read(raw)).to.deep.equal({ value: true });
    for (const raw of badValues) expect(boolean.read(raw).value).to.be.a('boolean');
    expectAlwaysSound(boolean, (v) => typeof v === 'boolean');
  });
});
