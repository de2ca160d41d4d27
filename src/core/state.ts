import { activationNames, type ActivationName } from './activations.js';
import { plainCopy } from './plain-copy.js';
import { initSchemes, parameterAt, updateOrders, type InitScheme, type Network, type UpdateOrder } from './network.js';
import { checkRandomState, type RandomState } from './random.js';

/** A network as plain JSON. */
export interface ModelState {
  readonly version: 1;
  /** Neurons of each layer, inputs first. */
  readonly layers: readonly number[];
  readonly activation: ActivationName;
  readonly outputActivation: ActivationName;
  readonly alpha: number;
  /** Layer by layer: weights row by row, then biases. */
  readonly parameters: readonly number[];
}

/** A run at one step as plain JSON. A trainer of the same shape continues from it bit for bit. */
export interface TrainerState extends ModelState {
  /** The parameters that the run began with, if they were given; null if they were drawn. */
  readonly start: readonly number[] | null;
  readonly weightsRandom: RandomState;
  readonly samplesRandom: RandomState;
  readonly steps: number;
  readonly seed: string;
  readonly learningRate: number;
  readonly updateOrder: UpdateOrder;
  readonly init: InitScheme;
}

/** The largest magnitude of a parameter that counts as sound; beyond it a run has diverged. */
export const MAX_PARAMETER = 1e6;

/** The most steps that a state may have: half a year of a run. Counting on from there stays exact. */
const MAX_STEPS = 1e12;

const stateKeys: readonly (keyof TrainerState)[] = [
  'version', 'layers', 'activation', 'outputActivation', 'alpha', 'parameters', 'start', 'weightsRandom',
  'samplesRandom', 'steps', 'seed', 'learningRate', 'updateOrder', 'init',
];

/** Returns a short text of any value from outside, without calling any of the value's own methods. */
function describe(value: unknown): string {
  const opaque = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return opaque ? typeof value : String(value).slice(0, 60);
}

function describeList(values: unknown): string {
  return Array.isArray(values) ? `[${values.slice(0, 8).map(describe).join()}]` : describe(values);
}

/** Throws a RangeError with the place, what was found and what was expected, unless `holds`. */
function check(holds: boolean, where: string, found: string, expected: string): void {
  if (!holds) throw new RangeError(`${where}: ${found}, expected ${expected}`);
}

/** Throws: RangeError unless the learning rate is finite and not negative. */
export function checkLearningRate(value: unknown, where: string): asserts value is number {
  const sound = typeof value === 'number' && value >= 0 && value < Infinity;
  check(sound, where, `learning rate is ${describe(value)}`, 'a finite number ≥ 0');
}

/** Throws: RangeError unless the value is one of `names`. */
export function checkName<T extends string>(value: unknown, names: readonly T[], where: string): asserts value is T {
  if (!names.includes(value as T)) throw new RangeError(`${where}: ${describe(value)} is none of ${names.join(', ')}`);
}

/** Throws: RangeError unless the value is an array of `count` numbers within ±10⁶. */
export function checkParameters(value: unknown, count: number, where: string): asserts value is readonly number[] {
  const list = Array.isArray(value) ? Array.from<unknown>(value) : undefined; // every() would skip holes
  if (list?.length !== count || !list.every((v) => typeof v === 'number' && Math.abs(v) <= MAX_PARAMETER)) {
    const found = list ? `${list.length}, or values that are none` : typeof value;
    throw new RangeError(`${where}: expected ${count} numbers within ±10⁶, found ${found}`);
  }
}

/** Returns a network as plain JSON. */
export function modelState({ layers, activation, outputActivation, alpha, parameters }: Network): ModelState {
  return { version: 1, layers: [...layers], activation, outputActivation, alpha, parameters: Array.from(parameters) };
}

/**
 * Returns the parts of a state from outside, whatever it is, as plain values. They are still to be checked.
 * Throws: RangeError if the state cannot be read.
 */
export function readState(state: unknown, where: string): unknown {
  if (typeof state !== 'object' || state === null) return state;
  try {
    const parts = stateKeys.map((key) => [key, plainCopy((state as Partial<TrainerState>)[key])] as const);
    return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
  } catch {
    throw new RangeError(`${where}: the state cannot be read, expected plain JSON`);
  }
}

/** Returns the value's keys if it is an object, after a check of its version. */
function versionOne<T>(state: unknown, where: string): Record<keyof T | 'version', unknown> {
  const s = (typeof state === 'object' && state !== null ? state : {}) as Record<keyof T | 'version', unknown>;
  check(s.version === 1, where, `version is ${describe(s.version)}`, '1');
  return s;
}

/**
 * Checks all of a network that came from outside: that its options are those of a `Network` and its parameters fit.
 * Throws: RangeError naming the first part that is wrong.
 */
export function checkModel(state: unknown, where: string): asserts state is ModelState {
  const s = versionOne<ModelState>(state, where);
  const layers = Array.isArray(s.layers) ? Array.from<number>(s.layers) : [];
  const soundLayers = layers.length >= 2 && layers.every((width) => Number.isInteger(width) && width > 0);
  check(soundLayers, where, `layers are ${describeList(layers)}`, 'at least two positive integers');
  checkName(s.activation, activationNames, where);
  checkName(s.outputActivation, activationNames, where);
  const soundAlpha = typeof s.alpha === 'number' && s.alpha >= 0 && s.alpha <= 1;
  check(soundAlpha, where, `alpha is ${describe(s.alpha)}`, 'a number from 0 to 1');
  checkParameters(s.parameters, parameterAt(layers, layers.length, 0, 0), where);
}

/**
 * Checks all of a state that came from outside.
 * Throws: RangeError naming the first part that is wrong or does not fit `network`.
 */
export function checkState(state: unknown, network: Network): asserts state is TrainerState {
  const where = 'Trainer.setState';
  const s = versionOne<TrainerState>(state, where);
  const { layers } = network;
  const sameLayers = Array.isArray(s.layers) && s.layers.length === layers.length
    && layers.every((width, l) => width === (s.layers as unknown[])[l]);
  check(sameLayers, where, `layers are ${describeList(s.layers)}`, `[${layers.join()}]`);
  for (const key of ['activation', 'outputActivation', 'alpha'] as const) {
    check(s[key] === network[key], where, `${key} is ${describe(s[key])}`, String(network[key]));
  }
  checkParameters(s.parameters, network.parameters.length, where);
  if (s.start !== null) checkParameters(s.start, network.parameters.length, where);
  checkRandomState(s.weightsRandom, where);
  checkRandomState(s.samplesRandom, where);
  const soundSteps = Number.isInteger(s.steps) && (s.steps as number) >= 0 && (s.steps as number) <= MAX_STEPS;
  check(soundSteps, where, `steps is ${describe(s.steps)}`, `an integer from 0 to ${MAX_STEPS}`);
  check(typeof s.seed === 'string', where, `seed is ${describe(s.seed)}`, 'a text');
  checkLearningRate(s.learningRate, where);
  checkName(s.updateOrder, updateOrders, where);
  checkName(s.init, initSchemes, where);
}
