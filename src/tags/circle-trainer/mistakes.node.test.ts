import { expect } from 'chai';
import { createRandom, createTarget, Network, predictGrid } from '../../core/index.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { arcs, record, RecordingContext, type PathMark } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { Mistakes } from './mistakes.js';

const box = { x: 10, y: 20, width: 200, height: 200 };

describe('Mistakes', () => {
  it('are the cells on the wrong side of 0.5, as the score counts them', () => {
    const trainer = circleTrainer({ seed: 3 });
    const mistakes = new Mistakes();
    const cases = [[0, 'circle', 25], [900, 'circle', 25], [0, 'half', 25], [0, 'half', 9]] as const;
    for (const [steps, target, grid] of cases) {
      trainer.target = createTarget(target);
      trainer.step(steps);
      let wrong = 0;
      const total = mistakes.inCells(trainer.target, predictGrid(trainer.network, grid), grid, () => wrong++);
      expect(total).to.equal(grid * grid);
      expect(1 - wrong / total, target).to.be.closeTo(trainer.score(grid).accuracy, 1e-12);
    }
  });

  it('are ringed in the colour of negative, each around its cell', () => {
    const trainer = circleTrainer({ seed: 3, target: createTarget('half') });
    const predictions = Float64Array.of(1, 0.4, 0.6, 0.5); // above: left, right; below: left, right
    const wanted = [...predictions].map((value, k) => (value >= 0.5) !== (trainer.target([-0.5, 0.5][k % 2],
      [0.5, -0.5][k >> 1]) >= 0.5));
    const recording = record((ctx) => new Mistakes().draw(ctx, trainer, predictions, 2, box, testTheme));
    const [mark] = recording.marks as PathMark[];
    expect([recording.marks.length, mark.pen.strokeStyle]).to.deep.equal([1, testTheme.negative]);
    expect(arcs(mark.path).map(({ x, y }) => [x, y])).to.deep.equal(
      [[60, 70], [160, 70], [60, 170], [160, 170]].filter((_, k) => wanted[k]));
  });

  it('are points of the data, where there are any', () => {
    const data = { points: Float64Array.of(-0.5, 0.5, 0.25, -1, 0, 0), labels: Float64Array.of(0, 1, 1) };
    const trainer = circleTrainer({ seed: 3, data });
    const { examples, network } = trainer;
    const wrong: number[][] = [];
    expect(new Mistakes().inData(network, examples!, (x, y) => wrong.push([x, y]))).to.equal(3);
    const wanted = [[-0.5, 0.5, 0], [0.25, -1, 1], [0, 0, 1]]
      .filter(([x, y, label]) => network.forward([x, y])[0] >= 0.5 !== label >= 0.5).map(([x, y]) => [x, y]);
    expect(wrong).to.deep.equal(wanted);
  });

  it('of 5,000 points are found a slice a call for a large network, and ringed a hundred a path', () => {
    const random = createRandom(1);
    const points = Float64Array.from({ length: 10_000 }, () => 2 * random() - 1);
    const labels = Float64Array.from({ length: 5000 }, () => +(random() < 0.5));
    const network = new Network({ layers: [2, 64, 64, 64, 64, 1] });
    const trainer = circleTrainer({ seed: 3, network, data: { points, labels } });
    const { evaluate } = network;
    let evaluated = 0;
    network.evaluate = (at, out) => {
      evaluated += out.length;
      evaluate.call(network, at, out);
    };
    const mistakes = new Mistakes();
    let calls = 0;
    let rings = 0;
    for (let isWhole = false; !isWhole && calls < 100; calls++) {
      evaluated = rings = 0;
      const recording = new RecordingContext();
      isWhole = mistakes.draw(recording.context, trainer, new Float64Array(), 0, box, testTheme);
      expect(evaluated).to.be.at.most(750);
      for (const { path } of recording.marks as PathMark[]) {
        rings += arcs(path).length;
        expect(arcs(path).length).to.be.at.most(100);
      }
    }
    expect(calls).to.equal(8);
    let wrong = 0;
    mistakes.inData(network, trainer.examples!, () => wrong++);
    expect(rings).to.equal(wrong);
  });
});
