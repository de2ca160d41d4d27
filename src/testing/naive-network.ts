/**
 * A network written as simply as possible, with arrays of arrays and the engine's own exp and tanh. It is slow and
 * shares nothing with core, which is tested against it.
 */
export interface NaiveLayer { w: number[][]; b: number[] }

export interface NaiveFunction { f: (z: number) => number; slope: (z: number) => number }

export const naiveFunctions: Record<string, (alpha: number) => NaiveFunction> = {
  linear: () => ({ f: (z) => z, slope: () => 1 }),
  relu: () => ({ f: (z) => (z > 0 ? z : 0), slope: (z) => (z > 0 ? 1 : 0) }),
  'leaky-relu': (alpha) => ({ f: (z) => (z > 0 ? z : alpha * z), slope: (z) => (z > 0 ? 1 : alpha) }),
  sigmoid: () => ({
    f: (z) => 1 / (1 + Math.exp(-z)),
    slope: (z) => Math.exp(-z) / ((1 + Math.exp(-z)) * (1 + Math.exp(-z))),
  }),
  tanh: () => ({ f: Math.tanh, slope: (z) => 1 / (Math.cosh(z) * Math.cosh(z)) }),
};

/** Returns the layers of flat parameters. */
export function unflatten(layers: readonly number[], parameters: ArrayLike<number>): NaiveLayer[] {
  const rest = Array.from(parameters);
  return layers.slice(1).map((outputs, l) => ({
    w: Array.from({ length: outputs }, () => rest.splice(0, layers[l])),
    b: rest.splice(0, outputs),
  }));
}

export function flatten(network: readonly NaiveLayer[]): number[] {
  return network.flatMap(({ w, b }) => [...w.flat(), ...b]);
}

/** Returns z and a of every layer; a[0] is the input, z[l] belongs to a[l + 1]. */
export function naiveForward(
  network: readonly NaiveLayer[], functions: readonly NaiveFunction[], input: readonly number[],
): { z: number[][]; a: number[][] } {
  const z: number[][] = [];
  const a: number[][] = [[...input]];
  network.forEach(({ w, b }, l) => {
    z.push(w.map((row, j) => row.reduce((sum, weight, i) => sum + weight * a[l][i], b[j])));
    a.push(z[l].map(functions[l].f));
  });
  return { z, a };
}

/** Returns ½‖prediction − target‖². */
export function naiveLoss(
  network: readonly NaiveLayer[], functions: readonly NaiveFunction[], input: readonly number[],
  target: readonly number[],
): number {
  return naiveForward(network, functions, input).a.at(-1)!.reduce((sum, y, j) => sum + 0.5 * (y - target[j]) ** 2, 0);
}

/** Takes one step, from the output back; with `inPlace`, deltas are computed from weights that are already updated. */
export function naiveStep(
  network: NaiveLayer[], functions: readonly NaiveFunction[], input: readonly number[], target: readonly number[],
  rate: number, inPlace: boolean,
): void {
  const { z, a } = naiveForward(network, functions, input);
  let dA = a[a.length - 1].map((y, j) => y - target[j]);
  for (let l = network.length - 1; l >= 0; l--) {
    const { w, b } = network[l];
    const before = w.map((row) => [...row]);
    const dZ = dA.map((d, j) => d * functions[l].slope(z[l][j]));
    for (let j = 0; j < w.length; j++) {
      for (let i = 0; i < w[j].length; i++) w[j][i] -= rate * (dZ[j] * a[l][i]);
      b[j] -= rate * dZ[j];
    }
    const read = inPlace ? w : before;
    dA = a[l].map((_, i) => dZ.reduce((sum, d, j) => sum + d * read[j][i], 0));
  }
}

/**
 * Returns dLoss/da and dLoss/dz of every layer of weights, neuron by neuron; with `inPlace`, those of earlier layers
 * are computed from weights that are already updated at a learning rate.
 */
export function naiveResponsibilities(
  network: readonly NaiveLayer[], functions: readonly NaiveFunction[], input: readonly number[],
  target: readonly number[], rate: number, inPlace: boolean,
): { dH: number[][]; dZ: number[][] } {
  const { z, a } = naiveForward(network, functions, input);
  const dH: number[][] = [];
  const dZ: number[][] = [];
  for (let l = network.length - 1; l >= 0; l--) {
    dH[l] = a[l + 1].map((output, j) => {
      if (l === network.length - 1) return output - target[j];
      return network[l + 1].w.reduce((sum, row, k) => {
        const weight = row[j] - (inPlace ? rate * dZ[l + 1][k] * output : 0);
        return sum + dZ[l + 1][k] * weight;
      }, 0);
    });
    dZ[l] = dH[l].map((d, j) => d * functions[l].slope(z[l][j]));
  }
  return { dH, dZ };
}
