import { ERASE } from './paths.js';
import { fonts } from './style.js';
import type { Theme } from './types.js';

/** Words, or a variable: in italics, with an index if it has one. */
export type Run = string | { readonly variable: string; readonly index?: string };

export interface TextStyle {
  /** In CSS pixels. */
  readonly size: number;
  readonly colour: string;
  /** Which end of the text x is. Default `left`. */
  readonly align?: 'left' | 'center' | 'right';
  /** Erases what lies under the text and around it, so that it can be read on data. */
  readonly halo?: boolean;
}

/** Half the height of a digit, in em: text hangs by its middle, which is the same in every font. */
const MIDDLE = 0.36;
/** Width of the halo's line in CSS pixels. */
const HALO = 4;
/** How far an index is lowered, in em. */
const INDEX_DROP = 0.22;

interface Piece { readonly text: string; readonly font: string; readonly drop: number; readonly width: number }

/** Splits runs into pieces of one font and measures each. Changes the font of `ctx`. */
function piecesOf(ctx: CanvasRenderingContext2D, runs: readonly Run[], size: number, { fontFamily }: Theme): Piece[] {
  const piece = (text: string, font: string, drop = 0): Piece => {
    ctx.font = font;
    return { text, font, drop, width: ctx.measureText(text).width };
  };
  return runs.flatMap((run) => {
    if (typeof run === 'string') return [piece(run, `${size}px ${fontFamily}`)];
    const { variable, index } = run;
    const name = piece(variable, `italic ${size * fonts.variableScale}px ${fonts.variable}`);
    if (index === undefined) return [name];
    return [name, piece(index, `${size * fonts.indexScale}px ${fontFamily}`, size * INDEX_DROP)];
  });
}

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { width }) => sum + width, 0);

/** Returns the width in CSS pixels of what `drawText` would write. Leaves `ctx` as it found it. */
export function textWidth(ctx: CanvasRenderingContext2D, runs: readonly Run[], size: number, theme: Theme): number {
  ctx.save();
  const width = widthOf(piecesOf(ctx, runs, size, theme));
  ctx.restore();
  return width;
}

/**
 * Writes one line with the middle of its digits at height y.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawText(
  ctx: CanvasRenderingContext2D, runs: readonly Run[], x: number, y: number,
  { size, colour, align = 'left', halo = false }: TextStyle, theme: Theme,
): void {
  ctx.save();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.direction = 'ltr'; // mathematics, also on a page that runs the other way
  const pieces = piecesOf(ctx, runs, size, theme);
  const width = widthOf(pieces);
  const left = x - { left: 0, center: width / 2, right: width }[align];
  const baseline = y + MIDDLE * size;
  if (halo) erasePieces(ctx, pieces, left, baseline, size);
  ctx.fillStyle = colour;
  let at = left;
  for (const { text, font, drop, width: wide } of pieces) {
    ctx.font = font;
    ctx.fillText(text, at, baseline + drop);
    at += wide;
  }
  ctx.restore();
}

/** Erases the outlines of letters and the gaps between them, where a dot of data would look like a point or a sign. */
function erasePieces(
  ctx: CanvasRenderingContext2D, pieces: readonly Piece[], left: number, baseline: number, size: number,
): void {
  ctx.save();
  ctx.globalCompositeOperation = ERASE;
  ctx.lineWidth = HALO;
  ctx.lineJoin = 'round';
  const height = 2 * MIDDLE * size;
  ctx.fillRect(left, baseline - height, widthOf(pieces), height);
  let at = left;
  for (const { text, font, drop, width } of pieces) {
    ctx.font = font;
    ctx.strokeText(text, at, baseline + drop);
    at += width;
  }
  ctx.restore();
}
