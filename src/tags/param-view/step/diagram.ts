import { drawFlows, type Flow } from '../network-lines.js';
import type { Point } from '../network-layout.js';
import { stepHeight, type StepLayout } from './diagram-layout.js';
import { lines, sizes } from '../../../draw/style.js';
import { drawText, textWidth } from '../../../draw/text.js';
import type { Theme } from '../../../draw/types.js';

/** How strongly something shows: at rest, computed in this phase, or the worked example and what is pointed at. */
export type Light = 0 | 1 | 2;

/** Lines into one layer that are lit. */
export interface StepLinks {
  readonly layer: number;
  /** What they carry, [neuron × neuron before]: as wide and in the colour of its sign. Without, they are ink. */
  readonly values?: ArrayLike<number>;
  /** Those into this neuron alone are stronger. */
  readonly neuron?: number;
  /** And this one of them. */
  readonly from?: number;
}

/** A name over a layer. */
export interface StepName { readonly text: string; readonly lit: boolean }

/** One phase of a step, its numbers written already. */
export interface StepPicture {
  /** [layer][neuron], inputs first; empty where nothing is computed yet. */
  readonly texts: readonly (readonly string[])[];
  readonly lights: readonly (readonly Light[])[];
  readonly links: readonly StepLinks[];
  /** Over each layer but the inputs; empty for none. */
  readonly names: readonly StepName[];
  /** Under the output. */
  readonly target: StepName;
  /** The output has a second ring: what follows is about it. */
  readonly ringed: boolean;
}

/** Beyond so many, even strong lines are thin. */
const MOST_STRONG = 24;
/** Beyond so many, lines at rest between two layers are left out: they would be a grey ground. */
const MOST_HAIRS = 2000;
const inputNames = ['x', 'y'];

/**
 * Draws a network with what one phase of a step computes in ink, and all else in hairlines and muted
 * numbers, each in the same place in every phase.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawStep(ctx: CanvasRenderingContext2D, picture: StepPicture, layout: StepLayout, theme: Theme): void {
  ctx.save();
  drawHairs(ctx, layout, picture.links, theme);
  for (const links of picture.links) drawLinks(ctx, links, layout, theme);
  layout.neurons.forEach((column, l) => column.forEach((at, j) => drawNeuron(ctx, picture, layout, l, j, at, theme)));
  drawNames(ctx, picture, layout, theme);
  ctx.restore();
}

function ends({ neurons, radii }: StepLayout, l: number, j: number, i: number): { from: Point; to: Point } {
  const [from, to] = [neurons[l - 1][i], neurons[l][j]];
  return { from: { x: from.x + radii[l - 1], y: from.y }, to: { x: to.x - radii[l], y: to.y } };
}

function trace(ctx: CanvasRenderingContext2D, layout: StepLayout, l: number, j: number, i: number): void {
  const { from, to } = ends(layout, l, j, i);
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
}

function drawHairs(ctx: CanvasRenderingContext2D, layout: StepLayout, links: readonly StepLinks[], theme: Theme): void {
  const { neurons } = layout;
  ctx.strokeStyle = theme.hair;
  ctx.lineWidth = lines.link;
  ctx.beginPath();
  for (let l = 1; l < neurons.length; l++) {
    const covered = links.some(({ layer, values }) => layer === l && (!values || values.length > 0));
    if (covered || neurons[l].length * neurons[l - 1].length > MOST_HAIRS) continue;
    neurons[l].forEach((_, j) => neurons[l - 1].forEach((__, i) => trace(ctx, layout, l, j, i)));
  }
  ctx.stroke();
}

function drawLinks(ctx: CanvasRenderingContext2D, { layer: l, values, neuron, from }: StepLinks, layout: StepLayout, theme: Theme): void {
  const [count, inputs] = [layout.neurons[l].length, layout.neurons[l - 1].length];
  if (values) {
    const flows: Flow[] = Array.from(values, (value, k) => ({ ...ends(layout, l, Math.floor(k / inputs), k % inputs), value, bent: false }));
    drawFlows(ctx, flows, layout.widest, theme);
  } else if (count * inputs <= MOST_HAIRS) {
    ctx.beginPath();
    for (let j = 0; j < count; j++) for (let i = 0; i < inputs; i++) trace(ctx, layout, l, j, i);
    ctx.strokeStyle = theme.muted;
    ctx.lineWidth = lines.link;
    ctx.stroke();
  }
  if (neuron === undefined) return;
  ctx.beginPath();
  for (let i = 0; i < inputs; i++) if (from === undefined || from === i) trace(ctx, layout, l, neuron, i);
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = from === undefined && inputs > MOST_STRONG ? lines.link : lines.lit;
  ctx.stroke();
}

function drawNeuron(
  ctx: CanvasRenderingContext2D, { texts, lights, ringed }: StepPicture, { neurons, radii, numbered, fontSize }: StepLayout,
  l: number, j: number, at: Point, theme: Theme,
): void {
  const light = lights[l][j];
  const radius = radii[l];
  const width = Math.min(light === 2 ? lines.probe : light === 1 ? lines.lit : lines.idleRing, radius);
  ctx.beginPath();
  ctx.arc(at.x, at.y, Math.max(radius - width / 2, 0.5), 0, 2 * Math.PI);
  ctx.fillStyle = radius < 4 && light > 0 ? theme.ink : theme.paper;
  ctx.fill();
  ctx.strokeStyle = light > 0 ? theme.ink : theme.forced ? theme.muted : theme.hair;
  ctx.lineWidth = width;
  ctx.stroke();
  if (ringed && l === neurons.length - 1) {
    ctx.beginPath();
    ctx.arc(at.x, at.y, radius + 4, 0, 2 * Math.PI);
    ctx.strokeStyle = theme.ink;
    ctx.lineWidth = lines.lit;
    ctx.stroke();
  }
  const text = texts[l][j];
  if (!numbered[l] || text === '') return;
  const room = 2 * (radius - lines.lit) - 1;
  const size = Math.max(sizes.smallest, Math.min(fontSize, (fontSize * room) / textWidth(ctx, [text], fontSize, theme)));
  drawText(ctx, [text], at.x, at.y, { size, colour: light > 0 ? theme.ink : theme.muted, align: 'center' }, theme);
}

function drawNames(ctx: CanvasRenderingContext2D, { names, target, lights }: StepPicture, { neurons, radii }: StepLayout, theme: Theme): void {
  const last = neurons.length - 1;
  const colour = (lit: boolean): string => (lit ? theme.ink : theme.muted);
  neurons[0].forEach(({ x, y }, i) => {
    drawText(ctx, [{ variable: inputNames[i] }], x, y - radii[0] - 11, { size: 13, colour: colour(lights[0][i] > 0), align: 'center', halo: theme.paper }, theme);
  });
  names.forEach(({ text, lit }, k) => {
    const l = k + 1;
    const [{ x, y }] = neurons[l];
    const above = y - radii[l] - (l === last ? 14 : 11);
    const half = textWidth(ctx, [text], sizes.tick, theme) / 2;
    const right = neurons[last][0].x + radii[last] + 5;
    drawText(ctx, [text], Math.min(x, right - half), above, { size: sizes.tick, colour: colour(lit), align: 'center', halo: theme.paper }, theme);
  });
  const { x, y } = neurons[last][0];
  const half = textWidth(ctx, [target.text], sizes.tick, theme) / 2;
  drawText(ctx, [target.text], Math.min(x, x + radii[last] + 5 - half), Math.min(y + radii[last] + 16, stepHeight - 8), {
    size: sizes.tick, colour: colour(target.lit), align: 'center', halo: theme.paper,
  }, theme);
}
