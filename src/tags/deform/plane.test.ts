import { expect } from '@open-wc/testing';
import { createTarget, Network, Trainer, type Target } from '../../core/index.js';
import { TrainingRun } from '../../model/training-run.js';
import { defaultAlpha, defaultB, defaultOutput, defaultW } from './deform-defaults.js';
import { Deformation, layersOf } from './deformation.js';
import type { TrainerLink } from '../../features/link/index.js';
import { ShownPlane, type PlaneSettings } from './plane.js';

const own: PlaneSettings = {
  w: defaultW, b: defaultB, activation: 'leaky-relu', alpha: defaultAlpha, grid: 9, target: 'xor',
  output: { weights: defaultOutput, activation: 'leaky-relu', learned: 'xor' },
};

/** What the plane reads of a link. */
class TestLink {
  network: Network | undefined;
  target: Target | undefined;
  run: TrainingRun | undefined;
}

describe('ShownPlane', () => {
  let link: TestLink;
  let shown: ShownPlane;

  beforeEach(() => {
    link = new TestLink();
    shown = new ShownPlane(link as unknown as TrainerLink);
  });

  const mesh = (plane: Deformation, layer: number): number[] => [...plane.at(layer).mesh];

  it('is the element’s own without a trainer, and made anew only where that is another', () => {
    shown.take(own);
    const { plane } = shown;
    expect(mesh(plane, 2)).to.deep.equal(mesh(new Deformation(own), 2));
    expect([shown.count, shown.divides, shown.inside.length]).to.deep.equal([2, true, 160]);
    expect(shown.right).to.be.closeTo(0.944, 0.001);
    shown.take({ ...own });
    expect(shown.plane).to.equal(plane);
    shown.take({ ...own, target: 'ring' });
    expect([shown.plane, shown.divides], 'it learned something else').to.deep.equal([plane, false]);
    shown.take({ ...own, target: '' });
    expect([shown.divides, shown.inside]).to.deep.equal([false, []]);
    shown.take({ ...own, grid: 5 });
    expect(shown.plane).to.not.equal(plane);
  });

  it('is bent by a trainer’s first layers as they are at each moment, with its target and its output', () => {
    const network = new Network({ layers: [2, 2, 2, 1], activation: 'relu', outputActivation: 'sigmoid' });
    const trainer = new Trainer({ network, target: createTarget('half'), seed: 3 });
    const run = new TrainingRun();
    run.start(trainer, false);
    Object.assign(link, { network, target: trainer.target, run });
    shown.take(own);
    const { plane } = shown;
    const expected = (): number[] => mesh(new Deformation({ ...layersOf(network.parameters, 2), activation: 'relu', alpha: 0.01, grid: 9 }), 2);
    expect(mesh(plane, 2)).to.deep.equal(expected());
    expect([shown.count, shown.divides, shown.right]).to.deep.equal([2, true, trainer.score().accuracy]);
    const before = shown.decision;
    trainer.step(500);
    shown.bend();
    expect(mesh(plane, 2)).to.deep.equal(expected());
    expect(shown.decision).to.not.deep.equal(before);
    const [a, b, c] = shown.decision!;
    expect([a, b, c]).to.deep.equal([network.weightsOf(3, 0)[0], network.weightsOf(3, 0)[1], -network.biasOf(3, 0)]);
    expect(shown.inside).to.deep.equal(Array.from({ length: 160 }, (_, k) => trainer.target(plane.samples[2 * k], plane.samples[2 * k + 1]) >= 0.5));
    link.network = undefined;
    shown.take(own);
    expect([shown.count, mesh(shown.plane, 2)]).to.deep.equal([2, mesh(new Deformation(own), 2)]);
    expect(shown.inside).to.deep.equal(Array.from({ length: 160 }, (_, k) => createTarget('xor')(plane.samples[2 * k], plane.samples[2 * k + 1]) >= 0.5));
  });
});
