import { expect } from 'chai';
import { splitExamples, type Data } from './examples.js';

/** Returns n points with different x, in ascending order, labelled 0 and 1 in turn. */
function dataOf(n: number): Data {
  return {
    points: Float64Array.from({ length: 2 * n }, (_, i) => (i % 2 ? -1 : 1) * (Math.floor(i / 2) + 1) / (n + 1)),
    labels: Float64Array.from({ length: n }, (_, i) => i % 2),
  };
}

const xsOf = ({ points }: Data): number[] => [...points].filter((_, i) => i % 2 === 0);

describe('splitExamples', () => {
  it('puts every point with its label into training or test, in the given share', () => {
    const all = dataOf(200);
    const xs = xsOf(all);
    for (const split of [0.05, 0.5, 0.7, 1]) {
      const { training, test } = splitExamples(all, 0, split, '7');
      expect([...xsOf(training), ...xsOf(test)].sort((a, b) => a - b)).to.deep.equal(xs);
      expect(training.labels.length / 200).to.be.closeTo(split, split === 0.05 ? 0.03 : 0);
      for (const part of [training, test]) {
        expect([...part.labels]).to.deep.equal(xsOf(part).map((x) => all.labels[xs.indexOf(x)]));
      }
    }
  });

  it('gives every part of the data its share, whatever the order', () => {
    const ids = xsOf(splitExamples(dataOf(1000), 0, 0.7, '7').training).map((x) => Math.round(x * 1001) - 1);
    for (let part = 0; part < 10; part++) expect(ids.filter((id) => Math.floor(id / 100) === part)).to.have.length(70);
    for (let rest = 0; rest < 5; rest++) expect(ids.filter((id) => id % 5 === rest).length).to.be.within(115, 165);
  });

  it('depends on the seed', () => {
    const [one, again, other] = ['1', '1', '2'].map((seed) => xsOf(splitExamples(dataOf(100), 0, 0.5, seed).training));
    expect(again).to.deep.equal(one);
    expect(other).not.to.deep.equal(one);
  });

  it('leaves at least one point to learn', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { training, test } = splitExamples(dataOf(2), 0, 0.001, String(seed));
      expect(training.labels.length, `seed ${seed}`).to.be.at.least(1);
      expect(training.labels.length + test.labels.length).to.equal(2);
    }
  });

  it('moves points by normal noise of the given deviation', () => {
    const { points } = dataOf(5000);
    const moved = splitExamples(dataOf(5000), 0.2, 1, 'noise').training.points.map((at, i) => at - points[i]);
    const mean = moved.reduce((sum, d) => sum + d, 0) / moved.length;
    const variance = moved.reduce((sum, d) => sum + (d - mean) ** 2, 0) / moved.length;
    expect(mean).to.be.closeTo(0, 0.008);
    expect(Math.sqrt(variance)).to.be.closeTo(0.2, 0.006);
  });

  it('changes nothing for the points before one that is added', () => {
    const { points, labels } = dataOf(40);
    const before = splitExamples({ points: points.slice(0, 60), labels: labels.slice(0, 30) }, 0.1, 0.6, '3');
    const after = splitExamples({ points, labels }, 0.1, 0.6, '3');
    for (const part of ['training', 'test'] as const) {
      const xs = xsOf(before[part]);
      expect(xsOf(after[part]).slice(0, xs.length)).to.deep.equal(xs);
    }
  });
});
