import { expect } from 'chai';
import { defineKind, MAX_TEXT_LENGTH, toAttributeText } from './kind.js';

const even = defineKind(2, 'an even number', (raw) => (Number(raw) % 2 === 0 ? { value: Number(raw) } : undefined));

describe('kind', () => {
  it('hands on what its reader makes of a value', () => {
    expect(even.read('4')).to.deep.equal({ value: 4 });
    expect(even.initial).to.equal(2);
  });

  it('uses the default where its reader gives up, and says what is accepted', () => {
    expect(even.read('5')).to.deep.equal({ value: 2, problem: { code: 'syntax', expected: 'an even number' } });
  });

  it('uses the default where its reader throws, as it does for a Symbol', () => {
    expect(even.read(Symbol('s'))).to.deep.equal({ value: 2, problem: { code: 'syntax', expected: 'an even number' } });
  });

  it('never reads text beyond its longest', () => {
    const seen: number[] = [];
    const watched = defineKind('', 'a text', (raw) => {
      seen.push(String(raw).length);
      return { value: 'read' };
    });
    expect(watched.read('x'.repeat(MAX_TEXT_LENGTH)).value).to.equal('read');
    expect(watched.read('x'.repeat(MAX_TEXT_LENGTH + 1)))
      .to.deep.equal({ value: '', problem: { code: 'syntax', expected: 'a text', hint: 'longer than 2000 characters' } });
    expect(seen).to.deep.equal([2000]);
  });

  it('tells of a comma between digits, and of no other', () => {
    expect(defineKind(0, 'x', () => undefined, { commaHint: 'mend it so' }).read('1,5').problem?.hint).to.equal('mend it so');
    expect(even.read('1,5').problem?.hint, 'a kind without an advice gives none').to.equal(undefined);
    expect(even.read('a, b').problem?.hint).to.equal(undefined);
  });
});

describe('toText', () => {
  it('writes a value as its author would', () => {
    expect(toAttributeText(0.1)).to.equal('0.1');
    expect(toAttributeText('ring')).to.equal('ring');
    expect(toAttributeText(true)).to.equal('true');
    expect(toAttributeText(Infinity)).to.equal('none');
    expect(toAttributeText([6, 4])).to.equal('6 4');
    expect(toAttributeText([[1, 2], [3, 4]])).to.equal('1 2; 3 4');
    expect(toAttributeText([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])).to.equal('1 2; 3 4 | 5 6; 7 8');
    expect(toAttributeText([])).to.equal('');
  });
});
