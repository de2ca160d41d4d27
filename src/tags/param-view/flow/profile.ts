import { crisp, dashes, lines, sizes, snap } from '../../../draw/style.js';
import { drawText, textWidth, type Run } from '../../../draw/text.js';
import type { Box, Theme } from '../../../draw/types.js';

/** The prediction along one input, from −1 to 1. */
export interface Profile {
  /** Evenly spaced from −1 to 1, ends included. */
  readonly predictions: Float64Array;
  /** What should be, at the same places; undefined where nobody knows. */
  readonly targets: Float64Array | undefined;
  /** Where the input stands, and the prediction there. */
  readonly at: number;
  readonly prediction: number;
  /** Over the plot; the first of these that fits. */
  readonly titles: readonly (readonly Run[])[];
  /** Beside the target. */
  readonly targetName: string;
  /** Numbers at −1, −0.5, 0, 0.5 and 1. */
  readonly ticks: readonly string[];
}

const TICKS = [-1, -0.5, 0, 0.5, 1];
/** Half a thumb, which stands at the end of the axis. */
const THUMB = 7;

/** Height of a prediction in the plot: 0 on the axis, the largest (1 at least) just below the top. */
export function profileScale({ predictions }: Pick<Profile, 'predictions'>, box: Box): (value: number) => number {
  const top = predictions.reduce((most, value) => (value > most ? value : most), 1) * 1.05;
  return (value) => box.y + box.height * (1 - value / top);
}

/**
 * Plots a profile into `box`, whose lower edge is the axis of the input; names and numbers stand around it.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawProfile(ctx: CanvasRenderingContext2D, profile: Profile, box: Box, density: number, theme: Theme): void {
  const { predictions, targets } = profile;
  const py = profileScale(profile, box);
  const px = (value: number): number => box.x + ((value + 1) / 2) * box.width;
  const bottom = box.y + box.height;
  const axis = snap(bottom, lines.axis, density);
  ctx.save();
  const title = profile.titles.find((runs) => textWidth(ctx, runs, sizes.name, theme) <= box.width) ?? [];
  drawText(ctx, title, box.x, box.y - 12, { size: sizes.name, colour: theme.muted }, theme);
  const end = targets ? drawTarget(ctx, targets, box, py, theme) : NaN;
  ctx.strokeStyle = theme.muted;
  ctx.lineWidth = crisp(lines.axis, density);
  ctx.beginPath();
  ctx.moveTo(box.x, axis);
  ctx.lineTo(box.x + box.width, axis);
  const shown = box.width < 240 ? [0, 2, 4] : [0, 1, 2, 3, 4];
  for (const k of shown) {
    const x = snap(px(TICKS[k]), lines.axis, density);
    ctx.moveTo(x, axis);
    ctx.lineTo(x, axis + 5);
    drawText(ctx, [profile.ticks[k]], px(TICKS[k]), bottom + 17, { size: sizes.tick, colour: theme.muted, align: 'center' }, theme);
  }
  ctx.stroke();
  ctx.beginPath();
  ctx.rect(box.x - THUMB, box.y - 6, box.width + 2 * THUMB, box.height + 14); // a wild prediction stays out of the words
  ctx.clip();
  ctx.beginPath();
  predictions.forEach((value, k) => {
    const x = box.x + (k / (predictions.length - 1)) * box.width;
    if (k === 0) ctx.moveTo(x, py(value));
    else ctx.lineTo(x, py(value));
  });
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = lines.curve;
  ctx.lineJoin = 'round';
  ctx.stroke();
  if (textWidth(ctx, [profile.targetName], sizes.name, theme) <= box.x + box.width - end - 8) { // not if there is none
    drawText(ctx, [profile.targetName], end + 8, py(1) + 8, { size: sizes.name, colour: theme.accent, halo: theme.paper }, theme);
  }
  ctx.lineWidth = lines.activeRing;
  ctx.setLineDash(dashes.drop);
  ctx.beginPath();
  ctx.moveTo(px(profile.at), bottom);
  ctx.lineTo(px(profile.at), py(profile.prediction));
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(px(profile.at), py(profile.prediction), 4, 0, 2 * Math.PI);
  ctx.fillStyle = theme.paper;
  ctx.fill();
  ctx.lineWidth = lines.probe;
  ctx.stroke();
  ctx.restore();
}

/** Washes what should be inside, outlined above; returns where the last stretch of it ends. */
function drawTarget(
  ctx: CanvasRenderingContext2D, targets: Float64Array, box: Box, py: (value: number) => number, theme: Theme,
): number {
  const step = box.width / (targets.length - 1);
  const floor = py(0);
  ctx.fillStyle = theme.targetWash;
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = lines.stick;
  if (targets.some((value) => value > 0 && value < 1)) return drawGraded(ctx, targets, box, py);
  let right = NaN;
  for (let from = 0, to = 0; from < targets.length; from = to) {
    while (to < targets.length && targets[to] === targets[from]) to++;
    if (!(targets[from] > 0)) continue;
    // A jump lies between two places: the edge is upright in the middle.
    const start = box.x + Math.max(from - 0.5, 0) * step;
    right = box.x + Math.min(to - 0.5, targets.length - 1) * step;
    ctx.fillRect(start, py(targets[from]), right - start, floor - py(targets[from]));
    ctx.beginPath();
    ctx.moveTo(start, floor);
    ctx.lineTo(start, py(targets[from]));
    ctx.lineTo(right, py(targets[from]));
    ctx.lineTo(right, floor);
    ctx.stroke();
  }
  return right;
}

/** Between two places a target with values between 0 and 1 slopes, unless they are this far apart. */
const JUMP = 0.2;

/** The same for one with values between 0 and 1, which is a curve; colours are set. */
function drawGraded(ctx: CanvasRenderingContext2D, targets: Float64Array, box: Box, py: (value: number) => number): number {
  const step = box.width / (targets.length - 1);
  let right = NaN;
  /** Once for the wash, down to the axis, and once for the line, which leaves out what lies on it. */
  const trace = (washed: boolean): void => {
    ctx.beginPath();
    if (washed) ctx.moveTo(box.x, py(0));
    targets.forEach((value, k) => {
      const x = box.x + k * step;
      const before = k === 0 ? value : targets[k - 1];
      const draws = washed || (k > 0 && (value > 0 || before > 0));
      if (draws && Math.abs(value - before) > JUMP) {
        ctx.lineTo(x - step / 2, py(before));
        ctx.lineTo(x - step / 2, py(value));
      }
      if (draws) ctx.lineTo(x, py(value));
      else ctx.moveTo(x, py(value));
      if (value > 0) right = x;
    });
    if (washed) ctx.lineTo(box.x + box.width, py(0));
  };
  trace(true);
  ctx.fill();
  trace(false);
  ctx.stroke();
  return right;
}
