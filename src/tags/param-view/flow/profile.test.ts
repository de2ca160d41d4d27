import { expect } from '@open-wc/testing';
import type { Target } from '../../../core/index.js';
import { circleTrainer } from '../../../testing/circle-trainer.js';
import { Host } from '../../../testing/host.js';
import { StringsController } from '../../../page/strings-controller.js';
import { Profiles } from './profile.js';

describe('Profiles', () => {
  const { network } = circleTrainer({ seed: 4 });
  const target: Target = (x, y) => (2 * x + y + 3) / 6; // another value at every place
  const strings = new StringsController(new Host());

  it('samples prediction and target along one input, the other fixed', () => {
    const profiles = new Profiles();
    for (const [axis, x, y] of [[0, 0.3, -0.2], [1, 0.3, -0.2]] as const) {
      const { predictions, targets, at, prediction } = profiles.along(axis, { network, target }, x, y, strings);
      for (const k of [0, 37, 100, 151, 200]) {
        const value = k / 100 - 1;
        const point = axis === 0 ? [value, y] : [x, value];
        expect(predictions[k]).to.be.closeTo(network.forward(point)[0], 1e-12);
        expect(targets![k]).to.be.closeTo(target(point[0], point[1]), 1e-12);
      }
      expect(at).to.equal(axis === 0 ? x : y);
      expect(prediction).to.equal(network.forward([x, y])[0]);
    }
  });

  it('names the input it follows, and the other with its value', () => {
    const { titles } = new Profiles().along(1, { network, target: undefined }, -0.25, 0, strings);
    expect(titles[0]).to.deep.equal([
      'prediction as ', { variable: 'y' }, ' varies (', { variable: 'x' }, ' = \u22120.25', ')',
    ]);
    expect(titles.at(-1)).to.deep.equal([{ variable: 'y' }]);
  });

  it('has no targets if the target is unknown', () => {
    expect(new Profiles().along(0, { network, target: undefined }, 0, 0, strings).targets).to.equal(undefined);
  });
});
