import { expect } from '@open-wc/testing';
import { Activation } from '../../core/index.js';
import { blank, pixel, PixelCanvas } from '../../testing/pixels.js';
import { testTheme } from '../../testing/theme.js';
import { sampleCurve, strokeCurve } from './curve.js';
import { drawActivation } from './picture.js';
import { drawGrid, Plot } from '../../draw/plot.js';
import { drawText } from '../../draw/text.js';

const plot = new Plot({ x: 40.5, y: 10, width: 320.25, height: 240 }, [-4, 4], [-1, 5]);

describe('on a real canvas', () => {
  it('drawGrid covers whole device pixels at any density', () => {
    for (const density of [1, 1.25, 1.5, 2, 3]) {
      const canvas = new PixelCanvas(400, 300, density);
      drawGrid(canvas.context, plot, [{ value: 0, text: '0' }], [], density, testTheme);
      const row = Array.from({ length: 400 * density }, (_, x) => canvas.device(x, Math.round(100 * density)));
      const found = row.filter(([, , , alpha]) => alpha > 0);
      expect(found.length, String(density)).to.be.within(1, 3);
      for (const each of found) expect(each, String(density)).to.deep.equal(pixel(testTheme.muted));
      expect(canvas.at(100, 100)).to.deep.equal(blank);
    }
  });

  it('drawText puts the middle of a digit at its height', () => {
    const canvas = new PixelCanvas(60, 60, 2);
    drawText(canvas.context, ['0'], 30, 30, { size: 30, colour: testTheme.ink, align: 'center' }, testTheme);
    const places = Array.from({ length: 120 }, (_, k) => k);
    const rows = places.filter((y) => places.some((x) => canvas.device(x, y)[3] > 128));
    expect((rows[0] + rows[rows.length - 1] + 1) / 4).to.be.closeTo(30, 1.5);
  });

  it('strokeCurve draws where the curve is, and nothing beyond the box', () => {
    const canvas = new PixelCanvas(400, 300, 2);
    const points = sampleCurve((x) => 3 * x, plot, [-4, 4]);
    strokeCurve(canvas.context, [points], plot.box, { colour: testTheme.ink, width: 2 });
    expect(canvas.at(plot.x(1), plot.y(3))).to.deep.equal(pixel(testTheme.ink));
    expect([canvas.at(plot.x(1) + 4, plot.y(3)), canvas.at(plot.x(-1), plot.y(-3))]).to.deep.equal([blank, blank]);
  });

  it('drawActivation has ink on the curve, nothing beside it and nothing in the probe\u2019s ring', () => {
    const canvas = new PixelCanvas(480, 340, 2);
    const activations = [new Activation('relu')];
    const picture = { activations, domain: [-5, 5], range: [-1, 5], derivative: false, probe: 2 } as const;
    const words = {
      format: String, names: [[['relu']]], slopes: [], probe: '2', value: '2', lensTitle: String, lensSlope: '',
    };
    const size = { width: 480, height: 340, density: 2 };
    const { plot: drawn } = drawActivation(canvas.context, picture, words, size, testTheme);
    expect(canvas.at(drawn.x(3), drawn.y(3))).to.deep.equal(pixel(testTheme.ink));
    expect(canvas.at(drawn.x(3) - 20, drawn.y(3))).to.deep.equal(blank);
    expect(canvas.at(drawn.x(2), drawn.y(2))).to.deep.equal(blank);
    expect(canvas.at(drawn.x(2) + 5, drawn.y(2))).to.deep.equal(pixel(testTheme.ink));
  });
});
