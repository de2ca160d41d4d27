import type { Activation } from '../../core/index.js';
import { curveStyle, sampleCurve, strokeCurve } from './curve.js';
import { meets, placeLabels } from './label-placement.js';
import { drawLens, lensLayout, lensShare, placeLens, type Lens } from './lens.js';
import { rangeValues } from './range.js';
import { addLine, eraseFill, strokePath, type Stroke } from '../../draw/paths.js';
import { axisValues, drawGrid, layOutPlot, writeTicks, type Plot, type Span, type Tick } from '../../draw/plot.js';
import { casing, dashes, lines, overlaps, radii, sizes, snap } from '../../draw/style.js';
import { drawText, textWidth, type Run } from '../../draw/text.js';
import type { Box, FormatNumber, Size, Theme } from '../../draw/types.js';

/** The contents of a plot of activation functions. */
export interface ActivationPicture {
  readonly activations: readonly Activation[];
  readonly domain: Span;
  readonly range: Span;
  /** Draws the slopes too, and tangents at the probe. */
  readonly derivative: boolean;
  /** The input that is read off; NaN for none. */
  readonly probe: number;
  /** Where the page put it, if it did: labels keep clear of what is drawn there, and stay when the reader moves it. */
  readonly rest?: number;
}

/** The texts of a plot. */
export interface ActivationWords {
  readonly format: FormatNumber;
  /** The name of each function, in one line or several. */
  readonly names: readonly (readonly (readonly Run[])[])[];
  /** The name of each function's slope, in one line or several. */
  readonly slopes: readonly (readonly (readonly Run[])[])[];
  /** The probe's z. */
  readonly probe: string;
  /** The value of the first function at the probe. */
  readonly value: string;
  readonly lensTitle: (factor: number) => string;
  readonly lensSlope: string;
}

/** Where a pointer may point; the lens lies over the plot. */
export interface ActivationLayout {
  readonly plot: Plot;
  readonly lens: Lens | undefined;
}

/** Height of a line of a label, in CSS pixels. */
const LINE = 15;
/** Half of a tangent's length along z, in tenths of the domain. */
const TANGENT = 1.7;
const TANGENT_POINTS = 33;
/** Rings nearer to each other than this, in CSS pixels, are drawn as one. */
const MIN_RING_DISTANCE = 3;

/**
 * Draws functions over z with their names, a lens if two of them can hardly be told apart, and the probe.
 *
 * Leaves `ctx` as it found it.
 */
export function drawActivation(
  ctx: CanvasRenderingContext2D, picture: ActivationPicture, words: ActivationWords, size: Size, theme: Theme,
): ActivationLayout {
  const { activations, domain, range, derivative, probe, rest = NaN } = picture;
  const { format } = words;
  const ticks = (values: readonly number[]): Tick[] => values.map((value) => ({ value, text: format(value) }));
  const xTicks = ticks(axisValues(domain));
  const yTicks = ticks(rangeValues(activations, range));
  const height = Math.min(size.height, size.width * lensLayout.plot);
  const plot = layOutPlot(ctx, size, height, domain, range, xTicks, yTicks, theme);
  const [left, right] = domain;
  const bent = left < 0 && right > 0;
  const strokes = activations.map((_, k): Stroke => {
    const style = curveStyle(k, activations.length);
    return { ...style, colour: theme[style.colour] };
  });
  const curves = activations.map((each) => sampleCurve((z) => each.value(z), plot, bent ? [left, 0, right] : domain));
  // A slope may jump at 0, where no line joins its two pieces.
  const stretches = bent ? [[left, 0], [Number.MIN_VALUE, right]] : [domain];
  const slopes = derivative
    ? activations.map((each) => stretches.map((stops) => sampleCurve((z) => each.derivative(z), plot, stops))) : [];
  const keepOff = [...curves, ...slopes.flat()];

  drawGrid(ctx, plot, xTicks, yTicks, size.density, theme);
  curves.forEach((points, k) => strokeCurve(ctx, [points], plot.box, strokes[k]));
  for (const pieces of slopes) {
    strokeCurve(ctx, pieces, plot.box, { colour: theme.muted, width: lines.curve, dash: dashes.derivative });
  }
  const lens = placeLens(plot, lensShare(activations, domain, range), keepOff, size);
  const taken = !lens ? [] : drawLens(
    ctx, lens, activations, strokes, probe, words.lensTitle(lens.factor), words.lensSlope, format, size.density, theme,
  );
  if (derivative && !Number.isNaN(probe)) {
    for (const each of activations) {
      strokeCurve(ctx, [tangent(each, probe, plot)], plot.box, { colour: theme.accent, width: lines.curve });
    }
  }

  const labels = [
    ...words.names.map((rows, k) => ({ rows, colour: activations.length === 1 ? theme.ink : strokes[k].colour })),
    ...slopes.map((_, k) => ({ rows: words.slopes[k], colour: theme.muted })),
  ];
  const placed = placeLabels(labels.map(({ rows }) => {
    const widths = rows.map((row) => textWidth(ctx, row, sizes.name, theme));
    return { width: Math.max(...widths), height: LINE * rows.length };
  }), {
    within: plot.box,
    curves: [
      ...curves, ...slopes.map((pieces) => Float64Array.from(pieces.flatMap((points) => [...points]))),
      ...slopes.map((_, k) => tangent(activations[k], rest, plot)).filter(([x]) => !Number.isNaN(x)),
    ],
    taken,
    lines: {
      x: [...xTicks.map(({ value }) => value), rest].map((value) => plot.x(value)),
      y: [...yTicks.map(({ value }) => value), ...activations.map((each) => each.value(rest))]
        .map((value) => plot.y(value)),
    },
  });
  const covered = [...taken, ...placed.flatMap((label) => (label ? [label.box] : []))];
  const strong = Number.isNaN(probe) ? [] : [{ value: probe, text: words.probe, strong: true }];
  if (strong.length > 0) drawProbe(ctx, picture, words.value, keepOff, covered, plot, size.density, theme);
  placed.forEach((label, k) => {
    const { rows, colour } = labels[k];
    const { box, leader } = label ?? {};
    if (leader) strokePath(ctx, { colour, width: lines.leader }, () => addLine(ctx, ...leader));
    if (box) rows.forEach((row, line) => {
      drawText(ctx, row, box.x, box.y + LINE * (line + 0.5), { size: sizes.name, colour, halo: true }, theme);
    });
  });
  writeTicks(ctx, plot, [...strong, ...xTicks], yTicks, size, theme);
  return { plot, lens };
}

/** Returns a stretch of the tangent at z, as points in CSS pixels, close together. */
function tangent(activation: Activation, z: number, plot: Plot): Float64Array {
  const reach = (TANGENT * (plot.xs[1] - plot.xs[0])) / 10;
  const slope = activation.derivative(z);
  const y = activation.value(z);
  return Float64Array.from({ length: 2 * TANGENT_POINTS }, (_, k) => {
    const along = reach * ((2 * Math.floor(k / 2)) / (TANGENT_POINTS - 1) - 1);
    return k % 2 === 0 ? plot.x(z + along) : plot.y(y + along * slope);
  });
}

/**
 * Draws a ring on each curve with dashed lines to the axes, and writes the value of a single function at the axis:
 * the values of several would cover one another. `value` keeps clear of the lines `keepOff` and the boxes `taken`.
 */
function drawProbe(
  ctx: CanvasRenderingContext2D, { activations, derivative, probe }: ActivationPicture, value: string,
  keepOff: readonly Float64Array[], taken: readonly Box[], plot: Plot, density: number, theme: Theme,
): void {
  const { box } = plot;
  const x = plot.x(probe);
  const bottom = box.y + box.height;
  // A value beyond the picture has no ring; the line goes on to the picture's edge.
  const heights = activations.map((each) => each.value(probe));
  const levels = heights.filter((each) => plot.shows(each)).map((each) => plot.y(each));
  const top = heights.some((each) => each > plot.ys[1]) ? box.y : Math.min(bottom, ...levels);
  const only = activations.length === 1 ? levels[0] : undefined;
  strokePath(ctx, { colour: theme.ink, width: lines.stick, dash: dashes.drop }, () => {
    const across = snap(x, lines.stick, density);
    addLine(ctx, across, top, across, bottom);
    if (only !== undefined) addLine(ctx, x, snap(only, lines.stick, density), box.x, snap(only, lines.stick, density));
  });
  const ring = (y: number, radius: number, width: number, colour: string): void => {
    eraseFill(ctx, () => ctx.arc(x, y, radius + (width + casing) / 2, 0, 2 * Math.PI));
    strokePath(ctx, { colour, width }, () => ctx.arc(x, y, radius, 0, 2 * Math.PI));
  };
  const slopes = derivative ? activations.map((each) => each.derivative(probe)) : [];
  for (const slope of slopes.filter((each) => plot.shows(each))) {
    ring(plot.y(slope), radii.small, lines.activeRing, theme.muted);
  }
  // Rings that nearly coincide would make a blot: the last stands for them.
  levels.forEach((y, k) => {
    const isCovered = levels.slice(k + 1).some((other) => Math.abs(other - y) < MIN_RING_DISTANCE);
    if (!isCovered) ring(y, radii.probe, lines.probe, theme.ink);
  });
  if (only === undefined) return;
  const width = textWidth(ctx, [value], sizes.tick, theme);
  const height = sizes.tick;
  const place = [-1, 1].map((side) => ({ x: box.x + 5, y: only + side * (height / 2 + 5) - height / 2, width, height }))
    .find((each) => each.y >= box.y && each.y + each.height <= bottom && each.x + width < x - radii.probe - 4
      && !taken.some((other) => overlaps(each, other, 2)) && !keepOff.some((points) => meets(points, each, 2)));
  if (!place) return;
  drawText(ctx, [value], place.x, place.y + sizes.tick / 2, { size: sizes.tick, colour: theme.ink, halo: true }, theme);
}
