import { crisp, lines, radii as corners, sizes } from '../../../draw/style.js';
import { drawText, textWidth, type Run } from '../../../draw/text.js';
import type { Size, Theme } from '../../../draw/types.js';

/** The words of a diagram, written already. */
export interface StructureTexts {
  /** Under the number of neurons of each layer. */
  readonly names: readonly string[];
  /** Between each layer and the next: its weights and its biases. */
  readonly parameters: readonly (readonly [weights: string, biases: string])[];
  /** The same, in one number for where there is no room for two. */
  readonly sums: readonly string[];
  readonly counts: readonly string[];
  readonly total: string;
  readonly totalName: string;
}

/** Height of the diagram, whatever it shows. */
export const structureHeight = 440;

/** Neurons of a layer that are drawn; of more, the first and the last ones with dots between. */
const MOST = 12;
const TOP = 84;
const BOTTOM = 334;
const CHIP = 20;

/** Which neurons of a layer are drawn; -1 stands for dots. */
export function shownNeurons(count: number): readonly number[] {
  if (count <= MOST) return Array.from({ length: count }, (_, j) => j);
  return [0, 1, 2, 3, 4, 5, -1, count - 3, count - 2, count - 1];
}

/**
 * Draws the labelled diagram of a network: every neuron with its name, a line a weight, and how many
 * parameters stand between two layers.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawStructure(
  ctx: CanvasRenderingContext2D, layers: readonly number[], texts: StructureTexts, { width, density }: Size, theme: Theme,
): void {
  const last = layers.length - 1;
  const inset = Math.max(44, Math.min(0.18 * width, 100));
  const xs = layers.map((_, l) => inset + ((width - 2 * inset) * l) / last);
  const shown = layers.map(shownNeurons);
  const gap = Math.min(46, ...shown.map((some) => (BOTTOM - TOP) / Math.max(some.length - 1, 1)));
  const radius = Math.min(13, 0.42 * gap);
  const places = shown.map((some, l) => {
    const between = l === 0 ? Math.max(gap, (BOTTOM - TOP) / 2.6) : gap;
    const first = (TOP + BOTTOM) / 2 - (between * (some.length - 1)) / 2;
    return some.map((j, k) => ({ j, x: xs[l], y: first + k * between }));
  });
  ctx.save();
  ctx.strokeStyle = theme.muted;
  ctx.lineWidth = lines.link;
  ctx.beginPath();
  for (let l = 1; l <= last; l++) {
    for (const from of places[l - 1]) {
      for (const to of places[l]) {
        if (from.j < 0 || to.j < 0) continue;
        ctx.moveTo(from.x, from.y);
        ctx.lineTo(to.x, to.y);
      }
    }
  }
  ctx.stroke();
  places.forEach((column, l) => column.forEach(({ j, x, y }) => {
    if (j < 0) return drawDots(ctx, x, y, gap, theme);
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = theme.paper;
    ctx.fill();
    ctx.strokeStyle = theme.ink;
    ctx.lineWidth = lines.activeRing;
    ctx.stroke();
    const size = Math.min(sizes.name, 1.05 * radius);
    if (size >= 9) drawText(ctx, [neuronName(l, last, j)], x, y, { size, colour: theme.ink, align: 'center' }, theme);
  }));
  const fits = xs.length > 1 ? xs[1] - xs[0] : width;
  layers.forEach((_, l) => {
    drawText(ctx, [texts.counts[l]], xs[l], 18, { size: 17, colour: theme.ink, align: 'center' }, theme);
    if (textWidth(ctx, [texts.names[l]], sizes.name, theme) < fits - 6) {
      drawText(ctx, [texts.names[l]], xs[l], 40, { size: sizes.name, colour: theme.muted, align: 'center' }, theme);
    }
  });
  for (const chips of [texts.parameters, texts.sums.map((sum) => [sum])]) { // the first that fit everywhere, or none
    const widest = Math.max(...chips.flat().map((text) => textWidth(ctx, [text], sizes.name, theme)));
    const size = Math.min(sizes.name, (sizes.name * (fits - 16)) / widest);
    if (size < sizes.smallest) continue;
    chips.forEach((some, l) => drawChips(ctx, some, (xs[l] + xs[l + 1]) / 2, size, density, theme));
    break;
  }
  const y = structureHeight - 18;
  const wide = [texts.total, ` ${texts.totalName}`];
  const widths = [textWidth(ctx, [wide[0]], 17, theme), textWidth(ctx, [wide[1]], sizes.name, theme)];
  const start = (width - widths[0] - widths[1]) / 2;
  drawText(ctx, [wide[0]], start, y, { size: 17, colour: theme.ink }, theme);
  drawText(ctx, [wide[1]], start + widths[0], y + 1, { size: sizes.name, colour: theme.muted }, theme);
  ctx.restore();
}

function neuronName(l: number, last: number, j: number): Run {
  if (l === 0) return { variable: j === 0 ? 'x' : 'y' };
  return l === last ? { variable: 'o' } : { variable: 'h', index: String(j + 1) };
}

function drawDots(ctx: CanvasRenderingContext2D, x: number, y: number, gap: number, theme: Theme): void {
  ctx.fillStyle = theme.muted;
  for (const dy of [-0.25, 0, 0.25]) {
    ctx.beginPath();
    ctx.arc(x, y + dy * gap, 1.5, 0, 2 * Math.PI);
    ctx.fill();
  }
}

/** Yellow chips under the links, one above the other: weights and biases, or one for both. */
function drawChips(
  ctx: CanvasRenderingContext2D, chips: readonly string[], x: number, size: number, density: number, theme: Theme,
): void {
  chips.forEach((text, k) => {
    const width = textWidth(ctx, [text], size, theme) + 12;
    const top = Math.round((BOTTOM + 24 + k * (CHIP + 4)) * density) / density;
    ctx.beginPath();
    ctx.roundRect(x - width / 2, top, width, crisp(CHIP, density), corners.small);
    ctx.fillStyle = theme.parameterFill;
    ctx.fill();
    if (theme.forced) {
      ctx.strokeStyle = theme.parameterEdge;
      ctx.lineWidth = crisp(lines.stick, density);
      ctx.stroke();
    }
    drawText(ctx, [text], x, top + CHIP / 2, { size, colour: theme.parameterInk, align: 'center' }, theme);
  });
}
