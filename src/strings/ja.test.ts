import { expect } from 'chai';
import { en } from './en.js';
import { ja } from './ja.js';

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w*)\}/g)].map(([, name]) => name).sort();
}

describe('Japanese', () => {
  it('says all that English says, and nothing else', () => {
    expect(Object.keys(ja).sort()).to.deep.equal(Object.keys(en).sort());
  });

  it('has the same places for values, so that no number is lost', () => {
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(placeholders(ja[key]), key).to.deep.equal(placeholders(en[key]));
      expect(ja[key].replace(/\{\w+\}/g, ''), `${key}: a brace by itself`).not.to.match(/[{}]/);
    }
  });

  it('is Japanese, names that are the same everywhere aside', () => {
    for (const [key, text] of Object.entries(ja)) {
      if (!['xor', 'relu', 'leaky-relu', 'tanh'].includes(key)) expect(text, key).to.match(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });
});
