import { expect } from '@open-wc/testing';
import { crisp, insideFrame, lines } from './style.js';

const densities = [1, 1.25, 1.5, 2, 3];

describe('crisp', () => {
  it('gives a whole number of device pixels, the nearest there is', () => {
    for (const density of densities) {
      for (const width of [0.75, 0.8, 1, 1.6, 2.2]) {
        const device = crisp(width, density) * density;
        expect(device).to.be.closeTo(Math.round(device), 1e-9, `${width} at ${density}`);
        expect(Math.abs(device - width * density)).to.be.at.most(0.5, `${width} at ${density}`);
      }
    }
  });

  it('never lets a line vanish', () => {
    expect(crisp(0.1, 1)).to.equal(1);
    expect(crisp(0, 2)).to.equal(0.5);
    expect(crisp(0.75, 0.25)).to.equal(4);
  });
});

describe('insideFrame', () => {
  it('takes one frame line off each side, and is a square in the middle whatever the canvas', () => {
    for (const density of densities) {
      const line = crisp(lines.frame, density);
      for (const [width, height] of [[320, 200], [200, 320], [200, 200]]) {
        const box = insideFrame({ width, height, density });
        expect(box.width).to.equal(200 - 2 * line);
        expect(box.height).to.equal(box.width);
        expect(box.x + box.width / 2).to.be.closeTo(width / 2, 1e-9);
        expect(box.y + box.height / 2).to.be.closeTo(height / 2, 1e-9);
      }
    }
  });

  it('begins on a whole device pixel', () => {
    for (const density of densities) {
      const { x } = insideFrame({ width: 320, height: 320, density });
      expect(x * density).to.be.closeTo(Math.round(x * density), 1e-9, `${density}`);
    }
  });
});
