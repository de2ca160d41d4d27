import { expect } from 'chai';
import { edges, record, type RecordingContext } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { drawTarget } from './target-picture.js';
import type { Box } from '../../draw/types.js';

const box: Box = { x: 10, y: 20, width: 200, height: 100 };

/** Returns the place on the canvas of a point of [−1, 1]², y upwards, in `box`. */
const place = (x: number, y: number): [number, number] => [110 + 100 * x, 70 - 50 * y];

const draw = (outline: readonly Float64Array[], levels: readonly (readonly Float64Array[])[] = []): RecordingContext =>
  record((ctx) => drawTarget(ctx, outline, box, testTheme, levels));

/** Returns edges without their direction, as text. */
function sides(list: readonly (readonly number[])[]): string[] {
  return list.filter(([x1, y1, x2, y2]) => Math.hypot(x2 - x1, y2 - y1) > 1e-9)
    .map(([x1, y1, x2, y2]) => [[x1, y1], [x2, y2]].map(([x, y]) => `${x.toFixed(6)},${y.toFixed(6)}`).sort().join(' '))
    .sort();
}

describe('drawTarget', () => {
  // Leans to one side, so that a picture upside down or mirrored differs.
  const triangle = Float64Array.of(-0.5, -0.5, 0.75, -0.25, 0.25, 0.9);
  const triangleSides = sides([
    [...place(-0.5, -0.5), ...place(0.75, -0.25)],
    [...place(0.75, -0.25), ...place(0.25, 0.9)],
    [...place(0.25, 0.9), ...place(-0.5, -0.5)],
  ]);
  // The right half of the square: one side of it is the target's own, three are the square's.
  const half = Float64Array.of(0, -1, 1, -1, 1, 1, 0, 1);
  const ownSide = sides([[...place(0, -1), ...place(0, 1)]]);

  it('washes the inside in its place, y upwards', () => {
    const [wash] = draw([triangle]).paths('fill');
    expect(wash.pen.fillStyle).to.equal(testTheme.targetWash);
    expect(sides(edges(wash.path))).to.deep.equal(triangleSides);
  });

  it('strokes the closed outline in its place with the accent', () => {
    const [outline] = draw([triangle]).paths('stroke');
    expect(outline.pen.strokeStyle).to.equal(testTheme.accent);
    expect(sides(edges(outline.path))).to.deep.equal(triangleSides);
  });

  it('washes before it strokes, once each', () => {
    expect(draw([triangle, half]).marks.map(({ type }) => type)).to.deep.equal(['fill', 'stroke']);
  });

  it('strokes no edge along the border of the square, but washes up to it', () => {
    const recording = draw([half]);
    expect(sides(edges(recording.paths('stroke')[0].path))).to.deep.equal(ownSide);
    expect(edges(recording.paths('fill')[0].path)).to.have.length(4);
  });

  it('strokes an edge that only touches the border, and one that crosses from side to side', () => {
    const kite = Float64Array.of(1, 0, 0, 1, -1, 0);
    expect(edges(draw([kite]).paths('stroke')[0].path)).to.have.length(3);
  });

  it('skips the border wherever a loop begins', () => {
    for (let turn = 0; turn < 4; turn++) {
      const turned = Float64Array.from(half, (_, k) => half[(k + 2 * turn) % 8]);
      expect(sides(edges(draw([turned]).paths('stroke')[0].path))).to.deep.equal(ownSide);
    }
  });

  it('leaves holes unwashed', () => {
    const hole = Float64Array.of(-0.1, -0.1, 0.1, -0.1, 0, 0.1);
    const [wash] = draw([triangle, hole]).paths('fill');
    expect(wash.rule).to.equal('evenodd');
    expect(edges(wash.path)).to.have.length(6);
  });

  it('draws nothing of a target that is nowhere', () => {
    expect(draw([]).marks.every((mark) => 'path' in mark && mark.path.length === 0)).to.equal(true);
  });

  it('washes each level over the last, fainter, instead of the inside, and strokes only the outline', () => {
    const recording = draw([triangle], [[half], [triangle], []]);
    const washes = recording.paths('fill');
    expect(washes.map(({ path }) => edges(path).length)).to.deep.equal([4, 3, 0]);
    for (const { pen } of washes) expect([pen.fillStyle, pen.globalAlpha]).to.deep.equal([testTheme.targetWash, 0.35]);
    const [outline, ...more] = recording.paths('stroke');
    expect([sides(edges(outline.path)), outline.pen.globalAlpha, more]).to.deep.equal([triangleSides, 1, []]);
  });
});
