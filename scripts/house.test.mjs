/** Holds the source to the layout that docs/architecture.md and CONTRIBUTING.md describe. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import ts from 'typescript';
import { floors } from './lint-rooms.mjs';

const MAX_LINES = 450;
const MAX_COLUMNS = 120;

const filesIn = (folder) => readdirSync(folder, { recursive: true })
  .map((path) => join(folder, path).replaceAll('\\', '/')).filter((path) => /\.(ts|mjs)$/.test(path));
const files = [...filesIn('src'), ...filesIn('scripts')];
const isTest = (path) => path.endsWith('.test.ts') || path.startsWith('src/testing/');
const sources = files.filter((path) => path.startsWith('src/') && !isTest(path));

let program;
before(() => {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  program = ts.createProgram(files.filter((path) => path.endsWith('.ts')), options);
});

describe('the files', () => {
  for (const [what, limit, measure] of [
    ['lines', MAX_LINES, (text) => text.trimEnd().split('\n').length],
    ['columns', MAX_COLUMNS, (text) => Math.max(...text.split('\n').map((line) => line.length))],
  ]) {
    it(`have at most ${limit} ${what}`, () => {
      assert.deepEqual(files.filter((path) => measure(readFileSync(path, 'utf8')) > limit), []);
    });
  }

  it('export only what another file uses', () => {
    const checker = program.getTypeChecker();
    const resolved = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
    const used = new Set();
    for (const path of files.filter((each) => each.endsWith('.ts'))) {
      for (const statement of program.getSourceFile(path).statements) {
        const clause = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings
          : ts.isExportDeclaration(statement) && statement.moduleSpecifier ? statement.exportClause : undefined;
        for (const { name } of clause?.elements ?? []) used.add(resolved(checker.getSymbolAtLocation(name)));
      }
    }
    const unused = sources.flatMap((path) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(path));
      return (module ? checker.getExportsOfModule(module) : [])
        .filter((symbol) => !(symbol.flags & ts.SymbolFlags.Alias) && !used.has(symbol))
        .map(({ name }) => `${path}: ${name}`);
    });
    assert.deepEqual(unused, []);
  });
});

describe('the classes of the tags', () => {
  for (const name of readdirSync('src/tags')) {
    it(`nn-${name} stands on FigureElement, and that on NnElement`, () => {
      const { statements } = program.getSourceFile(`src/tags/${name}/nn-${name}.ts`);
      const [declared] = statements.filter(ts.isClassDeclaration);
      const checker = program.getTypeChecker();
      const ancestors = [];
      let [type] = checker.getTypeAtLocation(declared).getBaseTypes();
      for (; type; [type] = type.getBaseTypes() ?? []) ancestors.push(type.symbol.name);
      assert.deepEqual(ancestors.slice(0, 3), ['FigureElement', 'NnElement', 'LitElement']);
    });
  }
});

describe('docs/architecture.md', () => {
  it('draws the arrows that the imports make, and no others', () => {
    const drawn = [...readFileSync('docs/architecture.md', 'utf8').matchAll(/^ {2}(\w+) --> (.+)$/gm)]
      .flatMap(([, from, to]) => to.split(' & ').map((each) => `${from} --> ${each}`));
    const made = new Set();
    for (const path of sources) {
      const [, from, ...rest] = path.split('/');
      if (rest.length === 0) continue;
      for (const [, specifier] of readFileSync(path, 'utf8').matchAll(/ from '(\.[^']+)'/g)) {
        const [, to, ...inner] = join(path, '..', specifier).split('/');
        if (to !== from && inner.length > 0) made.add(`${from} --> ${to}`);
      }
    }
    assert.deepEqual(drawn.sort(), [...made].sort());
    assert.deepEqual([...new Set(drawn.flatMap((arrow) => arrow.split(' --> ')))].sort(), floors.flat().sort());
  });
});
