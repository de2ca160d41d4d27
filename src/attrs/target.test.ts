import { expect } from 'chai';
import { createTarget } from '../core/index.js';
import { DEFAULT, badTexts, badValues, expectAlwaysSound, expectReadings } from '../testing/kinds.js';
import { target } from './target.js';

const kind = target('circle');

describe('target', () => {
  it('reads a name in any case, spaces around it aside', () => {
    expectReadings(kind, [['ring', 'ring'], [' Heart\n', 'heart'], ['XOR', 'xor'], ['circle', 'circle']]);
  });

  it('reads an expression as it is written, spaces around it aside', () => {
    expectReadings(kind, [
      ['x^2 + y^2 < 0.25', 'x^2 + y^2 < 0.25'], ['  sin(3*x)>y\n', 'sin(3*x)>y'], ['x', 'x'], ['\u2212x', '\u2212x'], ['1.5', '1.5'], ['--1', '--1'],
    ]);
  });

  it('uses the default for anything else and says so', () => {
    expectReadings(kind, [...badTexts.filter((text) => text !== '--1'), 'circle ring', 'toString', 'x y', 'alert(1)', '1/x'].map((text) => [text, DEFAULT] as const));
    expectReadings(kind, [...badValues, 0, 1, true, ['ring'], { toString: () => 'ring' }].map((value) => [value, DEFAULT] as const));
    expectReadings(kind, [['x'.repeat(100_000), DEFAULT, 'syntax', 'longer than 2000 characters']]);
  });

  it('names the shapes, and the column where an expression goes wrong, in the text as it was given', () => {
    const shapes = 'one of circle, ring, square, cross, xor, half, spiral, heart, or an expression';
    const expected = (raw: unknown): string | undefined => kind.read(raw).problem?.expected;
    expect(expected('sin(x')).to.equal(`${shapes}; column 6: expected an operator or ")", found the end`);
    expect(expected('  sin(x')).to.contain('column 8');
    expect(expected('x'.repeat(300))).to.equal(`${shapes}; column 201: expected at most 200 characters`);
    expect(expected(7)).to.equal(shapes);
  });

  it('is what createTarget takes, and never throws', () => {
    expectAlwaysSound(kind, (text) => createTarget(text)(0.1, 0.2) >= 0);
  });
});
