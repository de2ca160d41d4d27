import type { ModelData } from '../../attrs/model.js';
import {
  checkModel, createRandom, createTarget, Network, Trainer, type ActivationName, type ModelState, type TargetName,
} from '../../core/index.js';
import { parameterCount, parametersProblem } from '../../model/model-options.js';
import type { Layers } from './attributes.js';

/** The output neuron behind the last layer of two. */
export interface OutputNeuron {
  /** Two weights, then the bias. */
  readonly weights: ArrayLike<number>;
  readonly activation: ActivationName;
  /** The only target that it has learned to divide; any target where undefined. */
  readonly learned?: TargetName;
}

/** Layers of two neurons, and the output behind them where it is known. */
export interface PairModel {
  readonly w: Layers;
  readonly b: Layers;
  readonly output?: OutputNeuron;
}

/** A pair model with the activation of its layers. */
interface ActivePairModel extends PairModel {
  readonly activation: ActivationName;
  readonly alpha: number;
}

const shapeText = '2 inputs, 1 to 4 layers of 2, and perhaps 1 output';

/** Returns weights and biases layer by layer in one row, as core lays them out. */
export function flattenLayers(w: Layers, b: Layers): number[] {
  return w.flatMap((weights, k) => [...weights.flat(), ...b[k].flat()]);
}

/** Returns the first `count` layers of parameters that are laid out as in core. */
export function unflattenLayers(parameters: ArrayLike<number>, count: number): { w: Layers; b: Layers } {
  const layer = (rows: (k: number) => number[][]): Layers => Object.freeze(Array.from({ length: count }, (_, k) =>
    Object.freeze(rows(6 * k).map((row) => Object.freeze(row)))));
  const numbers = (...indices: number[]): number[] => indices.map((index) => parameters[index]);
  return {
    w: layer((k) => [numbers(k, k + 1), numbers(k + 2, k + 3)]),
    b: layer((k) => [numbers(k + 4), numbers(k + 5)]),
  };
}

/** Returns two random layers: He weights, which keep the plane's size, and biases uniform in (−1, 1). */
export function randomLayers(seed: string): PairModel {
  const network = new Network({ layers: [2, 2, 2] });
  const random = createRandom(`weights ${seed}`);
  network.initialize(random);
  return unflattenLayers(network.parameters.map((value) => value || 2 * random() - 1), 2); // He leaves biases 0
}

/** Returns how many layers of two a network begins with behind its inputs, its output apart. */
export function countPairLayers(layers: readonly number[]): number {
  let count = 0;
  while (count + 2 < layers.length && layers[count + 1] === 2) count++;
  return count;
}

/** Returns a network's output neuron; undefined behind other layers, where no line divides the plane. */
export function outputNeuronOf({ layers, parameters, outputActivation }: Network): OutputNeuron | undefined {
  const count = layers.length - 2;
  if (countPairLayers(layers) < count) return undefined;
  return { weights: parameters.subarray(6 * count, 6 * count + 3), activation: outputActivation };
}

/** Returns the line a·x + b·y = c behind the last layer of two on which the output is 0.5. */
export function dividingLine({ weights, activation }: OutputNeuron): readonly [a: number, b: number, c: number] {
  const sum = activation === 'sigmoid' ? 0 : activation === 'tanh' ? Math.log(3) / 2 : 0.5; // whose activation is 0.5
  return [weights[0], weights[1], sum - weights[2]];
}

/** Returns the share of the target that a model and its output put on the right side, in [0, 1]. */
export function accuracyOf({ w, b, activation, alpha }: ActivePairModel, output: OutputNeuron, target: string): number {
  const layers = [...Array<number>(w.length + 1).fill(2), 1];
  const network = new Network({ layers, activation, outputActivation: output.activation, alpha });
  const parameters = [...flattenLayers(w, b), ...Array.from(output.weights)];
  return new Trainer({ network, target: createTarget(target), parameters }).score().accuracy;
}

/**
 * Reads the model that the attribute `parameters` gives, otherwise that of the child object. Returns a problem for the
 * console if it cannot be used, and neither if none is given.
 */
export function readModel(
  attribute: readonly number[] | null, child: ModelData, activation: ActivationName,
): { readonly model?: PairModel; readonly problem?: string } {
  const parameters = attribute ?? child.parameters;
  const { layers } = child;
  if (layers && !isPairShape(layers)) {
    return { problem: `layers [${layers.slice(0, 8).join(', ')}]: expected ${shapeText}` };
  }
  if (!parameters && !layers) return {};
  if (!parameters) return { problem: `layers [${layers!.join(', ')}] alone: expected parameters with them` };
  const { length } = parameters;
  const shape = layers ?? shapeFor(length);
  if (!shape) {
    return { problem: `${length} parameters: expected 6 for each of 1 to 4 layers of 2, and perhaps 3 for an output` };
  }
  if (length !== parameterCount(shape)) return { problem: parametersProblem(length, shape) };
  return { model: modelFrom(shape, parameters, activation) };
}

/** Returns the model of a state. Throws: RangeError with the reason if it cannot be shown. */
export function modelFromState(state: unknown): PairModel {
  checkModel(state, 'setState');
  const { layers, parameters, activation, outputActivation } = state;
  if (!isPairShape(layers)) {
    throw new RangeError(`setState: layers are [${layers.slice(0, 8).join()}], expected ${shapeText}`);
  }
  if (layers[layers.length - 1] === 2 && outputActivation !== activation) {
    throw new RangeError(
      `setState: outputActivation is ${outputActivation}, expected ${activation} where the last layer is of 2`);
  }
  return modelFrom(layers, parameters, outputActivation);
}

/** Returns the state of a model. */
export function stateOf({ w, b, output, activation, alpha }: ActivePairModel): ModelState {
  return {
    version: 1,
    layers: [...Array<number>(w.length + 1).fill(2), ...(output ? [1] : [])],
    activation,
    outputActivation: output?.activation ?? activation,
    alpha,
    parameters: [...flattenLayers(w, b), ...Array.from(output?.weights ?? [])],
  };
}

/** Returns whether all layers are of two, or all but an output of one. */
function isPairShape(layers: readonly number[]): boolean {
  const last = layers.length - 1;
  const count = layers[last] === 1 ? last - 1 : last;
  return count >= 1 && count <= 4 && layers.every((width, l) => width === 2 || (l === last && width === 1));
}

/** Returns the layers that have so many parameters; undefined where none have. */
function shapeFor(count: number): readonly number[] | undefined {
  const layers = [...Array<number>(Math.floor(count / 6) + 1).fill(2), ...(count % 6 === 3 ? [1] : [])];
  return count % 3 === 0 && isPairShape(layers) ? layers : undefined;
}

function modelFrom(layers: readonly number[], parameters: readonly number[], activation: ActivationName): PairModel {
  const hasOutput = layers[layers.length - 1] === 1;
  const count = layers.length - (hasOutput ? 2 : 1);
  const output = hasOutput ? { weights: parameters.slice(6 * count), activation } : undefined;
  return { ...unflattenLayers(parameters, count), ...(output && { output }) };
}
