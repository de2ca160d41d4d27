import { expect } from '@open-wc/testing';
import { RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { Projection } from './projection.js';
import { Labels } from './labels.js';
import { writeProbe, writeWords, type NamedRegions } from './captions.js';

const words = { format: String, fold: 'fold', flat: [['flat, y = 0'], ['flat']] };
const square = [-1, -1, 1, -1, 1, 1, -1, 1];

interface Written { readonly recording: RecordingContext; readonly projection: Projection; readonly labels: Labels }

function begin(scale = 100, width = 400): Written {
  const recording = new RecordingContext();
  const labels = new Labels(recording.context, { width, height: 400, density: 1 }, testTheme);
  return { recording, labels, projection: new Projection([42, 33], width / 2, 200, scale) };
}

function write(regions: Partial<NamedRegions>, scale?: number, probe?: { u: number; v: number; h: number }): Written {
  const begun = begin(scale);
  writeWords(begun.labels, { flat: [], folds: [], count: 1, ...regions }, probe, words, begun.projection, testTheme);
  return begun;
}

const fold = (neuron: number, ...points: number[]): { neuron: number; points: Float64Array } => ({ neuron, points: Float64Array.from(points) });
const written = ({ recording }: Written): string[] => recording.texts.map(({ text }) => text);

describe('writeWords', () => {
  it('names the flat region within it: with its height where there is room, without where there is less, else not at all', () => {
    expect(written(write({ flat: square }))).to.deep.equal(['flat, y = 0']);
    expect(written(write({ flat: square }, 30))).to.deep.equal(['flat']);
    expect(written(write({ flat: square }, 15))).to.deep.equal([]);
    expect(written(write({ flat: [-1, -1, 1, 1] })), 'a region without an area').to.deep.equal([]);
  });

  it('keeps the name of the flat region off the lines that lead to the probe', () => {
    const free = write({ flat: square }).recording.texts[0];
    const beside = write({ flat: square }, 100, { u: 0, v: 0, h: 0 }).recording.texts[0];
    expect(Math.hypot(free.x - beside.x, free.y - beside.y)).to.be.above(5);
  });

  it('names a fold at its end nearer to the eye, outside', () => {
    const { recording, projection } = write({ folds: [fold(1, 0.5, 1, 0, -0.5, -1, 0)] });
    expect(recording.texts.map(({ text }) => text)).to.deep.equal(['fold']);
    const [{ x, y }] = recording.texts;
    expect(y).to.be.above(projection.y(-0.5, -1));
    expect(Math.hypot(x - projection.x(-0.5, -1), y - projection.y(-0.5, -1))).to.be.below(40);
  });

  it('lifts the name with the end', () => {
    const on = write({ folds: [fold(1, 0.5, 1, 0, -0.5, -1, 0)] }).recording.texts[0];
    const up = write({ folds: [fold(1, 0.5, 1, 0, -0.5, -1, 0.5)] }).recording.texts[0];
    expect(on.y - up.y).to.be.closeTo(begin().projection.lift * 0.5, 1e-9);
  });

  it('numbers folds where there are several neurons, even if only one of them folds in view', () => {
    expect(written(write({ count: 3, folds: [fold(1, 0, 1, 0, 0, -1, 0), fold(3, -1, 0, 0, 1, 0.5, 0)] }))).to.deep.equal(['fold 1', 'fold 3']);
    expect(written(write({ count: 2, folds: [fold(2, 0, 1, 0, 0, -1, 0)] }))).to.deep.equal(['fold 2']);
  });

  it('leaves out a second name where two folds are one', () => {
    const both = [fold(1, 0, 1, 0, 0, -1, 0), fold(2, 0, 1, 0, 0, -1, 0), fold(3, 0, 1, 0, 0, -1, 0), fold(4, 0, 1, 0, 0, -1, 0), fold(5, 0, 1, 0, 0, -1, 0), fold(6, 0, 1, 0, 0, -1, 0)];
    const { recording } = write({ count: 6, folds: both });
    expect(recording.texts.length).to.be.within(1, 5);
    const boxes = recording.texts.map(({ text, x, y }) => ({ x, y, width: text.length * 0.55 * 12 }));
    boxes.forEach((one, i) => boxes.slice(i + 1).forEach((other) => {
      expect(Math.abs(one.x - other.x) >= one.width || Math.abs(one.y - other.y) >= 12).to.equal(true);
    }));
  });
});

describe('writeProbe', () => {
  const runs = ['y = 0.71'];
  const width = 8 * 0.55 * 13;

  it('writes beside the ring, on the side where there is room', () => {
    const middle = begin();
    writeProbe(middle.labels, { u: 0, v: 0, h: 0.5 }, runs, middle.projection, testTheme);
    expect(middle.recording.texts[0].x).to.be.above(200);
    const narrow = begin(100, 300);
    writeProbe(narrow.labels, { u: 1, v: -1, h: 0.5 }, runs, narrow.projection, testTheme);
    expect(narrow.recording.texts[0].x + width).to.be.below(narrow.projection.x(1, -1));
  });

  it('has a rim of paper, and keeps other names off the ring and its stick', () => {
    const { labels, projection, recording } = begin();
    writeProbe(labels, { u: 0, v: 0, h: 0.5 }, runs, projection, testTheme);
    expect(recording.marks[0].type).to.equal('strokeText');
    expect(labels.write(['x'], [[200, (projection.y(0, 0) + projection.y(0, 0, 0.5)) / 2]], { size: 12, colour: '#000000' })).to.equal(false);
  });
});
