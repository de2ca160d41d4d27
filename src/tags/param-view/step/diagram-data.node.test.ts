import { expect } from 'chai';
import { ja } from '../../../strings/ja.js';
import { shownStep } from '../../../testing/shown-step.js';
import { wordsIn } from '../../../testing/words.js';
import { exampleAt, namesAt, pictureOf } from './diagram-data.js';
import type { StepPlace } from './diagram.js';
import type { StepPicture } from './diagram.js';
import { phasesOf, type Phase } from './phases.js';

const layers = [2, 3, 1];
const step = shownStep(layers);
const phases = phasesOf(layers, 'simultaneous');

const draw = (phase: Phase, { row, pointed = [] }: { row?: number; pointed?: string[] } = {}): StepPicture =>
  pictureOf(step, phase, row, new Set(pointed), 2);

describe('the picture of a phase', () => {
  const pictures = phases.map((phase) => draw(phase));

  it('has numbers for what is computed already, and their names', () => {
    const [input, hidden, output] = pictures;
    expect([input.texts, hidden.texts[2]]).to.deep.equal([[['0.30', '−0.40'], ['', '', ''], ['']], ['']]);
    expect(output.texts[2][0]).to.match(/\d\.\d\d$/);
    expect(pictures.map(({ names }) => names.map(({ runs }) => runs.join('')).join(' '))).to.deep.equal([
      ' ', 'h1_a ', 'h1_a prediction', 'h1_a prediction', 'h1_a prediction', 'dZ dOutZ', 'h1_a dOutZ', 'dZ prediction',
    ]);
  });

  it('has the words among its names in the reader’s language', () => {
    const [error] = phases.filter(({ kind }) => kind === 'error');
    const { names, target } = pictureOf({ ...step, strings: wordsIn('ja') }, error, undefined, new Set(), 2);
    expect([names[0].runs, names[1].runs, target.runs[0]]).to.deep.equal([['h1_a'], [ja.prediction], ja.target]);
  });

  it('lights what is computed, and the example most', () => {
    expect(pictures.map(({ lights }) => lights.map((column) => Math.max(...column)).join(''))).to.deep.equal([
      '100', '010', '001', '001', '001', '011', '011', '110',
    ]);
    expect(draw({ kind: 'forward', layer: 1 }, { row: 2 }).lights[1]).to.deep.equal([1, 1, 2]);
  });

  it('has a second ring around the output in the phases about it', () => {
    expect(pictures.flatMap(({ ringed }, k) => (ringed ? [k] : []))).to.deep.equal([3, 4]);
  });

  it('has lines for sums, shares and nudges', () => {
    const { before, after } = step.dissection;
    expect(pictures.map(({ links }) => links.map(({ layer, values }) => [layer, values?.length]))).to.deep.equal([
      [], [[1, undefined]], [[2, undefined]], [], [], [[2, 3]], [[2, 3]], [[1, 6]],
    ]);
    expect(pictures[7].links[0].values![3]).to.equal(after[3] - before[3]);
  });

  it('lights what is pointed at', () => {
    const pointed = (name: string): StepPicture => draw({ kind: 'input', layer: 0 }, { pointed: [name] });
    expect([pointed('y').lights, pointed('h1_z').lights[1]]).to.deep.equal([[[1, 2], [0, 0, 0], [0]], [2, 2, 2]]);
    expect(pointed('dOutZ').lights[2]).to.deep.equal([2]);
    expect(pointed('w2').links).to.deep.equal([{ layer: 2, neuron: 0, values: [] }]);
    expect(pointed('target').target.lit).to.equal(true);
  });
});

describe('a place of the diagram', () => {
  for (const [what, place, names, examples] of [
    ['an input', { layer: 0, neuron: 1 }, 'y', '||||||||'],
    ['a hidden neuron', { layer: 1, neuron: 2 }, 'h1_z h1_a dZ dH', '|2|2|||2|2|2|'],
    ['a hidden weight', { layer: 1, neuron: 2, from: 1 }, 'w1', '|2,1|2,1|||2,1|2,1|2,1|'],
    ['the output', { layer: 2, neuron: 0 }, 'outZ prediction dOutZ error target', '||||||||'],
    ["an output's weight", { layer: 2, neuron: 0, from: 1 }, 'w2', '|1|1|||1|1|1|'],
  ] as [string, StepPlace, string, string][]) {
    it(`that is ${what} has its names, and in each phase its row and column`, () => {
      expect(namesAt(place, step.names).join(' ')).to.equal(names);
      const found = phases.map((phase) => exampleAt(place, phase, step.names));
      const texts = found.map(({ row, column }) => [row, column].filter((k) => k !== undefined).join());
      expect(texts.map((text) => `${text}|`).join('')).to.equal(examples);
    });
  }
});
