import { expect } from 'chai';
import { english as strings } from '../../../testing/shown-step.js';
import {
  distinctTexts, nonzeroNumber, nonzeroText, nudgeTexts, parameterNumber, roundedNumber, roundedText,
} from './numbers.js';

describe('roundedText', () => {
  it('has three decimals, and fewer in large numbers', () => {
    const texts = [0.4917, -0.0004, -1.25, 999.9994, 1234.56, -123456, NaN].map((value) => roundedText(value, strings));
    expect(texts).to.deep.equal(['0.492', '0.000', '−1.250', '999.999', '1,234.6', '−1.2E5', 'NaN']);
  });
});

describe('nonzeroText', () => {
  it('keeps two digits of what three decimals would make zero', () => {
    const values = [0.4917, 0.0005, 0.000234, -0.0000123, -0.00000567, 0, NaN];
    expect(values.map((value) => nonzeroText(value, strings)))
      .to.deep.equal(['0.492', '0.001', '0.00023', '−0.000012', '−5.7E−6', '0.000', 'NaN']);
  });
});

describe('the tone of a number', () => {
  it('is that of the sign that can be read; parameters have their own', () => {
    const [plus, minus, plain] = ['positive', 'negative', 'plain'];
    expect([0.5, -0.5, 0.0004, -0.0004, NaN].map((value) => roundedNumber(value, strings).tone))
      .to.deep.equal([plus, minus, plain, plain, plain]);
    expect([0.0004, -0.0004, 0, NaN].map((value) => nonzeroNumber(value, strings).tone))
      .to.deep.equal([plus, minus, plain, plain]);
    expect(parameterNumber(-2, strings)).to.deep.equal({ text: '−2.000', tone: 'parameter' });
  });
});

describe('nudgeTexts', () => {
  for (const [before, after, texts] of [
    [0.42536, 0.42412, ['0.425', '0.424']],
    [0.42536, 0.42541, ['0.42536', '0.42541']],
    [0.5, 0.50000001, ['0.500', '0.500']],
    [12345.678, 12345.789, ['12,345.7', '12,345.8']],
  ] as const) {
    it(`has decimals enough to see ${before} become ${after}, at most six`, () => {
      expect(nudgeTexts(before, after, strings)).to.deep.equal(texts);
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
