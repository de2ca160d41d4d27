import { expect } from 'chai';
import { pluralForm } from './plural.js';

describe('pluralForm', () => {
  it('chooses by the rules of the language', () => {
    const forms = { one: 'krok', few: 'kroki', many: 'kroków', other: 'kroku' };
    expect([0, 1, 2, 5, 22, 1.5].map((count) => pluralForm(forms, count, 'pl')))
      .to.deep.equal(['kroków', 'krok', 'kroki', 'kroków', 'kroki', 'kroku']);
    const steps = { one: 'step', other: 'steps' };
    expect([0, 1, 2].map((count) => pluralForm(steps, count, 'en'))).to.deep.equal(['steps', 'step', 'steps']);
    expect([0, 1, 2].map((count) => pluralForm(steps, count, 'fr'))).to.deep.equal(['step', 'step', 'steps']);
  });

  it('takes `other` where a form is missing, and a string for every count', () => {
    expect(pluralForm({ other: 'a' }, 1, 'en')).to.equal('a');
    expect([1, 2].map((count) => pluralForm('b', count, 'en'))).to.deep.equal(['b', 'b']);
  });

  it('has nothing of what is neither', () => {
    for (const text of [undefined, null, 3, {}, { one: 'a' }, { other: 5 }]) {
      expect(pluralForm(text, 2, 'en'), JSON.stringify(text)).to.equal(undefined);
    }
  });
});
