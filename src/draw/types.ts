/**
 * The size of a picture in its own pixels, in which it is drawn and pointed at, and device pixels for one of them. They
 * are CSS pixels, but larger where the figure is wide.
 */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

/** A rectangle in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The colours a picture may use, ready for a canvas; the page's font; whether it is dark, forced or printed. */
export interface Theme {
  readonly ink: string;
  /** What lies behind the picture, where a colour has to be known; a picture shows the ground itself by erasing. */
  readonly paper: string;
  readonly muted: string;
  readonly accent: string;
  readonly positive: string;
  readonly negative: string;
  readonly parameter: string;
  /** Gridlines and frames; below 3:1, so never the only carrier of meaning. */
  readonly hair: string;
  /** Flat floors and bar tracks; very thin ink. */
  readonly wash: string;
  /** Inside of the target. */
  readonly targetWash: string;
  /** Behind a weight or a bias. */
  readonly parameterFill: string;
  /** Around it; at least 3:1 on the fill and on paper. */
  readonly parameterEdge: string;
  /** Its number; ink or paper, whichever reads better on the fill. */
  readonly parameterInk: string;
  /** Light ink on dark paper. */
  readonly dark: boolean;
  /** The reader's system imposes its colours. */
  readonly forced: boolean;
  /** On paper, where colours may turn into greys. */
  readonly printed: boolean;
  readonly fontFamily: string;
}

/** Writes a number in the page's language, with U+2212 for minus and `decimals` or else three significant digits. */
export type FormatNumber = (value: number, decimals?: number) => string;
