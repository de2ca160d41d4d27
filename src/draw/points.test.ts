import { expect } from 'chai';
import { arcs, ground, record, type RecordingContext } from '../testing/recording-context.js';
import { testTheme } from '../testing/theme.js';
import { drawPoints, pointScale } from './points.js';

const points = Float64Array.of(1, 2, 3, 4, 5, 6);
const isInside = (k: number): boolean => k === 1;
const draw = (square: boolean, labelled = { points, isInside }): RecordingContext =>
  record((ctx) => drawPoints(ctx, labelled, (x) => 10 * x, (y) => 100 - y, testTheme, square));

describe('drawPoints', () => {
  it('draws those inside filled and those outside hollow, each at its place', () => {
    expect(draw(false).paths('fill').map(({ path, pen }) => [
      pen.fillStyle, pen.strokeStyle, arcs(path).map(({ x, y, radius }) => [x, y, radius]),
    ])).to.deep.equal([
      [ground, ground, [[10, 98, 2.5], [50, 94, 2.5]]],
      [testTheme.positive, testTheme.negative, [[30, 96, 2.8]]],
    ]);
  });

  it('strokes filled points first, so that the whole of them is kept inside an edge of the ground', () => {
    const drawn = draw(false).marks.filter((mark) => 'path' in mark && arcs(mark.path).length > 0);
    expect(drawn.map(({ type }) => type)).to.deep.equal(['fill', 'stroke', 'stroke', 'fill']);
    expect(drawn.map(({ pen }) => pen.strokeStyle)).to.deep.equal(
      [ground, testTheme.negative, ground, testTheme.negative]);
    expect(drawn[2].pen.lineWidth).to.be.above(1);
  });

  it('draws those of a test as squares about their place, as large as the circles', () => {
    const squares = draw(true).paths('fill').flatMap(({ path }) => path);
    expect(squares).to.have.length(3);
    squares.forEach((square, n) => {
      if (square.type !== 'rect') throw new Error(square.type);
      const k = [0, 2, 1][n];
      const middle = [square.x + square.width / 2, square.y + square.height / 2];
      expect(middle).to.deep.equal([10 * points[2 * k], 100 - points[2 * k + 1]]);
      expect(square.width * square.height).to.be.closeTo(Math.PI * (k === 1 ? 2.8 : 2.5) ** 2, 1e-9);
    });
  });

  it('draws few points larger, and many in their own size', () => {
    expect([1, 8, 100, 144, 500].map(pointScale)).to.deep.equal([1.6, 1.6, 1.2, 1, 1]);
    const large = record((ctx) => drawPoints(ctx, { points, isInside }, (x) => x, (y) => y, testTheme, false, 1.5));
    const radii = large.paths('fill').flatMap(({ path }) => arcs(path)).map(({ radius }) => radius);
    expect(radii).to.deep.equal([3.75, 3.75, 1.5 * 2.8]);
  });

  it('draws nothing without points', () => {
    const { marks } = draw(false, { points: new Float64Array(0), isInside });
    expect(marks.filter((mark) => 'path' in mark && mark.path.length > 0)).to.deep.equal([]);
  });
});
