import { expect } from 'chai';
import { precise, relativeError } from '../../testing/precise.js';
import { integerPower, log, pow } from './logarithm.js';

/** Irregular shares of 1, each [first, second]. */
const shares = Array.from({ length: 120 }, (_, k) => [((k + 1) * 0.6180339887498949) % 1, ((k + 1) * 0.7548776662466927) % 1]);
const specials = [
  0, -0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1.5, -1.5, 1 / 3, 33, -33, 34, -34, 1e17, 1e300, -1e300, 5e-324, -5e-324,
  9007199254740991, -9007199254740991, 9007199254740992, Infinity, -Infinity, NaN,
];

describe('log', () => {
  const expectTrue = (x: number): void => void expect(relativeError(log(x), precise.log(x)), `log(${x})`).to.be.below(3e-16);

  it('is within 3e-16 of the true value over all normal numbers', () => {
    for (const [a, b] of shares) expectTrue(2 ** (2044 * a - 1021) * (1 + b));
    for (const x of [2.2250738585072014e-308, Number.MAX_VALUE, Math.SQRT2, Math.SQRT1_2]) expectTrue(x);
  });

  it('is so beside 1, where it vanishes', () => {
    for (const [a, b] of shares) expectTrue(1 + (2 * a - 1) * 2 ** (-50 * b));
  });

  it('is so of subnormal numbers', () => {
    for (const [a] of shares) expectTrue(5e-324 * Math.ceil(2 ** (51 * a)));
  });

  it('has no value below 0 and none that is finite at 0', () => {
    expect([log(0), log(-0), log(1), log(Infinity)]).to.deep.equal([-Infinity, -Infinity, 0, Infinity]);
    for (const x of [-1, -5e-324, -Infinity, NaN]) expect(log(x), String(x)).to.be.NaN;
  });
});

describe('pow', () => {
  const expectTrue = (x: number, y: number): void => void expect(relativeError(pow(x, y), precise.pow(x, y)), `pow(${x}, ${y})`).to.be.below(2e-14);

  it('is within 2e-14 of the true power, be it as large or small as numbers are', () => {
    for (const [a, b] of shares) {
      const x = 2 ** (40 * a - 20);
      expectTrue(x, (707 * (2 * b - 1)) / Math.log(x));
    }
  });

  it('is so for bases beside 1 with large exponents, and for very large and small bases', () => {
    for (const [a, b] of shares) {
      const x = 1 + (2 * a - 1) * 2 ** (-40 * b);
      expectTrue(x, (a < b ? 700 : -700) / Math.log(x));
      expectTrue(2 ** (2000 * a - 1000), 2 * b - 1);
    }
  });

  it('is so for integers, which are multiplied', () => {
    for (const [a, b] of shares) expectTrue(0.5 + a, Math.round(68 * b) - 34);
    expect([pow(2, 10), pow(10, 22), pow(-3, 3), pow(0.5, 20)]).to.deep.equal([1024, 1e22, -27, 2 ** -20]);
  });

  it('has the special cases of the engine’s own', () => {
    for (const x of specials) {
      for (const y of specials) {
        const [found, wanted] = [pow(x, y), Math.pow(x, y)];
        if (wanted === 0 || !Number.isFinite(wanted)) expect(Object.is(found, wanted), `pow(${x}, ${y}) is ${found}`).to.equal(true);
        else expect(Math.abs(found / wanted - 1), `pow(${x}, ${y})`).to.be.below(2e-14);
      }
    }
  });

  it('overflows and underflows where the true power does', () => {
    expect([pow(2, 1024), pow(2, -1075.1), pow(1.5, 1e300), pow(0.9, 1e300), pow(-10, 401)]).to.deep.equal([Infinity, 0, Infinity, 0, -Infinity]);
    expect([pow(2, -1074), pow(2, 1023)]).to.deep.equal([5e-324, 2 ** 1023]);
  });
});

describe('integerPower', () => {
  it('multiplies', () => {
    for (let n = 0; n <= 32; n++) expect(integerPower(-2, n)).to.equal((-2) ** n);
    expect(integerPower(1.1, 3)).to.be.closeTo(1.331, 1e-15);
  });
});
