import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';

/** Members of an element's class come in this order; CONTRIBUTING.md says the same in words. */
const order = [
  'static field', 'attribute', 'state', 'observedAttributes', 'constructor', 'lifecycle', 'public member', 'render',
  'handler', 'painting',
];

const lifecycle = new Set([
  'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback', 'shouldUpdate',
  'getReady', 'willUpdate', 'update', 'firstUpdated', 'updated', 'refresh',
]);

function kindOf(member) {
  const has = (kind) => member.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
  const name = member.name?.getText() ?? '';
  if (ts.isConstructorDeclaration(member)) return 'constructor';
  if (name === 'observedAttributes') return 'observedAttributes';
  if (has(ts.SyntaxKind.StaticKeyword)) return 'static field';
  if (ts.canHaveDecorators(member) && ts.getDecorators(member)?.length) return 'attribute';
  if (lifecycle.has(name)) return 'lifecycle';
  if (name === 'render') return 'render';
  if (name === 'paint') return 'painting';
  const bound = ts.isPropertyDeclaration(member) && member.initializer && ts.isArrowFunction(member.initializer);
  if (ts.isPropertyDeclaration(member) && !bound) return 'state';
  return /^(_|on[A-Z])/.test(name) ? 'handler' : 'public member';
}

/** The members of the one class that a text declares, each with its kind. */
function membersOf(text) {
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022, true);
  const [declared] = source.statements.filter(ts.isClassDeclaration);
  return declared.members.map((member) => ({ name: member.name?.getText() ?? 'constructor', kind: kindOf(member) }));
}

/** Names of members that come after one of a later kind. */
function misplaced(members) {
  const wrong = [];
  let latest = 0;
  for (const { name, kind } of members) {
    const rank = order.indexOf(kind);
    if (rank < latest) wrong.push(`${name} (${kind}) after a ${order[latest]}`);
    latest = Math.max(latest, rank);
  }
  return wrong;
}

describe('the classes of the elements', () => {
  const files = readdirSync('src/tags').map((name) => `src/tags/${name}/nn-${name}.ts`);

  it('are five', () => assert.equal(files.length, 5));

  for (const file of files) {
    const text = readFileSync(file, 'utf8');

    it(`${file} has its members in the common order`, () => assert.deepEqual(misplaced(membersOf(text)), []));
  }

  it('would be told of a member in the wrong place', () => {
    const text = `class X extends Y {
      constructor() { super(); }
      private readonly _state = 1;
      protected override render() {}
      play(): void {}
      private readonly _onTap = (): void => {};
      protected override willUpdate(): void {}
    }`;
    assert.deepEqual(misplaced(membersOf(text)), [
      '_state (state) after a constructor', 'play (public member) after a render',
      'willUpdate (lifecycle) after a handler',
    ]);
  });
});
