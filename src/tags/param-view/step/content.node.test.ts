import { expect } from 'chai';
import { activationNames } from '../../../core/index.js';
import { english, shownStep } from '../../../testing/shown-step.js';
import { contentOf, type Formula, type PhaseContent } from './content.js';
import { phasesOf, type ShownStep } from './phases.js';

const layers = [2, 3, 1];
const symbols = ({ cells }: Formula): string => cells.map(({ symbol }) => symbol).join(' ');
const formulasOf = ({ formulas }: PhaseContent): string[] => formulas.map(symbols);
const contents = (of: readonly number[] = layers, changed: Partial<ShownStep> = { row: 1 }): PhaseContent[] =>
  phasesOf(of, 'simultaneous').map((phase) => contentOf(shownStep(of, changed), phase));

describe('the content of a phase', () => {
  it("has the article's formulas", () => {
    expect(contents().map(formulasOf)).to.deep.equal([
      ['x y → target'],
      ['h1_z[2] = w1[2].x · x + w1[2].y · y + b1[2]', 'h1_a[2] = f(h1_z[2])'],
      ['w2[2] · h1_a[2]', 'outZ = sum(w2[j] · h1_a[j]) + b2', 'prediction = f(outZ)'],
      ['error = prediction − target'],
      ['dOutZ = error · f′(outZ)'],
      ['dH[2] = dOutZ · w2[2]', 'dZ[2] = dH[2] · f′(h1_z[2])'],
      ['dW[2] = dOutZ · h1_a[2]', 'w2[2] −= learningRate · dW[2]'],
      ['w1[2].x −= learningRate · dZ[2] · x'],
    ]);
  });

  it('has the formulas of a deeper network, with the products that a sum adds', () => {
    const deep = contents([2, 3, 2, 1]);
    expect(formulasOf(deep[2])[0]).to.equal('h2_z[2] = sum(w2[2][i] · h1_a[i]) + b2[2]');
    expect(formulasOf(deep[7])).to.deep.equal(['dH1[2] = sum(dZ2[k] · w2[k][2])', 'dZ1[2] = dH1[2] · f′(h1_z[2])']);
    expect(formulasOf(deep[9])[0]).to.match(/^w2\[2\]\[\d\] −= learningRate · dZ2\[2\] · h1_a\[\d\]$/);
    expect([deep[2], deep[7]].map(({ formulas }) => formulas[0].products!.split(' + ').length)).to.deep.equal([3, 2]);
    expect([deep[2].title, deep[7].title].map((title) => / (\d)$/.exec(title)?.[1])).to.deep.equal(['2', '1']);
    expect(deep[7].about).to.contain('{dZ2}');
  });

  it('nudges a bias without an input', () => {
    expect(formulasOf(contents(layers, { row: 3 })[6])).to.deep.equal(['b2 −= learningRate · dOutZ']);
    expect(formulasOf(contents(layers, { row: 1, column: 2 })[7])).to.deep.equal(['b1[2] −= learningRate · dZ[2]']);
  });

  it('says why each slope has its value', () => {
    const notes = activationNames.map((activation) => {
      const step = shownStep(layers, { row: 0 }, 'simultaneous', { activation });
      const { note } = contentOf(step, { kind: 'responsibility', layer: 1 }).formulas[1];
      return note!.replace(/[\u2212\d]*\d\.\d+/g, '#').replace(/[>≤].*/, '?');
    });
    expect(notes).to.deep.equal([
      'a straight line has one slope everywhere', 'since {h1_z[1]} = # ?', 'since {h1_z[1]} = # ?',
      'f′ = {h1_a[1]} · (1 − {h1_a[1]}) = # · (1 − #) = #', 'f′ = 1 − ({h1_a[1]})² = 1 − (#)² = #',
    ]);
  });

  it('says where nothing is passed back', () => {
    const { dissection: { slopes } } = shownStep(layers, {}, 'simultaneous', { activation: 'relu' });
    expect([...slopes[1]].sort()).to.deep.equal([0, 0, 1]);
    for (const [row, slope] of slopes[1].entries()) {
      const step = shownStep(layers, { row }, 'simultaneous', { activation: 'relu' });
      const { note } = contentOf(step, { kind: 'responsibility', layer: 1 }).formulas[1];
      expect(note!.includes(english.text('passesNothing')), `${row}`).to.equal(slope === 0);
    }
  });

  it('says what the sign of an error means', () => {
    const step = shownStep(layers);
    const sentences = [0.2, -0.2, 0].map((error) =>
      contentOf({ ...step, dissection: { ...step.dissection, error } }, { kind: 'error', layer: 2 }).sentences![0]);
    expect(sentences.map((sentence) => sentence.split(':')[0])).to.deep.equal(['Positive', 'Negative', 'Zero']);
  });

  it('says what the other order would give, and nothing if that is the same', () => {
    const phase = { kind: 'responsibility', layer: 1 } as const;
    const step = shownStep(layers, { row: 0 });
    expect(contentOf(step, phase).sentences![0]).to.match(/^\{dZ\[1\]\} = .* \{w2\} /);
    expect(contentOf(shownStep(layers, { row: 0 }, 'in-place'), phase).sentences![0])
      .to.match(/^\{dZ\[1\]\} = .* \{w2\} /);
    const still = { ...step, dissection: { ...step.dissection, learningRate: 0 } };
    expect(contentOf(still, phase).sentences).to.deep.equal([]);
  });
});
