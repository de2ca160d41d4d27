import { expect } from 'chai';
import fc from 'fast-check';
import { Activation, activationNames, type ActivationName } from '../../core/index.js';
import { numbers } from '../../testing/numbers.js';
import { arcs, edges, endOf, fontSize, pointsOf, record, type PathMark } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { lensBelow, lensLayout, lensShare } from './lens.js';
import { drawActivation, type ActivationLayout, type ActivationPicture, type ActivationWords } from './picture.js';
import { fitRange } from './range.js';
import type { Span } from '../../draw/plot.js';
import { overlaps } from '../../draw/style.js';
import type { Size } from '../../draw/types.js';

/** The formulas, independent of core's. */
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
    probe: probe.toFixed(2), value: '0.818',
    lensTitle: (factor) => `left of 0, height × ${factor}`, lensSlope: 'slope 0.01',
  };
}

/** Returns a figure's size: higher below 380 pixels, where a lens has to lie under the plot. */
function sizeOf(width: number, { activations, domain, range }: ActivationPicture): Size {
  const under = width < lensBelow(lensShare(activations, domain, range)) ? lensLayout.under : 0;
  return { width, height: width * (lensLayout.plot + under), density: 2 };
}

type Options = Partial<ActivationPicture> & {
  readonly alpha?: number;
  readonly width?: number;
  /** In place of the name of each function. */
  readonly label?: string;
};

function draw(names: readonly ActivationName[], { alpha = 0.01, width = 480, label, ...given }: Options = {}) {
  const activations = names.map((name) => new Activation(name, alpha));
  const { domain = [-5, 5], derivative = false, probe = NaN, rest } = given;
  const { range = fitRange(activations, domain, derivative) } = given;
  const picture = { activations, domain, range, derivative, probe, rest };
  const size = sizeOf(width, picture);
  let layout!: ActivationLayout;
  const recording = record((ctx) => {
    const words = wordsFor(names, probe);
    layout = drawActivation(ctx, picture, label ? { ...words, names: [[[label]]] } : words, size, testTheme);
  });
  const { box, ys } = layout.plot;
  const strokes = recording.paths('stroke');
  return {
    recording, size, ...layout, strokes,
    curves: strokes.filter(({ path }) => path.length > 100),
    /** Maps a place of the picture back to z and a value. */
    read: (x: number, y: number): [z: number, value: number] => [
      domain[0] + ((x - box.x) / box.width) * (domain[1] - domain[0]),
      ys[1] - ((y - box.y) / box.height) * (ys[1] - ys[0]),
    ],
  };
}

const domains = fc.tuple(numbers(-100, 99), numbers(0.5, 200))
  .map(([low, width]): Span => [low, Math.min(100, low + width)]);
const functions = fc.constantFrom(...activationNames);
const withColour = (strokes: readonly PathMark[], colour: string): PathMark[] =>
  strokes.filter(({ pen }) => pen.strokeStyle === colour);

describe('drawActivation', () => {
  it('draws f(z): every point of a curve is the formula\u2019s, for any function, α, domain and range', () => {
    const ranges = fc.option(fc.tuple(numbers(-5, 0), numbers(0.5, 50)), { nil: undefined });
    fc.assert(fc.property(functions, domains, numbers(0, 1), ranges, (name, domain, alpha, range) => {
      const { plot: { box, ys: [low, high] }, curves, read } = draw([name], { domain, alpha, range });
      const found = pointsOf(curves[0].path).map(([x, y]) => read(x, y));
      expect(found.length).to.be.at.least(Math.floor(box.width));
      for (const [z, value] of found) {
        const expected = formulas[name](z, alpha);
        if (expected < low || expected > high) continue;
        expect(value).to.be.closeTo(expected, 1e-9 * (1 + Math.abs(expected) + high - low));
      }
      const isBent = domain[0] < 0 && domain[1] > 0;
      if (isBent) expect(Math.min(...found.map(([z]) => Math.abs(z))), 'the kink itself').to.be.closeTo(0, 1e-10);
    }), { numRuns: 40 });
  });

  it('draws f′(z) dashed, with a gap and no line at a kink', () => {
    fc.assert(fc.property(functions, numbers(0, 1), (name, alpha) => {
      const { curves, read } = draw([name], { alpha, derivative: true });
      const [slope] = curves.filter(({ pen }) => pen.lineDash.join() === '4,3');
      expect(slope.pen.strokeStyle).to.equal(testTheme.muted);
      for (const [x0, y0, x1, y1] of edges(slope.path)) {
        const [z, value] = read((x0 + x1) / 2, (y0 + y1) / 2);
        expect(value).to.be.closeTo(slopesOf[name](z, alpha), 2e-4);
      }
    }), { numRuns: 20 });
  });

  it('draws the tangent at the probe: 1.7 tenths of the domain to either side, as steep as f is there', () => {
    fc.assert(fc.property(functions, domains, numbers(0.05, 0.95), (name, domain, share) => {
      const width = domain[1] - domain[0];
      const probe = domain[0] + share * width;
      const { strokes, read } = draw([name], { domain, probe, derivative: true, alpha: 0.2 });
      const line = pointsOf(withColour(strokes, testTheme.accent)[0].path);
      const [[x0, y0], [x1, y1]] = [line[0], line[line.length - 1]];
      const [[z0, value0], [z1, value1]] = [read(x0, y0), read(x1, y1)];
      expect((z0 - probe) / width).to.be.closeTo(-0.17, 1e-9);
      expect((z1 - probe) / width).to.be.closeTo(0.17, 1e-9);
      expect((value1 - value0) / (z1 - z0)).to.be.closeTo(slopesOf[name](probe, 0.2), 1e-8);
      expect((value0 + value1) / 2).to.be.closeTo(formulas[name](probe, 0.2), 1e-8 * (1 + Math.abs(probe)));
    }), { numRuns: 40 });
    expect(withColour(draw(['relu'], { probe: 1 }).strokes, testTheme.accent), 'without derivative').to.deep.equal([]);
  });

  it('keeps names clear of the tangent where the page put the probe, and in place when the reader moves it', () => {
    const label = 'a longer name than that'; // it finds no room under its curve
    const nameOf = ({ recording }: ReturnType<typeof draw>) => recording.texts.find(({ text }) => text === label)!;
    for (let rest = -4.5; rest <= 4.5; rest += 0.25) {
      const more = { derivative: true, rest, label } as const;
      const drawn = draw(['sigmoid'], { ...more, probe: rest });
      const at = nameOf(drawn);
      const line = pointsOf(withColour(drawn.strokes, testTheme.accent)[0].path);
      const covers = line.some(([x, y]) => x > at.x && x < endOf(at) && Math.abs(y - (at.y - 4)) < 6);
      expect(covers, `the name by the tangent at ${rest}`).to.equal(false);
      const moved = nameOf(draw(['sigmoid'], { ...more, probe: 1 }));
      expect([moved.x, moved.y]).to.deep.equal([at.x, at.y]);
    }
  });

  it('lays the first of two under the second, and enlarges what cannot be told apart', () => {
    const { curves, lens, recording } = draw(['relu', 'leaky-relu']);
    expect(curves.slice(0, 2).map(({ pen }) => [pen.strokeStyle, pen.lineWidth, pen.globalAlpha])).to.deep.equal([
      [testTheme.accent, 6, 0.45], [testTheme.ink, 1.6, 1],
    ]);
    expect(lens!.factor).to.equal(40);
    expect(recording.words).to.include('left of 0, height × 40');
    for (const alpha of [0.3, 0]) expect(draw(['relu', 'leaky-relu'], { alpha }).lens).to.equal(undefined);
  });

  it('names every curve of the usual pictures on the canvas', () => {
    for (const [names, more] of [
      [['relu'], {}], [['relu', 'leaky-relu'], {}], [['sigmoid'], { derivative: true }],
      [['relu', 'sigmoid', 'tanh'], { domain: [-3, 3] }], [['sigmoid', 'tanh', 'relu'], { domain: [-100, 100] }],
      [['relu', 'leaky-relu'], { width: 240 }], [['linear', 'tanh'], { width: 320 }],
    ] as [ActivationName[], Options][]) {
      const shown = names.map((name) => (name === 'leaky-relu' ? 'leaky ReLU' : name));
      expect(draw(names, more).recording.words, names.join()).to.include.members(shown);
    }
  });

  it('writes no name into the lens, nor over its title', () => {
    for (const others of [[], ['linear'], ['sigmoid'], ['linear', 'sigmoid', 'tanh']] as ActivationName[][]) {
      for (let width = 380; width <= 1200; width += 20) {
        for (const derivative of [false, true]) {
          const { lens, recording } = draw([...others, 'relu', 'leaky-relu'], { width, derivative });
          if (!lens) continue;
          const { x, y, width: wide, height } = lens.plot.box;
          const inside = recording.texts.filter((mark) => mark.x >= x - 16 && mark.x <= x + wide
            && mark.y >= y - 16 && mark.y <= y + height).map(({ text }) => text);
          const own = /^(left of 0, height.*|slope 0.01|0|\u22120.05)$/;
          expect(inside.filter((text) => !own.test(text)), String(width)).to.deep.equal([]);
        }
      }
    }
  });

  it('writes no two texts on one another nor beyond the canvas, for any picture and size', () => {
    fc.assert(fc.property(
      fc.uniqueArray(functions, { minLength: 1 }), fc.integer({ min: 240, max: 1200 }), domains,
      fc.constantFrom(0, 0.001, 0.01, 0.1, 1), fc.boolean(), fc.option(numbers(0, 1), { nil: NaN }),
      (names, width, domain, alpha, derivative, share) => {
        const probe = domain[0] + share * (domain[1] - domain[0]);
        const { recording, size } = draw(names, { width, domain, alpha, derivative, probe });
        // A variable and what follows it are one text.
        const boxes = recording.texts.map((mark) => {
          const height = 0.72 * fontSize(mark);
          return { text: mark.text, x: mark.x, y: mark.y - height, width: endOf(mark) - mark.x, height };
        });
        boxes.forEach((box, k) => {
          expect(Math.min(box.x, box.y), `${box.text} is cut`).to.be.at.least(-0.01);
          expect(box.x + box.width, `${box.text} is cut`).to.be.at.most(size.width + 0.01);
          expect(box.y + box.height, `${box.text} is cut`).to.be.at.most(size.height);
          for (const other of boxes.slice(0, k)) {
            if (other.text === 'α' && box.text === ' = 0.01') continue;
            expect(overlaps(box, other), `${other.text} and ${box.text}`).to.equal(false);
          }
        });
      }), { numRuns: 150 });
  });

  describe('at the probe', () => {
    /** Draws a probe over −5 to 5; rings by their place and look, dashes as lines. */
    function probeAt(z: number, names: readonly ActivationName[], options: Options = {}) {
      const drawn = draw(names, { range: [-2, 5], alpha: 0.3, ...options, probe: z });
      return {
        ...drawn,
        rings: drawn.strokes.flatMap(({ path, pen }) => arcs(path)
          .map(({ x, y, radius }) => ({ x, y, radius, pen, value: drawn.read(x, y)[1] }))),
        drops: drawn.strokes.filter(({ pen }) => pen.lineDash.join() === '2,3').flatMap(({ path }) => edges(path)),
      };
    }

    it('draws nothing without a probe', () => {
      const { rings, drops } = probeAt(NaN, ['relu']);
      expect([rings, drops]).to.deep.equal([[], []]);
    });

    it('puts a ring on the curve, with dashes to both axes, for any z and function, and writes z', () => {
      fc.assert(fc.property(numbers(-5, 5), functions, (z, name) => {
        if (formulas[name](z, 0.3) < -2) return;
        const { rings: [ring, ...more], drops: [down, left], plot, recording } = probeAt(z, [name]);
        const { box } = plot;
        expect(more).to.deep.equal([]);
        expect(ring.x).to.be.closeTo(plot.x(z), 1e-9);
        expect(ring.value).to.be.closeTo(formulas[name](z, 0.3), 1e-9);
        expect(down[0]).to.equal(down[2]);
        expect(down[0]).to.be.closeTo(ring.x, 0.51);
        expect([down[1], down[3]]).to.deep.equal([ring.y, box.y + box.height]);
        expect(left[1]).to.equal(left[3]);
        expect(left[1]).to.be.closeTo(ring.y, 0.51);
        expect(left[2]).to.equal(box.x);
        const inInk = recording.texts.filter(({ pen }) => pen.fillStyle === testTheme.ink);
        expect(inInk.find(({ text }) => text === z.toFixed(2))!.y).to.be.above(box.y + box.height);
      }));
    });

    it('has one ring for each of several functions, unless they coincide, and dashes from the highest down', () => {
      const { rings, drops, plot } = probeAt(-1, ['relu', 'linear', 'tanh']);
      [0, -1, Math.tanh(-1)].forEach((value, k) => expect(rings[k].value).to.be.closeTo(value, 1e-9));
      expect(drops).to.have.length(1);
      expect(drops[0][1]).to.be.closeTo(plot.y(0), 1e-9);
      expect(probeAt(2, ['relu', 'linear']).rings).to.have.length(1);
    });

    it('marks the slopes too, smaller and muted', () => {
      const { rings } = probeAt(1.5, ['sigmoid'], { derivative: true });
      const small = rings.find(({ pen }) => pen.strokeStyle === testTheme.muted)!;
      expect(small.value).to.be.closeTo(slopesOf.sigmoid(1.5, 0), 1e-9);
      expect(small.radius).to.be.below(5);
    });

    it('has no ring where the curve is beyond the picture, and dashes to its edge', () => {
      for (const [range, isAbove] of [[[-2, 1], true], [[4, 5], false]] as [Span, boolean][]) {
        const { rings, drops: [[, from, , to]], plot: { box } } = probeAt(3, ['relu'], { range });
        expect([rings, from, to]).to.deep.equal([[], isAbove ? box.y : box.y + box.height, box.y + box.height]);
      }
    });

    it('writes the value of a single function above its dashes or below, if nothing is there', () => {
      const valuesAt = (z: number, names: readonly ActivationName[] = ['sigmoid'], options: Options = {}): number[] =>
        probeAt(z, names, options).recording.texts.filter(({ text }) => text === '0.818').map(({ y }) => y);
      const level = probeAt(3, ['sigmoid']).plot.y(formulas.sigmoid(3, 0));
      expect(valuesAt(3)[0]).to.be.within(level - 15, level);
      const top = probeAt(3, ['sigmoid'], { range: [-2, 1] }).plot.y(formulas.sigmoid(3, 0));
      expect(valuesAt(3, ['sigmoid'], { range: [-2, 1] })[0], 'no room above').to.be.within(top + 5, top + 20);
      expect(valuesAt(-4.9), 'no room left of the ring').to.deep.equal([]);
      expect(valuesAt(3, ['sigmoid', 'tanh']), 'of several').to.deep.equal([]);
    });
  });
});
