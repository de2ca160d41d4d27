import { expect } from 'chai';
import fc from 'fast-check';
import { numbers } from '../testing/numbers.js';
import { edges, endOf, record, RecordingContext, type PathMark, type TextMark } from '../testing/recording-context.js';
import { testTheme } from '../testing/theme.js';
import { axisValues, drawGrid, layOutPlot, Plot, plotMargins, writeTicks, type Span, type Tick } from './plot.js';

const size = { width: 400, height: 300, density: 2 };
const plot = new Plot({ x: 40, y: 10, width: 320, height: 240 }, [-4, 4], [-1, 5]);
const tick = (value: number, strong?: boolean): Tick => ({ value, text: String(value), strong });
const spans = fc.tuple(numbers(-100, 100), numbers(0.001, 200)).map(([low, width]): Span => [low, low + width]);
const widthOf = (text: string): number => text.length * 11 * 0.55;

describe('Plot', () => {
  it('puts the ends of both axes on the box, y upwards, and everything between in proportion', () => {
    expect([plot.x(-4), plot.x(4), plot.x(-2)]).to.deep.equal([40, 360, 120]);
    expect([plot.y(5), plot.y(-1), plot.y(2)]).to.deep.equal([10, 250, 130]);
  });

  it('returns the number at a position for any axis', () => {
    fc.assert(fc.property(spans, numbers(-1, 2), ([low, high], share) => {
      const value = low + share * (high - low);
      const own = new Plot(plot.box, [low, high], [low, high]);
      for (const found of [own.xAt(own.x(value)), own.yAt(own.y(value))]) {
        expect(found).to.be.closeTo(value, 1e-9 * (1 + Math.abs(value) + high - low));
      }
    }));
  });

  it('shows heights within the box, both ends included', () => {
    expect([-1.01, -1, 0, 5, 5.01].map((value) => plot.shows(value))).to.deep.equal([false, true, true, true, false]);
  });
});

describe('axisValues', () => {
  it('has 0 and the ends if 0 is between them, else a middle that can be written', () => {
    expect([[-5, 5], [0, 5], [-5, -1], [0.001, 5]].map(([low, high]) => axisValues([low, high])))
      .to.deep.equal([[0, -5, 5], [0, 5, 2.5], [-5, -1, -3], [0.001, 5]]);
  });
});

describe('layOutPlot', () => {
  const layOut = (into: typeof size, height: number, xTicks: Tick[], yTicks: Tick[]): Plot =>
    layOutPlot(new RecordingContext().context, into, height, [0, 1], [0, 1], xTicks, yTicks, testTheme);

  it('leaves as much room as the texts need and no more', () => {
    const { box } = layOut(size, 280, [tick(-5), tick(123456)], [tick(0), tick(-1000)]);
    expect(box.x).to.be.within(widthOf('-1000') + 4, widthOf('-1000') + 11);
    expect(size.width - box.x - box.width).to.be.within(widthOf('123456') / 2, widthOf('123456') / 2 + 3);
    expect([box.y, box.y + box.height]).to.deep.equal([plotMargins.top, 280 - plotMargins.bottom]);
  });

  it('has a box of at least one pixel in any canvas, for any text', () => {
    fc.assert(fc.property(numbers(1, 300), numbers(1, 300), fc.string(), (width, height, text) => {
      const { box } = layOut({ width, height, density: 1 }, height, [{ value: 0, text }], [{ value: 0, text }]);
      expect(Math.min(box.width, box.height)).to.be.at.least(1);
    }));
  });
});

describe('drawGrid', () => {
  it('draws a hairline at each tick and a muted axis where a coordinate is 0, through the whole box', () => {
    const xTicks = [tick(-4), tick(0), tick(4)];
    const [hair, axes] = record((ctx) => drawGrid(ctx, plot, xTicks, [tick(0), tick(5)], 1, testTheme)).paths('stroke');
    expect([hair.pen.strokeStyle, axes.pen.strokeStyle]).to.deep.equal([testTheme.hair, testTheme.muted]);
    const rounded = ({ path }: PathMark): number[][] => edges(path).map((edge) => edge.map((at) => Math.floor(at)));
    expect(rounded(hair)).to.deep.equal([[40, 10, 40, 250], [360, 10, 360, 250], [40, 10, 360, 10]]);
    expect(rounded(axes)).to.deep.equal([[200, 10, 200, 250], [40, 210, 360, 210]]);
  });
});

describe('writeTicks', () => {
  const write = (xTicks: readonly Tick[], yTicks: readonly Tick[] = []): TextMark[] =>
    record((ctx) => writeTicks(ctx, plot, xTicks, yTicks, size, testTheme)).texts;

  it('writes numbers under and left of the box, each at its place', () => {
    const [minus, zero, five] = write([tick(-4), tick(0)], [tick(5)]);
    expect((minus.x + endOf(minus)) / 2).to.be.closeTo(40, 1e-9);
    expect((zero.x + endOf(zero)) / 2).to.be.closeTo(200, 1e-9);
    expect(minus.y).to.equal(zero.y);
    expect(minus.y).to.be.above(255);
    expect(endOf(five)).to.be.below(40);
    expect(five.y).to.be.closeTo(10 + 0.36 * 11, 1e-9);
  });

  it('leaves out what would touch a number that comes before it, and writes the reader\u2019s own in ink', () => {
    const texts = write([tick(0.1, true), tick(0), tick(-4), tick(4)], [tick(0), tick(0.2), tick(5)]);
    expect(texts.map(({ text }) => text)).to.deep.equal(['0.1', '-4', '4', '0', '5']);
    const { ink, muted } = testTheme;
    expect(texts.map(({ pen }) => pen.fillStyle)).to.deep.equal([ink, muted, muted, muted, muted]);
  });

  it('keeps every number within the canvas and apart from the others', () => {
    fc.assert(fc.property(fc.array(numbers(-4, 4), { maxLength: 6 }), fc.nat(6), (values, digits) => {
      const texts = write(values.map((value) => ({ value, text: value.toFixed(digits) }))).sort((a, b) => a.x - b.x);
      texts.forEach((text, k) => {
        expect(text.x).to.be.at.least(k > 0 ? endOf(texts[k - 1]) : 0);
        expect(endOf(text)).to.be.at.most(400 + 1e-9);
      });
    }));
  });

  it('leaves out a number that is too long for any place', () => {
    expect(write([{ value: 0, text: '0.'.padEnd(300, '0') }, tick(4)]).map(({ text }) => text)).to.deep.equal(['4']);
  });
});
