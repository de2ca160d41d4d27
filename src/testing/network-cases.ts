import { expect } from 'chai';
import { activationNames, type ActivationName } from '../core/activations.js';
import { Network, type NetworkOptions } from '../core/network.js';
import { createRandom } from '../core/random.js';
import { naiveFunctions, type NaiveFunction } from './naive-network.js';

/** Networks of every depth that matters, the layers of each. */
export const layerShapes = [[2, 1], [2, 8, 1], [1, 3, 2], [3, 4, 5, 2], [2, 6, 4, 3, 1], [5, 7, 3]];

/** The literal functions of each layer of `network`. */
export function naiveFunctionsOf({ layers, activation, outputActivation, alpha }: Network): NaiveFunction[] {
  return layers.slice(1).map((_, l) => naiveFunctions[l === layers.length - 2 ? outputActivation : activation](alpha));
}

/** `length` numbers from (−1, 1). */
export function uniformNumbers(random: () => number, length: number): number[] {
  return Array.from({ length }, () => 2 * random() - 1);
}

/** A network whose weights and biases are drawn from (−1, 1) by `seed`. */
export function randomNetwork(options: NetworkOptions, seed: string): Network {
  const network = new Network(options);
  network.initialize(createRandom(seed), 'uniform');
  return network;
}

/** Calls `body` for each pair of a hidden and an output activation. */
export function forEachActivationPair(body: (activation: ActivationName, outputActivation: ActivationName) => void): void {
  for (const hidden of activationNames) for (const output of activationNames) body(hidden, output);
}

/** Checks that numbers differ by no more than `tolerance`, or that share of those beyond 1. */
export function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, tolerance: number, what: string): void {
  expect(found.length, `${what}: length`).to.equal(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    const allowed = tolerance * Math.max(1, Math.abs(wanted[i]));
    // Not closeTo for each: a million assertions take longer than what they assert.
    if (!(Math.abs(found[i] - wanted[i]) <= allowed)) expect(found[i], `${what}: at ${i}`).to.be.closeTo(wanted[i], allowed);
  }
}

/** Checks that numbers are the same, and 0 not −0. */
export function expectSameBits(found: ArrayLike<number>, wanted: ArrayLike<number>, what: string): void {
  expect(found.length, `${what}: length`).to.equal(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    if (!Object.is(found[i], wanted[i])) expect.fail(`${what}: at ${i}: ${found[i]}, not ${wanted[i]}, or another zero`);
  }
}
