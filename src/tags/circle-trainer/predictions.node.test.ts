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
  /** Marks by their centre and their outer edge. */
  const cells = (recording.marks as PathMark[]).flatMap(({ type, path, pen }) => arcs(path).map(({ x, y, radius }) => ({
    x, y, radius: radius + (type === 'stroke' ? pen.lineWidth / 2 : 0), alpha: pen.globalAlpha,
    kind: type === 'stroke' ? 'hollow' : pen.fillStyle === testTheme.muted ? 'speck' : 'filled',
  })));
  return { cells, recording };
}

describe('drawPredictions', () => {
  // 3 × 3, row by row from the top.
  const predictions = [1, 0.5, 0.4999, -0.2, 0, 0.1, 1.2, 5, 0.75];

  it('puts a mark in the middle of each cell, row by row from the top', () => {
    const expected = predictions.map((_, k) => [51 + 100 * (k % 3), 52 + 100 * Math.floor(k / 3)]);
    expect(draw(predictions).cells.map(({ x, y }) => [x, y])).to.have.deep.members(expected);
  });

  it('makes the radius 0.41 of a cell for a prediction of 1, proportional to it and at most 1.2 times that', () => {
    for (const { x, y, radius, kind } of draw(predictions).cells) {
      const prediction = predictions[3 * Math.floor((y - 2) / 100) + Math.floor((x - 1) / 100)];
      expect(kind === 'speck', `${prediction}`).to.equal(prediction <= 0);
      if (kind !== 'speck') expect(radius).to.be.closeTo(41 * Math.min(prediction, 1.2), 1e-9, `${prediction}`);
    }
  });

  it('marks a cell whose circle would be smaller than 0.7 px with a muted speck of that size, at any threshold', () => {
    for (const threshold of [0, 0.5, 1]) {
      const { cells } = draw([0, -0, -1e-9, -4, NaN, -Infinity, 0.69 / 41, 0.71 / 41, 1], threshold);
      const specks = cells.filter(({ kind }) => kind === 'speck');
      expect(specks.map(({ radius, alpha }) => [radius, alpha])).to.deep.equal(Array(7).fill([0.7, 0.65]));
    }
  });

  it('fills circles from the threshold on', () => {
    const square = { x: 0, y: 0, width: 100, height: 100 };
    const { cells } = draw([0.3, 0.2999999, 0.30000001, 0.9], 0.3, square);
    expect(cells.filter(({ kind }) => kind === 'hollow').map(({ x, y }) => [x, y])).to.deep.equal([[75, 25]]);
    expect(cells.filter(({ kind }) => kind === 'filled')).to.have.length(3);
  });

  it('draws an infinite prediction as the largest', () => {
    expect(draw([Infinity]).cells[0].radius).to.be.closeTo(0.41 * 300 * 1.2, 1e-9);
  });

  it('uses ink, opaque for filled circles and faint for hollow ones', () => {
    const { cells, recording } = draw([1, 0.3, 0.2, 0.9]);
    for (const { type, pen, path } of recording.marks as PathMark[]) {
      if (path.length > 0) expect(type === 'fill' ? pen.fillStyle : pen.strokeStyle).to.equal(testTheme.ink);
    }
    expect(cells.find(({ kind }) => kind === 'filled')!.alpha).to.equal(1);
    expect(cells.find(({ kind }) => kind === 'hollow')!.alpha).to.be.within(0.5, 0.9);
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

  it('has no path of more circles than a fine grid has cells a side', () => {
    const { recording, cells } = draw(Array.from({ length: 4096 }, (_, k) => [0, 0.4, 1][k % 3]));
    expect(cells).to.have.lengthOf(4096);
    for (const mark of recording.marks as PathMark[]) expect(arcs(mark.path).length).to.be.at.most(64);
  });
});
