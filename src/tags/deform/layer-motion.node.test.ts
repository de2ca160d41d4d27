import { expect } from 'chai';
import { Clock, setClock } from '../../page/clock.js';
import { ease } from '../../page/timing.js';
import { FRAME_MS, ManualTiming } from '../../testing/manual-clock.js';
import { LayerMotion } from './layer-motion.js';

describe('LayerMotion', () => {
  let timing: ManualTiming;
  let host: ReturnType<typeof hostOn>;
  let motion: LayerMotion;

  /** An element that notes where it is moved, and a window with that clock around it. */
  function hostOn(clock: Clock) {
    const view = {} as Window;
    setClock(view, clock);
    return {
      seen: [] as number[], told: [] as string[], position: 0, lastLayer: 2, homeAfterPlay: 2, isMotionReduced: false,
      mayPlayOnce: false, canvas: { visible: true, prominent: true },
      ownerDocument: { defaultView: view },
      addController: () => undefined,
      onMotion(layer: number) {
        this.seen.push(layer);
        this.position = layer;
      },
      onOnceBegun() { this.told.push('begun'); },
      onOnceOver() {
        this.told.push('over');
        motion.stop();
      },
    };
  }

  beforeEach(() => {
    timing = new ManualTiming();
    host = hostOn(new Clock(timing));
    motion = new LayerMotion(host as never);
    motion.hostConnected();
  });

  const pass = (ms: number): void => {
    for (let k = 0; k < Math.round(ms / FRAME_MS); k++) timing.tick();
  };
  const start = (layer: number, restsFirst = false): void => {
    host.position = layer;
    motion.start(restsFirst);
    motion.hostConnected(); // asks for a frame, as a redrawn picture would
  };

  it('takes 600 ms from layer to layer along the curve, and rests for 400', () => {
    start(0);
    pass(300);
    expect(host.position).to.be.closeTo(ease(0.5), 0.02);
    pass(320);
    expect(host.position).to.equal(1);
    const { length } = host.seen;
    pass(330);
    expect(host.seen.length).to.be.at.most(length + 1);
    pass(100);
    expect(host.position).to.be.above(1);
    pass(600);
    expect(host.position).to.equal(2);
  });

  it('goes back and forth between the ends, and never beyond', () => {
    start(0);
    pass(20_000);
    expect([Math.min(...host.seen), Math.max(...host.seen)]).to.deep.equal([0, 2]);
    const wholes = host.seen.filter(Number.isInteger).filter((layer, k, all) => layer !== all[k - 1]);
    expect(wholes.slice(0, 8)).to.deep.equal([1, 2, 1, 0, 1, 2, 1, 0]);
  });

  it('turns back at an end, goes on to a whole layer from between, and takes less for a shorter way', () => {
    for (const [from, to, ms] of [[2, 1, 640], [0.4, 0, 300], [0.75, 0, 500]]) {
      start(from);
      pass(ms - 60);
      expect(host.position).to.be.above(to);
      pass(60);
      expect(host.position).to.equal(to);
      motion.stop();
    }
  });

  it('rests first if asked to', () => {
    start(0, true);
    pass(380);
    expect(host.position).to.equal(0);
    pass(60);
    expect(host.position).to.be.above(0);
  });

  it('goes on from where the host is put meanwhile, and turns back where there are fewer layers', () => {
    start(0);
    pass(300);
    host.position = 1.5;
    timing.tick();
    expect(host.position).to.be.within(1.5, 1.9);
    host.lastLayer = host.position = 1;
    host.seen.length = 0;
    pass(5000);
    expect([Math.min(...host.seen), Math.max(...host.seen)]).to.deep.equal([0, 1]);
  });

  it('has a number to write that stays for a tenth of a second, apart from whole layers', () => {
    host.lastLayer = 1;
    start(0);
    const changes: number[] = [];
    let [before, written] = [0, 0];
    for (let k = 1; k <= 36; k++) {
      timing.tick();
      if (motion.written === written) continue;
      written = motion.written;
      expect(written).to.equal(host.position);
      if (written !== 1) changes.push((k - before) * FRAME_MS);
      before = k;
    }
    expect(written).to.equal(1);
    expect(changes.length).to.be.above(3);
    for (const ms of changes) expect(ms).to.be.at.least(99);
    motion.stop();
    host.position = 0.5;
    expect(motion.written, 'where it stands').to.equal(0.5);
  });

  it('jumps from layer to layer where the reader asks for less motion', () => {
    host.isMotionReduced = true;
    start(0);
    pass(5000);
    expect(host.seen.every(Number.isInteger), host.seen.join()).to.equal(true);
    expect(host.seen.slice(0, 3)).to.deep.equal([1, 2, 1]);
  });

  it('asks for no frame once stopped, without layers, while its picture cannot be seen, and once it is gone', () => {
    for (const rest of [() => motion.stop(), () => (host.canvas.visible = false), () => motion.hostDisconnected()]) {
      host.canvas.visible = true;
      start(0);
      pass(100);
      expect(timing.pending).to.equal(true);
      rest();
      const { length } = host.seen;
      timing.settle();
      expect(host.seen).to.have.length(length);
    }
    host.lastLayer = 0;
    start(0);
    expect(motion.playing).to.equal(false);
    expect(motion.unit.stale, 'another unit draws the picture').to.equal(false);
  });

  /** Lets it play by itself, and returns the whole layers that it came to. */
  const playOnce = (from: number, home: number): number[] => {
    Object.assign(host, { mayPlayOnce: true, position: from, homeAfterPlay: home });
    motion.hostUpdated();
    pass(12_000);
    return host.seen.filter(Number.isInteger).filter((layer, k, all) => layer !== all[k - 1]);
  };

  it('plays once by itself, from the input to the last layer and to its place, and then never again', () => {
    expect(playOnce(0, 2)).to.deep.equal([1, 2]);
    expect([host.told, motion.playing, motion.moving]).to.deep.equal([['begun', 'over'], false, false]);
    expect(timing.pending).to.equal(false);
    motion.hostUpdated();
    expect(timing.pending).to.equal(false);
  });

  it('goes back to the input first where it stands at another layer, and then to its place', () => {
    expect(playOnce(1, 1)).to.deep.equal([0, 1, 2, 1]);
  });

  it('takes 1,500 ms a layer the one time that it plays by itself, after half a second', () => {
    host.mayPlayOnce = true;
    motion.hostUpdated();
    pass(480);
    expect([motion.waiting, host.seen]).to.deep.equal([true, []]);
    pass(60);
    expect([motion.waiting, motion.playing]).to.deep.equal([false, true]);
    pass(700);
    expect(host.position).to.be.closeTo(ease(0.5), 0.05);
    pass(720);
    expect(host.position).to.be.below(1);
    pass(80);
    expect(host.position).to.equal(1);
  });

  it('waits until enough of the picture can be seen, and plays no more once it was touched', () => {
    Object.assign(host, { mayPlayOnce: true });
    host.canvas.prominent = false;
    motion.hostUpdated();
    expect([timing.pending, motion.waiting]).to.deep.equal([false, true]);
    host.canvas.prominent = true;
    motion.stop();
    motion.hostUpdated();
    expect([timing.pending, motion.waiting]).to.deep.equal([false, false]);
  });

  it('ends the one time that it plays by itself where something else moves the host', () => {
    host.mayPlayOnce = true;
    motion.hostUpdated();
    pass(1000);
    host.position = 1.7;
    pass(2000);
    expect([host.told, host.position, timing.pending]).to.deep.equal([['begun', 'over'], 1.7, false]);
  });
});
