import type { Box } from '../../draw/types.js';

export interface Point { readonly x: number; readonly y: number }

/** The places of the neurons of a picture, in CSS pixels. */
export interface Layout {
  /** Centres of every neuron, [layer][neuron]; inputs first. */
  readonly neurons: readonly (readonly Point[])[];
  /** Radius of the circles of each layer. */
  readonly radii: readonly number[];
  /** Whether numbers fit into the circles of each layer. */
  readonly numbered: readonly boolean[];
  /** Of the text in circles and cells: its size and its decimals. */
  readonly fontSize: number;
  readonly decimals: number;
  /** Width of the widest flow. */
  readonly widest: number;
}

/** The places of everything in a flow picture. The height never depends on the width. */
export interface FlowLayout extends Layout {
  /** Whether there are boxes with numbers, one row for each hidden neuron; otherwise columns of circles. */
  readonly rows: boolean;
  /** Room for a neuron's parameters: a cell each in rows, one mark for all in columns; none if its height is 0. */
  readonly cell: { readonly width: number; readonly height: number };
  /** In rows: left edges of the box [w w b] and of the output's weight. */
  readonly boxX: number;
  readonly outputCellX: number;
  /** In rows: the middle of the output's bias. */
  readonly biasY: number;
  /** The plots of the prediction along each free input. */
  readonly profiles: readonly Box[];
}

export const inputNames: readonly string[] = ['x', 'y'];

/** Height of a flow picture, whatever it shows. */
export const flowHeight = 500;
/** With more hidden neurons than this there are no boxes with numbers. */
const MAX_BOXED = 8;

const TOP = 46;
const AREA = 266;
/** Below the area stand the output's bias and then the profile. */
const BIAS = 34;
const PROFILE = { top: 404, height: 66, inset: 16, gap: 40 } as const;
const MIN_TICK = 4;
/** Distance of neighbouring neurons at most, and of an input from the middle. */
const MAX_GAP = 52;
const INPUT_OFFSET = 58;

/** The sizes that depend on the width alone, with the radii of the circles of inputs, hidden neurons and outputs. */
interface Sizes extends Pick<FlowLayout, 'cell' | 'fontSize' | 'decimals' | 'widest'> {
  readonly input: number;
  readonly radius: number;
  readonly output: number;
}

/**
 * Returns sizes for a width of the picture: numbers keep two decimals while they can be read. Circles hold a
 * negative one in wide letters too, the inputs' within the thick ring of a free one.
 */
function sizesFor(width: number): Sizes {
  if (width >= 640) return {
    cell: { width: 44, height: 22 }, input: 20, radius: 18, output: 20,
    fontSize: 12, decimals: 2, widest: 9.5,
  };
  if (width >= 380) return {
    cell: { width: 38, height: 19 }, input: 19, radius: 18, output: 18,
    fontSize: 10.5, decimals: 2, widest: 7,
  };
  if (width >= 300) return {
    cell: { width: 30, height: 19 }, input: 17, radius: 15, output: 17,
    fontSize: 11, decimals: 1, widest: 7,
  };
  return {
    cell: { width: 29, height: 18 }, input: 15.5, radius: 14.5, output: 14.5,
    fontSize: 10.5, decimals: 1, widest: 6,
  };
}

/** Returns evenly spread heights about the middle of the area. */
function spread(count: number, area: number): number[] {
  const gap = count > 1 ? Math.min(MAX_GAP, area / (count - 1)) : 0;
  const first = TOP + area / 2 - (gap * (count - 1)) / 2;
  return Array.from({ length: count }, (_, k) => first + k * gap);
}

/** Returns the plots side by side, one for each free input. */
function profileBoxes(width: number, free: number): Box[] {
  const { top, height, inset, gap } = PROFILE;
  const each = (width - 2 * inset - gap * (free - 1)) / free;
  return Array.from({ length: free }, (_, k) => ({ x: inset + k * (each + gap), y: top, width: each, height }));
}

/** Lays out a network of `layers` (inputs first) with `free` free inputs in a picture of this width. */
export function layOutFlow(layers: readonly number[], width: number, free: number): FlowLayout {
  const profiles = profileBoxes(width, free);
  const rows = layers.length === 3 && layers[1] <= MAX_BOXED;
  const layOut = rows ? layOutRows : layOutColumns;
  return { ...layOut(layers, width, sizesFor(width)), rows, profiles };
}

type Placed = Omit<FlowLayout, 'rows' | 'profiles'>;

function layOutRows(layers: readonly number[], width: number, sizes: Sizes): Placed {
  const { cell, input, radius, output } = sizes;
  const stretch = width - 2 - 2 * (input + radius + output) - 4 * cell.width;
  const gap = Math.max(4, 0.08 * stretch);
  const boxX = 1 + 2 * input + 0.26 * stretch;
  const hiddenX = boxX + 3 * cell.width + gap + radius;
  const ys = spread(layers[1], AREA);
  const middle = TOP + AREA / 2;
  return {
    ...sizes,
    neurons: [
      [-1, 1].map((down) => ({ x: 1 + input, y: middle + down * INPUT_OFFSET })),
      ys.map((y) => ({ x: hiddenX, y })),
      [{ x: width - 1 - output, y: middle }],
    ],
    radii: [input, radius, output],
    numbered: [true, true, true],
    boxX,
    outputCellX: hiddenX + radius + gap,
    biasY: ys[ys.length - 1] + BIAS,
  };
}

function layOutColumns(layers: readonly number[], width: number, sizes: Sizes): Placed {
  const { input, radius, output, fontSize, widest } = sizes;
  const area = AREA + BIAS;
  const last = layers.length - 1;
  const gaps = layers.map((count) => Math.min(MAX_GAP, area / Math.max(count - 1, 1)));
  const radii = gaps.map((gap, l) =>
    (l === last ? output : l === 0 ? input : Math.min(radius, Math.max(1.5, 0.4 * gap))));
  const [left, right] = [1 + input, width - 1 - output];
  const narrowest = Math.min(...gaps);
  const tick = Math.min(16, narrowest - 2);
  return {
    ...sizes,
    neurons: layers.map((count, l) => {
      const isInput = count === 2 && l === 0;
      const ys = isInput ? [-1, 1].map((down) => TOP + area / 2 + down * INPUT_OFFSET) : spread(count, area);
      return ys.map((y) => ({ x: left + ((right - left) * l) / last, y }));
    }),
    radii,
    numbered: radii.map((r) => r >= 1.15 * fontSize),
    cell: { width: 5, height: tick >= MIN_TICK ? tick : 0 },
    widest: Math.min(widest, Math.max(1.5, 0.6 * narrowest)),
    boxX: 0,
    outputCellX: 0,
    biasY: 0,
  };
}
