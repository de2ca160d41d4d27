import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { squeeze } from './squeeze.mjs';

describe('squeeze', () => {
  it('takes indentation, and from style sheets comments and space around signs, and keeps the lines', () => {
    const code = 'const a = css`\n  /* a,\n  b */\n  p:is(a, b) > i { color: red; inset: calc(1px + ${x}) 0; }\n`;\n'
      + '  const b = html`\n    <p>a, b: c</p>`;\n';
    assert.equal(squeeze(code), 'const a = css`\n\n\np:is(a,b) > i{color:red;inset:calc(1px + ${x}) 0;}\n`;\n'
      + 'const b = html`\n<p>a, b: c</p>`;\n');
  });
});
