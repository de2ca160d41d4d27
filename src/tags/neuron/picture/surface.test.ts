import { expect } from '@open-wc/testing';
import { activationNames, createRandom, type ActivationName } from '../../../core/index.js';
import { SumSurface, type SumSettings } from '../surface-of-sum.js';
import { pixel, PixelCanvas } from '../../../testing/pixels.js';
import { arcs, edges, RecordingContext, type Mark } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { casing, dashes, lines } from '../../../draw/style.js';
import { drawSurface, type SurfaceTexts } from './surface.js';

const texts: SurfaceTexts = { format: (value) => String(+value.toFixed(2)), flat: [['flat, y = 0'], ['flat']], fold: 'fold', probe: ['y = 0.71'] };
const size = { width: 480, height: 384, density: 16 };
const plain: SumSettings = { w: [[1.2, -0.5]], b: [[-0.2]], activation: 'relu', alpha: 0.01, domain: [-1, 1], range: [], grid: 21, parts: false };

function draw(settings: Partial<SumSettings> = {}, view: readonly number[] = [42, 33], into = size, probe = false) {
  const recording = new RecordingContext();
  const model = new SumSurface({ ...plain, ...settings });
  const at = probe ? { u: 0.8, v: 0.1, h: model.surface.scale.of(model.at(0.8, 0.1)) } : undefined;
  const projection = drawSurface(recording.context, model.surface, view, at, texts, into, testTheme);
  return { recording, model, projection };
}

/** f as in a textbook, with nothing of core's. */
function activate(name: ActivationName, z: number, alpha: number): number {
  switch (name) {
    case 'linear': return z;
    case 'relu': return z > 0 ? z : 0;
    case 'leaky-relu': return z > 0 ? z : alpha * z;
    case 'sigmoid': return 1 / (1 + Math.exp(-z));
    case 'tanh': return Math.tanh(z);
  }
}

const strokesOf = (recording: RecordingContext, colour: string, width: number): Extract<Mark, { path: unknown }>[] =>
  recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === colour && pen.lineWidth === width);

/** Scale, middle, and pixels for a y of 1, read off the drawn floor and the drawn axis. */
function readOff(recording: RecordingContext, turn: number, tilt: number, span: number) {
  const [t, e] = [(turn * Math.PI) / 180, (tilt * Math.PI) / 180];
  const depth = (u: number, v: number): number => u * Math.sin(t) + v * Math.cos(t);
  const points = strokesOf(recording, testTheme.hair, lines.axis).flatMap(({ path }) => edges(path))
    .flatMap(([x0, y0, x1, y1]) => [[x0, y0], [x1, y1]]);
  const far = points.reduce((one, other) => (other[1] < one[1] ? other : one)); // it is furthest up
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].sort((one, other) => depth(other[0], other[1]) - depth(one[0], one[1]));
  const across = (u: number, v: number): number => u * Math.cos(t) - v * Math.sin(t);
  const behind = corners.slice(0, 3).map(([u, v]) => across(u, v)); // ends of the two edges behind
  const drawn = points.map(([x]) => x);
  const scale = (Math.max(...drawn) - Math.min(...drawn)) / (Math.max(...behind) - Math.min(...behind));
  const [u, v] = corners[0];
  const middle = [far[0] - scale * across(u, v), far[1] + scale * depth(u, v) * Math.sin(e)];
  const axis = recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.muted).map(({ path }) => edges(path)[0]).find(([x0, , x1]) => x0 === x1)!;
  return { t, e, depth, scale, middle, perValue: (axis[1] - axis[3]) / span };
}

describe('drawSurface', () => {
  const random = createRandom('surface');
  const between = (low: number, high: number): number => low + (high - low) * random();

  for (const activation of activationNames) {
    for (let round = 0; round < 4; round++) {
      const count = 1 + Math.floor(random() * 3);
      const w = Array.from({ length: count }, () => [between(-3, 3), between(-3, 3)]);
      const b = Array.from({ length: count }, () => [between(-2, 2)]);
      const alpha = between(0.05, 0.5);
      const low = between(-3, 1);
      const domain = [low, low + between(0.5, 4)];
      const grid = 5 + Math.floor(random() * 12);
      const [turn, tilt] = [between(-180, 180), between(8, 80)];

      it(`raises each point by Σ f(p·w + b): ${count} of ${activation}, turned by ${turn.toFixed()}°, tilted by ${tilt.toFixed()}°`, () => {
        const { recording, model } = draw({ w, b, activation, alpha, domain, grid }, [turn, tilt]);
        const { low: least, high: most } = model.surface.scale;
        const { depth, t, e, scale, middle, perValue } = readOff(recording, turn, tilt, most - least);
        expect(perValue).to.be.above(0);
        const dots = recording.paths('fill').flatMap(({ path, pen }) => arcs(path).map(({ x, y }) => ({ x, y, colour: pen.fillStyle })));
        expect(dots).to.have.length(grid * grid);
        for (let k = 0; k < grid * grid; k++) {
          const [u, v] = [-1 + (2 * (k % grid)) / (grid - 1), -1 + (2 * Math.floor(k / grid)) / (grid - 1)];
          const p = [u, v].map((at) => domain[0] + ((at + 1) / 2) * (domain[1] - domain[0]));
          const y = w.reduce((sum, [w1, w2], i) => sum + activate(activation, p[0] * w1 + p[1] * w2 + b[i][0], alpha), 0);
          const x = middle[0] + scale * (u * Math.cos(t) - v * Math.sin(t));
          const floor = middle[1] - scale * depth(u, v) * Math.sin(e);
          const colour = Math.abs(y) < 1e-12 ? undefined : y > 0 ? testTheme.positive : testTheme.negative;
          const found = dots.some((dot) => Math.abs(dot.x - x) < 0.05 && Math.abs((floor - dot.y) / perValue - y) < 1e-6 * (most - least)
            && (!colour || colour === dot.colour));
          expect(found, `${p} should have ${y}`).to.equal(true);
        }
      });
    }
  }

  it('shows linear neurons, added, as a plane to 1e-12', () => {
    for (let round = 0; round < 20; round++) {
      const count = 1 + Math.floor(random() * 8);
      const w = Array.from({ length: count }, () => [between(-10, 10), between(-10, 10)]);
      const b = Array.from({ length: count }, () => [between(-10, 10)]);
      const { scale, heights, grid } = new SumSurface({ ...plain, w, b, activation: 'linear' }).surface;
      const unit = (scale.above + scale.below) / (scale.high - scale.low);
      const [origin, alongU, alongV] = [heights[0], heights[grid - 1] - heights[0], heights[grid * (grid - 1)] - heights[0]];
      heights.forEach((h, k) => {
        const plane = origin + (alongU * (k % grid)) / (grid - 1) + (alongV * Math.floor(k / grid)) / (grid - 1);
        expect(Math.abs(h - plane)).to.be.below(1e-12);
        const [p1, p2] = [-1 + (k % grid) / 10, -1 + Math.floor(k / grid) / 10];
        const y = w.reduce((sum, [w1, w2], i) => sum + (p1 * w1 + p2 * w2 + b[i][0]), 0);
        expect(Math.abs(h / unit - y)).to.be.below(1e-12 * Math.max(1, scale.high - scale.low));
      });
    }
  });

  it('lifts the fold onto the surface, ink in a casing of paper, over everything but the words', () => {
    const { recording, model, projection } = draw({ w: [[1.2, -0.5], [-0.8, 1]], b: [[-0.2], [0.1]] });
    const folds = strokesOf(recording, testTheme.ink, lines.fold);
    expect(folds).to.have.length(2);
    expect(strokesOf(recording, testTheme.paper, lines.fold + casing)).to.have.length(2);
    folds.forEach(({ path }, i) => {
      for (const segment of path as unknown as { x: number; y: number }[]) {
        // Which point of the neuron's own line it is, by x; there the other neuron alone gives the height.
        const { w, b } = { w: [[1.2, -0.5], [-0.8, 1]][i], b: [-0.2, 0.1][i] };
        const at = (u: number): [number, number] => [u, (-b - w[0] * u) / w[1]];
        const [x0, x1] = [projection.x(...at(0)), projection.x(...at(1))];
        const [p1, p2] = at((segment.x - x0) / (x1 - x0));
        const y = Math.max(0, p1 * [-0.8, 1.2][i] + p2 * [1, -0.5][i] + [0.1, -0.2][i]);
        expect(segment.y).to.be.closeTo(projection.y(p1, p2, model.surface.scale.of(y)), 1e-6);
      }
    });
    const last = recording.marks.lastIndexOf(folds[1]);
    expect(recording.marks.slice(last + 1).some(({ type, pen }) => type === 'fill' && pen.fillStyle === testTheme.positive)).to.equal(false);
  });

  it('has a fold and a flat region for relu alone, a fold for leaky relu, a dashed line for linear, none for the smooth', () => {
    const features = (settings: Partial<SumSettings>): string => {
      const { recording, model } = draw(settings);
      const dashed = recording.paths('stroke').filter(({ path, pen }) => path.length > 0 && pen.lineDash.join() === dashes.zero.join());
      return [strokesOf(recording, testTheme.ink, lines.fold).length, recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.wash).length,
        dashed.length, model.surface.folds.length].join();
    };
    expect(features({})).to.equal('1,1,0,1');
    expect(features({ activation: 'leaky-relu' })).to.equal('1,0,0,1');
    expect(features({ activation: 'leaky-relu', alpha: 0 })).to.equal('1,1,0,1');
    expect(features({ activation: 'leaky-relu', alpha: 1 })).to.equal('0,0,1,0');
    expect(features({ activation: 'linear' })).to.equal('0,0,1,0');
    expect(features({ activation: 'sigmoid' })).to.equal('0,0,0,0');
    expect(features({ activation: 'tanh' })).to.equal('0,0,0,0');
    expect(features({ b: [[9]] })).to.equal('0,0,0,0');
    expect(features({ b: [[-9]] }), 'all of it is flat').to.equal('0,1,0,0');
  });

  it('lays the floor over what is under it, and under what is over it', () => {
    const { recording } = draw({ activation: 'linear' });
    const order = recording.paths('fill').filter(({ path }) => arcs(path).length > 0 || path.length === 5)
      .map(({ pen }) => ({ [testTheme.negative]: '-', [testTheme.positive]: '+', [testTheme.paper]: 'floor' })[pen.fillStyle]);
    expect(order.lastIndexOf('-')).to.be.below(order.indexOf('floor'));
    expect(order.indexOf('floor')).to.be.below(order.indexOf('+'));
  });

  it('draws each neuron of a sum dotted where it is off the floor, if asked', () => {
    const sum = { w: [[1.2, -0.5], [-0.8, 1]], b: [[-0.2], [0.1]] };
    const dotted = (settings: Partial<SumSettings>): number[][] => draw(settings).recording.paths('stroke')
      .filter(({ pen }) => pen.lineDash.join() === dashes.parts.join()).flatMap(({ path }) => edges(path));
    expect(dotted(sum)).to.deep.equal([]);
    expect(dotted({ parts: true }), 'one neuron is its sum').to.deep.equal([]);
    const lines = dotted({ ...sum, parts: true });
    // Of the 4 × 20 pieces of the square's edges, the first neuron raises those right of its fold, the second those left of its own.
    expect(lines.length).to.be.within(80, 110);
    const { projection } = draw({ ...sum, parts: true });
    const floorOnly = lines.filter(([x0, y0, x1, y1]) => [[x0, y0], [x1, y1]].every(([x, y]) => {
      const { u, v } = projection.floor(x, y);
      return Math.max(Math.abs(u), Math.abs(v)) < 1 + 1e-9 && Math.abs(Math.max(Math.abs(u), Math.abs(v)) - 1) < 1e-9;
    }));
    expect(floorOnly.length, 'pieces on the floor').to.be.below(4);
    const apart = draw({ w: [[3, 0], [-3, 0]], b: [[0], [0]], activation: 'linear', parts: true }).model.surface;
    expect(apart.scale.high, 'what cancels out has room all the same').to.be.at.least(3);
  });

  it('cuts off at a given range', () => {
    const { recording, model, projection } = draw({ range: [0, 0.5] });
    expect(model.surface.scale).to.include({ low: 0, high: 0.5 });
    expect(Math.max(...model.surface.heights)).to.be.closeTo(model.surface.scale.above, 1e-12);
    const tops = recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.positive).flatMap(({ path }) => arcs(path));
    expect(Math.min(...tops.map(({ y }) => y))).to.be.at.least(projection.y(1, 1, model.surface.scale.above) - 1e-9);
  });

  it('writes the probe first, and words only where there is room for them', () => {
    const wide = draw({}, [42, 33], size, true).recording.texts.map(({ text }) => text);
    expect(wide[0]).to.equal('y = 0.71');
    expect(wide).to.include.members(['fold', 'flat, y = 0', '1.5', 'y', 'p']);
    const narrow = draw({}, [42, 33], { width: 379, height: 303, density: 1 }, true).recording.texts.map(({ text }) => text);
    expect(narrow).to.include('y = 0.71').and.not.include('fold');
    expect(narrow.some((text) => text.startsWith('flat'))).to.equal(false);
  });

  it('keeps all texts apart and within the canvas, at any width and from any side', () => {
    for (let round = 0; round < 60; round++) {
      const width = Math.round(between(240, 1600));
      const settings = { w: [[between(-3, 3), between(-3, 3)], [between(-3, 3), between(-3, 3)]], b: [[between(-1, 1)], [between(-1, 1)]], activation: activationNames[round % 5] };
      const { recording } = draw(settings, [between(-180, 180), between(5, 85)], { width, height: width * 0.8, density: 1 }, true);
      const boxes = recording.texts.map(({ text, x, y, pen }) => {
        const em = parseFloat(/([\d.]+)px/.exec(pen.font)![1]);
        return { text, left: x, right: x + text.length * 0.55 * em, top: y - 0.36 * 11 - em / 2, bottom: y - 0.36 * 11 + em / 2, em };
      });
      boxes.forEach((one, i) => {
        expect(one.em * (/^[12p]$/.test(one.text) ? 2 : 1), one.text).to.be.at.least(10.5);
        expect(one.left >= -1e-6 && one.right <= width + 1e-6 && one.top >= -3 && one.bottom <= width * 0.8 + 3, `${one.text} at ${width}`).to.equal(true);
        for (const other of boxes.slice(i + 2)) { // the next one may be its own index
          const apart = one.right <= other.left + 1e-6 || other.right <= one.left + 1e-6 || one.bottom <= other.top + 4 || other.bottom <= one.top + 4;
          expect(apart, `"${one.text}" and "${other.text}" at ${width}`).to.equal(true);
        }
      });
    }
  });

  it('draws nothing where there is no room, and leaves the context as it found it', () => {
    expect(draw({}, [42, 33], { width: 20, height: 16, density: 1 }).recording.marks).to.deep.equal([]);
    const recording = new RecordingContext();
    Object.assign(recording.context, { fillStyle: '#111111', strokeStyle: '#222222', lineWidth: 9 });
    const before = recording.pen;
    drawSurface(recording.context, new SumSurface({ ...plain, activation: 'linear', parts: true, w: [[1, 0], [0, 1]], b: [[0], [0]] }).surface,
      [42, 33], { u: 0, v: 0, h: 0 }, texts, size, testTheme);
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
  });

  it('shows on a real canvas: the flat part washed, the fold in ink, the slope in the colour of plus', () => {
    const canvas = new PixelCanvas(480, 384, 2);
    const { surface } = new SumSurface({ ...plain, grid: 5 });
    const projection = drawSurface(canvas.context, surface, [42, 33], undefined, texts, { width: 480, height: 384, density: 2 }, testTheme);
    const look = (u: number, v: number, h = 0): unknown => canvas.at(projection.x(u, v), projection.y(u, v, h));
    expect(look(-0.7, -0.2)).to.deep.equal(pixel(testTheme.wash));
    expect(look(0.2 / 1.2, 0)).to.deep.equal(pixel(testTheme.ink));
    expect(look(0.5, -0.5, surface.scale.of(1.2 * 0.5 + 0.25 - 0.2))).to.deep.equal(pixel(testTheme.positive));
  });

  it('leaves out the names of what moves, and nothing else', () => {
    const written = (moving: boolean): string[] => {
      const recording = new RecordingContext();
      const { surface } = new SumSurface(plain);
      drawSurface(recording.context, surface, [42, 33], undefined, { ...texts, moving }, size, testTheme);
      return recording.texts.map(({ text }) => text);
    };
    const [still, moving] = [written(false), written(true)];
    expect(still).to.include('fold').and.include('flat, y = 0');
    expect(moving).to.deep.equal(still.filter((text) => text !== 'fold' && text !== 'flat, y = 0'));
  });
});
