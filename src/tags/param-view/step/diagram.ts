import { addLine, strokePath } from '../../../draw/paths.js';
import { lines, sizes } from '../../../draw/style.js';
import { drawText, textWidth, type Run } from '../../../draw/text.js';
import type { Theme } from '../../../draw/types.js';
import { inputNames, type Layout, type Point } from '../network-layout.js';
import { drawFlows, drawNeuron, writeInCircle } from '../network-lines.js';

/** How strongly something shows: 0 at rest, 1 computed in this phase, 2 the worked example or pointed at. */
export type Light = 0 | 1 | 2;

/** Lines into one layer that are lit. */
export interface StepLinks {
  readonly layer: number;
  /** What they carry, [neuron × neuron before], drawn as width and colour of the sign. Without it they are ink. */
  readonly values?: ArrayLike<number>;
  /** The neuron whose lines are stronger. */
  readonly neuron?: number;
  /** The neuron before from which a single line is stronger. */
  readonly from?: number;
}

/** A name over a layer. */
interface StepName { readonly runs: readonly Run[]; readonly lit: boolean }

/** One phase of a step. */
export interface StepPicture {
  /** Numbers [layer][neuron], inputs first; empty if nothing is computed yet. */
  readonly texts: readonly (readonly string[])[];
  readonly lights: readonly (readonly Light[])[];
  readonly links: readonly StepLinks[];
  /** Over each layer but the inputs; without runs for none. */
  readonly names: readonly StepName[];
  /** Under the output. */
  readonly target: StepName;
  /** Whether the output has a second ring, because the phase is about it. */
  readonly ringed: boolean;
}

/** A neuron or a weight of the diagram. */
export interface StepPlace {
  /** The layer and the neuron; for a weight, those it leads to. */
  readonly layer: number;
  readonly neuron: number;
  /** For a weight: the neuron that it comes from. */
  readonly from?: number;
}

/** Height of the diagram, whatever it shows. */
export const stepHeight = 372;

/** Room for names above and for the target below. */
const EDGE = 24;
const RADIUS = 16.5;
/** Width of the widest nudge, if neurons have room. */
const WIDEST = 6;
/** From one neuron of a layer to the next, and from one input to the other. */
const GAP = 41.5;
const INPUT_GAP = 104;
/** Around the output's ring. */
const MARGIN = 6;
/** A circle needs this radius for a number. */
const MIN_NUMBERED = 11;
/** A line is pointed at from this near, in CSS pixels. */
const NEAR = 5;
/** Of more lines than this, even strong ones are thin. */
const MAX_STRONG = 24;
/** More lines than this between two layers are left out at rest: they would be a grey ground. */
const MAX_HAIRS = 2000;

/** Lays out a diagram for a picture of this width; its places are the same in every phase. */
export function layOutStep(layers: readonly number[], { width }: { readonly width: number }): Layout {
  const last = layers.length - 1;
  const room = (width - 2 * MARGIN) / last;
  const largest = Math.min(RADIUS, 0.3 * room);
  const tall = stepHeight - 2 * EDGE - 2 * largest;
  const gaps = layers.map((count, l) => Math.min(l === 0 ? INPUT_GAP : GAP, tall / Math.max(count - 1, 1)));
  const radii = gaps.map((gap) => Math.max(1.5, Math.min(largest, 0.44 * gap)));
  const left = MARGIN + radii[0];
  const right = width - MARGIN - radii[last];
  const neurons = layers.map((count, l) => Array.from({ length: count }, (_, j) => ({
    x: left + ((right - left) * l) / last,
    y: stepHeight / 2 + (j - (count - 1) / 2) * gaps[l],
  })));
  const numbered = radii.map((radius) => radius >= MIN_NUMBERED);
  const small = radii.some((radius, l) => numbered[l] && radius < 15);
  return {
    neurons, radii, numbered, fontSize: small ? sizes.smallest : sizes.tick, decimals: small ? 1 : 2,
    widest: Math.max(1.5, Math.min(WIDEST, 0.15 * Math.min(...gaps))),
  };
}

/** Returns the neuron under a point, else the line nearest to it, if one is near. */
export function placeAt({ neurons, radii }: Layout, { x, y }: Point): StepPlace | undefined {
  for (let layer = 0; layer < neurons.length; layer++) {
    const reach = Math.max(radii[layer], NEAR) ** 2;
    const neuron = neurons[layer].findIndex((at) => (at.x - x) ** 2 + (at.y - y) ** 2 <= reach);
    if (neuron >= 0) return { layer, neuron };
  }
  let found: StepPlace | undefined;
  let nearest = NEAR;
  for (let layer = 1; layer < neurons.length; layer++) {
    const [from, to] = [neurons[layer - 1][0].x + radii[layer - 1], neurons[layer][0].x - radii[layer]];
    if (x < from || x > to) continue;
    const share = (x - from) / (to - from);
    neurons[layer].forEach((end, neuron) => neurons[layer - 1].forEach((start, i) => {
      const distance = Math.abs(start.y + share * (end.y - start.y) - y);
      if (distance >= nearest) return;
      nearest = distance;
      found = { layer, neuron, from: i };
    }));
  }
  return found;
}

/**
 * Draws a network with what one phase of a step computes in ink, and all else in hairlines and muted
 * numbers, each in the same place in every phase.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawStep(ctx: CanvasRenderingContext2D, picture: StepPicture, layout: Layout, theme: Theme): void {
  const { texts, lights, links, ringed } = picture;
  const { neurons, radii, numbered, fontSize } = layout;
  drawHairs(ctx, layout, links, theme);
  for (const each of links) drawLinks(ctx, each, layout, theme);
  neurons.forEach((column, l) => column.forEach((at, j) => {
    const light = lights[l][j];
    const width = [lines.idleRing, lines.lit, lines.probe][light];
    const colour = light > 0 ? theme.ink : theme.forced ? theme.muted : theme.hair;
    drawNeuron(ctx, at, radii[l], { colour, width }, light > 0, theme);
    if (ringed && l === neurons.length - 1) strokePath(ctx, { colour: theme.ink, width: lines.lit }, () =>
      ctx.arc(at.x, at.y, radii[l] + 4, 0, 2 * Math.PI));
    if (!numbered[l] || texts[l][j] === '') return;
    const room = 2 * (radii[l] - lines.lit) - 1;
    writeInCircle(ctx, texts[l][j], at, fontSize, room, light > 0 ? theme.ink : theme.muted, theme);
  }));
  drawNames(ctx, picture, layout, theme);
}

/** Returns the ends of the line from neuron i into neuron j of layer l. */
function ends({ neurons, radii }: Layout, l: number, j: number, i: number): { from: Point; to: Point } {
  const [from, to] = [neurons[l - 1][i], neurons[l][j]];
  return { from: { x: from.x + radii[l - 1], y: from.y }, to: { x: to.x - radii[l], y: to.y } };
}

/** Adds the lines into layer l to the path, or those that `wanted` picks. */
function addLinks(
  ctx: CanvasRenderingContext2D, layout: Layout, l: number, wanted = (_j: number, _i: number): boolean => true,
): void {
  layout.neurons[l].forEach((_, j) => layout.neurons[l - 1].forEach((__, i) => {
    const { from, to } = ends(layout, l, j, i);
    if (wanted(j, i)) addLine(ctx, from.x, from.y, to.x, to.y);
  }));
}

/** Returns the number of lines into layer l. */
const linkCount = ({ neurons }: Layout, l: number): number => neurons[l].length * neurons[l - 1].length;

function drawHairs(ctx: CanvasRenderingContext2D, layout: Layout, links: readonly StepLinks[], theme: Theme): void {
  strokePath(ctx, { colour: theme.hair, width: lines.link }, () => {
    for (let l = 1; l < layout.neurons.length; l++) {
      const covered = links.some(({ layer, values }) => layer === l && (!values || values.length > 0));
      if (!covered && linkCount(layout, l) <= MAX_HAIRS) addLinks(ctx, layout, l);
    }
  });
}

function drawLinks(
  ctx: CanvasRenderingContext2D, { layer: l, values, neuron, from }: StepLinks, layout: Layout, theme: Theme,
): void {
  const inputs = layout.neurons[l - 1].length;
  if (values) {
    const flows = Array.from(values, (value, k) =>
      ({ ...ends(layout, l, Math.floor(k / inputs), k % inputs), value, bent: false }));
    drawFlows(ctx, flows, layout.widest, theme);
  } else if (linkCount(layout, l) <= MAX_HAIRS) {
    strokePath(ctx, { colour: theme.muted, width: lines.link }, () => addLinks(ctx, layout, l));
  }
  if (neuron === undefined) return;
  const width = from === undefined && inputs > MAX_STRONG ? lines.link : lines.lit;
  strokePath(ctx, { colour: theme.ink, width }, () =>
    addLinks(ctx, layout, l, (j, i) => j === neuron && (from === undefined || from === i)));
}

function drawNames(
  ctx: CanvasRenderingContext2D, { names, target, lights }: StepPicture, { neurons, radii }: Layout, theme: Theme,
): void {
  const last = neurons.length - 1;
  const [output] = neurons[last];
  const edge = output.x + radii[last] + 5;
  const write = (runs: readonly Run[], size: number, lit: boolean, x: number, y: number): void =>
    drawText(ctx, runs, x, y, { size, colour: lit ? theme.ink : theme.muted, align: 'center', halo: true }, theme);
  /** Writes a name centred at x, or as far left of it as keeps the name within the edge. */
  const writeName = ({ runs, lit }: StepName, x: number, y: number): void =>
    write(runs, sizes.tick, lit, Math.min(x, edge - textWidth(ctx, runs, sizes.tick, theme) / 2), y);
  neurons[0].forEach(({ x, y }, i) => {
    write([{ variable: inputNames[i] }], sizes.label, lights[0][i] > 0, x, y - radii[0] - 11);
  });
  neurons.slice(1).forEach(([{ x, y }], k) => writeName(names[k], x, y - radii[k + 1] - (k + 1 === last ? 14 : 11)));
  writeName(target, output.x, Math.min(output.y + radii[last] + 16, stepHeight - 8));
}
