import { expect } from '@open-wc/testing';
import { PixelCanvas } from '../testing/pixels.js';
import { Layer } from './layer.js';

describe('Layer', () => {
  const COUNT = 5;
  let canvas: PixelCanvas;
  let layer: Layer;
  let parts: number[];
  beforeEach(() => {
    canvas = new PixelCanvas(50, 10, 2);
    layer = new Layer();
    parts = [];
  });

  /** Draws with `key` and returns whether it is whole. */
  function draw(key: readonly unknown[] = ['a']): boolean {
    canvas.context.clearRect(0, 0, 50, 10);
    return layer.draw(canvas.context, key, COUNT, 2, (ctx, part) => {
      parts.push(part);
      ctx.fillRect(10 * part, 0, 10, 10);
    });
  }

  const opaque = (): boolean[] => Array.from({ length: COUNT }, (_, k) => canvas.at(10 * k + 5, 5)[3] === 255);

  it('draws some parts a call, each once, and copies all that are there', () => {
    expect([draw(), opaque()]).to.deep.equal([false, [true, true, false, false, false]]);
    expect([draw(), draw(), opaque()]).to.deep.equal([false, true, [true, true, true, true, true]]);
    expect(draw()).to.equal(true);
    expect(parts).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('begins anew when what it shows changes, and when the canvas has another size', () => {
    draw();
    expect([draw(['b']), opaque()]).to.deep.equal([false, [true, true, false, false, false]]);
    canvas.context.canvas.width = 101;
    draw(['b']);
    expect(parts).to.deep.equal([0, 1, 0, 1, 0, 1]);
  });

  it('has the same pixels as what is drawn without it, and leaves the context as it was', () => {
    while (!draw());
    const kept = canvas.context.getImageData(0, 0, 100, 20).data;
    canvas.context.clearRect(0, 0, 50, 10);
    for (let k = 0; k < COUNT; k++) canvas.context.fillRect(10 * k, 0, 10, 10);
    expect(canvas.context.getImageData(0, 0, 100, 20).data).to.deep.equal(kept);
  });
});
