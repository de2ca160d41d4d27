import { expect } from 'chai';
import { wordsIn } from '../../testing/words.js';
import { namesOf, nameText } from './names.js';

describe('namesOf', () => {
  const textsOf = (neuron: string | undefined, inputs: number): string[] => {
    const { inputs: names, output } = namesOf(neuron, inputs, wordsIn());
    return [...names, output].map(nameText);
  };

  it('is p₁, p₂ and y of a neuron of the page’s own, x and y where it has one input', () => {
    expect(textsOf(undefined, 2)).to.deep.equal(['p₁', 'p₂', 'y']);
    expect(textsOf(undefined, 1)).to.deep.equal(['x', 'y']);
  });

  it('is x, y and the prediction of a trainer’s output, or h of a hidden neuron', () => {
    expect(textsOf('out', 2)).to.deep.equal(['x', 'y', 'prediction']);
    expect(textsOf('1.3', 2)).to.deep.equal(['x', 'y', 'h']);
  });
});
