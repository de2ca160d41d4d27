import { expect } from 'chai';
import { traceOutline } from './contour.js';
import { namedOutline } from './outlines.js';
import { createNamedTarget, targetNames } from './targets.js';

/** Returns the area within closed loops, holes taken off. */
const areaOf = (loops: readonly Float64Array[]): number => loops.reduce((sum, loop) => {
  for (let k = 0; k < loop.length; k += 2) {
    const m = (k + 2) % loop.length;
    sum += (loop[k] * loop[m + 1] - loop[m] * loop[k + 1]) / 2;
  }
  return sum;
}, 0);

describe('namedOutline', () => {
  for (const name of targetNames) {
    it(`runs along the edge of ${name}, counterclockwise around the inside`, () => {
      for (const radius of [0.5, 0.8, 1, 0.05]) {
        const target = createNamedTarget(name, { radius });
        const offset = Math.min(1e-3, radius / 200);
        for (const loop of namedOutline(name, radius)) {
          for (let k = 0; k < loop.length; k += 2) {
            const m = (k + 2) % loop.length;
            const [dx, dy] = [loop[m] - loop[k], loop[m + 1] - loop[k + 1]];
            const length = Math.hypot(dx, dy);
            const [x, y] = [(loop[k] + loop[m]) / 2, (loop[k + 1] + loop[m + 1]) / 2];
            if (name === 'heart' && Math.abs(x) < 4 * offset) continue; // tip and notch are narrower there
            const [nx, ny] = [(-offset * dy) / length, (offset * dx) / length];
            const where = `${radius}, (${x}, ${y})`;
            expect(target(x + nx, y + ny), `inside at ${where}`).to.equal(1);
            const isOnBorder = Math.max(Math.abs(x), Math.abs(y)) > 1 - 1e-9;
            if (!isOnBorder) expect(target(x - nx, y - ny), `outside at ${where}`).to.equal(0);
          }
        }
      }
    });

    it(`holds the area of ${name}`, () => {
      const traced = areaOf(traceOutline(createNamedTarget(name, { radius: 0.8 })));
      expect(Math.abs(areaOf(namedOutline(name, 0.8)))).to.be.closeTo(Math.abs(traced), 0.004);
    });
  }
});
