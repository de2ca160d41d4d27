import type { Network, Target } from '../../../core/index.js';
import { nodeCoordinate } from '../../../core/places.js';
import {
  addLine, addPolyline, drawHollowCircle, drawWithin, eraseFill, fillPath, strokePath,
} from '../../../draw/paths.js';
import { planePlot } from '../../../draw/plot.js';
import { crisp, dashes, lines, sizes, snap } from '../../../draw/style.js';
import { drawText, textWidth, type Run } from '../../../draw/text.js';
import type { Box, Theme } from '../../../draw/types.js';
import type { StringsController } from '../../../page/strings-controller.js';

/** The prediction along one input, from −1 to 1. */
export interface Profile {
  /** Evenly spaced from −1 to 1, ends included. */
  readonly predictions: Float64Array;
  /** The values to learn at the same places; undefined if they are unknown. */
  readonly targets: Float64Array | undefined;
  /** The value of the input, and the prediction there. */
  readonly at: number;
  readonly prediction: number;
  /** Titles over the plot, of which the first that fits is written. */
  readonly titles: readonly (readonly Run[])[];
  /** Written beside the target. */
  readonly targetName: string;
  /** Numbers at −1, −0.5, 0, 0.5 and 1. */
  readonly ticks: readonly string[];
}

interface ProfiledModel { readonly network: Network; readonly target: Target | undefined }

const SAMPLES = 201;
const TICKS = [-1, -0.5, 0, 0.5, 1];
/** Below this width every other number is left out, in CSS pixels. */
const NARROW = 240;
/** Half a thumb, which stands at the end of the axis. */
const THUMB = 7;
/** Neighbouring values of a graded target that differ by more than this have a step between them, not a slope. */
const JUMP = 0.2;

/** Samples profiles of the prediction along x or y, in arrays kept from one picture to the next. */
export class Profiles {
  private readonly _points = new Float64Array(2 * SAMPLES);
  private readonly _predictions = [new Float64Array(SAMPLES), new Float64Array(SAMPLES)];
  private readonly _targets = [new Float64Array(SAMPLES), new Float64Array(SAMPLES)];

  /** Returns the profile along input `axis` (0 for x) through (x, y). Overwrites the network's last `forward`. */
  along(axis: 0 | 1, { network, target }: ProfiledModel, x: number, y: number, strings: StringsController): Profile {
    const points = this._points;
    for (let k = 0; k < SAMPLES; k++) {
      points[2 * k + axis] = nodeCoordinate(k, SAMPLES);
      points[2 * k + 1 - axis] = axis === 0 ? y : x;
    }
    const predictions = this._predictions[axis];
    network.evaluate(points, predictions);
    const targets = target && this._targets[axis];
    targets?.forEach((_, k) => (targets[k] = target!(points[2 * k], points[2 * k + 1])));
    const [own, other] = axis === 0 ? [{ variable: 'x' }, { variable: 'y' }] : [{ variable: 'y' }, { variable: 'x' }];
    const fixed = [other, ` = ${strings.format(axis === 0 ? y : x)}`];
    return {
      predictions,
      targets,
      at: axis === 0 ? x : y,
      prediction: network.forward([x, y])[0],
      titles: [titleOf(own, fixed, strings), [`${strings.text('prediction')} (`, own, ')'], [own]],
      targetName: strings.text('target'),
      ticks: TICKS.map((value) => strings.number(value)),
    };
  }
}

/** Stand for the variables in a pattern. */
const [FREE, FIXED] = ['\uE000', '\uE001'];

/** Returns the words of a title around the variables in it. */
function titleOf(free: Run, fixed: readonly Run[], strings: StringsController): Run[] {
  const pattern = strings.text('predictionAlong', { free: FREE, fixed: FIXED });
  return pattern.split(/([\uE000\uE001])/).flatMap((part) => {
    if (part === FREE) return [free];
    return part === FIXED ? fixed : [part];
  });
}

/** Returns a function from a prediction to y in the plot: 0 is on the axis, the largest (1 at least) below the top. */
export function profileScale({ predictions }: Pick<Profile, 'predictions'>, box: Box): (value: number) => number {
  const top = predictions.reduce((most, value) => (value > most ? value : most), 1) * 1.05;
  return (value) => box.y + box.height * (1 - value / top);
}

/**
 * Plots a profile into `box`, whose lower edge is the axis of the input; names and numbers stand around it.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawProfile(
  ctx: CanvasRenderingContext2D, profile: Profile, box: Box, density: number, theme: Theme,
): void {
  const { predictions, targets, targetName } = profile;
  const py = profileScale(profile, box);
  const plane = planePlot(box);
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const title = profile.titles.find((runs) => textWidth(ctx, runs, sizes.name, theme) <= box.width) ?? [];
  drawText(ctx, title, box.x, box.y - 12, { size: sizes.name, colour: theme.muted }, theme);
  const end = targets ? drawTarget(ctx, targets, box, py, theme) : NaN;
  const shown = TICKS.map((value, k) => ({ value, text: profile.ticks[k] }))
    .filter((_, k) => box.width >= NARROW || k % 2 === 0);
  const number = { size: sizes.tick, colour: theme.muted, align: 'center' } as const;
  for (const { value, text } of shown) drawText(ctx, [text], plane.x(value), bottom + 17, number, theme);
  strokePath(ctx, { colour: theme.muted, width: crisp(lines.axis, density) }, () => {
    const axis = snap(bottom, lines.axis, density);
    addLine(ctx, box.x, axis, right, axis);
    for (const { value } of shown) {
      const x = snap(plane.x(value), lines.axis, density);
      addLine(ctx, x, axis, x, axis + 5);
    }
  });
  // A wild prediction stays out of the words.
  const room = { x: box.x - THUMB, y: box.y - 6, width: box.width + 2 * THUMB, height: box.height + 14 };
  drawWithin(ctx, room, () => {
    const last = predictions.length - 1;
    strokePath(ctx, { colour: theme.ink, width: lines.curve, join: 'round' }, () =>
      addPolyline(ctx, last + 1, (k) => [box.x + (k / last) * box.width, py(predictions[k])]));
    if (textWidth(ctx, [targetName], sizes.name, theme) <= right - end - 8) { // false without a target
      drawText(ctx, [targetName], end + 8, py(1) + 8, { size: sizes.name, colour: theme.accent, halo: true }, theme);
    }
    const [x, y] = [plane.x(profile.at), py(profile.prediction)];
    const drop = { colour: theme.ink, width: lines.activeRing, dash: dashes.drop };
    strokePath(ctx, drop, () => addLine(ctx, x, bottom, x, y));
    eraseFill(ctx, () => ctx.arc(x, bottom, THUMB - 1, 0, 2 * Math.PI)); // the slider's ring is there
    drawHollowCircle(ctx, x, y, 4, { colour: theme.ink, width: lines.probe });
  });
}

/** Washes the inside of the target and outlines it above. Returns where its last stretch ends; NaN if there is none. */
function drawTarget(
  ctx: CanvasRenderingContext2D, targets: Float64Array, box: Box, py: (value: number) => number, theme: Theme,
): number {
  const outline = { colour: theme.accent, width: lines.stick };
  if (targets.some((value) => value > 0 && value < 1)) {
    fillPath(ctx, theme.targetWash, () => addGraded(ctx, targets, box, py, true));
    strokePath(ctx, outline, () => addGraded(ctx, targets, box, py, false));
    const last = Array.from(targets, (value) => value > 0).lastIndexOf(true);
    return box.x + last * (box.width / (targets.length - 1));
  }
  const step = box.width / (targets.length - 1);
  const floor = py(0);
  let right = NaN;
  for (let from = 0, to = 0; from < targets.length; from = to) {
    while (to < targets.length && targets[to] === targets[from]) to++;
    if (!(targets[from] > 0)) continue;
    // A jump lies between two places: the edge is upright in the middle.
    const left = box.x + Math.max(from - 0.5, 0) * step;
    right = box.x + Math.min(to - 0.5, targets.length - 1) * step;
    const [end, top] = [right, py(targets[from])];
    ctx.save();
    ctx.fillStyle = theme.targetWash;
    ctx.fillRect(left, top, end - left, floor - top);
    ctx.restore();
    const corners = [[left, floor], [left, top], [end, top], [end, floor]] as const;
    strokePath(ctx, outline, () => addPolyline(ctx, corners.length, (k) => corners[k]));
  }
  return right;
}

/**
 * Adds a target with values between 0 and 1, which is a curve: with `washed` down to the axis, otherwise without what
 * lies on the axis.
 */
function addGraded(
  ctx: CanvasRenderingContext2D, targets: Float64Array, box: Box, py: (value: number) => number, washed: boolean,
): void {
  const step = box.width / (targets.length - 1);
  if (washed) ctx.moveTo(box.x, py(0));
  targets.forEach((value, k) => {
    const x = box.x + k * step;
    const before = k === 0 ? value : targets[k - 1];
    const draws = washed || (k > 0 && (value > 0 || before > 0));
    if (draws && Math.abs(value - before) > JUMP) {
      ctx.lineTo(x - step / 2, py(before));
      ctx.lineTo(x - step / 2, py(value));
    }
    ctx[draws ? 'lineTo' : 'moveTo'](x, py(value));
  });
  if (washed) ctx.lineTo(box.x + box.width, py(0));
}
