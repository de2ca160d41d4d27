import { expect } from '@open-wc/testing';
import { blank, pixel, PixelCanvas } from '../../testing/pixels.js';
import { RecordingContext } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { drawFrame } from './frame.js';
import { insideFrame } from '../../draw/style.js';

describe('drawFrame', () => {
  for (const [density, line] of [[1, 1], [1.25, 1], [2, 2], [3, 2]]) {
    it(`covers whole device pixels, ${line} at the edge, with a density of ${density}`, () => {
      const recording = new RecordingContext();
      drawFrame(recording.context, { width: 320, height: 200, density }, testTheme);
      expect(recording.marks).to.have.length(1);
      const [mark] = recording.marks;
      if (mark.type !== 'strokeRect') throw new Error(mark.type);
      const [x, y, width, height] = mark.rect.map((value) => value * density);
      const half = (mark.pen.lineWidth * density) / 2;
      expect(2 * half).to.be.closeTo(line, 1e-9);
      expect([x - half, y - half]).to.deep.equal([0, 0]);
      expect(x + width + half).to.be.closeTo(320 * density, 1e-9);
      expect(y + height + half).to.be.closeTo(200 * density, 1e-9);
      expect(x + half).to.be.closeTo(Math.round(x + half), 1e-9);
      expect(mark.pen.strokeStyle).to.equal(testTheme.hair);
    });

    it(`colours exactly these pixels of a real canvas with a density of ${density}`, () => {
      const canvas = new PixelCanvas(80, 40, density);
      drawFrame(canvas.context, { width: 80, height: 40, density }, testTheme);
      const [right, bottom] = [80 * density - 1, 40 * density - 1];
      for (let depth = 0; depth < line; depth++) {
        for (const [x, y] of [[depth, 20], [right - depth, 20], [30, depth], [30, bottom - depth]]) {
          expect(canvas.device(x, y), `${x}, ${y}`).to.deep.equal(pixel(testTheme.hair));
        }
      }
      for (const [x, y] of [[line, 20], [right - line, 20], [30, line], [30, bottom - line]]) {
        expect(canvas.device(x, y), `${x}, ${y}`).to.deep.equal(blank);
      }
    });
  }

  it('stays outside the box that it leaves to the picture', () => {
    const size = { width: 100, height: 100, density: 1.5 };
    const recording = new RecordingContext();
    drawFrame(recording.context, size, testTheme);
    const [mark] = recording.marks;
    if (mark.type !== 'strokeRect') throw new Error(mark.type);
    expect(insideFrame(size).x).to.be.closeTo(mark.rect[0] + mark.pen.lineWidth / 2, 1e-9);
  });

  it('leaves the context as it found it', () => {
    const recording = new RecordingContext();
    Object.assign(recording.context, { strokeStyle: '#123456', lineWidth: 7, globalAlpha: 0.5 });
    const before = recording.pen;
    drawFrame(recording.context, { width: 320, height: 200, density: 1 }, testTheme);
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
  });
});
