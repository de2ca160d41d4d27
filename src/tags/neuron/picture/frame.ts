import { edges } from './folds.js';
import type { HeightScale } from './height-scale.js';
import type { Labels, Place } from './labels.js';
import type { PlanePoint, Projection } from './projection.js';
import type { Heights } from './rows.js';
import { fromDomain, nodeCoordinate } from '../../../core/places.js';
import { addLine, addPolyline, eraseFill, fillPath, strokePath } from '../../../draw/paths.js';
import { crisp, lines, opacities, sizes, snap } from '../../../draw/style.js';
import type { Run, TextStyle } from '../../../draw/text.js';
import type { FormatNumber, Size, Theme } from '../../../draw/types.js';

/** Length of a tick, and from its end to its number, in CSS pixels. */
const TICK = 5;
const GAP = 3;
/** From the numbers of an axis to its name. */
const NAME_GAP = 12;
/** From the end of the axis of heights up to its name: a letter, or a word that lies over the last number. */
const OVER_AXIS = 15;
const OVER_NUMBER = 18;
/** An axis longer than this below the floor has room for numbers. */
const ROOM = 12;

/** The marks on the floor. */
interface FloorData extends Pick<Heights, 'grid' | 'heights'> {
  /** Corners u, v of the region where nothing rises; where it is empty, cells whose corners have no height count. */
  readonly flat: readonly number[];
  /** The values of both inputs that are −1 and 1 on the plane. */
  readonly domain: readonly number[];
}

/**
 * Draws the floor: erases half of what is under it, then lays the flat region as a wash, hairlines where an input is
 * 0, and its edges, those in front stronger. Leaves `ctx` as it found it.
 */
export function drawFloor(
  ctx: CanvasRenderingContext2D, { flat, domain, ...data }: FloorData, covers: boolean, projection: Projection,
  theme: Theme,
): void {
  const addPolygon = (points: readonly number[]): void => {
    addPolyline(ctx, points.length / 2, (k) => projection.point(points[2 * k], points[2 * k + 1]));
    ctx.closePath();
  };
  if (covers) eraseFill(ctx, () => addPolygon([-1, -1, 1, -1, 1, 1, -1, 1]), opacities.floor);
  const addFlat = (): void => (flat.length > 0 ? addPolygon(flat) : addFlatCells(ctx, data, projection));
  eraseFill(ctx, addFlat);
  fillPath(ctx, theme.wash, addFlat);
  const stroke = (wanted: readonly (readonly number[])[], colour: string): void =>
    strokePath(ctx, { colour, width: lines.axis }, () => {
      for (const [u0, v0, u1, v1] of wanted) addLine(ctx, ...projection.point(u0, v0), ...projection.point(u1, v1));
    });
  const isFront = ([u0, v0, u1, v1]: readonly number[]): boolean => projection.depth(u0 + u1, v0 + v1) < 0;
  const zero = fromDomain(0, domain);
  const middle = Math.abs(zero) < 1 ? [[zero, -1, zero, 1], [-1, zero, 1, zero]] : [];
  stroke([...middle, ...edges.filter((edge) => !isFront(edge))], theme.hair);
  stroke(edges.filter(isFront), theme.muted);
}

/** Adds every cell of the grid whose four corners have no height. */
function addFlatCells(
  ctx: CanvasRenderingContext2D, { grid, heights }: Pick<Heights, 'grid' | 'heights'>, projection: Projection,
): void {
  const at = (c: number): number => nodeCoordinate(c, grid);
  const isFlat = (c: number, r: number): boolean => heights[r * grid + c] === 0 && heights[(r + 1) * grid + c] === 0;
  for (let r = 0; r < grid - 1; r++) {
    for (let c = 0; c < grid - 1; c++) {
      const from = c;
      while (c < grid - 1 && isFlat(c, r) && isFlat(c + 1, r)) c++;
      if (c === from) continue;
      ctx.moveTo(projection.x(at(from), at(r)), projection.y(at(from), at(r)));
      ctx.lineTo(projection.x(at(c), at(r)), projection.y(at(c), at(r)));
      ctx.lineTo(projection.x(at(c), at(r + 1)), projection.y(at(c), at(r + 1)));
      ctx.lineTo(projection.x(at(from), at(r + 1)), projection.y(at(from), at(r + 1)));
      ctx.closePath();
    }
  }
}

/** The texts at the axes. */
interface AxisTexts extends AxisNames, AxisNumbers {}

/** The names of the inputs and of the height. */
export interface AxisNames {
  readonly inputs: readonly Run[];
  readonly output: Run;
}

/** The numbers on the axes. */
interface AxisNumbers {
  /** At the ticks of the height, from the lowest. */
  readonly heights: readonly string[];
  /** Coordinates on the plane and numbers: at the ends of the domain and at 0 or, if that is outside, at the middle. */
  readonly places: readonly (readonly [at: number, text: string])[];
}

export function axisTexts(scale: HeightScale, [low, high]: readonly number[], format: FormatNumber): AxisNumbers {
  const zero = fromDomain(0, [low, high]);
  const middle = Math.abs(zero) < 1 ? [zero, 0] : [0, (low + high) / 2];
  return {
    heights: scale.ticks.map((tick) => format(tick)),
    places: [[-1, low], middle, [1, high]].map(([at, value]) => [at, format(value)]),
  };
}

/**
 * Draws the axis of heights at the left corner and the inputs' numbers along the front edges.
 *
 * Leaves `ctx` as it found it.
 */
export function drawAxes(
  ctx: CanvasRenderingContext2D, scale: HeightScale, texts: AxisTexts, projection: Projection, labels: Labels,
  { density }: Size, theme: Theme,
): void {
  const halo = scale.below > 0;
  const tick = { size: sizes.tick, colour: theme.muted, halo };
  const name = { size: sizes.name, colour: theme.ink, halo };
  const { left, front } = projection;
  const width = crisp(lines.axis, density);
  const x = snap(projection.x(left.u, left.v), width, density);
  const heightAt = (value: number): number => projection.y(left.u, left.v, scale.of(value));
  strokePath(ctx, { colour: theme.muted, width }, () => {
    addLine(ctx, x, heightAt(scale.low), x, heightAt(scale.high));
    for (const value of scale.ticks) {
      const y = snap(heightAt(value), width, density);
      addLine(ctx, x - TICK, y, x, y);
    }
  });
  scale.ticks.forEach((value, k) => {
    const runs = [texts.heights[k]];
    labels.write(runs, [[x - TICK - GAP - labels.measure(runs, tick.size).width / 2, heightAt(value)]], tick);
  });
  // A word lies over the numbers of the axis, a letter between them and the top.
  const half = labels.measure([texts.output], name.size).width / 2;
  labels.write([texts.output], [OVER_AXIS, OVER_NUMBER].map((gap): Place =>
    [Math.max(x, half + 1), heightAt(scale.high) - gap]), { ...name, halo: true });
  const axes: readonly [Run, (at: number) => PlanePoint][] = [
    [texts.inputs[0], (u) => ({ u, v: front.v })],
    [texts.inputs[1], (v) => ({ u: front.u, v })],
  ];
  for (const [input, point] of axes) {
    const [outX, outY] = outwards(projection, point(0));
    const beside = (at: number, distance: number): Place => {
      const [px, py] = projection.point(point(at).u, point(at).v);
      return [px + outX * distance, py + outY * distance];
    };
    strokePath(ctx, { colour: theme.muted, width: lines.axis }, () => {
      for (const [at] of texts.places) addLine(ctx, ...beside(at, 0), ...beside(at, TICK));
    });
    const write = (runs: readonly Run[], at: number, style: TextStyle, gap: number): boolean => {
      const { width: wide, height: high } = labels.measure(runs, style.size);
      const distance = TICK + gap + Math.abs(outX) * wide / 2 + Math.abs(outY) * high / 3;
      return labels.write(runs, [0, GAP, 4 * GAP].map((further) => beside(at, distance + further)), style);
    };
    for (const [at, text] of texts.places) {
      const { u, v } = point(at);
      // If the axis of heights goes on below the floor, the number of that corner would seem to be one of its own.
      if (u === left.u && v === left.v && scale.below * projection.lift > ROOM) continue;
      write([text], at, tick, GAP);
    }
    [0.5, -0.5].some((at) => write([input], at, name, NAME_GAP));
  }
}

/** Returns the way out of the floor at its edge through (u, v), between the normal and the way from the middle. */
function outwards(projection: Projection, { u, v }: PlanePoint): [number, number] {
  const [centreX, centreY] = projection.point(0, 0);
  const [x, y] = [projection.x(u, v) - centreX, projection.y(u, v) - centreY];
  // The other axis runs along the edge; its normal is taken to the side of the way out.
  const [ex, ey] = [projection.x(v, u) - centreX, projection.y(v, u) - centreY];
  const away = Math.hypot(x, y);
  const along = Math.hypot(ex, ey);
  const turned = x * -ey + y * ex < 0 ? -1 : 1;
  const dx = x / away - (turned * ey) / along;
  const dy = y / away + (turned * ex) / along;
  const length = Math.hypot(dx, dy);
  return [dx / length, dy / length];
}
