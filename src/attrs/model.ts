import { kind, type Kind, type Parsed } from './kind.js';

/** Longest JSON that is read, in UTF-16 units. */
const maxJsonLength = 65536;

/** The child object of an element, as far as it was given and sound. */
export interface ModelData {
  /** Neurons a layer, inputs first. */
  readonly layers?: readonly number[];
  /** Weights and biases, laid out as in core. */
  readonly parameters?: readonly number[];
}

function parseJson(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined; // reported by the caller, which knows what was expected
  }
}

function finiteNumbers(value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  for (const v of value as unknown[]) if (!Number.isFinite(v)) return undefined; // every() would pass over holes
  return Object.freeze([...(value as number[])]);
}

/** A flat JSON array of finite numbers; `null` where none is given. */
export const parameters: Kind<readonly number[] | null> = {
  ...kind<readonly number[] | null>(
    null,
    'a JSON array of finite numbers, at most 64 kB',
    (raw) => {
      const value = finiteNumbers(parseJson(raw));
      return value && { value };
    },
    maxJsonLength,
  ),
  fatal: true,
};

/** The JSON object of a child `<script type="application/json">`; unknown keys are left alone. */
export const model: Kind<ModelData> = kind<ModelData>(
  Object.freeze({}),
  'a JSON object such as {"layers": [2, 8, 1], "parameters": [33 numbers]}, at most 64 kB',
  (raw): Parsed<ModelData> | undefined => {
    const found = parseJson(raw);
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
    const { layers, parameters: values } = found as Record<string, unknown>;
    const sound: ModelData = {
      ...(layers !== undefined && { layers: finiteNumbers(layers) }),
      ...(values !== undefined && { parameters: finiteNumbers(values) }),
    };
    return 'layers' in sound && !sound.layers || 'parameters' in sound && !sound.parameters
      ? undefined
      : { value: sound };
  },
  maxJsonLength,
);
