import type { PlanePoint, Projection } from './projection.js';
import { edges } from './folds.js';
import type { HeightScale } from './height-scale.js';
import type { Labels, Place } from './labels.js';
import { crisp, lines, opacities, sizes, snap } from '../../../draw/style.js';
import type { Run, TextStyle } from '../../../draw/text.js';
import type { FormatNumber, Size, Theme } from '../../../draw/types.js';

/** Length of a tick, and from its end to its number, in CSS pixels. */
const TICK = 5;
const GAP = 3;
/** From the numbers of an axis to its name. */
const NAME_GAP = 12;
/** An axis longer than this below the floor has room for numbers. */
const ROOM = 12;

/** A polygon [u, v, …] on the floor becomes the path. */
function tracePolygon(ctx: CanvasRenderingContext2D, points: readonly number[], projection: Projection): void {
  ctx.beginPath();
  for (let k = 0; k < points.length; k += 2) ctx[k === 0 ? 'moveTo' : 'lineTo'](projection.x(points[k], points[k + 1]), projection.y(points[k], points[k + 1]));
  ctx.closePath();
}

/** Where 0 lies in a domain, which is −1 to 1 on the plane. */
const zeroOf = ([low, high]: readonly number[]): number => (0 - low - high) / (high - low);

/**
 * Draws the floor: paper over what is under it, the flat region as a wash, hairlines where an input is
 * 0, and its edges, those in front stronger. Leaves `ctx` as it found it.
 */
export function drawFloor(
  ctx: CanvasRenderingContext2D, flat: readonly number[], covers: boolean, domain: readonly number[], projection: Projection, theme: Theme,
): void {
  ctx.save();
  if (covers) {
    tracePolygon(ctx, [-1, -1, 1, -1, 1, 1, -1, 1], projection);
    ctx.fillStyle = theme.paper;
    ctx.globalAlpha = opacities.floor;
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  if (flat.length > 0) {
    tracePolygon(ctx, flat, projection);
    ctx.fillStyle = theme.wash;
    ctx.fill();
  }
  ctx.lineWidth = lines.axis;
  const stroke = (wanted: readonly (readonly number[])[], colour: string): void => {
    ctx.beginPath();
    for (const [u0, v0, u1, v1] of wanted) {
      ctx.moveTo(projection.x(u0, v0), projection.y(u0, v0));
      ctx.lineTo(projection.x(u1, v1), projection.y(u1, v1));
    }
    ctx.strokeStyle = colour;
    ctx.stroke();
  };
  const isFront = ([u0, v0, u1, v1]: readonly number[]): boolean => projection.depth(u0 + u1, v0 + v1) < 0;
  const zero = zeroOf(domain);
  const middle = Math.abs(zero) < 1 ? [[zero, -1, zero, 1], [-1, zero, 1, zero]] : [];
  stroke([...middle, ...edges.filter((edge) => !isFront(edge))], theme.hair);
  stroke(edges.filter(isFront), theme.muted);
  ctx.restore();
}

/** What the axes say. */
export interface AxisTexts {
  /** At the ticks of the height, from the lowest. */
  readonly heights: readonly string[];
  /** At the ends of the domain and at 0 or, where that is outside, in its middle: where on the plane, and the number. */
  readonly inputs: readonly (readonly [at: number, text: string])[];
}

export function axisTexts(scale: HeightScale, [low, high]: readonly number[], format: FormatNumber): AxisTexts {
  const zero = zeroOf([low, high]);
  const middle = Math.abs(zero) < 1 ? [zero, 0] : [0, (low + high) / 2];
  return {
    heights: scale.ticks.map((tick) => format(tick)),
    inputs: [[-1, low], middle, [1, high]].map(([at, value]) => [at, format(value)]),
  };
}

/** Draws the height's axis at the left corner and the inputs' numbers along the front edges. Leaves `ctx` as it found it. */
export function drawAxes(
  ctx: CanvasRenderingContext2D, scale: HeightScale, texts: AxisTexts, projection: Projection, labels: Labels, size: Size, theme: Theme,
): void {
  const halo = scale.below > 0 ? theme.paper : undefined;
  const tick = { size: sizes.tick, colour: theme.muted, halo };
  const name = { size: sizes.name, colour: theme.ink, halo };
  const { left, front } = projection;
  const width = crisp(lines.axis, size.density);
  const x = snap(projection.x(left.u, left.v), width, size.density);
  const heightAt = (value: number): number => projection.y(left.u, left.v, scale.of(value));
  ctx.save();
  ctx.strokeStyle = theme.muted;
  ctx.lineWidth = width;
  ctx.beginPath();
  ctx.moveTo(x, heightAt(scale.low));
  ctx.lineTo(x, heightAt(scale.high));
  scale.ticks.forEach((value) => {
    const y = snap(heightAt(value), width, size.density);
    ctx.moveTo(x - TICK, y);
    ctx.lineTo(x, y);
  });
  ctx.stroke();
  labels.write([{ variable: 'y' }], [[x, heightAt(scale.high) - NAME_GAP]], { ...name, halo: theme.paper });
  scale.ticks.forEach((value, k) => {
    const runs = [texts.heights[k]];
    labels.write(runs, [[x - TICK - GAP - labels.measure(runs, tick.size).width / 2, heightAt(value)]], tick);
  });
  const axes: readonly [string, PlanePoint, (at: number) => PlanePoint][] = [
    ['1', { u: 0, v: front.v }, (at) => ({ u: at, v: front.v })],
    ['2', { u: front.u, v: 0 }, (at) => ({ u: front.u, v: at })],
  ];
  for (const [index, middle, point] of axes) {
    const out = outwards(projection, middle);
    const beside = (at: number, distance: number): Place => {
      const { u, v } = point(at);
      return [projection.x(u, v) + out[0] * distance, projection.y(u, v) + out[1] * distance];
    };
    ctx.lineWidth = lines.axis;
    ctx.beginPath();
    for (const [at] of texts.inputs) {
      ctx.moveTo(...beside(at, 0));
      ctx.lineTo(...beside(at, TICK));
    }
    ctx.stroke();
    const place = (runs: readonly Run[], at: number, style: TextStyle, more: number): boolean => {
      const { width: w, height: h } = labels.measure(runs, style.size);
      const distance = TICK + more + Math.abs(out[0]) * w / 2 + Math.abs(out[1]) * h / 3;
      return labels.write(runs, [0, GAP, 4 * GAP].map((further) => beside(at, distance + further)), style);
    };
    for (const [at, text] of texts.inputs) {
      const { u, v } = point(at);
      // Where the height's axis goes on below the floor, the number of that corner would seem to be one of its own.
      if (u === left.u && v === left.v && scale.below * projection.lift > ROOM) continue;
      place([text], at, tick, GAP);
    }
    for (const at of [0.5, -0.5]) if (place([{ variable: 'p', index }], at, name, NAME_GAP)) break;
  }
  ctx.restore();
}

/** Away from the floor beside its edge through `middle`: between the edge's normal and the way out along the plane. */
function outwards(projection: Projection, { u, v }: PlanePoint): [number, number] {
  const x = projection.x(u, v) - projection.x(0, 0);
  const y = projection.y(u, v) - projection.y(0, 0);
  // The other axis runs along the edge; its normal is taken to the side of the way out.
  const ex = projection.x(v, u) - projection.x(0, 0);
  const ey = projection.y(v, u) - projection.y(0, 0);
  const away = Math.hypot(x, y);
  const along = Math.hypot(ex, ey);
  const turned = x * -ey + y * ex < 0 ? -1 : 1;
  const dx = x / away - (turned * ey) / along;
  const dy = y / away + (turned * ex) / along;
  const length = Math.hypot(dx, dy);
  return [dx / length, dy / length];
}
