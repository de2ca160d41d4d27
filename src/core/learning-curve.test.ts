import { expect } from 'chai';
import { LearningCurve, milestones } from './learning-curve.js';

const milestonesUpTo = (steps: number): number[] => [...milestones].filter((at) => at <= steps);

/** Returns a curve with a score at every milestone up to `steps`. */
function curveUpTo(steps: number): LearningCurve {
  const curve = new LearningCurve();
  for (const at of milestonesUpTo(steps)) curve.record(at, { loss: 1 / (1 + at), iou: 1 - 1 / (1 + at) });
  return curve;
}

const stepsOf = (curve: LearningCurve): number[] => curve.toJSON().points.map(([steps]) => steps);

describe('milestones', () => {
  it('are 0, then 24 for each power of ten, ascending integers that include the powers', () => {
    expect([...milestones.subarray(0, 12)]).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(milestones.every((at, k) => Number.isSafeInteger(at) && (k === 0 || at > milestones[k - 1]))).to.equal(true);
    for (let power = 1; power <= 1e12; power *= 10) {
      expect(milestones.includes(power), String(power)).to.equal(true);
      const after = milestones.filter((at) => at > power && at <= 10 * power);
      if (power >= 100 && power < 1e12) expect(after).to.have.length(24);
    }
    expect(milestones[milestones.length - 1]).to.equal(1e12);
    // By the engine's own power function, which core does not use.
    const decade = Array.from({ length: 24 }, (_, k) => Math.round(10 ** (6 + (k + 1) / 24)));
    expect([...milestones].filter((at) => at > 1e6 && at <= 1e7)).to.deep.equal(decade);
  });
});

describe('LearningCurve', () => {
  it('returns the next milestone after any step, and Infinity after the last', () => {
    const curve = new LearningCurve();
    const next = [-1, 0, 1, 20, 21.5, 1000, 1050, 1e12, 1e15].map((at) => curve.nextMilestone(at));
    expect(next).to.deep.equal([0, 1, 2, 22, 22, 1101, 1101, Infinity, Infinity]);
  });

  it('returns every fourth milestone if asked to', () => {
    const curve = new LearningCurve();
    const found: number[] = [];
    for (let at = 0; at < 1e6; at = curve.nextMilestone(at, 4)) found.push(at);
    expect(found).to.deep.equal([...milestones].filter((at, k) => k % 4 === 0 && at < 1e6));
  });

  it('keeps the scores of milestones and of no other steps', () => {
    const curve = curveUpTo(1000);
    for (const steps of [1050, -1]) curve.record(steps, { loss: 9, iou: 9 });
    expect(stepsOf(curve)).to.deep.equal(milestonesUpTo(1000));
    expect(curve.length).to.equal(stepsOf(curve).length);
    const at = milestones.indexOf(100);
    expect([curve.loss[at], curve.iou[at], curve.testLoss[at]]).to.deep.equal([1 / 101, 1 - 1 / 101, NaN]);
  });

  it('knows the milestones that are missing', () => {
    const curve = curveUpTo(100);
    expect([0, 100, 105, 110].map((at) => curve.isMissing(at))).to.deep.equal([false, false, false, true]);
  });

  it('forgets everything after a step, or everything', () => {
    const curve = curveUpTo(1000);
    curve.forgetAfter(105);
    expect(stepsOf(curve)).to.deep.equal(milestonesUpTo(105));
    expect(curve.loss[milestones.indexOf(1000)]).to.be.NaN;
    curve.forgetAfter(1e6);
    expect(curve.length).to.equal(milestones.indexOf(100) + 1);
    curve.clear();
    expect([curve.length, stepsOf(curve)]).to.deep.equal([0, []]);
    expect([...curve.loss, ...curve.iou, ...curve.testLoss].every(Number.isNaN)).to.equal(true);
  });

  it('keeps later scores if a loss is recorded again, and forgets them if another loss is', () => {
    const curve = curveUpTo(1000);
    curve.record(10, { loss: 1 / 11, iou: 1 - 1 / 11 });
    expect(curve.isMissing(1000)).to.equal(false);
    curve.record(10, { loss: 0.25, iou: 0.5 });
    expect(stepsOf(curve)).to.deep.equal(milestonesUpTo(10));
    expect(curve.loss[10]).to.equal(0.25);
  });

  it('can begin late and be completed afterwards', () => {
    const curve = new LearningCurve();
    curve.record(1000, { loss: 0.1, iou: 0.5 });
    curve.record(1, { loss: 0.3, iou: 0 });
    expect(curve.toJSON().points).to.deep.equal([[1, 0.3, 0], [1000, 0.1, 0.5]]);
    curve.forgetAfter(999);
    expect(curve.length, 'nothing is known in between').to.equal(2);
  });

  it('is the same after JSON, with test loss and gaps', () => {
    const curve = curveUpTo(50);
    curve.record(1000, { loss: 0.1, iou: 0.5, testLoss: 0.2 });
    const other = curveUpTo(5000);
    other.restore(JSON.parse(JSON.stringify(curve)));
    expect(other).to.deep.equal(curve);
    expect(other.testLoss[milestones.indexOf(1000)]).to.equal(0.2);
  });

  it('refuses what is not a curve, and stays as it was', () => {
    const curve = curveUpTo(3);
    const before = JSON.stringify(curve);
    const points: unknown[] = [
      [[12.5, 0.1, 0.5]], [[13, 0.1, 0.5], [13, 0.1, 0.5]], [[13, 0.1, 0.5], [12, 0.1, 0.5]], [[23, 0.1, 0.5]],
      [[1, 0.1]], [[1, -0.1, 0.5]], [[1, 0.1, 1.5]], [[1, NaN, 0.5]], [[1, Infinity, 0.5]], [['1', 0.1, 0.5]],
      [[1, 0.1, 0.5, NaN]], [[1, 0.1, 0.5, 0.1, 0.1]], [null], new Array(3), new Array(1000).fill([1, 0.1, 0.5]), 'abc',
      undefined,
    ];
    const versionOne = points.map((each) => ({ version: 1, points: each }));
    const bad = [undefined, null, 7, {}, { version: 2, points: [] }, ...versionOne];
    for (const state of bad) {
      expect(() => curve.restore(state), JSON.stringify(state)).to.throw(RangeError, 'LearningCurve.restore');
    }
    expect(JSON.stringify(curve)).to.equal(before);
    curve.restore({ version: 1, points: [] });
    expect(curve.length).to.equal(0);
  });
});
