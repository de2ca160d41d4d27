import { expect } from 'chai';
import { DEFAULT, expectReadings } from '../testing/kinds.js';
import { learningRateKind, seedKind } from './training.js';

it('learningRateKind reads a number from 0 to 10, or 0.1', () => {
  expect(learningRateKind.initial).to.equal(0.1);
  expectReadings(learningRateKind, [['0', 0], ['0.03', 0.03], ['11', 10, 'range'], ['-1', 0, 'range'], ['x', DEFAULT]]);
});

it('seedKind reads any text', () => {
  expect(seedKind.initial).to.equal('');
  const long = 'x'.repeat(1000);
  expectReadings(seedKind, [
    [' my seed ', 'my seed'], ['12', '12'], [long, DEFAULT, 'syntax', 'longer than 300 characters'],
  ]);
});
