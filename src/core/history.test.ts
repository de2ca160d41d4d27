import { expect } from 'chai';
import { History, type RunSettings } from './history.js';

const words = Int32Array.of(1, 2, 3, 4);

function settings(learningRate: number): RunSettings {
  return { learningRate, updateOrder: 'simultaneous', target: () => 0, data: undefined, noise: 0, split: 1 };
}

/** A history that was offered every 64th step, each with itself as its parameters. */
function historyUpTo(steps: number, first = 0, size = 2): History {
  const history = new History(size);
  const parameters = new Float64Array(size);
  history.begin(first, parameters.fill(first), words, settings(0));
  for (let step = Math.ceil((first + 1) / 64) * 64; step <= steps; step += 64) history.offer(step, parameters.fill(step), words);
  return history;
}

/** The steps of all moments that it keeps. */
function kept(history: History, upTo: number): number[] {
  const steps: number[] = [];
  for (let moment = history.momentAt(upTo); ; moment = history.momentAt(moment.steps - 1)) {
    steps.unshift(moment.steps);
    if (moment.steps === history.first) return steps;
  }
}

describe('History', () => {
  it('gives the last moment at or before a step, with what it held then', () => {
    const history = historyUpTo(5000);
    expect(kept(history, Infinity)).to.deep.equal([0, 1024, 2048, 3072, 4096]);
    for (const [step, moment] of [[0, 0], [1023, 0], [1024, 1024], [4095, 3072], [1e9, 4096]]) {
      const found = history.momentAt(step);
      expect(found.steps).to.equal(moment);
      expect([...found.parameters]).to.deep.equal([moment, moment]);
      expect([...found.words]).to.deep.equal([...words]);
    }
  });

  it('keeps no more than 64 moments, evenly apart, the first among them, however long a run is', () => {
    for (const [steps, first] of [[70_000, 0], [3_000_000, 0], [3_000_000, 777]]) {
      const moments = kept(historyUpTo(steps, first), Infinity);
      expect(moments.length).to.be.within(32, 64);
      expect(moments[0]).to.equal(first);
      const apart = moments[2] - moments[1];
      for (let k = 2; k < moments.length; k++) expect(moments[k] - moments[k - 1]).to.equal(apart);
      expect(moments[moments.length - 1]).to.be.above(steps - apart - 64);
    }
  });

  it('uses the arrays of moments that went for those that come', () => {
    const history = new History(2);
    const parameters = new Float64Array(2);
    history.begin(0, parameters, words, settings(0));
    const arrays = new Set<Float64Array>();
    for (let step = 64; step <= 4_000_000; step += 64) {
      history.offer(step, parameters, words);
      arrays.add(history.momentAt(step).parameters);
    }
    expect(arrays.size).to.be.at.most(64);
  });

  it('keeps fewer moments of large networks', () => {
    expect(kept(historyUpTo(200_000, 0, 12_000), Infinity).length).to.be.within(5, 10);
    expect(kept(historyUpTo(200_000, 0, 1_000_000), Infinity).length).to.be.within(4, 8);
  });

  it('knows the settings from each change on, and the next change', () => {
    const history = historyUpTo(5000);
    history.change(5000, settings(1));
    history.change(5100, settings(2));
    expect([0, 4999, 5000, 5099, 5100, 9999].map((step) => history.settingsAt(step).learningRate)).to.deep.equal([0, 0, 1, 1, 2, 2]);
    expect([0, 4999, 5000, 5099, 5100].map((step) => history.nextChange(step))).to.deep.equal([5000, 5000, 5100, 5100, Infinity]);
  });

  it('forgets what came after a change, and keeps the last of several at one step', () => {
    const history = historyUpTo(5000);
    history.change(4800, settings(1));
    history.change(3000, settings(2));
    history.change(3000, settings(3));
    expect(kept(history, Infinity)).to.deep.equal([0, 1024, 2048]);
    expect(history.nextChange(0)).to.equal(3000);
    expect(history.settingsAt(9999).learningRate).to.equal(3);
    expect(history.nextChange(3000)).to.equal(Infinity);
  });

  it('says so too when the changes hold too many points, each counted once', () => {
    const history = historyUpTo(0);
    const data = (n: number): RunSettings => ({ ...settings(0), data: { points: new Float64Array(2 * n), labels: new Float64Array(n) } });
    const many = data(400_000);
    expect([1, 2, 3].map((step) => history.change(step, { ...many, noise: step / 10 }))).to.deep.equal([true, true, true]);
    expect([4, 5].map((step) => history.change(step, data(60_000)))).to.deep.equal([true, false]);
  });

  it('says when it can remember no more changes', () => {
    const history = historyUpTo(0);
    const remembered = Array.from({ length: 1001 }, (_, k) => history.change(k + 1, settings(k)));
    expect(remembered.indexOf(false)).to.equal(999);
  });
});
