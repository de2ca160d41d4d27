import { expect } from '@open-wc/testing';
import { blank, pixel, PixelCanvas } from '../../testing/pixels.js';
import { arcs, RecordingContext, type Mark, type Segment } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { drawPredictions, predictionRadius } from './predictions.js';
import type { Box } from '../../draw/types.js';

const box: Box = { x: 1, y: 2, width: 300, height: 300 };

type Path = Extract<Mark, { path: unknown }>;

/** A circle as the eye sees it: its centre and its outer edge. */
interface Circle { readonly x: number; readonly y: number; readonly radius: number; readonly alpha: number; readonly hollow: boolean }

function draw(predictions: number[], threshold = 0.5, into = box): { circles: Circle[]; recording: RecordingContext } {
  const recording = new RecordingContext();
  const grid = Math.sqrt(predictions.length);
  drawPredictions(recording.context, Float64Array.from(predictions), grid, threshold, into, testTheme);
  const circles = (recording.marks as Path[]).flatMap(({ type, path, pen }) => arcs(path).map((arc) => ({
    x: arc.x,
    y: arc.y,
    radius: arc.radius + (type === 'stroke' ? pen.lineWidth / 2 : 0),
    alpha: pen.globalAlpha,
    hollow: pen.globalAlpha < 1,
  })));
  return { circles, recording };
}

describe('drawPredictions', () => {
  // 3 × 3, row by row from the top.
  const predictions = [
    1, 0.5, 0.4999,
    -0.2, 0, 0.1,
    1.2, 5, 0.75,
  ];

  it('puts a circle in the middle of the cell of each positive prediction, row by row from the top', () => {
    const { circles } = draw(predictions);
    const expected = predictions.flatMap((prediction, k) => (prediction > 0 ? [[51 + 100 * (k % 3), 52 + 100 * Math.floor(k / 3)]] : []));
    expect(circles.map(({ x, y }) => [x, y])).to.have.deep.members(expected);
  });

  it('makes the outer edge 0.41 of a cell for a prediction of 1, in proportion to it and at most 1.2 times that', () => {
    const { circles } = draw(predictions);
    for (const { x, y, radius } of circles) {
      const prediction = predictions[3 * Math.floor((y - 2) / 100) + Math.floor((x - 1) / 100)];
      expect(radius).to.be.closeTo(41 * Math.min(prediction, 1.2), 1e-9, `${prediction}`);
    }
  });

  it('keeps the hollow circle of the smallest prediction in proportion too', () => {
    for (const prediction of [1e-6, 0.003, 0.0033, 0.006, 0.007, 0.02, 0.49]) {
      const { circles } = draw([prediction]); // one cell of 300 pixels
      expect(circles).to.have.length(1);
      expect(circles[0].radius).to.be.closeTo(0.41 * 300 * prediction, 1e-9, `${prediction}`);
    }
  });

  it('fills from the threshold on and leaves hollow below', () => {
    const { circles } = draw([0.3, 0.2999999, 0.30000001, 0.9], 0.3, { x: 0, y: 0, width: 100, height: 100 });
    expect(circles.filter(({ hollow }) => hollow).map(({ x, y }) => [x, y])).to.deep.equal([[75, 25]]);
    expect(circles).to.have.length(4);
  });

  it('draws nothing at or below 0, nor for what is no number, whatever the threshold', () => {
    for (const threshold of [0, 0.5, 1]) {
      expect(draw([0, -0, -1e-9, -4, NaN, -Infinity, 0, 0, -1], threshold).circles).to.deep.equal([]);
    }
  });

  it('draws an infinite prediction as the largest', () => {
    expect(draw([Infinity]).circles[0].radius).to.be.closeTo(0.41 * 300 * 1.2, 1e-9);
  });

  it('uses ink, whole for filled circles and stepping back for hollow ones', () => {
    const { circles, recording } = draw([1, 0.3, 0, 0]);
    for (const mark of recording.marks as Path[]) {
      expect(mark.type === 'fill' ? mark.pen.fillStyle : mark.pen.strokeStyle).to.equal(testTheme.ink);
    }
    const [filled, hollow] = [circles.find((each) => !each.hollow)!, circles.find((each) => each.hollow)!];
    expect(filled.alpha).to.equal(1);
    expect(hollow.alpha).to.be.within(0.5, 0.9);
  });

  it('steps back together with the whole picture', () => {
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
    for (const { path } of recording.marks as Path[]) {
      path.forEach((segment: Segment, k: number) => {
        if (segment.type !== 'arc') return;
        expect(path[k - 1]).to.deep.equal({ type: 'move', x: segment.x + segment.radius, y: segment.y });
      });
    }
  });

  it('leaves the context as it found it', () => {
    const recording = new RecordingContext();
    Object.assign(recording.context, { fillStyle: '#111111', strokeStyle: '#222222', lineWidth: 9, globalAlpha: 0.25 });
    const before = recording.pen;
    drawPredictions(recording.context, Float64Array.from(predictions), 3, 0.5, box, testTheme);
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
  });

  it('shows on a real canvas: ink in a filled circle, a hole in a hollow one, nothing elsewhere', () => {
    const canvas = new PixelCanvas(100, 100, 2);
    drawPredictions(canvas.context, Float64Array.of(1, 0.4, -1, 1.2), 2, 0.5, { x: 0, y: 0, width: 100, height: 100 }, testTheme);
    expect(canvas.at(25, 25)).to.deep.equal(pixel(testTheme.ink));
    expect(canvas.at(25 + 0.41 * 50 - 1, 25)).to.deep.equal(pixel(testTheme.ink)); // just within the edge
    expect(canvas.at(25 + 0.41 * 50 + 1, 25)).to.deep.equal(blank); // just beyond it
    expect(canvas.at(75, 25)).to.deep.equal(blank); // the hole
    expect(canvas.at(75 + 0.41 * 50 * 0.4 - 0.4, 25)[3]).to.be.within(100, 230); // the ring
    expect(canvas.at(25, 75)).to.deep.equal(blank); // below 0
    expect(canvas.at(75, 75)).to.deep.equal(pixel(testTheme.ink));
  });
});

describe('predictionRadius', () => {
  it('is 0.41 of the cell times the prediction, capped, and 0 for none', () => {
    expect(predictionRadius(1, 10)).to.be.closeTo(4.1, 1e-12);
    expect(predictionRadius(0.5, 10)).to.be.closeTo(2.05, 1e-12);
    expect(predictionRadius(1.2, 10)).to.be.closeTo(4.92, 1e-12);
    expect(predictionRadius(30, 10)).to.be.closeTo(4.92, 1e-12);
    for (const none of [0, -1, NaN]) expect(predictionRadius(none, 10)).to.equal(0);
  });
});
