import { expect } from 'chai';
import { english as strings } from '../../../testing/shown-step.js';
import { distinctTexts, nudgeDigits, roundedNumber, roundedText, writeNumber } from './numbers.js';

describe('roundedText', () => {
  it('has three decimals, and fewer in large numbers', () => {
    const texts = [0.4917, -0.0004, -1.25, 999.9994, 1234.56, -123456, NaN].map((value) => roundedText(value, strings));
    expect(texts).to.deep.equal(['0.492', '0.000', '−1.250', '999.999', '1,234.6', '−1.2 × 10⁵', 'NaN']);
  });
});

describe('writeNumber', () => {
  const texts = (digits: number, fewest?: number) => (value: number): string =>
    writeNumber(value, digits, strings, fewest).text;

  it('keeps two digits of what three decimals would make zero', () => {
    const values = [0.4917, 0.0005, 0.000234, -0.0000123, -0.00000567, 9.96e-6, 0, NaN];
    expect(values.map(texts(3)))
      .to.deep.equal(['0.492', '0.001', '0.00023', '−0.000012', '−5.7 × 10⁻⁶', '1 × 10⁻⁵', '0.000', 'NaN']);
  });

  it('has as many digits as it is asked for, without zeros at their end', () => {
    const values = [0.123456789, 0.5, 1.25e-4, 12345.6789, 3.14159e-7];
    expect(values.map(texts(6))).to.deep.equal(['0.123457', '0.500', '0.000125', '12,345.6789', '3.14 × 10⁻⁷']);
    expect([0.1, 1, 0.0123456, 0.249999].map(texts(3, 0))).to.deep.equal(['0.1', '1', '0.012', '0.25']);
  });

  it('returns the number that its text says', () => {
    for (const value of [0.123456789, -7.5e-9, 0.00012345, 99999.9, 123456, 4.5e11]) {
      for (let digits = 3; digits <= 6; digits++) {
        const { text, value: written } = writeNumber(value, digits, strings);
        const [mantissa, exponent = '0'] = text.replaceAll(',', '').replace('−', '-').split(' × 10');
        const lowered = exponent.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
        const power = lowered.replace('⁻', '-');
        expect(Number(`${mantissa}e${power}`), text).to.equal(written);
      }
    }
  });
});

describe('the tone of a number', () => {
  it('is that of the sign that can be read', () => {
    const [plus, minus, plain] = ['positive', 'negative', 'plain'];
    expect([0.5, -0.5, 0.0004, -0.0004, NaN].map((value) => roundedNumber(value, strings).tone))
      .to.deep.equal([plus, minus, plain, plain, plain]);
  });
});

describe('nudgeDigits', () => {
  for (const [before, after, digits] of [
    [0.42536, 0.42412, 3], [0.42536, 0.42541, 5], [0.5, 0.50000001, 3], [12345.678, 12345.789, 3],
  ] as const) {
    it(`is ${digits}, which shows ${before} become ${after}, at most six`, () => {
      expect(nudgeDigits(before, after, strings)).to.equal(digits);
    });
  }
});

describe('distinctTexts', () => {
  it('has as many decimals as it takes to tell two numbers apart', () => {
    expect(distinctTexts(0.42536, 0.42412, strings)).to.deep.equal(['0.425', '0.424']);
    expect(distinctTexts(0.42536, 0.42541, strings)).to.deep.equal(['0.42536', '0.42541']);
    expect(distinctTexts(0.5, 0.5, strings)).to.equal(undefined);
  });
});
