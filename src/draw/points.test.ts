import { expect } from '@open-wc/testing';
import { arcs, RecordingContext } from '../testing/recording-context.js';
import { testTheme } from '../testing/theme.js';
import { drawPoints } from './points.js';

const points = Float64Array.of(1, 2, 3, 4, 5, 6);
const isInside = (k: number): boolean => k === 1;

function record(square: boolean, labelled = { points, isInside }): RecordingContext {
  const recording = new RecordingContext();
  drawPoints(recording.context, labelled, (x) => 10 * x, (y) => 100 - y, testTheme, square);
  return recording;
}

describe('drawPoints', () => {
  it('draws those inside filled and those outside hollow, each at its place', () => {
    const fills = record(false).paths('fill');
    expect(fills.map(({ path, pen }) => [pen.fillStyle, pen.strokeStyle, arcs(path).map(({ x, y }) => [x, y])])).to.deep.equal([
      [testTheme.paper, testTheme.negative, [[10, 98], [50, 94]]],
      [testTheme.positive, testTheme.paper, [[30, 96]]],
    ]);
  });

  it('draws those of a test as squares about their place, as large as the circles', () => {
    const [hollow, filled] = record(true).paths('fill');
    const squares = [...hollow.path, ...filled.path];
    expect(squares.map(({ type }) => type)).to.deep.equal(['rect', 'rect', 'rect']);
    squares.forEach((square, n) => {
      if (square.type !== 'rect') throw new Error(square.type);
      const k = [0, 2, 1][n];
      expect([square.x + square.width / 2, square.y + square.height / 2]).to.deep.equal([10 * points[2 * k], 100 - points[2 * k + 1]]);
      expect(square.width * square.height).to.be.closeTo(Math.PI * (k === 1 ? 2.8 : 2.5) ** 2, 1e-9);
    });
  });

  it('draws nothing where there are no points', () => {
    expect(record(false, { points: new Float64Array(0), isInside }).marks).to.deep.equal([]);
  });
});
