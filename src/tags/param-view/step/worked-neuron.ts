import { indexOfLargest } from '../../../attrs/number.js';
import type { Dissection } from '../../../core/index.js';
import type { StepNames } from './names.js';
import type { Phase } from './phases.js';

/** A row of a phase's table, and a column of it, which the formulas work out. */
export interface Example { readonly row?: number; readonly column?: number }

/** Returns the layer whose neurons are the rows of a phase's table; -1 if it has no table. */
export function layerOfRows({ kind, layer }: Phase, { layers }: StepNames): number {
  const last = layers.length - 1;
  if (kind === 'forward' || kind === 'nudge') return Math.min(layer, last - 1);
  return kind === 'responsibility' && layer < last ? layer : -1;
}

/**
 * Returns the neuron of hidden layer l that is the worked example unless the reader chose another: the one of the
 * largest responsibility, or of the largest output if nothing is passed back.
 */
export function workedNeuron({ dZ, a }: Dissection, l: number): number {
  const largest = indexOfLargest(dZ[l]);
  return dZ[l][largest] === 0 ? indexOfLargest(a[l]) : largest;
}

/** Keeps the neurons and columns that the reader chose, one of each layer, through phases and steps. */
export class ChosenNeurons {
  private readonly _ofLayers = new Map<number, Example>();
  private _isOutputBias = false;

  /** Returns what was chosen for the rows of a phase. */
  in(phase: Phase, names: StepNames): Example {
    const layer = layerOfRows(phase, names);
    const found = this._ofLayers.get(layer) ?? {};
    return this._isOutputBias && isOutputNudge(phase, names) ? { ...found, row: names.layers[layer] } : found;
  }

  /** Chooses a row of a phase's table, or a column. The output's bias, which is no neuron, is shown in one phase. */
  choose(example: Example, phase: Phase, names: StepNames): void {
    const layer = layerOfRows(phase, names);
    if (layer < 0) return;
    this._isOutputBias = isOutputNudge(phase, names) && example.row === names.layers[layer];
    if (!this._isOutputBias) this._ofLayers.set(layer, { ...this._ofLayers.get(layer), ...example });
  }

  forget(): void {
    this._ofLayers.clear();
    this._isOutputBias = false;
  }
}

function isOutputNudge({ kind, layer }: Phase, { layers }: StepNames): boolean {
  return kind === 'nudge' && layer === layers.length - 1;
}
