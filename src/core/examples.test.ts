import { expect } from 'chai';
import { splitExamples, type Data } from './examples.js';

function data(n: number): Data {
  return {
    points: Float64Array.from({ length: 2 * n }, (_, i) => (i % 2 ? -1 : 1) * (Math.floor(i / 2) + 1) / (n + 1)),
    labels: Float64Array.from({ length: n }, (_, i) => i % 2),
  };
}

/** x of each point, which names it where there is no noise. */
const named = ({ points }: Data): number[] => [...points].filter((_, i) => i % 2 === 0);

describe('dealOut', () => {
  it('gives every point to training or to test, with its label, in the share that is asked for', () => {
    const all = data(200);
    for (const split of [0.05, 0.5, 0.7, 1]) {
      const { training, test } = splitExamples(all, 0, split, '7');
      expect([...named(training), ...named(test)].sort((a, b) => a - b)).to.deep.equal(named(all));
      expect(training.labels.length / 200).to.be.closeTo(split, split === 0.05 ? 0.03 : 0);
      for (const part of [training, test]) {
        named(part).forEach((x, k) => expect(part.labels[k]).to.equal(all.labels[named(all).indexOf(x)]));
      }
    }
  });

  it('gives every stretch of the data its share, whatever their order', () => {
    const { training } = splitExamples(data(1000), 0, 0.7, '7');
    const ids = named(training).map((x) => Math.round(x * 1001) - 1);
    for (let from = 0; from < 1000; from += 100) expect(ids.filter((id) => id >= from && id < from + 100)).to.have.length(70);
    for (let rest = 0; rest < 5; rest++) expect(ids.filter((id) => id % 5 === rest).length).to.be.within(115, 165);
  });

  it('deals out otherwise for another seed, and alike for the same', () => {
    const [one, again, other] = ['1', '1', '2'].map((seed) => named(splitExamples(data(100), 0, 0.5, seed).training));
    expect(again).to.deep.equal(one);
    expect(other).not.to.deep.equal(one);
  });

  it('leaves at least one point to learn', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { training, test } = splitExamples(data(2), 0, 0.001, String(seed));
      expect(training.labels.length, `seed ${seed}`).to.be.at.least(1);
      expect(training.labels.length + test.labels.length).to.equal(2);
    }
  });

  it('moves points by normal noise of the deviation that is asked for', () => {
    const all = data(5000);
    const { training } = splitExamples(all, 0.2, 1, 'noise');
    const moved = training.points.map((at, i) => at - all.points[i]);
    const mean = moved.reduce((sum, d) => sum + d, 0) / moved.length;
    const variance = moved.reduce((sum, d) => sum + (d - mean) ** 2, 0) / moved.length;
    expect(mean).to.be.closeTo(0, 0.008);
    expect(Math.sqrt(variance)).to.be.closeTo(0.2, 0.006);
  });

  it('changes nothing for the points before one that is added', () => {
    const many = data(40);
    const few: Data = { points: many.points.slice(0, 60), labels: many.labels.slice(0, 30) };
    const before = splitExamples(few, 0.1, 0.6, '3');
    const after = splitExamples(many, 0.1, 0.6, '3');
    expect(named(after.training).slice(0, named(before.training).length)).to.deep.equal(named(before.training));
    expect(named(after.test).slice(0, named(before.test).length)).to.deep.equal(named(before.test));
  });
});
