import { expect } from 'chai';
import { targetNames } from '../core/index.js';
import './de.js';
import { en, type StringKey, type Strings } from './en.js';
import './es.js';
import './fr.js';
import { ja } from './ja.js';
import type { PluralForms } from './plural.js';
import { registry } from './registry.js';
import './zh-hans.js';

const languages = Object.entries({ en, ja, ...Object.fromEntries(registry.languages) }) as [string, Strings][];
const keys = Object.keys(en) as StringKey[];

/** Texts that are the same in all languages, and words that a language shares with English. */
const shared: Readonly<Record<string, readonly string[]>> = {
  '': ['xor', 'relu', 'leaky-relu', 'tanh', 'pause', 'parameters', 'semicolon', 'phaseOf'],
  de: ['listed', 'ring', 'linear'],
  fr: ['listed', 'activation', 'expression'],
  es: ['listed', 'error'],
};

/** Second words for a thing that has one already: the target of a sample, and the probe. */
const strays: Readonly<Record<string, RegExp>> = {
  'en': /\blabel/i, 'ja': /正解(?!率)/, 'de': /Lösung|Prüfpunkt/, 'fr': /étiquette|sond/, 'es': /etiqueta|sonde/,
  'zh-hans': /标签|探测/,
};

/** Returns the forms of a text: itself, where it has none. */
const formsOf = (text: string | PluralForms): string[] => (typeof text === 'string' ? [text] : Object.values(text));

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w*)\}/g)].map(([, name]) => name).sort();
}

describe('The languages', () => {
  it('are English, Japanese and four others', () => {
    expect(languages.map(([tag]) => tag).sort()).to.deep.equal(['de', 'en', 'es', 'fr', 'ja', 'zh-hans']);
  });

  it('have a name for every target', () => {
    for (const name of targetNames) expect(en, name).to.have.property(name);
  });
});

for (const [tag, strings] of languages) {
  describe(`The language ${tag}`, () => {
    it('has the keys and placeholders of English, and no empty text or space around it', () => {
      expect(Object.keys(strings).sort()).to.deep.equal([...keys].sort());
      for (const key of keys) {
        for (const text of formsOf(strings[key])) {
          expect(placeholdersOf(text), key).to.deep.equal(placeholdersOf(formsOf(en[key])[0]));
          expect(text.replace(/\{\w+\}/g, ''), `${key}: a single brace`).not.to.match(/[{}]/);
          expect(text, key).to.match(/^[^ ](.*[^ ])?$/);
        }
      }
    });

    it('has one word for one thing', () => {
      for (const key of keys) expect(formsOf(strings[key]).join(), key).not.to.match(strays[tag]);
    });

    it('has plural forms where English has, of categories that it knows, and no two alike', () => {
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
      for (const key of keys.filter((each) => typeof strings[each] !== 'string')) {
        expect(typeof en[key], key).to.equal('object');
        const forms = strings[key] as PluralForms;
        expect(pluralCategories, key).to.include.members(Object.keys(forms));
        expect(forms.other, key).to.be.a('string').that.includes('{count}');
        expect(new Set(Object.values(forms)).size, key).to.equal(Object.keys(forms).length);
      }
    });

    if (tag === 'fr') {
      it('has no space that a line may break at before a colon, a semicolon or a closing quote', () => {
        for (const key of keys) expect(formsOf(strings[key]).join(), key).not.to.match(/ [:;»]|« /);
      });
    }

    if (tag === 'en') return;

    it('is translated, apart from names that are the same everywhere', () => {
      for (const key of keys.filter((each) => ![...shared[''], ...(shared[tag] ?? [])].includes(each))) {
        expect(strings[key], key).not.to.deep.equal(en[key]);
        const isCjk = (tag === 'ja' || tag === 'zh-hans') && key !== 'sigmoid'; // sigmoid is a name there too
        if (isCjk) expect(formsOf(strings[key]).join(), key).to.match(/[\u3001\u3040-\u30ff\u4e00-\u9fff]/);
      }
    });
  });
}
