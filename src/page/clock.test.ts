import { expect } from '@open-wc/testing';
import { moving, still, TestMover, TestPicture } from '../testing/clock-units.js';
import { FRAME_MS, ManualTiming } from '../testing/manual-clock.js';
import { Clock, Unit } from './clock.js';

describe('Clock', () => {
  let timing: ManualTiming;
  let clock: Clock;

  beforeEach(() => {
    timing = new ManualTiming();
    clock = new Clock(timing);
  });

  describe('asking for frames', () => {
    it('asks for none for a unit that neither moves nor is stale', () => {
      const { unit, picture } = still();
      picture.stale = false;
      clock.add(unit);
      clock.wake(unit);
      expect(timing.requested).to.equal(0);
    });

    it('asks for none for what nobody sees, however much it moves', () => {
      const { unit, picture } = moving();
      picture.visible = false;
      clock.add(unit);
      clock.wake(unit);
      expect(timing.requested).to.equal(0);
    });

    it('asks for none for a unit without pictures, nor for one that it does not know', () => {
      clock.add(new Unit(new TestMover()));
      clock.wake(moving().unit);
      expect(timing.requested).to.equal(0);
    });

    it('asks for one, however many units wake', () => {
      for (let k = 0; k < 20; k++) {
        const { unit } = still();
        clock.add(unit);
        clock.wake(unit);
      }
      expect(timing.requested).to.equal(1);
    });

    it('asks for no more once everything is drawn', () => {
      const { unit, picture } = still();
      clock.add(unit);
      expect(timing.settle()).to.equal(1);
      expect(picture.draws).to.equal(1);
      picture.stale = true;
      clock.wake(unit);
      expect(timing.settle()).to.equal(1);
      expect(picture.draws).to.equal(2);
    });

    it('goes on while something moves, and stops when it is paused or out of view', () => {
      const { unit, picture, mover } = moving();
      clock.add(unit);
      for (let k = 0; k < 10; k++) timing.tick();
      expect(timing.pending).to.equal(true);
      mover.moving = false;
      timing.settle();
      expect(mover.advances).to.equal(10);
      mover.moving = true;
      clock.wake(unit);
      timing.tick();
      picture.visible = false;
      timing.settle();
      expect(mover.advances).to.equal(11);
    });

    it('takes the request back when the last unit leaves', () => {
      const [a, b] = [moving(), moving()];
      clock.add(a.unit);
      clock.add(b.unit);
      clock.delete(a.unit);
      expect(timing.pending).to.equal(true);
      clock.delete(b.unit);
      expect(timing.pending).to.equal(false);
      expect(timing.cancelled).to.equal(1);
    });

    it('neither moves nor draws a unit that left, while others go on', () => {
      const [a, b] = [moving(), moving()];
      clock.add(a.unit);
      clock.add(b.unit);
      timing.tick();
      clock.delete(a.unit);
      timing.tick();
      expect([a.mover.advances, a.picture.draws]).to.deep.equal([1, 1]);
      expect([b.mover.advances, b.picture.draws]).to.deep.equal([2, 2]);
    });

    it('does not wake for a unit that left', () => {
      const { unit, picture } = still();
      clock.add(unit);
      timing.settle();
      clock.delete(unit);
      picture.stale = true;
      clock.wake(unit);
      expect(timing.pending).to.equal(false);
    });
  });

  describe('a frame', () => {
    it('lets all models move before it draws any', () => {
      const log: string[] = [];
      for (const name of ['a', 'b']) {
        const { unit, picture, mover } = moving();
        mover.onAdvance = () => {
          log.push(`move ${name}`);
          picture.stale = true;
        };
        picture.onDraw = () => log.push(`draw ${name}`);
        clock.add(unit);
      }
      timing.tick();
      expect(log.map((entry) => entry.split(' ')[0])).to.deep.equal(['move', 'move', 'draw', 'draw']);
    });

    it('draws all stale and visible pictures of a unit, and only these', () => {
      const { unit, picture } = still();
      const [second, fresh, hidden] = [new TestPicture(), new TestPicture(), new TestPicture()];
      fresh.stale = false;
      hidden.visible = false;
      for (const each of [second, fresh, hidden]) unit.pictures.add(each);
      clock.add(unit);
      timing.settle();
      expect([picture, second, fresh, hidden].map(({ draws }) => draws)).to.deep.equal([1, 1, 0, 0]);
    });

    it('draws the pictures of a unit in one frame, even when the budget ends between them', () => {
      const units = [0, 1, 2, 3].map(() => {
        const { unit, picture } = moving();
        const second = new TestPicture();
        unit.pictures.add(second);
        for (const each of [picture, second]) each.onDraw = () => timing.spend(5);
        unit.mover!.advance = () => void (picture.stale = second.stale = true);
        clock.add(unit);
        return [picture, second];
      });
      for (let k = 0; k < 40; k++) {
        timing.tick();
        for (const [first, second] of units) expect(first.draws).to.equal(second.draws);
      }
      expect(units[3][0].draws).to.be.above(5);
    });

    it('moves a model by the time since the frame before', () => {
      const { unit, mover } = moving();
      clock.add(unit);
      timing.tick(3);
      timing.tick(8);
      timing.tick(25);
      expect(mover.elapsed.slice(1)).to.deep.equal([8, 25]);
    });

    it('counts the first as a sixtieth of a second, and the first after a rest too', () => {
      const { unit, picture, mover } = moving();
      clock.add(unit);
      timing.tick(400);
      timing.tick(10);
      picture.visible = false;
      timing.settle();
      timing.tick(100_000);
      picture.visible = true;
      clock.wake(unit);
      timing.tick(30);
      expect(mover.elapsed).to.deep.equal([FRAME_MS, 10, FRAME_MS]);
    });

    it('makes up for no more than 50 ms', () => {
      const { unit, mover } = moving();
      clock.add(unit);
      timing.tick();
      for (const ms of [49, 51, 900, 60_000]) timing.tick(ms);
      expect(mover.elapsed.slice(1)).to.deep.equal([49, 50, 50, 50]);
    });

    it('does not move a model that another one paused or removed in this very frame', () => {
      const [a, b, c] = [moving(), moving(), moving()];
      for (const { unit } of [a, b, c]) clock.add(unit);
      const act = (): void => {
        b.mover.moving = false;
        clock.delete(c.unit);
      };
      a.mover.onAdvance = act;
      timing.tick();
      expect([a, b, c].map(({ mover }) => mover.advances)).to.deep.equal([1, 0, 0]);
    });
  });

  describe('an exception', () => {
    it('in a drawing is reported once and stops that picture alone', () => {
      const [bad, good] = [moving(), moving()];
      const error = new Error('drawing');
      bad.picture.onDraw = () => {
        throw error;
      };
      clock.add(bad.unit);
      clock.add(good.unit);
      for (let k = 0; k < 5; k++) timing.tick();
      expect(timing.reported).to.deep.equal([error]);
      expect([bad.picture.draws, bad.mover.advances]).to.deep.equal([1, 1]);
      expect([good.picture.draws, good.mover.advances]).to.deep.equal([5, 5]);
    });

    it('in a drawing leaves the model and its other pictures as they were', () => {
      const { unit, picture, mover } = moving();
      const broken = new TestPicture();
      broken.onDraw = () => {
        throw new Error('drawing');
      };
      unit.pictures.add(broken);
      clock.add(unit);
      for (let k = 0; k < 5; k++) timing.tick();
      expect([timing.reported.length, broken.draws, picture.draws, mover.advances]).to.deep.equal([1, 1, 5, 5]);
    });

    it('in a move is reported once and stops that unit alone', () => {
      const [bad, good] = [moving(), moving()];
      const error = new Error('moving');
      bad.mover.onAdvance = () => {
        throw error;
      };
      clock.add(bad.unit);
      clock.add(good.unit);
      for (let k = 0; k < 5; k++) timing.tick();
      expect(timing.reported).to.deep.equal([error]);
      expect(bad.mover.advances).to.equal(1);
      expect(good.picture.draws).to.equal(5);
    });

    it('of the only unit ends the frames', () => {
      const { unit, picture } = moving();
      picture.onDraw = () => {
        throw new Error('drawing');
      };
      clock.add(unit);
      timing.tick();
      expect(timing.pending).to.equal(false);
      clock.wake(unit);
      expect(timing.pending).to.equal(false);
    });

    it('in a callback is reported and holds up no other', () => {
      const error = new Error('callback');
      let called = false;
      clock.after(() => {
        throw error;
      });
      clock.after(() => (called = true));
      timing.tick();
      expect(timing.reported).to.deep.equal([error]);
      expect(called).to.equal(true);
    });
  });

  describe('after', () => {
    it('calls back once, at the end of the next frame', () => {
      const { unit, picture } = moving();
      clock.add(unit);
      const draws: number[] = [];
      clock.after(() => draws.push(picture.draws));
      expect(draws).to.deep.equal([]);
      timing.tick();
      timing.tick();
      expect(draws).to.deep.equal([1]);
    });

    it('asks for a frame of its own if there is no other, and for one more from within a callback', () => {
      let calls = 0;
      clock.after(() => {
        calls++;
        clock.after(() => calls++);
      });
      timing.tick();
      expect(calls).to.equal(1);
      timing.tick();
      expect(calls).to.equal(2);
      expect(timing.pending).to.equal(false);
    });

    it('still calls back when the last unit leaves', () => {
      const { unit } = moving();
      clock.add(unit);
      let called = false;
      clock.after(() => (called = true));
      clock.delete(unit);
      timing.tick();
      expect(called).to.equal(true);
    });
  });
});

describe('Unit', () => {
  it('moves only if its mover does and a picture is visible', () => {
    const { unit, picture, mover } = moving();
    expect(unit.moving).to.equal(true);
    mover.moving = false;
    expect(unit.moving).to.equal(false);
    mover.moving = true;
    picture.visible = false;
    expect(unit.moving).to.equal(false);
    expect(still().unit.moving).to.equal(false);
  });

  it('is stale only if a visible picture is', () => {
    const { unit, picture } = still();
    expect(unit.stale).to.equal(true);
    picture.visible = false;
    expect(unit.stale).to.equal(false);
    const other = new TestPicture();
    unit.pictures.add(other);
    expect(unit.stale).to.equal(true);
    other.stale = false;
    picture.visible = true;
    picture.stale = false;
    expect(unit.stale).to.equal(false);
  });
});
