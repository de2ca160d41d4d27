import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const read = (path) => readFileSync(path, 'utf8');
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);

/** The source file of a class, by its name in kebab case: one of the package's elements or what they extend. */
function sourceOf(name) {
  const path = readdirSync('src', { recursive: true })
    .find((file) => file.endsWith(`/${name}.ts`) && !file.startsWith('define'));
  return path && ts.createSourceFile(path, read(join('src', path)), ts.ScriptTarget.ES2022, true);
}

/** The classes of an element and of all that it extends, itself first. */
function classesOf(name) {
  const [declared] = sourceOf(name)?.statements.filter(ts.isClassDeclaration) ?? [];
  if (!declared) return [];
  const [{ types: [base] }] = declared.heritageClauses;
  return [declared, ...classesOf(kebab(base.expression.text).slice(1))];
}

/** The attribute that a member declares, by the name that it was given, else by its property's. */
function attributeOf(member) {
  const [decorator] = ts.getDecorators(member) ?? [];
  const options = decorator?.expression.arguments[1]?.getText() ?? '';
  return decorator && (/\bname: '([a-z-]+)'/.exec(options)?.[1] ?? kebab(member.name.text));
}

const hidden = new Set(['private', 'protected', 'override', 'static', 'abstract'].map((word) => ts.SyntaxKind[
  `${word[0].toUpperCase()}${word.slice(1)}Keyword`]));
const isInternal = (node) => ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');
const isPublicMethod = (member) => ts.isMethodDeclaration(member) && !isInternal(member)
  && !member.modifiers?.some(({ kind }) => hidden.has(kind)) && !member.name.text.startsWith('_');

/** What a tag offers, read off its class and, for attributes, of those that it extends. */
function offers(tag) {
  const classes = classesOf(tag);
  const [own] = classes;
  const source = own.getSourceFile().text;
  return {
    attributes: classes.flatMap(({ members }) => [...members]).filter(ts.isPropertyDeclaration)
      .map(attributeOf).filter(Boolean),
    events: all(source, /@fires \{[^}]*\} (\S+)/g),
    fired: new Set(all(source, /fire\('(nn-[a-z]+)'/g)),
    parts: all(source, /@csspart (\S+)/g),
    tokens: all(source, /@cssprop \[(--nn-[a-z]+)/g),
    methods: own.members.filter(isPublicMethod).map(({ name }) => name.text),
  };
}

const tags = readdirSync('src/tags').map((name) => `nn-${name}`);

for (const tag of tags) {
  describe(`docs/${tag}.md`, () => {
    const page = read(`docs/${tag}.md`);
    const { attributes, events, fired, parts, tokens, methods } = offers(tag);
    const named = (name) => page.includes(`\`${name}\``) || page.includes(`\`${name}(`);

    it('finds what the class offers', () => {
      const found = [attributes, events, parts, tokens].map(({ length }) => length);
      assert.ok(found.every((count, k) => count > [5, 1, 1, 3][k]), String(found));
      if (tag === 'nn-circle-trainer') assert.ok(methods.length > 3);
    });

    for (const [what, names] of Object.entries({ attributes, events, parts, tokens, methods })) {
      it(`names all ${what}`, () => assert.deepEqual(names.filter((name) => !named(name)), []));
    }

    it('names no attribute that there is not', () => {
      const table = page.slice(page.indexOf('## Attributes'), page.indexOf('\n## ', page.indexOf('## Attributes') + 5));
      assert.deepEqual(all(table, /^\| `([a-z-]+)`/gm).filter((name) => !attributes.includes(name)), []);
    });

    it('leaves no fired event out of the class comment', () => {
      assert.deepEqual([...fired].filter((name) => !events.includes(name)), []);
    });
  });
}

describe('the Markdown files', () => {
  const files = [...readdirSync('.'), ...readdirSync('docs').map((name) => join('docs', name)),
    ...readdirSync('docs/decisions').map((name) => join('docs/decisions', name)),
  ].filter((name) => name.endsWith('.md'));

  for (const file of files) {
    it(`${file} links to nothing that is not there`, () => {
      const text = read(file);
      const local = [...all(text, /\]\(([^)#\s]+)(?:#[^)]*)?\)/g), ...all(text, /(?:src|srcset)="(?!nn-)([^"]+)"/g)]
        .filter((link) => !/^[a-z]+:/.test(link));
      assert.deepEqual(local.filter((link) => !existsSync(join(dirname(file), link))), []);
    });
  }

  it('name tests that there are', () => {
    const rows = [...read('docs/reliability.md').matchAll(/^\| .* \| \[(.+)\]\(([^)]+)\) \|$/gm)];
    assert.equal(rows.length, read('docs/reliability.md').match(/^\| (?!promise|---)/gm).length, 'rows in one form');
    const missing = rows.filter(([, title, file]) => !read(join('docs', file)).includes(title));
    assert.deepEqual(missing.map(([, title]) => title), []);
  });

  it('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const file of files) {
      const commands = all(read(file), /npm run ([\w:]+)/g);
      assert.deepEqual(commands.filter((command) => !scripts[command]), [], file);
    }
  });
});
