import { expect } from 'chai';
import { activationNames, createRandom, type ActivationName } from '../../core/index.js';
import { RecordingContext } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { DeformedPlane, samples, type DeformedPlaneOptions } from './deformed-plane.js';
import { drawDeform } from './picture.js';

type Point = readonly [x: number, y: number];

const random = createRandom('deformation');
const signed = (size: number): number => (2 * random() - 1) * size;

/** Layers of random numbers. */
function randomOptions(count: number, activation: ActivationName = 'leaky-relu', grid = 7): DeformedPlaneOptions {
  const w = Array.from({ length: count }, () => [0, 1].map(() => [signed(2), signed(2)]));
  const b = Array.from({ length: count }, () => [0, 1].map(() => [signed(1)]));
  return { w, b, activation, alpha: 0.1, grid };
}

const bends: Record<ActivationName, (z: number) => number> = {
  linear: (z) => z, relu: (z) => (z > 0 ? z : 0), 'leaky-relu': (z) => (z > 0 ? z : 0.1 * z),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh,
};

/** Maps a point through the layers by the formulas, and straight between whole layers. */
function through(start: Point, { w, b, activation }: DeformedPlaneOptions, layer: number): Point {
  const stages = [start];
  w.forEach((rows, k) => {
    const [x, y] = stages[k];
    stages.push(rows.map((row, j) => bends[activation](row[0] * x + row[1] * y + b[k][j][0])) as unknown as Point);
  });
  const [here, next] = [stages[Math.floor(layer)], stages[Math.ceil(layer)]];
  const share = layer - Math.floor(layer);
  return [here[0] + (next[0] - here[0]) * share, here[1] + (next[1] - here[1]) * share];
}

/** Returns how far a point is from a line through corners. */
function distance([x, y]: Point, corners: readonly number[][]): number {
  let least = Infinity;
  for (let k = 1; k < corners.length; k++) {
    const [[x0, y0], [x1, y1]] = [corners[k - 1], corners[k]];
    const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length));
    least = Math.min(least, Math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0)));
  }
  return least;
}

describe('DeformedPlane', () => {
  for (const activation of activationNames) {
    it(`maps mesh and samples through layers of ${activation}, and straight between whole layers`, () => {
      for (const count of [1, 2, 3, 4]) {
        const options = randomOptions(count, activation);
        const plane = new DeformedPlane(options);
        const start = Float64Array.from(plane.at(0).mesh);
        for (const layer of [0, 0.25, 0.5, count - 0.2, count]) {
          const { mesh, points } = plane.at(layer);
          for (const [from, to] of [[start, mesh], [samples, points]]) {
            for (let k = 0; k < from.length; k += 2) {
              const wanted = through([from[k], from[k + 1]], options, layer);
              for (const i of [0, 1]) expect(to[k + i]).to.be.closeTo(wanted[i], 1e-12);
            }
          }
        }
      }
    });
  }

  it('has as many lines each way as the grid says, evenly over the square, and the two axes last', () => {
    const plane = new DeformedPlane(randomOptions(1, 'leaky-relu', 6));
    const { mesh } = plane.at(0);
    const at = [-1, -0.6, -0.2, 0.2, 0.6, 1];
    plane.lines.forEach(({ from, count, axis }, k) => {
      const fixed = axis ? 0 : at[k % 6];
      const wanted = k < 6 || k === 12 ? [fixed, -1, fixed, 1] : [-1, fixed, 1, fixed];
      const ends = [...mesh.slice(2 * from, 2 * from + 2), ...mesh.slice(2 * (from + count - 1), 2 * (from + count))];
      ends.forEach((value, i) => expect(value).to.be.closeTo(wanted[i], 1e-12));
      expect(axis).to.equal(k >= 12);
    });
    expect(plane.lines).to.have.length(14);
  });

  it('is drawn where the formulas say, with all folds', () => {
    const box = { x: 0, y: 0, width: 420, height: 444 };
    for (const activation of ['linear', 'relu', 'leaky-relu'] as const) {
      for (const count of [1, 2, 3]) {
        const options = randomOptions(count, activation, 5);
        const plane = new DeformedPlane(options);
        for (const layer of [random() * count, Math.floor(random() * count), count]) {
          const recording = new RecordingContext();
          const { frame, ...rest } = plane.at(layer);
          const picture = { ...rest, frame, lines: plane.lines, inside: [], format: String };
          drawDeform(recording.context, picture, box, 1, testTheme);
          const drawn = recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.ink);
          expect(drawn).to.have.length(12);
          const scale = (420 / 2 - 18) / frame.half;
          drawn.forEach(({ path, pen }, l) => {
            const corners = path.map((segment) => ('x' in segment
              ? [(segment.x - 210) / scale + frame.x, (210 - segment.y) / scale + frame.y]
              : []));
            // Upright and level lines lie on whole pixels, up to half a pixel away.
            const near = pen.lineWidth === 1 ? 0.51 / scale : 1e-9 * (1 + frame.half);
            const fixed = l < 10 ? (l % 5) / 2 - 1 : 0;
            const isUpright = l < 10 ? l < 5 : l === 10;
            for (let k = 0; k <= 40; k++) {
              const along = -1 + k / 20;
              const wanted = through(isUpright ? [fixed, along] : [along, fixed], options, layer);
              const what = `${activation} ${layer} of ${count}, line ${l} at ${along}`;
              expect(distance(wanted, corners), what).to.be.below(near);
            }
          });
        }
      }
    }
  });

  it('has the bounds of its mesh, and the least square around it as frame, with some size for a single point', () => {
    const flat = { activation: 'linear', alpha: 0, grid: 5 } as const;
    const plane = new DeformedPlane({ w: [[[2, 0], [0, 0.5]]], b: [[[1], [-3]]], ...flat });
    expect(plane.extentAt(0)).to.deep.equal({ left: -1, right: 1, bottom: -1, top: 1 });
    expect(plane.extentAt(1)).to.deep.equal({ left: -1, right: 3, bottom: -3.5, top: -2.5 });
    expect(plane.extentAt(0.5)).to.deep.equal({ left: -1, right: 2, bottom: -2.25, top: -0.75 });
    expect([0, 0.25, 1].map((layer) => plane.frameAt(layer))).to.deep.equal([
      { x: 0, y: 0, half: 1 }, { x: 0.25, y: -0.75, half: 1.25 }, { x: 1, y: -3, half: 2 },
    ]);
    const point = new DeformedPlane({ w: [[[0, 0], [0, 0]]], b: [[[1], [2]]], ...flat });
    expect(point.frameAt(1)).to.deep.equal({ x: 1, y: 2, half: 1 });
  });

  it('has the same sample points on every page', () => {
    const again = createRandom('points');
    expect(Array.from(samples)).to.deep.equal(Array.from({ length: 320 }, () => 2 * again() - 1));
    expect(samples.every((value) => value >= -1 && value < 1)).to.equal(true);
  });

  it('maps one place by the formulas', () => {
    const options = randomOptions(3);
    const plane = new DeformedPlane(options);
    for (const place of [[0.3, -0.7], [-1, 1], [0, 0]] as const) {
      for (const layer of [0, 1, 1.25, 2, 3]) {
        const [[x, y], wanted] = [plane.map(place, layer), through(place, options, layer)];
        expect(Math.hypot(x - wanted[0], y - wanted[1])).to.be.below(1e-12);
      }
    }
  });

  it('finds the crossing of grid lines that lies nearest to a place, and none out of reach', () => {
    const plane = new DeformedPlane(randomOptions(2, 'tanh'));
    for (const parameters of [undefined, Array.from({ length: 12 }, () => signed(2))]) {
      if (parameters) plane.setParameters(parameters);
      for (const node of [[-1, 1], [1, 1], [0, 0]] as const) {
        const [x, y] = plane.map(node, 2);
        expect(plane.nearestNode([x + 1e-9, y], 2, 0.01)).to.deep.equal([...node]);
      }
      expect(plane.nearestNode([50, 50], 2, 1)).to.equal(undefined);
    }
  });
});
