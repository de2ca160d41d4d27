import { expect } from 'chai';
import fc from 'fast-check';
import { precise, relativeError } from '../../testing/precise.js';
import { cos, sin, tan } from './trigonometry.js';

/** Returns irregular points of [−size, size], and the doubles nearest to multiples of π/2. */
function anglesWithin(size: number): number[] {
  const spread = Array.from({ length: 60 }, (_, k) => size * (2 * ((k * 0.6180339887498949) % 1) - 1));
  return [...spread, ...spread.map((x) => Math.round(x / (Math.PI / 2)) * (Math.PI / 2))];
}

for (const [name, f] of Object.entries({ sin, cos, tan }) as ['sin' | 'cos' | 'tan', typeof sin][]) {
  describe(name, () => {
    it('is within 5e-16 of the true value up to 1e15, also near its zeros', () => {
      for (const x of [1e-5, 1, 10, 1000, 1e6, 1e15].flatMap(anglesWithin)) {
        expect(relativeError(f(x), precise[name](x)), `${name}(${x})`).to.be.below(5e-16);
      }
    });

    it('agrees with Math', () => {
      for (let k = -20_000; k <= 20_000; k++) {
        const [found, wanted] = [f(k / 999), Math[name](k / 999)];
        const agrees = Math.abs(found - wanted) <= 1e-14 * Math.abs(wanted);
        if (!agrees) expect(found, `${name}(${k / 999})`).to.equal(wanted);
      }
    });

    it('is NaN for NaN and infinities, else finite, and odd or even to the last bit', () => {
      for (const x of [NaN, Infinity, -Infinity]) expect(f(x), String(x)).to.be.NaN;
      const sign = name === 'cos' ? 1 : -1;
      fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Object.is(f(-x), sign * f(x)), String(x)).to.equal(true);
        expect(Math.abs(f(x))).to.be.at.most(name === 'tan' ? Number.MAX_VALUE : 1);
      }));
    });
  });
}

describe('The worst known angles', () => {
  it('keep their bits', () => {
    // 355 differs from 113 π by only 3.0e-5, and no double is π.
    expect(sin(355)).to.be.closeTo(-3.014435335948845e-5, 1e-20);
    expect([sin(Math.PI), cos(Math.PI / 2)]).to.deep.equal([1.2246467991473532e-16, 6.123233995736766e-17]);
    expect(tan(Math.PI / 4)).to.be.closeTo(1, 2e-16);
    expect([sin(-0), tan(-0), cos(-0)]).to.deep.equal([-0, -0, 1]);
  });
});
