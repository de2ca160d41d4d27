import { expect } from 'chai';
import fc from 'fast-check';
import { precise, relativeError } from '../../testing/precise.js';
import { cos, sin, tan } from './trigonometry.js';

const ours = { sin, cos, tan };
const names = ['sin', 'cos', 'tan'] as const;

/** Irregular points of [−size, size], and doubles as near to multiples of π/2 as there are. */
function angles(size: number): number[] {
  const spread = Array.from({ length: 60 }, (_, k) => size * (2 * ((k * 0.6180339887498949) % 1) - 1));
  return [...spread, ...spread.map((x) => Math.round(x / (Math.PI / 2)) * (Math.PI / 2))];
}

for (const name of names) {
  describe(name, () => {
    for (const size of [1e-5, 1, 10, 1000, 1e6, 1e15]) {
      it(`is within 5e-16 of the true value for angles to ±${size}, beside its zeros too`, () => {
        for (const x of angles(size)) expect(relativeError(ours[name](x), precise[name](x)), `${name}(${x})`).to.be.below(5e-16);
      });
    }

    it('agrees with the engine’s own', () => {
      for (let k = -20_000; k <= 20_000; k++) {
        const [found, wanted] = [ours[name](k / 999), Math[name](k / 999)];
        if (!(Math.abs(found - wanted) <= 1e-14 * Math.abs(wanted))) expect(found, `${name}(${k / 999})`).to.equal(wanted);
      }
    });

    it('is NaN for what is no angle', () => {
      for (const x of [NaN, Infinity, -Infinity]) expect(ours[name](x), String(x)).to.be.NaN;
    });

    it('stays finite and mirrors to the last bit, however large the angle', () => {
      const sign = name === 'cos' ? 1 : -1;
      fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Object.is(ours[name](-x), sign * ours[name](x)), String(x)).to.equal(true);
        if (name !== 'tan') expect(ours[name](x)).to.be.within(-1, 1);
        else expect(ours[name](x)).to.satisfy(Number.isFinite);
      }));
    });
  });
}

describe('The worst known angles', () => {
  it('keep their bits', () => {
    // 355 is 113 π but for 3.0e-5, and no double is π.
    expect(sin(355)).to.be.closeTo(-3.014435335948845e-5, 1e-20);
    expect(sin(Math.PI)).to.equal(1.2246467991473532e-16);
    expect(cos(Math.PI / 2)).to.equal(6.123233995736766e-17);
    expect(tan(Math.PI / 4)).to.be.closeTo(1, 2e-16);
    expect(Object.is(sin(-0), -0) && Object.is(tan(-0), -0) && cos(-0) === 1).to.equal(true);
  });
});
