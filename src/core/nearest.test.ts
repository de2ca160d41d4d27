import { expect } from 'chai';
import { nearestName } from './nearest.js';

const names = ['hidden-layers', 'learning-rate', 'seed', 'split', 'at', 'x', 'leaky-relu', 'relu'] as const;

describe('nearestName', () => {
  it('finds the name that is meant', () => {
    for (const [text, name] of [
      ['learningrate', 'learning-rate'], ['learning_rate', 'learning-rate'], ['hiddenLayers', 'hidden-layers'],
      ['hidden-layer', 'hidden-layers'], ['hidden', 'hidden-layers'], ['learnig-rate', 'learning-rate'],
      ['sead', 'seed'], ['LeakyReLU', 'leaky-relu'], ['SPLIT', 'split'], ['X', 'x'],
    ]) expect(nearestName(text, names), text).to.equal(name);
  });

  it('finds none where too much is different', () => {
    for (const text of ['', 'y', 'to', 'sd', 'need to', 'width', 'alpha', 'a'.repeat(10_000), '日本']) {
      expect(nearestName(text, names), text).to.equal(undefined);
    }
  });
});
