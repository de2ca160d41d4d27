import { expect } from 'chai';
import { DEFAULT, badTexts, badValues, expectAlwaysSound, expectReadings } from '../testing/kinds.js';
import { model, parameters } from './model.js';

const tooLong = 'longer than 65536 characters';

describe('parameters', () => {
  it('reads a flat JSON array of numbers', () => {
    expectReadings(parameters, [['[1]', [1]], ['[0.5, -1e-3, 2E2]', [0.5, -0.001, 200]], [' [1,2] ', [1, 2]], ['[1,5]', [1, 5]]]);
  });

  it('takes an array from a script, and copies it', () => {
    const own = [1, 2];
    const { value } = parameters.read(own);
    own[0] = 9;
    expect(value).to.deep.equal([1, 2]);
    expect(Object.isFrozen(value)).to.equal(true);
  });

  it('refuses JSON of any other shape, and what is no JSON', () => {
    const shapes = ['[]', '[null]', '["1"]', '[[1]]', '[1, true]', '{"0": 1}', '"[1]"', '1', '0', '-1', '1e9', 'null', 'true', '[1e309]', '[NaN]', '[1,]', '[1', '[01]', '[0x10]', "['1']", '1 2 3', '[1] [2]'];
    expectReadings(parameters, [...shapes, ...badTexts].map((text) => [text, DEFAULT]));
    expectReadings(parameters, badValues.map((value) => [value, DEFAULT]));
    expectReadings(parameters, [[[1, , 3], DEFAULT], [[1, Infinity], DEFAULT], [Float64Array.of(1, -2), [1, -2]], [new DataView(new ArrayBuffer(8)), DEFAULT], [[1, 2e6], DEFAULT], [5, DEFAULT]]); // eslint-disable-line no-sparse-arrays
    expect(parameters.initial).to.equal(null);
  });

  it('reads 64 kB and refuses more before it parses', () => {
    const long = `[${'1, '.repeat(21_800)}1]`;
    expect(long.length).to.be.within(65_000, 65_536);
    expect(parameters.read(long).value).to.have.length(21_801);
    expectReadings(parameters, [[`[${'1, '.repeat(33_000)}1]`, DEFAULT, 'syntax', tooLong], [`[1${' '.repeat(65_535)}]`, DEFAULT, 'syntax', tooLong]]);
  });

  it('counts a mistake as fatal, as without them there is nothing to show', () => {
    expect(parameters.fatal).to.equal(true);
  });

  it('is null or finite numbers and never throws', () => {
    expectAlwaysSound(parameters, (v) => v === null || (v.length > 0 && Array.from(v).every((n) => Number.isFinite(n))));
  });
});

describe('model', () => {
  it('reads the keys that are there', () => {
    expectReadings(model, [
      ['{}', {}], ['{"layers": [2, 8, 1]}', { layers: [2, 8, 1] }], ['{"parameters": [1, 2]}', { parameters: [1, 2] }],
      ['{"layers": [2, 1], "parameters": [1, 2, 3]}', { layers: [2, 1], parameters: [1, 2, 3] }],
    ]);
  });

  it('leaves keys alone that it does not know, those of Object included', () => {
    expectReadings(model, [['{"note": "mine"}', {}], ['{"__proto__": {"layers": [9]}, "constructor": 1}', {}]]);
  });

  it('hands on data and a state as they are, for those who know what to make of them', () => {
    expectReadings(model, [['{"data": "none", "state": [1], "layers": [2]}', { data: 'none', state: [1], layers: [2] }]]);
  });

  it('refuses an object with a part that is wrong, and JSON that is no object', () => {
    const wrong = [
      '{"layers": []}', '{"layers": null}', '{"layers": "2 8 1"}', '{"layers": [2, "8", 1]}', '{"parameters": [1, null]}', '{"parameters": {}}',
      '{"layers": [2, 8, 1], "parameters": [1e309]}', '[]', '[1]', 'null', '1', '-1', '0', '"x"', 'true', '{', "{'layers': [2]}", '{"layers": [2],}',
    ];
    expectReadings(model, [...wrong, ...badTexts.filter((text) => text !== '{}')].map((text) => [text, DEFAULT]));
    expectReadings(model, [[`{"note": "${'x'.repeat(1_100_000)}"}`, DEFAULT, 'syntax', 'longer than 1048576 characters']]);
    expect(model.initial).to.deep.equal({});
    expect(Object.isFrozen(model.initial)).to.equal(true);
  });

  it('holds finite numbers only and never throws', () => {
    expectAlwaysSound(model, ({ layers, parameters: values }) =>
      [layers, values].every((part) => part === undefined || (part.length > 0 && Array.from(part).every((n) => Number.isFinite(n)))));
  });
});
