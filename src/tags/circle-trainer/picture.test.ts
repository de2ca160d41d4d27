import { expect } from '@open-wc/testing';
import { traceOutline } from '../../core/contour.js';
import { cellCentres, createTarget } from '../../core/index.js';
import { traceLevels } from '../../core/levels.js';
import { blank, pixel, PixelCanvas } from '../../testing/pixels.js';
import { testTheme } from '../../testing/theme.js';
import { drawTrainer } from './picture.js';
import { drawPredictions } from './predictions.js';
import { drawTarget } from './target-picture.js';

const box = { x: 0, y: 0, width: 100, height: 100 };
const { ink, hair, targetWash } = testTheme;
const empty = { levels: [], threshold: 0.5, withdrawn: false };

function targetOn(canvas: PixelCanvas, ...of: Parameters<typeof createTarget>): void {
  const target = createTarget(...of);
  drawTarget(canvas.context, traceOutline(target), box, testTheme, of[0].includes('x') ? traceLevels(target) : []);
}

describe('on a real canvas', () => {
  for (const [density, line] of [[1, 1], [1.25, 1], [2, 2], [3, 2]]) {
    it(`the frame colours exactly ${line} device pixels at the edge with a density of ${density}`, () => {
      const canvas = new PixelCanvas(80, 40, density);
      const picture = { ...empty, outline: [], predictions: new Float64Array(), grid: 0 };
      drawTrainer(canvas.context, picture, { width: 80, height: 40, density }, testTheme);
      const [right, bottom] = [80 * density - 1, 40 * density - 1];
      for (let depth = 0; depth <= line; depth++) {
        for (const [x, y] of [[depth, 20], [right - depth, 20], [30, depth], [30, bottom - depth]]) {
          expect(canvas.device(x, y), `${x}, ${y}`).to.deep.equal(depth < line ? pixel(hair) : blank);
        }
      }
    });
  }

  it('predictions have ink in a filled circle, a hole in a hollow one, a speck elsewhere', () => {
    const canvas = new PixelCanvas(100, 100, 2);
    drawPredictions(canvas.context, Float64Array.of(1, 0.4, -1, 1.2), 2, 0.5, box, testTheme);
    const radius = 0.41 * 50;
    expect(canvas.at(25, 25)).to.deep.equal(pixel(ink));
    expect(canvas.at(25 + radius - 1, 25)).to.deep.equal(pixel(ink)); // just within the edge
    expect(canvas.at(25 + radius + 1, 25)).to.deep.equal(blank); // just beyond it
    expect(canvas.at(75, 25)).to.deep.equal(blank); // the hole
    expect(canvas.at(75 + radius * 0.4 - 0.4, 25)[3]).to.be.within(100, 230); // the ring
    expect(canvas.at(25, 75)[3]).to.be.within(140, 190); // a speck, below 0
    expect(canvas.at(25, 77)).to.deep.equal(blank); // beside it
    expect(canvas.at(75, 75)).to.deep.equal(pixel(ink));
  });

  it('a ramp darkens from left to right', () => {
    const canvas = new PixelCanvas(100, 100);
    targetOn(canvas, '0.5 + 0.5*x');
    const alphas = [4, 16, 26, 36, 46, 56, 66, 76, 86, 97].map((x) => canvas.at(x, 40)[3]);
    expect(alphas[0]).to.equal(0);
    for (let k = 1; k < alphas.length; k++) expect(alphas[k], `step ${k}`).to.be.above(alphas[k - 1]);
  });

  it('a traced ring is washed between its outlines, stroked on them and blank elsewhere', () => {
    const canvas = new PixelCanvas(100, 100, 2);
    targetOn(canvas, 'ring', { radius: 0.8 });
    for (const [x, y] of [[50, 50], [95, 50]]) expect(canvas.at(x, y)).to.deep.equal(blank);
    for (const [x, y] of [[80, 50], [50, 20]]) expect(canvas.at(x, y)).to.deep.equal(pixel(targetWash));
    const [r, , b] = canvas.at(10, 50); // on the outer outline
    expect(b - r).to.be.above(100);
  });

  it('the half towards (1, 1) is at the top right, without an outline along the border', () => {
    const canvas = new PixelCanvas(100, 100);
    targetOn(canvas, 'half');
    for (const [x, y] of [[80, 20], [99, 0]]) expect(canvas.at(x, y)).to.deep.equal(pixel(targetWash));
    expect(canvas.at(20, 80)).to.deep.equal(blank);
  });

  it('a circle learned right has discs inside the outline, nothing outside and the frame around', () => {
    const grid = 10;
    const target = createTarget('circle');
    const centres = cellCentres(grid);
    const predictions = new Float64Array(grid * grid).map((_, k) => target(centres[2 * k], centres[2 * k + 1]));
    const canvas = new PixelCanvas(100, 100, 2);
    const picture = { ...empty, outline: traceOutline(target), predictions, grid };
    drawTrainer(canvas.context, picture, { width: 100, height: 100, density: 2 }, testTheme);
    expect(canvas.at(55, 55)).to.deep.equal(pixel(ink)); // the middle of a cell well inside
    expect(canvas.at(50, 50)).to.deep.equal(pixel(targetWash)); // between four discs
    expect(canvas.at(15, 17)).to.deep.equal(blank); // a cell outside, beside its speck
    expect(canvas.device(0, 100)).to.deep.equal(pixel(hair));
  });
});
