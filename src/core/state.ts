import { activationNames, type ActivationName } from './activations.js';
import { initSchemes, updateOrders, type InitScheme, type Network, type UpdateOrder } from './network.js';
import { checkRandomState, type RandomState } from './random.js';

/** A network as plain JSON. */
export interface ModelState {
  readonly version: 1;
  /** Neurons a layer, inputs first. */
  readonly layers: readonly number[];
  readonly activation: ActivationName;
  readonly outputActivation: ActivationName;
  readonly alpha: number;
  /** Layer by layer: weights row by row, then biases. */
  readonly parameters: readonly number[];
}

/** A run at one step, as plain JSON: set on a trainer of the same shape, it goes on bit for bit. */
export interface TrainerState extends ModelState {
  /** The parameters that the run began with, if they were given rather than drawn. */
  readonly start: readonly number[] | null;
  readonly weightsRandom: RandomState;
  readonly samplesRandom: RandomState;
  readonly steps: number;
  readonly seed: string;
  readonly learningRate: number;
  readonly updateOrder: UpdateOrder;
  readonly init: InitScheme;
}

/** A parameter beyond this is lost, though not yet infinite. */
export const MAX_PARAMETER = 1e6;

/** A value from outside, for a message: nothing of its own is called. */
function shown(value: unknown): string {
  return (typeof value === 'object' && value !== null) || typeof value === 'function' ? typeof value : String(value).slice(0, 60);
}

/** Throws: RangeError unless the learning rate is finite and not negative. */
export function checkLearningRate(value: unknown, where: string): asserts value is number {
  if (!(typeof value === 'number' && value >= 0 && value < Infinity)) {
    throw new RangeError(`${where}: learning rate is ${shown(value)}, expected a finite number ≥ 0`);
  }
}

/** Throws: RangeError unless it is one of `names`. */
export function checkName<T extends string>(value: unknown, names: readonly T[], where: string): asserts value is T {
  if (!names.includes(value as T)) throw new RangeError(`${where}: ${shown(value)} is none of ${names.join(', ')}`);
}

export function checkUpdateOrder(value: unknown, where: string): asserts value is UpdateOrder {
  checkName(value, updateOrders, where);
}

export function checkInit(value: unknown, where: string): asserts value is InitScheme {
  checkName(value, initSchemes, where);
}

/** Throws: RangeError unless it is `count` numbers within ±10⁶. */
export function checkParameters(value: unknown, count: number, where: string): asserts value is readonly number[] {
  const list = Array.isArray(value) ? Array.from<unknown>(value) : undefined; // every() would pass over holes
  if (list?.length !== count || !list.every((v) => typeof v === 'number' && Math.abs(v) <= MAX_PARAMETER)) {
    throw new RangeError(`${where}: expected ${count} numbers within ±10⁶, found ${list ? `${list.length}, or some that are none` : typeof value}`);
  }
}

/** The network as it is. */
export function modelState({ layers, activation, outputActivation, alpha, parameters }: Network): ModelState {
  return { version: 1, layers: [...layers], activation, outputActivation, alpha, parameters: Array.from(parameters) };
}

/**
 * Checks a network that came from outside, whole, before any of it is used: the options of a `Network`
 * and its parameters.
 *
 * Throws: RangeError naming the first part that is not of its kind.
 */
export function checkModel(state: unknown, where: string): asserts state is ModelState {
  const s = (typeof state === 'object' && state !== null ? state : {}) as Record<keyof ModelState, unknown>;
  if (s.version !== 1) throw new RangeError(`${where}: version is ${shown(s.version)}, expected 1`);
  const layers: unknown[] = Array.isArray(s.layers) ? Array.from<unknown>(s.layers) : [];
  if (layers.length < 2 || !layers.every((width) => Number.isInteger(width) && (width as number) > 0)) {
    throw new RangeError(`${where}: layers are [${layers.slice(0, 8).map(shown).join()}], expected at least two positive integers`);
  }
  checkName(s.activation, activationNames, where);
  checkName(s.outputActivation, activationNames, where);
  if (!(typeof s.alpha === 'number' && s.alpha >= 0 && s.alpha <= 1)) {
    throw new RangeError(`${where}: alpha is ${shown(s.alpha)}, expected a number from 0 to 1`);
  }
  const widths = layers as number[];
  checkParameters(s.parameters, widths.slice(1).reduce((sum, width, l) => sum + width * (widths[l] + 1), 0), where);
}

/**
 * Checks a state that came from outside, whole, before any of it is used.
 *
 * Throws: RangeError naming the first part that does not fit `network` or is not of its kind.
 */
export function checkState(state: unknown, network: Network): asserts state is TrainerState {
  const where = 'Trainer.setState';
  const s = (typeof state === 'object' && state !== null ? state : {}) as Record<keyof TrainerState, unknown>;
  if (s.version !== 1) throw new RangeError(`${where}: version is ${shown(s.version)}, expected 1`);
  const { layers } = network;
  if (!Array.isArray(s.layers) || s.layers.length !== layers.length || !layers.every((width, l) => width === (s.layers as unknown[])[l])) {
    throw new RangeError(`${where}: layers are [${Array.isArray(s.layers) ? s.layers.map(shown).join() : shown(s.layers)}], expected [${layers.join()}]`);
  }
  for (const key of ['activation', 'outputActivation', 'alpha'] as const) {
    if (s[key] !== network[key]) throw new RangeError(`${where}: ${key} is ${shown(s[key])}, expected ${network[key]}`);
  }
  checkName(s.activation, activationNames, where);
  checkParameters(s.parameters, network.parameters.length, where);
  if (s.start !== null) checkParameters(s.start, network.parameters.length, where);
  checkRandomState(s.weightsRandom, where);
  checkRandomState(s.samplesRandom, where);
  if (!(Number.isSafeInteger(s.steps) && (s.steps as number) >= 0)) {
    throw new RangeError(`${where}: steps is ${shown(s.steps)}, expected an integer ≥ 0`);
  }
  if (typeof s.seed !== 'string') throw new RangeError(`${where}: seed is ${shown(s.seed)}, expected a text`);
  checkLearningRate(s.learningRate, where);
  checkUpdateOrder(s.updateOrder, where);
  checkInit(s.init, where);
}
