import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

const read = (path) => readFileSync(path, 'utf8');
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);

/** The source of an element's class and of each that it extends, itself first. */
function sourcesOf(name) {
  const path = readdirSync('src', { recursive: true })
    .find((file) => file.endsWith(`/${name}.ts`) && !file.startsWith('define'));
  if (!path) return [];
  const source = read(join('src', path));
  const [base] = all(source, /^export (?:abstract )?class \w+ extends (\w+)/gm);
  return [source, ...sourcesOf(kebab(base).slice(1))];
}

/** What a class offers, read off its source. */
function offers(tag) {
  const sources = sourcesOf(tag);
  const source = sources.filter((text) => !/class (Nn|Figure)Element\b/.test(text)).join('\n');
  /** Each attribute by its own name, if it was given one, else by its property's. */
  const attributesOf = (text) => [...text.matchAll(/@attribute\((.*)\) (\w+)!:/g)]
    .map(([, given, property]) => /, '([a-z-]+)'$/.exec(given)?.[1] ?? kebab(property));
  const publicMethod = /^ {2}(?!private|protected|override|static|constructor|get |set )(\w+)\(.*\{$/gm;
  return {
    attributes: sources.flatMap(attributesOf),
    events: all(source, /@fires \{[^}]*\} (\S+)/g),
    fired: new Set(all(source, /fire\('(nn-[a-z]+)'/g)),
    parts: all(source, /@csspart (\S+)/g),
    tokens: all(source, /@cssprop \[(--nn-[a-z]+)/g),
    methods: all(source, publicMethod),
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

  it('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const file of files) {
      const commands = all(read(file), /npm run ([\w:]+)/g);
      assert.deepEqual(commands.filter((command) => !scripts[command]), [], file);
    }
  });
});
