import { expect } from 'chai';
import { exact, precise, PRECISE_BITS, relativeError } from './precise.js';

describe('Precise numbers', () => {
  it('represent doubles exactly', () => {
    expect(exact(1) * 3n).to.equal(exact(3));
    expect(exact(5e-324) * 2n).to.equal(exact(1e-323));
    expect(exact(-0.75) + exact(1)).to.equal(exact(0.25));
  });

  it('agree with constants from other sources', () => {
    // π/4, log 10, √2 and sin 1 to 30 digits: OEIS A003881, A002392, A002193, A049469.
    const digits = (value: bigint): string => String((value * 10n ** 30n) >> PRECISE_BITS);
    expect(digits(precise.atan2(1, 1))).to.equal('785398163397448309615660845819');
    expect(digits(precise.log(10))).to.equal('2302585092994045684017991454684');
    expect(digits(precise.pow(2, 0.5))).to.equal('1414213562373095048801688724209');
    expect(digits(precise.sin(1))).to.equal('841470984807896506652502321630');
    expect(digits(precise.tan(1) - (precise.sin(1) << PRECISE_BITS) / precise.cos(1))).to.equal('0');
  });

  it('give relative errors', () => {
    expect([relativeError(1.5, exact(1)), relativeError(0, exact(0))]).to.deep.equal([0.5, 0]);
    expect(relativeError(NaN, exact(1))).to.equal(Infinity);
  });
});
