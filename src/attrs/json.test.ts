import { expect } from 'chai';
import fc from 'fast-check';
import { jsonProblem } from './json.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonProblem', () => {
  it('names line, column and sign of the first mistake', () => {
    for (const [text, problem] of [
      ['[1, 2,]', 'line 1, column 7: "]" after a comma'],
      ['{\n  "data": [[0, 1, 1],\n  ],\n}', 'line 3, column 3: "]" after a comma'],
      ['{"a": 1,\r\n}', 'line 2, column 1: "}" after a comma'], ['{"a" 1}', 'line 1, column 6: "1"'],
      ["{'a': 1}", 'line 1, column 2: "\'"'], ['{a: 1}', 'line 1, column 2: "a"'], ['[1 2]', 'line 1, column 4: "2"'],
      ['[.5]', 'line 1, column 2: "."'], ['[1.]', 'line 1, column 2: "1"'], ['[NaN]', 'line 1, column 2: "N"'],
      ['[0.5', 'line 1, column 5: the end'], ['', 'line 1, column 1: the end'], ['[] []', 'line 1, column 4: "["'],
      ['// note\n[]', 'line 1, column 1: "/"'], ['["\n"]', 'line 1, column 2: """'],
      ['[True]', 'line 1, column 2: "T"'],
      ['[1, ,2]', 'line 1, column 5: "," after a comma'], ['[1}', 'line 1, column 3: "}"'],
      ['[😀]', 'line 1, column 2: "😀"'],
    ]) expect(jsonProblem(text), text).to.equal(problem);
  });

  it('finds none where there is none, and one where there is, as the engine does', () => {
    fc.assert(fc.property(fc.json(), (text) => {
      expect(jsonProblem(text), text).to.equal(undefined);
    }));
    const piece = fc.constantFrom('[', ']', '{', '}', ',', ':', '"a"', '1', '-0.5e3', 'true', 'null', ' ', '\n', '"',
      '01');
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      expect(jsonProblem(text) === undefined, text).to.equal(isJson(text));
    }), { numRuns: 20_000 });
  });

  it('reads a million brackets', () => {
    expect(jsonProblem('['.repeat(1_000_000))).to.equal('line 1, column 1000001: the end');
  });
});
