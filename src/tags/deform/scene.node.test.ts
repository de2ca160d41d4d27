import { expect } from 'chai';
import { createTarget, Network, Trainer, type Target } from '../../core/index.js';
import { SCORED_CELLS, TrainingRun } from '../../model/training-run.js';
import { defaultAlpha, defaultModel } from './default-model.js';
import { DeformedPlane, samples } from './deformed-plane.js';
import { unflattenLayers } from './layers.js';
import { DeformScene } from './scene.js';

const own = {
  w: defaultModel.w, b: defaultModel.b, activation: 'leaky-relu', alpha: defaultAlpha, grid: 9, target: 'xor',
  layer: 'all', position: 2,
} as const;

/** What a scene reads of its element. */
const hostOf = (more: object = {}) => ({
  ...own, ...more,
  link: {} as { network?: Network; target?: Target; run?: TrainingRun },
  own: { outputFor: (target: string) => (target === 'xor' ? defaultModel.output : undefined) },
  // 200 px without scale and thumbnails, 164 without the padding
  canvas: { size: { width: 200, height: 288, density: 1 } },
  strings: { format: (value: number, decimals: number) => value.toFixed(decimals) },
});

describe('DeformScene', () => {
  const mesh = (plane: DeformedPlane): number[] => [...plane.at(2).mesh];
  const inside = (target: Target): boolean[] =>
    Array.from({ length: samples.length / 2 }, (_, k) => target(samples[2 * k], samples[2 * k + 1]) >= 0.5);

  it('shows the element’s own plane without a trainer, and replaces it only where something else deforms it', () => {
    const host = hostOf();
    const scene = new DeformScene(host as never);
    const update = (change: Partial<Record<keyof typeof own, unknown>> = {}): void => {
      Object.assign(host, change);
      scene.update();
    };
    update();
    const { plane } = scene;
    expect(mesh(plane)).to.deep.equal(mesh(new DeformedPlane(own)));
    expect([plane.layerCount, scene.decision?.length]).to.deep.equal([2, 3]);
    expect(scene.inside).to.deep.equal(inside(createTarget('xor')));
    expect(scene.accuracy).to.be.closeTo(0.944, 0.001);
    update();
    update({ target: 'ring' });
    expect([scene.plane === plane, scene.decision]).to.deep.equal([true, undefined]);
    update({ target: 'none' });
    expect([scene.decision, scene.inside]).to.deep.equal([undefined, []]);
    const oneLayer = { w: own.w.slice(0, 1), b: own.b.slice(0, 1) };
    for (const change of [{ grid: 5 }, { alpha: 0.5 }, { activation: 'relu' }, oneLayer]) {
      const before = scene.plane;
      update(change);
      expect(scene.plane, JSON.stringify(change)).to.not.equal(before);
    }
    expect(scene.plane.layerCount).to.equal(1);
  });

  it('shows a trainer’s first layers as they are at each moment, with its target and its output', () => {
    const network = new Network({ layers: [2, 2, 2, 1], activation: 'relu', outputActivation: 'sigmoid' });
    const trainer = new Trainer({ network, target: createTarget('half'), seed: 3 });
    const run = new TrainingRun();
    run.start(trainer, false);
    const host = hostOf();
    Object.assign(host.link, { network, target: trainer.target, run });
    const scene = new DeformScene(host as never);
    scene.update();
    const { plane, decision } = scene;
    const expected = (): number[] =>
      mesh(new DeformedPlane({ ...unflattenLayers(network.parameters, 2), activation: 'relu', alpha: 0.01, grid: 9 }));
    expect(mesh(plane)).to.deep.equal(expected());
    const { accuracy } = trainer.score(SCORED_CELLS);
    expect([plane.layerCount, decision?.length, scene.accuracy]).to.deep.equal([2, 3, accuracy]);
    trainer.step(500);
    scene.followTrainer();
    expect(mesh(plane)).to.deep.equal(expected());
    expect(scene.decision).to.not.deep.equal(decision);
    expect(scene.decision).to.deep.equal([...network.weightsOf(3, 0), -network.biasOf(3, 0)]);
    expect(scene.inside).to.deep.equal(inside(trainer.target));
    host.link = {};
    scene.update();
    expect([scene.plane.layerCount, mesh(scene.plane)]).to.deep.equal([2, mesh(new DeformedPlane(own))]);
    expect(scene.inside).to.deep.equal(inside(createTarget('xor')));
  });

  it('maps points of the picture to the nearest crossing of grid lines, and back, as the plane moves', () => {
    const host = hostOf({ w: [[[2, 0], [0, 1]]], b: [[[0], [0]]], activation: 'linear', grid: 5, position: 0 });
    const scene = new DeformScene(host as never);
    scene.update();
    expect([scene.pointOf([-1, 1]), scene.placeAt({ x: 22, y: 22 })]).to.deep.equal([{ x: 18, y: 18 }, [-1, 1]]);
    expect(scene.placeAt({ x: 0, y: 0 })).to.equal(undefined);
    host.position = 1 as never;
    expect([scene.pointOf([1, 0]), scene.placeAt({ x: 182, y: 100 })]).to.deep.equal([{ x: 182, y: 100 }, [1, 0]]);
    expect(scene.describe([1, 0])).to.equal('(1.00, 0.00) → (2.00, 0.00)');
    host.position = 0.5 as never;
    expect(scene.placeAt(scene.pointOf([0.5, -0.5]))).to.deep.equal([0.5, -0.5]);
  });

  it('finds the place under a point in each of several pictures, by the layer of that picture', () => {
    const host = hostOf({ w: [[[2, 0], [0, 1]], [[0, 1], [1, 0]]], b: [[[0], [0]], [[0], [0]]], activation: 'linear' });
    Object.assign(host.canvas.size, { width: 600, height: 224 });
    const scene = new DeformScene(host as never);
    scene.update();
    host.position = 1 as never;
    const right = [182, 382, 500].map((x, k) => scene.placeAt({ x, y: k < 2 ? 100 : 18 }));
    expect(right).to.deep.equal([[1, 0], [1, 0], [1, 0]]);
    expect(scene.pointOf([1, 0])).to.deep.equal({ x: 500, y: 18 });
  });
});
