import { expect } from '@open-wc/testing';
import { moving, still, type TestPicture } from '../testing/clock-units.js';
import { FRAME_MS, ManualTiming } from '../testing/manual-clock.js';
import { Clock } from './clock.js';

function spread(counts: readonly number[]): number {
  return Math.max(...counts) / Math.min(...counts);
}

describe('Clock', () => {
  let timing: ManualTiming;
  let clock: Clock;

  beforeEach(() => {
    timing = new ManualTiming();
    clock = new Clock(timing);
  });

  describe('a picture that has just come', () => {
    it('is drawn without a frame, and no more of them than the time of one frame allows', () => {
      const came = Array.from({ length: 5 }, () => {
        const { unit, picture } = still();
        picture.onDraw = () => timing.spend(3);
        clock.add(unit);
        return { unit, picture };
      });
      expect(came.map(({ unit, picture }) => clock.drawEarly(picture, unit))).to.deep.equal([true, true, true, false, false]);
      timing.tick();
      expect(came.map(({ picture }) => picture.draws)).to.deep.equal([1, 1, 1, 1, 1]);
      expect(clock.drawEarly(came[0].picture, came[0].unit)).to.equal(true);
    });

    it('waits for the frame if its model has another picture, which would be behind', () => {
      const [{ unit, picture }, { picture: other }] = [still(), still()];
      unit.pictures.add(other);
      clock.add(unit);
      expect(clock.drawEarly(picture, unit)).to.equal(false);
      timing.tick();
      expect([picture.draws, other.draws]).to.deep.equal([1, 1]);
    });

    it('tells of an error in it and does not draw it again', () => {
      const { unit, picture } = still();
      picture.onDraw = () => {
        throw new Error('no ink');
      };
      clock.add(unit);
      clock.drawEarly(picture, unit);
      expect(timing.reported.map(String)).to.deep.equal(['Error: no ink']);
      expect(unit.pictures.size).to.equal(0);
    });
  });

  describe('the budget', () => {
    it('tells a mover when its share of 6 ms is over', () => {
      const spent: number[] = [];
      for (let k = 0; k < 3; k++) {
        const { unit, mover } = moving();
        mover.onAdvance = (_, expired) => {
          let ms = 0;
          for (; !expired(); ms += 0.25) timing.spend(0.25);
          spent.push(ms);
        };
        clock.add(unit);
      }
      timing.tick();
      expect(spent).to.deep.equal([2, 2, 2]);
    });

    it('gives what one does not need to those after it', () => {
      const [a, b] = [moving(), moving()];
      clock.add(a.unit);
      clock.add(b.unit);
      a.mover.onAdvance = () => timing.spend(1);
      let spent = 0;
      b.mover.onAdvance = (_, expired) => {
        for (; !expired(); spent++) timing.spend(1);
      };
      timing.tick();
      expect(spent).to.equal(5);
    });

    it('keeps a frame to 8 ms when a hundred pictures become stale at once', () => {
      const pictures = Array.from({ length: 100 }, () => {
        const { unit, picture } = still();
        picture.onDraw = () => timing.spend(1);
        clock.add(unit);
        return picture;
      });
      while (timing.pending) expect(timing.tick()).to.be.at.most(8);
      expect(pictures.every(({ draws }) => draws === 1)).to.equal(true);
    });

    it('shares drawing fairly between a hundred models of 1 ms, each at least once a second', () => {
      const lastDrawn = new Map<TestPicture, number>();
      let now = 0;
      let longest = 0;
      const units = Array.from({ length: 100 }, () => {
        const each = moving();
        each.picture.onDraw = () => {
          timing.spend(1);
          longest = Math.max(longest, now - (lastDrawn.get(each.picture) ?? 0));
          lastDrawn.set(each.picture, now);
        };
        clock.add(each.unit);
        return each;
      });
      for (let frame = 0; frame < 300; frame++, now += FRAME_MS) expect(timing.tick()).to.be.at.most(9);
      for (const at of lastDrawn.values()) longest = Math.max(longest, now - at);
      expect(lastDrawn.size).to.equal(100);
      expect(longest).to.be.at.most(1000 + FRAME_MS);
      expect(spread(units.map(({ picture }) => picture.draws))).to.be.at.most(2);
    });

    it('draws each evenly in time, not many times in a row and then long not at all', () => {
      const frames = new Map<TestPicture, number[]>();
      let frame = 0;
      for (let k = 0; k < 40; k++) {
        const each = moving();
        frames.set(each.picture, []);
        each.picture.onDraw = () => {
          timing.spend(1);
          frames.get(each.picture)!.push(frame);
        };
        clock.add(each.unit);
      }
      for (; frame < 120; frame++) timing.tick();
      for (const drawn of frames.values()) { // eight of forty a frame: every fifth
        for (let k = 1; k < drawn.length; k++) expect(drawn[k] - drawn[k - 1]).to.be.within(4, 6);
      }
    });

    it('shares training fairly between a hundred models that each cost 1 ms at least', () => {
      const units = Array.from({ length: 100 }, () => {
        const each = moving();
        each.mover.onAdvance = () => {
          timing.spend(1);
          each.picture.stale = true;
        };
        clock.add(each.unit);
        return each;
      });
      for (let frame = 0; frame < 300; frame++) expect(timing.tick()).to.be.at.most(8);
      expect(spread(units.map(({ mover }) => mover.advances))).to.be.at.most(2);
      expect(spread(units.map(({ picture }) => picture.draws))).to.be.at.most(2);
    });

    it('lets no stale picture wait for more than a second, whatever training and late frames leave', () => {
      const waits: number[] = [];
      let now = 0;
      for (let k = 0; k < 100; k++) {
        const each = moving();
        let since = 0;
        each.mover.onAdvance = () => {
          timing.spend(3);
          if (!each.picture.stale) since = now;
          each.picture.stale = true;
        };
        each.picture.onDraw = () => {
          timing.spend(20);
          waits.push(now - since);
        };
        clock.add(each.unit);
      }
      for (let frame = 0; now < 5000; frame++) {
        const ms = frame % 3 === 2 ? 50 : FRAME_MS;
        now += ms;
        timing.tick(ms);
      }
      expect(waits.length).to.be.at.least(150);
      expect(Math.max(...waits)).to.be.within(900, 1000 + 2 * 50); // crowded indeed
    });

    it('draws at least one unit a frame, however dear', () => {
      const { unit, picture, mover } = moving();
      mover.onAdvance = () => {
        timing.spend(40);
        picture.stale = true;
      };
      clock.add(unit);
      timing.tick();
      timing.tick();
      expect(picture.draws).to.equal(2);
    });
  });

  describe('late frames', () => {
    /** Units drawn in a frame, of cheap ones that are always stale. */
    function drawnIn(units: readonly { picture: TestPicture }[], ms: number): number {
      const before = units.reduce((sum, { picture }) => sum + picture.draws, 0);
      timing.tick(ms);
      return units.reduce((sum, { picture }) => sum + picture.draws, 0) - before;
    }

    function many(count: number): { picture: TestPicture }[] {
      return Array.from({ length: count }, () => {
        const each = moving();
        clock.add(each.unit);
        return each;
      });
    }

    it('make it draw fewer, and one at the least; frames in time make it draw all again', () => {
      const units = many(20);
      for (let k = 0; k < 5; k++) expect(drawnIn(units, FRAME_MS)).to.equal(20);
      const late = Array.from({ length: 12 }, () => drawnIn(units, 40));
      late.forEach((count, k) => expect(count).to.be.at.most(k ? late[k - 1] : 15));
      expect(late[11]).to.equal(1);
      let recovered = 0;
      for (; drawnIn(units, FRAME_MS) < 20; recovered++) expect(recovered).to.be.below(60);
      expect(drawnIn(units, FRAME_MS)).to.equal(20);
    });

    it('are none on a display that is slower as such', () => {
      const units = many(10);
      for (let k = 0; k < 200; k++) timing.tick(1000 / 30);
      expect(drawnIn(units, 1000 / 30)).to.equal(10);
    });

    it('are judged by the display: 16 ms is late at 144 Hz', () => {
      const units = many(20);
      for (let k = 0; k < 5; k++) timing.tick(1000 / 144);
      expect(drawnIn(units, 1000 / 60)).to.be.below(20);
    });

    it('are not seen for ever after two frames at one time', () => {
      const units = many(10);
      timing.tick();
      timing.tick(0);
      for (let k = 0; k < 600; k++) timing.tick();
      expect(drawnIn(units, FRAME_MS)).to.equal(10);
    });

    it('do not count while the tab was away', () => {
      const units = many(20);
      timing.tick();
      timing.tick(60_000);
      expect(drawnIn(units, FRAME_MS)).to.equal(20);
    });
  });
});
