import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Activation, activationNames, type ActivationName } from '../../core/index.js';
import { arcs, edges, RecordingContext } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { drawActivationProbe, type ActivationProbe } from './picture-probe.js';
import { sampleCurve } from './curve.js';
import { Plot } from '../../draw/plot.js';

const plot = new Plot({ x: 40, y: 10, width: 400, height: 300 }, [-5, 5], [-2, 5]);

function draw(names: readonly ActivationName[], probe: number, more: Partial<ActivationProbe> = {}) {
  const recording = new RecordingContext();
  const activations = names.map((name) => new Activation(name, 0.3));
  const keepOff = activations.map((each) => sampleCurve((z) => each.value(z), plot, [-5, 5]));
  const ticks = drawActivationProbe(recording.context, { activations, slopes: false, probe, text: `z ${probe}`, value: 'f', keepOff, taken: [], ...more }, plot, 1, testTheme);
  expect(recording.depth).to.equal(0);
  const strokes = recording.paths('stroke');
  return {
    ticks, recording, activations,
    drops: strokes.filter(({ pen }) => pen.lineDash.length > 0).flatMap(({ path }) => edges(path)),
    rings: strokes.flatMap(({ path, pen }) => arcs(path).map(({ x, y, radius }) => ({ x, y, radius, colour: pen.strokeStyle }))),
  };
}

describe('drawActivationProbe', () => {
  it('draws nothing without a probe', () => {
    const { ticks, recording } = draw(['relu'], NaN);
    expect(ticks).to.deep.equal([]);
    expect(recording.marks).to.deep.equal([]);
  });

  it('puts a ring on the curve, with dashes to both axes, for any z and function', () => {
    fc.assert(fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.constantFrom(...activationNames), (z, name) => {
      const { rings, drops, activations: [f], ticks } = draw([name], z);
      if (f.value(z) < -2) return;
      expect(rings).to.have.length(1);
      expect(rings[0].x).to.be.closeTo(40 + ((z + 5) / 10) * 400, 1e-9);
      expect(5 - ((rings[0].y - 10) / 300) * 7).to.be.closeTo(f.value(z), 1e-9);
      const [down, left] = drops;
      expect(down[0]).to.equal(down[2]).and.to.be.closeTo(rings[0].x, 0.51);
      expect([down[1], down[3]]).to.deep.equal([rings[0].y, 310]);
      expect(left[1]).to.equal(left[3]).and.to.be.closeTo(rings[0].y, 0.51);
      expect(left[2]).to.equal(40);
      expect(ticks).to.deep.equal([{ value: z, text: `z ${z}`, strong: true }]);
    }));
  });

  it('has one ring for each of several functions, unless they coincide, and dashes from the highest down', () => {
    const apart = draw(['relu', 'linear', 'tanh'], -1);
    expect(apart.rings.map(({ y }) => 5 - ((y - 10) / 300) * 7).map((y) => +y.toFixed(6))).to.deep.equal([0, -1, -0.761594].map((y) => +y.toFixed(6)));
    expect(apart.drops).to.have.length(1);
    expect(apart.drops[0][1]).to.be.closeTo(plot.y(0), 1e-9);
    expect(draw(['relu', 'linear'], 2).rings).to.have.length(1);
  });

  it('marks the slopes too, smaller and muted', () => {
    const { rings } = draw(['sigmoid'], 1.5, { slopes: true });
    const small = rings.find(({ colour }) => colour === testTheme.muted)!;
    const s = 1 / (1 + Math.exp(-1.5));
    expect(5 - ((small.y - 10) / 300) * 7).to.be.closeTo(s * (1 - s), 1e-9);
    expect(small.radius).to.be.below(5);
  });

  it('has no ring where the curve is beyond the picture, and dashes to its edge', () => {
    const high = drawActivationProbeIn([-2, 1], 3);
    expect(high.rings).to.equal(0);
    expect(high.drop).to.deep.equal([10, 310]);
    expect(drawActivationProbeIn([4, 5], 3)).to.deep.equal({ rings: 0, drop: [310, 310] });
  });

  it('writes the value above its dashes or below, and nowhere if there is something', () => {
    const at = (probe: number, more: Partial<ActivationProbe> = {}): number[] => draw(['sigmoid'], probe, more).recording.texts.map(({ y }) => y);
    const level = plot.y(1 / (1 + Math.exp(-3)));
    expect(at(3)[0]).to.be.within(level - 15, level);
    const above = { x: 40, y: level - 16, width: 60, height: 12 };
    expect(at(3, { taken: [above] })[0]).to.be.within(level + 5, level + 20);
    expect(at(3, { taken: [above, { ...above, y: level + 4 }] })).to.deep.equal([]);
    expect(at(-4.9), 'no room left of the ring').to.deep.equal([]);
    expect(draw(['sigmoid', 'tanh'], 3).recording.texts, 'of several').to.deep.equal([]);
  });
});

function drawActivationProbeIn(ys: [number, number], z: number): { rings: number; drop: number[] } {
  const recording = new RecordingContext();
  const own = new Plot(plot.box, [-5, 5], ys);
  drawActivationProbe(recording.context, { activations: [new Activation('relu')], slopes: false, probe: z, text: '', value: '', keepOff: [], taken: [] }, own, 1, testTheme);
  const [[, from, , to]] = recording.paths('stroke').flatMap(({ path }) => edges(path));
  return { rings: recording.paths('stroke').flatMap(({ path }) => arcs(path)).length, drop: [from, to] };
}
