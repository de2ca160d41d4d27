import { expect } from '@open-wc/testing';
import { stub } from '../testing/host.js';
import { randomSeed, SeedSequence } from './seed.js';

/** The seed that this draw of 32 bits gives. */
function seedFor(draw: number): string {
  const restore = stub(crypto, 'getRandomValues', (<T extends ArrayBufferView | null>(values: T): T => {
    (values as unknown as Uint32Array)[0] = draw;
    return values;
  }));
  try {
    return randomSeed();
  } finally {
    restore();
  }
}

describe('randomSeed', () => {
  it('comes from the browser’s generator, as six digits at most', () => {
    expect(seedFor(0)).to.equal('0');
    expect(seedFor(42)).to.equal('42');
    expect(seedFor(1_234_567)).to.equal('234567');
    expect(seedFor(0xffffffff)).to.equal('967295');
  });

  it('differs from one element to the next', () => {
    const seeds = new Set(Array.from({ length: 20 }, randomSeed));
    expect(seeds.size).to.be.above(15);
  });
});

describe('SeedSequence', () => {
  it('numbers new starts after the seed that they come from', () => {
    const seeds = new SeedSequence();
    seeds.begin('7');
    expect([seeds.next(), seeds.next(), seeds.next()]).to.deep.equal(['7-1', '7-2', '7-3']);
  });

  it('gives the same starts for the same seed, and others for another', () => {
    const seeds = new SeedSequence();
    seeds.begin('a');
    const first = [seeds.next(), seeds.next()];
    seeds.begin('b');
    expect(seeds.next()).to.equal('b-1');
    seeds.begin('a');
    expect([seeds.next(), seeds.next()]).to.deep.equal(first);
  });
});
