import { expect } from 'chai';
import { activationNames, createRandom, type ActivationName } from '../../../core/index.js';
import { nodeCoordinate, toDomain } from '../../../core/places.js';
import { SumSurface, type SumSettings } from '../surface-of-sum.js';
import {
  arcs, edges, endOf, fontSize, ground, pointsOf, record, type PathMark, type RecordingContext,
} from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import type { Projection } from './projection.js';
import { drawSurface, extentOf, type SurfaceTexts } from './surface.js';
import { casing, dashes, lines, opacities } from '../../../draw/style.js';

const texts: SurfaceTexts = {
  format: (value) => String(+value.toFixed(2)), flat: [['flat, y = 0'], ['flat']], fold: 'fold', probe: ['y = 0.71'],
  inputs: ['1', '2'].map((index) => ({ variable: 'p', index })), output: { variable: 'y' },
};
const size = { width: 480, height: 384, density: 16 };
const plain: SumSettings = {
  w: [[1.2, -0.5]], b: [[-0.2]], activation: 'relu', alpha: 0.01, domain: [-1, 1], range: [], grid: 21, parts: false,
};
const two = { w: [[1.2, -0.5], [-0.8, 1]], b: [[-0.2], [0.1]] };

function draw(settings: Partial<SumSettings> = {}, view = [42, 33], into = size, probe = false, moving = false) {
  const model = new SumSurface({ ...plain, ...settings });
  const at = probe ? { u: 0.8, v: 0.1, h: model.surface.scale.of(model.at(0.8, 0.1)) } : undefined;
  let projection!: Projection;
  const recording = record((ctx) => {
    projection = drawSurface(ctx, model.surface, view, at, { ...texts, moving }, into, testTheme);
  });
  return { recording, model, projection };
}

/** Returns f as in a textbook, independent of core. */
function activate(name: ActivationName, z: number, alpha: number): number {
  switch (name) {
    case 'linear': return z;
    case 'relu': return z > 0 ? z : 0;
    case 'leaky-relu': return z > 0 ? z : alpha * z;
    case 'sigmoid': return 1 / (1 + Math.exp(-z));
    case 'tanh': return Math.tanh(z);
  }
}

const strokesOf = (recording: RecordingContext, colour: string, width: number): PathMark[] =>
  recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === colour && pen.lineWidth === width);

const dotsOf = (recording: RecordingContext) => recording.paths('fill')
  .flatMap(({ path, pen }) => arcs(path).map(({ x, y }) => ({ x, y, colour: pen.fillStyle })));

/** Reads scale, middle and the pixels for a y of 1 off the drawn floor and the drawn axis. */
function readOff(recording: RecordingContext, turn: number, tilt: number, span: number) {
  const [t, e] = [turn, tilt].map((degrees) => (degrees * Math.PI) / 180);
  const depth = (u: number, v: number): number => u * Math.sin(t) + v * Math.cos(t);
  const across = (u: number, v: number): number => u * Math.cos(t) - v * Math.sin(t);
  const points = strokesOf(recording, testTheme.hair, lines.axis).flatMap(({ path }) => pointsOf(path));
  const far = points.reduce((one, other) => (other[1] < one[1] ? other : one)); // it is furthest up
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].sort(([a, b], [c, d]) => depth(c, d) - depth(a, b));
  const behind = corners.slice(0, 3).map(([u, v]) => across(u, v)); // ends of the two edges behind
  const drawn = points.map(([x]) => x);
  const scale = (Math.max(...drawn) - Math.min(...drawn)) / (Math.max(...behind) - Math.min(...behind));
  const [u, v] = corners[0];
  const middle = [far[0] - scale * across(u, v), far[1] + scale * depth(u, v) * Math.sin(e)];
  const [axis] = recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.muted)
    .map(({ path }) => edges(path)[0]).filter(([x0, , x1]) => x0 === x1);
  return {
    perValue: (axis[1] - axis[3]) / span,
    floorAt: (pu: number, pv: number): [number, number] =>
      [middle[0] + scale * across(pu, pv), middle[1] - scale * depth(pu, pv) * Math.sin(e)],
  };
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

      const name = `${count} of ${activation}, turned by ${turn.toFixed()}°, tilted by ${tilt.toFixed()}°`;
      it(`raises each point by Σ f(p·w + b): ${name}`, () => {
        const { recording, model } = draw({ w, b, activation, alpha, domain, grid }, [turn, tilt]);
        const { low: least, high: most } = model.surface.scale;
        const { perValue, floorAt } = readOff(recording, turn, tilt, most - least);
        expect(perValue).to.be.above(0);
        const dots = dotsOf(recording);
        expect(dots).to.have.length(grid * grid);
        for (let k = 0; k < grid * grid; k++) {
          const [u, v] = [nodeCoordinate(k % grid, grid), nodeCoordinate(Math.floor(k / grid), grid)];
          const p = [toDomain(u, domain), toDomain(v, domain)];
          const sums = w.map(([w1, w2], i) => p[0] * w1 + p[1] * w2 + b[i][0]);
          const y = sums.reduce((sum, z) => sum + activate(activation, z, alpha), 0);
          const [x, floor] = floorAt(u, v);
          const colour = y > 0 ? testTheme.positive : testTheme.negative;
          const found = dots.some((dot) => Math.abs(dot.x - x) < 0.05 && (colour === dot.colour || Math.abs(y) < 1e-12)
            && Math.abs((floor - dot.y) / perValue - y) < 1e-6 * (most - least));
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
      const [origin, right, far] = [heights[0], heights[grid - 1], heights[grid * (grid - 1)]];
      heights.forEach((h, k) => {
        const [u, v] = [(k % grid) / (grid - 1), Math.floor(k / grid) / (grid - 1)];
        const plane = origin + (right - origin) * u + (far - origin) * v;
        expect(Math.abs(h - plane)).to.be.below(1e-12);
        const [p1, p2] = [-1 + (k % grid) / 10, -1 + Math.floor(k / grid) / 10];
        const y = w.reduce((sum, [w1, w2], i) => sum + (p1 * w1 + p2 * w2 + b[i][0]), 0);
        expect(Math.abs(h / unit - y)).to.be.below(1e-12 * Math.max(1, scale.high - scale.low));
      });
    }
  });

  it('lifts the fold onto the surface, ink in a cleared casing, over everything but the words', () => {
    const { recording, model, projection } = draw(two);
    const folds = strokesOf(recording, testTheme.ink, lines.fold);
    expect(folds).to.have.length(2);
    expect(strokesOf(recording, ground, lines.fold + casing)).to.have.length(2);
    folds.forEach(({ path }, i) => {
      // A point of the neuron's own line is known by its x; there the other neuron alone gives the height.
      const [[w1, w2], [b]] = [two.w[i], two.b[i]];
      const [[other1, other2], [otherB]] = [two.w[1 - i], two.b[1 - i]];
      const at = (u: number): [number, number] => [u, (-b - w1 * u) / w2];
      const [x0, x1] = [projection.x(...at(0)), projection.x(...at(1))];
      for (const [x, y] of pointsOf(path)) {
        const [p1, p2] = at((x - x0) / (x1 - x0));
        const value = Math.max(0, p1 * other1 + p2 * other2 + otherB);
        expect(y).to.be.closeTo(projection.y(p1, p2, model.surface.scale.of(value)), 1e-6);
      }
    });
    const last = recording.marks.lastIndexOf(folds[1]);
    const after = recording.marks.slice(last + 1).map(({ type, pen }) => `${type} ${pen.fillStyle}`);
    expect(after).to.not.include(`fill ${testTheme.positive}`);
  });

  for (const [name, settings, folds, flat, zero] of [
    ['ReLU', {}, 1, 1, 0],
    ['leaky ReLU', { activation: 'leaky-relu' }, 1, 0, 0],
    ['leaky ReLU of slope 0', { activation: 'leaky-relu', alpha: 0 }, 1, 1, 0],
    ['leaky ReLU of slope 1', { activation: 'leaky-relu', alpha: 1 }, 0, 0, 1],
    ['linear', { activation: 'linear' }, 0, 0, 1],
    ['sigmoid', { activation: 'sigmoid' }, 0, 0, 0],
    ['tanh', { activation: 'tanh' }, 0, 0, 0],
    ['ReLU that is active everywhere', { b: [[9]] }, 0, 0, 0],
    ['ReLU that is flat everywhere', { b: [[-9]] }, 0, 1, 0],
  ] as [string, Partial<SumSettings>, number, number, number][]) {
    it(`draws folds, flat regions and dashed lines for ${name}: ${folds}, ${flat}, ${zero}`, () => {
      const { recording, model } = draw(settings);
      const dashed = recording.paths('stroke').filter(({ path, pen }) =>
        path.length > 0 && pen.lineDash.join() === dashes.zero.join());
      const washes = recording.paths('fill').filter(({ path, pen }) =>
        pen.fillStyle === testTheme.wash && path[0]?.type === 'move');
      const drawn = strokesOf(recording, testTheme.ink, lines.fold);
      expect([drawn.length, model.surface.folds.length]).to.deep.equal([folds, folds]);
      expect([washes.length, dashed.length]).to.deep.equal([flat, zero]);
    });
  }

  it('lays the floor over what is under it, and under what is over it', () => {
    const { recording } = draw({ activation: 'linear' });
    const order = recording.paths('fill').map(({ pen }) => pen);
    const floor = order.findIndex(({ globalAlpha }) => globalAlpha === opacities.floor);
    const colours = order.map(({ fillStyle }) => fillStyle);
    expect(order[floor].globalCompositeOperation).to.equal('destination-out');
    expect(colours.lastIndexOf(testTheme.negative)).to.be.below(floor);
    expect(colours.indexOf(testTheme.positive)).to.be.above(floor);
  });

  it('draws each neuron of a sum by itself above the sum, on the same scale, if asked', () => {
    const wordsOf = (settings: Partial<SumSettings>): string => draw(settings).recording.words.join('');
    expect(wordsOf(two)).to.not.contain('f(');
    expect(wordsOf({ parts: true }), 'one neuron is its sum').to.not.contain('f(');
    const { recording, model, projection } = draw({ ...two, parts: true }, [42, 33], { ...size, height: 450 });
    expect(recording.words.join('')).to.contain('f(p·w1 + b1)').and.to.contain('f(p·w2 + b2)').and.to.contain('+');
    const { parts, scale } = model.surface;
    expect(parts.map((part) => [part.scale.low, part.scale.high, part.folds.length]))
      .to.deep.equal(Array(2).fill([scale.low, scale.high, 1]));
    parts.forEach(({ grid, heights }, i) => heights.forEach((height, k) => {
      const p = [k % grid, Math.floor(k / grid)].map((c) => nodeCoordinate(c, grid));
      const [[w1, w2], [b]] = [two.w[i], two.b[i]];
      expect(height).to.be.closeTo(scale.of(Math.max(0, p[0] * w1 + p[1] * w2 + b)), 1e-12);
    }));
    const folds = strokesOf(recording, testTheme.ink, lines.fold).map(({ path }) => pointsOf(path)[0][1]);
    const top = projection.y(0, 0) - projection.scale * extentOf(model.surface, [42, 33]).roof;
    expect(folds.filter((y) => y < top), 'above the sum').to.have.length(2);
    const opposite = draw({ w: [[3, 0], [-3, 0]], b: [[0], [0]], activation: 'linear', parts: true }).model.surface;
    expect(opposite.scale.high, 'room for parts that cancel out').to.be.at.least(3);
  });

  it('fills its frame at the default view: no tenth of it is empty above', () => {
    const frame = { width: 480, height: 320, density: 1 };
    for (const settings of [{}, two]) {
      const { recording } = draw(settings, [42, 33], frame);
      const highest = Math.min(...dotsOf(recording).map(({ y }) => y));
      expect(highest).to.be.within(0, 0.1 * frame.height);
    }
  });

  it('keeps all that it draws within its frame from any side', () => {
    for (let round = 0; round < 40; round++) {
      const frame = { width: 480, height: 320, density: 1 };
      const w = [[between(-3, 3), between(-3, 3)]];
      const view = [between(-180, 180), between(5, 85)];
      const { recording } = draw({ w, activation: activationNames[round % 5] }, view, frame);
      for (const { x, y } of dotsOf(recording)) {
        expect(x).to.be.within(0, frame.width);
        expect(y).to.be.within(0, frame.height);
      }
    }
  });

  it('cuts off at a given range', () => {
    const { recording, model, projection } = draw({ range: [0, 0.5] });
    expect(model.surface.scale).to.include({ low: 0, high: 0.5 });
    expect(Math.max(...model.surface.heights)).to.be.closeTo(model.surface.scale.above, 1e-12);
    const tops = dotsOf(recording).filter(({ colour }) => colour === testTheme.positive).map(({ y }) => y);
    expect(Math.min(...tops)).to.be.at.least(projection.y(1, 1, model.surface.scale.above) - 1e-9);
  });

  it('writes the probe first, and words only if there is room for them and they stand still', () => {
    const wordsOf = (width: number, moving = false): string[] =>
      draw({}, [42, 33], { width, height: 0.8 * width, density: 1 }, true, moving).recording.words;
    expect(wordsOf(480)[0]).to.equal('y = 0.71');
    expect(wordsOf(480)).to.include.members(['fold', 'flat, y = 0', '1.5', 'y', 'p']);
    expect(wordsOf(480, true)).to.deep.equal(wordsOf(480).filter((text) => text !== 'fold' && text !== 'flat, y = 0'));
    expect(wordsOf(379)).to.include('y = 0.71');
    expect(wordsOf(379).filter((text) => /^f(old|lat)/.test(text))).to.deep.equal([]);
  });

  it('keeps all texts apart and within the canvas, at any width and from any side', () => {
    for (let round = 0; round < 60; round++) {
      const width = Math.round(between(240, 1600));
      const pair = (reach: number): number[] => [between(-reach, reach), between(-reach, reach)];
      const settings = { w: [pair(3), pair(3)], b: pair(1).map((b) => [b]), activation: activationNames[round % 5] };
      const view = [between(-180, 180), between(5, 85)];
      const { texts: written } = draw(settings, view, { width, height: width * 0.8, density: 1 }, true).recording;
      const boxes = written.map((mark) => {
        const [em, middle] = [fontSize(mark), mark.y - 0.36 * 11];
        return { text: mark.text, left: mark.x, right: endOf(mark), top: middle - em / 2, bottom: middle + em / 2, em };
      });
      boxes.forEach((one, i) => {
        expect(one.em * (/^[12p]$/.test(one.text) ? 2 : 1), one.text).to.be.at.least(10.5);
        expect(Math.min(one.left, one.top + 3), `${one.text} at ${width}`).to.be.at.least(-1e-6);
        expect(one.right, `${one.text} at ${width}`).to.be.at.most(width + 1e-6);
        expect(one.bottom, `${one.text} at ${width}`).to.be.at.most(width * 0.8 + 3);
        for (const other of boxes.slice(i + 2)) { // the next one may be its own index
          const apart = one.right <= other.left + 1e-6 || other.right <= one.left + 1e-6
            || one.bottom <= other.top + 4 || other.bottom <= one.top + 4;
          expect(apart, `"${one.text}" and "${other.text}" at ${width}`).to.equal(true);
        }
      });
    }
  });

  it('draws nothing if there is no room', () => {
    expect(draw({}, [42, 33], { width: 20, height: 16, density: 1 }).recording.marks).to.deep.equal([]);
  });
});
