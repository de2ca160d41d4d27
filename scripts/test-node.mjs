/**
 * Runs what needs no browser, a folder a process: `node scripts/test-node.mjs PART…` runs the files whose
 * paths have one of these parts. Node 20 reads no types, so the tests are bundled first.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleTests, inNode } from './test-files.mjs';

const out = 'node_modules/.cache/nn-elements/tests';
const reporter = new URL('count-reporter.mjs', import.meta.url).href;

/** Runs test files under node:test and notes their totals as `label`. Returns the exit code. */
export function runTests(label, files, options = []) {
  const { status } = spawnSync(
    process.execPath,
    [
      '--test', '--enable-source-maps', ...options,
      '--test-reporter=spec', '--test-reporter-destination=stdout',
      `--test-reporter=${reporter}`, '--test-reporter-destination=stderr',
      ...files,
    ],
    { stdio: 'inherit', env: { ...process.env, NN_LABEL: label } },
  );
  return status ?? 1;
}

async function bundle(files, name) {
  const path = join(out, `${name}.mjs`);
  const text = await bundleTests(files, {
    packages: 'external',
    inject: [fileURLToPath(new URL('mocha-in-node.mjs', import.meta.url))],
    platform: 'node',
    target: 'node20',
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const parts = process.argv.slice(2);
  const chosen = (path) => parts.length === 0 || parts.some((part) => path.includes(part));
  rmSync(out, { recursive: true, force: true });
  const folders = [...inNode].map(([name, files]) => [name, files.filter(chosen)]);
  const bundles = folders.filter(([, files]) => files.length > 0).map(([name, files]) => bundle(files, name));
  const scripts = readdirSync('scripts').filter((name) => name.endsWith('.test.mjs')).map((name) => `scripts/${name}`);
  const files = [...await Promise.all(bundles), ...scripts.filter(chosen)];
  process.exitCode = runTests('tests in Node', files, ['--test-concurrency=2']);
}
