import { expect } from 'chai';
import { expectClose, randomNetwork } from '../testing/network-cases.js';
import { Network } from './network.js';
import { cellCentres } from './places.js';
import { GridScorer, predictGrid, type Score } from './score.js';
import { createTarget, type Target } from './targets.js';

/** Returns a network that predicts u·x + v·y + b, or the sigmoid of that. */
function plane(u: number, v: number, b: number, outputActivation: 'linear' | 'sigmoid' = 'linear'): Network {
  const network = new Network({ layers: [2, 1], outputActivation });
  network.parameters.set([u, v, b]);
  return network;
}

// Of the 16 cell centres at ±0.25 and ±0.75, the four inner ones are in the circle.
const circle = createTarget('circle');

describe('GridScorer', () => {
  const constants: [string, number, Target, number, Score][] = [
    ['always outside', 0, circle, 4, { loss: 0.125, accuracy: 0.75, iou: 0, baseline: 0.75 }],
    ['always inside', 1, circle, 4, { loss: 0.375, accuracy: 0.25, iou: 0.25, baseline: 0.75 }],
    ['0.5, which counts as inside', 0.5, circle, 4, { loss: 0.125, accuracy: 0.25, iou: 0.25, baseline: 0.75 }],
    ['nothing, where nothing is inside', 0, () => 0, 4, { loss: 0, accuracy: 1, iou: 1, baseline: 1 }],
    ['everything, where everything is inside', 1, () => 1, 4, { loss: 0, accuracy: 1, iou: 1, baseline: 1 }],
    ['everything, where nothing is inside', 1, () => 0, 4, { loss: 0.5, accuracy: 0, iou: 0, baseline: 1 }],
    ['0.75, where the target is 0.5', 0.75, () => 0.5, 3, { loss: 0.03125, accuracy: 1, iou: 1, baseline: 1 }],
  ];
  for (const [name, prediction, target, resolution, score] of constants) {
    it(`scores ${name}`, () => {
      expect(new GridScorer(plane(0, 0, prediction), target, resolution).score()).to.deep.equal(score);
    });
  }

  it('counts a prediction just below 0.5 as outside', () => {
    expect(new GridScorer(plane(0, 0, 0.5 - 2 ** -52), circle, 4).score().accuracy).to.equal(0.75);
  });

  it('scores a network that is right everywhere, and one that finds half of the inside', () => {
    // Centres on the diagonal are outside. x + y > 0.75 holds for three of the six inside.
    for (const [b, accuracy, iou, loss] of [[-1e3, 1, 1, 0], [-7.5e3, 13 / 16, 3 / 6, (3 * 0.5) / 16]]) {
      const score = new GridScorer(plane(1e4, 1e4, b, 'sigmoid'), createTarget('half'), 4).score();
      expect([score.accuracy, score.iou, score.baseline]).to.deep.equal([accuracy, iou, 10 / 16]);
      expect(score.loss).to.be.closeTo(loss, 1e-12);
    }
  });

  it('agrees with a slow count over single predictions', () => {
    const network = randomNetwork({ layers: [2, 8, 1] }, 'score');
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
    expect([score.accuracy, score.iou]).to.deep.equal([right / n, both / either]);
    expect(score.baseline).to.equal(Math.max(inside, n - inside) / n);
  });

  it('scores the present parameters', () => {
    const network = plane(0, 0, 0);
    const scorer = new GridScorer(network, circle, 4);
    scorer.score();
    network.parameters[2] = 1;
    expect(scorer.score().accuracy).to.equal(0.25);
  });

  it('names a resolution it cannot have', () => {
    for (const resolution of [0, -1, 1.5, 1001, NaN, Infinity]) {
      expect(() => new GridScorer(plane(0, 0, 0), circle, resolution))
        .to.throw(RangeError, `resolution is ${resolution}, expected an integer in [1, 1000]`);
    }
  });
});

describe('predictGrid', () => {
  it('predicts at cell centres, row by row from the top left, with the same bits as forward', () => {
    const third = 2 / 3;
    expectClose(predictGrid(plane(1, 0, 0), 3), [-third, 0, third, -third, 0, third, -third, 0, third], 1e-12, 'x');
    expectClose(predictGrid(plane(0, 1, 0), 3), [third, third, third, 0, 0, 0, -third, -third, -third], 1e-12, 'y');
    const network = randomNetwork({ layers: [2, 5, 1] }, 'grid');
    const centres = cellCentres(7);
    predictGrid(network, 7).slice().forEach((found, k) => {
      expect(found).to.equal(network.forward(centres.subarray(2 * k, 2 * k + 2))[0]);
    });
  });

  it('uses the same array for the next picture of the same grid', () => {
    const first = predictGrid(plane(1, 0, 0), 4);
    const second = predictGrid(plane(2, 0, 0), 4);
    expect(second).to.equal(first);
    expect(second[0]).to.equal(-1.5);
  });

  it('follows a grid that becomes finer or coarser', () => {
    predictGrid(plane(1, 0, 0), 2);
    expect([...predictGrid(plane(1, 0, 0), 4).slice(0, 4)]).to.deep.equal([-0.75, -0.25, 0.25, 0.75]);
    expect([...predictGrid(plane(1, 0, 0), 2)]).to.deep.equal([-0.5, 0.5, -0.5, 0.5]);
  });
});
