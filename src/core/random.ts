/** The generator's whole state: four unsigned 32-bit integers. */
export type RandomState = readonly [number, number, number, number];

/** Uniform in [0, 1) in steps of 2^−32, with a state that can be read and set. */
export interface Random {
  (): number;
  /** Throws on writing: RangeError unless it is four integers in [0, 2^32). */
  state: RandomState;
}

/** Mixes every bit of h into every other. Source: the 32-bit finalizer of MurmurHash3. */
function avalanche(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Four independent hashes of a text, so that seeds that differ in one letter share no state. */
function hash(text: string): [number, number, number, number] {
  const lanes: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (let k = 0; k < 4; k++) lanes[k] = avalanche(lanes[k] + Math.imul(unit + 1, 0x01000193) + k);
  }
  for (let k = 0; k < 4; k++) lanes[k] = avalanche(lanes[k] ^ text.length);
  return lanes;
}

/** Throws: RangeError unless `state` is four integers in [0, 2^32). */
export function checkRandomState(state: unknown, where: string): asserts state is RandomState {
  const sound =
    Array.isArray(state) && state.length === 4
    && Array.from<unknown>(state).every((v) => typeof v === 'number' && v >>> 0 === v); // holes fail too
  if (!sound) throw new RangeError(`${where}: random state is ${String(state)}, not four 32-bit integers`);
}

/**
 * A seeded generator; the same seed gives the same numbers in every engine. `7` and `'7'` are one seed.
 *
 * Source: sfc32 of Chris Doty-Humphrey's PractRand (0.94), behind a hash of the seed's UTF-16 units.
 */
export function createRandom(seed: string | number): Random {
  let [a, b, c, d] = hash(String(seed));
  const next = (): number => {
    const t = (a + b + d) >>> 0;
    d = (d + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + t) >>> 0;
    return t / 4294967296;
  };
  for (let i = 0; i < 12; i++) next(); // sfc32 forgets its start after twelve rounds
  return Object.defineProperty(next, 'state', {
    get: (): RandomState => [a >>> 0, b >>> 0, c >>> 0, d >>> 0],
    set: (state: RandomState) => {
      checkRandomState(state, 'createRandom');
      [a, b, c, d] = state;
    },
  }) as Random;
}
