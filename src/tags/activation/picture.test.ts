import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Activation, activationNames, type ActivationName } from '../../core/index.js';
import { blank, pixel, PixelCanvas } from '../../testing/pixels.js';
import { edges, RecordingContext, type Mark } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { fitRange } from './range.js';
import { drawActivation, type ActivationPicture, type ActivationWords } from './picture.js';
import { overlaps } from './label-placement.js';
import { lensBelow, lensLayout, lensShare } from './lens.js';
import type { Span } from '../../draw/plot.js';
import type { Box, Size } from '../../draw/types.js';

/** The formulas, told apart from core's. */
const formulas: Record<ActivationName, (z: number, alpha: number) => number> = {
  linear: (z) => z,
  relu: (z) => Math.max(0, z),
  'leaky-relu': (z, alpha) => (z > 0 ? z : alpha * z),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: (z) => Math.tanh(z),
};
const slopesOf: Record<ActivationName, (z: number, alpha: number) => number> = {
  linear: () => 1,
  relu: (z) => (z > 0 ? 1 : 0),
  'leaky-relu': (z, alpha) => (z > 0 ? 1 : alpha),
  sigmoid: (z) => 1 / (2 + Math.exp(-z) + Math.exp(z)),
  tanh: (z) => 1 / Math.cosh(z) ** 2,
};

const format = (value: number): string => String(+value.toPrecision(3)).replace('-', '\u2212');

function wordsFor(names: readonly ActivationName[], probe: number): ActivationWords {
  return {
    format,
    names: names.map((name) => (name === 'leaky-relu' ? [['leaky ReLU'], [{ variable: 'α' }, ' = 0.01']] : [[name]])),
    slopes: names.map((name) => [[names.length > 1 ? `slope of ${name}` : 'slope']]),
    probe: probe.toFixed(2), value: '0.818', lensTitle: (factor) => `left of 0, height × ${factor}`, lensSlope: 'slope 0.01',
  };
}

/** A figure's size: higher below 380 pixels, where a lens has to lie under the plot. */
function sizeOf(width: number, { activations, domain, range }: Pick<ActivationPicture, 'activations' | 'domain' | 'range'>): Size {
  const under = width < lensBelow(lensShare(activations, domain, range)) ? lensLayout.under : 0;
  return { width, height: width * (lensLayout.plot + under), density: 2 };
}

function draw(names: readonly ActivationName[], more: Partial<ActivationPicture> & { alpha?: number; width?: number } = {}) {
  const { alpha = 0.01, width = 480, ...rest } = more;
  const activations = names.map((name) => new Activation(name, alpha));
  const domain = rest.domain ?? [-5, 5];
  const picture = { activations, domain, range: rest.range ?? fitRange(activations, domain, rest.derivative ?? false), derivative: false, probe: NaN, ...rest };
  const recording = new RecordingContext();
  const before = recording.pen;
  const size = sizeOf(width, picture);
  const layout = drawActivation(recording.context, picture, wordsFor(names, picture.probe), size, testTheme);
  expect(recording.pen).to.deep.equal(before);
  expect(recording.depth).to.equal(0);
  return { recording, size, ...layout, curves: recording.paths('stroke').filter(({ path }) => path.length > 100) };
}

type Path = Extract<Mark, { path: unknown }>;
const points = ({ path }: Path): [number, number][] => path.flatMap((segment) => (segment.type === 'move' || segment.type === 'line' ? [[segment.x, segment.y] as [number, number]] : []));

const domains = fc.tuple(fc.double({ min: -100, max: 99, noNaN: true }), fc.double({ min: 0.5, max: 200, noNaN: true }))
  .map(([low, width]): Span => [low, Math.min(100, low + width)]);

describe('drawActivation', () => {
  it('draws f(z): every point of a curve read back is the formula\u2019s, for any function, α, domain and range', () => {
    fc.assert(fc.property(
      fc.constantFrom(...activationNames), domains, fc.double({ min: 0, max: 1, noNaN: true }),
      fc.option(fc.tuple(fc.double({ min: -5, max: 0, noNaN: true }), fc.double({ min: 0.5, max: 50, noNaN: true })), { nil: undefined }),
      (name, domain, alpha, range) => {
        const { plot: { box, ys }, curves } = draw([name], { domain, alpha, ...(range && { range }) });
        const found = points(curves[0]);
        const zs = found.map(([x]) => domain[0] + ((x - box.x) / box.width) * (domain[1] - domain[0]));
        expect(zs.length).to.be.at.least(Math.floor(box.width));
        found.forEach(([, y], k) => {
          const value = ys[1] - ((y - box.y) / box.height) * (ys[1] - ys[0]);
          const expected = formulas[name](zs[k], alpha);
          if (expected >= ys[0] && expected <= ys[1]) expect(value).to.be.closeTo(expected, 1e-9 * (1 + Math.abs(expected)) + 1e-9 * (ys[1] - ys[0]));
        });
        if (domain[0] < 0 && domain[1] > 0) expect(Math.min(...zs.map(Math.abs)), 'the kink itself').to.be.closeTo(0, 1e-10);
      }), { numRuns: 40 });
  });

  it('draws f′(z) dashed, and leaps at a kink instead of climbing', () => {
    fc.assert(fc.property(fc.constantFrom(...activationNames), fc.double({ min: 0, max: 1, noNaN: true }), (name, alpha) => {
      const { plot: { box, ys }, curves } = draw([name], { alpha, derivative: true });
      const [slope] = curves.filter(({ pen }) => pen.lineDash.join() === '4,3');
      expect(slope.pen.strokeStyle).to.equal(testTheme.muted);
      for (const [x0, y0, x1, y1] of edges(slope.path)) {
        const z = ((x0 + x1) / 2 - box.x) / box.width * 10 - 5;
        const value = ys[1] - (((y0 + y1) / 2 - box.y) / box.height) * (ys[1] - ys[0]);
        expect(value).to.be.closeTo(slopesOf[name](z, alpha), 2e-4);
      }
    }), { numRuns: 20 });
  });

  it('draws the tangent at the probe: 1.7 tenths of the domain to either side, as steep as f is there', () => {
    fc.assert(fc.property(fc.constantFrom(...activationNames), domains, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (name, domain, share) => {
      const width = domain[1] - domain[0];
      const probe = domain[0] + share * width;
      const { recording, plot: { box, ys } } = draw([name], { domain, probe, derivative: true, alpha: 0.2 });
      const [tangent] = recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.accent);
      const [[x0, y0, x1, y1]] = edges(tangent.path);
      const z = (x: number): number => domain[0] + ((x - box.x) / box.width) * width;
      const value = (y: number): number => ys[1] - ((y - box.y) / box.height) * (ys[1] - ys[0]);
      expect([z(x0), z(x1)].map((each) => (each - probe) / width)).to.satisfy(([a, b]: number[]) => Math.abs(a + 0.17) < 1e-9 && Math.abs(b - 0.17) < 1e-9);
      expect((value(y1) - value(y0)) / (z(x1) - z(x0))).to.be.closeTo(slopesOf[name](probe, 0.2), 1e-8);
      expect((value(y0) + value(y1)) / 2).to.be.closeTo(formulas[name](probe, 0.2), 1e-8 * (1 + Math.abs(probe)));
    }), { numRuns: 40 });
    expect(draw(['relu'], { probe: 1 }).recording.paths('stroke').some(({ pen }) => pen.strokeStyle === testTheme.accent), 'without derivative').to.equal(false);
  });

  it('lays the first of two under the second, and enlarges what cannot be told apart', () => {
    const { curves, lens, recording } = draw(['relu', 'leaky-relu']);
    expect(curves.slice(0, 2).map(({ pen }) => [pen.strokeStyle, pen.lineWidth, pen.globalAlpha])).to.deep.equal([
      [testTheme.accent, 6, 0.45], [testTheme.ink, 1.6, 1],
    ]);
    expect(lens!.factor).to.equal(40);
    expect(recording.texts.map(({ text }) => text)).to.include('left of 0, height × 40');
    expect(draw(['relu', 'leaky-relu'], { alpha: 0.3 }).lens).to.equal(undefined);
    expect(draw(['relu', 'leaky-relu'], { alpha: 0 }).lens).to.equal(undefined);
  });

  it('names every curve of the usual pictures on the canvas', () => {
    for (const [names, more] of [
      [['relu'], {}], [['relu', 'leaky-relu'], {}], [['sigmoid'], { derivative: true }], [['relu', 'sigmoid', 'tanh'], { domain: [-3, 3] }],
      [['sigmoid', 'tanh', 'relu'], { domain: [-100, 100] }], [['relu', 'leaky-relu'], { width: 240 }], [['linear', 'tanh'], { width: 320 }],
    ] as [ActivationName[], object][]) {
      const texts = draw(names, more).recording.texts.map(({ text }) => text);
      for (const name of names) expect(texts, names.join()).to.include(name === 'leaky-relu' ? 'leaky ReLU' : name);
    }
  });

  it('writes no name into the lens, nor over its title', () => {
    for (const others of [[], ['linear'], ['sigmoid'], ['linear', 'sigmoid', 'tanh']] as ActivationName[][]) {
      for (let width = 380; width <= 1200; width += 20) {
        for (const derivative of [false, true]) {
          const { lens, recording } = draw([...others, 'relu', 'leaky-relu'], { width, derivative });
          if (!lens) continue;
          const { x, y, width: wide, height } = lens.plot.box;
          const inside = recording.texts.filter((text) => text.x >= x - 16 && text.x <= x + wide && text.y >= y - 16 && text.y <= y + height).map(({ text }) => text);
          expect(inside.filter((text) => !/^(left of 0, height.*|slope 0.01|0|\u22120.05)$/.test(text)), String(width)).to.deep.equal([]);
        }
      }
    }
  });

  it('writes no two texts on one another nor beyond the canvas, whatever is drawn how large', () => {
    fc.assert(fc.property(
      fc.uniqueArray(fc.constantFrom(...activationNames), { minLength: 1 }), fc.integer({ min: 240, max: 1200 }), domains,
      fc.constantFrom(0, 0.001, 0.01, 0.1, 1), fc.boolean(), fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: NaN }),
      (names, width, domain, alpha, derivative, share) => {
        const probe = domain[0] + share * (domain[1] - domain[0]);
        const { recording, size } = draw(names, { width, domain, alpha, derivative, probe });
        // A variable and what follows it are one text.
        const boxes = recording.texts.map(({ text, x, y, pen }): Box & { text: string } => {
          const em = parseFloat(/([\d.]+)px/.exec(pen.font)![1]);
          return { text, x, y: y - 0.72 * em, width: [...text].length * em * 0.55, height: 0.72 * em };
        });
        boxes.forEach((box, k) => {
          expect(box.x >= -0.01 && box.y >= -0.01 && box.x + box.width <= size.width + 0.01 && box.y + box.height <= size.height, `${box.text} is cut`).to.equal(true);
          for (const other of boxes.slice(0, k)) {
            if (other.text !== 'α' || box.text !== ' = 0.01') expect(overlaps(box, other), `${other.text} and ${box.text}`).to.equal(false);
          }
        });
      }), { numRuns: 150 });
  });

  it('shows on a real canvas: ink on the curve, nothing beside it, paper in the probe\u2019s ring', () => {
    const canvas = new PixelCanvas(480, 340, 2);
    const activations = [new Activation('relu')];
    const { plot } = drawActivation(canvas.context, { activations, domain: [-5, 5], range: [-1, 5], derivative: false, probe: 2 }, wordsFor(['relu'], 2), { width: 480, height: 340, density: 2 }, testTheme);
    expect(canvas.at(plot.x(3), plot.y(3))).to.deep.equal(pixel(testTheme.ink));
    expect(canvas.at(plot.x(3) - 20, plot.y(3))).to.deep.equal(blank);
    expect(canvas.at(plot.x(2), plot.y(2))).to.deep.equal(pixel(testTheme.paper));
    expect(canvas.at(plot.x(2) + 5, plot.y(2))).to.deep.equal(pixel(testTheme.ink));
  });
});
