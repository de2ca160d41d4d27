import { expect } from 'chai';
import fc from 'fast-check';
import { checkRandomState, createRandom, type RandomState } from './random.js';

function take(random: () => number, count: number): number[] {
  return Array.from({ length: count }, random);
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (v: readonly number[]): number => v.reduce((sum, each) => sum + each, 0) / v.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const product = mean(xs.map((x, k) => (x - mx) * (ys[k] - my)));
  return product / Math.sqrt(mean(xs.map((x) => (x - mx) ** 2)) * mean(ys.map((y) => (y - my) ** 2)));
}

/** Checks by χ² of 63 degrees of freedom that values fill [0, 1) evenly; one fair generator in a million fails. */
function expectEven(values: readonly number[]): void {
  const counts = new Array<number>(64).fill(0);
  for (const v of values) counts[Math.floor(v * 64)]++;
  const expected = values.length / 64;
  expect(counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)).to.be.within(22, 131);
}

describe('createRandom', () => {
  it('fills an array with the numbers of as many calls', () => {
    const [filled, drawn] = [createRandom('fill'), createRandom('fill')];
    const out = new Float64Array(12).fill(-1);
    filled.fill(out, 10);
    expect([...out]).to.deep.equal([...take(drawn, 10), -1, -1]);
    expect(filled()).to.equal(drawn());
  });

  it('has its state as words, too, which can be copied back', () => {
    const random = createRandom('words');
    const words = random.words.slice();
    expect([...words].map((word) => word >>> 0)).to.deep.equal([...random.state]);
    const draws = take(random, 20);
    random.words.set(words);
    expect(take(random, 20)).to.deep.equal(draws);
  });

  it('gives the same numbers for the same seed, where 7 is "7"', () => {
    expect(take(createRandom(7), 50)).to.deep.equal(take(createRandom('7'), 50));
    expect(take(createRandom(7), 50)).not.to.deep.equal(take(createRandom(8), 50));
  });

  it('steps as sfc32 does when written in unbounded integers', () => {
    const random = createRandom('reference');
    let [a, b, c, d] = random.state.map(BigInt);
    const u32 = (v: bigint): bigint => BigInt.asUintN(32, v);
    for (let k = 0; k < 1000; k++) {
      const t = u32(a + b + d);
      d = u32(d + 1n);
      a = b ^ (b >> 9n);
      b = u32(c + (c << 3n));
      c = u32(u32(u32(c << 21n) | (c >> 11n)) + t);
      expect(random()).to.equal(Number(t) / 2 ** 32);
    }
    expect(random.state.map(BigInt)).to.deep.equal([a, b, c, d]);
  });

  it('continues from a saved state, which is a copy, also through JSON', () => {
    fc.assert(fc.property(fc.string(), fc.nat(50), (seed, skipped) => {
      const random = createRandom(seed);
      take(random, skipped);
      const { state } = random;
      const saved = JSON.parse(JSON.stringify(state)) as RandomState;
      const wanted = take(random, 20);
      expect(state).to.deep.equal(saved);
      expect(random.state).not.to.deep.equal(saved);
      const other = createRandom('another');
      other.state = saved;
      expect(take(other, 20)).to.deep.equal(wanted);
    }));
  });

  it('refuses a state that is not four 32-bit integers, and keeps its own', () => {
    const random = createRandom(3);
    const before = random.state;
    const bad: unknown[] = [
      undefined, null, [], [1, 2, 3], [1, 2, 3, 4, 5], [1, 2, 3, -1], [1, 2, 3, 0.5], [1, 2, 3, 2 ** 32],
      [1, 2, 3, NaN], [1, 2, 3, '4'], '1234', { length: 4 }, new Array(4),
    ];
    for (const state of bad) {
      expect(() => { random.state = state as RandomState; }, String(state)).to.throw(RangeError, 'random state');
      expect(() => checkRandomState(state, 'here')).to.throw(RangeError, 'here: ');
    }
    expect(random.state).to.deep.equal(before);
  });

  it('gives neighbouring seeds independent numbers from the first on', () => {
    const pairs = Array.from({ length: 10_001 }, (_, seed) => take(createRandom(seed), 2));
    const [firsts, seconds] = [0, 1].map((k) => pairs.map((pair) => pair[k]));
    // Four standard deviations of the correlation of 10,000 independent pairs.
    expect(Math.abs(correlation(firsts.slice(0, -1), firsts.slice(1)))).to.be.below(0.04);
    expect(Math.abs(correlation(firsts, seconds))).to.be.below(0.04);
    expect(new Set(firsts).size).to.be.above(9_998);
    expectEven(firsts);
  });

  it('fills [0, 1) evenly, in its leading bits and in later ones', () => {
    const values = take(createRandom('even'), 200_000);
    expect(values.every((v) => v >= 0 && v < 1)).to.equal(true);
    for (const scale of [1, 1024, 2 ** 26]) expectEven(values.map((v) => (v * scale) % 1));
    expect(Math.abs(correlation(values.slice(0, -1), values.slice(1)))).to.be.below(0.01);
  });

  it('distinguishes seeds that differ in one letter, its place or its case', () => {
    const seeds = [
      '', ' ', 'a', 'b', 'A', 'aa', 'ab', 'ba', 'a ', ' a', 'a\0', '\0a', 'あ', 'い', '😀', '0', '00', '-0', '7', '７',
      'weights 7', 'samples 7',
    ];
    expect(new Set(seeds.map((seed) => take(createRandom(seed), 4).join())).size).to.equal(seeds.length);
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.nat(), (seed, at) => {
      const k = at % seed.length;
      const other = seed.slice(0, k) + String.fromCharCode(seed.charCodeAt(k) ^ 1) + seed.slice(k + 1);
      expect(take(createRandom(seed), 4)).not.to.deep.equal(take(createRandom(other), 4));
    }));
  });
});
