type Rgba = readonly [number, number, number, number];

/** A real canvas of `width` × `height` CSS pixels, scaled by `density`, and what became of it. */
export class PixelCanvas {
  readonly context: CanvasRenderingContext2D;
  private readonly _density: number;

  constructor(width: number, height: number, density = 1) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2D context');
    context.scale(density, density);
    this.context = context;
    this._density = density;
  }

  /** The pixel of the backing store in column x and row y. */
  device(x: number, y: number): Rgba {
    const [r, g, b, a] = this.context.getImageData(x, y, 1, 1).data;
    return [r, g, b, a];
  }

  /** The pixel under a point in CSS pixels. */
  at(x: number, y: number): Rgba {
    return this.device(Math.floor(x * this._density), Math.floor(y * this._density));
  }
}

/** `#rrggbb` as a pixel, opaque unless told. */
export function pixel(hex: string, alpha = 255): Rgba {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return [r, g, b, alpha];
}

/** Nothing was drawn there. */
export const blank: Rgba = [0, 0, 0, 0];
