import { expect } from '@open-wc/testing';
import { arcs, RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { drawShares } from './contributions.js';

const box = { x: 10, y: 20, width: 100, height: 100 };

function record(shares: readonly number[], most: number): RecordingContext {
  const recording = new RecordingContext();
  drawShares(recording.context, Float64Array.from(shares), most, 2, box, testTheme);
  return recording;
}

describe('drawShares', () => {
  it('fills what is added and rings what is taken away, each as large as its share of the most', () => {
    const recording = record([2, -4, 1, 0], 4);
    const [filled, small] = recording.paths('fill');
    const [rings] = recording.paths('stroke');
    const cell = 0.41 * 50;
    expect(arcs(filled.path).map(({ x, y, radius }) => [x, y, radius])).to.deep.equal([[35, 45, cell / 2], [35, 95, cell / 4]]);
    expect(filled.pen.fillStyle).to.equal(testTheme.positive);
    expect(arcs(rings.path).map(({ x, y }) => [x, y])).to.deep.equal([[85, 45]]);
    expect(arcs(rings.path)[0].radius + rings.pen.lineWidth / 2).to.be.closeTo(cell, 1e-12);
    expect(rings.pen.strokeStyle).to.equal(testTheme.negative);
    expect(arcs(small.path)).to.deep.equal([]);
  });

  it('fills what is too small for a ring, in the colour of its sign', () => {
    const recording = record([-0.01, 1, 0.01, 0], 1);
    const small = recording.paths('fill')[1];
    expect(arcs(small.path)).to.have.length(1);
    expect(small.pen.fillStyle).to.equal(testTheme.negative);
    expect(arcs(recording.paths('stroke')[0].path)).to.have.length(0);
  });

  it('draws nothing of a neuron that adds nothing anywhere, and leaves the context as it found it', () => {
    expect(record([0, 0, 0, 0], 0).marks).to.have.length(0);
    const recording = new RecordingContext();
    const before = recording.pen;
    drawShares(recording.context, Float64Array.of(1, -1, NaN, 0), 1, 2, box, testTheme);
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
    expect(recording.paths('fill').flatMap(({ path }) => arcs(path))).to.have.length(1);
  });
});
