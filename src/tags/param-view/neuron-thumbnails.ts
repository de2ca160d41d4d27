import type { Network } from '../../core/index.js';
import { cellCentres } from '../../core/places.js';
import { addCircle } from '../../draw/paths.js';
import type { Theme } from '../../draw/types.js';
import type { Point } from './network-layout.js';

/** Cells a side of a thumbnail. */
const CELLS = 12;
const COUNT = CELLS * CELLS;

/** The outputs of every neuron of a network over the plane, small enough to stand in the neurons' circles. */
export class NeuronThumbnails {
  private readonly _centres = cellCentres(CELLS);
  private readonly _point = [0, 0];
  private _network: Network | undefined;
  private _outputs: readonly Float64Array[] = []; // of each layer at the last `forward`, inputs first
  private _values: readonly Float64Array[] = []; // [neurons × cells] of each layer

  /** Takes in the outputs of a network as it is now. Overwrites its last `forward`. */
  update(network: Network): void {
    if (network !== this._network) {
      this._network = network;
      this._outputs = network.layers.map((_, l) => network.layerOutputs(l));
      this._values = network.layers.map((count) => new Float64Array(count * COUNT));
    }
    const { _centres: centres, _point: point, _outputs: outputs, _values: values } = this;
    for (let cell = 0; cell < COUNT; cell++) {
      point[0] = centres[2 * cell];
      point[1] = centres[2 * cell + 1];
      network.forward(point);
      for (let l = 1; l < outputs.length; l++) {
        for (let j = 0; j < outputs[l].length; j++) values[l][j * COUNT + cell] = outputs[l][j];
      }
    }
  }

  /**
   * Fills a circle with the output of neuron j of layer l: the stronger the farther from 0, beside the largest of this
   * neuron, in the colour of its sign. Leaves `ctx` as it found it.
   */
  draw(ctx: CanvasRenderingContext2D, l: number, j: number, { x, y }: Point, radius: number, theme: Theme): void {
    const values = this._values[l];
    const first = j * COUNT;
    let most = 0;
    for (let cell = 0; cell < COUNT; cell++) most = Math.max(most, Math.abs(values[first + cell]));
    if (most === 0) return;
    const side = (2 * radius) / CELLS;
    ctx.save();
    ctx.beginPath();
    addCircle(ctx, x, y, radius);
    ctx.clip();
    const { globalAlpha } = ctx;
    for (let cell = 0; cell < COUNT; cell++) {
      const value = values[first + cell];
      ctx.globalAlpha = (globalAlpha * Math.abs(value)) / most;
      ctx.fillStyle = value < 0 ? theme.negative : theme.positive;
      ctx.fillRect(x - radius + (cell % CELLS) * side, y - radius + Math.floor(cell / CELLS) * side, side, side);
    }
    ctx.restore();
  }
}
