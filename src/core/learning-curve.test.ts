import { expect } from 'chai';
import { LearningCurve, milestones, type LearningCurveState } from './learning-curve.js';

/** A curve of a run that was looked at wherever it wanted to be, up to `steps`. */
function curveUpTo(steps: number, lossAt = (at: number): number => 1 / (1 + at)): LearningCurve {
  const curve = new LearningCurve();
  for (let at = 0; at <= steps; at = curve.nextMilestone(at)) curve.record(at, { loss: lossAt(at), iou: 1 - lossAt(at) });
  return curve;
}

const stepsOf = (curve: LearningCurve): number[] => curve.toJSON().points.map(([steps]) => steps);

describe('LearningCurve', () => {
  it('looks at 0, then at about 24 steps a power of ten, each power among them, all ascending integers', () => {
    expect([...milestones.subarray(0, 12)]).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (let k = 1; k < milestones.length; k++) {
      expect(milestones[k]).to.be.above(milestones[k - 1]);
      expect(Number.isSafeInteger(milestones[k])).to.equal(true);
    }
    for (let power = 1; power <= 1e12; power *= 10) {
      expect(milestones.includes(power), String(power)).to.equal(true);
      if (power >= 100 && power < 1e12) expect(milestones.filter((at) => at > power && at <= 10 * power)).to.have.length(24);
    }
    expect(milestones[milestones.length - 1]).to.equal(1e12);
    // By the language's own power function, which core may not use.
    expect([...milestones].filter((at) => at > 1e6 && at <= 1e7)).to.deep.equal(Array.from({ length: 24 }, (_, k) => Math.round(10 ** (6 + (k + 1) / 24))));
  });

  it('tells the next of them after any step, and Infinity after the last', () => {
    const curve = new LearningCurve();
    expect([-1, 0, 1, 20, 21.5, 1000, 1050, 1e12, 1e15].map((at) => curve.nextMilestone(at))).to.deep.equal([0, 1, 2, 22, 22, 1101, 1101, Infinity, Infinity]);
  });

  it('looks less often where it costs more, at some of the same steps', () => {
    const curve = new LearningCurve();
    const found: number[] = [];
    for (let at = 0; at < 1e6; at = curve.nextMilestone(at, 4)) found.push(at);
    expect(found).to.deep.equal([...milestones].filter((at, k) => k % 4 === 0 && at < 1e6));
  });

  it('keeps the scores of the steps it asked for, and no other', () => {
    const curve = curveUpTo(1000);
    curve.record(1050, { loss: 9, iou: 9 });
    curve.record(-1, { loss: 9, iou: 9 });
    expect(stepsOf(curve)).to.deep.equal([...milestones].filter((at) => at <= 1000));
    expect(curve.length).to.equal(stepsOf(curve).length);
    const at = milestones.indexOf(100);
    expect([curve.loss[at], curve.iou[at], curve.testLoss[at]]).to.deep.equal([1 / 101, 1 - 1 / 101, NaN]);
  });

  it('knows what it lacks', () => {
    const curve = curveUpTo(100);
    expect([0, 100, 105, 110].map((at) => curve.isMissing(at))).to.deep.equal([false, false, false, true]);
  });

  it('forgets what came after a step, or all of it', () => {
    const curve = curveUpTo(1000);
    curve.forgetAfter(105);
    expect(stepsOf(curve)).to.deep.equal([...milestones].filter((at) => at <= 105));
    expect(curve.loss[milestones.indexOf(1000)]).to.be.NaN;
    curve.forgetAfter(1e6);
    expect(curve.length).to.equal(milestones.indexOf(100) + 1);
    curve.clear();
    expect([curve.length, stepsOf(curve)]).to.deep.equal([0, []]);
    expect([...curve.loss, ...curve.iou, ...curve.testLoss].every(Number.isNaN)).to.equal(true);
  });

  it('keeps what comes later when the same run comes by again, and forgets it when another does', () => {
    const curve = curveUpTo(1000);
    curve.record(10, { loss: 1 / 11, iou: 1 - 1 / 11 });
    expect(curve.isMissing(1000)).to.equal(false);
    curve.record(10, { loss: 0.25, iou: 0.5 });
    expect(stepsOf(curve)).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(curve.loss[10]).to.equal(0.25);
  });

  it('may begin late and be filled in from the start afterwards', () => {
    const curve = new LearningCurve();
    curve.record(1000, { loss: 0.1, iou: 0.5 });
    curve.record(1, { loss: 0.3, iou: 0 });
    expect(curve.toJSON().points).to.deep.equal([[1, 0.3, 0], [1000, 0.1, 0.5]]);
    curve.forgetAfter(999);
    expect(curve.length, 'nothing is known in between').to.equal(2);
  });

  it('comes back from JSON as it was, test loss and gaps too', () => {
    const curve = curveUpTo(50);
    curve.record(1000, { loss: 0.1, iou: 0.5, testLoss: 0.2 });
    const other = curveUpTo(5000);
    other.restore(JSON.parse(JSON.stringify(curve)));
    expect(other.toJSON()).to.deep.equal(curve.toJSON());
    expect(other.length).to.equal(curve.length);
    expect(other.testLoss[milestones.indexOf(1000)]).to.equal(0.2);
  });

  it('takes nothing that is no curve, and has changed nothing then', () => {
    const curve = curveUpTo(3);
    const before = JSON.stringify(curve);
    const bad: unknown[] = [
      undefined, null, 7, {}, { version: 2, points: [] }, { version: 1 }, { version: 1, points: 'abc' },
      ...[
        [[12.5, 0.1, 0.5]], [[13, 0.1, 0.5], [13, 0.1, 0.5]], [[13, 0.1, 0.5], [12, 0.1, 0.5]], [[23, 0.1, 0.5]], [[1, 0.1]], [[1, -0.1, 0.5]], [[1, 0.1, 1.5]],
        [[1, NaN, 0.5]], [[1, Infinity, 0.5]], [['1', 0.1, 0.5]], [[1, 0.1, 0.5, NaN]], [[1, 0.1, 0.5, 0.1, 0.1]], [null], new Array<unknown>(3), new Array(1000).fill([1, 0.1, 0.5]),
      ].map((points) => ({ version: 1, points })),
    ];
    for (const state of bad) expect(() => curve.restore(state), JSON.stringify(state)).to.throw(RangeError, 'LearningCurve.restore');
    expect(JSON.stringify(curve)).to.equal(before);
    curve.restore({ version: 1, points: [] } satisfies LearningCurveState);
    expect(curve.length).to.equal(0);
  });
});
