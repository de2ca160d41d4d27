import { expect } from 'chai';
import { endOf, record } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { Labels } from './labels.js';
import type { Probe } from './probe.js';
import { Projection } from './projection.js';
import { writeWords, type NamedRegions } from './captions.js';

const words = { format: String, fold: 'fold', flat: [['flat, y = 0'], ['flat']] };
const square = [-1, -1, 1, -1, 1, 1, -1, 1];

function write(regions: Partial<NamedRegions>, scale = 100, probe?: Probe) {
  const projection = new Projection([42, 33], 200, 200, scale);
  const recording = record((ctx) => {
    const labels = new Labels(ctx, { width: 400, height: 400, density: 1 }, testTheme);
    writeWords(labels, { flat: [], folds: [], count: 1, ...regions }, probe, words, projection, testTheme);
  });
  return { recording, projection };
}

const fold = (neuron: number, ...points: number[]): NamedRegions['folds'][number] =>
  ({ neuron, points: Float64Array.from(points) });
const written = (...of: Parameters<typeof write>): string[] => write(...of).recording.words;

describe('writeWords', () => {
  it('names the flat region inside it, with its height if there is room', () => {
    expect([written({ flat: square }), written({ flat: square }, 30)]).to.deep.equal([['flat, y = 0'], ['flat']]);
    expect(written({ flat: square }, 15)).to.deep.equal([]);
    expect(written({ flat: [-1, -1, 1, 1] }), 'a region without an area').to.deep.equal([]);
  });

  it('keeps the name of the flat region off the lines that lead to the probe', () => {
    const free = write({ flat: square }).recording.texts[0];
    const beside = write({ flat: square }, 100, { u: 0, v: 0, h: 0 }).recording.texts[0];
    expect(Math.hypot(free.x - beside.x, free.y - beside.y)).to.be.above(5);
  });

  it('names a fold at its end nearer to the eye, outside', () => {
    const { recording, projection } = write({ folds: [fold(1, 0.5, 1, 0, -0.5, -1, 0)] });
    expect(recording.words).to.deep.equal(['fold']);
    const [{ x, y }] = recording.texts;
    expect(y).to.be.above(projection.y(-0.5, -1));
    expect(Math.hypot(x - projection.x(-0.5, -1), y - projection.y(-0.5, -1))).to.be.below(40);
  });

  it('lifts the name with the end', () => {
    const on = write({ folds: [fold(1, 0.5, 1, 0, -0.5, -1, 0)] }).recording.texts[0];
    const up = write({ folds: [fold(1, 0.5, 1, 0, -0.5, -1, 0.5)] }).recording.texts[0];
    expect(on.y - up.y).to.be.closeTo(new Projection([42, 33], 200, 200, 100).lift * 0.5, 1e-9);
  });

  it('numbers folds if there are several neurons, even if only one of them folds in view', () => {
    const folds = [fold(1, 0, 1, 0, 0, -1, 0), fold(3, -1, 0, 0, 1, 0.5, 0)];
    expect(written({ count: 3, folds })).to.deep.equal(['fold 1', 'fold 3']);
    expect(written({ count: 2, folds: [fold(2, 0, 1, 0, 0, -1, 0)] })).to.deep.equal(['fold 2']);
  });

  it('leaves out names that find no room where several folds are one', () => {
    const folds = [1, 2, 3, 4, 5, 6].map((neuron) => fold(neuron, 0, 1, 0, 0, -1, 0));
    const { recording } = write({ count: 6, folds });
    expect(recording.texts.length).to.be.within(1, 5);
    const boxes = recording.texts.map((mark) => ({ x: mark.x, y: mark.y, width: endOf(mark) - mark.x }));
    boxes.forEach((one, i) => boxes.slice(i + 1).forEach((other) => {
      expect(Math.abs(one.x - other.x) >= one.width || Math.abs(one.y - other.y) >= 12).to.equal(true);
    }));
  });
});
