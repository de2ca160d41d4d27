import { expect } from 'chai';
import { Network } from './network.js';
import { cellCentres } from './places.js';
import { createRandom } from './random.js';
import { fitsSlice, MAX_SLICE, SlicedEvaluation } from './sliced-evaluation.js';

const GRID = 64;

function networkOf(layers: number[], seed = 1): Network {
  const network = new Network({ layers });
  network.initialize(createRandom(seed));
  return network;
}

/** Returns how many multiplications each call takes until the values are whole. */
function follow(slices: SlicedEvaluation, network: Network): number[] {
  const { evaluate } = network;
  let points = 0;
  network.evaluate = (at, out) => {
    points += out.length;
    evaluate.call(network, at, out);
  };
  const work: number[] = [];
  let whole = false;
  while (!whole && work.length < 100) {
    points = 0;
    whole = slices.follow(network);
    work.push(points * network.parameters.length);
  }
  network.evaluate = evaluate;
  return work;
}

function valuesOf(network: Network): Float64Array {
  const values = new Float64Array(GRID * GRID);
  network.evaluate(cellCentres(GRID), values);
  return values;
}

describe('SlicedEvaluation', () => {
  it('evaluates the largest network a slice a call, and comes to the same bits', () => {
    const network = networkOf([2, 64, 64, 64, 64, 1]);
    const slices = new SlicedEvaluation(cellCentres(GRID), GRID);
    const work = follow(slices, network);
    expect(work).to.have.lengthOf(7);
    expect(Math.max(...work)).to.be.at.most(1.5 * MAX_SLICE);
    expect(slices.values).to.deep.equal(valuesOf(network));
  });

  it('evaluates a small network at once, and nothing that has not changed', () => {
    const network = networkOf([2, 8, 1]);
    const slices = new SlicedEvaluation(cellCentres(GRID), GRID);
    expect(fitsSlice(network, GRID * GRID)).to.equal(true);
    expect(follow(slices, network)).to.deep.equal([33 * GRID * GRID]);
    expect(follow(slices, network)).to.deep.equal([0]);
  });

  it('begins anew when parameters change on the way, and when the network is another', () => {
    const network = networkOf([2, 64, 64, 64, 64, 1]);
    const slices = new SlicedEvaluation(cellCentres(GRID), GRID);
    slices.follow(network);
    network.parameters[0] += 1;
    expect(follow(slices, network)).to.have.lengthOf(7);
    expect(slices.values).to.deep.equal(valuesOf(network));
    const other = networkOf([2, 64, 64, 64, 64, 1], 2);
    follow(slices, other);
    expect(slices.values).to.deep.equal(valuesOf(other));
  });

  it('shows the nearest rows that are there at first', () => {
    const network = networkOf([2, 64, 64, 64, 64, 1]);
    const slices = new SlicedEvaluation(cellCentres(GRID), GRID);
    slices.follow(network);
    const rows = new Set(Array.from({ length: GRID }, (_, row) => slices.values[row * GRID]));
    expect(rows.has(0)).to.equal(false);
    expect(rows.size).to.be.within(9, 10);
  });

  it('computes for one subject and then for another, each a slice a call', () => {
    const network = networkOf([2, 8, 1]);
    const slices = new SlicedEvaluation(cellCentres(GRID), GRID);
    for (const subject of [3, 4]) {
      const found: number[] = [];
      let whole = false;
      while (!whole && found.length < 100) {
        let points = 0;
        whole = slices.compute(network, subject, MAX_SLICE / 1024, (_, out) => {
          out.fill(subject);
          points += out.length;
        });
        found.push(points);
      }
      expect(found).to.deep.equal([1024, 1024, 1024, 1024]);
      expect(new Set(slices.values)).to.deep.equal(new Set([subject]));
    }
  });
});
