import { expect } from 'chai';
import fc from 'fast-check';
import { activationNames } from '../../core/index.js';
import { numbers } from '../../testing/numbers.js';
import { edges, record } from '../../testing/recording-context.js';
import { curveStyle, sampleCurve, strokeCurve } from './curve.js';
import { Plot } from '../../draw/plot.js';

const box = { x: 40.5, y: 10, width: 320.25, height: 240 };

describe('curveStyle', () => {
  it('is plain ink for a single curve', () => {
    expect(curveStyle(0, 1)).to.deep.equal({ colour: 'ink', width: 1.6, alpha: 1, dash: [] });
  });

  it('lays the first of several under the second, so that both show where they coincide', () => {
    const [first, second] = [0, 1].map((k) => curveStyle(k, 2));
    expect(first).to.deep.include({ colour: 'accent', width: 6, alpha: 0.45 });
    expect(second).to.deep.include({ colour: 'ink', width: 1.6, alpha: 1 });
  });

  it('differs in more than colour for as many curves as there are functions, with gaps in all after the second', () => {
    const styles = activationNames.map((_, k) => curveStyle(k, activationNames.length));
    expect(new Set(styles.map(({ width, dash }) => `${width} ${dash}`)).size).to.equal(activationNames.length);
    for (const { dash } of styles.slice(2)) expect(dash.length).to.be.at.least(2);
  });
});

describe('sampleCurve', () => {
  it('has a point at each stop and one in each column of pixels between, all on the curve', () => {
    const small = numbers(-3, 3);
    fc.assert(fc.property(numbers(-100, 99), numbers(0.01, 100), small, small, (low, width, slope, offset) => {
      const [middle, high] = [low + 0.3 * width, low + width];
      const f = (x: number): number => slope * x + offset + Math.abs(x - middle);
      const plot = new Plot(box, [low, high], [-600, 600]);
      const points = sampleCurve(f, plot, [low, middle, high]);
      const xs = [...points].filter((_, k) => k % 2 === 0);
      expect(xs).to.include.members([low, middle, high].map((stop) => plot.x(stop)));
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
    const points = sampleCurve((x) => 1e30 * x, new Plot(box, [-4, 4], [-1, 5]), [-4, 4]);
    expect(Math.max(...points.map(Math.abs))).to.be.at.most(1e4);
  });
});

describe('strokeCurve', () => {
  it('strokes separate pieces in one stroke, within the box and half a line more', () => {
    const pieces = [Float64Array.of(0, 0, 10, 10), Float64Array.of(20, 20, 30, 30, 40, 20)];
    const style = { colour: '#123456', width: 6, alpha: 0.5, dash: [4, 3] };
    const recording = record((ctx) => strokeCurve(ctx, pieces, box, style));
    const [stroke] = recording.paths('stroke');
    expect(edges(stroke.path)).to.deep.equal([[0, 0, 10, 10], [20, 20, 30, 30], [30, 30, 40, 20]]);
    expect(stroke.pen).to.deep.include({ strokeStyle: '#123456', lineWidth: 6, globalAlpha: 0.5, lineDash: [4, 3] });
    const clip = { type: 'rect', x: 37.5, y: 7, width: 326.25, height: 246, radius: 0 };
    expect(recording.paths('clip')[0].path).to.deep.equal([clip]);
  });
});
