import { expect } from 'chai';
import type { Outline } from './contour.js';
import { traceLevels } from './levels.js';
import { createTarget, targetNames } from './targets.js';

function area(outline: Outline): number {
  let sum = 0;
  for (const loop of outline) {
    for (let k = 0; k < loop.length; k += 2) {
      const m = (k + 2) % loop.length;
      sum += loop[k] * loop[m + 1] - loop[m] * loop[k + 1];
    }
  }
  return Math.abs(sum) / 2;
}

describe('traceLevels', () => {
  it('has none for a target that is inside or outside and nothing between', () => {
    for (const text of [...targetNames, 'sin(9*x) > y', '0', '1', 'max(x > 0, y > 0)']) expect(traceLevels(createTarget(text)), text).to.deep.equal([]);
  });

  it('steps down a ramp evenly', () => {
    const levels = traceLevels(createTarget('0.5 + 0.5*x'));
    expect(levels).to.have.length(9);
    levels.forEach((outline, k) => expect(area(outline), `level ${k}`).to.be.closeTo(4 * (1 - (k + 1) / 10), 0.01));
  });

  it('lies within one another around a hill, each in its size', () => {
    const levels = traceLevels(createTarget('exp(-3*r^2)'));
    levels.forEach((outline, k) => {
      const radius = Math.sqrt(-Math.log((k + 1) / 10) / 3);
      if (radius < 1) expect(area(outline), `level ${k}`).to.be.closeTo(Math.PI * radius ** 2, 0.01);
    });
  });

  it('has few points even where there is much to trace', () => {
    const count = (text: string): number => traceLevels(createTarget(text)).flat().reduce((sum, loop) => sum + loop.length / 2, 0);
    expect(count('exp(-3*r^2)')).to.be.below(1500);
    expect(count('0.5 + 0.5*sin(60*x)*sin(60*y)')).to.be.below(40_000);
  });
});
