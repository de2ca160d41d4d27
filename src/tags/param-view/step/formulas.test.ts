import { expect } from '@open-wc/testing';
import type { StringsController } from '../../../page/strings-controller.js';
import { activationNames } from '../../../core/index.js';
import { lookAt } from '../../../testing/look.js';
import { stringsOf } from '../../../testing/strings.js';
import { contentOf, type Content, type Formula } from './formulas.js';
import { phasesOf } from './phases.js';

const symbols = ({ cells }: Formula): string => cells.map(({ symbol }) => symbol).join(' ');
const layers = [2, 3, 1];

describe('the content of a phase', () => {
  let strings: StringsController;

  beforeEach(async () => {
    strings = await stringsOf();
  });

  const contents = (of: readonly number[] = layers): Content[] =>
    phasesOf(of, 'simultaneous').map((phase) => contentOf(lookAt(strings, of, { row: 1 }), phase));

  it("has the article's formulas", () => {
    expect(contents().map(({ formulas }) => formulas.map(symbols))).to.deep.equal([
      ['x y → target'],
      ['h1_z[2] = w1[2].x · x + w1[2].y · y + b1[2]', 'h1_a[2] = f(h1_z[2])'],
      ['outZ = sum(w2[j] · h1_a[j]) + b2', 'prediction = f(outZ)'],
      ['error = prediction − target'],
      ['dOutZ = error · f′(outZ)'],
      ['dH[2] = dOutZ · w2[2]', 'dZ[2] = dH[2] · f′(h1_z[2])'],
      ['dW[2] = dOutZ · h1_a[2]', 'w2[2] −= learningRate · dW[2]'],
      ['w1[2].x −= learningRate · dZ[2] · x'],
    ]);
  });

  it('has those of a deeper network, with the products that a sum adds', () => {
    const deep = contents([2, 3, 2, 1]);
    expect(deep[2].formulas.map(symbols)[0]).to.equal('h2_z[2] = sum(w2[2][i] · h1_a[i]) + b2[2]');
    expect(deep[2].formulas[0].terms!.split(' + ')).to.have.length(3);
    expect(deep[7].formulas.map(symbols)).to.deep.equal(['dH1[2] = sum(dZ2[k] · w2[k][2])', 'dZ1[2] = dH1[2] · f′(h1_z[2])']);
    expect(deep[7].formulas[0].terms!.split(' + ')).to.have.length(2);
    expect(symbols(deep[9].formulas[0])).to.match(/^w2\[2\]\[\d\] −= learningRate · dZ2\[2\] · h1_a\[\d\]$/);
    expect([deep[1].title, deep[2].values.layer, deep[7].title, deep[7].values.share]).to.deep.equal(['layerTitle', '2', 'layerShareTitle', 'dZ2']);
  });

  it('nudges a bias without an input', () => {
    const phases = phasesOf(layers, 'simultaneous');
    expect(contentOf(lookAt(strings, layers, { row: 3 }), phases[6]).formulas.map(symbols)).to.deep.equal(['b2 −= learningRate · dOutZ']);
    expect(contentOf(lookAt(strings, layers, { row: 1, column: 2 }), phases[7]).formulas.map(symbols)).to.deep.equal(['b1[2] −= learningRate · dZ[2]']);
  });

  it('says why each slope is what it is', () => {
    const notes = activationNames.map((activation) => {
      const look = lookAt(strings, layers, { row: 0 }, 'simultaneous', { activation });
      return contentOf(look, { kind: 'responsibility', layer: 1 }).formulas[1].note!.replace(/[\u2212\d]*\d\.\d+/g, '#').replace(/[>≤]/, '?');
    });
    expect(notes).to.deep.equal([
      'a straight line has one slope everywhere', 'since h1_z[1] = # ? 0', 'since h1_z[1] = # ? 0',
      'f′ = h1_a[1] · (1 − h1_a[1]) = # · (1 − #)', 'f′ = 1 − h1_a[1]² = 1 − (#)²',
    ]);
  });

  it('says what the sign of an error means', () => {
    const of = (error: number): string => {
      const look = lookAt(strings, layers);
      return contentOf({ ...look, dissection: { ...look.dissection, error } }, { kind: 'error', layer: 2 }).sentences[0];
    };
    expect([of(0.2), of(-0.2), of(0)].map((sentence) => sentence.split(':')[0])).to.deep.equal(['Positive', 'Negative', 'Zero']);
  });

  it('says what the other order would give, and nothing where that is the same', () => {
    const phase = { kind: 'responsibility', layer: 1 } as const;
    const look = lookAt(strings, layers, { row: 0 });
    expect(contentOf(look, phase).sentences[0]).to.match(/^dZ\[1\] = .*had w2 been nudged before/);
    expect(contentOf({ ...look, other: () => look.dissection }, phase).sentences).to.deep.equal([]);
    expect(contentOf(lookAt(strings, layers, { row: 0 }, 'in-place'), phase).sentences[0]).to.contain('since w2 has been nudged already');
  });
});
