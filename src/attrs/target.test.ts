import { expect } from 'chai';
import { createTarget, targetNames } from '../core/index.js';
import { badTexts, badValues, DEFAULT, expectAlwaysSound, expectDefault, expectReadings } from '../testing/kinds.js';
import { target } from './target.js';

const kind = target('circle');

describe('target', () => {
  it('reads a name in any case, and an expression as it is written, with spaces around it', () => {
    expectReadings(kind, [
      ['ring', 'ring'], [' Heart\n', 'heart'], ['XOR', 'xor'], ['circle', 'circle'], ['x', 'x'], ['\u2212x', '\u2212x'],
      ['x^2 + y^2 < 0.25', 'x^2 + y^2 < 0.25'], ['  sin(3*x)>y\n', 'sin(3*x)>y'], ['1.5', '1.5'], ['--1', '--1'],
    ]);
  });

  it('uses the default for anything else', () => {
    const bad = badTexts.filter((text) => text !== '--1' && text !== '８');
    expectDefault(kind, ...bad, 'circle ring', 'toString', 'x y', 'alert(1)', '1/x');
    expectDefault(kind, ...badValues, 0, 1, true, ['ring'], { toString: () => 'ring' });
    expectReadings(kind, [['x'.repeat(100_000), DEFAULT, 'syntax', 'longer than 2000 characters']]);
  });

  it('names the shapes, and the column of the mistake in the text as it was given', () => {
    const expected = (raw: unknown): string => kind.read(raw).problem!.expected;
    for (const name of targetNames) expect(expected(7)).to.include(name);
    const columns = ['sin(x', '  sin(x', 'x'.repeat(300)].map((raw) => Number(/column (\d+)/.exec(expected(raw))![1]));
    expect(columns).to.deep.equal([6, 8, 201]);
  });

  it('suggests the shape that is meant by another name, and no shape for what is to be an expression', () => {
    for (const [text, meant] of [
      ['spirals', 'spiral'], ['circel', 'circle'], ['Moons', 'spiral'], ['two-spirals', undefined], ['disk', 'circle'],
      ['sin x', undefined], ['sine', undefined], ['x y', undefined], ['x^', undefined], ['checkerboard', 'xor'],
    ]) {
      const { hint } = kind.read(text).problem!;
      expect(hint, text).to.equal(meant && `did you mean "${meant}"?`);
    }
  });

  it('is what createTarget takes, and never throws', () => {
    expectAlwaysSound(kind, (text) => createTarget(text)(0.1, 0.2) >= 0);
  });
});
