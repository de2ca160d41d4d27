import type { ModelData } from '../attrs/model.js';

/** What a page says of a model, in attributes and in the child object. */
export interface GivenModel {
  /** Undefined where the page does not say. */
  readonly hiddenLayers: readonly number[] | undefined;
  readonly parameters: readonly number[] | null;
  readonly child: ModelData;
}

/** Where nobody says anything. */
export const defaultHiddenLayers: readonly number[] = Object.freeze([8]);

/** The model to make of it. */
export interface ResolvedModel {
  /** Neurons a layer, inputs first. */
  readonly layers: readonly number[];
  /** First weights and biases, or undefined to draw them. */
  readonly parameters: readonly number[] | undefined;
  /** Why what was given cannot be used, for the console. */
  readonly problem: string | undefined;
}

/** Weights and biases of a network of these layers. */
export function parameterCount(layers: readonly number[]): number {
  return layers.reduce((sum, width, l) => (l === 0 ? 0 : sum + width * (layers[l - 1] + 1)), 0);
}

/** What a trainer's network is like, for the console. */
export const trainerShape = '2 inputs, 1 to 4 hidden layers of 1 to 64, 1 output';

export function fitsTrainer(layers: readonly number[]): boolean {
  const hidden = layers.slice(1, -1);
  return layers[0] === 2 && layers[layers.length - 1] === 1 && hidden.length >= 1 && hidden.length <= 4
    && hidden.every((width) => Number.isInteger(width) && width >= 1 && width <= 64);
}

/** The layers of a state that may be sound. */
function layersOf(state: unknown): readonly number[] | undefined {
  const layers = typeof state === 'object' && state !== null ? (state as { layers?: unknown }).layers : undefined;
  return Array.isArray(layers) && fitsTrainer(layers as number[]) ? (layers as number[]) : undefined;
}

/** Attributes win over the child object; parameters must be as many as the layers need. */
export function resolveModel({ hiddenLayers, parameters, child }: GivenModel): ResolvedModel {
  const own = [2, ...(hiddenLayers ?? defaultHiddenLayers), 1];
  const wanted = hiddenLayers ? undefined : child.layers ?? layersOf(child.state);
  if (wanted && !fitsTrainer(wanted)) {
    return {
      layers: own,
      parameters: undefined,
      problem: `layers [${wanted.slice(0, 8).join(', ')}]: expected ${trainerShape}`,
    };
  }
  const layers = wanted ?? own;
  const given = parameters ?? child.parameters;
  const count = parameterCount(layers);
  if (given && given.length !== count) {
    return {
      layers,
      parameters: undefined,
      problem: `${given.length} parameters: expected ${count} for a ${layers.join('-')} network`,
    };
  }
  return { layers, parameters: given, problem: undefined };
}
