import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Activation } from '../../core/index.js';
import { arcs, edges, RecordingContext } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import type { Stroke } from './curve.js';
import { drawLens } from './lens-picture.js';
import { lensShare, placeLens, type Lens } from './lens.js';
import { Plot, type Span } from '../../draw/plot.js';

const strokes: readonly Stroke[] = [{ colour: '#0000ff', width: 6, alpha: 0.45 }, { colour: '#000000', width: 1.6 }];

function draw(alpha: number, domain: Span = [-5, 5], probe = NaN, width = 480, height = 340) {
  const activations = [new Activation('relu'), new Activation('leaky-relu', alpha)];
  const range: Span = [-domain[1] / 5, domain[1]];
  const plot = new Plot({ x: 25, y: 10, width: width - 35, height: (width * 17) / 24 - 36 }, domain, range);
  const lens = placeLens(plot, lensShare(activations, domain, range), [], { width, height, density: 2 }) as Lens;
  const recording = new RecordingContext();
  const before = recording.pen;
  const words = { title: `height × ${lens.factor}`, slope: `slope ${alpha}`, format: (value: number) => String(+value.toPrecision(3)) };
  drawLens(recording.context, lens, { activations, strokes }, probe, words, 2, testTheme);
  expect(recording.pen).to.deep.equal(before);
  expect(recording.depth).to.equal(0);
  return { lens, plot, recording, curves: recording.paths('stroke').filter(({ pen }) => strokes.some(({ colour }) => colour === pen.strokeStyle)) };
}

describe('drawLens', () => {
  it('draws both curves with their height multiplied by what is printed: a point read back in the plot\u2019s scale is n · α · z', () => {
    fc.assert(fc.property(fc.double({ min: 0.001, max: 0.012, noNaN: true }), fc.double({ min: -50, max: -2, noNaN: true }), (alpha, low) => {
      const { lens, plot, recording, curves } = draw(alpha, [low, 4 - low]);
      const printed = Number(/× (\d+)/.exec(recording.texts[0].text)![1]);
      expect(printed).to.equal(lens.factor);
      const unit = plot.box.height / (plot.ys[1] - plot.ys[0]);
      const { box } = lens.plot;
      const [relu, leaky] = curves.map(({ path }) => edges(path).flatMap(([x0, y0, x1, y1]) => [[x0, y0], [x1, y1]]));
      expect(leaky.length).to.be.above(100);
      for (const [x, y] of leaky) {
        const z = low + ((x - box.x) / box.width) * -low;
        expect((lens.plot.y(0) - y) / unit).to.be.closeTo(printed * alpha * z, 1e-6 * printed);
      }
      for (const [, y] of relu) expect(y).to.be.closeTo(lens.plot.y(0), 1e-9);
    }), { numRuns: 25 });
  });

  it('has an axis of its own: 0, and α times the left end with a hairline', () => {
    const { lens, recording } = draw(0.01);
    const texts = recording.texts.map(({ text }) => text);
    expect(texts).to.include.members(['height × 40', '0', '-0.05', 'slope 0.01']);
    const at = (text: string): number => recording.texts.find((each) => each.text === text)!.y;
    expect(at('0')).to.be.closeTo(lens.plot.y(0) + 4, 1);
    const [line] = recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.hair);
    expect(edges(line.path)[0][1]).to.be.closeTo(lens.plot.y(-0.05), 0.5);
    expect(at('-0.05')).to.be.within(lens.plot.y(-0.05) - 8, lens.plot.y(-0.05));
  });

  it('frames the strip it shows and joins the two by dots, from corner to corner', () => {
    const { lens: { plot, strip }, recording } = draw(0.01);
    const frames = recording.marks.flatMap((mark) => (mark.type === 'strokeRect' ? [mark.rect] : []));
    [plot.box, strip].forEach(({ x, y, width, height }, k) => {
      [x, y, width, height].forEach((side, at) => expect(frames[k][at]).to.be.closeTo(side, 1));
    });
    const dotted = recording.paths('stroke').find(({ pen }) => pen.lineDash.join() === '1,3')!;
    expect(edges(dotted.path)).to.deep.equal([0, 1].map((right) => [
      strip.x + right * strip.width, strip.y, plot.box.x + right * plot.box.width, plot.box.y + plot.box.height,
    ]));
  });

  it('joins strip and lens downwards where the lens lies under the plot', () => {
    const { lens: { plot, strip }, recording } = draw(0.01, [-5, 5], NaN, 320, 393);
    const dotted = recording.paths('stroke').find(({ pen }) => pen.lineDash.join() === '1,3')!;
    expect(edges(dotted.path)[1]).to.deep.equal([strip.x + strip.width, strip.y + strip.height, plot.box.x + plot.box.width, plot.box.y]);
    expect(recording.marks.some(({ type }) => type === 'fillRect'), 'nothing lies behind it').to.equal(false);
  });

  it('shows the probe on both curves in its own scale, and none right of 0', () => {
    const { lens: { plot }, recording } = draw(0.01, [-5, 5], -3.2);
    const rings = recording.paths('stroke').flatMap(({ path }) => arcs(path));
    expect(rings.map(({ x, y }) => [x, y])).to.deep.equal([[plot.x(-3.2), plot.y(0)], [plot.x(-3.2), plot.y(-0.032)]]);
    expect(draw(0.01, [-5, 5], 2).recording.paths('stroke').flatMap(({ path }) => arcs(path))).to.deep.equal([]);
  });
});
