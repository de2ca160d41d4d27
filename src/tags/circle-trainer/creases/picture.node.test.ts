import { expect } from 'chai';
import { Creases } from '../../../core/inspect/creases.js';
import { Network } from '../../../core/index.js';
import { arcs, edges, ground, record, type RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { drawCreases, drawShares, nearestCrease } from './picture.js';
import { dashes, lines } from '../../../draw/style.js';
import type { Theme } from '../../../draw/types.js';

const box = { x: 0, y: 0, width: 200, height: 200 };

function creasesOf(layers: readonly number[], parameters: ArrayLike<number>): Creases {
  const network = new Network({ layers });
  network.parameters.set(parameters);
  const creases = new Creases();
  creases.trace(network);
  return creases;
}

/** One crease upright at x = 0 with its active side to the right, one level at y = 0.5 with its active side above. */
const two = creasesOf([2, 2, 1], [1, 0, 0, 1, 0, -0.5]);
const bends = Float64Array.from({ length: 100 }, (_, k) => (k === 1 ? -1 : 1));
const draw = (chosen = -1, theme: Theme = testTheme, creases = two): RecordingContext =>
  record((ctx) => drawCreases(ctx, creases, bends, chosen, box, theme));

/** Returns the smallest and the largest of a path's coordinates. */
function extent(path: Parameters<typeof edges>[0]): number[] {
  const all = edges(path);
  const xs = all.flatMap(([x0, , x1]) => [x0, x1]);
  const ys = all.flatMap(([, y0, , y1]) => [y0, y1]);
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}

describe('drawCreases', () => {
  it('strokes each in a casing of the ground, then in the colour of its sign, then ticks on the active side', () => {
    const strokes = draw().paths('stroke');
    const found = strokes.map(({ pen: { strokeStyle, lineWidth } }) => [strokeStyle, Number(lineWidth.toFixed(2))]);
    expect(found).to.deep.equal([
      [ground, 4.2], [testTheme.positive, 2.1], [testTheme.positive, 1],
      [ground, 4.2], [testTheme.negative, 2.1], [testTheme.negative, 1],
    ]);
    expect(extent(strokes[1].path)).to.deep.equal([100, 100, 0, 200]);
    expect(extent(strokes[2].path).slice(0, 2), 'ticks to the right').to.deep.equal([100, 105.5]);
    expect(extent(strokes[4].path)).to.deep.equal([0, 200, 50, 50]);
    expect(extent(strokes[5].path).slice(2), 'ticks above').to.deep.equal([44.5, 50]);
  });

  it('makes the line of a neuron the wider, the more it bends what comes after it', () => {
    const widths = [1, 0.5, 0].map((share) => {
      const recording = record((ctx) => drawCreases(ctx, two, Float64Array.of(4, -4 * share), -1, box, testTheme));
      return Number(recording.paths('stroke')[4].pen.lineWidth.toFixed(2));
    });
    expect(widths).to.deep.equal([2.1, 1.47, 0.84]);
  });

  it('puts a tick every 16 px, also around bends', () => {
    const ticks = edges(draw().paths('stroke')[2].path).map(([, y]) => y).sort((a, b) => a - b);
    expect(ticks).to.have.length(12);
    for (let k = 1; k < ticks.length; k++) expect(ticks[k] - ticks[k - 1]).to.be.closeTo(16, 1e-9);
    const bent = creasesOf([2, 6, 3, 1], Array.from({ length: 43 }, (_, k) => Math.sin(7 * k)));
    const line = Array.from({ length: bent.count }, (_, k) => k)
      .find((k) => bent.endOfLine(k) - bent.startOfLine(k) > 20)!;
    let length = 0;
    const { points } = bent;
    for (let k = bent.startOfLine(line) + 1; k < bent.endOfLine(line); k++) {
      length += 100 * Math.hypot(points[2 * k] - points[2 * k - 2], points[2 * k + 1] - points[2 * k - 1]);
    }
    const bentTicks = edges(draw(-1, testTheme, bent).paths('stroke')[3 * line + 2].path);
    expect(bentTicks).to.have.length(Math.floor((length - 8) / 16) + 1);
  });

  it('draws all but the chosen neuron\u2019s faintly, and that one last and wider', () => {
    const strokes = draw(0).paths('stroke');
    expect(strokes.map(({ pen }) => pen.globalAlpha < 0.5)).to.deep.equal([true, true, true, false, false, false]);
    expect(strokes[4].pen.strokeStyle).to.equal(testTheme.positive);
    expect(strokes[4].pen.lineWidth).to.be.above(lines.crease);
  });

  it('dashes negative ones if colours cannot tell: in forced colours and on paper', () => {
    for (const changed of [{}, { forced: true }, { printed: true }]) {
      const dash = 'forced' in changed || 'printed' in changed ? dashes.negative : [];
      const strokes = draw(-1, { ...testTheme, ...changed }).paths('stroke');
      expect(strokes.map(({ pen }) => pen.lineDash)).to.deep.equal([[], [], [], [], dash, []]);
    }
  });

  it('leaves out ticks if there are too many, except for the chosen one', () => {
    const many = creasesOf([2, 30, 1], Array.from({ length: 60 }, (_, k) => (k % 2 === 0 ? 1 : k / 20)));
    expect(draw(-1, testTheme, many).paths('stroke')).to.have.length(60);
    expect(draw(3, testTheme, many).paths('stroke')).to.have.length(61);
  });

  it('keeps to the box', () => {
    expect(draw().paths('clip')[0].path).to.deep.equal([{ type: 'rect', ...box, radius: 0 }]);
  });
});

describe('nearestCrease', () => {
  for (const [what, x, y, left, expected] of [
    ['the upright one', 110, 120, 0, 0], ['the level one', 10, 60, 0, 1], ['the nearer of two', 108, 56, 0, 1],
    ['neither', 60, 120, 0, -1], ['the upright one in a box further right', 150, 120, 40, 0],
  ] as const) {
    it(`finds ${what} within reach of ${x}, ${y}`, () => {
      expect(nearestCrease(two, { ...box, x: left }, x, y, 22)).to.equal(expected);
    });
  }
});

describe('drawShares', () => {
  const square = { x: 10, y: 20, width: 100, height: 100 };
  const drawShare = (shares: readonly number[], most: number): RecordingContext =>
    record((ctx) => drawShares(ctx, Float64Array.from(shares), most, 2, square, testTheme));

  it('fills what is added and rings what is subtracted, each as large as its share of the most', () => {
    const recording = drawShare([2, -4, 1, 0], 4);
    const [filled, small] = recording.paths('fill');
    const [rings] = recording.paths('stroke');
    const cell = 0.41 * 50;
    expect(arcs(filled.path).map(({ x, y, radius }) => [x, y, radius]))
      .to.deep.equal([[35, 45, cell / 2], [35, 95, cell / 4]]);
    expect(filled.pen.fillStyle).to.equal(testTheme.positive);
    expect(arcs(rings.path).map(({ x, y }) => [x, y])).to.deep.equal([[85, 45]]);
    expect(arcs(rings.path)[0].radius + rings.pen.lineWidth / 2).to.be.closeTo(cell, 1e-12);
    expect(rings.pen.strokeStyle).to.equal(testTheme.negative);
    expect(arcs(small.path).map(({ x, y }) => [x, y])).to.deep.equal([[85, 95]]);
    expect(small.pen.fillStyle).to.equal(testTheme.muted);
  });

  it('draws a speck for what is too small to see, and for NaN', () => {
    const specks = (shares: readonly number[], most: number): number =>
      arcs(drawShare(shares, most).paths('fill')[1].path).length;
    expect([specks([0, 0, 0, 0], 0), specks([1, -1, NaN, 0.01], 1)]).to.deep.equal([4, 2]);
  });
});
