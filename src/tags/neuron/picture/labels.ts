import { eraseFill, fillPath } from '../../../draw/paths.js';
import { overlaps, radii } from '../../../draw/style.js';
import { drawText, textWidth, type Run, type TextStyle } from '../../../draw/text.js';
import type { Box, Size, Theme } from '../../../draw/types.js';

/** Height of a line of text, in em. */
const LINE = 1.3;
/** Between two texts, in CSS pixels. */
const GAP = 2;
/** Beside a text on its plate, in CSS pixels. */
const PAD = 2;
/** Between the points that stand for a line to keep off, in CSS pixels. */
const PITCH = 6;

/** Where the middle of a text may be, in CSS pixels. */
export type Place = readonly [x: number, y: number];

/** Writes texts where nothing is yet. A text that finds no room within the canvas is left out. */
export class Labels {
  private readonly _taken: Box[] = [];
  private readonly _ctx: CanvasRenderingContext2D;
  private readonly _size: Size;
  private readonly _theme: Theme;

  constructor(ctx: CanvasRenderingContext2D, size: Size, theme: Theme) {
    this._ctx = ctx;
    this._size = size;
    this._theme = theme;
  }

  /** Keeps the texts to come off the straight line between two points. */
  keepOff([x0, y0]: Place, [x1, y1]: Place): void {
    const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / PITCH);
    for (let k = 0; k <= steps; k++) {
      const share = steps === 0 ? 0 : k / steps;
      this._taken.push({ x: x0 + (x1 - x0) * share, y: y0 + (y1 - y0) * share, width: 0, height: 0 });
    }
  }

  /** Returns the size of a text in CSS pixels. */
  measure(runs: readonly Run[], size: number): { width: number; height: number } {
    return { width: textWidth(this._ctx, runs, size, this._theme), height: LINE * size };
  }

  /**
   * Writes in the middle of the first of `places` that is free, and returns whether there was one. With `plate` the
   * text stands on a plate of that colour.
   */
  write(runs: readonly Run[], places: Iterable<Place>, style: TextStyle, plate?: string): boolean {
    const { width, height } = this.measure(runs, style.size);
    for (const [x, y] of places) {
      const box = { x: x - width / 2, y: y - height / 2, width, height };
      if (!this._isFree(box)) continue;
      this._taken.push(box);
      if (plate !== undefined) {
        const trace = (): void =>
          this._ctx.roundRect(box.x - PAD, box.y + PAD / 2, width + 2 * PAD, height - PAD, radii.small);
        eraseFill(this._ctx, trace);
        fillPath(this._ctx, plate, trace);
      }
      drawText(this._ctx, runs, x, y, { ...style, align: 'center' }, this._theme);
      return true;
    }
    return false;
  }

  private _isFree(box: Box): boolean {
    const { x, y, width, height } = box;
    return x >= 0 && y >= 0 && x + width <= this._size.width && y + height <= this._size.height
      && !this._taken.some((other) => overlaps(box, other, GAP));
  }
}
