import { defineKind, type Kind, type Parsed } from './kind.js';

/** Longest JSON that is read, in UTF-16 units. */
const maxJsonLength = 65536;
/** Of a child object: data and a state besides. */
const maxChildLength = 1_048_576;

/** The child object of an element, as far as it was given and sound. */
export interface ModelData {
  /** Neurons a layer, inputs first. */
  readonly layers?: readonly number[];
  /** Weights and biases, laid out as in core. */
  readonly parameters?: readonly number[];
  /** Points to learn, whatever they are: the kind `data` reads them. */
  readonly data?: unknown;
  /** A run at one step, whatever it is: core reads it. */
  readonly state?: unknown;
  /** How it has gone until then; likewise. */
  readonly curve?: unknown;
}

function parseJson(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined; // reported by the caller, which knows what was expected
  }
}

/** Beyond this core takes a run for diverged. */
const LARGEST = 1e6;

function boundedNumbers(value: unknown): readonly number[] | undefined {
  const typed = ArrayBuffer.isView(value) && !(value instanceof DataView);
  if (!typed && !Array.isArray(value)) return undefined;
  const numbers = Array.from(value as ArrayLike<unknown>); // holes become undefined
  const sound = numbers.length > 0 && numbers.every((v) => typeof v === 'number' && Math.abs(v) <= LARGEST);
  return sound ? Object.freeze(numbers as number[]) : undefined;
}

/** A flat JSON array of numbers; `null` where none is given. A property may hold a typed array. */
export const parameters: Kind<readonly number[] | null> = {
  ...defineKind<readonly number[] | null>(
    null,
    'a JSON array of numbers within ±1000000, at most 64 kB',
    (raw) => {
      const value = boundedNumbers(parseJson(raw));
      return value && { value };
    },
    { longest: maxJsonLength },
  ),
  fatal: true,
};

/** The JSON object of a child `<script type="application/json">`; unknown keys are left alone. */
export const model: Kind<ModelData> = defineKind<ModelData>(
  Object.freeze({}),
  'a JSON object such as {"layers": [2, 8, 1], "parameters": [33 numbers]}, at most 1 MB',
  (raw): Parsed<ModelData> | undefined => {
    const found = parseJson(raw);
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
    const { layers, parameters: values, data, state, curve } = found as Record<string, unknown>;
    const sound: ModelData = {
      ...(data !== undefined && { data }),
      ...(state !== undefined && { state }),
      ...(curve !== undefined && { curve }),
      ...(layers !== undefined && { layers: boundedNumbers(layers) }),
      ...(values !== undefined && { parameters: boundedNumbers(values) }),
    };
    return 'layers' in sound && !sound.layers || 'parameters' in sound && !sound.parameters
      ? undefined
      : { value: sound };
  },
  { longest: maxChildLength },
);
