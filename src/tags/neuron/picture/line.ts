import { Labels, type Place } from './labels.js';
import { niceStep, ticks } from '../../../draw/nice.js';
import { addCircle, addLine, eraseFill, eraseStroke, fillPath, strokePath } from '../../../draw/paths.js';
import { axisValues, drawGrid, layOutPlot, writeTicks, type Plot, type Span, type Tick } from '../../../draw/plot.js';
import { casing, crisp, dashes, lines, radii, sizes, snap } from '../../../draw/style.js';
import type { Run } from '../../../draw/text.js';
import type { Size, Theme } from '../../../draw/types.js';
import type { SurfaceTexts } from './surface.js';

/** The output y of a neuron with one input x, as a line. */
export interface Line {
  readonly at: (x: number) => number;
  /** y of each neuron of a sum, where each is drawn too. */
  readonly parts: readonly ((x: number) => number)[];
  readonly domain: Span;
  readonly range: Span;
  /** Where a stick stands. */
  readonly nodes: Float64Array;
  /** Where the line may bend, ascending, and its ends. */
  readonly stops: readonly number[];
  /** Where it bends, with the number of the neuron from 1. */
  readonly folds: readonly { readonly neuron: number; readonly x: number }[];
  /** Number of neurons that are added. */
  readonly count: number;
  /** Where y stays 0, from and to. */
  readonly flat: readonly (readonly number[])[];
}

/** Most steps of the axis of y. */
export const MAX_STEPS = 5;
/** Opacity of sticks. */
const STICK = 0.35;
/** Radius of the dot at a fold, in CSS pixels. */
const FOLD = 3;
/** Below this width words are left out, in CSS pixels. */
const NARROW = 300;

/**
 * Draws y over x as a line in the colours of its sign, with sticks to the axis, and the probe with its height written
 * beside it. `probe` is NaN for none. Returns where it lies.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawLine(
  ctx: CanvasRenderingContext2D, line: Line, probe: number, texts: SurfaceTexts, size: Size, theme: Theme,
): Plot {
  const { domain, range } = line;
  const { format } = texts;
  const toTicks = (values: readonly number[]): Tick[] => values.map((value) => ({ value, text: format(value) }));
  const strong = Number.isNaN(probe) ? [] : [{ value: probe, text: format(probe), strong: true }];
  const xTicks = toTicks(axisValues(domain));
  const yTicks = toTicks(ticks(...range, niceStep(range[1] - range[0], MAX_STEPS)));
  const plot = layOutPlot(ctx, size, size.height, domain, range, xTicks, yTicks, theme);
  const { box } = plot;
  const labels = new Labels(ctx, size, theme);
  const base = plot.y(Math.min(Math.max(0, range[0]), range[1]));
  const yOf = (f: (x: number) => number, x: number): number =>
    Math.min(Math.max(plot.y(f(x)), box.y), box.y + box.height);
  const curve = (f: (x: number) => number): Float64Array => sample(f, line.stops, plot, yOf);

  drawGrid(ctx, plot, xTicks, yTicks, size.density, theme);
  const width = crisp(lines.stick, size.density);
  for (const under of [false, true]) {
    const colour = under ? theme.negative : theme.positive;
    const nodes = line.nodes.filter((x) => (under ? line.at(x) < 0 : line.at(x) > 0));
    strokePath(ctx, { colour, width, alpha: STICK, dash: under && theme.forced ? dashes.negative : [] }, () => {
      for (const x of nodes) {
        const at = snap(plot.x(x), width, size.density);
        addLine(ctx, at, base, at, yOf(line.at, x));
      }
    });
    fillPath(ctx, colour, () => {
      for (const x of nodes) addCircle(ctx, plot.x(x), yOf(line.at, x), radii.dot);
    });
  }
  strokeBySign(ctx, curve(line.at), base, theme);
  line.parts.forEach((part) => {
    const points = curve(part);
    strokePath(ctx, { colour: theme.ink, width: lines.curve, dash: dashes.drop }, () => addPoints(ctx, points));
  });
  const folds = line.folds.map(({ x }): Place => [plot.x(x), yOf(line.at, x)]);
  fillPath(ctx, theme.ink, () => {
    for (const [x, y] of folds) addCircle(ctx, x, y, FOLD);
  });
  if (!Number.isNaN(probe)) drawLineProbe(ctx, plot, yOf(line.at, probe), plot.x(probe), base, size.density, theme);
  keepOff(labels, curve(line.at));
  if (!Number.isNaN(probe)) writeBeside(labels, [plot.x(probe), yOf(line.at, probe)], texts.probe, theme);
  writeNames(labels, plot, texts, theme);
  writeTicks(ctx, plot, [...strong, ...xTicks], yTicks, size, theme);
  const style = { size: sizes.name, colour: theme.ink, halo: true };
  if (size.width >= NARROW) {
    for (const { value, text } of [...strong, ...xTicks]) {
      const half = labels.measure([text], sizes.tick).width / 2 + 3;
      const [x, y] = [plot.x(value), box.y + box.height + 14];
      labels.keepOff([x - half, y], [x + half, y]);
    }
    const above = (x: number, y: number): Place[] => [-12, 14].map((dy): Place => [x, y + dy]);
    for (const [from, to] of line.flat) {
      const room = plot.x(to) - plot.x(from);
      texts.flat.some((runs) => labels.measure(runs, style.size).width < room
        && labels.write(runs, above((plot.x(from) + plot.x(to)) / 2, base), style));
    }
    line.folds.forEach(({ neuron }, k) => {
      const runs = [line.count > 1 ? `${texts.fold} ${format(neuron)}` : texts.fold];
      const half = labels.measure(runs, style.size).width / 2 + 6;
      const [x, y] = folds[k];
      labels.write(runs, [[x, y + 14], [x + half, y + 12], [x - half, y - 12], [x - half, y + 12], [x, y - 14]], style);
    });
  }
  return plot;
}

/** Returns x, y, x, y … in CSS pixels, one point in each pixel column and one at each stop. */
function sample(
  f: (x: number) => number, stops: readonly number[], plot: Plot, yOf: (f: (x: number) => number, x: number) => number,
): Float64Array {
  const { box: { x: left, width } } = plot;
  const columns = Array.from({ length: Math.floor(width) }, (_, k) => plot.xAt(left + k));
  const xs = [...columns, ...stops].sort((one, other) => one - other);
  return Float64Array.from(xs.flatMap((x) => [plot.x(x), yOf(f, x)]));
}

function addPoints(ctx: CanvasRenderingContext2D, points: Float64Array): void {
  for (let k = 0; k < points.length; k += 2) ctx[k === 0 ? 'moveTo' : 'lineTo'](points[k], points[k + 1]);
}

/** Strokes a line: where it is above 0 and below in the colours of its sign, and where it is 0 in ink. */
function strokeBySign(ctx: CanvasRenderingContext2D, points: Float64Array, base: number, theme: Theme): void {
  for (const side of [0, 1, -1]) {
    const colour = side === 0 ? theme.muted : side > 0 ? theme.positive : theme.negative;
    const dash = side < 0 && (theme.forced || theme.printed) ? dashes.negative : [];
    strokePath(ctx, { colour, width: lines.probe, dash, join: 'round' }, () => {
      let isOn = false;
      for (let k = 2; k < points.length; k += 2) {
        const isOurs = Math.sign(Math.round((2 * base - points[k - 1] - points[k + 1]) * 1e6)) === side;
        if (isOurs && !isOn) ctx.moveTo(points[k - 2], points[k - 1]);
        if (isOurs) ctx.lineTo(points[k], points[k + 1]);
        isOn = isOurs;
      }
    });
  }
}

function keepOff(labels: Labels, points: Float64Array): void {
  for (let k = 12; k < points.length; k += 12) {
    labels.keepOff([points[k - 12], points[k - 11]], [points[k], points[k + 1]]);
  }
}

/** Draws a stick from the axis with a ring on top, and dashed lines on to both edges with numbers. */
function drawLineProbe(
  ctx: CanvasRenderingContext2D, { box }: Plot, top: number, at: number, base: number, density: number, theme: Theme,
): void {
  const x = snap(at, lines.probe, density);
  const ink = { colour: theme.ink, width: lines.probe };
  strokePath(ctx, { colour: theme.ink, width: lines.stick, dash: dashes.drop }, () => {
    addLine(ctx, x, base, x, box.y + box.height);
    addLine(ctx, x, top, box.x, top);
  });
  const addStick = (): void => addLine(ctx, x, base, x, top);
  eraseStroke(ctx, { width: lines.probe + casing }, addStick);
  strokePath(ctx, ink, addStick);
  eraseFill(ctx, () => addCircle(ctx, x, top, radii.probe + casing));
  strokePath(ctx, ink, () => addCircle(ctx, x, top, radii.probe));
}

function writeBeside(labels: Labels, [x, y]: Place, runs: readonly Run[], theme: Theme): void {
  const { width, height } = labels.measure(runs, sizes.label);
  const aside = width / 2 + 10;
  const places = [-1, 1].flatMap((side): Place[] => [-0.7, 0.7, -1.4, 1.4, 2.2, -2.2, 3].map((down) =>
    [x + side * aside, y + down * height]));
  labels.write(runs, places, { size: sizes.label, colour: theme.ink, halo: true });
}

/** Writes the names of both axes at their ends. */
function writeNames(labels: Labels, plot: Plot, { inputs, output }: SurfaceTexts, theme: Theme): void {
  const { box, xs } = plot;
  const style = { size: sizes.name, colour: theme.ink, halo: true };
  const zero = Math.min(Math.max(plot.x(0), box.x), box.x + box.width);
  const right = plot.x(Math.max(0, xs[0]));
  labels.write([output], [[zero + 9, box.y + 8], [zero - 9, box.y + 8]], style);
  const middle = (right + box.x + box.width) / 2;
  labels.write([inputs[0]], [[middle, box.y + box.height + 14], [middle + 24, box.y + box.height + 14]], style);
}
