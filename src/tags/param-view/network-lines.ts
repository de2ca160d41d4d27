import type { Network } from '../../core/index.js';
import type { FlowLayout, Point } from './network-layout.js';
import { drawCircle, drawHollowCircle, strokePath, type Stroke } from '../../draw/paths.js';
import { dashes, lines, sizes } from '../../draw/style.js';
import { drawText, textWidth } from '../../draw/text.js';
import type { Theme } from '../../draw/types.js';

/** One line of a flow: from a neuron or an input to where its value goes, and the value. */
export interface Flow {
  readonly from: Point;
  readonly to: Point;
  readonly value: number;
  /** Bent at both ends; otherwise straight. */
  readonly bent: boolean;
}

/** A flow below this share of the largest is drawn as a hairline. */
const MIN_SHARE = 0.012;
/** More lines than this between two layers are straight. */
const MAX_BENT = 200;
/** With more lines than this, hairlines are left out. */
const MAX_HAIRS = 2000;
/** Number of widths of lines that are drawn together, if there are many. */
const LEVELS = 8;

/**
 * Returns every flow of a network after its last `forward`: input × weight before a box, a around a circle,
 * a × weight after.
 */
export function flowsOf(network: Network, layout: FlowLayout): Flow[] {
  return layout.rows ? rowFlows(network, layout) : columnFlows(network, layout);
}

function rowFlows(network: Network, layout: FlowLayout): Flow[] {
  const { neurons: [inputs, hidden, [output]], radii, cell, boxX, outputCellX, biasY, widest } = layout;
  const [p, a] = [network.layerOutputs(0), network.layerOutputs(1)];
  const flows = hidden.flatMap(({ x, y }, j): Flow[] => [
    ...inputs.map((input, i) => ({
      from: { x: input.x + radii[0], y: input.y },
      to: { x: boxX, y: y + (i - 0.5) * 0.45 * cell.height },
      value: p[i] * network.weightsOf(1, j)[i],
      bent: true,
    })),
    { from: { x: boxX + 3 * cell.width, y }, to: { x: x - radii[1], y }, value: a[j], bent: false },
    { from: { x: x + radii[1], y }, to: { x: outputCellX, y }, value: a[j], bent: false },
  ]);
  const outWeights = network.weightsOf(2, 0);
  const contributions = [...Array.from(a, (value, j) => value * outWeights[j]), network.biasOf(2, 0)];
  const starts = [...hidden.map(({ y }) => y), biasY];
  const most = largest([...flows.map(({ value }) => value), ...contributions]);
  const heights = stack(contributions.map((value) => flowWidth(value, most, widest)), 1.7 * radii[2]);
  return [...flows, ...contributions.map((value, k) => ({
    from: { x: outputCellX + cell.width, y: starts[k] },
    to: { x: output.x - Math.sqrt(Math.max(radii[2] ** 2 - heights[k] ** 2, 0)), y: output.y + heights[k] },
    value,
    bent: true,
  }))];
}

/** Returns the middles of these widths side by side about 0, within `room`, so that nothing crosses on the way in. */
function stack(widths: readonly number[], room: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  let at = -total / 2;
  return widths.map((width) => {
    at += width;
    return (at - width / 2) * Math.min(1, room / total);
  });
}

function columnFlows(network: Network, { neurons, radii, cell }: FlowLayout): Flow[] {
  return neurons.slice(1).flatMap((column, before) => {
    const l = before + 1;
    const values = network.layerOutputs(before);
    const bent = column.length * neurons[before].length <= MAX_BENT;
    return column.flatMap(({ x, y }, j) => {
      const weights = network.weightsOf(l, j);
      const to = { x: x - radii[l] - (cell.height > 0 ? cell.width : 0), y };
      return neurons[before].map((start, i) =>
        ({ from: { x: start.x + radii[before], y: start.y }, to, value: values[i] * weights[i], bent }));
    });
  });
}

/** Returns the largest absolute value; 0 for no values. */
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Returns the width in CSS pixels of a flow beside the largest of its picture, at least a hairline. */
function flowWidth(value: number, most: number, widest: number): number {
  return most > 0 ? Math.max(lines.link, (widest * Math.abs(value)) / most) : lines.link;
}

/** Lines that are stroked together. */
interface Strand extends Stroke { readonly flows: Flow[] }

/** Groups flows that look alike: each alone or, if there are many, those of one sign and about one width. */
function strandsOf(flows: readonly Flow[], widest: number, theme: Theme): Strand[] {
  const most = largest(flows.map(({ value }) => value));
  const many = flows.length > MAX_BENT;
  const hairs: Strand = { width: lines.link, colour: theme.hair, flows: [] };
  const strands = new Map<Flow | number, Strand>(); // by flow, or by level and sign
  for (const flow of flows) {
    const share = most > 0 ? Math.abs(flow.value) / most : 0;
    if (share < MIN_SHARE) {
      hairs.flows.push(flow);
      continue;
    }
    const negative = flow.value < 0;
    const level = Math.ceil(share * LEVELS);
    const key = many ? 2 * level + Number(negative) : flow;
    const strand = strands.get(key) ?? {
      width: many ? Math.max(lines.link, (widest * level) / LEVELS) : flowWidth(flow.value, most, widest),
      colour: negative ? theme.negative : theme.positive,
      dash: negative && theme.forced ? dashes.negative : [],
      flows: [],
    };
    strand.flows.push(flow);
    strands.set(key, strand);
  }
  const thick = [...strands.values()].sort((a, b) => a.width - b.width);
  return hairs.flows.length === 0 || flows.length > MAX_HAIRS ? thick : [hairs, ...thick];
}

/**
 * Strokes every flow, the thick ones last, in the colour of its sign, or as a hairline if it is nearly 0.
 * With thousands of flows the hairlines are left out: they would be a grey ground, and slow.
 *
 * Leaves `ctx` as it found it.
 */
export function drawFlows(ctx: CanvasRenderingContext2D, flows: readonly Flow[], widest: number, theme: Theme): void {
  for (const strand of strandsOf(flows, widest, theme)) {
    strokePath(ctx, strand, () => {
      for (const { from, to, bent } of strand.flows) {
        const middle = (from.x + to.x) / 2;
        ctx.moveTo(from.x, from.y);
        if (bent) ctx.bezierCurveTo(middle, from.y, middle, to.y, to.x, to.y);
        else ctx.lineTo(to.x, to.y);
      }
    });
  }
}

/** Draws the circle of a neuron, its line within the radius; a tiny one is filled in ink if it is `strong`. */
export function drawNeuron(
  ctx: CanvasRenderingContext2D, { x, y }: Point, radius: number, ring: Stroke, strong: boolean, theme: Theme,
): void {
  const width = Math.min(ring.width, radius);
  const middle = Math.max(radius - width / 2, 0.5);
  if (radius < 4 && strong) drawCircle(ctx, x, y, middle, theme.ink, { ...ring, width });
  else drawHollowCircle(ctx, x, y, middle, { ...ring, width });
}

/** Returns the size at which a number fits into `room`, at least the smallest that can be read. */
export function fittingSize(
  ctx: CanvasRenderingContext2D, text: string, size: number, room: number, theme: Theme,
): number {
  return Math.max(sizes.smallest, Math.min(size, (size * room) / textWidth(ctx, [text], size, theme)));
}

/** Writes a number in the middle of a circle that leaves it `room`. */
export function writeInCircle(
  ctx: CanvasRenderingContext2D, text: string, { x, y }: Point, fontSize: number, room: number, colour: string,
  theme: Theme,
): void {
  const size = fittingSize(ctx, text, fontSize, room, theme);
  drawText(ctx, [text], x, y, { size, colour, align: 'center' }, theme);
}
