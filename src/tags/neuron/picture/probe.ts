import type { Projection } from './projection.js';
import { casing, dashes, lines, radii, snap } from '../../../draw/style.js';
import type { Theme } from '../../../draw/types.js';

/** A point of the plane and the height of the surface there. */
export interface Probe { readonly u: number; readonly v: number; readonly h: number }

/** Of the dot on the floor, in CSS pixels. */
const FOOT = 2.5;

/** Draws a stick on the floor with a ring on top, and dashed lines from its foot to both front edges. Leaves `ctx` as it found it. */
export function drawProbe(ctx: CanvasRenderingContext2D, { u, v, h }: Probe, projection: Projection, density: number, theme: Theme): void {
  const { front } = projection;
  const at = projection.x(u, v);
  const foot = projection.y(u, v);
  const top = projection.y(u, v, h);
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.fillStyle = theme.ink;
  ctx.lineWidth = lines.stick;
  ctx.setLineDash(dashes.drop);
  ctx.beginPath();
  for (const [eu, ev] of [[u, front.v], [front.u, v]]) {
    ctx.moveTo(at, foot);
    ctx.lineTo(projection.x(eu, ev), projection.y(eu, ev));
  }
  ctx.stroke();
  ctx.setLineDash([]);
  const x = snap(at, lines.probe, density);
  const stroke = (colour: string, width: number): void => {
    ctx.beginPath();
    ctx.moveTo(x, foot);
    ctx.lineTo(x, top);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  };
  stroke(theme.paper, lines.probe + casing);
  stroke(theme.ink, lines.probe);
  ctx.beginPath();
  ctx.arc(x, foot, FOOT, 0, 2 * Math.PI);
  ctx.fill();
  ctx.beginPath();
  ctx.arc(x, top, radii.probe, 0, 2 * Math.PI);
  ctx.fillStyle = theme.paper;
  ctx.fill();
  ctx.stroke();
  ctx.restore();
}
