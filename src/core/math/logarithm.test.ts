import { expect } from 'chai';
import { precise, relativeError } from '../../testing/precise.js';
import { integerPower, log, pow } from './logarithm.js';

/** Irregular pairs of numbers in (0, 1). */
const ratios = [0.6180339887498949, 0.7548776662466927];
const shares = Array.from({ length: 120 }, (_, k) => ratios.map((ratio) => ((k + 1) * ratio) % 1));
const specials = [
  0, -0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1.5, -1.5, 1 / 3, 33, -33, 34, -34, 1e17, 1e300, -1e300, 5e-324, -5e-324,
  9007199254740991, -9007199254740991, 9007199254740992, Infinity, -Infinity, NaN,
];

describe('log', () => {
  const { MAX_VALUE } = Number;
  const ranges: Readonly<Record<string, readonly number[]>> = {
    'all normal numbers': shares.map(([a, b]) => 2 ** (2044 * a - 1021) * (1 + b)),
    'its special points': [2.2250738585072014e-308, MAX_VALUE, Math.SQRT2, Math.SQRT1_2],
    'numbers near 1': shares.map(([a, b]) => 1 + (2 * a - 1) * 2 ** (-50 * b)),
    'subnormal numbers': shares.map(([a]) => 5e-324 * Math.ceil(2 ** (51 * a))),
  };
  for (const [name, xs] of Object.entries(ranges)) {
    it(`is within 3e-16 of the true value for ${name}`, () => {
      for (const x of xs) expect(relativeError(log(x), precise.log(x)), `log(${x})`).to.be.below(3e-16);
    });
  }

  it('is −Infinity at 0 and NaN below', () => {
    expect([0, -0, 1, Infinity].map(log)).to.deep.equal([-Infinity, -Infinity, 0, Infinity]);
    for (const x of [-1, -5e-324, -Infinity, NaN]) expect(log(x), String(x)).to.be.NaN;
  });
});

describe('pow', () => {
  const ranges: Readonly<Record<string, readonly (readonly number[])[]>> = {
    'powers as large and as small as numbers are': shares.map(([a, b]) => {
      const x = 2 ** (40 * a - 20);
      return [x, (707 * (2 * b - 1)) / Math.log(x)];
    }),
    'bases near 1 with large exponents': shares.map(([a, b]) => {
      const x = 1 + (2 * a - 1) * 2 ** (-40 * b);
      return [x, (a < b ? 700 : -700) / Math.log(x)];
    }),
    'very large and small bases': shares.map(([a, b]) => [2 ** (2000 * a - 1000), 2 * b - 1]),
    'integer exponents': shares.map(([a, b]) => [0.5 + a, Math.round(68 * b) - 34]),
  };
  for (const [name, pairs] of Object.entries(ranges)) {
    it(`is within 2e-14 of the true power for ${name}`, () => {
      for (const [x, y] of pairs) {
        expect(relativeError(pow(x, y), precise.pow(x, y)), `pow(${x}, ${y})`).to.be.below(2e-14);
      }
    });
  }

  it('has the special cases of Math.pow', () => {
    for (const x of specials) {
      for (const y of specials) {
        const [found, wanted] = [pow(x, y), Math.pow(x, y)];
        const isExact = wanted === 0 || !Number.isFinite(wanted);
        const agrees = isExact ? Object.is(found, wanted) : Math.abs(found / wanted - 1) < 2e-14;
        expect(agrees, `pow(${x}, ${y}) is ${found}`).to.equal(true);
      }
    }
  });

  it('is exact, or overflows and underflows, where the true power does', () => {
    const cases = [
      [2, 10, 1024], [10, 22, 1e22], [-3, 3, -27], [0.5, 20, 2 ** -20], [2, 1024, Infinity], [2, -1075.1, 0],
      [1.5, 1e300, Infinity], [0.9, 1e300, 0], [-10, 401, -Infinity], [2, -1074, 5e-324], [2, 1023, 2 ** 1023],
    ];
    for (const [x, y, wanted] of cases) expect(pow(x, y), `pow(${x}, ${y})`).to.equal(wanted);
  });
});

describe('integerPower', () => {
  it('multiplies', () => {
    for (let n = 0; n <= 32; n++) expect(integerPower(-2, n)).to.equal((-2) ** n);
    expect(integerPower(1.1, 3)).to.be.closeTo(1.331, 1e-15);
  });
});
