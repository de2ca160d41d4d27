import { expect } from '@open-wc/testing';
import { Host } from '../../testing/host.js';
import { StringsController } from '../../page/strings-controller.js';
import { describePlane, planeCaption, type PlaneNow } from './description.js';

const strings = new StringsController(new Host());
const plane: PlaneNow = {
  layer: 1, layers: 3, extent: { left: -1.25, right: 2, bottom: 0, top: 0.123456 }, inside: [], share: undefined,
};

describe('planeCaption', () => {
  it('names the input, a whole layer, and between which layers the plane is', () => {
    expect([0, 0.25, 1, 1.99, 3].map((layer) => planeCaption(strings, layer, 3))).to.deep.equal([
      'input', 'between input and layer 1', 'after layer 1', 'between layers 1 and 2', 'after layer 3',
    ]);
  });
});

describe('describePlane', () => {
  it('says where the plane is and what it covers', () => {
    expect(describePlane(strings, plane)).to.equal('The plane after layer 1 of 3. x goes from \u22121.25 to 2, y from 0 to 0.123.');
    expect(describePlane(strings, { ...plane, layer: 0 })).to.match(/^The plane as it goes in\. x goes/);
    expect(describePlane(strings, { ...plane, layer: 0.5 })).to.match(/^The plane between the input and layer 1 of 3\. x goes/);
    expect(describePlane(strings, { ...plane, layer: 2.5 })).to.match(/^The plane between layers 2 and 3 of 3\. x goes/);
  });

  it('counts the points, and says how many a line divides right where there is one', () => {
    const text = describePlane(strings, { ...plane, inside: [true, false, true], share: '94.4%' });
    expect(text.slice(text.indexOf('Of '))).to.equal('Of 3 points on it 2 lie inside the target. '
      + 'A dashed line shows where the trained output divides them; 94.4% of the square is right.');
  });
});
