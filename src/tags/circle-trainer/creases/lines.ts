import type { Creases } from '../../../core/inspect/creases.js';
import { dashes, lines, opacities } from '../../../draw/style.js';
import { across, down } from '../target.js';
import type { Box, Theme } from '../../../draw/types.js';

/** With its line, in CSS pixels: less than other lines have, for many creases lie side by side. */
const CASING = 3.5;
/** On the active side. */
const TICK = 5.5;
const TICK_WIDTH = 1;
const TICKS_APART = 16;
/** More creases than this have no ticks, or they would be a grey ground. */
const MOST_TICKED = 24;
/** By how much the one that is looked at is wider. */
const CHOSEN = 1.6;

/**
 * Draws creases in a casing of paper, in the colour of their neuron's sign, with ticks on the active side.
 * All but those of neuron `chosen` step back, unless it is −1. Negative ones are dashed where colours
 * cannot tell.
 *
 * `signs` is [neurons]. The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawCreases(
  ctx: CanvasRenderingContext2D, creases: Creases, signs: Float64Array, chosen: number, box: Box, theme: Theme,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.x, box.y, box.width, box.height);
  ctx.clip();
  ctx.lineJoin = 'round';
  const alpha = ctx.globalAlpha;
  const ticked = creases.count <= MOST_TICKED;
  for (const isChosen of [false, true]) {
    for (let line = 0; line < creases.count; line++) {
      if ((creases.neuronOfLine(line) === chosen) !== isChosen) continue;
      ctx.globalAlpha = chosen >= 0 && !isChosen ? alpha * opacities.aside : alpha;
      const negative = signs[creases.neuronOfLine(line)] < 0;
      ctx.beginPath();
      trace(ctx, creases, line, box);
      ctx.strokeStyle = theme.paper;
      ctx.lineWidth = CASING;
      ctx.stroke();
      ctx.strokeStyle = negative ? theme.negative : theme.positive;
      ctx.lineWidth = isChosen ? lines.crease * CHOSEN : lines.crease;
      if (negative && (theme.forced || theme.printed)) ctx.setLineDash(dashes.negative);
      ctx.stroke();
      ctx.setLineDash([]);
      if (!ticked && !isChosen) continue;
      ctx.beginPath();
      addTicks(ctx, creases, line, box);
      ctx.lineWidth = TICK_WIDTH;
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** The neuron whose crease is nearest to a point of the picture, within `reach` CSS pixels, or −1. */
export function nearestCrease(creases: Creases, box: Box, x: number, y: number, reach: number): number {
  let nearest = -1;
  let least = reach;
  for (let line = 0; line < creases.count; line++) {
    for (let k = creases.startOfLine(line) + 1; k < creases.endOfLine(line); k++) {
      const [x0, y0, x1, y1] = [px(creases, k - 1, box), py(creases, k - 1, box), px(creases, k, box), py(creases, k, box)];
      const [dx, dy] = [x1 - x0, y1 - y0];
      const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
      const share = Math.min(Math.max(along, 0), 1);
      const distance = Math.hypot(x - x0 - share * dx, y - y0 - share * dy);
      if (distance > least) continue;
      least = distance;
      nearest = creases.neuronOfLine(line);
    }
  }
  return nearest;
}

function px({ points }: Creases, k: number, box: Box): number {
  return across(box, points[2 * k]);
}

function py({ points }: Creases, k: number, box: Box): number {
  return down(box, points[2 * k + 1]);
}

function trace(ctx: CanvasRenderingContext2D, creases: Creases, line: number, box: Box): void {
  for (let k = creases.startOfLine(line); k < creases.endOfLine(line); k++) {
    ctx[k === creases.startOfLine(line) ? 'moveTo' : 'lineTo'](px(creases, k, box), py(creases, k, box));
  }
}

/** At equal distances along the line, whatever its bends, to the left of its way as y goes up. */
function addTicks(ctx: CanvasRenderingContext2D, creases: Creases, line: number, box: Box): void {
  let until = TICKS_APART / 2; // to the next tick
  for (let k = creases.startOfLine(line) + 1; k < creases.endOfLine(line); k++) {
    const [x0, y0] = [px(creases, k - 1, box), py(creases, k - 1, box)];
    const [dx, dy] = [px(creases, k, box) - x0, py(creases, k, box) - y0];
    const length = Math.hypot(dx, dy);
    for (; until < length; until += TICKS_APART) {
      const [x, y] = [x0 + (until / length) * dx, y0 + (until / length) * dy];
      ctx.moveTo(x, y);
      ctx.lineTo(x + (TICK * dy) / length, y - (TICK * dx) / length);
    }
    until -= length;
  }
}
