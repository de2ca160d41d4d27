import type { Size } from '../draw/types.js';
import { ownZoom } from './layout.js';

/** The most device pixels a side; 2048² is also the 4 Mpx that a picture may have. */
const MAX_SIDE = 2048;

/** The width at which type has its normal size, in CSS pixels. */
const NATURAL_WIDTH = 480;
const MAX_TYPE_SCALE = 1.6;

/** The root font size that readers have unless they choose another one, in CSS pixels. */
const USUAL_FONT = 16;
const MAX_READER_SCALE = 2;
/** A picture keeps so much room, in CSS pixels, however large the reader's font is. */
const MIN_ROOM = 240;

/**
 * Returns the backing store for a canvas of this size: whole device pixels, at most 2048 a side, `density` of them for
 * a pixel of the size.
 */
export function backingStore(width: number, height: number, density: number): Size {
  const scale = Math.min(density, MAX_SIDE / width, MAX_SIDE / height);
  return {
    width: Math.max(1, Math.min(MAX_SIDE, Math.round(width * scale))),
    height: Math.max(1, Math.min(MAX_SIDE, Math.round(height * scale))),
    density: scale,
  };
}

/** Returns how much larger than usual type, dots and lines are in a figure of this width: a projector shows them. */
export function typeScale(width: number, naturalWidth = NATURAL_WIDTH): number {
  return Math.min(MAX_TYPE_SCALE, Math.max(1, Math.sqrt(width / naturalWidth)));
}

/**
 * Returns how much larger than usual a figure is set for a reader whose root font size is `font`, in a column of
 * this width. A smaller font than usual is the page's doing and changes nothing.
 */
export function readerScale(font: number, width: number): number {
  return Math.max(1, Math.min(MAX_READER_SCALE, font / USUAL_FONT, width / MIN_ROOM));
}

/**
 * Returns how many pixels of the window are one pixel of an element's box, by CSS `zoom` and transforms: the square
 * root of the areas' ratio, which quarter turns leave as it is. `width` and `height` are the element's own. Reads
 * layout.
 */
export function scaleOnScreen(element: HTMLElement, width: number, height: number): number {
  const box = element.getBoundingClientRect();
  const scale = Math.sqrt((box.width * box.height) / (width * height)) * ownZoom(element);
  return scale > 0 && scale < Infinity ? Math.round(scale * 1000) / 1000 : 1;
}

/** How large a canvas is: for layout, in the picture's own pixels, and in device pixels. */
export class SurfaceSize {
  /** The box of the canvas, in CSS pixels. */
  width = 0;
  height = 0;
  /** CSS pixels for one pixel of the picture. */
  scale = 1;
  /** Device pixels for one CSS pixel of the box. */
  density = 1;
  /** As of the last `fit`. */
  backing: Readonly<{ width: number; height: number }> = { width: 0, height: 0 };
  /** What the painter is told, as of the last `fit`: the backing store in its own pixels, about as large as the box. */
  picture: Size = { width: 0, height: 0, density: 1 };
  private _isFitted = false;

  get isEmpty(): boolean {
    return this.width === 0 || this.height === 0;
  }

  /** Takes in what has changed, and returns whether anything has. */
  set(changes: Partial<Pick<SurfaceSize, 'width' | 'height' | 'scale' | 'density'>>): boolean {
    const { width, height, scale, density } = this;
    Object.assign(this, changes);
    const isSame = width === this.width && height === this.height && scale === this.scale && density === this.density;
    if (!isSame) this._isFitted = false;
    return !isSame;
  }

  /**
   * Works out the backing store and the picture's size, unless nothing has changed. A pixel of the picture is as many
   * device pixels down as across, whatever was rounded: else lines that lie on whole device pixels would be soft.
   */
  fit(): void {
    if (this._isFitted || this.isEmpty) return;
    this._isFitted = true;
    const { width, height, scale, density } = this;
    const { density: used, ...backing } = backingStore(width, height, density);
    const own = used * scale;
    this.backing = backing;
    this.picture = { width: backing.width / own, height: backing.height / own, density: own };
  }
}
