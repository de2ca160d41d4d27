import type { Network } from '../../core/index.js';
import type { FlowLayout, Point } from './network-layout.js';
import { dashes, lines } from '../../draw/style.js';
import type { Theme } from '../../draw/types.js';

/** One line of a flow: from a neuron or an input to where its value goes, and the value. */
export interface Flow {
  readonly from: Point;
  readonly to: Point;
  readonly value: number;
  /** Bent at both ends; otherwise straight. */
  readonly bent: boolean;
}

/** Below this share of the largest a flow is next to nothing. */
const NOTHING = 0.012;
/** Beyond so many lines between two layers they are straight. */
const MOST_BENT = 200;
/** Beyond so many, hairs are left out. */
const MOST_HAIRS = 2000;
/** Widths of lines that are drawn together, where there are many. */
const LEVELS = 8;

/** Every flow of a network after its last `forward`: input × weight before a box, a around a circle, a × weight after. */
export function flowsOf(network: Network, layout: FlowLayout): Flow[] {
  return layout.rows ? rowFlows(network, layout) : columnFlows(network, layout);
}

function rowFlows(network: Network, { neurons: [inputs, hidden, [output]], radii, cell, boxX, outputCellX, biasY, widest }: FlowLayout): Flow[] {
  const flows: Flow[] = [];
  const [p, a] = [network.layerOutputs(0), network.layerOutputs(1)];
  const outWeights = network.weightsOf(2, 0);
  const boxEnd = boxX + 3 * cell.width;
  hidden.forEach(({ x, y }, j) => {
    const weights = network.weightsOf(1, j);
    inputs.forEach((input, i) => flows.push({
      from: { x: input.x + radii[0], y: input.y }, to: { x: boxX, y: y + (i - 0.5) * 0.45 * cell.height }, value: p[i] * weights[i], bent: true,
    }));
    flows.push({ from: { x: boxEnd, y }, to: { x: x - radii[1], y }, value: a[j], bent: false });
    flows.push({ from: { x: x + radii[1], y }, to: { x: outputCellX, y }, value: a[j], bent: false });
  });
  const contributions = [...a].map((value, j) => value * outWeights[j]);
  contributions.push(network.biasOf(2, 0));
  const starts = [...hidden.map(({ y }) => y), biasY];
  const most = largest([...flows.map(({ value }) => value), ...contributions]);
  const heights = stack(contributions.map((value) => flowWidth(value, most, widest)), 1.7 * radii[2]);
  contributions.forEach((value, k) => {
    const dy = heights[k];
    flows.push({
      from: { x: outputCellX + cell.width, y: starts[k] },
      to: { x: output.x - Math.sqrt(Math.max(radii[2] ** 2 - dy ** 2, 0)), y: output.y + dy },
      value,
      bent: true,
    });
  });
  return flows;
}

/** Ends of these widths side by side in this order about 0, within `room`: so nothing crosses on the way in. */
function stack(widths: readonly number[], room: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, room / total);
  let at = -total / 2;
  return widths.map((width) => {
    at += width;
    return (at - width / 2) * scale;
  });
}

function columnFlows(network: Network, { neurons, radii, cell }: FlowLayout): Flow[] {
  const flows: Flow[] = [];
  for (let l = 1; l < neurons.length; l++) {
    const values = network.layerOutputs(l - 1);
    const bent = neurons[l].length * neurons[l - 1].length <= MOST_BENT;
    neurons[l].forEach(({ x, y }, j) => {
      const weights = network.weightsOf(l, j);
      const to = { x: x - radii[l] - (cell.height > 0 ? cell.width : 0), y };
      neurons[l - 1].forEach((start, i) => {
        flows.push({ from: { x: start.x + radii[l - 1], y: start.y }, to, value: values[i] * weights[i], bent });
      });
    });
  }
  return flows;
}

export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Width in CSS pixels of a flow beside the largest of its picture; a hairline for next to nothing. */
export function flowWidth(value: number, most: number, widest: number): number {
  return most > 0 ? Math.max(lines.link, (widest * Math.abs(value)) / most) : lines.link;
}

function trace(ctx: CanvasRenderingContext2D, { from, to, bent }: Flow): void {
  ctx.moveTo(from.x, from.y);
  const middle = (from.x + to.x) / 2;
  if (bent) ctx.bezierCurveTo(middle, from.y, middle, to.y, to.x, to.y);
  else ctx.lineTo(to.x, to.y);
}

/** Lines that are stroked together. */
interface Strand {
  readonly width: number;
  readonly colour: string;
  readonly dash: number[];
  readonly flows: Flow[];
}

/** Flows that look alike: each by itself, or where there are many, those of one sign and about one width. */
function strandsOf(flows: readonly Flow[], widest: number, theme: Theme): Strand[] {
  const most = largest(flows.map(({ value }) => value));
  const many = flows.length > MOST_BENT;
  const strands: Strand[] = [];
  const shared: (Strand | undefined)[] = []; // by level and sign
  for (const flow of flows) {
    const share = most > 0 ? Math.abs(flow.value) / most : 0;
    const nothing = share < NOTHING;
    if (nothing && flows.length > MOST_HAIRS) continue;
    const negative = flow.value < 0 && !nothing;
    const level = nothing ? 0 : Math.ceil(share * LEVELS);
    const key = 2 * level + +negative;
    let strand = nothing || many ? shared[key] : undefined;
    if (!strand) {
      strand = {
        width: nothing ? 0 : many ? Math.max(lines.link, (widest * level) / LEVELS) : flowWidth(flow.value, most, widest),
        colour: nothing ? theme.hair : negative ? theme.negative : theme.positive,
        dash: negative && theme.forced ? dashes.negative : [],
        flows: [],
      };
      strands.push(strand);
      if (nothing || many) shared[key] = strand;
    }
    strand.flows.push(flow);
  }
  return strands.sort((a, b) => a.width - b.width);
}

/**
 * Strokes every flow, the thick ones last, in the colour of its sign; next to nothing in `hair`. Where
 * there are thousands, what is next to nothing is left out: it would be a grey ground, and slow.
 *
 * Leaves `ctx` as it found it.
 */
export function drawFlows(ctx: CanvasRenderingContext2D, flows: readonly Flow[], widest: number, theme: Theme): void {
  ctx.save();
  for (const { width, colour, dash, flows: some } of strandsOf(flows, widest, theme)) {
    ctx.beginPath();
    for (const flow of some) trace(ctx, flow);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width || lines.link;
    ctx.setLineDash(dash);
    ctx.stroke();
  }
  ctx.restore();
}
