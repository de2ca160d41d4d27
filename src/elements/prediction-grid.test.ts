import { expect } from '@open-wc/testing';
import { Network } from '../core/index.js';
import { PredictionGrid } from './prediction-grid.js';

/** A network whose prediction is `wx` · x + `wy` · y. */
function plane(wx: number, wy: number): Network {
  const network = new Network({ layers: [2, 1], outputActivation: 'linear' });
  network.parameters.set([wx, wy, 0]);
  return network;
}

describe('PredictionGrid', () => {
  it('predicts at cell centres, row by row from the top left', () => {
    const grid = new PredictionGrid();
    const third = 2 / 3;
    const close = (found: Float64Array, wanted: number[]): void => {
      expect(found).to.have.length(wanted.length);
      wanted.forEach((value, k) => expect(found[k], `cell ${k}`).to.be.closeTo(value, 1e-12));
    };
    close(grid.of(plane(1, 0), 3), [-third, 0, third, -third, 0, third, -third, 0, third]);
    close(grid.of(plane(0, 1), 3), [third, third, third, 0, 0, 0, -third, -third, -third]);
  });

  it('gives what the network gives point by point, bit for bit', () => {
    const network = new Network({ layers: [2, 5, 1] });
    let state = 1;
    network.initialize(() => (state = (state * 16807) % 2147483647) / 2147483647);
    const predictions = new PredictionGrid().of(network, 7);
    for (let row = 0, k = 0; row < 7; row++) {
      for (let column = 0; column < 7; column++, k++) {
        const centre = [(2 * column + 1) / 7 - 1, 1 - (2 * row + 1) / 7];
        expect(predictions[k]).to.equal(network.forward(centre)[0]);
      }
    }
  });

  it('makes no new array for the next picture of the same grid', () => {
    const grid = new PredictionGrid();
    const first = grid.of(plane(1, 0), 4);
    const second = grid.of(plane(2, 0), 4);
    expect(second).to.equal(first);
    expect(second[0]).to.equal(-1.5);
  });

  it('follows a grid that becomes finer or coarser', () => {
    const grid = new PredictionGrid();
    grid.of(plane(1, 0), 2);
    expect([...grid.of(plane(1, 0), 4).slice(0, 4)]).to.deep.equal([-0.75, -0.25, 0.25, 0.75]);
    expect([...grid.of(plane(1, 0), 2)]).to.deep.equal([-0.5, 0.5, -0.5, 0.5]);
  });
});
