import { fonts } from './style.js';
import type { Theme } from './types.js';

/** Words, or a variable: in italics, with an index where it has one. */
export type Run = string | { readonly variable: string; readonly index?: string };

export interface TextStyle {
  /** In CSS pixels. */
  readonly size: number;
  readonly colour: string;
  /** Where x is. Default `left`. */
  readonly align?: 'left' | 'center' | 'right';
  /** A rim of this colour, so that the text can be read on data. */
  readonly halo?: string;
}

/** Half the height of a digit, in em: text hangs by its middle, which is the same in every font. */
const MIDDLE = 0.36;
const HALO = 4;

interface Piece { readonly text: string; readonly font: string; readonly drop: number; readonly width: number }

function layOut(ctx: CanvasRenderingContext2D, runs: readonly Run[], size: number, theme: Theme): Piece[] {
  const pieces: Piece[] = [];
  const add = (text: string, font: string, drop: number): void => {
    ctx.font = font;
    pieces.push({ text, font, drop, width: ctx.measureText(text).width });
  };
  for (const run of runs) {
    if (typeof run === 'string') {
      add(run, `${size}px ${theme.fontFamily}`, 0);
    } else {
      add(run.variable, `italic ${size * fonts.variableScale}px ${fonts.variable}`, 0);
      if (run.index !== undefined) add(run.index, `${size * fonts.indexScale}px ${theme.fontFamily}`, size * 0.22);
    }
  }
  return pieces;
}

/** Width in CSS pixels of what `drawText` would write. Leaves `ctx` as it found it. */
export function textWidth(ctx: CanvasRenderingContext2D, runs: readonly Run[], size: number, theme: Theme): number {
  ctx.save();
  const width = layOut(ctx, runs, size, theme).reduce((sum, piece) => sum + piece.width, 0);
  ctx.restore();
  return width;
}

/**
 * Writes one line with the middle of its digits at height y, and returns its width in CSS pixels.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawText(
  ctx: CanvasRenderingContext2D, runs: readonly Run[], x: number, y: number, { size, colour, align = 'left', halo }: TextStyle, theme: Theme,
): number {
  ctx.save();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.direction = 'ltr'; // mathematics, also on a page that runs the other way
  const pieces = layOut(ctx, runs, size, theme);
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  const write = (draw: (text: string, x: number, y: number) => void): void => {
    let at = left;
    for (const { text, font, drop, width: advance } of pieces) {
      ctx.font = font;
      draw(text, at, y + MIDDLE * size + drop);
      at += advance;
    }
  };
  if (halo !== undefined) {
    ctx.strokeStyle = halo;
    ctx.lineWidth = HALO;
    ctx.lineJoin = 'round';
    write((text, px, py) => ctx.strokeText(text, px, py));
  }
  ctx.fillStyle = colour;
  write((text, px, py) => ctx.fillText(text, px, py));
  ctx.restore();
  return width;
}
