import { expect } from 'chai';
import { shownStep } from '../../../testing/shown-step.js';
import { StepNames } from './names.js';
import { phasesOf } from './phases.js';
import { ChosenNeurons, layerOfRows, workedNeuron } from './worked-neuron.js';

const layers = [2, 3, 4, 1];
const names = new StepNames(layers);
const phases = phasesOf(layers, 'simultaneous');

describe('layerOfRows', () => {
  it('is the layer whose neurons a table lists; the output has the neurons before it', () => {
    expect(phases.map((phase) => layerOfRows(phase, names))).to.deep.equal([-1, 1, 2, 2, -1, -1, 2, 1, 2, 2, 1]);
  });
});

describe('workedNeuron', () => {
  const { dissection } = shownStep(layers);
  const of = (dZ: number[], a: number[]): number =>
    workedNeuron({ ...dissection, dZ: [[], dZ], a: [[], a] } as unknown as typeof dissection, 1);

  it('has the largest responsibility, or the largest output if none has any', () => {
    expect([of([0.1, -0.5, 0.3], [9, 1, 1]), of([0, 0, 0], [0.1, 0.2, -0.7]), of([0, 0], [0, 0])])
      .to.deep.equal([1, 2, 0]);
  });
});

describe('ChosenNeurons', () => {
  const [, first, second, output, , , , , outputNudge, secondNudge, firstNudge] = phases;

  it('keep a neuron of each layer, and a column, in every phase', () => {
    const chosen = new ChosenNeurons();
    chosen.choose({ row: 2 }, first, names);
    chosen.choose({ row: 1, column: 3 }, secondNudge, names);
    expect([first, firstNudge].map((phase) => chosen.in(phase, names))).to.deep.equal([{ row: 2 }, { row: 2 }]);
    for (const phase of [second, output, outputNudge, secondNudge]) {
      expect(chosen.in(phase, names)).to.deep.equal({ row: 1, column: 3 });
    }
    chosen.forget();
    expect(chosen.in(first, names)).to.deep.equal({});
  });

  it("keep the neuron while the output's bias is looked at, which is a row of one phase", () => {
    const chosen = new ChosenNeurons();
    chosen.choose({ row: 1 }, second, names);
    chosen.choose({ row: 4 }, outputNudge, names);
    expect([chosen.in(outputNudge, names).row, chosen.in(second, names).row]).to.deep.equal([4, 1]);
    chosen.choose({ row: 3 }, outputNudge, names);
    expect([chosen.in(outputNudge, names).row, chosen.in(second, names).row]).to.deep.equal([3, 3]);
  });

  it('cannot be chosen where there are none', () => {
    const chosen = new ChosenNeurons();
    chosen.choose({ row: 1 }, phases[0], names);
    expect(chosen.in(phases[0], names)).to.deep.equal({});
  });
});
