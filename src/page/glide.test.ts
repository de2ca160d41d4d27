import { expect } from '@open-wc/testing';
import { FRAME_MS, ManualTiming } from '../testing/manual-clock.js';
import { Clock, type Picture } from './clock.js';
import { Glide } from './glide.js';
import { ease } from './timing.js';

describe('Glide', () => {
  let timing: ManualTiming;
  let clock: Clock;
  let glide: Glide;
  let seen: number[];
  let still: boolean;

  beforeEach(() => {
    timing = new ManualTiming();
    clock = new Clock(timing);
    seen = [];
    still = false;
    glide = new Glide((position) => seen.push(position), () => still);
    const picture: Picture = { visible: true, stale: false, draw: () => undefined };
    glide.unit.pictures.add(picture);
    clock.add(glide.unit);
  });

  const start = (position: number, last: number): void => {
    glide.start(position, last);
    clock.wake(glide.unit);
  };
  const pass = (ms: number): void => {
    for (let k = 0; k < Math.round(ms / FRAME_MS); k++) timing.tick();
  };
  const at = (): number => seen[seen.length - 1];

  it('takes 600 ms from layer to layer along the curve, and rests for 400', () => {
    start(0, 2);
    pass(300);
    expect(at()).to.be.closeTo(ease(0.5), 0.02);
    pass(320);
    expect(at()).to.equal(1);
    const moves = seen.length;
    pass(330);
    expect(seen.length, 'it rests').to.be.at.most(moves + 1);
    pass(100);
    expect(at()).to.be.above(1);
    pass(600);
    expect(at()).to.equal(2);
  });

  it('goes back and forth between the ends, and never beyond', () => {
    start(0, 2);
    pass(20_000);
    expect(Math.min(...seen)).to.equal(0);
    expect(Math.max(...seen)).to.equal(2);
    const wholes = seen.filter(Number.isInteger).filter((value, k, all) => value !== all[k - 1]);
    expect(wholes.slice(0, 8)).to.deep.equal([1, 2, 1, 0, 1, 2, 1, 0]);
  });

  it('turns back at the end it starts from, and goes on to a whole layer from between', () => {
    start(2, 2);
    pass(640);
    expect(at()).to.equal(1);
    glide.stop();
    seen.length = 0;
    start(0.4, 2);
    pass(640);
    expect(at()).to.equal(0);
  });

  it('takes less for a shorter way', () => {
    start(0.75, 2);
    pass(130);
    expect(at()).to.be.below(1);
    pass(40);
    expect(at()).to.equal(1);
  });

  it('rests where it is first, if told so', () => {
    glide.start(0, 2, false);
    clock.wake(glide.unit);
    pass(380);
    expect(seen.every((position) => position === 0)).to.equal(true);
    pass(60);
    expect(at()).to.be.above(0);
  });

  it('gives a position to be written that stays for a tenth of a second, but for whole layers', () => {
    start(0, 1);
    expect(glide.written).to.equal(0);
    const changes: number[] = [];
    let [before, last] = [0, 0];
    for (let k = 1; k <= 36; k++) {
      timing.tick();
      if (glide.written === last) continue;
      last = glide.written;
      expect(last).to.equal(at());
      if (last !== 1) changes.push((k - before) * FRAME_MS);
      before = k;
    }
    expect(last).to.equal(1);
    expect(changes.length).to.be.above(3);
    for (const ms of changes) expect(ms).to.be.at.least(99);
  });

  it('shows each layer at once where motion is unwelcome', () => {
    still = true;
    start(0, 2);
    pass(5000);
    expect(seen.every(Number.isInteger), seen.join()).to.equal(true);
    expect(seen.slice(0, 3)).to.deep.equal([1, 2, 1]);
  });

  it('stands still once stopped, without a frame, and where there is nowhere to go', () => {
    start(0, 2);
    pass(100);
    glide.stop();
    const { length } = seen;
    timing.settle();
    expect(seen).to.have.length(length);
    start(0, 0);
    expect(glide.moving).to.equal(false);
  });
});
