import { expect } from '@open-wc/testing';
import { traceOutline } from '../../core/contour.js';
import { createTarget } from '../../core/index.js';
import { traceLevels } from '../../core/levels.js';
import { blank, pixel, PixelCanvas } from '../../testing/pixels.js';
import { edges, RecordingContext } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { drawTarget } from './target.js';
import type { Box } from '../../draw/types.js';

const box: Box = { x: 10, y: 20, width: 200, height: 100 };

/** The canvas's place of a point of [−1, 1]², y upwards, in `box`. */
const place = (x: number, y: number): [number, number] => [110 + 100 * x, 70 - 50 * y];

function record(outline: readonly Float64Array[], into = box): RecordingContext {
  const recording = new RecordingContext();
  drawTarget(recording.context, outline, into, testTheme);
  return recording;
}

/** Edges without their direction, as text. */
function sides(list: readonly (readonly number[])[]): string[] {
  return list
    .filter(([x1, y1, x2, y2]) => Math.hypot(x2 - x1, y2 - y1) > 1e-9)
    .map(([x1, y1, x2, y2]) => [`${x1.toFixed(6)},${y1.toFixed(6)}`, `${x2.toFixed(6)},${y2.toFixed(6)}`].sort().join(' '))
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

  it('washes the inside in its place, y upwards', () => {
    const [wash] = record([triangle]).paths('fill');
    expect(wash.pen.fillStyle).to.equal(testTheme.targetWash);
    expect(sides(edges(wash.path))).to.deep.equal(triangleSides);
  });

  it('strokes the closed outline in its place with the accent', () => {
    const [outline] = record([triangle]).paths('stroke');
    expect(outline.pen.strokeStyle).to.equal(testTheme.accent);
    expect(sides(edges(outline.path))).to.deep.equal(triangleSides);
  });

  it('washes before it strokes, once each', () => {
    expect(record([triangle, half]).marks.map(({ type }) => type)).to.deep.equal(['fill', 'stroke']);
  });

  it('strokes no edge along the border of the square, but washes up to it', () => {
    const recording = record([half]);
    expect(sides(edges(recording.paths('stroke')[0].path))).to.deep.equal(sides([[...place(0, -1), ...place(0, 1)]]));
    expect(edges(recording.paths('fill')[0].path)).to.have.length(4);
  });

  it('strokes an edge that only touches the border, and one that crosses from side to side', () => {
    const kite = Float64Array.of(1, 0, 0, 1, -1, 0);
    expect(edges(record([kite]).paths('stroke')[0].path)).to.have.length(3);
  });

  it('skips the border wherever a loop begins', () => {
    for (let turn = 0; turn < 4; turn++) {
      const turned = Float64Array.from(half, (_, k) => half[(k + 2 * turn) % 8]);
      const found = edges(record([turned]).paths('stroke')[0].path);
      expect(sides(found)).to.deep.equal(sides([[...place(0, -1), ...place(0, 1)]]));
    }
  });

  it('leaves holes unwashed', () => {
    const hole = Float64Array.of(-0.1, -0.1, 0.1, -0.1, 0, 0.1);
    const [wash] = record([triangle, hole]).paths('fill');
    expect(wash.rule).to.equal('evenodd');
    expect(edges(wash.path)).to.have.length(6);
  });

  it('does nothing wrong with a target that is nowhere', () => {
    const recording = record([]);
    for (const mark of [...recording.paths('fill'), ...recording.paths('stroke')]) expect(mark.path).to.deep.equal([]);
  });

  it('washes each level over the last, fainter, in place of the inside, and strokes the outline alone', () => {
    const recording = new RecordingContext();
    drawTarget(recording.context, [triangle], box, testTheme, [[half], [triangle], []]);
    const washes = recording.paths('fill');
    expect(washes.map(({ path }) => edges(path).length)).to.deep.equal([4, 3, 0]);
    for (const { pen } of washes) expect([pen.fillStyle, pen.globalAlpha]).to.deep.equal([testTheme.targetWash, 0.35]);
    const [outline, ...more] = recording.paths('stroke');
    expect([sides(edges(outline.path)), outline.pen.globalAlpha, more]).to.deep.equal([triangleSides, 1, []]);
  });

  it('darkens a ramp from left to right', () => {
    const canvas = new PixelCanvas(100, 100);
    const target = createTarget('0.5 + 0.5*x');
    drawTarget(canvas.context, traceOutline(target), { x: 0, y: 0, width: 100, height: 100 }, testTheme, traceLevels(target));
    const blues = [4, 16, 26, 36, 46, 56, 66, 76, 86, 97].map((x) => canvas.at(x, 40)[3]);
    expect(blues[0]).to.equal(0);
    for (let k = 1; k < blues.length; k++) expect(blues[k], `step ${k}`).to.be.above(blues[k - 1]);
  });

  it('leaves the context as it found it', () => {
    const recording = new RecordingContext();
    Object.assign(recording.context, { fillStyle: '#111111', strokeStyle: '#222222', lineWidth: 9, lineJoin: 'bevel', globalAlpha: 0.25 });
    const before = recording.pen;
    drawTarget(recording.context, [triangle], box, testTheme);
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
    expect(recording.marks[0].pen.globalAlpha).to.equal(0.25);
  });

  it('shows a traced ring on a real canvas: washed between its outlines, stroked on them, blank elsewhere', () => {
    const canvas = new PixelCanvas(200, 200);
    const outline = traceOutline(createTarget('ring', { radius: 0.8 }));
    drawTarget(canvas.context, outline, { x: 0, y: 0, width: 200, height: 200 }, testTheme);
    expect(canvas.at(100, 100)).to.deep.equal(blank);
    expect(canvas.at(160, 100)).to.deep.equal(pixel(testTheme.targetWash));
    expect(canvas.at(100, 40)).to.deep.equal(pixel(testTheme.targetWash));
    expect(canvas.at(190, 100)).to.deep.equal(blank);
    const [r, , b] = canvas.at(20, 100); // on the outer outline
    expect(b - r).to.be.above(100);
  });

  it('shows the half towards (1, 1) at the top right', () => {
    const canvas = new PixelCanvas(100, 100);
    drawTarget(canvas.context, traceOutline(createTarget('half')), { x: 0, y: 0, width: 100, height: 100 }, testTheme);
    expect(canvas.at(80, 20)).to.deep.equal(pixel(testTheme.targetWash));
    expect(canvas.at(99, 0)).to.deep.equal(pixel(testTheme.targetWash)); // no outline along the border
    expect(canvas.at(20, 80)).to.deep.equal(blank);
  });
});
