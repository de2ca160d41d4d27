import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { stub } from '../testing/host.js';
import { ManualTiming } from '../testing/manual-clock.js';
import { Clock, clockOf, setClock, Unit, type Mover, type Picture } from './clock.js';

const FRAME_MS = 1000 / 60;

/** A picture that counts its drawings, each of which costs script time. */
class TestPicture implements Picture {
  visible = true;
  stale = true;
  draws = 0;
  onDraw = (): void => {};

  draw(): void {
    this.draws++;
    this.stale = false;
    this.onDraw();
  }
}

/** A model that makes its pictures stale whenever it moves. */
class TestMover implements Mover {
  moving = true;
  advances = 0;
  readonly elapsed: number[] = [];
  onAdvance: (elapsedMs: number, expired: () => boolean) => void = () => {};

  advance(elapsedMs: number, expired: () => boolean): void {
    this.advances++;
    this.elapsed.push(elapsedMs);
    this.onAdvance(elapsedMs, expired);
  }
}

function still(picture = new TestPicture()): { unit: Unit; picture: TestPicture } {
  const unit = new Unit();
  unit.pictures.add(picture);
  return { unit, picture };
}

function moving(): { unit: Unit; picture: TestPicture; mover: TestMover } {
  const mover = new TestMover();
  const unit = new Unit(mover);
  const picture = new TestPicture();
  unit.pictures.add(picture);
  mover.onAdvance = () => void (picture.stale = true);
  return { unit, picture, mover };
}

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

  describe('an exception', () => {
    it('in a drawing is reported once and stops that unit alone', () => {
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

describe('clockOf', () => {
  const KEY = Symbol.for('nn-elements.clock.1');
  let before: Clock | undefined;

  beforeEach(() => {
    before = (window as { [KEY]?: Clock })[KEY];
    setClock(window, undefined);
  });

  afterEach(() => setClock(window, before));

  it('is one for a window, kept under the registered symbol for other bundles', () => {
    const clock = clockOf(window);
    expect(clockOf(window)).to.equal(clock);
    expect((window as { [KEY]?: Clock })[KEY]).to.equal(clock);
  });

  it('takes the clock that another bundle put there', () => {
    const foreign = new Clock(new ManualTiming());
    (window as { [KEY]?: Clock })[KEY] = foreign;
    expect(clockOf(window)).to.equal(foreign);
  });

  it('is another one in another window', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="another window"></iframe>`);
    expect(clockOf(frame.contentWindow!)).not.to.equal(clockOf(window));
  });

  it('gives way to a clock of a test, and comes back', () => {
    const own = clockOf(window);
    const test = new Clock(new ManualTiming());
    setClock(window, test);
    expect(clockOf(window)).to.equal(test);
    setClock(window, undefined);
    expect(clockOf(window)).not.to.equal(test).and.not.to.equal(own);
  });

  it('draws on the frames of its window, and then takes none', async () => {
    let requests = 0;
    const native = window.requestAnimationFrame;
    const restore = stub(window, 'requestAnimationFrame', (callback) => {
      requests++;
      return native.call(window, callback);
    });
    const { unit, picture } = still();
    clockOf(window).add(unit);
    expect(picture.draws).to.equal(0);
    for (let k = 0; k < 3; k++) await new Promise((resolve) => native.call(window, resolve));
    restore();
    expect(picture.draws).to.equal(1);
    expect(requests).to.equal(1);
    clockOf(window).delete(unit);
  });

  it('takes its frame back when the last unit leaves', async () => {
    const { unit, picture } = still();
    clockOf(window).add(unit);
    clockOf(window).delete(unit);
    await nextFrame();
    await nextFrame();
    expect(picture.draws).to.equal(0);
  });

  it('tells the page of an exception', async () => {
    const told: unknown[] = [];
    const restore = stub(window, 'reportError', (error) => void told.push(error));
    const error = new Error('drawing');
    const { unit, picture } = still();
    picture.onDraw = () => {
      throw error;
    };
    clockOf(window).add(unit);
    await nextFrame();
    await nextFrame();
    restore();
    expect(told).to.deep.equal([error]);
  });
});
