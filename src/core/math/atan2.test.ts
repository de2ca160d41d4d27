import { expect } from 'chai';
import { precise, relativeError } from '../../testing/precise.js';
import { atan2 } from './atan2.js';

const specials = [0, -0, 1, -1, 0.5, -0.5, 3, -1e300, 1e300, 5e-324, -5e-324, Infinity, -Infinity, NaN];

describe('atan2', () => {
  it('is within 1e-15 of the true angle in every quadrant, also near the axes', () => {
    for (let k = 0; k < 240; k++) {
      const steep = 2 ** (60 * ((k * 0.6180339887498949) % 1) - 30);
      const [y, x] = [(k & 1 ? -1 : 1) * steep, (k & 2 ? -1 : 1) * (0.5 + ((k * 0.7548776662466927) % 1))];
      expect(relativeError(atan2(y, x), precise.atan2(y, x)), `atan2(${y}, ${x})`).to.be.below(1e-15);
    }
  });

  it('has the signs, zeros and infinities of Math.atan2', () => {
    for (const y of specials) {
      for (const x of specials) {
        const [found, wanted] = [atan2(y, x), Math.atan2(y, x)];
        const agrees = wanted === 0 ? Object.is(found, wanted) : !(Math.abs(found / wanted - 1) >= 1e-15);
        expect([agrees, Number.isNaN(found)], `atan2(${y}, ${x})`).to.deep.equal([true, Number.isNaN(wanted)]);
      }
    }
  });

  it('turns evenly around the origin', () => {
    for (let k = -999; k < 1000; k++) {
      const angle = (k * Math.PI) / 1000;
      expect(atan2(Math.sin(angle), Math.cos(angle))).to.be.closeTo(angle, 4e-15);
    }
  });
});
