import { expect } from 'chai';
import { createSnapshot, History, type Snapshot } from './history.js';
import type { RunSettings } from './settings.js';

function settings(learningRate: number): RunSettings {
  return { learningRate, updateOrder: 'simultaneous', target: () => 0, data: undefined, noise: 0, split: 1 };
}

/** Calls `offer` with each 64th step, whose parameters all are the step itself. */
function offerSteps(history: History, now: Snapshot, to: number): void {
  for (now.steps = Math.ceil((now.steps + 1) / 64) * 64; now.steps <= to; now.steps += 64) {
    now.parameters.fill(now.steps);
    history.offer(now);
  }
}

function historyUpTo(steps: number, first = 0, size = 2): History {
  const history = new History(size);
  const now = createSnapshot(size);
  now.steps = first;
  now.parameters.fill(first);
  now.words.set([1, 2, 3, 4]);
  history.begin(now, settings(0));
  offerSteps(history, now, steps);
  return history;
}

/** Returns the steps of all snapshots. */
function snapshotsOf(history: History): number[] {
  const steps: number[] = [];
  for (let snapshot = history.snapshotAt(Infinity); ; snapshot = history.snapshotAt(snapshot.steps - 1)) {
    steps.unshift(snapshot.steps);
    if (snapshot.steps === history.first) return steps;
  }
}

describe('History', () => {
  it('returns the last snapshot at or before a step, with the state of that step', () => {
    const history = historyUpTo(5000);
    expect(snapshotsOf(history)).to.deep.equal([0, 1024, 2048, 3072, 4096]);
    for (const [step, wanted] of [[0, 0], [1023, 0], [1024, 1024], [4095, 3072], [1e9, 4096]]) {
      const { steps, parameters, words } = history.snapshotAt(step);
      expect([steps, ...parameters, ...words]).to.deep.equal([wanted, wanted, wanted, 1, 2, 3, 4]);
    }
  });

  it('keeps at most 64 snapshots at equal distances, and always the first, however long the run', () => {
    for (const [steps, first] of [[70_000, 0], [3_000_000, 0], [3_000_000, 777]]) {
      const snapshots = snapshotsOf(historyUpTo(steps, first));
      const distance = snapshots[2] - snapshots[1];
      expect(snapshots.length).to.be.within(32, 64);
      expect(snapshots[0]).to.equal(first);
      for (let k = 2; k < snapshots.length; k++) expect(snapshots[k] - snapshots[k - 1]).to.equal(distance);
      expect(snapshots[snapshots.length - 1]).to.be.above(steps - distance - 64);
    }
  });

  it('reuses the arrays of dropped snapshots', () => {
    const history = new History(2);
    const now = createSnapshot(2);
    history.begin(now, settings(0));
    const arrays = new Set<Float64Array>();
    for (let to = 64; to <= 4_000_000; to += 64) {
      offerSteps(history, now, to);
      now.steps = to;
      arrays.add(history.snapshotAt(to).parameters);
    }
    expect(arrays.size).to.be.at.most(64);
  });

  it('keeps fewer snapshots of large networks', () => {
    expect(snapshotsOf(historyUpTo(200_000, 0, 12_000)).length).to.be.within(5, 10);
    expect(snapshotsOf(historyUpTo(200_000, 0, 1_000_000)).length).to.be.within(4, 8);
  });

  it('returns the settings from each change on, and the next change', () => {
    const history = historyUpTo(5000);
    history.change(5000, settings(1));
    history.change(5100, settings(2));
    const rates = [0, 4999, 5000, 5099, 5100, 9999].map((step) => history.settingsAt(step).learningRate);
    expect(rates).to.deep.equal([0, 0, 1, 1, 2, 2]);
    const next = [0, 4999, 5000, 5099, 5100].map((step) => history.nextChange(step));
    expect(next).to.deep.equal([5000, 5000, 5100, 5100, Infinity]);
  });

  it('forgets what came after a change, and keeps the last of several changes at one step', () => {
    const history = historyUpTo(5000);
    history.change(4800, settings(1));
    history.change(3000, settings(2));
    history.change(3000, settings(3));
    expect(snapshotsOf(history)).to.deep.equal([0, 1024, 2048]);
    expect([history.nextChange(0), history.nextChange(3000)]).to.deep.equal([3000, Infinity]);
    expect(history.settingsAt(9999).learningRate).to.equal(3);
  });

  it('returns false when the changes hold too many points, each set of data counted once', () => {
    const history = historyUpTo(0);
    const dataOf = (n: number): RunSettings => (
      { ...settings(0), data: { points: new Float64Array(2 * n), labels: new Float64Array(n) } });
    const large = dataOf(400_000);
    const same = [1, 2, 3].map((step) => history.change(step, { ...large, noise: step / 10 }));
    expect(same).to.deep.equal([true, true, true]);
    expect([4, 5].map((step) => history.change(step, dataOf(60_000)))).to.deep.equal([true, false]);
  });

  it('returns false when it can remember no more changes', () => {
    const history = historyUpTo(0);
    const remembered = Array.from({ length: 1001 }, (_, k) => history.change(k + 1, settings(k)));
    expect(remembered.indexOf(false)).to.equal(999);
  });
});
