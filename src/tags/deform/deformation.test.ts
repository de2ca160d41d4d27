import { expect } from '@open-wc/testing';
import { createRandom, createTarget } from '../../core/index.js';
import { drawDeform } from './picture.js';
import { RecordingContext } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { Deformation, frameOf, randomLayers, shareRight, type DeformationSettings, type Layers } from './deformation.js';

const random = createRandom('deformation');
const signed = (size: number): number => (2 * random() - 1) * size;

/** Layers of random numbers. */
function randomSettings(count: number, activation: DeformationSettings['activation'] = 'leaky-relu'): DeformationSettings {
  const pair = (): number[] => [signed(2), signed(2)];
  const w: Layers = Array.from({ length: count }, () => [pair(), pair()]);
  const b: Layers = Array.from({ length: count }, () => [[signed(1)], [signed(1)]]);
  return { w, b, activation, alpha: 0.1, grid: 7 };
}

const bends: Record<string, (z: number) => number> = {
  linear: (z) => z, relu: (z) => (z > 0 ? z : 0), 'leaky-relu': (z) => (z > 0 ? z : 0.1 * z),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh,
};

/** One point through so many layers, by the formulas. */
function through([x, y]: readonly number[], { w, b, activation }: DeformationSettings, count: number): number[] {
  let at = [x, y];
  for (let k = 0; k < count; k++) at = w[k].map((row, j) => bends[activation](row[0] * at[0] + row[1] * at[1] + b[k][j][0]));
  return at;
}

/** How far a point is from a line through corners. */
function distance([x, y]: readonly number[], corners: readonly number[][]): number {
  let least = Infinity;
  for (let k = 1; k < corners.length; k++) {
    const [[x0, y0], [x1, y1]] = [corners[k - 1], corners[k]];
    const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length));
    least = Math.min(least, Math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0)));
  }
  return least;
}

describe('Deformation', () => {
  for (const activation of Object.keys(bends) as DeformationSettings['activation'][]) {
    it(`takes every point of the grid through the layers of ${activation}, and between on the straight way`, () => {
      for (const count of [1, 2, 3, 4]) {
        const settings = randomSettings(count, activation);
        const plane = new Deformation(settings);
        const start = Float64Array.from(plane.at(0).mesh);
        for (const layer of [0, 0.25, 0.5, count - 0.2, count]) {
          const { mesh } = plane.at(layer);
          const [from, to] = [Math.floor(layer), Math.ceil(layer)];
          for (let k = 0; k < start.length; k += 2) {
            const here = through([start[k], start[k + 1]], settings, from);
            const next = through([start[k], start[k + 1]], settings, to);
            for (const i of [0, 1]) expect(mesh[k + i]).to.be.closeTo(here[i] + (next[i] - here[i]) * (layer - from), 1e-12);
          }
        }
      }
    });
  }

  it('has as many lines each way as the grid says, evenly over the square, and the two axes last', () => {
    const plane = new Deformation({ ...randomSettings(1), grid: 6 });
    const { mesh } = plane.at(0);
    const ends = plane.lines.map(({ from, count }) => [mesh[2 * from], mesh[2 * from + 1], mesh[2 * (from + count - 1)], mesh[2 * (from + count - 1) + 1]]);
    const at = [-1, -0.6, -0.2, 0.2, 0.6, 1];
    ends.forEach((end, k) => end.forEach((value, i) => {
      const expected = k < 6 ? [at[k], -1, at[k], 1] : k < 12 ? [-1, at[k - 6], 1, at[k - 6]] : k === 12 ? [0, -1, 0, 1] : [-1, 0, 1, 0];
      expect(value).to.be.closeTo(expected[i], 1e-12);
    }));
    expect(plane.lines.map(({ axis }) => axis)).to.deep.equal([...Array<boolean>(12).fill(false), true, true]);
  });

  it('is drawn where the formulas say, folds and all: undone scale and middle give every place of every line', () => {
    const size = { width: 420, height: 446, density: 1 };
    for (const activation of ['linear', 'relu', 'leaky-relu'] as const) {
      for (const count of [1, 2, 3]) {
        const settings = { ...randomSettings(count, activation), grid: 5 };
        const plane = new Deformation(settings);
        for (const layer of [random() * count, Math.floor(random() * count), count]) {
          const recording = new RecordingContext();
          const { frame, ...rest } = plane.at(layer);
          drawDeform(recording.context, { ...rest, frame, lines: plane.lines, inside: [], caption: [] }, size, testTheme);
          const drawn = recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.ink);
          expect(drawn).to.have.length(12);
          const scale = (420 / 2 - 18) / frame.half;
          const [from, to] = [Math.floor(layer), Math.ceil(layer)];
          drawn.forEach(({ path, pen }, l) => {
            const corners = path.map((segment) => ('x' in segment ? [(segment.x - 210) / scale + frame.x, (210 - segment.y) / scale + frame.y] : []));
            // Upright and level lines lie on whole pixels, up to half a pixel away.
            const near = pen.lineWidth === 1 ? 0.51 / scale : 1e-9 * (1 + frame.half);
            for (let k = 0; k <= 40; k++) {
              const along = -1 + k / 20;
              const fixed = l < 10 ? (l % 5) / 2 - 1 : 0;
              const start = (l < 10 ? l < 5 : l === 10) ? [fixed, along] : [along, fixed];
              const [here, next] = [through(start, settings, from), through(start, settings, to)];
              const wanted = here.map((value, i) => value + (next[i] - value) * (layer - from));
              expect(distance(wanted, corners), `${activation} ${layer} of ${count}, line ${l} at ${along}`).to.be.below(near);
            }
          });
        }
      }
    }
  });

  it('tells what the grid covers', () => {
    const plane = new Deformation({ w: [[[2, 0], [0, 0.5]]], b: [[[1], [-3]]], activation: 'linear', alpha: 0, grid: 5 });
    expect(plane.extent(0)).to.deep.equal({ left: -1, right: 1, bottom: -1, top: 1 });
    expect(plane.extent(1)).to.deep.equal({ left: -1, right: 3, bottom: -3.5, top: -2.5 });
    expect(plane.extent(0.5)).to.deep.equal({ left: -1, right: 2, bottom: -2.25, top: -0.75 });
  });

  it('shows the same points every time, and moves them as the plane', () => {
    const settings = randomSettings(2);
    const plane = new Deformation(settings);
    const { samples } = plane;
    expect(samples).to.deep.equal(new Deformation(randomSettings(1)).samples);
    expect(samples.every((value) => value >= -1 && value < 1)).to.equal(true);
    const { points } = plane.at(2);
    for (let k = 0; k < samples.length; k += 2) {
      const wanted = through([samples[k], samples[k + 1]], settings, 2);
      expect(points[k]).to.be.closeTo(wanted[0], 1e-12);
      expect(points[k + 1]).to.be.closeTo(wanted[1], 1e-12);
    }
  });

  it('frames the grid wherever it lies, between layers between their frames', () => {
    const plane = new Deformation(randomSettings(2));
    for (const layer of [0, 1, 2]) {
      const { mesh, frame } = plane.at(layer);
      expect(frame).to.deep.equal(frameOf(mesh));
    }
    const [first, second] = [plane.at(1).frame, plane.at(2).frame];
    expect(plane.at(1.25).frame.half).to.be.closeTo(first.half + (second.half - first.half) / 4, 1e-12);
    expect(plane.at(0).frame).to.deep.equal({ x: 0, y: 0, half: 1 });
  });
});

describe('frameOf', () => {
  it('is the least square around the points, and has a size for a single one', () => {
    expect(frameOf(Float64Array.of(1, 2, 5, 4, 3, 3))).to.deep.equal({ x: 3, y: 3, half: 2 });
    expect(frameOf(Float64Array.of(1, 2, 1, 2))).to.deep.equal({ x: 1, y: 2, half: 1 });
  });
});

describe('randomLayers', () => {
  it('gives two layers, the same from one seed and others from another, with no bias 0', () => {
    const one = randomLayers('7');
    expect(one).to.deep.equal(randomLayers('7'));
    expect(one).to.not.deep.equal(randomLayers('8'));
    expect([one.w.length, one.b.length]).to.deep.equal([2, 2]);
    expect(one.b.flat(2).every((value) => value !== 0 && Math.abs(value) <= 1)).to.equal(true);
    expect(one.w.flat(2).some((value) => value !== one.w[0][0][0])).to.equal(true);
  });
});

describe('shareRight', () => {
  it('counts what an output after the layers puts on the right side', () => {
    const same: DeformationSettings = { w: [[[1, 0], [0, 1]]], b: [[[0], [0]]], activation: 'linear', alpha: 0, grid: 5 };
    expect(shareRight(same, [1, 1, 0.499], 'half')).to.equal(1); // x + y + 0.499 ≥ 0.5 where x + y > 0: no centre lies nearer
    expect(shareRight(same, [-1, -1, 0.499], 'half')).to.be.below(0.02);
    expect(createTarget('half')(1, 1)).to.equal(1);
  });
});

describe('Deformation, of one place', () => {
  it('follows it through the layers by the formulas, and straight between them', () => {
    const settings = randomSettings(3);
    const plane = new Deformation(settings);
    for (const at of [[0.3, -0.7], [-1, 1], [0, 0]] as const) {
      for (let layer = 0; layer <= 3; layer++) {
        const [x, y] = plane.follow(at, layer);
        const expected = through(at, settings, layer);
        expect(Math.hypot(x - expected[0], y - expected[1])).to.be.below(1e-12);
      }
      const [from, to, between] = [plane.follow(at, 1), plane.follow(at, 2), plane.follow(at, 1.25)];
      expect(between[0]).to.be.closeTo(0.75 * from[0] + 0.25 * to[0], 1e-12);
    }
  });

  it('finds where the grid’s point came from that lies nearest, and none out of reach', () => {
    const plane = new Deformation(randomSettings(2, 'tanh'));
    for (const at of [[-1, 1], [1, 1], [0, 0]] as const) {
      const there = plane.follow(at, 2);
      expect(plane.origin([there[0] + 1e-9, there[1]], 2, 0.01)).to.deep.equal([...at]);
    }
    expect(plane.origin([50, 50], 2, 1)).to.equal(undefined);
  });
});
