import { expect } from 'chai';
import fc from 'fast-check';
import { flowHeight, layOutFlow } from './network-layout.js';
import { lines } from '../../draw/style.js';

const shapes = [
  [2, 1, 1], [2, 3, 1], [2, 8, 1], [2, 9, 1], [2, 24, 1], [2, 64, 1], [2, 6, 4, 1], [2, 16, 16, 16, 16, 1],
  [2, 64, 64, 64, 64, 1],
] as const;
const shape = fc.constantFrom(...shapes);
const width = fc.integer({ min: 240, max: 1600 });
const free = fc.constantFrom(1, 2);

describe('layOutFlow', () => {
  it('keeps every circle and plot within the picture, whatever its width', () => {
    fc.assert(fc.property(shape, width, free, (layers, w, f) => {
      const { neurons, radii, profiles, biasY, cell, rows } = layOutFlow(layers, w, f);
      neurons.forEach((column, l) => column.forEach(({ x, y }) => {
        expect(x).to.be.within(radii[l], w - radii[l]);
        // Below the names of the columns and above the title of the plot.
        expect(y).to.be.within(22 + radii[l], profiles[0].y - 20 - radii[l]);
      }));
      if (rows) expect(biasY + cell.height / 2).to.be.at.most(profiles[0].y - 20);
      for (const box of profiles) {
        expect(box.x).to.be.at.least(8);
        expect(box.x + box.width).to.be.at.most(w - 8);
        expect(box.y + box.height + 25).to.be.at.most(flowHeight);
      }
      expect(profiles).to.have.length(f);
    }));
  });

  it('never lets circles of a layer meet, nor layers change their order', () => {
    fc.assert(fc.property(shape, width, (layers, w) => {
      const { neurons, radii } = layOutFlow(layers, w, 1);
      expect(neurons.map((column) => column.length)).to.deep.equal([...layers]);
      neurons.forEach((column, l) => {
        for (let j = 1; j < column.length; j++) expect(column[j].y - column[j - 1].y).to.be.at.least(2 * radii[l]);
        if (l > 0) expect(column[0].x - radii[l]).to.be.above(neurons[l - 1][0].x + radii[l - 1]);
      });
    }));
  });

  it('gives up to eight neurons of one layer a row each, with room between its parts', () => {
    fc.assert(fc.property(fc.constantFrom([2, 1, 1], [2, 5, 1], [2, 8, 1]), width, (layers, w) => {
      const { rows, boxX, cell, outputCellX, neurons: [inputs, hidden, [output]], radii } = layOutFlow(layers, w, 1);
      expect(rows).to.equal(true);
      const xs = [
        inputs[0].x + radii[0], boxX, boxX + 3 * cell.width, hidden[0].x - radii[1],
        hidden[0].x + radii[1], outputCellX, outputCellX + cell.width, output.x - radii[2],
      ];
      for (let k = 1; k < xs.length; k++) expect(xs[k] - xs[k - 1], `${k} of ${w}`).to.be.at.least(3);
      for (let j = 1; j < hidden.length; j++) expect(hidden[j].y - hidden[j - 1].y).to.be.at.least(cell.height + 4);
    }));
  });

  it('has two decimals from 380 px on and one below, in letters that can be read', () => {
    const layouts = [720, 420, 380, 379, 320, 240].map((w) => layOutFlow([2, 8, 1], w, 1));
    expect(layouts.map(({ decimals }) => decimals)).to.deep.equal([2, 2, 2, 1, 1, 1]);
    for (const { fontSize } of layouts) expect(fontSize).to.be.at.least(10.5);
  });

  it('has circles and cells that hold a negative number in any font', () => {
    const widest = { 1: 2.43, 2: 3.07 }; // −0.0 and −0.00 in em, in the widest of the usual fonts
    fc.assert(fc.property(width, (w) => {
      const { radii: [input, hidden, output], cell, decimals } = layOutFlow([2, 8, 1], w, 1);
      const number = 10.5 * widest[decimals as 1 | 2];
      const rooms = [
        2 * (input - lines.probe), 2 * (hidden - lines.activeRing), 2 * (output - lines.activeRing), cell.width - 2,
      ];
      for (const room of rooms) expect(room).to.be.at.least(number);
    }));
  });

  it('drops numbers first and then boxes where neurons are many, never the lines', () => {
    const of = (layers: readonly number[]) => layOutFlow(layers, 720, 1);
    expect(of([2, 6, 4, 1])).to.deep.include({ rows: false, numbered: [true, true, true, true] });
    for (const count of [24, 64]) expect(of([2, count, 1]).numbered).to.deep.equal([true, false, true]);
    expect(of([2, 6, 4, 1]).cell.height).to.be.above(10);
    expect(of([2, 24, 1]).cell.height).to.be.above(4);
    expect(of([2, 64, 1]).cell.height).to.equal(0);
    for (const layers of shapes) expect(of(layers).widest).to.be.at.least(1.5);
  });
});
