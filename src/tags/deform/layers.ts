import type { ModelData } from '../../attrs/model.js';
import { checkModel, type ActivationName, type ModelState, type Network, type TargetName } from '../../core/index.js';
import { defaultAlpha, defaultB, defaultOutput, defaultW } from './deform-defaults.js';
import { flat, layersOf, randomLayers, type Layers } from './deformation.js';
import { parameterCount } from '../../model/model-options.js';

/** What divides the plane behind its last layer: two weights and a bias, of a neuron with this activation. */
export interface PlaneOutput {
  readonly weights: ArrayLike<number>;
  readonly activation: ActivationName;
  /** What it learned to divide, where it divides nothing else. */
  readonly learned?: TargetName;
}

/** Layers of two neurons, and an output behind them if one is known. */
export interface PlaneModel {
  readonly w: Layers;
  readonly b: Layers;
  readonly output?: PlaneOutput;
}

const noBiases = Object.freeze([Object.freeze([0]), Object.freeze([0])]);

/** Where the page says nothing. */
const defaultPlane: PlaneModel = { w: defaultW, b: defaultB, output: { weights: defaultOutput, activation: 'leaky-relu', learned: 'xor' } };

/** How many layers of two stand behind the inputs, before anything else or the output. */
export function leadingPairs(layers: readonly number[]): number {
  let count = 0;
  while (count + 2 < layers.length && layers[count + 1] === 2) count++;
  return count;
}

/** The output of a network whose hidden layers are all of two: behind others nothing straight divides the plane. */
export function outputOf({ layers, parameters, outputActivation }: Network): PlaneOutput | undefined {
  const count = layers.length - 2;
  if (leadingPairs(layers) < count) return undefined;
  return { weights: parameters.subarray(6 * count, 6 * count + 3), activation: outputActivation };
}

/** a·x + b·y = c, where an output is 0.5. */
export function dividingLine({ weights, activation }: PlaneOutput): readonly [a: number, b: number, c: number] {
  const sum = activation === 'sigmoid' ? 0 : activation === 'tanh' ? Math.log(3) / 2 : 0.5; // at which it is
  return [weights[0], weights[1], sum - weights[2]];
}

/** Layers of two, with or without an output. */
function fitsPlane(layers: readonly number[]): boolean {
  const last = layers.length - 1;
  const count = layers[last] === 1 ? last - 1 : last;
  return count >= 1 && count <= 4 && layers.every((width, l) => width === 2 || (l === last && width === 1));
}

/** As their number tells; undefined where it fits none. */
function layersFor(parameters: number): readonly number[] | undefined {
  const count = Math.floor(parameters / 6);
  const layers = [...Array<number>(count + 1).fill(2), ...(parameters % 6 === 3 ? [1] : [])];
  return parameters % 3 === 0 && fitsPlane(layers) ? layers : undefined;
}

function modelOf(layers: readonly number[], parameters: readonly number[], activation: ActivationName): PlaneModel {
  const hasOutput = layers[layers.length - 1] === 1;
  const count = layers.length - (hasOutput ? 2 : 1);
  return { ...layersOf(parameters, count), ...(hasOutput && { output: { weights: parameters.slice(6 * count), activation } }) };
}

/** The model that a page gives as numbers; neither where it gives none, a problem for the console where they cannot be used. */
export function resolvePlane(
  given: readonly number[] | null, child: ModelData, activation: ActivationName,
): { readonly model?: PlaneModel; readonly problem?: string } {
  const parameters = given ?? child.parameters;
  const { layers } = child;
  if (layers && !fitsPlane(layers)) {
    return { problem: `layers [${layers.slice(0, 8).join(', ')}]: expected 2 inputs, 1 to 4 layers of 2, and perhaps 1 output` };
  }
  if (!parameters) return layers ? { problem: `layers [${layers.join(', ')}] alone: expected parameters with them` } : {};
  const fitting = layers ?? layersFor(parameters.length);
  if (!fitting) return { problem: `${parameters.length} parameters: expected 6 for each of 1 to 4 layers of 2, and perhaps 3 for an output` };
  const count = parameterCount(fitting);
  if (parameters.length !== count) return { problem: `${parameters.length} parameters: expected ${count} for a ${fitting.join('-')} network` };
  return { model: modelOf(fitting, parameters, activation) };
}

/** The model of a state that came from outside. Throws: RangeError saying why it cannot be shown. */
export function planeOfState(state: unknown): PlaneModel {
  checkModel(state, 'setState');
  const { layers, parameters, activation, outputActivation } = state;
  if (!fitsPlane(layers)) {
    throw new RangeError(`setState: layers are [${layers.slice(0, 8).join()}], expected 2 inputs, 1 to 4 layers of 2, and perhaps 1 output`);
  }
  if (layers[layers.length - 1] === 2 && outputActivation !== activation) {
    throw new RangeError(`setState: outputActivation is ${outputActivation}, expected ${activation} where the last layer is of 2`);
  }
  return modelOf(layers, parameters, outputActivation);
}

/** The other way round. */
export function planeState({ w, b, output }: PlaneModel, activation: ActivationName, alpha: number): ModelState {
  return {
    version: 1,
    layers: [...Array<number>(w.length + 1).fill(2), ...(output ? [1] : [])],
    activation,
    outputActivation: output?.activation ?? activation,
    alpha,
    parameters: [...flat(w, b), ...(output ? Array.from(output.weights) : [])],
  };
}

/** What decides an element's own plane. */
export interface PlaneOrigin {
  /** As given by attributes, if so. */
  readonly w: Layers | undefined;
  readonly b: Layers | undefined;
  /** As given in numbers, by a script before the page. */
  readonly model: PlaneModel | undefined;
  readonly seed: string;
  readonly activation: ActivationName;
  readonly alpha: number;
}

/** The element's own plane: weights decide how many layers there are; biases follow. */
export function planeInUse({ w, b: own, model, seed, activation, alpha }: PlaneOrigin): PlaneModel {
  const found = w ? { w, b: [] } : model ?? (seed === '' ? defaultPlane : randomLayers(seed));
  const b = own ?? found.b;
  const strange = found === defaultPlane && (activation !== 'leaky-relu' || alpha !== defaultAlpha);
  return {
    w: found.w,
    b: Object.freeze(found.w.map((_, k) => b[k] ?? noBiases)),
    ...(!w && !own && !strange && 'output' in found && { output: found.output }),
  };
}
