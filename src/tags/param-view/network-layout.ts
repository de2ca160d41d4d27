import type { Box } from '../../draw/types.js';

/** Where everything of a flow picture stands, in CSS pixels. The height never depends on the width. */
export interface FlowLayout {
  /** Boxes with numbers, one row a hidden neuron; otherwise columns of circles. */
  readonly rows: boolean;
  /** Centres of every neuron, [layer][neuron]; inputs first. */
  readonly neurons: readonly (readonly Point[])[];
  /** Radius of the circles of each layer. */
  readonly radii: readonly number[];
  /** Numbers fit into the circles of each layer. */
  readonly numbered: readonly boolean[];
  /** Room for a neuron's parameters: a cell each in rows, one mark for all in columns; none if of no height. */
  readonly cell: { readonly width: number; readonly height: number };
  /** In rows: left edges of the box [w w b] and of the output's weight. */
  readonly boxX: number;
  readonly outputCellX: number;
  /** In rows: the middle of the output's bias. */
  readonly biasY: number;
  /** Text in circles and cells, and its decimals. */
  readonly fontSize: number;
  readonly decimals: number;
  /** Width of the widest flow. */
  readonly widest: number;
  /** The plots of the prediction along each free input. */
  readonly profiles: readonly Box[];
}

export interface Point { readonly x: number; readonly y: number }

/** Height of a flow picture, whatever it shows. */
export const flowHeight = 500;
/** Hidden neurons that have boxes with numbers. */
export const mostBoxed = 8;

const TOP = 46;
const AREA = 266;
/** Below it stand the output's bias and then the profile. */
const BIAS = 34;
const PROFILE: Readonly<Record<'top' | 'height' | 'inset' | 'gap', number>> = { top: 404, height: 66, inset: 16, gap: 40 };
const SMALLEST_TICK = 4;

interface Measures {
  readonly cell: { readonly width: number; readonly height: number };
  readonly input: number;
  readonly radius: number;
  readonly output: number;
  readonly fontSize: number;
  readonly decimals: number;
  readonly widest: number;
}

/**
 * Sizes for a width of the picture: numbers keep two decimals while they can be read. Circles hold a
 * negative one in wide letters too, the inputs' within the thick ring of a free one.
 */
function measuresFor(width: number): Measures {
  if (width >= 640) return { cell: { width: 44, height: 22 }, input: 20, radius: 18, output: 20, fontSize: 12, decimals: 2, widest: 9.5 };
  if (width >= 380) return { cell: { width: 38, height: 19 }, input: 19, radius: 18, output: 18, fontSize: 10.5, decimals: 2, widest: 7 };
  if (width >= 300) return { cell: { width: 30, height: 19 }, input: 17, radius: 15, output: 17, fontSize: 11, decimals: 1, widest: 7 };
  return { cell: { width: 29, height: 18 }, input: 15.5, radius: 14.5, output: 14.5, fontSize: 10.5, decimals: 1, widest: 6 };
}

/** Evenly spread heights about the middle of the area, at most `widest` apart. */
function spread(count: number, widest: number, top = TOP, area = AREA): number[] {
  const gap = count > 1 ? Math.min(widest, area / (count - 1)) : 0;
  const first = top + area / 2 - (gap * (count - 1)) / 2;
  return Array.from({ length: count }, (_, k) => first + k * gap);
}

/** The plots side by side, one for each free input. */
export function profileBoxes(width: number, free: number): Box[] {
  const { top, height, inset, gap } = PROFILE;
  const each = (width - 2 * inset - gap * (free - 1)) / free;
  return Array.from({ length: free }, (_, k) => ({ x: inset + k * (each + gap), y: top, width: each, height }));
}

/** Lays out a network of `layers` (inputs first) with `free` free inputs in a picture of this width. */
export function layOutFlow(layers: readonly number[], width: number, free: number): FlowLayout {
  const measures = measuresFor(width);
  const profiles = profileBoxes(width, free);
  const rows = layers.length === 3 && layers[1] <= mostBoxed;
  return { ...measures, ...(rows ? inRows(layers, width, measures) : inColumns(layers, width, measures)), rows, profiles };
}

type Placed = Omit<FlowLayout, 'rows' | 'profiles' | keyof Measures> & Partial<Pick<FlowLayout, 'cell' | 'widest'>>;

function inRows(layers: readonly number[], width: number, { cell, input, radius, output }: Measures): Placed {
  const stretch = width - 2 - 2 * (input + radius + output) - 4 * cell.width;
  const gap = Math.max(4, 0.08 * stretch);
  const boxX = 1 + 2 * input + 0.26 * stretch;
  const hiddenX = boxX + 3 * cell.width + gap + radius;
  const outputCellX = hiddenX + radius + gap;
  const ys = spread(layers[1], 52);
  const middle = TOP + AREA / 2;
  return {
    neurons: [
      [{ x: 1 + input, y: middle - 58 }, { x: 1 + input, y: middle + 58 }],
      ys.map((y) => ({ x: hiddenX, y })),
      [{ x: width - 1 - output, y: middle }],
    ],
    radii: [input, radius, output],
    numbered: [true, true, true],
    boxX,
    outputCellX,
    biasY: ys[ys.length - 1] + BIAS,
  };
}

function inColumns(layers: readonly number[], width: number, { input, radius, output, fontSize, widest }: Measures): Placed {
  const last = layers.length - 1;
  const gaps = layers.map((count) => Math.min(52, (AREA + BIAS) / Math.max(count - 1, 1)));
  const radii = layers.map((_, l) => (l === last ? output : l === 0 ? input : Math.min(radius, Math.max(1.5, 0.4 * gaps[l]))));
  const left = 1 + input;
  const right = width - 1 - output;
  const narrowest = Math.min(...gaps);
  const tick = Math.min(16, narrowest - 2);
  return {
    neurons: layers.map((count, l) => {
      const x = left + ((right - left) * l) / last;
      return count === 2 && l === 0
        ? [-58, 58].map((dy) => ({ x, y: TOP + (AREA + BIAS) / 2 + dy }))
        : spread(count, 52, TOP, AREA + BIAS).map((y) => ({ x, y }));
    }),
    radii,
    numbered: radii.map((r) => r >= 1.15 * fontSize),
    cell: { width: 5, height: tick >= SMALLEST_TICK ? tick : 0 },
    widest: Math.min(widest, Math.max(1.5, 0.6 * narrowest)),
    boxX: 0,
    outputCellX: 0,
    biasY: 0,
  };
}
