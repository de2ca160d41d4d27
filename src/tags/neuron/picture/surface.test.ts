import { expect } from '@open-wc/testing';
import { SumSurface } from '../surface-of-sum.js';
import { blank, pixel, PixelCanvas } from '../../../testing/pixels.js';
import { testTheme } from '../../../testing/theme.js';
import { drawProbe } from './probe.js';
import { Projection } from './projection.js';
import { drawRows } from './rows.js';
import { drawSurface } from './surface.js';
import { radii, snap } from '../../../draw/style.js';

describe('on a real canvas', () => {
  it('drawProbe has ink along the stick and shows the page in the ring', () => {
    const canvas = new PixelCanvas(300, 300, 2);
    canvas.context.fillRect(0, 0, 300, 300);
    const projection = new Projection([42, 33], 150, 150, 100);
    drawProbe(canvas.context, { u: 0.8, v: 0.1, h: 0.6 }, projection, 2, testTheme);
    const x = snap(projection.x(0.8, 0.1), 2, 2);
    const [foot, top] = [projection.y(0.8, 0.1), projection.y(0.8, 0.1, 0.6)];
    expect(canvas.at(x, (foot + top) / 2)).to.deep.equal(pixel(testTheme.ink));
    expect(canvas.at(x, top)).to.deep.equal(blank);
    expect(canvas.at(x + radii.probe, top)).to.deep.equal(pixel(testTheme.ink));
    expect(canvas.at(x + 20, (foot + top) / 2)).to.deep.equal(pixel('#000000'));
  });

  it('drawRows has a crisp stick with nothing beside it', () => {
    const canvas = new PixelCanvas(300, 300, 2);
    const projection = new Projection([0, 45], 150, 150, 100);
    const heights = Float64Array.from({ length: 25 }, (_, k) => (k === 2 ? 1 : 0)); // in the middle of the front row
    drawRows(canvas.context, { grid: 5, heights, most: 1, edges: [] }, projection, false, 2, testTheme);
    const x = snap(150, 1, 2);
    const top = projection.y(0, -1, 1);
    const middle = (projection.y(0, -1) + top) / 2;
    const [, green, , alpha] = canvas.at(x, middle);
    expect(alpha).to.be.above(0.85 * 250);
    expect(green).to.be.above(150);
    expect(canvas.at(x, top)).to.deep.equal(pixel(testTheme.positive));
    expect(canvas.at(x + 70, middle)).to.deep.equal(blank);
  });

  it('drawSurface has the flat part washed, the fold in ink and the slope in the colour of plus', () => {
    const canvas = new PixelCanvas(480, 384, 2);
    const { surface } = new SumSurface({
      w: [[1.2, -0.5]], b: [[-0.2]], activation: 'relu', alpha: 0.01, domain: [-1, 1], range: [], grid: 5, parts: false,
    });
    const texts = { format: String, flat: [['flat']], fold: 'fold', probe: [], inputs: ['p', 'q'], output: 'y' };
    const size = { width: 480, height: 384, density: 2 };
    const projection = drawSurface(canvas.context, surface, [42, 33], undefined, texts, size, testTheme);
    const look = (u: number, v: number, h = 0): unknown => canvas.at(...projection.point(u, v, h));
    expect(look(-0.7, -0.2)).to.deep.equal(pixel(testTheme.wash));
    expect(look(0.2 / 1.2, 0)).to.deep.equal(pixel(testTheme.ink));
    expect(look(0.5, -0.5, surface.scale.of(1.2 * 0.5 + 0.25 - 0.2))).to.deep.equal(pixel(testTheme.positive));
  });
});
