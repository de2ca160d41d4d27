/** The article's names of what a network of these layers computes. One hidden layer has them as they are, several have the layer's number within. */
export interface Names {
  readonly layers: readonly number[];
  /** The sum of layer l ≥ 1. */
  readonly z: (l: number) => string;
  /** What comes out of layer l ≥ 1. */
  readonly a: (l: number) => string;
  /** The share that layer l is told of what follows. */
  readonly dH: (l: number) => string;
  /** The responsibility of layer l. */
  readonly dZ: (l: number) => string;
  /** Its weights and its biases. */
  readonly w: (l: number) => string;
  readonly b: (l: number) => string;
}

const inputs = ['x', 'y'] as const;

export function namesOf(layers: readonly number[]): Names {
  const last = layers.length - 1;
  const number = (l: number): string => (last > 2 ? String(l) : '');
  return {
    layers,
    z: (l) => (l === last ? 'outZ' : `h${l}_z`),
    a: (l) => (l === last ? 'prediction' : `h${l}_a`),
    dH: (l) => `dH${number(l)}`,
    dZ: (l) => (l === last ? 'dOutZ' : `dZ${number(l)}`),
    w: (l) => `w${l}`,
    b: (l) => `b${l}`,
  };
}

/** A number of neuron j of layer l, as `h1_z[3]`; the output is one neuron and has no index. */
export function at({ layers }: Names, name: string, l: number, j: number | string): string {
  return l === layers.length - 1 ? name : `${name}[${typeof j === 'number' ? j + 1 : j}]`;
}

/** What comes out of neuron i of layer l, inputs at 0: `x`, `h1_a[2]`. */
export function outputAt(names: Names, l: number, i: number | string): string {
  return l === 0 ? inputs[Number(i)] : at(names, names.a(l), l, i);
}

/** The weight of layer l from neuron i to neuron j: `w1[2].x`, `w2[3]` of the output, `w2[1][3]` between hidden layers. */
export function weightAt({ layers, w }: Names, l: number, j: number | string, i: number | string): string {
  const index = (k: number | string): string => (typeof k === 'number' ? String(k + 1) : k);
  if (l === layers.length - 1) return `${w(l)}[${index(i)}]`;
  return l === 1 ? `${w(l)}[${index(j)}].${inputs[Number(i)]}` : `${w(l)}[${index(j)}][${index(i)}]`;
}

const known = /^(x|y|target|prediction|error|learningRate|outZ|dOutZ|dW|h\d_[za]|d[HZ]\d?|[wb]\d)$/;

/** The names that a formula or a line of code speaks of; what follows a point is a part of one. */
export function keysIn(text: string): string[] {
  return [...text.matchAll(/(\.?)([A-Za-z]\w*)/g)].filter(([, point, name]) => !point && known.test(name)).map(([, , name]) => name);
}

/** Whether a formula or a line of code speaks of one of these names. */
export function isPointed(text: string, keys: ReadonlySet<string>): boolean {
  return keys.size > 0 && keysIn(text).some((key) => keys.has(key));
}
