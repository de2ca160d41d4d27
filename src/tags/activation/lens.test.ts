import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Activation, type ActivationName } from '../../core/index.js';
import { fitRange } from './range.js';
import { sampleCurve } from './curve.js';
import { meets, overlaps } from './label-placement.js';
import { lensBelow, lensExtent, lensLayout, lensShare, placeLens, type Lens } from './lens.js';
import { Plot, plotMargins, type Span } from '../../draw/plot.js';

const made = (names: string, alpha = 0.01): Activation[] => names.split(' ').map((name) => new Activation(name as ActivationName, alpha));

/** The plot of a figure of this width, as the picture lays it out but for its left and right margins. */
function plotOf(width: number, domain: Span, range: Span): Plot {
  const height = width * lensLayout.plot - plotMargins.top - plotMargins.bottom;
  return new Plot({ x: 25, y: plotMargins.top, width: width - 35, height }, domain, range);
}

function lensOf(width: number, domain: Span = [-5, 5], range: Span = [-1, 5], names = 'relu leaky-relu', alpha = 0.01): { lens: Lens | undefined; plot: Plot; curves: Float64Array[] } {
  const activations = made(names, alpha);
  const plot = plotOf(width, domain, range);
  const curves = activations.map((each) => sampleCurve((z) => each.value(z), plot, domain));
  const under = width < lensLayout.narrow ? lensLayout.under : 0;
  const size = { width, height: width * (lensLayout.plot + under), density: 1 };
  return { lens: placeLens(plot, lensShare(activations, domain, range), curves, size), plot, curves };
}

describe('lensShare', () => {
  it('is how far the two are apart at the left end, as a share of the height', () => {
    expect(lensShare(made('relu leaky-relu'), [-5, 5], [-1, 5])).to.be.closeTo(0.05 / 6, 1e-15);
    expect(lensShare(made('tanh leaky-relu relu', 0.2), [-10, 5], [-10, 10])).to.be.closeTo(0.1, 1e-15);
  });

  it('is 0 where they do not differ, are not both there, or lie beyond the picture', () => {
    expect(lensShare(made('relu leaky-relu', 0), [-5, 5], [-1, 5])).to.equal(0);
    expect(lensShare(made('relu leaky-relu'), [0, 5], [-1, 5])).to.equal(0);
    expect(lensShare(made('relu leaky-relu'), [-2.5e-323, 0.5], [-0.2, 1]), 'next to nothing lies left of 0').to.equal(0);
    expect(lensShare(made('relu leaky-relu'), [-0.1, 5], [-1, 5])).to.equal(0);
    expect(lensShare(made('relu leaky-relu'), [-0.11, 5], [-1, 5])).to.be.above(0);
    expect(lensShare(made('relu sigmoid'), [-5, 5], [-1, 5])).to.equal(0);
    expect(lensShare(made('leaky-relu'), [-5, 5], [-1, 5])).to.equal(0);
    expect(lensShare(made('relu leaky-relu'), [-5, 5], [1, 5])).to.equal(0);
    expect(lensShare(made('relu leaky-relu'), [-5, 5], [-0.01, 5])).to.equal(0);
  });
});

describe('placeLens', () => {
  it('makes a lens of height × 40 for the two at α = 0.01 in a figure of 480', () => {
    const { lens } = lensOf(480);
    expect(lens!.factor).to.equal(40);
    expect(lens!.under).to.equal(false);
  });

  it('shows the left half with its height multiplied by exactly the whole number that is printed', () => {
    fc.assert(fc.property(
      fc.double({ min: 240, max: 1200, noNaN: true }), fc.double({ min: 1e-4, max: 0.05, noNaN: true }), fc.double({ min: -100, max: -1, noNaN: true }), fc.double({ min: 1, max: 100, noNaN: true }),
      (width, alpha, low, high) => {
        const { lens, plot } = lensOf(width, [low, high], [-high / 5, high], 'relu leaky-relu', alpha);
        if (!lens) return;
        const unit = (of: Plot): number => of.box.height / (of.ys[1] - of.ys[0]);
        expect(Number.isInteger(lens.factor)).to.equal(true);
        expect(unit(lens.plot) / unit(plot)).to.be.closeTo(lens.factor, 1e-6 * lens.factor);
        expect(lens.plot.xs).to.deep.equal([low, 0]);
        const [zero, end] = [lens.plot.y(0), lens.plot.y(alpha * low)];
        expect(end - zero).to.be.within(0.3 * lens.plot.box.height, 0.72 * lens.plot.box.height);
        expect(lens.plot.shows(0) && lens.plot.shows(alpha * low)).to.equal(true);
      }));
  });

  it('is there only where the curves differ by less than 4 pixels and by more than nothing', () => {
    for (const width of [240, 300, 379, 380, 480, 800, 1200]) {
      for (const alpha of [1e-4, 0.005, 0.01, 0.013, 0.016, 0.02, 0.03, 0.05]) {
        const { lens, plot } = lensOf(width, [-5, 5], [-1, 5], 'relu leaky-relu', alpha);
        const apart = plot.y(-5 * alpha) - plot.y(0);
        expect(lens !== undefined, `${width} ${alpha}: ${apart}`).to.equal(apart < 4);
      }
    }
    expect(lensOf(480, [-5, 5], [-1, 5], 'relu leaky-relu', 0).lens).to.equal(undefined);
    expect(lensOf(480, [-5, 5], [-1, 5], 'relu leaky-relu', 1e-12).lens).to.equal(undefined);
  });

  it('finds a place beside whatever other functions there are, as they are fitted', () => {
    for (const others of ['', ' linear', ' sigmoid', ' tanh', ' linear tanh', ' linear sigmoid tanh']) {
      const names = `relu leaky-relu${others}`;
      for (const width of [380, 420, 480, 720, 1200]) {
        const { lens, plot } = lensOf(width, [-5, 5], fitRange(made(names), [-5, 5], false), names);
        if (plot.y(-0.05) - plot.y(0) < 4) expect(lens, `${names} ${width}`).to.exist;
      }
    }
  });

  it('lies under the plot below 380 pixels, where the figure has made room, and nowhere else', () => {
    for (const width of [240, 320, 379.9]) {
      const { lens, plot } = lensOf(width);
      expect(lens!.under).to.equal(true);
      expect(lens!.plot.box.y).to.be.above(plot.box.y + plot.box.height + plotMargins.bottom);
      expect(lens!.plot.box.y + lens!.plot.box.height).to.be.below(width * (lensLayout.plot + lensLayout.under));
      expect(lens!.plot.box.height).to.be.above(90);
    }
  });

  it('keeps off every curve within the plot', () => {
    for (const [names, domain, range] of [
      ['relu leaky-relu', [-5, 5], [-1, 5]], ['relu leaky-relu linear', [-5, 5], [-5, 5]], ['relu leaky-relu sigmoid tanh', [-5, 5], [-2, 5]],
      ['relu leaky-relu', [-1, 10], [-2, 10]], ['relu leaky-relu', [-5, 5], [-100, 1]],
    ] as [string, Span, Span][]) {
      const { lens, curves, plot: { box } } = lensOf(480, domain, range, names);
      expect(lens, names).to.exist;
      const { box: own } = lens!.plot;
      expect(curves.some((points) => meets(points, own, 4)), names).to.equal(false);
      expect(own.x >= box.x && own.x + own.width <= box.x + box.width && own.y >= box.y && own.y + own.height <= box.y + box.height).to.equal(true);
    }
  });

  it('is left out where it finds no place within', () => {
    const { plot, curves } = lensOf(480);
    const zigzag = Float64Array.from(Array.from({ length: 481 }, (_, x) => [x, x % 2 ? 0 : 340]).flat());
    const size = { width: 480, height: 340, density: 1 };
    expect(placeLens(plot, 0.05 / 6, curves, size)).to.exist;
    expect(placeLens(plot, 0.05 / 6, [...curves, zigzag], size)).to.equal(undefined);
    expect(placeLens(new Plot({ ...plot.box, width: 100 }, plot.xs, plot.ys), 0.05 / 6, [], size), 'too narrow').to.equal(undefined);
  });

  it('tells what it takes up, strip, title and axis included', () => {
    const { lens, plot } = lensOf(480);
    const [own, strip] = lensExtent(lens!);
    expect(own.y).to.be.below(lens!.plot.box.y - 15);
    expect(own.x).to.be.below(lens!.plot.box.x - 10);
    expect(overlaps(own, lens!.plot.box)).to.equal(true);
    expect(strip.y).to.be.below(plot.y(0) - 3);
    expect(strip.y + strip.height).to.be.above(plot.y(-0.05) + 3);
    expect(strip.x + strip.width).to.be.closeTo(plot.x(0), 1e-9);
  });
});

describe('lensBelow', () => {
  it('is the width from which on the plot alone tells the two apart, at most 380', () => {
    fc.assert(fc.property(fc.double({ min: 1e-4, max: 0.2, noNaN: true }), fc.double({ min: 240, max: 379.9, noNaN: true }), (alpha, width) => {
      const share = lensShare(made('relu leaky-relu', alpha), [-5, 5], [-1, 5]);
      const apart = share * plotOf(width, [-5, 5], [-1, 5]).box.height;
      if (Math.abs(apart - 4) > 1e-6) expect(width < lensBelow(share)).to.equal(apart < 4);
    }));
    expect(lensBelow(0)).to.equal(0);
    expect(lensBelow(1e-9)).to.equal(380);
  });
});
