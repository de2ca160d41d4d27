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

const rooms = 'nn/rooms';
const unsafe = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';
const property = 'no-restricted-properties';
const from = (path) => `export { x } from '${path}';`;
const typeFrom = (path) => `export type { X } from '${path}';`;

/** File, code, and the rule that it breaks; no rule where it is as it should be. */
const cases = [
  ['src/core/x.ts', from('lit'), rooms],
  ['src/core/x.ts', from('../attrs/number.js'), rooms],
  ['src/core/x.ts', typeFrom('../draw/types.js'), rooms],
  ['src/core/x.ts', from('../version.js'), rooms],
  ['src/core/x.ts', from('./../attrs/number.js'), rooms],
  ['src/core/math/x.ts', from('../../attrs/number.js'), rooms],
  ['src/core/x.ts', from('./math/exp.js')],
  ['src/attrs/x.ts', from('../draw/style.js'), rooms],
  ['src/attrs/x.ts', typeFrom('../draw/types.js'), rooms],
  ['src/attrs/x.ts', from('lit'), rooms],
  ['src/attrs/x.ts', from('../core/../draw/style.js'), rooms],
  ['src/attrs/x.ts', from('../core/index.js')],
  ['src/draw/x.ts', from('../page/theme.js'), rooms],
  ['src/draw/x.ts', from('../strings/en.js'), rooms],
  ['src/draw/x.ts', from('../core/index.js')],
  ['src/strings/x.ts', from('../page/strings-controller.js'), rooms],
  ['src/page/x.ts', from('../model/pace.js'), rooms],
  ['src/page/x.ts', from('d3-array'), rooms],
  ['src/page/x.ts', from('../draw/style.js')],
  ['src/page/x.ts', from('../version.js')],
  ['src/page/x.ts', from('lit/directive.js')],
  ['src/model/x.ts', from('../ui/slider.js'), rooms],
  ['src/model/x.ts', typeFrom('../element/nn-element.js'), rooms],
  ['src/model/x.ts', from('../page/clock.js')],
  ['src/ui/x.ts', from('../model/pace.js'), rooms],
  ['src/element/x.ts', from('../features/toolbar/index.js'), rooms],
  ['src/element/x.ts', from('../ui/slider.js')],
  ['src/features/link/x.ts', from('../../tags/neuron/nn-neuron.js'), rooms],
  ['src/features/link/x.ts', from('../../element/nn-element.js')],
  ['src/tags/neuron/x.ts', from('../deform/layers.js'), rooms],
  ['src/tags/neuron/x.ts', from('../../define/nn-neuron.js'), rooms],
  ['src/tags/neuron/x.ts', from('../../index.js'), rooms],
  ['src/tags/neuron/x.ts', from('nn-elements'), rooms],
  ['src/tags/neuron/x.ts', from('./picture/surface.js')],
  ['src/tags/neuron/picture/x.ts', from('../attributes.js')],
  ['src/define/x.ts', from('lit'), rooms],
  ['src/define/x.ts', from('../tags/neuron/nn-neuron.js')],
  ['src/draw/x.test.ts', from('../attrs/number.js')],
  ['src/testing/x.ts', from('../element/nn-element.js')],
  ['src/page/x.ts', "export const x = import('../draw/style.js');", syntax],

  ['src/core/x.ts', 'export const x = Math.random();', property],
  ['src/core/x.test.ts', 'export const x = Math.random();', property],
  ['src/draw/x.ts', 'export const x = Date.now();', property],
  ['src/draw/x.ts', 'export const x = performance.now();', property],
  ['src/page/x.ts', 'export const x = performance.now();'],
  ...['exp', 'tanh', 'log', 'sin', 'cos', 'tan', 'pow', 'hypot', 'atan2']
    .map((name) => ['src/core/x.ts', `export const x = Math.${name}(1, 1);`, syntax]),
  ['src/core/x.ts', 'export const { exp } = Math;', syntax],
  ['src/core/x.ts', "export const x = Math['exp'](1);", syntax],
  ['src/core/x.ts', 'export const x = (y: number) => y ** 2;', syntax],
  ['src/core/x.ts', 'export const x = Math.sqrt(Math.abs(Math.floor(Math.PI)));'],
  ['src/core/x.test.ts', 'export const x = Math.exp(2 ** 3);'],

  ['src/tags/neuron/x.ts', 'export const x = (y: Element) => { y.innerHTML = location.hash; };', property],
  [
    'src/tags/neuron/x.ts',
    "import { html } from 'lit';\nexport const x = html`<p .innerHTML=${location.hash}></p>`;", syntax,
  ],
  ['src/tags/neuron/x.ts', from('lit/directives/unsafe-html.js'), unsafe],
  ['src/testing/x.ts', from('lit/directives/unsafe-html.js'), unsafe],
  ['src/attrs/x.ts', "export const x = eval('1');", 'no-eval'],
  ['src/attrs/x.ts', "export const x = new Function('return 1');", 'no-new-func'],
  ['src/attrs/x.ts', 'export const x = (y: any) => y;', '@typescript-eslint/no-explicit-any'],
  [
    'src/attrs/x.ts', "import { X } from './y.js';\nexport const x = (y: X) => y;",
    '@typescript-eslint/consistent-type-imports',
  ],
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
    const { config } = ts.readConfigFile('src/core/tsconfig.json', ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, 'src/core');
    const file = resolve('src/core/virtual.ts');
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (path) => path === file || fileExists(path);
    host.readFile = (path) => (path === file ? code : readFile(path));
    const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022);
    host.getSourceFile = (path, ...rest) => (path === file ? source : getSourceFile(path, ...rest));
    return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
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
