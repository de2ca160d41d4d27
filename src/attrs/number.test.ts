import { expect } from 'chai';
import fc from 'fast-check';
import { DEFAULT, badTexts, badValues, COMMA_HINT, expectAlwaysSound, expectReadings } from '../testing/kinds.js';
import { describeBounds, clamp, integer, number, optionalNumber, parseDecimal, toNumber } from './number.js';

const rate = number(0.1, { min: 0, max: 10 });
const perFrame = integer(100, { min: 1, max: 10_000 });
const maxSteps = integer(100_000, { min: 1, max: 1e9 }, { none: true });
const probe = optionalNumber({ min: -5, max: 5 });

describe('number', () => {
  it('reads decimals as authors write them', () => {
    expectReadings(rate, [
      ['0', 0], ['1', 1], ['0.5', 0.5], ['.5', 0.5], ['5.', 5], ['+2', 2], [' 3 ', 3], ['\n4\t', 4], ['1e-3', 0.001], ['2E0', 2], ['007', 7], ['10', 10],
    ]);
  });

  it('uses the nearest bound and says so', () => {
    expectReadings(rate, [
      ['-1', 0, 'range'], ['11', 10, 'range'], ['1e9', 10, 'range'], ['-1e-9', 0, 'range'], ['1e308', 10, 'range'],
      ['9'.repeat(300), 10, 'range'], [-1, 0, 'range'], [10.5, 10, 'range'],
    ]);
  });

  it('uses the default for anything else and says so, with help for a comma', () => {
    expectReadings(rate, [...badTexts.map((text) => [text, DEFAULT] as const), ['1,5', DEFAULT, 'syntax', COMMA_HINT], ['1.000,5', DEFAULT, 'syntax', COMMA_HINT], ['\u22121', DEFAULT]]);
    expectReadings(rate, badValues.map((value) => [value, DEFAULT]));
    expectReadings(rate, [['1'.repeat(100_000), DEFAULT, 'syntax', 'longer than 2000 characters'], [Infinity, DEFAULT], [true, DEFAULT], ['9'.repeat(400), DEFAULT]]);
  });

  it('takes a number from a script, and its text', () => {
    expectReadings(rate, [[0.25, 0.25], [0, 0], ['0.25', 0.25]]);
  });

  it('says what is accepted', () => {
    expect(rate.read('x').problem?.expected).to.equal('a number from 0 to 10');
    expect(number(1, { min: 0 }).read('x').problem?.expected).to.equal('a number from 0');
    expect(number(1, { max: 9 }).read('x').problem?.expected).to.equal('a number up to 9');
    expect(number(1).read('x').problem?.expected).to.equal('a number');
  });

  it('is within its bounds and never throws, whatever it is given', () => {
    expectAlwaysSound(rate, (v) => v >= 0 && v <= 10);
    expectAlwaysSound(number(1), Number.isFinite);
  });

  it('reads back any number from its own text', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (v) => {
      expect(number(1).read(String(v)).value).to.equal(v === 0 ? 0 : v); // String(−0) is "0"
    }));
  });
});

describe('integer', () => {
  it('reads whole numbers however they are written', () => {
    expectReadings(perFrame, [['1', 1], ['100', 100], ['1e3', 1000], ['2.0', 2], [' 7 ', 7], [5, 5]]);
  });

  it('does not round a fraction, which may be a mistake', () => {
    expectReadings(perFrame, [['1.5', DEFAULT], ['0.5', DEFAULT], [2.5, DEFAULT], ['1,5', DEFAULT, 'syntax', COMMA_HINT], ['1e-3', DEFAULT]]);
  });

  it('uses the nearest bound and says so', () => {
    expectReadings(perFrame, [['0', 1, 'range'], ['-1', 1, 'range'], ['1e9', 10_000, 'range'], [10_001, 10_000, 'range']]);
  });

  it('uses the default for anything else and says so', () => {
    for (const kind of [perFrame, maxSteps]) {
      expectReadings(kind, [...badTexts.map((text) => [text, DEFAULT] as const), ...badValues.map((value) => [value, DEFAULT] as const)]);
    }
    expectReadings(perFrame, [['none', DEFAULT], [Infinity, DEFAULT], ['7'.repeat(100_000), DEFAULT, 'syntax', 'longer than 2000 characters']]);
  });

  it('knows "none" only where it is offered', () => {
    expectReadings(maxSteps, [['none', Infinity], [' NONE ', Infinity], [Infinity, Infinity], ['0', 1, 'range'], ['1e9', 1e9], ['1e10', 1e9, 'range'], [-Infinity, DEFAULT]]);
    expect(maxSteps.read('x').problem?.expected).to.equal('an integer from 1 to 1000000000, or none');
  });

  it('is a whole number within its bounds and never throws', () => {
    expectAlwaysSound(perFrame, (v) => Number.isInteger(v) && v >= 1 && v <= 10_000);
    expectAlwaysSound(maxSteps, (v) => v === Infinity || (Number.isInteger(v) && v >= 1 && v <= 1e9));
  });
});

describe('optionalNumber', () => {
  it('is NaN while none is given, and a number within bounds otherwise', () => {
    expect(probe.initial).to.be.NaN;
    expectReadings(probe, [['0', 0], ['-6', -5, 'range'], [2, 2]]);
    for (const raw of ['', 'abc', '1,5', {}, null]) {
      expect(probe.read(raw).value, String(raw)).to.be.NaN;
      expect(probe.read(raw).problem?.code, String(raw)).to.equal('syntax');
    }
    expectAlwaysSound(probe, (v) => Number.isNaN(v) || (v >= -5 && v <= 5));
  });
});

describe('the parts of numbers', () => {
  it('parseDecimal takes no space, and nothing that overflows', () => {
    expect(parseDecimal('1.5')).to.equal(1.5);
    for (const text of [' 1', '1 ', '1e309', '']) expect(parseDecimal(text), text).to.equal(undefined);
  });

  it('toNumber takes text with spaces around it, and finite numbers', () => {
    expect(toNumber(' 1 ')).to.equal(1);
    expect(toNumber(1)).to.equal(1);
    for (const raw of [NaN, Infinity, true, null, [1], 1n]) expect(toNumber(raw)).to.equal(undefined);
  });

  it('clamp and boundsText know open ends', () => {
    expect([clamp(5, {}), clamp(5, { max: 3 }), clamp(5, { min: 7 }), clamp(5, { min: 1, max: 9 })]).to.deep.equal([5, 3, 7, 5]);
    expect([describeBounds({}), describeBounds({ min: 1 }), describeBounds({ max: 2 }), describeBounds({ min: 1, max: 2 })])
      .to.deep.equal(['', ' from 1', ' up to 2', ' from 1 to 2']);
  });
});
