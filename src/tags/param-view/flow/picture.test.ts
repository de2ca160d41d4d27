import { expect } from '@open-wc/testing';
import { Network } from '../../../core/index.js';
import { blank, pixel, PixelCanvas } from '../../../testing/pixels.js';
import { testTheme } from '../../../testing/theme.js';
import { layOutFlow } from '../network-layout.js';
import { drawFlow } from './picture.js';

describe('drawFlow on a real canvas', () => {
  it('has yellow in a box and the ground in a circle', () => {
    const network = new Network({ layers: [2, 8, 1] });
    network.forward([0.5, -0.5]);
    const layout = layOutFlow(network.layers, 720, 1);
    const texts = {
      outputs: network.layers.map((count) => Array<string>(count).fill('0.00')), roles: ['fixed', 'free'],
      parameters: Array.from(network.parameters, () => '0.00'), prediction: 'prediction',
    } as const;
    const canvas = new PixelCanvas(720, 500, 2);
    drawFlow(canvas.context, { network, layout, texts, free: [false, true] }, 2, testTheme);
    const { boxX, cell, neurons: [, [{ x, y }]], radii } = layout;
    expect(canvas.at(boxX + 2.5, y - cell.height / 2 + 3)).to.deep.equal(pixel(testTheme.parameterFill));
    expect(canvas.at(x, y - radii[1] + 4)).to.deep.equal(blank);
  });
});
