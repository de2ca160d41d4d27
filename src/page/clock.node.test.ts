import { expect } from 'chai';
import { moving, still, TestMover, TestPicture } from '../testing/clock-units.js';
import { garbagePerCall } from '../testing/garbage.js';
import { FRAME_MS, ManualTiming } from '../testing/manual-clock.js';
import { Clock, Unit } from './clock.js';

type MovingUnit = ReturnType<typeof moving>;

const fail = (error: unknown) => () => {
  throw error;
};

describe('Clock', () => {
  let timing: ManualTiming;
  let clock: Clock;

  beforeEach(() => {
    timing = new ManualTiming();
    clock = new Clock(timing);
  });

  const addStill = (): ReturnType<typeof still> => {
    const added = still();
    clock.add(added.unit);
    return added;
  };
  const addMoving = (count = 1, prepare: (added: MovingUnit) => void = () => undefined): MovingUnit[] =>
    Array.from({ length: count }, () => {
      const added = moving();
      prepare(added);
      clock.add(added.unit);
      return added;
    });
  const ticks = (count: number, ms?: number): void => {
    for (let k = 0; k < count; k++) timing.tick(ms);
  };
  const draws = (units: readonly { picture: TestPicture }[]): number[] => units.map(({ picture }) => picture.draws);
  const advances = (units: readonly MovingUnit[]): number[] => units.map(({ mover }) => mover.advances);
  const spread = (counts: readonly number[]): number => Math.max(...counts) / Math.min(...counts);

  describe('asking for frames', () => {
    it('asks for none where nothing that can be seen moves or is stale, nor for a unit that it does not know', () => {
      const [fresh, unseen] = [still(), moving()];
      fresh.picture.stale = unseen.picture.visible = false;
      for (const unit of [fresh.unit, unseen.unit, new Unit(new TestMover())]) {
        clock.add(unit);
        clock.wake(unit);
      }
      clock.wake(moving().unit);
      expect(timing.requested).to.equal(0);
    });

    it('asks for one, however many units wake, and for no more once everything is drawn', () => {
      const units = Array.from({ length: 20 }, addStill);
      for (const { unit } of units) clock.wake(unit);
      expect([timing.requested, timing.settle(), new Set(draws(units))]).to.deep.equal([1, 1, new Set([1])]);
      units[0].picture.stale = true;
      clock.wake(units[0].unit);
      expect([timing.settle(), units[0].picture.draws]).to.deep.equal([1, 2]);
    });

    it('goes on while something moves, and stops when it is paused or out of view', () => {
      const [{ unit, picture, mover }] = addMoving();
      ticks(10);
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

    it('neither moves, draws nor wakes a unit that left, and takes the request back when the last one leaves', () => {
      const units = addMoving(2);
      timing.tick();
      clock.delete(units[0].unit);
      timing.tick();
      expect([advances(units), draws(units)]).to.deep.equal([[1, 2], [1, 2]]);
      clock.delete(units[1].unit);
      expect([timing.pending, timing.cancelled]).to.deep.equal([false, 1]);
      clock.wake(units[0].unit);
      expect(timing.pending).to.equal(false);
    });
  });

  describe('a frame', () => {
    it('lets all models move before it draws any', () => {
      const log: string[] = [];
      addMoving(2, ({ mover, picture }) => {
        mover.onAdvance = () => {
          log.push('move');
          picture.stale = true;
        };
        picture.onDraw = () => log.push('draw');
      });
      timing.tick();
      expect(log).to.deep.equal(['move', 'move', 'draw', 'draw']);
    });

    it('draws all stale and visible pictures of a unit, and only these', () => {
      const { unit, picture } = still();
      const [second, fresh, hidden] = [new TestPicture(), new TestPicture(), new TestPicture()];
      fresh.stale = hidden.visible = false;
      for (const each of [second, fresh, hidden]) unit.pictures.add(each);
      clock.add(unit);
      timing.settle();
      expect([picture, second, fresh, hidden].map((each) => each.draws)).to.deep.equal([1, 1, 0, 0]);
    });

    it('draws the pictures of a unit in one frame, even when the budget ends between them', () => {
      const pairs = addMoving(4, ({ unit, mover, picture }) => {
        const second = new TestPicture();
        unit.pictures.add(second);
        for (const each of [picture, second]) each.onDraw = () => timing.spend(5);
        mover.onAdvance = () => void (picture.stale = second.stale = true);
      }).map(({ unit }) => [...unit.pictures] as TestPicture[]);
      for (let k = 0; k < 40; k++) {
        timing.tick();
        for (const [first, second] of pairs) expect(first.draws).to.equal(second.draws);
      }
      expect(pairs[3][0].draws).to.be.above(5);
    });

    it('moves a model by the time since the frame before, at most 50 ms, and by 1/60 s after a rest', () => {
      const [{ unit, picture, mover }] = addMoving();
      for (const ms of [400, 8, 25, 49, 51, 900, 60_000]) timing.tick(ms);
      picture.visible = false;
      timing.settle();
      timing.tick(100_000);
      picture.visible = true;
      clock.wake(unit);
      timing.tick(30);
      expect(mover.elapsed).to.deep.equal([FRAME_MS, 8, 25, 49, 50, 50, 50, FRAME_MS]);
    });

    it('does not move a model that another one paused or removed in this very frame', () => {
      const [a, b, c] = addMoving(3);
      a.mover.onAdvance = () => {
        b.mover.moving = false;
        clock.delete(c.unit);
      };
      timing.tick();
      expect(advances([a, b, c])).to.deep.equal([1, 0, 0]);
    });

    it('leaves no garbage once compiled, however many models move and are drawn', async () => {
      const MODELS = 100;
      addMoving(MODELS, ({ mover, picture }) => {
        mover.advance = () => {
          picture.stale = true;
        };
      });
      // Asking for the use of memory leaves about 300 bytes itself; an object a model would be thousands.
      // A number that a model is given may be an object of 16 bytes, as the compiler likes; a closure is 50 and more.
      const most = 24 * MODELS;
      expect(await garbagePerCall(() => void timing.tick(), most)).to.be.below(most);
    });
  });

  describe('an exception', () => {
    const error = new Error('failed');

    it('in a drawing is reported once and stops that picture alone, not its model or other pictures', () => {
      const units = addMoving(2);
      const broken = new TestPicture();
      broken.onDraw = fail(error);
      units[0].unit.pictures.add(broken);
      ticks(5);
      expect([timing.reported, broken.draws]).to.deep.equal([[error], 1]);
      expect([draws(units), advances(units)]).to.deep.equal([[5, 5], [5, 5]]);
    });

    it('in a move is reported once and stops that unit alone', () => {
      const [bad, good] = addMoving(2);
      bad.mover.onAdvance = fail(error);
      ticks(5);
      expect([timing.reported, bad.mover.advances, good.picture.draws]).to.deep.equal([[error], 1, 5]);
    });

    it('of the only picture ends the frames', () => {
      const [{ unit, picture }] = addMoving();
      picture.onDraw = fail(error);
      timing.tick();
      clock.wake(unit);
      expect(timing.pending).to.equal(false);
    });

    it('in a callback is reported and holds up no other', () => {
      let called = false;
      clock.after(fail(error));
      clock.after(() => (called = true));
      timing.tick();
      expect([timing.reported, called]).to.deep.equal([[error], true]);
    });
  });

  describe('after', () => {
    it('calls back once, at the end of the next frame', () => {
      const units = addMoving();
      const seen: number[][] = [];
      clock.after(() => seen.push(draws(units)));
      expect(seen).to.deep.equal([]);
      ticks(2);
      expect(seen).to.deep.equal([[1]]);
    });

    it('asks for a frame of its own, whatever units leave, and for one more from within a callback', () => {
      let calls = 0;
      const [{ unit }] = addMoving();
      clock.after(() => {
        calls++;
        clock.after(() => calls++);
      });
      clock.delete(unit);
      timing.tick();
      expect(calls).to.equal(1);
      timing.tick();
      expect([calls, timing.pending]).to.deep.equal([2, false]);
    });
  });

  describe('a picture that has just come', () => {
    it('is drawn without a frame, and no more of them than the time of one frame allows', () => {
      const units = Array.from({ length: 5 }, addStill);
      for (const { picture } of units) picture.onDraw = () => timing.spend(3);
      const drawEarly = ({ picture, unit }: typeof units[number]): boolean => clock.drawEarly(picture, unit);
      expect(units.map(drawEarly)).to.deep.equal([true, true, true, false, false]);
      timing.tick();
      expect([draws(units), drawEarly(units[0])]).to.deep.equal([[1, 1, 1, 1, 1], true]);
    });

    it('waits for the frame if its model has another picture, which would be behind', () => {
      const [{ unit, picture }, { picture: other }] = [addStill(), still()];
      unit.pictures.add(other);
      expect(clock.drawEarly(picture, unit)).to.equal(false);
      timing.tick();
      expect([picture.draws, other.draws]).to.deep.equal([1, 1]);
    });

    it('is reported and removed where it cannot be drawn', () => {
      const { unit, picture } = addStill();
      const error = new Error('failed');
      picture.onDraw = fail(error);
      clock.drawEarly(picture, unit);
      expect([timing.reported, unit.pictures.size]).to.deep.equal([[error], 0]);
    });
  });

  describe('the budget', () => {
    it('gives each mover an equal share of 6 ms', () => {
      const spent: number[] = [];
      addMoving(3, ({ mover }) => (mover.onAdvance = (_, expired) => {
        let ms = 0;
        for (; !expired(); ms += 0.25) timing.spend(0.25);
        spent.push(ms);
      }));
      timing.tick();
      expect(spent).to.deep.equal([2, 2, 2]);
    });

    it('gives what one mover does not need to those after it', () => {
      const [a, b] = addMoving(2);
      a.mover.onAdvance = () => timing.spend(1);
      let spent = 0;
      b.mover.onAdvance = (_, expired) => {
        for (; !expired(); spent++) timing.spend(1);
      };
      timing.tick();
      expect(spent).to.equal(5);
    });

    it('keeps a frame to 8 ms when a hundred pictures become stale at once', () => {
      const units = Array.from({ length: 100 }, addStill);
      for (const { picture } of units) picture.onDraw = () => timing.spend(1);
      while (timing.pending) expect(timing.tick()).to.be.at.most(8);
      expect(new Set(draws(units))).to.deep.equal(new Set([1]));
    });

    it('shares drawing fairly between a hundred models of 1 ms, each at least once a second', () => {
      const lastDrawn = new Map<TestPicture, number>();
      let [now, longest] = [0, 0];
      const units = addMoving(100, ({ picture }) => (picture.onDraw = () => {
        timing.spend(1);
        longest = Math.max(longest, now - (lastDrawn.get(picture) ?? 0));
        lastDrawn.set(picture, now);
      }));
      for (let frame = 0; frame < 300; frame++, now += FRAME_MS) expect(timing.tick()).to.be.at.most(9);
      for (const at of lastDrawn.values()) longest = Math.max(longest, now - at);
      expect(lastDrawn.size).to.equal(100);
      expect(longest).to.be.at.most(1000 + FRAME_MS);
      expect(spread(draws(units))).to.be.at.most(2);
    });

    it('draws each evenly in time, not many times in a row and then long not at all', () => {
      let frame = 0;
      const drawn: number[][] = [];
      addMoving(40, ({ picture }) => {
        const frames: number[] = [];
        drawn.push(frames);
        picture.onDraw = () => {
          timing.spend(1);
          frames.push(frame);
        };
      });
      for (; frame < 120; frame++) timing.tick();
      for (const frames of drawn) { // eight of forty a frame: every fifth
        for (let k = 1; k < frames.length; k++) expect(frames[k] - frames[k - 1]).to.be.within(4, 6);
      }
    });

    it('shares training fairly between a hundred models that each cost 1 ms at least', () => {
      const units = addMoving(100, ({ mover, picture }) => (mover.onAdvance = () => {
        timing.spend(1);
        picture.stale = true;
      }));
      for (let frame = 0; frame < 300; frame++) expect(timing.tick()).to.be.at.most(8);
      expect(spread(advances(units))).to.be.at.most(2);
      expect(spread(draws(units))).to.be.at.most(2);
    });

    it('lets no stale picture wait for more than a second, whatever training and late frames leave', () => {
      const waits: number[] = [];
      let now = 0;
      addMoving(100, ({ mover, picture }) => {
        let since = 0;
        mover.onAdvance = () => {
          timing.spend(3);
          if (!picture.stale) since = now;
          picture.stale = true;
        };
        picture.onDraw = () => {
          timing.spend(20);
          waits.push(now - since);
        };
      });
      for (let frame = 0; now < 5000; frame++) {
        const ms = frame % 3 === 2 ? 50 : FRAME_MS;
        now += ms;
        timing.tick(ms);
      }
      expect(waits.length).to.be.at.least(150);
      expect(Math.max(...waits)).to.be.within(900, 1000 + 2 * 50); // crowded indeed
    });

    it('draws at least one unit a frame, however dear', () => {
      const units = addMoving();
      units[0].mover.onAdvance = () => {
        timing.spend(40);
        units[0].picture.stale = true;
      };
      ticks(2);
      expect(draws(units)).to.deep.equal([2]);
    });
  });

  describe('late frames', () => {
    const sum = (units: readonly MovingUnit[]): number => draws(units).reduce((total, count) => total + count, 0);
    /** Lets a frame come after `ms`, and returns how many units it drew. */
    const drawnAfter = (ms: number, units: readonly MovingUnit[]): number => {
      const before = sum(units);
      timing.tick(ms);
      return sum(units) - before;
    };

    it('make it draw fewer, but at least one; frames in time make it draw all again', () => {
      const units = addMoving(20);
      for (let k = 0; k < 5; k++) expect(drawnAfter(FRAME_MS, units)).to.equal(20);
      const late = Array.from({ length: 12 }, () => drawnAfter(40, units));
      late.forEach((count, k) => expect(count).to.be.at.most(k ? late[k - 1] : 15));
      expect(late[11]).to.equal(1);
      for (let frame = 0; drawnAfter(FRAME_MS, units) < 20; frame++) expect(frame).to.be.below(60);
      expect(drawnAfter(FRAME_MS, units)).to.equal(20);
    });

    it('are judged by what the display usually takes', () => {
      for (const [usualMs, ms, isLate] of [[1000 / 30, 1000 / 30, false], [1000 / 144, 1000 / 60, true]] as const) {
        clock = new Clock(timing = new ManualTiming());
        const units = addMoving(20);
        ticks(200, usualMs);
        expect(drawnAfter(ms, units) < 20, String(usualMs)).to.equal(isLate);
      }
    });

    it('are not seen for ever after two frames at one time, nor while the tab was away', () => {
      for (const [ms, frames] of [[0, 600], [60_000, 0]]) {
        clock = new Clock(timing = new ManualTiming());
        const units = addMoving(10);
        timing.tick();
        timing.tick(ms);
        ticks(frames);
        expect(drawnAfter(FRAME_MS, units), String(ms)).to.equal(10);
      }
    });
  });
});

describe('Unit', () => {
  it('moves while a picture is prominent, not just visible, if its mover waits', () => {
    const { unit, picture, mover } = moving();
    Object.assign(mover, { waiting: true });
    picture.prominent = false;
    expect(unit.moving).to.equal(false);
    picture.prominent = true;
    expect(unit.moving).to.equal(true);
    mover.moving = false;
    expect(unit.moving).to.equal(false);
  });

  it('moves if its mover does and a picture is visible, and is stale if a visible picture is', () => {
    const { unit, picture, mover } = moving();
    const other = new TestPicture();
    unit.pictures.add(other);
    other.visible = false;
    const cases = [[true, true, true], [true, false, true], [true, true, false], [false, true, true]];
    for (const [visible, stale, moves] of cases) {
      Object.assign(picture, { visible, stale });
      mover.moving = moves;
      expect([unit.moving, unit.stale]).to.deep.equal([moves && visible, stale && visible]);
    }
    other.visible = true;
    expect([unit.moving, unit.stale, still().unit.moving]).to.deep.equal([true, true, false]);
  });
});
