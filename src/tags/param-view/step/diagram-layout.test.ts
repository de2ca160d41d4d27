import { expect } from 'chai';
import { layOutStep, placeAt, stepHeight } from './diagram.js';

const shapes = [[2, 1, 1], [2, 8, 1], [2, 6, 4, 1], [2, 64, 1], [2, 64, 64, 64, 64, 1]];

describe('layOutStep', () => {
  it('keeps every circle within the picture and clear of its neighbours, from 240 px on', () => {
    for (const layers of shapes) {
      for (const width of [240, 270, 320, 679]) {
        const { neurons, radii } = layOutStep(layers, { width });
        neurons.forEach((column, l) => column.forEach(({ x, y }, j) => {
          const what = `${layers.join('-')} at ${width}: ${l}, ${j}`;
          expect(x - radii[l], what).to.be.at.least(0);
          expect(x + radii[l], what).to.be.at.most(width);
          expect(y - radii[l], what).to.be.at.least(22);
          expect(y + radii[l], what).to.be.at.most(stepHeight - 22);
          if (j > 0) expect(y - column[j - 1].y, what).to.be.above(2 * radii[l]);
          if (l > 0) expect(x - neurons[l - 1][0].x, what).to.be.above(radii[l] + radii[l - 1] + 10);
        }));
      }
    }
  });

  it('gives numbers two decimals where circles are large, one where they are small, and none where no number fits', () => {
    expect(layOutStep([2, 8, 1], { width: 270 })).to.deep.include({ numbered: [true, true, true], decimals: 2 });
    expect(layOutStep([2, 6, 4, 3, 1], { width: 240 }).numbered).to.deep.equal([true, true, true, true, true]);
    expect(layOutStep([2, 4, 4, 4, 4, 1], { width: 240 }).decimals).to.equal(1);
    expect(layOutStep([2, 64, 1], { width: 320 }).numbered).to.deep.equal([true, false, true]);
  });

  it('has thinner nudges where neurons are close', () => {
    expect(layOutStep([2, 8, 1], { width: 270 }).widest).to.equal(6);
    expect(layOutStep([2, 64, 1], { width: 270 }).widest).to.equal(1.5);
  });
});

describe('placeAt', () => {
  const layout = layOutStep([2, 8, 1], { width: 270 });
  const { neurons, radii } = layout;

  it('finds the neuron under a point', () => {
    neurons.forEach((column, layer) => column.forEach((at, neuron) => {
      expect(placeAt(layout, { x: at.x + 0.7 * radii[layer], y: at.y - 0.7 * radii[layer] })).to.deep.equal({ layer, neuron });
    }));
  });

  it('finds the line nearest to a point, and nothing where there is none', () => {
    const from = { x: neurons[0][1].x + radii[0], y: neurons[0][1].y };
    const to = { x: neurons[1][6].x - radii[1], y: neurons[1][6].y };
    const at = (share: number) => ({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
    expect(placeAt(layout, at(0.9))).to.deep.equal({ layer: 1, neuron: 6, from: 1 });
    expect(placeAt(layout, { x: 5, y: 5 })).to.equal(undefined);
    expect(placeAt(layout, { x: at(0.5).x, y: stepHeight - 2 })).to.equal(undefined);
  });
});
