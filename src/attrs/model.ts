import { MAX_PARAMETER } from '../core/state.js';
import { nearestName } from '../core/nearest.js';
import { jsonProblem } from './json.js';
import { defineKind, parseJson, type Kind, type Parsed } from './kind.js';

/** Longest JSON of parameters that is parsed, in UTF-16 units. */
const MAX_PARAMETERS_LENGTH = 65_536;
/** Longest JSON of a child element, which may hold data and a state too. */
const MAX_CHILD_LENGTH = 1_048_576;

/** The parts of an element's child JSON that are given. */
export interface ModelData {
  /** Neurons of each layer, inputs first. */
  readonly layers?: readonly number[];
  /** Weights and biases, laid out as `Network.parameters`. */
  readonly parameters?: readonly number[];
  /** Points to learn; the kind `data` reads them. */
  readonly data?: unknown;
  /** A run at one step; `Trainer.setState` checks it. */
  readonly state?: unknown;
  /** The learning curve until then; `LearningCurve.restore` checks it. */
  readonly curve?: unknown;
}

type Weights = readonly (readonly unknown[])[];

/** Returns whether a value is a list of lists, all of one length. */
function isMatrix(value: unknown): value is Weights {
  const isList = (row: unknown): row is unknown[] => Array.isArray(row) && row.length > 0 && !Array.isArray(row[0]);
  return Array.isArray(value) && value.length > 0 && value.every(isList)
    && (value as Weights).every((row) => row.length === (value as Weights)[0].length);
}

/**
 * Returns weights and biases of layer after layer, each in a list of its own, as they stand in `Network.parameters`.
 * The weights may be [outputs × inputs], as in PyTorch, or [inputs × outputs], as in Keras. Square ones are like the
 * others; where all are square, they are [outputs × inputs]. Undefined for lists of other shapes.
 */
function flattened(nested: readonly unknown[]): unknown[] | undefined {
  const list = nested.flatMap((item) => (Array.isArray(item) && isMatrix(item[0]) ? item : [item]) as unknown[]);
  const layers = list.flatMap((weights, k) => {
    const biases = list[k + 1];
    return k % 2 === 0 && isMatrix(weights) && Array.isArray(biases) ? [{ weights, biases: biases as unknown[] }] : [];
  });
  const isOf = (byInputs: boolean) => layers.every(({ weights, biases }) =>
    biases.length === (byInputs ? weights[0] : weights).length);
  const byInputs = !isOf(false);
  if (2 * layers.length !== list.length || (byInputs && !isOf(true))) return undefined;
  return layers.flatMap(({ weights, biases }) => [
    ...(byInputs ? biases.flatMap((_, j) => weights.map((row) => row[j])) : weights.flat()), ...biases,
  ]);
}

function boundedNumbers(value: unknown): readonly number[] | undefined {
  const typed = ArrayBuffer.isView(value) && !(value instanceof DataView);
  if (!typed && !Array.isArray(value)) return undefined;
  const numbers = Array.from(value as ArrayLike<unknown>);
  const sound = numbers.length > 0 && numbers.every((v) => typeof v === 'number' && Math.abs(v) <= MAX_PARAMETER);
  return sound ? Object.freeze(numbers as number[]) : undefined;
}

/** Returns weights and biases as a flat list, also if they are given in lists of their own. */
function flatNumbers(value: unknown): readonly number[] | undefined {
  return boundedNumbers(Array.isArray(value) && Array.isArray(value[0]) ? flattened(value) : value);
}

/**
 * A flat JSON array of numbers, lists of weights and biases, or an array or typed array; `null` if none is given.
 */
export const parameters: Kind<readonly number[] | null> = {
  ...defineKind<readonly number[] | null>(
    null,
    'a flat JSON array of numbers within ±1000000, at most 64 kB, or [weights, biases, …] of Keras or PyTorch',
    (raw) => {
      const value = flatNumbers(parseJson(raw));
      return value && { value };
    },
    { maxLength: MAX_PARAMETERS_LENGTH, hintFor: jsonProblem },
  ),
  fatal: true,
};

const keys = ['layers', 'parameters', 'data', 'state', 'curve'] as const;
const likeness: ReadonlyMap<string, (typeof keys)[number]> = new Map([
  ['points', 'data'], ['samples', 'data'], ['x', 'data'], ['weights', 'parameters'], ['biases', 'parameters'],
  ['params', 'parameters'],
]);

/** Returns a hint at keys that are not read; undefined where there are none. */
function hintAtKeys(unknown: readonly string[]): string | undefined {
  if (unknown.length === 0) return undefined;
  if (unknown.includes('version')) return 'a state goes into {"state": …}';
  return unknown.slice(0, 5).map((key) => {
    const meant = likeness.get(key.toLowerCase()) ?? nearestName(key, keys);
    return `key "${key.slice(0, 20)}" is not read${meant ? `, did you mean "${meant}"?` : ''}`;
  }).join('; ');
}

const noModel: ModelData = Object.freeze({});
const expected = 'a JSON object such as {"layers": [2, 8, 1], "parameters": [33 numbers]}, at most 1 MB';

const unusable = (hint: string): Parsed<ModelData> => (
  { value: noModel, problem: { code: 'syntax', expected, hint } });

/**
 * The JSON object of a child `<script type="application/json">`. Unknown keys are left out, and make a problem of the
 * code `range`.
 */
export const model: Kind<ModelData> = defineKind<ModelData>(
  noModel,
  expected,
  (raw) => {
    const found = parseJson(raw);
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
    const value: Record<string, unknown> = {};
    const hint = hintAtKeys(Object.keys(found).filter((key) => !(keys as readonly string[]).includes(key)));
    for (const [key, part] of Object.entries(found)) {
      if (part === undefined) continue;
      if (key === 'data' || key === 'state' || key === 'curve') value[key] = part;
      if (key !== 'layers' && key !== 'parameters') continue;
      value[key] = (key === 'layers' ? boundedNumbers : flatNumbers)(part);
      if (!value[key]) return unusable(`"${key}" cannot be read`);
    }
    return hint === undefined ? { value } : { value, problem: { code: 'range', expected, hint } };
  },
  { maxLength: MAX_CHILD_LENGTH, hintFor: jsonProblem },
);
