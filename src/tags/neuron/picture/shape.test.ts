import { expect } from '@open-wc/testing';
import { SumSurface } from '../surface-of-sum.js';
import { stub } from '../../../testing/host.js';
import { PixelCanvas } from '../../../testing/pixels.js';
import { testTheme } from '../../../testing/theme.js';
import { Projection } from './projection.js';
import { drawShape, KeptShape } from './shape.js';

describe('KeptShape', () => {
  const { surface } = new SumSurface({
    w: [[1.2, -0.5]], b: [[-0.2]], activation: 'leaky-relu', alpha: 0.3, domain: [-1, 1], range: [], grid: 61,
    parts: false,
  });
  let canvas: PixelCanvas;
  let strokes: number;
  let restore: () => void;
  beforeEach(() => {
    canvas = new PixelCanvas(400, 400);
    const { stroke } = CanvasRenderingContext2D.prototype;
    restore = stub(CanvasRenderingContext2D.prototype, 'stroke', function count(this: CanvasRenderingContext2D) {
      strokes++;
      Reflect.apply(stroke, this, []);
    } as typeof stroke);
  });
  afterEach(() => restore());

  /** Returns the strokes that `draw` takes. */
  function countStrokes(draw: () => void): number {
    strokes = 0;
    canvas.context.clearRect(0, 0, 400, 400);
    draw();
    return strokes;
  }

  const seen = (turn: number): Projection => new Projection([turn, 33], 200, 250, 120);
  const pixels = (): number[] => [...canvas.context.getImageData(0, 0, 400, 400).data];

  it('is coarse while it moves, whole at rest, some rows a frame, and then only copied', () => {
    const all = countStrokes(() => drawShape(canvas.context, surface, seen(43), 1, testTheme));
    const direct = pixels();
    const shape = new KeptShape();
    const draw = (turn: number): number =>
      countStrokes(() => shape.draw(canvas.context, surface, seen(turn), 1, testTheme));
    for (const turn of [41, 42, 43]) {
      expect(draw(turn), `turned to ${turn}`).to.be.below(all * 0.35);
      expect(shape.isWhole).to.equal(false);
    }
    let frames = 0;
    for (; !shape.isWhole && frames < 100; frames++) expect(draw(43)).to.be.below(all * 0.7);
    expect(frames).to.be.within(5, 12);
    expect(draw(43)).to.equal(0);
    expect(pixels()).to.deep.equal(direct);
  });

  it('draws few points as they are', () => {
    const few = { ...surface, grid: 21, heights: surface.heights.subarray(0, 441) };
    const shape = new KeptShape();
    shape.draw(canvas.context, few, seen(42), 1, testTheme);
    expect(shape.isWhole).to.equal(true);
  });
});
