import { expect } from '@open-wc/testing';
import { inNextTask } from '../page/next-task.js';
import { stub } from '../testing/host.js';
import { Sample } from '../testing/sample-element.js';
import { turnOfFirstUpdate } from './first-updates.js';

/** Waits longer than what was left to the next task: messages come in their order. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(() => inNextTask(resolve)));

let time = 0;

class SlowSample extends Sample {
  protected override update(changed: Map<PropertyKey, unknown>): void {
    time += 6;
    super.update(changed);
  }
}
customElements.define('test-slow-sample', SlowSample);

describe('first updates', () => {
  let restore: () => void;
  const isNow = (): boolean => turnOfFirstUpdate() === undefined;

  beforeEach(async () => {
    await turnOfFirstUpdate();
    await nextTask();
    restore = stub(performance, 'now', () => time);
  });
  afterEach(() => restore());

  it('happen at once while little time has passed in this task', () => {
    for (let k = 0; k < 100; k++) {
      expect(isNow(), `call ${k}`).to.equal(true);
      time += 0.1;
    }
  });

  it('wait together for the next task once the time is used up', async () => {
    expect(isNow()).to.equal(true);
    time += 20;
    const turn = turnOfFirstUpdate();
    expect([turn instanceof Promise, turnOfFirstUpdate() === turn]).to.deep.equal([true, true]);
    await turn;
    expect(isNow()).to.equal(true);
  });

  it('do not count the time of the task before', async () => {
    expect(isNow()).to.equal(true);
    await nextTask();
    time += 20;
    expect(isNow()).to.equal(true);
  });

  it('have a task before them for what they begin with, if both take long', async () => {
    let task = 0;
    let isOver = false;
    const count = (): void => {
      task++;
      if (!isOver) inNextTask(count);
    };
    inNextTask(count);
    const tasks: Record<string, number> = {};
    class ReadyingSample extends SlowSample {
      protected override getReady(): void {
        tasks.ready ??= task;
        if (!this.hasUpdated) time += 20;
      }

      protected override update(changed: Map<PropertyKey, unknown>): void {
        tasks.update ??= task;
        super.update(changed);
      }
    }
    customElements.define('test-readying-sample', ReadyingSample);
    turnOfFirstUpdate();
    time += 20; // others had their time in this task
    const sample = document.body.appendChild(new ReadyingSample());
    await sample.updateComplete;
    isOver = true;
    const gap = 'scheduler' in window ? 1 : 0; // WebKit may deliver several messages in one task
    expect(tasks.ready).to.be.at.least(gap);
    expect(tasks.update).to.be.at.least(tasks.ready + gap);
    sample.remove();
  });

  it('are not of what was removed before its turn: it takes no time, and comes when it is back', async () => {
    const dead: SlowSample[] = [];
    for (let round = 0; round < 10; round++) {
      const crowd = Array.from({ length: 20 }, () => document.body.appendChild(new SlowSample()));
      for (const each of crowd) each.remove();
      dead.push(...crowd);
    }
    const live = document.body.appendChild(new SlowSample());
    const before = time;
    let isNextTask = false;
    inNextTask(() => (isNextTask = true));
    await live.updateComplete;
    expect([live.hasUpdated, time - before, isNextTask]).to.deep.equal([true, 6, false]);
    for (const each of dead) await each.updateComplete;
    expect(dead.filter(({ hasUpdated }) => hasUpdated)).to.deep.equal([]);
    const [back] = dead;
    document.body.append(back);
    await back.updateComplete;
    expect(back.hasUpdated).to.equal(true);
    back.remove();
    live.remove();
  });

  it('of a crowd all happen, in several tasks, and those that wait are marked', async () => {
    const crowd = Array.from({ length: 8 }, () => document.body.appendChild(new SlowSample()));
    await crowd[0].updateComplete;
    const isWaiting = (element: SlowSample): boolean => element.matches(':state(waiting)');
    expect(crowd.filter(isWaiting).length).to.be.within(1, 7);
    const tasks = new Set<number>();
    let task = 0;
    const count = (): void => {
      task++;
      if (tasks.size < 2 && task < 500) inNextTask(count);
    };
    inNextTask(count);
    await Promise.all(crowd.map(async (each) => {
      await each.updateComplete;
      tasks.add(task);
    }));
    expect(tasks.size, 'tasks in which they were updated').to.be.above(1);
    for (const each of crowd) {
      expect([each.hasUpdated, isWaiting(each)]).to.deep.equal([true, false]);
      each.remove();
    }
  });
});
