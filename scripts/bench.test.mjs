import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { median, quantile, short, spread, table } from '../bench/lib/numbers.mjs';

describe('What benchmarks report', () => {
  it('is the middle of the rounds, whatever their order', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.equal(quantile([10, 20, 30, 40, 50], 0.95), 48);
  });

  it('spreads by half the distance between the quartiles', () => {
    assert.equal(spread([8, 9, 10, 11, 12]), 0.1);
    assert.equal(spread([3, 3, 3]), 0);
  });

  it('has no more digits than it knows', () => {
    assert.deepEqual([13.92, 0.638, 0.0287, undefined, NaN].map(short), ['14', '0.64', '0.03', '–', '–']);
  });

  it('is a table that Markdown knows', () => {
    assert.equal(table(['', 'a'], [['x', 1]]), '|  | a |\n| --- | --- |\n| x | 1 |');
  });

  it('has its places in the document', () => {
    const page = readFileSync('docs/performance.md', 'utf8');
    for (const script of ['core', 'targets', 'page', 'size']) {
      for (const [, name] of readFileSync(`bench/${script}.mjs`, 'utf8').matchAll(/record\('([a-z]+)'/g)) {
        const between = page.slice(page.indexOf(`<!-- ${name} -->`), page.indexOf(`<!-- /${name} -->`));
        assert.match(between, /\| --- \|[^]*\d/, `${name}: a table with numbers`);
      }
    }
  });
});
