import { expect } from 'chai';
import { Network } from './network.js';
import { cellCentres } from './places.js';
import { createRandom } from './random.js';
import { predictGrid, GridScorer } from './score.js';
import { createTarget } from './targets.js';

/** A network that answers with sigmoid or identity of w·(x, y) + b. */
function neuron(w: number, b: number, outputActivation: 'linear' | 'sigmoid' = 'linear'): Network {
  const network = new Network({ layers: [2, 1], outputActivation });
  network.parameters.set([w, w, b]);
  return network;
}

// Of the 16 cell centres at ±0.25 and ±0.75, the four inner ones lie in the circle.
const circle = createTarget('circle');

describe('Scorer', () => {
  it('shows that "always outside" is no better than the baseline', () => {
    expect(new GridScorer(neuron(0, 0), circle, 4).score()).to.deep.equal({ loss: 0.125, accuracy: 0.75, iou: 0, baseline: 0.75 });
  });

  it('shows that "always inside" covers the circle and three times as much beside it', () => {
    expect(new GridScorer(neuron(0, 1), circle, 4).score()).to.deep.equal({ loss: 0.375, accuracy: 0.25, iou: 0.25, baseline: 0.75 });
  });

  it('counts a prediction of 0.5 as inside', () => {
    expect(new GridScorer(neuron(0, 0.5), circle, 4).score()).to.deep.equal({ loss: 0.125, accuracy: 0.25, iou: 0.25, baseline: 0.75 });
    expect(new GridScorer(neuron(0, 0.5 - 2 ** -52), circle, 4).score().accuracy).to.equal(0.75);
  });

  it('gives full marks to a network that is right everywhere', () => {
    const score = new GridScorer(neuron(1e4, -1e3, 'sigmoid'), createTarget('half'), 4).score();
    expect(score.accuracy).to.equal(1);
    expect(score.iou).to.equal(1);
    expect(score.loss).to.be.below(1e-12);
    expect(score.baseline).to.equal(10 / 16); // the four centres on the diagonal are outside
  });

  it('works a mixed case out as by hand', () => {
    // The line x + y > 0.75 finds three of the half's six: those whose coordinates add up to 1 and 1.5.
    const score = new GridScorer(neuron(1e4, -7.5e3, 'sigmoid'), createTarget('half'), 4).score();
    expect(score.accuracy).to.equal(13 / 16);
    expect(score.iou).to.equal(3 / 6);
    expect(score.loss).to.be.closeTo((3 * 0.5) / 16, 1e-12);
  });

  it('gives 1 for the overlap of nothing with nothing, and for full agreement on everything', () => {
    expect(new GridScorer(neuron(0, 0), () => 0, 4).score()).to.deep.equal({ loss: 0, accuracy: 1, iou: 1, baseline: 1 });
    expect(new GridScorer(neuron(0, 1), () => 1, 4).score()).to.deep.equal({ loss: 0, accuracy: 1, iou: 1, baseline: 1 });
    expect(new GridScorer(neuron(0, 1), () => 0, 4).score()).to.deep.equal({ loss: 0.5, accuracy: 0, iou: 0, baseline: 1 });
  });

  it('counts targets between 0 and 1 by half, and their loss in full', () => {
    expect(new GridScorer(neuron(0, 0.75), () => 0.5, 3).score()).to.deep.equal({ loss: 0.03125, accuracy: 1, iou: 1, baseline: 1 });
  });

  it('agrees with a slow count over single predictions', () => {
    const network = new Network({ layers: [2, 8, 1] });
    network.initialize(createRandom('score'), 'uniform');
    const target = createTarget('ring', { radius: 0.9 });
    const points = cellCentres(37);
    let [loss, right, both, either, inside] = [0, 0, 0, 0, 0];
    for (let k = 0; k < points.length; k += 2) {
      const wanted = target(points[k], points[k + 1]);
      const found = network.forward([points[k], points[k + 1]])[0];
      loss += 0.5 * (found - wanted) ** 2;
      right += +((found >= 0.5) === (wanted === 1));
      both += +(found >= 0.5 && wanted === 1);
      either += +(found >= 0.5 || wanted === 1);
      inside += wanted;
    }
    const n = 37 * 37;
    const score = new GridScorer(network, target, 37).score();
    expect(score.loss).to.be.closeTo(loss / n, 1e-12);
    expect(score.accuracy).to.equal(right / n);
    expect(score.iou).to.equal(both / either);
    expect(score.baseline).to.equal(Math.max(inside, n - inside) / n);
  });

  it('sees what the network has learned since', () => {
    const network = neuron(0, 0);
    const scorer = new GridScorer(network, circle, 4);
    scorer.score();
    network.parameters[2] = 1;
    expect(scorer.score().accuracy).to.equal(0.25);
  });

  it('names a resolution it cannot have', () => {
    for (const resolution of [0, -1, 1.5, 1001, NaN, Infinity]) {
      expect(() => new GridScorer(neuron(0, 0), circle, resolution))
        .to.throw(RangeError, `resolution is ${resolution}, expected an integer in [1, 1000]`);
    }
  });
});

/** A network whose prediction is `wx` · x + `wy` · y. */
function plane(wx: number, wy: number): Network {
  const network = new Network({ layers: [2, 1], outputActivation: 'linear' });
  network.parameters.set([wx, wy, 0]);
  return network;
}

describe('predictGrid', () => {
  it('predicts at cell centres, row by row from the top left', () => {
    const third = 2 / 3;
    const close = (found: Float64Array, wanted: number[]): void => {
      expect(found).to.have.length(wanted.length);
      wanted.forEach((value, k) => expect(found[k], `cell ${k}`).to.be.closeTo(value, 1e-12));
    };
    close(predictGrid(plane(1, 0), 3), [-third, 0, third, -third, 0, third, -third, 0, third]);
    close(predictGrid(plane(0, 1), 3), [third, third, third, 0, 0, 0, -third, -third, -third]);
  });

  it('gives what the network gives point by point, bit for bit', () => {
    const network = new Network({ layers: [2, 5, 1] });
    let state = 1;
    network.initialize(() => (state = (state * 16807) % 2147483647) / 2147483647);
    const predictions = predictGrid(network, 7);
    for (let row = 0, k = 0; row < 7; row++) {
      for (let column = 0; column < 7; column++, k++) {
        const centre = [(2 * column + 1) / 7 - 1, 1 - (2 * row + 1) / 7];
        expect(predictions[k]).to.equal(network.forward(centre)[0]);
      }
    }
  });

  it('makes no new array for the next picture of the same grid', () => {
    const first = predictGrid(plane(1, 0), 4);
    const second = predictGrid(plane(2, 0), 4);
    expect(second).to.equal(first);
    expect(second[0]).to.equal(-1.5);
  });

  it('follows a grid that becomes finer or coarser', () => {
    predictGrid(plane(1, 0), 2);
    expect([...predictGrid(plane(1, 0), 4).slice(0, 4)]).to.deep.equal([-0.75, -0.25, 0.25, 0.75]);
    expect([...predictGrid(plane(1, 0), 2)]).to.deep.equal([-0.5, 0.5, -0.5, 0.5]);
  });
});
