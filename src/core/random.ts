/** The whole state of a generator: four unsigned 32-bit integers. */
export type RandomState = readonly [number, number, number, number];

/** A generator of numbers uniform in [0, 1), in steps of 2^−32, with a state that can be read and set. */
export interface Random {
  (): number;
  /** Setting throws RangeError unless the state is four integers in [0, 2^32). */
  state: RandomState;
  /** The live state as signed 32-bit integers, which can be copied without allocating. */
  readonly words: Int32Array;
  /** Writes the next `count` numbers to `out` without allocating a number object for any. */
  fill(out: Float64Array, count: number): void;
}

/** Mixes every bit of h into every other. Source: the 32-bit finalizer of MurmurHash3. */
function avalanche(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Returns four independent hashes of a text, so that seeds that differ in one letter share no state. */
function hash(text: string): number[] {
  const lanes = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (let k = 0; k < 4; k++) lanes[k] = avalanche(lanes[k] + Math.imul(unit + 1, 0x01000193) + k);
  }
  return lanes.map((lane) => avalanche(lane ^ text.length));
}

/** Throws: RangeError unless `state` is four integers in [0, 2^32). */
export function checkRandomState(state: unknown, where: string): asserts state is RandomState {
  const sound =
    Array.isArray(state) && state.length === 4
    && Array.from<unknown>(state).every((v) => typeof v === 'number' && v >>> 0 === v); // holes fail too
  const found = Array.isArray(state) ? `${state.length} items, or some that are none` : typeof state;
  if (!sound) throw new RangeError(`${where}: random state has ${found}, expected four 32-bit integers`);
}

/**
 * Creates a seeded generator. The same seed gives the same numbers in every engine; `7` and `'7'` are the same seed.
 *
 * Source: sfc32 of Chris Doty-Humphrey's PractRand (0.94), after a hash of the seed's UTF-16 units.
 */
export function createRandom(seed: string | number): Random {
  const s = Int32Array.from(hash(String(seed))); // an array, because larger integers in variables would be boxed
  const fill = (out: Float64Array, count: number): void => {
    for (let k = 0; k < count; k++) {
      const b = s[1];
      const c = s[2];
      const t = (s[0] + b + s[3]) | 0;
      s[0] = b ^ (b >>> 9);
      s[1] = (c + (c << 3)) | 0;
      s[2] = (((c << 21) | (c >>> 11)) + t) | 0;
      s[3] = (s[3] + 1) | 0;
      out[k] = (t >>> 0) / 4294967296;
    }
  };
  const drawn = new Float64Array(1);
  const next = (): number => {
    fill(drawn, 1);
    return drawn[0];
  };
  fill(new Float64Array(12), 12); // sfc32 forgets its start after twelve rounds
  return Object.defineProperties(next, {
    words: { get: () => s }, // a value would clash with an `Object.prototype.get` of the page
    fill: { get: () => fill },
    state: {
      get: (): RandomState => [s[0] >>> 0, s[1] >>> 0, s[2] >>> 0, s[3] >>> 0],
      set: (state: RandomState) => {
        checkRandomState(state, 'createRandom');
        s.set(state);
      },
    },
  }) as Random;
}

/** Returns a standard normal number, but for the tails beyond ±6: the sum of 12 uniform ones minus 6. */
export function normal(random: () => number): number {
  let sum = 0;
  for (let k = 0; k < 12; k++) sum += random();
  return sum - 6;
}
