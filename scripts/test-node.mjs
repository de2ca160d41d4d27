/** Runs in Node what needs no browser. Node 20 reads no types, so the tests are bundled first. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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

async function bundle() {
  const entryPoints = readdirSync('src', { recursive: true })
    .map((path) => join('src', path).replaceAll('\\', '/'))
    .filter((path) => /^src\/(core|attrs|strings)\/.*\.test\.ts$|\.node\.test\.ts$/.test(path));
  rmSync(out, { recursive: true, force: true });
  if (entryPoints.length === 0) return [];
  await build({
    entryPoints,
    outdir: out,
    outbase: 'src',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    inject: [fileURLToPath(new URL('mocha-in-node.mjs', import.meta.url))],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return entryPoints.map((path) => path.replace('src', out).replace(/\.ts$/, '.mjs'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rules = readdirSync('scripts').filter((name) => name.endsWith('.test.mjs')).map((name) => join('scripts', name));
  const chosen = process.argv.slice(2);
  const files = [...(await bundle()), ...rules].filter((path) => chosen.length === 0 || chosen.some((part) => path.includes(part)));
  process.exitCode = runTests('tests in Node', files);
}
