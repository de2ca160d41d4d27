import { expect } from '@open-wc/testing';
import { target } from '../attrs/target.js';
import { StringsController } from '../page/strings-controller.js';
import { defineHost, Host } from '../testing/host.js';
import { explainTarget } from './typed-text.js';

const { strings } = new (defineHost(class extends Host {
  readonly strings = new StringsController(this);
}))();

/** Returns what a reader is told of a text, key by key. */
function explained(text: string): string {
  const { problem } = target('circle').read(text);
  return explainTarget(text, problem!)(strings);
}

describe('explainTarget', () => {
  const wrongAt = (found: string, column: number): string =>
    strings.text('wrongAt', { found, column: String(column) });
  const expected = (text: string): string => strings.text('expectedThere', { text });

  const cases: readonly (readonly [text: string, said: readonly string[]])[] = [
    ['x > 0n/', [wrongAt('n', 6)]],
    ['x > ', [strings.text('wrongEnd')]],
    ['sin(x', [strings.text('wrongEnd')]],
    ['x = 0', [wrongAt('=', 3), expected('==')]],
    ['x + sine(y)', [wrongAt('sine', 5), expected('sin')]],
    ['sin x', [wrongAt('x', 5), expected('(')]],
    ['2x > y', [wrongAt('x', 2)]],
    ['1/x', [strings.text('wrongValue', { x: '0', y: '\u22121' })]],
    ['circel', [wrongAt('circel', 1), expected('circle')]],
    ['x > é', [wrongAt('é', 5)]],
    ['x > 0 ☃', [wrongAt('☃', 7)]],
  ];
  for (const [text, said] of cases) {
    it(`says of “${text}” where it is wrong`, () => expect(explained(text)).to.equal(said.join(' ')));
  }
});
