import { expect } from 'chai';
import { Projection } from './picture/projection.js';
import { SumSurface } from './surface-of-sum.js';
import { nearestPoint } from './nearest-point.js';

describe('nearestPoint', () => {
  const model = new SumSurface({
    w: [[1.2, -0.5]], b: [[-0.2]], activation: 'linear', alpha: 0.01, domain: [0, 4], range: [], grid: 5, parts: false,
  });
  const projection = new Projection([30, 40], 200, 150, 100);
  const seen = (x: number, y: number): { x: number; y: number } => {
    const [u, v] = [x / 2 - 1, y / 2 - 1];
    return { x: projection.x(u, v), y: projection.y(u, v, model.surface.scale.of(model.at(x, y))) };
  };

  it('returns the point of the grid that is seen there', () => {
    for (const [x, y] of [[0, 0], [4, 0], [2, 3]]) {
      const point = seen(x, y);
      const found = nearestPoint(model.surface, projection, { x: point.x + 2, y: point.y - 2 }, 22)!;
      expect(found.place).to.deep.equal([x, y]);
      expect(Math.hypot(found.at.x - point.x, found.at.y - point.y)).to.be.below(1e-9);
    }
  });

  it('returns nothing out of reach', () => {
    expect(nearestPoint(model.surface, projection, { x: -100, y: -100 }, 22)).to.equal(undefined);
  });
});
