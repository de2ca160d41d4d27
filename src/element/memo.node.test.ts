import { expect } from 'chai';
import { Memo, oncePer } from './memo.js';

describe('Memo', () => {
  it('computes again only when a part of the key changes, by identity', () => {
    const memo = new Memo<number>();
    let computed = 0;
    const get = (...key: unknown[]): number => memo.get(key, () => ++computed);
    const list = [1];
    expect([get(list, NaN), get(list, NaN), get([1], NaN), get([1], 2), get(list, 2)]).to.deep.equal([1, 1, 2, 3, 4]);
  });

  it('keeps undefined, and what stood before where computing throws', () => {
    const memo = new Memo<number | undefined>();
    let computed = 0;
    for (let k = 0; k < 2; k++) memo.get(['a'], () => void computed++);
    expect(computed).to.equal(1);
    expect(() => memo.get(['b'], () => { throw new Error('no'); })).to.throw('no');
    expect(memo.get(['a'], () => 1)).to.equal(undefined);
  });
});

describe('oncePer', () => {
  it('computes once for each object, undefined too', () => {
    const [one, other] = [{}, {}];
    const computed: object[] = [];
    const get = oncePer((key: object) => {
      computed.push(key);
      return key === one ? undefined : computed.length;
    });
    expect([get(one), get(other), get(one), get(other)]).to.deep.equal([undefined, 2, undefined, 2]);
    expect(computed).to.deep.equal([one, other]);
  });
});
