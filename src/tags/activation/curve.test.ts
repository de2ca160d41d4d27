import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { blank, pixel, PixelCanvas } from '../../testing/pixels.js';
import { edges, RecordingContext } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { sampleCurve, strokeCurve } from './curve.js';
import { Plot } from '../../draw/plot.js';

const box = { x: 40.5, y: 10, width: 320.25, height: 240 };
const plot = new Plot(box, [-4, 4], [-1, 5]);

describe('sampleCurve', () => {
  it('has a point at each stop and one in each column of pixels between, all of them on the curve', () => {
    fc.assert(fc.property(
      fc.double({ min: -100, max: 99, noNaN: true }), fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (low, width, slope, offset) => {
        const high = low + width;
        const middle = low + 0.3 * width;
        const f = (x: number): number => slope * x + offset + Math.abs(x - middle);
        const own = new Plot(box, [low, high], [-600, 600]);
        const points = sampleCurve(f, own, [low, middle, high]);
        const xs = [...points].filter((_, k) => k % 2 === 0);
        for (const stop of [low, middle, high]) expect(xs).to.include(own.x(stop));
        for (let column = 41; column < 360; column++) expect(xs.some((x) => Math.abs(x - column) < 1e-9)).to.equal(true);
        expect(xs.length).to.be.within(320, 323);
        xs.forEach((x, k) => {
          if (k > 0) expect(x).to.be.above(xs[k - 1]);
          const y = 600 - ((points[2 * k + 1] - 10) / 240) * 1200;
          expect(y).to.be.closeTo(f(low + ((x - 40.5) / 320.25) * width), 1e-6);
        });
      }), { numRuns: 20 });
  });

  it('goes no further than a canvas is exact', () => {
    const points = sampleCurve((x) => 1e30 * x, plot, [-4, 4]);
    expect(Math.max(...points.map(Math.abs))).to.be.at.most(1e4);
    expect(points.every(Number.isFinite)).to.equal(true);
  });
});

describe('strokeCurve', () => {
  it('strokes each piece for itself, in one stroke, within the box and half a line more', () => {
    const recording = new RecordingContext();
    const before = recording.pen;
    strokeCurve(recording.context, [Float64Array.of(0, 0, 10, 10), Float64Array.of(20, 20, 30, 30, 40, 20)], box, { colour: '#123456', width: 6, alpha: 0.5, dash: [4, 3] });
    const [stroke] = recording.paths('stroke');
    expect(edges(stroke.path)).to.deep.equal([[0, 0, 10, 10], [20, 20, 30, 30], [30, 30, 40, 20]]);
    expect(stroke.pen).to.deep.include({ strokeStyle: '#123456', lineWidth: 6, globalAlpha: 0.5, lineDash: [4, 3] });
    expect(recording.paths('clip')[0].path).to.deep.equal([{ type: 'rect', x: 37.5, y: 7, width: 326.25, height: 246, radius: 0 }]);
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
  });

  it('shows on a real canvas where the curve is, and nothing beyond the box', () => {
    const canvas = new PixelCanvas(400, 300, 2);
    strokeCurve(canvas.context, [sampleCurve((x) => 3 * x, plot, [-4, 4])], box, { colour: testTheme.ink, width: 2 });
    expect(canvas.at(plot.x(1), plot.y(3))).to.deep.equal(pixel(testTheme.ink));
    expect(canvas.at(plot.x(1) + 4, plot.y(3))).to.deep.equal(blank);
    expect(canvas.at(plot.x(-1), plot.y(-3))).to.deep.equal(blank);
  });
});
