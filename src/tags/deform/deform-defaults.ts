/**
 * A 2-2-2-1 network of leaky ReLU with α = 0.1 that learned `xor`: `node bench/deform.mjs` makes it anew.
 * Two layers of two, [layer][neuron][input], and the output that divides what they leave.
 */
export const defaultAlpha = 0.1;
export const defaultW: readonly (readonly (readonly number[])[])[] = [
  [[0.525, -3.158], [3.185, -0.567]],
  [[1.411, -2.413], [-2.296, 1.449]],
];
export const defaultB: readonly (readonly (readonly number[])[])[] = [[[0.754], [0.638]], [[-0.342], [-0.261]]];
export const defaultOutput: readonly number[] = [-0.541, -0.537, 0.69]; // two weights, then the bias
