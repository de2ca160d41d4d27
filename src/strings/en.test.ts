import { expect } from 'chai';
import { targetNames } from '../core/index.js';
import { en } from './en.js';

describe('English', () => {
  it('has a text for every key, without spaces around it', () => {
    for (const [key, text] of Object.entries(en)) {
      expect(text, key).not.to.equal('');
      expect(text.trim(), key).to.equal(text);
      expect(text.replace(/\{\w+\}/g, ''), `${key}: a brace by itself`).not.to.match(/[{}]/);
    }
  });

  it('has a name for every target', () => {
    for (const name of targetNames) expect(en, name).to.have.property(name);
  });
});
