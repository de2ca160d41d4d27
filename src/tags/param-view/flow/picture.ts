import type { Network } from '../../../core/index.js';
import { drawFlows, flowsOf } from '../network-lines.js';
import type { FlowLayout } from '../network-layout.js';
import { crisp, lines, radii as corners, sizes } from '../../../draw/style.js';
import { drawText, textWidth, type Run } from '../../../draw/text.js';
import type { Theme } from '../../../draw/types.js';

/** The numbers and words of a flow picture, written already: they may change less often than its lines. */
export interface FlowTexts {
  /** [layer][neuron], inputs first. */
  readonly outputs: readonly (readonly string[])[];
  /** As the network's parameters lie. */
  readonly parameters: readonly string[];
  /** Under each input: whether it is fixed or free. */
  readonly roles: readonly string[];
  /** Over the output: in full, and where there is no room. */
  readonly prediction: readonly [long: string, short: string];
}

export interface FlowPicture {
  /** After `forward` of the inputs shown. */
  readonly network: Network;
  readonly layout: FlowLayout;
  readonly texts: FlowTexts;
  /** Whether each input can be moved. */
  readonly free: readonly boolean[];
}

const inputNames = ['x', 'y'];

/** Whether a neuron passes something on: z > 0. */
export function isActive(network: Network, l: number, j: number): boolean {
  const name = l === network.layers.length - 1 ? network.outputActivation : network.activation;
  return network.layerOutputs(l)[j] > (name === 'sigmoid' ? 0.5 : 0); // each f keeps the sign of z, but for σ(0) = ½
}

/**
 * Draws what flows through a network: lines as wide as the values they carry, circles with what comes
 * out of each neuron, boxes with the parameters.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawFlow(ctx: CanvasRenderingContext2D, picture: FlowPicture, density: number, theme: Theme): void {
  const { network, layout, texts } = picture;
  ctx.save();
  drawFlows(ctx, flowsOf(network, layout), layout.widest, theme);
  if (layout.rows) drawBoxes(ctx, picture, density, theme);
  else drawTicks(ctx, layout, theme);
  layout.neurons.forEach((column, l) => column.forEach((at, j) => {
    const free = l === 0 && picture.free[j];
    const active = l === 0 || l === network.layers.length - 1 || isActive(network, l, j);
    const width = free ? lines.probe : active ? lines.activeRing : lines.idleRing;
    const colour = active ? theme.ink : theme.muted;
    ctx.beginPath();
    ctx.arc(at.x, at.y, Math.max(layout.radii[l] - width / 2, 0.5), 0, 2 * Math.PI);
    ctx.fillStyle = layout.radii[l] < 4 && active ? theme.ink : theme.paper;
    ctx.fill();
    ctx.strokeStyle = colour;
    ctx.lineWidth = Math.min(width, layout.radii[l]);
    ctx.stroke();
    if (!layout.numbered[l]) return;
    const size = fontFor(ctx, texts.outputs[l][j], layout.fontSize, 2 * (layout.radii[l] - width) - 1, theme);
    drawText(ctx, [texts.outputs[l][j]], at.x, at.y, { size, colour, align: 'center' }, theme);
  }));
  drawNames(ctx, picture, theme);
  ctx.restore();
}

/** The size at which a number fits into `room`, where one that can be read does. */
function fontFor(ctx: CanvasRenderingContext2D, text: string, size: number, room: number, theme: Theme): number {
  return Math.max(sizes.smallest, Math.min(size, (size * room) / textWidth(ctx, [text], size, theme)));
}

/** A row of cells on yellow with a number in each. */
function drawCells(
  ctx: CanvasRenderingContext2D, numbers: readonly string[], x: number, y: number, { cell, fontSize }: FlowLayout, density: number, theme: Theme,
): void {
  const top = Math.round((y - cell.height / 2) * density) / density;
  const left = Math.round(x * density) / density;
  const line = crisp(lines.idleRing, density);
  ctx.beginPath();
  ctx.roundRect(left + line / 2, top + line / 2, numbers.length * cell.width - line, cell.height - line, corners.cell);
  ctx.fillStyle = theme.parameterFill;
  ctx.fill();
  ctx.strokeStyle = theme.parameterEdge;
  ctx.lineWidth = line;
  ctx.stroke();
  ctx.lineWidth = crisp(lines.divider, density);
  ctx.beginPath();
  for (let k = 1; k < numbers.length; k++) {
    const at = Math.round((left + k * cell.width) * density) / density;
    ctx.moveTo(at, top);
    ctx.lineTo(at, top + cell.height);
  }
  ctx.stroke();
  numbers.forEach((text, k) => {
    const size = fontFor(ctx, text, fontSize, cell.width - 3, theme);
    const pad = Math.min(6, (cell.width - textWidth(ctx, [text], size, theme)) / 2);
    drawText(ctx, [text], left + (k + 1) * cell.width - pad, y, { size, colour: theme.parameterInk, align: 'right' }, theme);
  });
}

function drawBoxes(ctx: CanvasRenderingContext2D, { network, layout, texts }: FlowPicture, density: number, theme: Theme): void {
  const [, hidden] = layout.neurons;
  const n = hidden.length;
  const p = texts.parameters;
  hidden.forEach(({ y }, j) => {
    drawCells(ctx, [p[2 * j], p[2 * j + 1], p[2 * n + j]], layout.boxX, y, layout, density, theme);
    drawCells(ctx, [p[3 * n + j]], layout.outputCellX, y, layout, density, theme);
  });
  drawCells(ctx, [p[network.parameters.length - 1]], layout.outputCellX, layout.biasY, layout, density, theme);
}

/** One mark a neuron, where cells with numbers find no room. */
function drawTicks(ctx: CanvasRenderingContext2D, { neurons, radii, cell }: FlowLayout, theme: Theme): void {
  if (cell.height === 0) return;
  ctx.fillStyle = theme.parameterFill;
  ctx.strokeStyle = theme.parameterEdge;
  ctx.lineWidth = lines.link;
  ctx.beginPath();
  neurons.slice(1).forEach((column, l) => column.forEach(({ x, y }) => {
    ctx.rect(x - radii[l + 1] - cell.width, y - cell.height / 2, cell.width, cell.height);
  }));
  ctx.fill();
  ctx.stroke();
}

function drawNames(ctx: CanvasRenderingContext2D, { layout, texts }: FlowPicture, theme: Theme): void {
  const { neurons: [inputs, ...layers], radii, cell, boxX, outputCellX } = layout;
  const name = (runs: readonly Run[], x: number, y: number, align: 'center' | 'right' | 'left' = 'center', colour = theme.ink): void =>
    void drawText(ctx, runs, x, y, { size: sizes.name, colour, align, halo: theme.paper }, theme);
  inputs.forEach(({ x, y }, i) => {
    name([{ variable: inputNames[i] }], x, y - radii[0] - 11);
    fit(ctx, texts.roles[i], x, y + radii[0] + 11, x - radii[0] - 1, Infinity, theme);
  });
  const [output] = layers[layers.length - 1];
  const top = output.y - radii[radii.length - 1] - 12;
  const [long, short] = texts.prediction;
  const right = output.x + radii[radii.length - 1] + 1;
  // Where lines come in from above, the short word stays clear of them.
  fit(ctx, textWidth(ctx, [long], sizes.tick, theme) > 3 * radii[radii.length - 1] ? short : long, output.x, top, 0, right, theme);
  if (layout.rows) {
    [{ variable: 'w', index: 'x' }, { variable: 'w', index: 'y' }, { variable: 'b' }].forEach((run, k) => name([run], boxX + (k + 0.5) * cell.width, 14));
    name([{ variable: 'h' }], layers[0][0].x, 14);
    name([{ variable: 'w', index: '2' }], outputCellX + cell.width / 2, 14);
    name([{ variable: 'b', index: '2' }], outputCellX - 5, layout.biasY, 'right');
  } else {
    layers.slice(0, -1).forEach((column, l) => name([{ variable: 'h', index: String(l + 1) }], column[0].x, 14));
  }
}

/** A muted word centred at x, moved just so far that it stays between `left` and `right`. */
function fit(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, left: number, right: number, theme: Theme): void {
  const half = textWidth(ctx, [text], sizes.tick, theme) / 2;
  const at = Math.min(Math.max(x, left + half), right - half);
  drawText(ctx, [text], at, y, { size: sizes.tick, colour: theme.muted, align: 'center', halo: theme.paper }, theme);
}
