import { expect } from 'chai';
import { badTexts, badValues, DEFAULT, expectAlwaysSound, expectDefault, expectReadings } from '../testing/kinds.js';
import { model, parameters } from './model.js';

const areFinite = (v: readonly number[]): boolean => v.length > 0 && Array.from(v).every((n) => Number.isFinite(n));

describe('parameters', () => {
  it('reads a flat JSON array of numbers, and arrays', () => {
    expectReadings(parameters, [
      ['[1]', [1]], ['[0.5, -1e-3, 2E2]', [0.5, -0.001, 200]], [' [1,2] ', [1, 2]], ['[1,5]', [1, 5]],
      [Float64Array.of(1, -2), [1, -2]],
    ]);
  });

  it('copies the array of a script', () => {
    const own = [1, 2];
    const { value } = parameters.read(own);
    own[0] = 9;
    expect([value, Object.isFrozen(value)]).to.deep.equal([[1, 2], true]);
  });

  it('refuses JSON of any other shape, and other text', () => {
    expectDefault(
      parameters, ...badTexts, ...badValues, '[]', '[null]', '["1"]', '[[1]]', '[1, true]', '{"0": 1}', '"[1]"', '1',
      '0', '-1', '1e9', 'null', 'true', '[1e309]', '[NaN]', '[1,]', '[1', '[01]', '[0x10]', "['1']", '1 2 3', '[1] [2]',
      [1, Infinity], [1, 2e6], 5, new DataView(new ArrayBuffer(8)),
    );
    expectDefault(parameters, [1, , 3]); // eslint-disable-line no-sparse-arrays
  });

  it('reads 64 kB, and refuses more before it parses', () => {
    const long = `[${'1, '.repeat(21_800)}1]`;
    expect(long.length).to.be.within(65_000, 65_536);
    expect(parameters.read(long).value).to.have.length(21_801);
    for (const text of [`[${'1, '.repeat(33_000)}1]`, `[1${' '.repeat(65_535)}]`]) {
      expectReadings(parameters, [[text, DEFAULT, 'syntax', 'longer than 65536 characters']]);
    }
  });

  it('is null or finite numbers, never throws, and is fatal if unusable', () => {
    expect([parameters.initial, parameters.fatal]).to.deep.equal([null, true]);
    expectAlwaysSound(parameters, (v) => v === null || areFinite(v));
  });
});

describe('nested parameters', () => {
  /** A 2-3-1 network as PyTorch and as Keras have it, and flat. */
  const flat = [1, 2, 3, 4, 5, 6, 0.1, 0.2, 0.3, 7, 8, 9, 0.4];
  const torch = [[[1, 2], [3, 4], [5, 6]], [0.1, 0.2, 0.3], [[7, 8, 9]], [0.4]];
  const keras = [[[1, 3, 5], [2, 4, 6]], [0.1, 0.2, 0.3], [[7], [8], [9]], [0.4]];

  it('are read by outputs, as of PyTorch, and by inputs, as of Keras', () => {
    const pairs = (list: unknown[]): unknown[] => [list.slice(0, 2), list.slice(2)];
    for (const nested of [torch, keras, pairs(torch), pairs(keras)]) {
      expectReadings(parameters, [[JSON.stringify(nested), flat], [nested, flat]]);
      expectReadings(model, [[JSON.stringify({ layers: [2, 3, 1], parameters: nested }),
        { layers: [2, 3, 1], parameters: flat }]]);
    }
  });

  it('of a square layer are read as those of the others, or else by outputs', () => {
    const square = [[[1, 2], [3, 4]], [5, 6]];
    expectReadings(parameters, [
      [[...square, [[7, 8]], [9]], [1, 2, 3, 4, 5, 6, 7, 8, 9]],
      [[...square, [[7], [8]], [9]], [1, 3, 2, 4, 5, 6, 7, 8, 9]], [square, [1, 2, 3, 4, 5, 6]],
    ]);
  });

  it('of other shapes are refused, with the word flat', () => {
    expectDefault(parameters, [[[1, 2], [3]], [1, 2]], [[[1, 2]]], [[1, 2], [3]], [[[1, 2, 3]], [1, 2]],
      [[[1, 2]], [3], [[4], [5]]], [[[1, '2']], [3]], [[[1, 2e6]], [3]], [[], []],
      [[[1, 2], [3, 4], [5, 6]], [1, 2, 3], [[7], [8], [9]], [4]]);
    expect(parameters.read([[1, 2], [3]]).problem!.expected).to.match(/flat.*Keras/);
  });
});

describe('model', () => {
  it('reads the keys that are given', () => {
    expectReadings(model, [
      ['{}', {}], ['{"layers": [2, 8, 1]}', { layers: [2, 8, 1] }], ['{"parameters": [1, 2]}', { parameters: [1, 2] }],
      ['{"layers": [2, 1], "parameters": [1, 2, 3]}', { layers: [2, 1], parameters: [1, 2, 3] }],
    ]);
  });

  it('names keys that it leaves out, and the ones that are meant', () => {
    const meant = (key: string, instead: string): string => `key "${key}" is not read, did you mean "${instead}"?`;
    for (const [json, value, hint] of [
      ['{"note": 1}', {}, 'key "note" is not read'], ['{"points": []}', {}, meant('points', 'data')],
      ['{"X": [], "y": []}', {}, `${meant('X', 'data')}; key "y" is not read`],
      ['{"layers": [2], "weights": [[1]]}', { layers: [2] }, meant('weights', 'parameters')],
      ['{"Data": [], "params": [1]}', {}, `${meant('Data', 'data')}; ${meant('params', 'parameters')}`],
      ['{"version": 1, "layers": [2, 8, 1], "steps": 3}', { layers: [2, 8, 1] }, 'a state goes into {"state": …}'],
      ['{"__proto__": {"layers": [9]}}', {}, 'key "__proto__" is not read'],
    ] as const) expectReadings(model, [[json, value, 'range', hint]]);
  });

  it('returns data, state and curve unchecked', () => {
    const parts = { data: 'none', state: [1], curve: null, layers: [2] };
    expectReadings(model, [[JSON.stringify(parts), parts]]);
  });

  it('refuses an object with a wrong part, and JSON that is not an object', () => {
    expectDefault(
      model, ...badTexts.filter((text) => text !== '{}'), '{"layers": []}', '{"layers": null}', '{"layers": "2 8 1"}',
      '{"layers": [2, "8", 1]}', '{"parameters": [1, null]}', '{"parameters": {}}',
      '{"layers": [2, 8, 1], "parameters": [1e309]}', '[]', '[1]', 'null', '1', '-1', '0', '"x"', 'true', '{',
      "{'layers': [2]}", '{"layers": [2],}',
    );
    const long = `{"note": "${'x'.repeat(1_100_000)}"}`;
    expectReadings(model, [[long, DEFAULT, 'syntax', 'longer than 1048576 characters']]);
    expect([model.initial, Object.isFrozen(model.initial)]).to.deep.equal([{}, true]);
  });

  it('holds finite numbers only and never throws', () => {
    expectAlwaysSound(model, (v) => [v.layers, v.parameters].every((part) => !part || areFinite(part)));
  });
});
