import { expect } from '@open-wc/testing';
import type { StringsController } from '../../../page/strings-controller.js';
import { stringsOf } from '../../../testing/strings.js';
import { apart, factor, isSeen, largestAt, nudged, parameter, signed, three, worked } from './number-text.js';

describe('the numbers of a step', () => {
  let strings: StringsController;

  beforeEach(async () => {
    strings = await stringsOf();
  });

  it('have three decimals, and fewer where they are large', () => {
    const texts = [0.4917, -0.0004, -1.25, 999.9994, 1234.56, -123456, NaN].map((value) => three(value, strings));
    expect(texts).to.deep.equal(['0.492', '0.000', '−1.250', '999.999', '1,234.6', '−1.2E5', 'NaN']);
  });

  it('wear the colour of the sign that can be read, parameters their own', () => {
    expect([0.5, -0.5, 0.0004, -0.0004, NaN].map((value) => signed(value, strings).tone)).to.deep.equal(['positive', 'negative', 'plain', 'plain', 'plain']);
    expect(parameter(-2, strings)).to.deep.equal({ text: '−2.000', tone: 'parameter' });
  });

  it('keep the first digits in a formula of what three decimals make nothing', () => {
    const texts = [0.4917, 0.0005, 0.000234, -0.0000123, -0.00000567, 0, NaN].map((value) => worked(value, strings));
    expect(texts).to.deep.equal(['0.492', '0.001', '0.00023', '−0.000012', '−5.7E−6', '0.000', 'NaN']);
    expect([0.0004, -0.0004, 0, NaN].map((value) => factor(value, strings).tone)).to.deep.equal(['positive', 'negative', 'plain', 'plain']);
  });

  it('of a nudge have decimals enough to see it, at most six', () => {
    expect(nudged(0.42536, 0.42412, strings)).to.deep.equal(['0.425', '0.424']);
    expect(nudged(0.42536, 0.42541, strings)).to.deep.equal(['0.42536', '0.42541']);
    expect(nudged(0.5, 0.50000001, strings)).to.deep.equal(['0.500', '0.500']);
    expect(nudged(12345.678, 12345.789, strings)).to.deep.equal(['12,345.7', '12,345.8']);
  });

  it('have a change that is seen where both are not written alike', () => {
    expect([isSeen(1.2344, 1.2341, strings), isSeen(1.2344, 1.2346, strings)]).to.deep.equal([false, true]);
  });

  it('are told apart by as many decimals as that takes', () => {
    expect(apart(0.42536, 0.42412, strings)).to.deep.equal(['0.425', '0.424']);
    expect(apart(0.42536, 0.42541, strings)).to.deep.equal(['0.42536', '0.42541']);
    expect(apart(0.5, 0.5, strings)).to.equal(undefined);
  });

  it('have a largest, by size, the first of equals', () => {
    expect([largestAt([1, -3, 3]), largestAt([0, 0]), largestAt(Float64Array.of(0, 0, -1))]).to.deep.equal([1, 0, 2]);
  });
});
