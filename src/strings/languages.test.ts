import { expect } from 'chai';
import './de.js';
import { en, type StringKey, type Strings } from './en.js';
import './es.js';
import './fr.js';
import { ja } from './ja.js';
import { registry } from './registry.js';
import './zh-hans.js';

/** What is on every page, and what the other files have registered. */
const languages = Object.entries({ ja, ...Object.fromEntries(registry.languages) }) as [string, Strings][];
/** Names that are the same everywhere, and words that two languages share by chance. */
const shared: Readonly<Record<string, readonly string[]>> = {
  '': ['xor', 'relu', 'leaky-relu', 'tanh', 'pause', 'parameters', 'semicolon'],
  de: ['ring', 'linear'],
  fr: ['activation', 'expression'],
};

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w*)\}/g)].map(([, name]) => name).sort();
}

describe('The languages', () => {
  it('are these', () => {
    expect(languages.map(([tag]) => tag).sort()).to.deep.equal(['de', 'es', 'fr', 'ja', 'zh-hans']);
  });
});

for (const [tag, strings] of languages) {
  describe(`The language ${tag}`, () => {
    it('says all that English says, and nothing else', () => {
      expect(Object.keys(strings).sort()).to.deep.equal(Object.keys(en).sort());
    });

    it('has the same places for values, so that no number is lost', () => {
      for (const key of Object.keys(en) as StringKey[]) {
        expect(placeholders(strings[key]), key).to.deep.equal(placeholders(en[key]));
        expect(strings[key].replace(/\{\w+\}/g, ''), `${key}: a brace by itself`).not.to.match(/[{}]/);
        expect(strings[key], `${key}: spaces around it`).not.to.match(/^ | $/);
      }
    });

    it('is translated, names that are the same everywhere aside', () => {
      for (const key of Object.keys(en) as StringKey[]) {
        if (shared[''].includes(key) || shared[tag]?.includes(key)) continue;
        expect(strings[key], key).not.to.equal(en[key]);
        if (key === 'sigmoid') continue; // a name too, here and there
        if (tag === 'ja' || tag === 'zh-hans') expect(strings[key], key).to.match(/[\u3040-\u30ff\u4e00-\u9fff]/);
      }
    });
  });
}
