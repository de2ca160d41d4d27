import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { blank, pixel, PixelCanvas } from '../testing/pixels.js';
import { edges, RecordingContext } from '../testing/recording-context.js';
import { testTheme } from '../testing/theme.js';
import { axisValues, drawGrid, layOutPlot, Plot, plotMargins, writeTicks, type Span, type Tick } from './plot.js';

const size = { width: 400, height: 300, density: 2 };
const plot = new Plot({ x: 40, y: 10, width: 320, height: 240 }, [-4, 4], [-1, 5]);
const tick = (value: number, strong?: boolean): Tick => ({ value, text: String(value), strong });

const spans = fc.tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 0.001, max: 200, noNaN: true }))
  .map(([low, width]): Span => [low, low + width]);

/** As `measureText` of the recording context has it. */
const halfWidth = (text: string): number => (text.length * 11 * 0.55) / 2;

describe('Plot', () => {
  it('puts the ends of both axes on the box, y upwards, and everything between in proportion', () => {
    expect([plot.x(-4), plot.x(4), plot.x(-2)]).to.deep.equal([40, 360, 120]);
    expect([plot.y(5), plot.y(-1), plot.y(2)]).to.deep.equal([10, 250, 130]);
  });

  it('finds the number at a position again, whatever the axis', () => {
    fc.assert(fc.property(spans, fc.double({ min: -1, max: 2, noNaN: true }), (xs, share) => {
      const value = xs[0] + share * (xs[1] - xs[0]);
      expect(new Plot(plot.box, xs, [0, 1]).valueAt(new Plot(plot.box, xs, [0, 1]).x(value))).to.be.closeTo(value, 1e-9 * (1 + Math.abs(value) + xs[1] - xs[0]));
    }));
  });

  it('knows which heights it shows, both ends included', () => {
    expect([-1.01, -1, 0, 5, 5.01].map((value) => plot.shows(value))).to.deep.equal([false, true, true, true, false]);
  });
});

describe('axisValues', () => {
  it('has 0 and the ends where 0 is between them, else a middle that can be written', () => {
    expect(axisValues([-5, 5])).to.deep.equal([0, -5, 5]);
    expect(axisValues([0, 5])).to.deep.equal([0, 5, 2.5]);
    expect(axisValues([-5, -1])).to.deep.equal([-5, -1, -3]);
    expect(axisValues([0.001, 5])).to.deep.equal([0.001, 5]);
  });
});

describe('layOutPlot', () => {
  it('leaves as much room as the texts need and no more', () => {
    const yTicks = [tick(0), tick(-1000)];
    const xTicks = [tick(-5), tick(123456)];
    const { box } = layOutPlot(new RecordingContext().context, size, 280, [0, 1], [0, 1], xTicks, yTicks, testTheme);
    expect(box.x).to.be.within(2 * halfWidth('-1000') + 4, 2 * halfWidth('-1000') + 11);
    expect(size.width - box.x - box.width).to.be.within(halfWidth('123456'), halfWidth('123456') + 3);
    expect([box.y, box.y + box.height]).to.deep.equal([plotMargins.top, 280 - plotMargins.bottom]);
  });

  it('has a box of some size in any canvas, whatever would have to be written', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 300, noNaN: true }), fc.double({ min: 1, max: 300, noNaN: true }), fc.string(), (width, height, text) => {
      const ticks = [{ value: 0, text }];
      const { box } = layOutPlot(new RecordingContext().context, { width, height, density: 1 }, height, [0, 1], [0, 1], ticks, ticks, testTheme);
      expect(box.width).to.be.at.least(1);
      expect(box.height).to.be.at.least(1);
    }));
  });
});

describe('drawGrid', () => {
  it('draws a hairline at each tick and a muted axis where a coordinate is 0, through the whole box', () => {
    const recording = new RecordingContext();
    drawGrid(recording.context, plot, [tick(-4), tick(0), tick(4), tick(1.7, true)], [tick(0), tick(5)], 1, testTheme);
    const [hair, axes] = recording.paths('stroke');
    expect([hair.pen.strokeStyle, axes.pen.strokeStyle]).to.deep.equal([testTheme.hair, testTheme.muted]);
    const rounded = (path: typeof hair.path): number[][] => edges(path).map((edge) => edge.map((at) => Math.floor(at)));
    expect(rounded(hair.path)).to.deep.equal([[40, 10, 40, 250], [360, 10, 360, 250], [40, 10, 360, 10]]);
    expect(rounded(axes.path)).to.deep.equal([[200, 10, 200, 250], [40, 210, 360, 210]]);
    expect(recording.depth).to.equal(0);
  });

  it('covers whole device pixels at any density', () => {
    for (const density of [1, 1.25, 1.5, 2, 3]) {
      const canvas = new PixelCanvas(400, 300, density);
      drawGrid(canvas.context, plot, [tick(0)], [], density, testTheme);
      const found = Array.from({ length: 400 * density }, (_, x) => canvas.device(x, Math.round(100 * density))).filter((each) => each[3] > 0);
      expect(found.length, String(density)).to.be.within(1, 3);
      for (const each of found) expect(each, String(density)).to.deep.equal(pixel(testTheme.muted));
      expect(canvas.at(100, 100)).to.deep.equal(blank);
    }
  });
});

describe('writeTicks', () => {
  function write(xTicks: readonly Tick[], yTicks: readonly Tick[]) {
    const recording = new RecordingContext();
    writeTicks(recording.context, plot, xTicks, yTicks, size, testTheme);
    return recording.texts;
  }

  it('writes numbers under and left of the box, each at its place', () => {
    const [minus, zero, five] = write([tick(-4), tick(0)], [tick(5)]);
    expect(minus.x + halfWidth('-4')).to.be.closeTo(40, 1e-9);
    expect(zero.x + halfWidth('0')).to.be.closeTo(200, 1e-9);
    expect(minus.y).to.equal(zero.y).and.to.be.above(255);
    expect(five.x + 2 * halfWidth('5')).to.be.below(40);
    expect(five.y).to.be.closeTo(10 + 0.36 * 11, 1e-9);
  });

  it('leaves out what would touch a number that comes before it, and writes the reader\u2019s own in ink', () => {
    const texts = write([tick(0.1, true), tick(0), tick(-4), tick(4)], [tick(0), tick(0.2), tick(5)]);
    expect(texts.map(({ text }) => text)).to.deep.equal(['0.1', '-4', '4', '0', '5']);
    expect(texts.map(({ pen }) => pen.fillStyle)).to.deep.equal([testTheme.ink, ...Array<string>(4).fill(testTheme.muted)]);
  });

  it('keeps every number within the canvas and none on another, for any of them', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { maxLength: 6 }), fc.nat(6), (values, digits) => {
      const texts = write(values.map((value) => ({ value, text: value.toFixed(digits) })), []);
      const boxes = texts.map(({ x, text }) => [x, x + 2 * halfWidth(text)]).sort(([a], [b]) => a - b);
      boxes.forEach(([left, right], k) => {
        expect(left).to.be.at.least(0);
        expect(right).to.be.at.most(400 + 1e-9);
        if (k > 0) expect(left - boxes[k - 1][1]).to.be.at.least(0);
      });
    }));
  });

  it('leaves out a number that is too long for any place', () => {
    expect(write([{ value: 0, text: '0.'.padEnd(300, '0') }, tick(4)], []).map(({ text }) => text)).to.deep.equal(['4']);
  });
});
