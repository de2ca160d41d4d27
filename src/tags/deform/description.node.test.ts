import { expect } from 'chai';
import { StringsController } from '../../page/strings-controller.js';
import { describePlane, planeCaption, type DescribedPlane } from './description.js';

const strings = new StringsController({ addController: () => undefined } as never);
const plane: DescribedPlane = {
  layer: 1, lastLayer: 3, extent: { left: -1.25, right: 2, bottom: 0, top: 0.123456 }, inside: [], share: undefined,
};

describe('planeCaption', () => {
  it('names the input, a whole layer, or the layers that the plane is between', () => {
    expect([0, 0.25, 1, 1.99, 3].map((layer) => planeCaption(strings, layer, 3))).to.deep.equal([
      'input', 'between input and layer 1', 'after layer 1', 'between layers 1 and 2', 'after layer 3',
    ]);
  });
});

describe('describePlane', () => {
  it('says where the plane is and what it covers', () => {
    const textAt = (layer: number): string => describePlane(strings, { ...plane, layer });
    const numbersAt = (layer: number): string[] => textAt(layer).match(/\u2212?\d[\d.]*\d|\d/g)!;
    const extent = ['\u22121.25', '2', '0', '0.123'];
    expect([numbersAt(1), numbersAt(0)]).to.deep.equal([['1', '3', ...extent], extent]);
    expect([numbersAt(0.5), numbersAt(2.5)]).to.deep.equal([['1', '3', ...extent], ['2', '3', '3', ...extent]]);
    expect(new Set([0, 0.5, 1].map(textAt)).size).to.equal(3);
  });

  it('counts the points, and says which share of the target a line divides right', () => {
    const text = describePlane(strings, { ...plane, inside: [true, false, true], share: '94.4%' });
    const added = text.slice(describePlane(strings, plane).length);
    expect(added.match(/\d+(\.\d+)?%?/g)).to.deep.equal(['2', '3', '0.5', '94.4%']);
  });

  it('says first that the plane is a trainer’s', () => {
    const own = describePlane(strings, plane);
    const linked = describePlane(strings, { ...plane, isLinked: true });
    expect(linked.endsWith(` ${own}`)).to.equal(true);
  });
});
