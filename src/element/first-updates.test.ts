import { expect } from '@open-wc/testing';
import { stub } from '../testing/host.js';
import { inNextTask, turnOfFirstUpdate } from './first-updates.js';

/** Long enough for what was left to the next task: messages come in their order. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(() => inNextTask(resolve)));

/** Keeps the page busy. */
function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

describe('turnOfFirstUpdate', () => {
  let time = 0;
  let restore: () => void;
  const isNow = (): boolean => turnOfFirstUpdate() === undefined;

  beforeEach(async () => {
    await turnOfFirstUpdate();
    await nextTask();
    // A busy machine may take longer over a line than a task has.
    restore = stub(performance, 'now', () => time);
  });
  afterEach(() => restore());

  it('is now while little time has passed in this task', () => {
    for (let k = 0; k < 100; k++) {
      expect(isNow(), `call ${k}`).to.equal(true);
      time += 0.1;
    }
  });

  it('is the next task once the time is used up, one for all that wait, and then begins anew', async () => {
    expect(isNow()).to.equal(true);
    time += 20;
    const turn = turnOfFirstUpdate();
    expect(turn instanceof Promise).to.equal(true);
    expect(turnOfFirstUpdate() === turn).to.equal(true);
    await turn;
    expect(isNow()).to.equal(true);
  });

  it('counts the time of one task only', async () => {
    expect(isNow()).to.equal(true);
    await nextTask();
    time += 20;
    expect(isNow()).to.equal(true);
  });
});

describe('Tags upgraded in a crowd', () => {
  it('are all updated, though not in one task', async () => {
    // Any NnElement will do; the trainer is the one of which pages have fifty.
    const { NnCircleTrainer } = await import('../tags/circle-trainer/nn-circle-trainer.js');
    const tag = 'crowded-trainer';
    class Crowded extends NnCircleTrainer {
      protected override update(changed: Map<PropertyKey, unknown>): void {
        work(6);
        super.update(changed);
      }
    }
    customElements.define(tag, Crowded);
    const crowd = Array.from({ length: 8 }, () => document.body.appendChild(document.createElement(tag) as Crowded));
    const waiting = (): number => crowd.filter((each) => each.matches(':state(waiting)')).length;
    await crowd[0].updateComplete;
    expect(waiting(), 'those that keep their reserved room').to.be.within(1, 7);
    const tasks = new Set<number>();
    let task = 0;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      task++;
      if (task < 500) channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
    await Promise.all(crowd.map(async (each) => {
      await each.updateComplete;
      tasks.add(task);
    }));
    channel.port1.close();
    for (const each of crowd) {
      expect(each.shadowRoot!.querySelector('canvas'), 'its picture').not.to.equal(null);
      expect(each.matches(':state(waiting)')).to.equal(false);
      each.remove();
    }
    expect(tasks.size, 'tasks that they were updated in').to.be.above(1);
  });
});
