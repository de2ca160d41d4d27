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
      seen: [] as number[], layer: 0, lastLayer: 2, isMotionReduced: false, canvas: { visible: true },
      ownerDocument: { defaultView: view },
      addController: () => undefined,
      onMotion(layer: number) {
        this.seen.push(layer);
        this.layer = layer;
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
    host.layer = layer;
    motion.start(restsFirst);
    motion.hostConnected(); // asks for a frame, as a redrawn picture would
  };

  it('takes 600 ms from layer to layer along the curve, and rests for 400', () => {
    start(0);
    pass(300);
    expect(host.layer).to.be.closeTo(ease(0.5), 0.02);
    pass(320);
    expect(host.layer).to.equal(1);
    const { length } = host.seen;
    pass(330);
    expect(host.seen.length).to.be.at.most(length + 1);
    pass(100);
    expect(host.layer).to.be.above(1);
    pass(600);
    expect(host.layer).to.equal(2);
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
      expect(host.layer).to.be.above(to);
      pass(60);
      expect(host.layer).to.equal(to);
      motion.stop();
    }
  });

  it('rests first if asked to', () => {
    start(0, true);
    pass(380);
    expect(host.layer).to.equal(0);
    pass(60);
    expect(host.layer).to.be.above(0);
  });

  it('goes on from where the host is put meanwhile, and turns back where there are fewer layers', () => {
    start(0);
    pass(300);
    host.layer = 1.5;
    timing.tick();
    expect(host.layer).to.be.within(1.5, 1.9);
    host.lastLayer = host.layer = 1;
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
      expect(written).to.equal(host.layer);
      if (written !== 1) changes.push((k - before) * FRAME_MS);
      before = k;
    }
    expect(written).to.equal(1);
    expect(changes.length).to.be.above(3);
    for (const ms of changes) expect(ms).to.be.at.least(99);
    motion.stop();
    host.layer = 0.5;
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
    expect(motion.moving).to.equal(false);
    expect(motion.unit.stale, 'another unit draws the picture').to.equal(false);
  });
});
