import { MAX_PARAMETER } from '../core/state.js';
import { defineKind, parseJson, type Kind } from './kind.js';

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

function boundedNumbers(value: unknown): readonly number[] | undefined {
  const typed = ArrayBuffer.isView(value) && !(value instanceof DataView);
  if (!typed && !Array.isArray(value)) return undefined;
  const numbers = Array.from(value as ArrayLike<unknown>); // holes become undefined
  const sound = numbers.length > 0 && numbers.every((v) => typeof v === 'number' && Math.abs(v) <= MAX_PARAMETER);
  return sound ? Object.freeze(numbers as number[]) : undefined;
}

/** A flat JSON array of numbers, or an array or typed array; `null` if none is given. */
export const parameters: Kind<readonly number[] | null> = {
  ...defineKind<readonly number[] | null>(null, 'a JSON array of numbers within ±1000000, at most 64 kB', (raw) => {
    const value = boundedNumbers(parseJson(raw));
    return value && { value };
  }, { maxLength: MAX_PARAMETERS_LENGTH }),
  fatal: true,
};

/** The JSON object of a child `<script type="application/json">`. Unknown keys are left out. */
export const model: Kind<ModelData> = defineKind<ModelData>(
  Object.freeze({}),
  'a JSON object such as {"layers": [2, 8, 1], "parameters": [33 numbers]}, at most 1 MB',
  (raw) => {
    const found = parseJson(raw);
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
    const value: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(found)) {
      if (part === undefined) continue;
      if (key === 'data' || key === 'state' || key === 'curve') value[key] = part;
      if (key !== 'layers' && key !== 'parameters') continue;
      value[key] = boundedNumbers(part);
      if (!value[key]) return undefined;
    }
    return { value };
  },
  { maxLength: MAX_CHILD_LENGTH },
);
