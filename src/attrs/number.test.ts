import { expect } from 'chai';
import fc from 'fast-check';
import {
  badTexts, badValues, COMMA_HINT, DEFAULT, expectAlwaysSound, expectDefault, expectReadings,
} from '../testing/kinds.js';
import {
  clamp, describeBounds, indexOfLargest, integer, integerOrWord, number, optionalNumber, parseDecimal,
  parseWritten,
} from './number.js';

const rate = number(0.1, { min: 0, max: 10 });
const perFrame = integer(100, { min: 1, max: 10_000 });
const maxSteps = integerOrWord(100_000, { min: 1, max: 1e9 }, 'none', Infinity);
const probe = optionalNumber({ min: -5, max: 5 });

describe('Numbers and integers', () => {
  it('use the default for anything else, with a hint for a comma', () => {
    for (const kind of [rate, perFrame, maxSteps]) {
      expectDefault(kind, ...badTexts, ...badValues, '\u22121', true, '9'.repeat(400));
      expectReadings(kind, [
        ['1,5', DEFAULT, 'syntax', COMMA_HINT],
        ['2,000', DEFAULT, 'syntax', 'use no comma between thousands, as in 2000'],
        ['1.000,5', DEFAULT, 'syntax', COMMA_HINT],
        ['1'.repeat(100_000), DEFAULT, 'syntax', 'longer than 2000 characters'],
      ]);
    }
    expectDefault(rate, Infinity);
  });

  it('are within bounds and never throw', () => {
    expectAlwaysSound(rate, (v) => v >= 0 && v <= 10);
    expectAlwaysSound(number(1), Number.isFinite);
    expectAlwaysSound(perFrame, (v) => Number.isInteger(v) && v >= 1 && v <= 10_000);
    expectAlwaysSound(maxSteps, (v) => v === Infinity || (Number.isInteger(v) && v >= 1 && v <= 1e9));
    expectAlwaysSound(probe, (v) => Number.isNaN(v) || (v >= -5 && v <= 5));
  });
});

describe('number', () => {
  it('reads decimals as authors write them, and the numbers of scripts', () => {
    expectReadings(rate, [
      ['0', 0], ['1', 1], ['0.5', 0.5], ['.5', 0.5], ['5.', 5], ['+2', 2], [' 3 ', 3], ['\n4\t', 4], ['1e-3', 0.001],
      ['2E0', 2], ['007', 7], ['10', 10], [0.25, 0.25], [0, 0],
    ]);
  });

  it('uses the nearest bound and reports it', () => {
    expectReadings(rate, [
      ['-1', 0, 'range'], ['11', 10, 'range'], ['1e9', 10, 'range'], ['-1e-9', 0, 'range'], ['1e308', 10, 'range'],
      ['9'.repeat(300), 10, 'range'], [-1, 0, 'range'], [10.5, 10, 'range'],
    ]);
  });

  it('reads back any number from its own text', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (v) => {
      expect(number(1).read(String(v)).value).to.equal(v === 0 ? 0 : v); // String(−0) is "0"
    }));
  });
});

describe('integer', () => {
  it('reads whole numbers in any notation, without rounding fractions', () => {
    expectReadings(perFrame, [['1', 1], ['100', 100], ['1e3', 1000], ['2.0', 2], [' 7 ', 7], [5, 5]]);
    expectDefault(perFrame, '1.5', '0.5', 2.5, '1e-3');
  });

  it('uses the nearest bound and reports it', () => {
    expectReadings(perFrame, [['0', 1, 'range'], ['-1', 1, 'range'], ['1e9', 10_000, 'range'], [1e5, 10_000, 'range']]);
  });

  it('reads "none" only if it is offered', () => {
    expectReadings(maxSteps, [
      ['none', Infinity], [' NONE ', Infinity], [Infinity, Infinity], ['0', 1, 'range'], ['1e9', 1e9],
      ['1e10', 1e9, 'range'],
    ]);
    expect(maxSteps.initial).to.equal(100_000);
    expectDefault(perFrame, 'none', Infinity);
  });
});

describe('optionalNumber', () => {
  it('is NaN while none is given, otherwise a number within bounds', () => {
    expect(probe.initial).to.be.NaN;
    expectReadings(probe, [['0', 0], ['-6', -5, 'range'], [2, 2], [NaN, NaN]]);
    for (const raw of ['', 'abc', '1,5', {}, null]) {
      const { value, problem } = probe.read(raw);
      expect([value, problem?.code], String(raw)).to.deep.equal([NaN, 'syntax']);
    }
  });
});

describe('parseWritten', () => {
  it('reads the decimal signs and digits of all languages, and groups of the reader’s', () => {
    for (const [text, group, value] of [
      ['0,5', '.', 0.5], ['0.5', '.', 0.5], ['0,5', ',', 0.5], ['-0,5', '\u202f', -0.5], ['\u22122,25', '.', -2.25],
      [',5', '.', 0.5], ['1,', '.', 1], [' 1,5 ', undefined, 1.5], ['1,250', '.', 1.25], ['1,250', ',', 1250],
      ['1.250', '.', 1250], ['1.250', ',', 1.25], ['0.125', '.', 0.125], ['0,125', ',', 0.125], ['-1’250', '’', -1250],
      ['１，５', '.', 1.5], ['－０．５', ',', -0.5], ['٠٫٥', '٬', 0.5], ['۱٫۵', '٬', 1.5], ['2e-3', '.', 0.002],
      ['64', '.', 64],
    ] as const) expect(parseWritten(text, group), text).to.equal(value);
  });

  it('reads nothing else as a number', () => {
    for (const text of [
      '', '-', ',', '1,2,3', '1.2,3', '1 5', '0x10', '½', '½5', '1,5 px', 'abc', 'NaN', '1e999', '1 000',
    ]) {
      for (const group of ['.', ',', undefined]) expect(parseWritten(text, group), text).to.equal(undefined);
    }
  });
});

describe('parseDecimal, clamp and describeBounds', () => {
  it('parse no spaces, and nothing that overflows', () => {
    expect(parseDecimal('1.5')).to.equal(1.5);
    for (const text of [' 1', '1 ', '1e309', '']) expect(parseDecimal(text), text).to.equal(undefined);
  });

  it('know open bounds', () => {
    const clamped = [clamp(5, {}), clamp(5, { max: 3 }), clamp(5, { min: 7 }), clamp(5, { min: 1, max: 9 })];
    expect(clamped).to.deep.equal([5, 3, 7, 5]);
    const texts = [{}, { min: 1 }, { max: 2 }, { min: 1, max: 2 }].map(describeBounds);
    expect(texts).to.deep.equal(['', ' from 1', ' up to 2', ' from 1 to 2']);
  });
});

describe('indexOfLargest', () => {
  it('finds the number of the largest size, the first of equals', () => {
    for (const [values, index] of [[[1, -3, 3, 2], 1], [[0, 0], 0], [[-1, 5], 1]] as const) {
      expect(indexOfLargest(values)).to.equal(index);
    }
  });
});
