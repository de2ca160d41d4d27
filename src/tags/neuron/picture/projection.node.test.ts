import { expect } from 'chai';
import fc from 'fast-check';
import { evenly } from '../../../testing/numbers.js';
import { Projection } from './projection.js';
import type { Box } from '../../../draw/types.js';

const view = fc.tuple(evenly(-180, 180), evenly(5, 85));
const coordinate = evenly(-1, 1);
const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const;
const box: Box = { x: 30, y: 5, width: 400, height: 350 };

describe('Projection', () => {
  it('turns, tilts and lifts by the formulas of a parallel projection', () => {
    fc.assert(fc.property(view, coordinate, coordinate, coordinate, ([turn, tilt], u, v, h) => {
      const made = new Projection([turn, tilt], 100, 200, 50);
      const [t, e] = [turn, tilt].map((degrees) => (degrees * Math.PI) / 180);
      const depth = u * Math.sin(t) + v * Math.cos(t);
      const [x, y] = made.point(u, v, h);
      expect(x).to.be.closeTo(100 + 50 * (u * Math.cos(t) - v * Math.sin(t)), 1e-9);
      expect(y).to.be.closeTo(200 - 50 * (depth * Math.sin(e) + h * Math.cos(e)), 1e-9);
      expect(made.depth(u, v)).to.be.closeTo(depth, 1e-9);
      expect(made.y(u, v) - made.y(u, v, h)).to.be.closeTo(made.lift * h, 1e-9);
    }));
  });

  it('finds the point of the floor that is seen at a place', () => {
    fc.assert(fc.property(view, coordinate, coordinate, (angles, u, v) => {
      const made = new Projection(angles, 100, 200, 50);
      const found = made.floor(made.x(u, v), made.y(u, v));
      expect(found.u).to.be.closeTo(u, 1e-9);
      expect(found.v).to.be.closeTo(v, 1e-9);
    }));
  });

  it('has the corner nearest to the eye and the one furthest to the left', () => {
    fc.assert(fc.property(view, (angles) => {
      const projection = new Projection(angles, 0, 0, 1);
      const { front, left } = projection;
      const nearest = Math.min(...corners.map(([u, v]) => projection.depth(u, v)));
      const leftmost = Math.min(...corners.map(([u, v]) => projection.x(u, v)));
      expect(projection.depth(front.u, front.v)).to.be.at.most(nearest + 0.15);
      expect(projection.x(left.u, left.v)).to.be.at.most(leftmost + 0.15);
      expect([Math.abs(front.u), Math.abs(front.v), Math.abs(left.u), Math.abs(left.v)]).to.deep.equal([1, 1, 1, 1]);
    }));
    expect(new Projection([42, 33], 0, 0, 1)).to.deep.include({ front: { u: -1, v: -1 }, left: { u: -1, v: 1 } });
  });

  it('has its left corner away from the numbers of an edge that is seen end on', () => {
    for (const turn of [-180, -178, -90, -88, -92, 0, 2, -2, 88, 90, 92, 178, 180]) {
      const made = new Projection([turn, 30], 0, 0, 1);
      const { front, left } = made;
      // The numbered edges lie at u = front.u and at v = front.v; the steep one of them must be the right one.
      const isSteep = Math.abs(made.x(front.u, 1) - made.x(front.u, -1)) < 0.2;
      const steep = isSteep ? { u: front.u, v: 0 } : { u: 0, v: front.v };
      expect(made.x(steep.u, steep.v), `${turn}`).to.be.above(0.9);
      expect(made.x(left.u, left.v), `${turn}`).to.be.below(-0.9);
      expect(made.depth(left.u, left.v), `${turn}`).to.be.below(0);
    }
  });

  it('fits the floor and what is on it into the box, and keeps size and place at any turn while that fits', () => {
    fc.assert(fc.property(view, evenly(0, 3), evenly(0, 3), evenly(0, 3), ([turn, tilt], roof, axis, hang) => {
      const made = Projection.fit([turn, tilt], { roof, axis, hang }, box);
      const other = Projection.fit([17, tilt], { roof, axis, hang }, box);
      expect(made.scale).to.equal(other.scale);
      expect([made.x(0, 0), made.y(0, 0)]).to.deep.equal([other.x(0, 0), other.y(0, 0)]);
      for (const [u, v] of corners) {
        expect(made.x(u, v)).to.be.within(box.x - 1e-9, box.x + box.width + 1e-9);
        expect(made.y(u, v)).to.be.within(box.y + 6 - 1e-9, box.y + box.height - 24 + 1e-9);
      }
      const middle = made.y(0, 0);
      expect(middle - made.scale * roof, 'the roof').to.be.at.least(box.y + 6 - 1e-9);
      expect(middle - made.scale * axis, 'the axis and its name').to.be.at.least(box.y + 26 - 1e-9);
      expect(middle + made.scale * hang, 'what hangs').to.be.at.most(box.y + box.height - 6 + 1e-9);
    }));
  });

  it('keeps the floor where it is as long as the heights fit', () => {
    const [low, high] = [0.2, 0.9].map((roof) => Projection.fit([42, 33], { roof, axis: 0.5, hang: 0 }, box));
    expect([low.scale, low.y(0, 0)]).to.deep.equal([high.scale, high.y(0, 0)]);
  });

  it('touches the box in its narrower direction', () => {
    const extent = { roof: 1.5, axis: 0.5, hang: 0 };
    const wide = Projection.fit([45, 30], extent, { x: 0, y: 0, width: 1e6, height: 100 });
    expect(wide.y(0, 0) - 1.5 * wide.scale).to.be.closeTo(6, 1e-9);
    expect(wide.y(-1, -1)).to.be.closeTo(100 - 24, 1e-9);
    const high = Projection.fit([45, 30], extent, { x: 0, y: 0, width: 100, height: 1e6 });
    expect(high.x(1, -1)).to.be.closeTo(100, 1e-9);
  });

  it('shrinks to 0 if there is no room, and never below', () => {
    for (const [width, height] of [[-20, 100], [100, -3], [0, 0]]) {
      expect(Projection.fit([42, 33], { roof: 1, axis: 1, hang: 0 }, { x: 0, y: 0, width, height }).scale).to.equal(0);
    }
  });

  it('has rows of equal v lie across up to a turn of 45°', () => {
    expect([0, 44, -44, 46, 90, -100, 136, 180].map((turn) => new Projection([turn, 30], 0, 0, 1).across))
      .to.deep.equal([true, true, true, false, false, false, true, true]);
  });
});
