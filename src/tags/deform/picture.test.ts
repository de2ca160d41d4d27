import { expect } from '@open-wc/testing';
import { PixelCanvas } from '../../testing/pixels.js';
import { testTheme } from '../../testing/theme.js';
import { drawDeform, layOutDeform } from './picture.js';

describe('drawDeform on a real canvas', () => {
  it('darkens where the plane lies on itself', () => {
    const box = { x: 0, y: 0, width: 300, height: 300 };
    const frame = { x: 0, y: 0, half: 1 };
    const shade = (count: number): number => {
      const canvas = new PixelCanvas(300, 300, 2);
      const lines = Array.from({ length: count }, (_, k) => ({ from: 2 * k, count: 2, axis: false }));
      const mesh = Float64Array.from(lines.flatMap(() => [-1, 0.5, 1, 0.5]));
      const picture = { mesh, lines, frame, points: new Float64Array(0), inside: [], format: String };
      drawDeform(canvas.context, picture, box, 2, testTheme);
      return canvas.at(190, layOutDeform(box, frame).py(0.5))[3];
    };
    expect(shade(2)).to.be.above(shade(1) + 20);
  });
});
