import { expect } from 'chai';
import { plainCopy } from './plain-copy.js';

describe('plainCopy', () => {
  it('copies arrays of every depth, holes as undefined, and leaves the rest', () => {
    const inner = Int8Array.of(1);
    const given = [1, [2, , 'x'], inner]; // eslint-disable-line no-sparse-arrays
    const copy = plainCopy(given) as unknown[];
    expect(copy).to.deep.equal([1, [2, undefined, 'x'], inner]);
    expect([copy === given, copy[1] === given[1], copy[2] === inner]).to.deep.equal([false, false, true]);
    expect([plainCopy('text'), plainCopy(undefined)]).to.deep.equal(['text', undefined]);
  });

  it('reads each item once, by no iterator', () => {
    let reads = 0;
    const given = [0, 0];
    Object.defineProperty(given, 0, { get: () => ++reads });
    given[Symbol.iterator] = () => {
      throw new Error('iterated');
    };
    expect([plainCopy(given), reads]).to.deep.equal([[1, 0], 1]);
  });

  it('refuses what is cyclic, or longer than can be read', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    const row = new Array<number>(6_000_000);
    for (const wrong of [cyclic, new Array(2 ** 32 - 1), [row, row]]) {
      expect(() => plainCopy(wrong)).to.throw(RangeError);
    }
  });
});
