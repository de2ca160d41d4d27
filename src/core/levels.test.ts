import { expect } from 'chai';
import { areaOf } from '../testing/outlines.js';
import { traceLevels } from './levels.js';
import { createTarget, targetNames } from './targets.js';

describe('traceLevels', () => {
  it('returns nothing for a target without values between 0 and 1', () => {
    for (const text of [...targetNames, 'sin(9*x) > y', '0', '1', 'max(x > 0, y > 0)']) {
      expect(traceLevels(createTarget(text)), text).to.deep.equal([]);
    }
  });

  it('divides a ramp evenly', () => {
    const areas = traceLevels(createTarget('0.5 + 0.5*x')).map(areaOf);
    expect(areas).to.have.length(9);
    areas.forEach((area, k) => expect(area, `level ${k}`).to.be.closeTo(4 * (1 - (k + 1) / 10), 0.01));
  });

  it('gives the true size of each level of a hill', () => {
    traceLevels(createTarget('exp(-3*r^2)')).forEach((outline, k) => {
      const radius = Math.sqrt(-Math.log((k + 1) / 10) / 3);
      if (radius < 1) expect(areaOf(outline), `level ${k}`).to.be.closeTo(Math.PI * radius ** 2, 0.01);
    });
  });

  it('needs few points even for a complicated target', () => {
    for (const [text, most] of [['exp(-3*r^2)', 1500], ['0.5 + 0.5*sin(60*x)*sin(60*y)', 40_000]] as const) {
      const coordinates = traceLevels(createTarget(text)).flat().reduce((sum, loop) => sum + loop.length, 0);
      expect(coordinates / 2, text).to.be.below(most);
    }
  });
});
