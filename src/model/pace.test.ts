import { expect } from 'chai';
import fc from 'fast-check';
import { Pace } from './pace.js';

describe('Pace', () => {
  it('gives exactly as many steps in a second on every display', () => {
    for (const rate of [24, 30, 50, 60, 75, 90, 100, 120, 144, 165, 240]) {
      for (const perFrame of [1, 2, 3, 7, 43, 100]) {
        const pace = new Pace();
        let steps = 0;
        for (let k = 0; k < rate; k++) steps += pace.take(1000 / rate, perFrame);
        expect(steps, `${rate} Hz, ${perFrame} a frame`).to.equal(60 * perFrame);
      }
    }
  });

  it('gives one step each frame at 60 Hz and 1, without losing one to rounding', () => {
    const pace = new Pace();
    for (let k = 0; k < 1000; k++) expect(pace.take(1000 / 60, 1), `frame ${k}`).to.equal(1);
  });

  it('carries fractions on, so that a slow pace still moves', () => {
    const pace = new Pace();
    expect(Array.from({ length: 8 }, () => pace.take(1000 / 240, 1))).to.deep.equal([0, 0, 0, 1, 0, 0, 0, 1]);
  });

  it('gives whole steps and loses none, however frames fall', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { maxLength: 200 }), fc.integer({ min: 1, max: 10_000 }), (frames, perFrame) => {
      const pace = new Pace();
      let steps = 0;
      for (const elapsed of frames) {
        const due = pace.take(elapsed, perFrame);
        expect(Number.isInteger(due) && due >= 0, `${due} due`).to.equal(true);
        steps += due;
      }
      const wanted = frames.reduce((sum, elapsed) => sum + elapsed, 0) * 0.06 * perFrame;
      expect(steps).to.be.within(wanted - 1.001, wanted + 0.001);
    }));
  });

  it('gives nothing for no time', () => {
    expect(new Pace().take(0, 10_000)).to.equal(0);
  });

  it('forgets the fraction at a new start', () => {
    const pace = new Pace();
    pace.take(1000 / 120, 1);
    pace.reset();
    expect(pace.take(1000 / 120, 1)).to.equal(0);
    expect(pace.take(1000 / 120, 1)).to.equal(1);
  });
});
