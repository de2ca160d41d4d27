import { expect } from 'chai';
import { arcs, record, RecordingContext, type PathMark } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { drawPredictions } from './predictions.js';
import type { Box } from '../../draw/types.js';

const box: Box = { x: 1, y: 2, width: 300, height: 300 };

function draw(predictions: number[], threshold = 0.5, into = box) {
  const grid = Math.sqrt(predictions.length);
  const recording = record((ctx) =>
    drawPredictions(ctx, Float64Array.from(predictions), grid, threshold, into, testTheme));
  /** Circles by their centre and their outer edge. */
  const circles = (recording.marks as PathMark[]).flatMap(({ type, path, pen: { lineWidth, globalAlpha: alpha } }) =>
    arcs(path).map(({ x, y, radius }) =>
      ({ x, y, radius: radius + (type === 'stroke' ? lineWidth / 2 : 0), alpha, hollow: alpha < 1 })));
  return { circles, recording };
}

describe('drawPredictions', () => {
  // 3 × 3, row by row from the top.
  const predictions = [1, 0.5, 0.4999, -0.2, 0, 0.1, 1.2, 5, 0.75];

  it('puts a circle in the middle of the cell of each positive prediction, row by row from the top', () => {
    const { circles } = draw(predictions);
    const expected = predictions.flatMap((prediction, k) =>
      (prediction > 0 ? [[51 + 100 * (k % 3), 52 + 100 * Math.floor(k / 3)]] : []));
    expect(circles.map(({ x, y }) => [x, y])).to.have.deep.members(expected);
  });

  it('makes the radius 0.41 of a cell for a prediction of 1, proportional to it and at most 1.2 times that', () => {
    const { circles } = draw(predictions);
    for (const { x, y, radius } of circles) {
      const prediction = predictions[3 * Math.floor((y - 2) / 100) + Math.floor((x - 1) / 100)];
      expect(radius).to.be.closeTo(41 * Math.min(prediction, 1.2), 1e-9, `${prediction}`);
    }
  });

  it('makes the circle of the smallest prediction proportional too', () => {
    for (const prediction of [1e-6, 0.003, 0.0033, 0.006, 0.007, 0.02, 0.49]) {
      const { circles } = draw([prediction]); // one cell of 300 pixels
      expect(circles).to.have.length(1);
      expect(circles[0].radius).to.be.closeTo(0.41 * 300 * prediction, 1e-9, `${prediction}`);
    }
  });

  it('fills circles from the threshold on', () => {
    const square = { x: 0, y: 0, width: 100, height: 100 };
    const { circles } = draw([0.3, 0.2999999, 0.30000001, 0.9], 0.3, square);
    expect(circles.filter(({ hollow }) => hollow).map(({ x, y }) => [x, y])).to.deep.equal([[75, 25]]);
    expect(circles).to.have.length(4);
  });

  it('draws nothing at or below 0, nor for NaN, at any threshold', () => {
    for (const threshold of [0, 0.5, 1]) {
      expect(draw([0, -0, -1e-9, -4, NaN, -Infinity, 0, 0, -1], threshold).circles).to.deep.equal([]);
    }
  });

  it('draws an infinite prediction as the largest', () => {
    expect(draw([Infinity]).circles[0].radius).to.be.closeTo(0.41 * 300 * 1.2, 1e-9);
  });

  it('uses ink, opaque for filled circles and faint for hollow ones', () => {
    const { circles, recording } = draw([1, 0.3, 0, 0]);
    for (const { type, pen } of recording.marks) {
      expect(type === 'fill' ? pen.fillStyle : pen.strokeStyle).to.equal(testTheme.ink);
    }
    const [filled, hollow] = [circles.find((each) => !each.hollow)!, circles.find((each) => each.hollow)!];
    expect(filled.alpha).to.equal(1);
    expect(hollow.alpha).to.be.within(0.5, 0.9);
  });

  it('multiplies the opacity of the caller', () => {
    const recording = new RecordingContext();
    recording.context.globalAlpha = 0.5;
    drawPredictions(recording.context, Float64Array.of(1, 0.3, 0, 0), 2, 0.5, box, testTheme);
    const [filled] = recording.paths('fill');
    const [hollow] = recording.paths('stroke');
    expect(filled.pen.globalAlpha).to.equal(0.5);
    expect(hollow.pen.globalAlpha).to.be.below(0.5).and.above(0.25);
  });

  it('begins each circle with a move, so that no line joins two of them', () => {
    const { recording } = draw(predictions);
    for (const { path } of recording.marks as PathMark[]) {
      for (const arc of arcs(path)) {
        const move = { type: 'move', x: arc.x + arc.radius, y: arc.y };
        expect(path[path.indexOf(arc) - 1]).to.deep.equal(move);
      }
    }
  });
});
