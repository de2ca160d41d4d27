import { expect } from '@open-wc/testing';
import type { StringsController } from '../../../page/strings-controller.js';
import { lookAt } from '../../../testing/look.js';
import { stringsOf } from '../../../testing/strings.js';
import type { StepPlace } from './diagram-layout.js';
import { exampleAt, keysAt, pictureOf } from './diagram-data.js';
import { phasesOf } from './phases.js';

const layers = [2, 3, 1];
const nothing = new Set<string>();

describe('the picture of a phase', () => {
  let strings: StringsController;

  beforeEach(async () => {
    strings = await stringsOf();
  });

  const pictures = (of: readonly number[] = layers) =>
    phasesOf(of, 'simultaneous').map((phase) => pictureOf(lookAt(strings, of), phase, undefined, nothing, 2));

  it('has numbers for what is computed already, and their names', () => {
    const [input, hidden, output, error, , shares, second, first] = pictures();
    expect(input.texts).to.deep.equal([['0.30', '−0.40'], ['', '', ''], ['']]);
    expect(hidden.texts[2]).to.deep.equal(['']);
    expect(output.texts[2][0]).to.match(/\d\.\d\d$/);
    const names = [input, hidden, output, error, shares, second, first].map((picture) => picture.names.map(({ text }) => text).join(' '));
    expect(names).to.deep.equal([' ', 'h1_a ', 'h1_a prediction', 'h1_a prediction', 'dZ dOutZ', 'h1_a dOutZ', 'dZ prediction']);
  });

  it('lights what is computed, and the example most', () => {
    const lights = pictures().map((picture) => picture.lights.map((column) => Math.max(...column)));
    expect(lights).to.deep.equal([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1], [0, 0, 1], [0, 1, 1], [0, 1, 1], [1, 1, 0]]);
    expect(pictureOf(lookAt(strings, layers), { kind: 'forward', layer: 1 }, 2, nothing, 2).lights[1]).to.deep.equal([1, 1, 2]);
  });

  it('has a second ring around the output while all is about it', () => {
    expect(pictures().map(({ ringed }) => ringed)).to.deep.equal([false, false, false, true, true, false, false, false]);
  });

  it('has lines for sums, shares and nudges', () => {
    const look = lookAt(strings, layers);
    const { before, after } = look.dissection;
    const links = pictures().map((picture) => picture.links);
    expect(links.map((each) => each.map(({ layer, values }) => [layer, values?.length]))).to.deep.equal([[], [[1, undefined]], [[2, undefined]], [], [], [[2, 3]], [[2, 3]], [[1, 6]]]);
    expect(links[7][0].values![3]).to.equal(after[3] - before[3]);
  });

  it('lights what is pointed at', () => {
    const pointed = (key: string) => pictureOf(lookAt(strings, layers), { kind: 'input', layer: 0 }, undefined, new Set([key]), 2);
    expect(pointed('y').lights).to.deep.equal([[1, 2], [0, 0, 0], [0]]);
    expect(pointed('h1_z').lights[1]).to.deep.equal([2, 2, 2]);
    expect(pointed('dOutZ').lights[2]).to.deep.equal([2]);
    expect(pointed('w2').links).to.deep.equal([{ layer: 2, neuron: 0, values: [] }]);
    expect(pointed('target').target.lit).to.equal(true);
  });

  it('knows the names of each place', () => {
    const { names } = lookAt(strings, layers);
    expect(keysAt({ layer: 0, neuron: 1 }, names)).to.deep.equal(['y']);
    expect(keysAt({ layer: 1, neuron: 2 }, names)).to.deep.equal(['h1_z', 'h1_a', 'dZ', 'dH']);
    expect(keysAt({ layer: 2, neuron: 0, from: 1 }, names)).to.deep.equal(['w2']);
  });

  it('knows which row and column of each table stand for a neuron or a weight', () => {
    const { names } = lookAt(strings, layers);
    const rowsAt = (place: StepPlace) => phasesOf(layers, 'simultaneous').map((phase) => {
      const { row, column } = exampleAt(place, phase, names);
      return [row, column].filter((k) => k !== undefined).join();
    });
    expect(rowsAt({ layer: 1, neuron: 2 })).to.deep.equal(['', '2', '2', '', '', '2', '2', '2']);
    expect(rowsAt({ layer: 1, neuron: 2, from: 1 })).to.deep.equal(['', '2,1', '2,1', '', '', '2,1', '2,1', '2,1']);
    expect(rowsAt({ layer: 2, neuron: 0, from: 1 })).to.deep.equal(['', '1', '1', '', '', '1', '1', '1']);
    expect(rowsAt({ layer: 0, neuron: 1 })).to.deep.equal(['', '', '', '', '', '', '', '']);
  });
});
