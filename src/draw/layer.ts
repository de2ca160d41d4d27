/** Values that a picture depends on. */
type Key = readonly unknown[];

/**
 * Keeps part of a picture that is the same in many frames. It is drawn part by part, some of them a frame, and copied;
 * all of it anew when what it shows changes.
 */
export class Layer {
  private _context: CanvasRenderingContext2D | null | undefined;
  private _key: Key = [];
  private _done = 0;

  /**
   * Draws up to `atOnce` more of `count` parts and copies all that are there; returns whether they are all. `key` is
   * what they depend on. Where no canvas can be had, it draws all of them at once. Leaves `ctx` as it found it.
   */
  draw(
    ctx: CanvasRenderingContext2D, key: Key, count: number, atOnce: number,
    drawPart: (ctx: CanvasRenderingContext2D, part: number) => void,
  ): boolean {
    const own = this._context ??= ctx.canvas.ownerDocument.createElement('canvas').getContext('2d');
    if (!own) {
      for (let part = 0; part < count; part++) drawPart(ctx, part);
      return true;
    }
    const { width, height } = ctx.canvas;
    const { canvas } = own;
    const isOther = canvas.width !== width || canvas.height !== height || key.some((each, k) => each !== this._key[k]);
    if (isOther) {
      Object.assign(canvas, { width, height }); // clears it
      own.setTransform(ctx.getTransform());
      this._key = key;
      this._done = 0;
    }
    const end = Math.min(count, this._done + atOnce);
    while (this._done < end) drawPart(own, this._done++);
    ctx.save();
    ctx.resetTransform();
    ctx.drawImage(canvas, 0, 0);
    ctx.restore();
    return this._done === count;
  }
}
