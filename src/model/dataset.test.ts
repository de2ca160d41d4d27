import { expect } from '@open-wc/testing';
import type { DataRow } from '../attrs/data.js';
import { badChildData, ChildData, dataOf, rowsBehind } from './dataset.js';

const rows: readonly DataRow[] = [[0.1, 0.2, 1], [-0.7, 0.4, 0]];

describe('dataOf', () => {
  it('makes data of rows, the same for the same rows, and finds them again', () => {
    const data = dataOf(rows)!;
    expect([[...data.points], [...data.labels]]).to.deep.equal([[0.1, 0.2, -0.7, 0.4], [1, 0]]);
    expect(dataOf(rows)).to.equal(data);
    expect(rowsBehind(data)).to.equal(rows);
    expect(dataOf([...rows])).not.to.equal(data);
  });

  it('makes none of none', () => {
    expect(dataOf(null)).to.equal(undefined);
    expect(rowsBehind(undefined)).to.equal(null);
    expect(rowsBehind({ points: new Float64Array(2), labels: new Float64Array(1) })).to.equal(null);
  });
});

describe('ChildData', () => {
  it('reads rows, and says whether they are others than before', () => {
    const child = new ChildData();
    expect(child.read({ data: rows })).to.equal(true);
    expect(child.rows).to.deep.equal(rows);
    expect(child.read({ data: [...rows] })).to.equal(false);
    expect(child.read({})).to.equal(true);
    expect([child.rows, child.problem]).to.deep.equal([null, undefined]);
  });

  it('keeps what is usable, and what is wrong with the rest', () => {
    const child = new ChildData();
    child.read({ data: [...rows, [5, 0, 1]] });
    expect([child.rows, child.problem?.hint]).to.deep.equal([rows, '1 of 3 left out']);
    expect(badChildData([...rows, [5, 0, 1]], child.problem!, child.rows)[1]).to.match(/^child script: data: expected .* \(1 of 3 left out\); the rest is used\.$/);
  });

  it('takes what painting makes for no mistake beside a state, but what is no point for one', () => {
    const child = new ChildData();
    child.read({ data: [rows[0]], state: {} });
    expect([child.rows, child.problem]).to.deep.equal([[rows[0]], undefined]);
    child.read({ data: [rows[0], 7], state: {} });
    expect(child.problem?.code).to.equal('range');
    child.read({ data: 'none', state: {} });
    expect([child.rows, child.problem?.code]).to.deep.equal([null, 'syntax']);
  });
});
