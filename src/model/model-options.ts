import type { ModelData } from '../attrs/model.js';

/** The parts of a model that a page gives in attributes and in the model script. */
export interface ModelOptions {
  /** Undefined where they are not given. */
  readonly hiddenLayers: readonly number[] | undefined;
  readonly parameters: readonly number[] | null;
  readonly script: ModelData;
}

export const defaultHiddenLayers: readonly number[] = Object.freeze([8]);

/** The model that such options give. */
export interface ResolvedModel {
  /** Neurons a layer, inputs first. */
  readonly layers: readonly number[];
  /** First weights and biases; undefined where they are random. */
  readonly parameters: readonly number[] | undefined;
  /** Why the options cannot be used, for the console. */
  readonly problem: string | undefined;
}

/** Returns how many weights and biases a network of these layers has. */
export function parameterCount(layers: readonly number[]): number {
  return layers.reduce((sum, width, l) => (l === 0 ? 0 : sum + width * (layers[l - 1] + 1)), 0);
}

/** Says what a flat list of parameters must hold, weights and biases layer by layer, where it has another length. */
export function parametersProblem(length: number, layers: readonly number[]): string {
  const parts = layers.slice(1).map((width, l) => `${width} × ${layers[l]} + ${width}`);
  return `${length} parameters: expected ${parameterCount(layers)} for a ${layers.join('-')} network, flat: ${
    parts.join(' + ')}`;
}

/** The layers that a trainer can have, for the console. */
export const trainerShape = '2 inputs, 1 to 4 hidden layers of 1 to 64, 1 output';

/** Returns whether a trainer can have these layers. */
export function fitsTrainer(layers: readonly number[]): boolean {
  const hidden = layers.slice(1, -1);
  return layers[0] === 2 && layers[layers.length - 1] === 1 && hidden.length >= 1 && hidden.length <= 4
    && hidden.every((width) => Number.isInteger(width) && width >= 1 && width <= 64);
}

/** Returns the layers of a state, if it has any that a trainer can have. */
function layersOfState(state: unknown): readonly number[] | undefined {
  const layers = typeof state === 'object' && state !== null ? (state as { layers?: unknown }).layers : undefined;
  return Array.isArray(layers) && fitsTrainer(layers as number[]) ? (layers as number[]) : undefined;
}

/** Returns the model that the options give. Attributes come before the script. */
export function resolveModel({ hiddenLayers, parameters, script }: ModelOptions): ResolvedModel {
  const layersOfAttribute = [2, ...(hiddenLayers ?? defaultHiddenLayers), 1];
  const layersOfScript = hiddenLayers ? undefined : script.layers ?? layersOfState(script.state);
  if (layersOfScript && !fitsTrainer(layersOfScript)) {
    return {
      layers: layersOfAttribute,
      parameters: undefined,
      problem: `layers [${layersOfScript.slice(0, 8).join(', ')}]: expected ${trainerShape}`,
    };
  }
  const layers = layersOfScript ?? layersOfAttribute;
  const given = parameters ?? script.parameters;
  if (given && given.length !== parameterCount(layers)) {
    return {
      layers,
      parameters: undefined,
      problem: parametersProblem(given.length, layers),
    };
  }
  return { layers, parameters: given, problem: undefined };
}
