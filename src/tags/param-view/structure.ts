import { addLine, drawCircle, drawHollowCircle, fillPath, strokePath } from '../../draw/paths.js';
import { crisp, lines, radii as corners, sizes } from '../../draw/style.js';
import { drawText, textWidth, type Run } from '../../draw/text.js';
import type { Size, Theme } from '../../draw/types.js';
import type { NeuronThumbnails } from './neuron-thumbnails.js';

/** The words of a diagram. */
export interface StructureTexts {
  /** Under the number of neurons of each layer. */
  readonly names: readonly string[];
  /** Between each layer and the next: its weights and its biases. */
  readonly parameters: readonly (readonly [weights: string, biases: string])[];
  /** Weights and biases in one number, if there is no room for two. */
  readonly sums: readonly string[];
  readonly counts: readonly string[];
  readonly total: string;
  readonly totalName: string;
  /** Under the output of a network that is learning. */
  readonly prediction: string;
}

/** Height of the diagram, whatever it shows. */
export const structureHeight = 488;

/** Neurons of a layer that are all drawn; of more, the first and the last ones with dots between. */
const MAX_SHOWN = 12;
/** The least radius of a picture of its output beside which a neuron's name is written. */
const MIN_NAMED = 8;
const TOP = 84;
const BOTTOM = 334;
const CHIP = 20;
/** Middle of the total, and of the formulas below it, the second where both do not fit beside one another. */
const TOTAL = 422;
const FORMULAS = [450, 472] as const;
const FORMULA_GAP = 32;
/** Size of the counts, in CSS pixels. */
const COUNT = 17;

/** Returns which neurons of a layer are drawn; −1 stands for dots. */
export function shownNeurons(count: number): readonly number[] {
  if (count <= MAX_SHOWN) return Array.from({ length: count }, (_, j) => j);
  return [0, 1, 2, 3, 4, 5, -1, count - 3, count - 2, count - 1];
}

/**
 * Draws the labelled diagram of a network: every neuron with its name, a line for each weight, and the number of
 * parameters between two layers. With `thumbnails` each neuron shows its output over the plane.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawStructure(
  ctx: CanvasRenderingContext2D, layers: readonly number[], texts: StructureTexts, { width, density }: Size,
  theme: Theme, thumbnails?: NeuronThumbnails,
): void {
  const last = layers.length - 1;
  const inset = Math.max(44, Math.min(0.18 * width, 100));
  const xs = layers.map((_, l) => inset + ((width - 2 * inset) * l) / last);
  const shown = layers.map(shownNeurons);
  const gap = Math.min(46, ...shown.map((some) => (BOTTOM - TOP) / Math.max(some.length - 1, 1)));
  const radius = thumbnails ? Math.min(17, 0.45 * gap) : Math.min(13, 0.42 * gap);
  const places = shown.map((some, l) => {
    const between = l === 0 ? Math.max(gap, (BOTTOM - TOP) / 2.6) : gap;
    const first = (TOP + BOTTOM) / 2 - (between * (some.length - 1)) / 2;
    return some.map((j, k) => ({ j, x: xs[l], y: first + k * between }));
  });
  const drawn = places.map((column) => column.filter(({ j }) => j >= 0));
  strokePath(ctx, { colour: theme.muted, width: lines.link }, () => {
    for (let l = 1; l <= last; l++) {
      for (const from of drawn[l - 1]) for (const to of drawn[l]) addLine(ctx, from.x, from.y, to.x, to.y);
    }
  });
  const size = Math.min(sizes.name, 1.05 * radius);
  const count = { size: COUNT, colour: theme.ink };
  const name = { size: sizes.name, colour: theme.muted };
  places.forEach((column, l) => column.forEach(({ j, x, y }) => {
    if (j < 0) {
      for (const dy of [-0.25, 0, 0.25]) drawCircle(ctx, x, y + dy * gap, 1.5, theme.muted);
      return;
    }
    drawHollowCircle(ctx, x, y, radius, { colour: theme.ink, width: lines.activeRing });
    const neuron = [neuronName(l, layers, j)];
    if (!thumbnails || l === 0) {
      if (size >= 9) drawText(ctx, neuron, x, y, { size, colour: theme.ink, align: 'center' }, theme);
      return;
    }
    const inner = radius - lines.activeRing / 2;
    thumbnails.draw(ctx, l, j, { x, y }, inner, theme);
    const beside = { size: sizes.smallest, colour: theme.ink, align: 'right', halo: true } as const;
    if (inner >= MIN_NAMED) drawText(ctx, neuron, x - radius - 2, y - 0.6 * radius, beside, theme);
    const under = { ...name, align: 'center', halo: true } as const;
    if (l === last) drawText(ctx, [texts.prediction], x, y + radius + 11, under, theme);
  }));
  const wide = (text: string): number => textWidth(ctx, [text], sizes.name, theme);
  const fits = xs.length > 1 ? xs[1] - xs[0] : width;
  xs.forEach((x, l) => {
    drawText(ctx, [texts.counts[l]], x, 18, { ...count, align: 'center' }, theme);
    if (wide(texts.names[l]) < fits - 6) drawText(ctx, [texts.names[l]], x, 40, { ...name, align: 'center' }, theme);
  });
  const chipSize = (chips: readonly (readonly string[])[]): number =>
    Math.min(sizes.name, (sizes.name * (fits - 16)) / Math.max(...chips.flat().map(wide)));
  const fitting = [texts.parameters, texts.sums.map((sum) => [sum])]
    .find((chips) => chipSize(chips) >= sizes.smallest) ?? [];
  fitting.forEach((chips, l) => drawChips(ctx, chips, (xs[l] + xs[l + 1]) / 2, chipSize(fitting), density, theme));
  const y = TOTAL;
  const totalWidth = textWidth(ctx, [texts.total], COUNT, theme);
  const start = (width - totalWidth - wide(` ${texts.totalName}`)) / 2;
  drawText(ctx, [texts.total], start, y, count, theme);
  drawText(ctx, [` ${texts.totalName}`], start + totalWidth, y + 1, name, theme);
  drawFormulas(ctx, last, width, theme);
}

/** Writes what a hidden neuron and the output compute: in one line if there is room, else in two. */
function drawFormulas(ctx: CanvasRenderingContext2D, last: number, width: number, theme: Theme): void {
  const formulas = formulasFor(last);
  const style = { size: sizes.label, colour: theme.ink, align: 'center' } as const;
  const widths = formulas.map((runs) => textWidth(ctx, runs, style.size, theme));
  const total = widths[0] + FORMULA_GAP + widths[1];
  if (total > width) return formulas.forEach((runs, k) => drawText(ctx, runs, width / 2, FORMULAS[k], style, theme));
  const left = (width - total) / 2;
  drawText(ctx, formulas[0], left + widths[0] / 2, FORMULAS[0], style, theme);
  drawText(ctx, formulas[1], left + total - widths[1] / 2, FORMULAS[0], style, theme);
}

/** Returns the formulas of a hidden neuron and of the output. */
function formulasFor(last: number): readonly [hidden: readonly Run[], output: readonly Run[]] {
  const f = (result: Run, input: Run, index: string): Run[] => [
    result, ' = ', { variable: 'f' }, '(', input, '·', { variable: 'w', index }, ' + ', { variable: 'b', index }, ')',
  ];
  const [o, p] = [{ variable: 'o' }, { variable: 'p' }];
  if (last === 2) return [f({ variable: 'h', index: 'j' }, p, '1j'), f(o, { variable: 'h' }, '2')];
  return [
    [
      ...f({ variable: 'h', index: 'lj' }, { variable: 'h', index: 'l\u22121' }, 'lj'),
      ', ', { variable: 'h', index: '0' }, ' = ', p,
    ],
    f(o, { variable: 'h', index: String(last - 1) }, String(last)),
  ];
}

/** Names a neuron: a hidden one by its place in its layer, where there are several with that of its layer first. */
function neuronName(l: number, layers: readonly number[], j: number): Run {
  if (l === 0) return { variable: j === 0 ? 'x' : 'y' };
  const last = layers.length - 1;
  if (l === last) return { variable: 'o' };
  const place = last > 2 && layers[l] > 9 ? `,${j + 1}` : String(j + 1);
  return { variable: 'h', index: last > 2 ? `${l}${place}` : place };
}

/** Draws yellow chips under the links, one above the other: weights and biases, or one for both. */
function drawChips(
  ctx: CanvasRenderingContext2D, chips: readonly string[], x: number, size: number, density: number, theme: Theme,
): void {
  chips.forEach((text, k) => {
    const width = textWidth(ctx, [text], size, theme) + 12;
    const top = Math.round((BOTTOM + 24 + k * (CHIP + 4)) * density) / density;
    const trace = (): void => ctx.roundRect(x - width / 2, top, width, crisp(CHIP, density), corners.small);
    fillPath(ctx, theme.parameterFill, trace);
    if (theme.forced) strokePath(ctx, { colour: theme.parameterEdge, width: crisp(lines.stick, density) }, trace);
    drawText(ctx, [text], x, top + CHIP / 2, { size, colour: theme.parameterInk, align: 'center' }, theme);
  });
}
