import { expect } from '@open-wc/testing';
import { TestCanvas } from '../testing/canvas-host.js';
import { TestMover } from '../testing/clock-units.js';
import { defineHost, frames, until } from '../testing/host.js';
import { Unit } from './clock.js';
import { MoveAlong } from './move-along.js';

class TestMoving extends TestCanvas {
  readonly mover = new TestMover();
  readonly moves = new Unit(this.mover);
  readonly along = new MoveAlong(this, this.controller, this.moves);
}
defineHost(TestMoving);

describe('MoveAlong', () => {
  let page: HTMLElement;

  beforeEach(() => {
    page = document.createElement('div');
    document.body.append(page);
  });

  afterEach(() => page.remove());

  it('lets a unit move while a picture of another one can be seen, and draws nothing itself', async () => {
    const host = new TestMoving();
    await host.showIn(page);
    expect(host.moves).to.not.equal(host.controller.unit);
    await until(() => host.mover.advances > 2, 'it never moved');
    expect(host.along.stale).to.equal(false);
    const { length } = host.paintings;
    await until(() => host.mover.advances > 6);
    expect(host.paintings).to.have.length(length);
  });

  it('rests while that cannot be seen, and once its host is gone', async () => {
    const host = new TestMoving();
    await host.showIn(page);
    await until(() => host.mover.advances > 0);
    for (const leave of [() => (page.hidden = true), () => host.remove()]) {
      leave();
      await frames(6);
      const { advances } = host.mover;
      await frames(6);
      expect(host.mover.advances).to.equal(advances);
      page.hidden = false;
      if (host.isConnected) await until(() => host.mover.advances > advances, 'it never went on');
    }
    expect(host.moves.pictures.size).to.equal(0);
  });
});
