import type { Creases } from '../../../core/inspect/creases.js';
import { addLine, addPolyline, drawWithin, eraseStroke, strokePath } from '../../../draw/paths.js';
import { planePlot } from '../../../draw/plot.js';
import { dashes, lines, opacities } from '../../../draw/style.js';
import type { Box, Theme } from '../../../draw/types.js';
import type { CreaseLayer } from '../picture.js';
import { drawCells } from '../predictions.js';

/** How much wider a crease's casing is, in CSS pixels: less than of other lines, because many lie side by side. */
const CASING = 2.1;
/** Ticks on the active side, in CSS pixels. */
const TICK = 5.5;
const TICK_WIDTH = 1;
const TICKS_APART = 16;
/** More creases than this have no ticks, which would be a grey ground. */
const MAX_TICKED = 24;
/** Width of the crease of a neuron that bends nothing and of the one that bends most, over the usual. */
const [FAINT, STRONG] = [0.6, 1.5];
/** Width of the crease that is looked at, over that of the others. */
const CHOSEN = 1.6;

/** Creases, and the contributions of the chosen neuron. */
interface CreasePicture {
  readonly creases: Creases;
  /** `bendOf` of each neuron. */
  readonly bends: Float64Array;
  /** The neuron that is looked at, or −1. */
  readonly chosen: number;
  /** Its contribution in each cell, [grid × grid], row by row from the top. */
  readonly shares: Float64Array;
  /** The largest of them, whatever its sign. */
  readonly most: number;
  readonly grid: number;
}

/** Returns the layer of a trainer's picture that shows creases. */
export function creaseLayer({ creases, bends, chosen, shares, most, grid }: CreasePicture): CreaseLayer {
  return {
    drawCells: chosen < 0 ? undefined : (ctx, box, theme) => drawShares(ctx, shares, most, grid, box, theme),
    drawLines: (ctx, box, theme) => drawCreases(ctx, creases, bends, chosen, box, theme),
  };
}

/** Returns the points of a crease in the picture. */
function placesOf(creases: Creases, line: number, box: Box): [x: number, y: number][] {
  const plane = planePlot(box);
  const from = creases.startOfLine(line);
  return Array.from({ length: creases.endOfLine(line) - from }, (_, k) =>
    [plane.x(creases.points[2 * (from + k)]), plane.y(creases.points[2 * (from + k) + 1])]);
}

/**
 * Draws creases, erasing what lies beside them, in the colour of their neuron's sign, the wider the more it bends what
 * comes after it, with ticks on the active side.
 * All but those of neuron `chosen` step back, unless it is −1. Negative ones are dashed where colours
 * cannot tell.
 *
 * `bends` is [neurons]. The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawCreases(
  ctx: CanvasRenderingContext2D, creases: Creases, bends: Float64Array, chosen: number, box: Box, theme: Theme,
): void {
  const numbers = Array.from({ length: creases.count }, (_, line) => line);
  const most = bends.reduce((largest, bend) => Math.max(largest, Math.abs(bend)), 0);
  const isChosen = (line: number): boolean => creases.neuronOfLine(line) === chosen;
  drawWithin(ctx, box, () => {
    for (const line of [...numbers.filter((each) => !isChosen(each)), ...numbers.filter(isChosen)]) {
      const places = placesOf(creases, line, box);
      const bend = bends[creases.neuronOfLine(line)];
      const negative = bend < 0;
      const width = lines.crease * (FAINT + (STRONG - FAINT) * (most > 0 ? Math.abs(bend) / most : 1));
      const stroke = {
        colour: negative ? theme.negative : theme.positive,
        width: isChosen(line) ? width * CHOSEN : width,
        alpha: chosen >= 0 && !isChosen(line) ? opacities.aside : 1,
        join: 'round',
      } as const;
      const dash = negative && (theme.forced || theme.printed) ? dashes.negative : [];
      const trace = (): void => addPolyline(ctx, places.length, (k) => places[k]);
      eraseStroke(ctx, { ...stroke, width: width + CASING }, trace);
      strokePath(ctx, { ...stroke, dash }, trace);
      if (creases.count > MAX_TICKED && !isChosen(line)) continue;
      strokePath(ctx, { ...stroke, width: TICK_WIDTH }, () => addTicks(ctx, places));
    }
  });
}

/** Adds ticks at equal distances along the line, whatever its bends, to the left of its way as y goes up. */
function addTicks(ctx: CanvasRenderingContext2D, places: readonly (readonly [number, number])[]): void {
  let until = TICKS_APART / 2; // to the next tick
  for (let k = 1; k < places.length; k++) {
    const [x0, y0] = places[k - 1];
    const [dx, dy] = [places[k][0] - x0, places[k][1] - y0];
    const length = Math.hypot(dx, dy);
    for (; until < length; until += TICKS_APART) {
      const [x, y] = [x0 + (until / length) * dx, y0 + (until / length) * dy];
      addLine(ctx, x, y, x + (TICK * dy) / length, y - (TICK * dx) / length);
    }
    until -= length;
  }
}

/** Returns the neuron whose crease is nearest to a point of the picture, within `reach` CSS pixels, or −1. */
export function nearestCrease(creases: Creases, box: Box, x: number, y: number, reach: number): number {
  let nearest = -1;
  let least = reach;
  for (let line = 0; line < creases.count; line++) {
    const places = placesOf(creases, line, box);
    for (let k = 1; k < places.length; k++) {
      const [x0, y0] = places[k - 1];
      const [dx, dy] = [places[k][0] - x0, places[k][1] - y0];
      const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
      const share = Math.min(Math.max(along, 0), 1);
      const distance = Math.hypot(x - x0 - share * dx, y - y0 - share * dy);
      if (distance <= least) [nearest, least] = [creases.neuronOfLine(line), distance];
    }
  }
  return nearest;
}

/**
 * Draws a circle in each cell, its radius proportional to the contribution of a neuron there: filled in `positive`,
 * hollow in `negative`; the largest, `most`, is as large as a prediction of 1.
 *
 * `shares` is [grid × grid], row by row from the top. The caller has scaled `ctx` by the density. Leaves
 * `ctx` as it found it.
 */
export function drawShares(
  ctx: CanvasRenderingContext2D, shares: Float64Array, most: number, grid: number, box: Box, theme: Theme,
): void {
  const ring = { colour: theme.negative, width: lines.activeRing }; // an orange that is thinner does not look orange
  const sizes = shares.map((share) => (most > 0 ? Math.abs(share) / most : 0));
  drawCells(ctx, sizes, (k) => shares[k] > 0, grid, box, theme, { filled: theme.positive, ring });
}
