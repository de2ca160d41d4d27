import { expect } from 'chai';
import fc from 'fast-check';
import { Activation, type ActivationName } from '../../core/index.js';
import { numbers } from '../../testing/numbers.js';
import { arcs, edges, ground, pointsOf, record } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { sampleCurve } from './curve.js';
import { meets } from './label-placement.js';
import { drawLens, lensBelow, lensLayout, lensShare, placeLens } from './lens.js';
import { fitRange } from './range.js';
import { Plot, plotMargins, type Span } from '../../draw/plot.js';
import { overlaps } from '../../draw/style.js';
import type { Box } from '../../draw/types.js';

const activationsOf = (names = 'relu leaky-relu', alpha = 0.01): Activation[] =>
  names.split(' ').map((name) => new Activation(name as ActivationName, alpha));

/** The plot of a figure of this width, as the picture lays it out apart from its left and right margins. */
function plotOf(width: number, domain: Span, range: Span): Plot {
  const height = width * lensLayout.plot - plotMargins.top - plotMargins.bottom;
  return new Plot({ x: 25, y: plotMargins.top, width: width - 35, height }, domain, range);
}

interface Case { width?: number; domain?: Span; range?: Span; names?: string; alpha?: number }

function lensOf({ width = 480, domain = [-5, 5], range = [-1, 5], names, alpha }: Case = {}) {
  const activations = activationsOf(names, alpha);
  const plot = plotOf(width, domain, range);
  const curves = activations.map((each) => sampleCurve((z) => each.value(z), plot, domain));
  const under = width < lensLayout.narrow ? lensLayout.under : 0;
  const size = { width, height: width * (lensLayout.plot + under), density: 1 };
  return { lens: placeLens(plot, lensShare(activations, domain, range), curves, size), plot, curves };
}

describe('lensShare', () => {
  it('is the distance of the two at the left end, as a share of the height', () => {
    expect(lensShare(activationsOf(), [-5, 5], [-1, 5])).to.be.closeTo(0.05 / 6, 1e-15);
    expect(lensShare(activationsOf('tanh leaky-relu relu', 0.2), [-10, 5], [-10, 10])).to.be.closeTo(0.1, 1e-15);
    expect(lensShare(activationsOf(), [-0.11, 5], [-1, 5])).to.be.above(0);
  });

  for (const [why, names, alpha, domain, range] of [
    ['they do not differ', 'relu leaky-relu', 0, [-5, 5], [-1, 5]],
    ['nothing lies left of 0', 'relu leaky-relu', 0.01, [0, 5], [-1, 5]],
    ['almost nothing lies left of 0', 'relu leaky-relu', 0.01, [-2.5e-323, 0.5], [-0.2, 1]],
    ['little lies left of 0', 'relu leaky-relu', 0.01, [-0.1, 5], [-1, 5]],
    ['leaky ReLU is not there', 'relu sigmoid', 0.01, [-5, 5], [-1, 5]],
    ['ReLU is not there', 'leaky-relu', 0.01, [-5, 5], [-1, 5]],
    ['0 lies under the picture', 'relu leaky-relu', 0.01, [-5, 5], [1, 5]],
    ['leaky ReLU lies under the picture', 'relu leaky-relu', 0.01, [-5, 5], [-0.01, 5]],
  ] as const) {
    it(`is 0 if ${why}`, () => {
      expect(lensShare(activationsOf(names, alpha), domain, range)).to.equal(0);
    });
  }
});

describe('placeLens', () => {
  it('multiplies the height by 40 for α = 0.01 in a figure of 480 pixels', () => {
    expect(lensOf().lens).to.deep.include({ factor: 40, under: false });
  });

  it('shows the left half with its height multiplied by exactly the whole number that is printed', () => {
    const cases = [numbers(240, 1200), numbers(1e-4, 0.05), numbers(-100, -1), numbers(1, 100)] as const;
    fc.assert(fc.property(...cases, (width, alpha, low, high) => {
      const { lens, plot } = lensOf({ width, domain: [low, high], range: [-high / 5, high], alpha });
      if (!lens) return;
      const unit = (of: Plot): number => of.box.height / (of.ys[1] - of.ys[0]);
      expect(Number.isInteger(lens.factor)).to.equal(true);
      expect(unit(lens.plot) / unit(plot)).to.be.closeTo(lens.factor, 1e-6 * lens.factor);
      expect(lens.plot.xs).to.deep.equal([low, 0]);
      const difference = lens.plot.y(alpha * low) - lens.plot.y(0);
      expect(difference / lens.plot.box.height).to.be.within(0.3, 0.72);
      expect(lens.plot.shows(0) && lens.plot.shows(alpha * low)).to.equal(true);
    }));
  });

  it('is there only if the curves differ by less than 4 pixels and by more than nothing', () => {
    for (const width of [240, 300, 379, 380, 480, 800, 1200]) {
      for (const alpha of [1e-4, 0.005, 0.01, 0.013, 0.016, 0.02, 0.03, 0.05]) {
        const { lens, plot } = lensOf({ width, alpha });
        const apart = plot.y(-5 * alpha) - plot.y(0);
        expect(lens !== undefined, `${width} ${alpha}: ${apart}`).to.equal(apart < 4);
      }
    }
    for (const alpha of [0, 1e-12]) expect(lensOf({ alpha }).lens).to.equal(undefined);
  });

  it('finds a place beside any other functions, with the range fitted to them', () => {
    for (const others of ['', ' linear', ' sigmoid', ' tanh', ' linear tanh', ' linear sigmoid tanh']) {
      const names = `relu leaky-relu${others}`;
      for (const width of [380, 420, 480, 720, 1200]) {
        const { lens, plot } = lensOf({ width, range: fitRange(activationsOf(names), [-5, 5], false), names });
        if (plot.y(-0.05) - plot.y(0) < 4) expect(lens, `${names} ${width}`).to.exist;
      }
    }
  });

  it('lies under the plot below 380 pixels, in the room that the figure has there', () => {
    for (const width of [240, 320, 379.9]) {
      const { lens, plot } = lensOf({ width });
      expect(lens!.under).to.equal(true);
      const { y, height } = lens!.plot.box;
      expect(y).to.be.above(plot.box.y + plot.box.height + plotMargins.bottom);
      expect(y + height).to.be.below(width * (lensLayout.plot + lensLayout.under));
      expect(height).to.be.above(90);
    }
  });

  it('keeps off every curve within the plot', () => {
    for (const [names, domain, range] of [
      ['relu leaky-relu', [-5, 5], [-1, 5]], ['relu leaky-relu linear', [-5, 5], [-5, 5]],
      ['relu leaky-relu sigmoid tanh', [-5, 5], [-2, 5]], ['relu leaky-relu', [-1, 10], [-2, 10]],
      ['relu leaky-relu', [-5, 5], [-100, 1]],
    ] as [string, Span, Span][]) {
      const { lens, curves, plot: { box } } = lensOf({ domain, range, names });
      const own = lens!.plot.box;
      expect(curves.some((points) => meets(points, own, 4)), names).to.equal(false);
      expect(own.x >= box.x && own.x + own.width <= box.x + box.width).to.equal(true);
      expect(own.y >= box.y && own.y + own.height <= box.y + box.height).to.equal(true);
    }
  });

  it('is left out if it finds no place within', () => {
    const { plot, curves } = lensOf();
    const zigzag = Float64Array.from(Array.from({ length: 481 }, (_, x) => [x, x % 2 ? 0 : 340]).flat());
    const size = { width: 480, height: 340, density: 1 };
    expect(placeLens(plot, 0.05 / 6, curves, size)).to.exist;
    expect(placeLens(plot, 0.05 / 6, [...curves, zigzag], size)).to.equal(undefined);
    const narrow = new Plot({ ...plot.box, width: 100 }, plot.xs, plot.ys);
    expect(placeLens(narrow, 0.05 / 6, [], size), 'too narrow').to.equal(undefined);
  });
});

describe('lensBelow', () => {
  it('is the width from which on the curves are 4 pixels apart, at most 380', () => {
    fc.assert(fc.property(numbers(1e-4, 0.2), numbers(240, 379.9), (alpha, width) => {
      const share = lensShare(activationsOf('relu leaky-relu', alpha), [-5, 5], [-1, 5]);
      const apart = share * plotOf(width, [-5, 5], [-1, 5]).box.height;
      if (Math.abs(apart - 4) > 1e-6) expect(width < lensBelow(share)).to.equal(apart < 4);
    }));
    expect([lensBelow(0), lensBelow(1e-9)]).to.deep.equal([0, 380]);
  });
});

describe('drawLens', () => {
  const strokes = [{ colour: '#0000ff', width: 6, alpha: 0.45 }, { colour: '#000000', width: 1.6 }];

  function draw(alpha = 0.01, domain: Span = [-5, 5], probe = NaN, width = 480, height = 340) {
    const activations = activationsOf('relu leaky-relu', alpha);
    const range: Span = [-domain[1] / 5, domain[1]];
    const plot = plotOf(width, domain, range);
    const lens = placeLens(plot, lensShare(activations, domain, range), [], { width, height, density: 2 })!;
    const format = (value: number): string => String(+value.toPrecision(3));
    const [title, slope] = [`height × ${lens.factor}`, `slope ${alpha}`];
    let taken: Box[] = [];
    const recording = record((ctx) => {
      taken = drawLens(ctx, lens, activations, strokes, probe, title, slope, format, 2, testTheme);
    });
    const curves = recording.paths('stroke').filter(({ pen }) => ['#0000ff', '#000000'].includes(pen.strokeStyle));
    return { lens, plot, recording, curves, taken };
  }

  it('draws both curves with their height multiplied by the number that is printed', () => {
    fc.assert(fc.property(numbers(0.001, 0.012), numbers(-50, -2), (alpha, low) => {
      const { lens, plot, recording, curves } = draw(alpha, [low, 4 - low]);
      const printed = Number(/× (\d+)/.exec(recording.words[0])![1]);
      expect(printed).to.equal(lens.factor);
      const unit = plot.box.height / (plot.ys[1] - plot.ys[0]);
      const { box } = lens.plot;
      const [relu, leaky] = curves.map(({ path }) => pointsOf(path));
      expect(leaky.length).to.be.above(100);
      for (const [x, y] of leaky) {
        const z = low + ((x - box.x) / box.width) * -low;
        expect((lens.plot.y(0) - y) / unit).to.be.closeTo(printed * alpha * z, 1e-6 * printed);
      }
      for (const [, y] of relu) expect(y).to.be.closeTo(lens.plot.y(0), 1e-9);
    }), { numRuns: 25 });
  });

  it('has an axis of its own: 0, and α times the left end with a hairline', () => {
    const { lens, recording } = draw();
    expect(recording.words).to.include.members(['height × 40', '0', '-0.05', 'slope 0.01']);
    const yOf = (wanted: string): number => recording.texts.find(({ text }) => text === wanted)!.y;
    expect(yOf('0')).to.be.closeTo(lens.plot.y(0) + 4, 1);
    const [line] = recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.hair);
    expect(edges(line.path)[0][1]).to.be.closeTo(lens.plot.y(-0.05), 0.5);
    expect(yOf('-0.05')).to.be.within(lens.plot.y(-0.05) - 8, lens.plot.y(-0.05));
  });

  it('frames the strip it shows and joins the two by dots, from corner to corner', () => {
    const { lens: { plot: { box }, strip }, recording } = draw();
    const frames = recording.marks.flatMap((mark) => (mark.type === 'strokeRect' ? [mark.rect] : []));
    [box, strip].forEach(({ x, y, width, height }, k) => {
      [x, y, width, height].forEach((side, at) => expect(frames[k][at]).to.be.closeTo(side, 1));
    });
    const dotted = recording.paths('stroke').find(({ pen }) => pen.lineDash.join() === '1,3')!;
    expect(edges(dotted.path)).to.deep.equal([0, 1].map((right) => [
      strip.x + right * strip.width, strip.y, box.x + right * box.width, box.y + box.height,
    ]));
  });

  it('joins strip and lens downwards if the lens lies under the plot, with nothing behind it', () => {
    const { lens: { plot: { box }, strip }, recording } = draw(0.01, [-5, 5], NaN, 320, 393);
    const dotted = recording.paths('stroke').find(({ pen }) => pen.lineDash.join() === '1,3')!;
    const [x, y] = [strip.x + strip.width, strip.y + strip.height];
    expect(edges(dotted.path)[1]).to.deep.equal([x, y, box.x + box.width, box.y]);
    const erased = (each: typeof recording): boolean =>
      each.paths('fill').some(({ path, pen }) => pen.fillStyle === ground && path[0].type === 'rect');
    expect([erased(recording), erased(draw().recording)]).to.deep.equal([false, true]);
  });

  it('shows the probe on both curves in its own scale, and none right of 0', () => {
    const rings = (probe: number) =>
      draw(0.01, [-5, 5], probe).recording.paths('stroke').flatMap(({ path }) => arcs(path));
    const { plot } = draw().lens;
    expect(rings(-3.2).map(({ x, y }) => [x, y]))
      .to.deep.equal([[plot.x(-3.2), plot.y(0)], [plot.x(-3.2), plot.y(-0.032)]]);
    expect(rings(2)).to.deep.equal([]);
  });

  it('returns the boxes that it takes, strip, title and axis included', () => {
    const { lens, plot, taken: [own, strip] } = draw();
    expect(own.y).to.be.below(lens.plot.box.y - 15);
    expect(own.x).to.be.below(lens.plot.box.x - 10);
    expect(overlaps(own, lens.plot.box)).to.equal(true);
    expect(strip.y).to.be.below(plot.y(0) - 3);
    expect(strip.y + strip.height).to.be.above(plot.y(-0.05) + 3);
    expect(strip.x + strip.width).to.be.closeTo(plot.x(0), 1e-9);
  });
});
