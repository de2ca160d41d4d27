/**
 * Drives the built package in real browsers, each engine from a process of its own: `node scripts/test-pages.mjs
 * PART…` runs the files of scripts/pages whose names have one of these parts.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { available } from './pages/drive.mjs';
import { runTests } from './test-node.mjs';

const out = 'node_modules/.cache/nn-elements/page-tests';
const folder = new URL('pages/', import.meta.url);
const parts = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs') && (parts.length === 0 || parts.some((part) => name.includes(part))));

if (files.includes('demo.test.mjs')) {
  const options = { outDir: '../node_modules/.cache/demo', minify: false };
  await build({ configFile: 'vite.config.ts', logLevel: 'error', build: options });
}

mkdirSync(out, { recursive: true });
const entries = available.map((engine) => {
  const entry = `${out}/${engine}.mjs`;
  writeFileSync(entry, `import { after } from 'node:test';
process.env.ENGINE = '${engine}';
const { closeBrowsers } = await import('${new URL('drive.mjs', folder)}');
after(closeBrowsers);
${files.map((name) => `await import('${new URL(name, folder)}');`).join('\n')}
`);
  return entry;
});
process.exitCode = runTests('page tests', entries, [`--test-concurrency=${entries.length}`, '--test-timeout=1200000']);
