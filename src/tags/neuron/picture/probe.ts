import type { Labels, Place } from './labels.js';
import type { Projection } from './projection.js';
import { addCircle, addLine, drawCircle, eraseFill, eraseStroke, strokePath } from '../../../draw/paths.js';
import { casing, dashes, lines, radii, sizes, snap } from '../../../draw/style.js';
import type { Run } from '../../../draw/text.js';
import type { Theme } from '../../../draw/types.js';

/** A point of the plane and the height of the surface there. */
export interface Probe { readonly u: number; readonly v: number; readonly h: number }

/** Radius of the dot on the floor, in CSS pixels. */
const FOOT = 2.5;

/**
 * Draws a stick on the floor with a ring on top, and dashed lines from its foot to both front edges.
 *
 * Leaves `ctx` as it found it.
 */
export function drawProbe(
  ctx: CanvasRenderingContext2D, { u, v, h }: Probe, projection: Projection, density: number, theme: Theme,
): void {
  const { front } = projection;
  const foot = projection.y(u, v);
  const top = projection.y(u, v, h);
  const x = snap(projection.x(u, v), lines.probe, density);
  const ink = { colour: theme.ink, width: lines.probe };
  strokePath(ctx, { colour: theme.ink, width: lines.stick, dash: dashes.drop }, () => {
    addLine(ctx, ...projection.point(u, v), ...projection.point(u, front.v));
    addLine(ctx, ...projection.point(u, v), ...projection.point(front.u, v));
  });
  const addStick = (): void => addLine(ctx, x, foot, x, top);
  eraseStroke(ctx, { width: lines.probe + casing }, addStick);
  strokePath(ctx, ink, addStick);
  drawCircle(ctx, x, foot, FOOT, theme.ink);
  eraseFill(ctx, () => addCircle(ctx, x, top, radii.probe + casing));
  strokePath(ctx, ink, () => addCircle(ctx, x, top, radii.probe));
}

/** Writes a text beside the ring, on the side with room, and keeps other texts off the stick. */
export function writeProbe(
  labels: Labels, { u, v, h }: Probe, runs: readonly Run[], projection: Projection, theme: Theme,
): void {
  const { width, height } = labels.measure(runs, sizes.label);
  const [x, y] = projection.point(u, v, h);
  const aside = width / 2 + 10;
  const places = [-1, 1].flatMap((down): Place[] =>
    [1, -1].map((right) => [x + right * aside, y + (down * height) / 2]));
  labels.write(runs, places, { size: sizes.label, colour: theme.ink, halo: true });
  labels.keepOff([x, y], projection.point(u, v));
}
