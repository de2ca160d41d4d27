import { expect } from 'chai';
import { createRandom } from '../core/index.js';
import { plainNumber, raised, type DigitOptions } from './plain-number.js';

const all: readonly DigitOptions[] = [
  {}, { useGrouping: false, maximumFractionDigits: 12 },
  { maximumSignificantDigits: 3 }, { maximumSignificantDigits: 2 },
  { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }, { style: 'percent' },
  { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
  ...[0, 1, 2, 3, 6, 9].map((digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })),
];

const random = createRandom(3);
const sizes = Array.from({ length: 20_000 }, (_, k) => (k % 3 === 0 ? Math.round(random() * 2000) / 1000 // with ties
  : k % 3 === 1 ? 10 ** (14 * random() - 7) : random()));
const values = [0, -0, 1, 0.5, 1.005, 0.145, 9.995, 99.95, 999.5, 0.9995, 1234.5, 123456.7, 1e7, 1e12, 1e20, 2 ** 53,
  5e-324, 0.1 + 0.2, NaN, Infinity, -Infinity, ...sizes.flatMap((size) => [size, -size])];

describe('plainNumber', () => {
  for (const lang of ['en', 'en-GB', 'ja']) {
    it(`writes what Intl.NumberFormat writes for ${lang}, with U+2212 and no minus before 0`, () => {
      for (const options of all) {
        const format = new Intl.NumberFormat(lang, { ...options, signDisplay: 'negative' } as Intl.NumberFormatOptions);
        for (const value of values) {
          const expected = format.format(value).replace('-', '\u2212');
          if (plainNumber(value, options) !== expected) {
            expect(plainNumber(value, options), `${value} ${JSON.stringify(options)}`).to.equal(expected);
          }
        }
      }
    });
  }
});

describe('raised', () => {
  it('raises digits and a minus, and leaves a plus out', () => {
    expect([raised(-12), raised('+307'), raised('-5')]).to.deep.equal(['⁻¹²', '³⁰⁷', '⁻⁵']);
  });
});
