import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import ts from 'typescript';

const eslint = new ESLint();

/** The rules that a line breaks if it stood in a file. */
async function broken(filePath, code) {
  const [{ messages }] = await eslint.lintText(`${code}\n`, { filePath });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

const zone = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';
const property = 'no-restricted-properties';
const from = (path) => `export { x } from '${path}';`;
const typeFrom = (path) => `export type { X } from '${path}';`;

/** File, code, and the rule that it breaks; no rule where it is as it should be. */
const cases = [
  ['src/core/x.ts', from('lit'), zone],
  ['src/core/x.ts', from('../attrs/number.js'), zone],
  ['src/core/x.ts', typeFrom('../draw/types.js'), zone],
  ['src/core/x.ts', from('../version.js'), zone],
  ['src/core/x.ts', from('./../attrs/number.js'), zone],
  ['src/core/x.ts', from('./exp.js')],
  ['src/attrs/x.ts', from('../draw/style.js'), zone],
  ['src/attrs/x.ts', from('../draw/types.js'), zone],
  ['src/attrs/x.ts', from('lit'), zone],
  ['src/attrs/x.ts', from('../core/../draw/style.js'), zone],
  ['src/attrs/x.ts', typeFrom('../draw/types.js')],
  ['src/attrs/x.ts', from('../core/index.js')],
  ['src/draw/x.ts', from('../controllers/theme.js'), zone],
  ['src/draw/x.ts', from('../attrs/number.js'), zone],
  ['src/draw/x.ts', from('../strings/en.js'), zone],
  ['src/draw/x.ts', from('../core/index.js')],
  ['src/strings/x.ts', from('../controllers/strings-controller.js'), zone],
  ['src/strings/x.ts', from('../core/index.js')],
  ['src/controllers/x.ts', from('../draw/style.js'), zone],
  ['src/controllers/x.ts', from('../attrs/number.js'), zone],
  ['src/controllers/x.ts', from('../elements/nn-element.js'), zone],
  ['src/controllers/x.ts', from('d3-array'), zone],
  ['src/controllers/x.ts', typeFrom('../draw/types.js')],
  ['src/controllers/x.ts', from('../strings/en.js')],
  ['src/controllers/x.ts', from('lit/directive.js')],
  ['src/elements/x.ts', from('../define/nn-circle-trainer.js'), zone],
  ['src/elements/x.ts', from('../index.js'), zone],
  ['src/elements/x.ts', from('nn-elements'), zone],
  ['src/elements/x.ts', from('../draw/style.js')],
  ['src/elements/x.ts', from('../controllers/theme.js')],
  ['src/define/x.ts', from('../core/index.js'), zone],
  ['src/define/x.ts', from('lit'), zone],
  ['src/define/x.ts', from('../elements/nn-element.js')],
  ['src/draw/x.test.ts', from('../attrs/number.js')],
  ['src/testing/x.ts', from('../elements/nn-element.js')],
  ['src/controllers/x.ts', "export const x = import('../draw/style.js');", syntax],

  ['src/core/x.ts', 'export const x = Math.random();', property],
  ['src/core/x.test.ts', 'export const x = Math.random();', property],
  ['src/draw/x.ts', 'export const x = Date.now();', property],
  ['src/draw/x.ts', 'export const x = performance.now();', property],
  ['src/controllers/x.ts', 'export const x = performance.now();'],
  ...['exp', 'tanh', 'log', 'sin', 'cos', 'tan', 'pow', 'hypot', 'atan2'].map((name) => ['src/core/x.ts', `export const x = Math.${name}(1, 1);`, syntax]),
  ['src/core/x.ts', 'export const { exp } = Math;', syntax],
  ['src/core/x.ts', "export const x = Math['exp'](1);", syntax],
  ['src/core/x.ts', 'export const x = (y: number) => y ** 2;', syntax],
  ['src/core/x.ts', 'export const x = Math.sqrt(Math.abs(Math.floor(Math.PI)));'],
  ['src/core/x.test.ts', 'export const x = Math.exp(2 ** 3);'],

  ['src/elements/x.ts', 'export const x = (y: Element) => { y.innerHTML = location.hash; };', property],
  ['src/elements/x.ts', "import { html } from 'lit';\nexport const x = html`<p .innerHTML=${location.hash}></p>`;", syntax],
  ['src/elements/x.ts', from('lit/directives/unsafe-html.js'), zone],
  ['src/testing/x.ts', from('lit/directives/unsafe-html.js'), zone],
  ['src/attrs/x.ts', "export const x = eval('1');", 'no-eval'],
  ['src/attrs/x.ts', "export const x = new Function('return 1');", 'no-new-func'],
  ['src/attrs/x.ts', 'export const x = (y: any) => y;', '@typescript-eslint/no-explicit-any'],
  ['src/attrs/x.ts', "import { X } from './y.js';\nexport const x = (y: X) => y;", '@typescript-eslint/consistent-type-imports'],
];

describe('the lint rules', () => {
  for (const [file, code, rule] of cases) {
    it(`${rule ? 'forbid' : 'allow'} in ${file}: ${code}`, async () => {
      assert.deepEqual(await broken(file, code), rule ? [rule] : []);
    });
  }
});

describe('the configuration of core', () => {
  /** What the compiler says of code that stood in src/core. */
  function diagnose(code) {
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('src/core/tsconfig.json', ts.sys.readFile).config, ts.sys, 'src/core');
    const file = resolve('src/core/virtual.ts');
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (path) => path === file || fileExists(path);
    host.readFile = (path) => (path === file ? code : readFile(path));
    host.getSourceFile = (path, ...rest) => (path === file ? ts.createSourceFile(path, code, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest));
    return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }

  it('compiles numbers', () => {
    assert.deepEqual(diagnose('export const x = Math.sqrt(2);'), []);
  });

  for (const name of ['document', 'window', 'setTimeout', 'console', 'process', 'describe']) {
    it(`does not compile ${name}`, () => {
      const [message] = diagnose(`export const x = ${name};`);
      assert.match(message ?? '', new RegExp(`Cannot find name '${name}'`));
    });
  }
});
