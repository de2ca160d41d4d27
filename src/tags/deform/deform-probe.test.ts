import { expect } from '@open-wc/testing';
import { planePicture } from './deform-probe.js';
import { Deformation } from './deformation.js';

describe('planePicture', () => {
  const plane = new Deformation({ w: [[[2, 0], [0, 1]]], b: [[[0], [0]]], activation: 'linear', alpha: 0.01, grid: 5 });
  let layer = 0;
  let surface: HTMLElement;
  const { placeAt, pointOf } = planePicture({ host: { get surface() { return surface; } }, plane: () => plane, layer: () => layer });

  before(() => {
    surface = document.createElement('div');
    Object.assign(surface.style, { inlineSize: '226px', blockSize: '226px' }); // 200 px with the caption, 164 without the padding
    document.body.append(surface);
  });

  after(() => surface.remove());

  it('finds the point of the grid that is nearest, and none far away', () => {
    layer = 0;
    expect(pointOf([-1, 1])).to.deep.equal({ x: 31, y: 18 });
    expect(placeAt({ x: 36, y: 22 })).to.deep.equal([-1, 1]);
    expect(placeAt({ x: 0, y: 0 })).to.equal(undefined);
  });

  it('goes with the plane from layer to layer', () => {
    layer = 1;
    expect(pointOf([1, 0])).to.deep.equal({ x: 195, y: 100 });
    expect(placeAt({ x: 195, y: 100 })).to.deep.equal([1, 0]);
    layer = 0.5;
    expect(placeAt(pointOf([0.5, -0.5])!)).to.deep.equal([0.5, -0.5]);
  });
});
