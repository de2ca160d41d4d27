import type { Network } from '../../../core/index.js';
import { addLine, fillPath, strokePath } from '../../../draw/paths.js';
import { crisp, lines, radii as corners, sizes } from '../../../draw/style.js';
import { drawText, textWidth, type Run } from '../../../draw/text.js';
import type { Theme } from '../../../draw/types.js';
import { inputNames, type FlowLayout } from '../network-layout.js';
import { drawFlows, drawNeuron, fittingSize, flowsOf, writeInCircle } from '../network-lines.js';

/** The numbers and words of a flow picture, which may change less often than its lines. */
export interface FlowTexts {
  /** [layer][neuron], inputs first. */
  readonly outputs: readonly (readonly string[])[];
  /** In the order of the network's parameters. */
  readonly parameters: readonly string[];
  /** Under each input: whether it is fixed or free. */
  readonly roles: readonly string[];
  /** Over the output. */
  readonly prediction: string;
}

export interface FlowPicture {
  /** After `forward` of the inputs shown. */
  readonly network: Network;
  readonly layout: FlowLayout;
  readonly texts: FlowTexts;
  /** Whether each input can be moved. */
  readonly free: readonly boolean[];
}

/** Whether a neuron passes something on: z > 0. */
export function isActive(network: Network, l: number, j: number): boolean {
  const name = l === network.layers.length - 1 ? network.outputActivation : network.activation;
  return network.layerOutputs(l)[j] > (name === 'sigmoid' ? 0.5 : 0); // each f keeps the sign of z, but for σ(0) = ½
}

/**
 * Draws the signals that flow through a network: lines as wide as the values they carry, circles with the output
 * of each neuron, boxes with the parameters.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawFlow(ctx: CanvasRenderingContext2D, picture: FlowPicture, density: number, theme: Theme): void {
  const { network, layout, texts } = picture;
  drawFlows(ctx, flowsOf(network, layout), layout.widest, theme);
  if (layout.rows) drawBoxes(ctx, picture, density, theme);
  else drawTicks(ctx, layout, theme);
  layout.neurons.forEach((column, l) => column.forEach((at, j) => {
    const active = l === 0 || l === network.layers.length - 1 || isActive(network, l, j);
    const width = l === 0 && picture.free[j] ? lines.probe : active ? lines.activeRing : lines.idleRing;
    const colour = active ? theme.ink : theme.muted;
    drawNeuron(ctx, at, layout.radii[l], { colour, width }, active, theme);
    if (!layout.numbered[l]) return;
    writeInCircle(ctx, texts.outputs[l][j], at, layout.fontSize, 2 * (layout.radii[l] - width) - 1, colour, theme);
  }));
  drawNames(ctx, picture, theme);
}

/** Draws a row of cells on yellow with a number in each. */
function drawCells(
  ctx: CanvasRenderingContext2D, numbers: readonly string[], x: number, y: number, { cell, fontSize }: FlowLayout,
  density: number, theme: Theme,
): void {
  const top = Math.round((y - cell.height / 2) * density) / density;
  const left = Math.round(x * density) / density;
  const line = crisp(lines.idleRing, density);
  const frame = (): void => ctx.roundRect(
    left + line / 2, top + line / 2, numbers.length * cell.width - line, cell.height - line, corners.cell,
  );
  fillPath(ctx, theme.parameterFill, frame);
  strokePath(ctx, { colour: theme.parameterEdge, width: line }, frame);
  strokePath(ctx, { colour: theme.parameterEdge, width: crisp(lines.divider, density) }, () => {
    for (let k = 1; k < numbers.length; k++) {
      const at = Math.round((left + k * cell.width) * density) / density;
      addLine(ctx, at, top, at, top + cell.height);
    }
  });
  numbers.forEach((text, k) => {
    const size = fittingSize(ctx, text, fontSize, cell.width - 3, theme);
    const pad = Math.min(6, (cell.width - textWidth(ctx, [text], size, theme)) / 2);
    const right = left + (k + 1) * cell.width - pad;
    drawText(ctx, [text], right, y, { size, colour: theme.parameterInk, align: 'right' }, theme);
  });
}

function drawBoxes(ctx: CanvasRenderingContext2D, { layout, texts }: FlowPicture, density: number, theme: Theme): void {
  const { neurons: [, hidden], boxX, outputCellX, biasY } = layout;
  const n = hidden.length;
  const p = texts.parameters;
  const draw = (numbers: readonly string[], x: number, y: number): void =>
    drawCells(ctx, numbers, x, y, layout, density, theme);
  hidden.forEach(({ y }, j) => {
    draw([p[2 * j], p[2 * j + 1], p[2 * n + j]], boxX, y);
    draw([p[3 * n + j]], outputCellX, y);
  });
  draw([p[p.length - 1]], outputCellX, biasY);
}

/** Draws one mark for each neuron, if cells with numbers find no room. */
function drawTicks(ctx: CanvasRenderingContext2D, { neurons, radii, cell }: FlowLayout, theme: Theme): void {
  if (cell.height === 0) return;
  const trace = (): void => neurons.slice(1).forEach((column, l) => column.forEach(({ x, y }) => {
    ctx.rect(x - radii[l + 1] - cell.width, y - cell.height / 2, cell.width, cell.height);
  }));
  fillPath(ctx, theme.parameterFill, trace);
  strokePath(ctx, { colour: theme.parameterEdge, width: lines.link }, trace);
}

function drawNames(ctx: CanvasRenderingContext2D, { layout, texts }: FlowPicture, theme: Theme): void {
  const { neurons: [inputs, ...layers], radii, cell, boxX, outputCellX, biasY } = layout;
  const name = (run: Run, x: number, y: number, align: 'center' | 'right' = 'center'): void =>
    drawText(ctx, [run], x, y, { size: sizes.name, colour: theme.ink, align, halo: true }, theme);
  /** Writes a muted word centred at x, moved just so far that it stays between `left` and `right`. */
  const word = (text: string, x: number, y: number, left: number, right: number): void => {
    const half = textWidth(ctx, [text], sizes.tick, theme) / 2;
    const at = Math.min(Math.max(x, left + half), right - half);
    drawText(ctx, [text], at, y, { size: sizes.tick, colour: theme.muted, align: 'center', halo: true }, theme);
  };
  inputs.forEach(({ x, y }, i) => {
    name({ variable: inputNames[i] }, x, y - radii[0] - 11);
    word(texts.roles[i], x, y + radii[0] + 11, x - radii[0] - 1, Infinity);
  });
  const [output] = layers[layers.length - 1];
  const radius = radii[radii.length - 1];
  word(texts.prediction, output.x, output.y - radius - 12, 0, output.x + radius + 1);
  if (!layout.rows) {
    layers.slice(0, -1).forEach(([{ x }], l) => name({ variable: 'h', index: String(l + 1) }, x, 14));
    return;
  }
  [{ variable: 'w', index: 'x' }, { variable: 'w', index: 'y' }, { variable: 'b' }]
    .forEach((run, k) => name(run, boxX + (k + 0.5) * cell.width, 14));
  name({ variable: 'h' }, layers[0][0].x, 14);
  name({ variable: 'w', index: '2' }, outputCellX + cell.width / 2, 14);
  name({ variable: 'b', index: '2' }, outputCellX - 5, biasY, 'right');
}
