import { expect } from 'chai';
import { crisp, insideFrame, lines, overlaps } from './style.js';

const densities = [1, 1.25, 1.5, 2, 3];

describe('crisp', () => {
  it('is the nearest whole number of device pixels', () => {
    for (const density of densities) {
      for (const width of [0.75, 0.8, 1, 1.6, 2.2]) {
        const device = crisp(width, density) * density;
        expect(device).to.be.closeTo(Math.round(device), 1e-9, `${width} at ${density}`);
        expect(Math.abs(device - width * density)).to.be.at.most(0.5, `${width} at ${density}`);
      }
    }
  });

  it('never lets a line vanish', () => {
    expect([crisp(0.1, 1), crisp(0, 2), crisp(0.75, 0.25)]).to.deep.equal([1, 0.5, 4]);
  });
});

describe('insideFrame', () => {
  it('is a square in the middle of any canvas, one frame line off the edge, on whole device pixels', () => {
    for (const density of densities) {
      for (const [width, height] of [[320, 200], [200, 320], [200, 200]]) {
        const box = insideFrame({ width, height, density });
        expect(box.width).to.equal(200 - 2 * crisp(lines.frame, density));
        expect(box.height).to.equal(box.width);
        expect(box.x + box.width / 2).to.be.closeTo(width / 2, 1e-9);
        expect(box.y + box.height / 2).to.be.closeTo(height / 2, 1e-9);
        if (width === height) expect(box.x * density).to.be.closeTo(Math.round(box.x * density), 1e-9, `${density}`);
      }
    }
  });
});

describe('overlaps', () => {
  it('is true for boxes that share a point or are nearer than the gap', () => {
    const a = { x: 0, y: 0, width: 10, height: 10 };
    for (const [x, y, gap, expected] of [
      [9, 9, 0, true], [11, 0, 0, false], [11, 0, 2, true], [0, 11, 2, true], [0, 13, 2, false],
    ] as const) {
      expect(overlaps(a, { x, y, width: 5, height: 5 }, gap), `${x}, ${y}, ${gap}`).to.equal(expected);
    }
  });
});
