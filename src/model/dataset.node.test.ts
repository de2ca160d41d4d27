import { expect } from 'chai';
import type { DataRow } from '../attrs/data.js';
import type { NnErrorDetail } from '../page/events.js';
import { dataFromRows, rowsOf, ScriptData } from './dataset.js';

const rows: readonly DataRow[] = [[0.1, 0.2, 1], [-0.7, 0.4, 0]];

describe('dataFromRows', () => {
  it('makes the same data for the same rows, and finds the rows again', () => {
    const data = dataFromRows(rows)!;
    expect([[...data.points], [...data.labels]]).to.deep.equal([[0.1, 0.2, -0.7, 0.4], [1, 0]]);
    expect(dataFromRows(rows)).to.equal(data);
    expect(rowsOf(data)).to.equal(rows);
    expect(dataFromRows([...rows])).not.to.equal(data);
  });

  it('makes none of none', () => {
    expect(dataFromRows(null)).to.equal(undefined);
    expect(rowsOf(undefined)).to.equal(null);
    expect(rowsOf({ points: new Float64Array(2), labels: new Float64Array(1) })).to.equal(null);
  });
});

describe('ScriptData', () => {
  it('reads rows, and says whether they are others than before', () => {
    const data = new ScriptData();
    const host = { report: () => expect.fail('nothing is wrong') };
    expect(data.read({ data: rows }, host)).to.equal(true);
    expect(data.rows).to.deep.equal(rows);
    expect(data.read({ data: rows }, host)).to.equal(false);
    expect(data.read({}, host)).to.equal(true);
    expect(data.rows).to.equal(null);
  });

  const cases: [string, unknown, object, typeof rows | null, string | undefined][] = [
    ['keeps the usable points', [...rows, [5, 0, 1]], {}, rows, 'range'],
    ['accepts one painted point beside a state', [rows[0]], { state: {} }, [rows[0]], undefined],
    ['reports what is no point beside a state', [...rows, 7], { state: {} }, rows, 'range'],
    ['reports what is no list', 'none', { state: {} }, null, 'syntax'],
  ];
  for (const [title, given, beside, used, code] of cases) {
    it(title, () => {
      const details: NnErrorDetail[] = [];
      const data = new ScriptData();
      const host = { report: (detail: NnErrorDetail) => void details.push(detail) };
      for (let k = 0; k < 2; k++) data.read({ data: given, ...beside }, host);
      const detail = { code, attribute: '', value: given, used, fatal: false };
      expect([data.rows, details]).to.deep.equal([used, code ? [detail, detail] : []]);
    });
  }

  it('says which points are left out', () => {
    const report = (_: unknown, sentence: string): void => (
      void expect(sentence).to.contain('(row 3: x is 5; 1 of 3 left out)'));
    new ScriptData().read({ data: [...rows, [5, 0, 1]] }, { report });
  });
});
