import { expect } from 'chai';
import { DEFAULT, badValues, expectAlwaysSound, expectReadings } from '../testing/kinds.js';
import { optionalText, text } from './text.js';

const target = text('circle', 60);
const label = optionalText(60);

describe('text', () => {
  it('takes any text, spaces around it aside', () => {
    expectReadings(target, [['ring', 'ring'], ['  ring\n', 'ring'], ['1,5', '1,5'], ['８', '８'], ['円', '円'], ['<b>', '<b>'], ['x'.repeat(60), 'x'.repeat(60)]]);
  });

  it('takes a number from a script as its text, so that seed = 7 works', () => {
    expectReadings(target, [[7, '7'], [0, '0'], [-1.5, '-1.5']]);
  });

  it('uses the default for an empty or an overlong text, and says so', () => {
    expectReadings(target, [
      ['', DEFAULT], ['   ', DEFAULT], ['x'.repeat(61), DEFAULT], ['x'.repeat(100_000), DEFAULT, 'syntax', 'longer than 160 characters'],
    ]);
    expect(target.read('').problem?.expected).to.equal('a text of 1 to 60 characters');
  });

  it('uses the default for what is no text', () => {
    const noNumbers = badValues.filter((value) => typeof value !== 'number');
    for (const kind of [target, label]) expectReadings(kind, [...noNumbers, true, ['ring']].map((value) => [value, DEFAULT]));
  });

  it('is of 1 to 60 characters and never throws', () => expectAlwaysSound(target, (v) => v.length >= 1 && v.length <= 60));
});

describe('optionalText', () => {
  it('takes an empty text for none without complaint', () => {
    expectReadings(label, [['', ''], ['  ', ''], [' a name ', 'a name'], [7, '7']]);
  });

  it('leaves out an overlong text, and says so', () => {
    expectReadings(label, [['x'.repeat(61), '', 'syntax'], ['x'.repeat(100_000), '', 'syntax', 'longer than 160 characters']]);
    expectAlwaysSound(label, (v) => v.length <= 60);
  });
});
