import { expect } from 'chai';
import { randomSeed, SeedSequence } from './seed.js';

/** Returns the seed that these 32 random bits give. */
function seedFrom(bits: number): string {
  const original = crypto.getRandomValues;
  crypto.getRandomValues = (values) => {
    (values as unknown as Uint32Array)[0] = bits;
    return values;
  };
  try {
    return randomSeed();
  } finally {
    crypto.getRandomValues = original;
  }
}

describe('randomSeed', () => {
  it('takes at most six digits from the random bits', () => {
    expect([0, 42, 1_234_567, 0xffffffff].map(seedFrom)).to.deep.equal(['0', '42', '234567', '967295']);
  });

  it('is there on a page without random bits', () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: undefined });
    const seeds = Array.from({ length: 20 }, randomSeed);
    Object.defineProperty(globalThis, 'crypto', own);
    for (const seed of seeds) expect(seed).to.match(/^\d{1,6}$/);
    expect(new Set(seeds).size).to.be.above(15);
  });

  it('differs from one element to the next', () => {
    expect(new Set(Array.from({ length: 20 }, randomSeed)).size).to.be.above(15);
  });
});

describe('SeedSequence', () => {
  it('numbers new starts after the seed that they come from', () => {
    const seeds = new SeedSequence();
    seeds.restart('a');
    expect([seeds.next(), seeds.next(), seeds.next()]).to.deep.equal(['a-1', 'a-2', 'a-3']);
    seeds.restart('b');
    expect(seeds.next()).to.equal('b-1');
    seeds.restart('a');
    expect(seeds.next()).to.equal('a-1');
  });

  it('keeps a long seed short enough for the attribute', () => {
    const seeds = new SeedSequence();
    seeds.restart('x'.repeat(200));
    expect(seeds.next()).to.equal(`${'x'.repeat(180)}-1`);
  });
});
