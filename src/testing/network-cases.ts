import { expect } from 'chai';
import { activationNames } from '../core/activations.js';
import { Network, type NetworkOptions } from '../core/network.js';
import { createRandom, type Random } from '../core/random.js';
import { naiveFunctions, type NaiveFunction } from './naive-network.js';

/** Layers of networks of several depths and widths. */
export const layerShapes = [[2, 1], [2, 8, 1], [1, 3, 2], [3, 4, 5, 2], [2, 6, 4, 3, 1], [5, 7, 3]];

/** Returns the naive functions of each layer of a network, without the inputs. */
export function naiveFunctionsOf({ layers, activation, outputActivation, alpha }: Network): NaiveFunction[] {
  return layers.slice(1).map((_, l) => naiveFunctions[l === layers.length - 2 ? outputActivation : activation](alpha));
}

/** Returns `length` numbers in (−1, 1). */
export function uniformNumbers(random: () => number, length: number): number[] {
  return Array.from({ length }, () => 2 * random() - 1);
}

/** Returns a network with weights and biases uniform in (−1, 1). */
export function randomNetwork(options: NetworkOptions, seed: string): Network {
  const network = new Network(options);
  network.initialize(createRandom(seed), 'uniform');
  return network;
}

/** A random network, what it is, and a generator for its inputs. */
export interface NetworkCase {
  readonly network: Network;
  readonly what: string;
  readonly random: Random;
  readonly inputs: number;
  readonly outputs: number;
}

/** Calls `body` with a random network for each of some shapes and each pair of a hidden and an output activation. */
export function forEachNetwork(body: (each: NetworkCase) => void, shapes = layerShapes, alpha = 0.2): void {
  for (const layers of shapes) {
    for (const activation of activationNames) {
      for (const outputActivation of activationNames) {
        const what = `${layers.join('-')} ${activation} ${outputActivation}`;
        const network = randomNetwork({ layers, activation, outputActivation, alpha }, what);
        const [inputs, outputs] = [layers[0], layers[layers.length - 1]];
        body({ network, what, random: createRandom(`samples ${what}`), inputs, outputs });
      }
    }
  }
}

/** Checks that numbers differ by no more than `tolerance`, relative to those beyond 1. */
export function expectClose(
  found: ArrayLike<number>, wanted: ArrayLike<number>, tolerance: number, what: string,
): void {
  expect(found.length, `${what}: length`).to.equal(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    const allowed = tolerance * Math.max(1, Math.abs(wanted[i]));
    // An assertion only on failure, because a million assertions take longer than what they check.
    const isClose = Math.abs(found[i] - wanted[i]) <= allowed;
    if (!isClose) expect(found[i], `${what}: at ${i}`).to.be.closeTo(wanted[i], allowed);
  }
}

/** Checks that numbers are the same, and that 0 is not −0. */
export function expectSameBits(found: ArrayLike<number>, wanted: ArrayLike<number>, what: string): void {
  expect(found.length, `${what}: length`).to.equal(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    if (!Object.is(found[i], wanted[i])) expect.fail(`${what}: at ${i}: ${found[i]}, not ${wanted[i]} (or −0)`);
  }
}
