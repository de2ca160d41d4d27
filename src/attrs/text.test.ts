import { expect } from 'chai';
import { badValues, DEFAULT, expectAlwaysSound, expectDefault, expectReadings } from '../testing/kinds.js';
import { optionalText, text } from './text.js';

const target = text('circle', 60);
const label = optionalText(60);

describe('text and optionalText', () => {
  it('read any text without the spaces around it, and the numbers of scripts', () => {
    for (const kind of [target, label]) {
      expectReadings(kind, [
        ['ring', 'ring'], ['  ring\n', 'ring'], ['1,5', '1,5'], ['８', '８'], ['円', '円'], ['<b>', '<b>'],
        ['x'.repeat(60), 'x'.repeat(60)], [7, '7'], [0, '0'], [-1.5, '-1.5'],
      ]);
    }
  });

  it('use the default for text that is too long and for what is not text', () => {
    for (const kind of [target, label]) {
      expectDefault(kind, ...badValues.filter((value) => typeof value !== 'number'), true, ['ring'], 'x'.repeat(61));
      expectReadings(kind, [['x'.repeat(100_000), DEFAULT, 'syntax', 'longer than 160 characters']]);
    }
  });

  it('differ in the empty text, which text refuses and optionalText takes for none', () => {
    expectDefault(target, '', '   ');
    expectReadings(label, [['', ''], ['  ', '']]);
    expect(target.read('').problem?.expected).to.contain('1 to 60');
  });

  it('are of their length and never throw', () => {
    expectAlwaysSound(target, (v) => v.length >= 1 && v.length <= 60);
    expectAlwaysSound(label, (v) => v.length <= 60);
  });
});
