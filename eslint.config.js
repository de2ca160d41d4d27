import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import a11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { rooms } from './scripts/lint-rooms.mjs';

const tests = ['src/**/*.test.ts', 'src/testing/**/*.ts'];

const unsafe = {
  regex: '/unsafe-(html|svg|mathml)(\\.js)?$',
  message: 'Text from a page never becomes markup.',
};

const noMarkup = [
  { property: 'innerHTML', message: 'Text from a page never becomes markup.' },
  { property: 'outerHTML', message: 'Text from a page never becomes markup.' },
  { property: 'insertAdjacentHTML', message: 'Text from a page never becomes markup.' },
];
const noChance = [
  { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
  { object: 'Date', property: 'now', message: 'Time is an argument.' },
  { object: 'performance', property: 'now', message: 'Time is an argument.' },
];

const noMarkupInTemplates = {
  selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\.(inner|outer)HTML\\s*=/]',
  message: 'Text from a page never becomes markup.',
};
const noLazyImport = {
  selector: 'ImportExpression',
  message: 'Where imports may go is checked on import statements only.',
};
// Engines round these differently in the last bits, and a run has to be the same in all of them.
const exact = 'sqrt|abs|min|max|floor|ceil|round|trunc|sign|imul|[A-Z0-9_]+|random'; // random: see noChance
const noInexactMath = [
  {
    selector: `MemberExpression[object.name='Math']:not([computed=false][property.name=/^(${exact})$/])`,
    message: 'Not the same bits in every engine: use core/math/exp.ts, or functions that are exact.',
  },
  {
    selector: ":not(MemberExpression) > Identifier[name='Math']",
    message: 'Name the function (Math.sqrt): others are not the same bits in every engine.',
  },
  {
    selector: ":matches(BinaryExpression[operator='**'], AssignmentExpression[operator='**='])",
    message: 'Compiles to Math.pow, which is not the same bits in every engine.',
  },
];

export default defineConfig(
  { ignores: ['**/dist/', 'dist-demo/', 'dist-size/', '**/node_modules/', 'coverage/', '**/_site/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-for-of': 'off', // hot loops count over typed arrays
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], a11y.configs.recommended],
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': ['error', ...noMarkup],
      'no-restricted-syntax': ['error', noMarkupInTemplates, noLazyImport],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [unsafe] }],
    },
  },
  {
    files: ['src/*/**/*.ts'],
    ignores: tests,
    plugins: { nn: { rules: { rooms } } },
    rules: { 'nn/rooms': 'error' },
  },
  {
    files: ['src/core/**/*.ts', 'src/draw/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', ...noMarkup, ...noChance] },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', noMarkupInTemplates, noLazyImport, ...noInexactMath] },
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai: expect(x).to.be.true
      '@typescript-eslint/no-empty-function': 'off',
      'no-restricted-syntax': ['error', noMarkupInTemplates],
      'wc/guard-super-call': 'off',
    },
  },
);
