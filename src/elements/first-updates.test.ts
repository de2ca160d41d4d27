import { expect } from '@open-wc/testing';
import { turnOfFirstUpdate } from './first-updates.js';

/** Long enough for what was left to the next task. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

/** Keeps the page busy. */
function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

describe('turnOfFirstUpdate', () => {
  beforeEach(async () => {
    await turnOfFirstUpdate();
    await nextTask();
  });

  it('is now while little time has passed in this task', () => {
    for (let k = 0; k < 100; k++) expect(turnOfFirstUpdate()).to.equal(undefined);
  });

  it('is the next task once the time is used up, one for all that wait, and then begins anew', async () => {
    expect(turnOfFirstUpdate()).to.equal(undefined);
    work(20);
    const turn = turnOfFirstUpdate();
    expect(turn).to.be.an.instanceof(Promise);
    expect(turnOfFirstUpdate()).to.equal(turn);
    await turn;
    expect(turnOfFirstUpdate()).to.equal(undefined);
  });

  it('counts the time of one task only', async () => {
    expect(turnOfFirstUpdate()).to.equal(undefined);
    await nextTask();
    work(20);
    expect(turnOfFirstUpdate()).to.equal(undefined);
  });
});

describe('Tags upgraded in a crowd', () => {
  it('are all updated, though not in one task', async () => {
    // Any NnElement will do; the trainer is the one of which pages have fifty.
    const { NnCircleTrainer } = await import('./nn-circle-trainer.js');
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
