import type { Activation } from '../../core/index.js';
import { drawActivationProbe } from './picture-probe.js';
import { rangeValues } from './range.js';
import { curveStyle } from './curve-style.js';
import { sampleCurve, strokeCurve, type Stroke } from './curve.js';
import { placeLabels, type PlacedLabel } from './label-placement.js';
import { drawLens } from './lens-picture.js';
import { lensExtent, lensLayout, lensShare, lensTitle, placeLens, type Lens } from './lens.js';
import { axisValues, drawGrid, layOutPlot, writeTicks, type Plot, type Span, type Tick } from '../../draw/plot.js';
import { dashes, lines, sizes } from '../../draw/style.js';
import { drawText, textWidth, type Run } from '../../draw/text.js';
import type { Box, FormatNumber, Size, Theme } from '../../draw/types.js';

/** What a plot of activation functions shows. */
export interface ActivationPicture {
  readonly activations: readonly Activation[];
  readonly domain: Span;
  readonly range: Span;
  /** Draws the slopes too, and tangents at the probe. */
  readonly derivative: boolean;
  /** NaN for none. */
  readonly probe: number;
}

/** What is written in it. */
export interface ActivationWords {
  readonly format: FormatNumber;
  /** For each function, and for its slope: a line or several. */
  readonly names: readonly (readonly (readonly Run[])[])[];
  readonly slopes: readonly (readonly (readonly Run[])[])[];
  /** Where the probe is, and the first function's value there. */
  readonly probe: string;
  readonly value: string;
  readonly lensTitle: (factor: number) => string;
  readonly lensSlope: string;
}

/** What a pointer may point into: the lens lies over the plot. */
export interface ActivationLayout {
  readonly plot: Plot;
  readonly lens: Lens | undefined;
}

/** Height of a line of a label, in CSS pixels. */
const LINE = 15;
/** Half of a tangent's stretch along z, in tenths of the domain. */
const TANGENT = 1.7;

/** Draws functions over z, their names, a lens where two can hardly be told apart, and the probe. Leaves `ctx` as it found it. */
export function drawActivation(
  ctx: CanvasRenderingContext2D, { activations, domain, range, derivative, probe }: ActivationPicture, words: ActivationWords, size: Size, theme: Theme,
): ActivationLayout {
  const { format } = words;
  const ticks = (values: readonly number[]): Tick[] => values.map((value) => ({ value, text: format(value) }));
  const xTicks = ticks(axisValues(domain));
  const yTicks = ticks(rangeValues(activations, range));
  const plot = layOutPlot(ctx, size, Math.min(size.height, size.width * lensLayout.plot), domain, range, xTicks, yTicks, theme);
  const { box } = plot;
  const bent = domain[0] < 0 && domain[1] > 0;
  const strokes = activations.map((_, k): Stroke => {
    const { colour, ...style } = curveStyle(k, activations.length);
    return { ...style, colour: theme[colour] };
  });
  const curves = activations.map((each) => sampleCurve((z) => each.value(z), plot, bent ? [domain[0], 0, domain[1]] : domain));
  // A slope may jump at 0, which is no line: it goes on anew to the right of it.
  const slopes = !derivative ? [] : activations.map((each) => (bent ? [[domain[0], 0], [Number.MIN_VALUE, domain[1]]] : [domain])
    .map((stops) => sampleCurve((z) => each.derivative(z), plot, stops)));

  drawGrid(ctx, plot, xTicks, yTicks, size.density, theme);
  curves.forEach((points, k) => strokeCurve(ctx, [points], box, strokes[k]));
  const dashed = { colour: theme.muted, width: lines.curve, dash: dashes.derivative };
  for (const pieces of slopes) strokeCurve(ctx, pieces, box, dashed);
  const lens = placeLens(plot, lensShare(activations, domain, range), [...curves, ...slopes.flat()], size);
  const taken: Box[] = [];
  if (lens) {
    const title = words.lensTitle(lens.factor);
    drawLens(ctx, lens, { activations, strokes }, probe, { title, slope: words.lensSlope, format }, size.density, theme);
    const { x, y } = lens.plot.box;
    taken.push(...lensExtent(lens), { x, y: y - lensTitle, width: textWidth(ctx, [title], sizes.tick, theme), height: lensTitle });
  }
  const tangents = derivative && !Number.isNaN(probe) ? activations.map((each) => tangent(each, probe, plot)) : [];
  for (const points of tangents) strokeCurve(ctx, [points], box, { colour: theme.accent, width: lines.curve });

  const named = [
    ...activations.map((_, k) => ({ lines: words.names[k], curve: k, colour: activations.length === 1 ? theme.ink : strokes[k].colour })),
    ...slopes.map((_, k) => ({ lines: words.slopes[k], curve: curves.length + k, colour: theme.muted })),
  ];
  const placed = placeLabels(named.map(({ lines: rows, curve }) => ({
    width: Math.max(...rows.map((row) => textWidth(ctx, row, sizes.name, theme))), height: LINE * rows.length, curve,
  })), {
    within: box,
    curves: [...curves, ...slopes.map((pieces) => joined(pieces))],
    taken,
    lines: { x: xTicks.map(({ value }) => plot.x(value)), y: yTicks.map(({ value }) => plot.y(value)) },
  });
  const strong = drawActivationProbe(ctx, {
    activations, slopes: derivative, probe, text: words.probe, value: words.value, keepOff: [...curves, ...slopes.flat()],
    taken: [...taken, ...placed.flatMap((label) => (label ? [label.box] : []))],
  }, plot, size.density, theme);
  named.forEach(({ lines: rows, colour }, k) => writeLabel(ctx, placed[k], rows, colour, theme));
  writeTicks(ctx, plot, [...strong, ...xTicks], yTicks, size, theme);
  return { plot, lens };
}

/** The stretch of the tangent at z, as two points in CSS pixels. */
function tangent(activation: Activation, z: number, plot: Plot): Float64Array {
  const reach = (TANGENT * (plot.xs[1] - plot.xs[0])) / 10;
  const rise = reach * activation.derivative(z);
  const y = activation.value(z);
  return Float64Array.of(plot.x(z - reach), plot.y(y - rise), plot.x(z + reach), plot.y(y + rise));
}

function joined(pieces: readonly Float64Array[]): Float64Array {
  return Float64Array.from(pieces.flatMap((points) => [...points]));
}

function writeLabel(ctx: CanvasRenderingContext2D, label: PlacedLabel | undefined, rows: readonly (readonly Run[])[], colour: string, theme: Theme): void {
  if (!label) return;
  const { box, leader } = label;
  if (leader) {
    ctx.save();
    ctx.beginPath();
    ctx.moveTo(leader[0], leader[1]);
    ctx.lineTo(leader[2], leader[3]);
    ctx.strokeStyle = colour;
    ctx.lineWidth = lines.leader;
    ctx.stroke();
    ctx.restore();
  }
  rows.forEach((row, k) => {
    drawText(ctx, row, box.x, box.y + LINE * (k + 0.5), { size: sizes.name, colour, halo: theme.paper }, theme);
  });
}
