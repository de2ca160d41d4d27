/**
 * Runs the checks one after the other, whether or not one fails, and adds them up: the last line is
 * `N passed, N failed`. `test` as argument: the tests alone, which need a build. Each stage counts
 * as one; tests count as themselves.
 */
import { spawn } from 'node:child_process';
import { clear, read } from './totals.mjs';

const totalsFile = 'node_modules/.cache/nn-elements/totals.jsonl';
const bin = (name) => `node_modules/.bin/${name}`;

const checks = [
  ['lint', [bin('eslint'), '.', '--max-warnings', '0']],
  ['types', ['node', 'scripts/typecheck.mjs']],
];
const build = [['build', ['node', 'scripts/build.mjs']]];
const packageChecks = [
  ['package files', [bin('publint'), '--strict']],
  ['package types', ['npm', 'run', '--silent', 'check:types']],
  ['size', ['node', 'scripts/size.mjs']],
];
const tests = [
  ['browsers', ['node', 'scripts/browsers.mjs']],
  ['tests in Node', ['node', 'scripts/test-node.mjs'], { counts: true }],
  ['unit tests', [bin('wtr')], { counts: true }],
];
const pages = [['page tests', ['node', 'scripts/test-pages.mjs'], { counts: true }]];

const stages = process.argv[2] === 'test'
  ? [...tests, ...build, ...pages]
  : [...checks, ...build, ...packageChecks, ...tests, ...pages];

/** Nothing here takes as long, so a stage that does hangs; and all together have to leave room for the installation. */
const LIMIT_MS = 12 * 60_000;
const END = Date.now() + 18 * 60_000;

let current;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    if (current) process.kill(-current.pid, 'SIGTERM');
    process.exit(1);
  });
}

function run([program, ...args]) {
  return new Promise((resolve) => {
    // A process group of its own, so that browsers end with a stage that is stopped.
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true, env: { ...process.env, NN_TOTALS: totalsFile } });
    current = child;
    const stop = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // it has ended
      }
    };
    let over;
    const start = Date.now();
    const limit = setTimeout(() => {
      console.error(`stopped after ${Math.round((Date.now() - start) / 1000)} s`);
      stop('SIGTERM');
      over = setTimeout(stop, 5000, 'SIGKILL');
    }, Math.max(0, Math.min(LIMIT_MS, END - start)));
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code) => {
      clearTimeout(limit);
      clearTimeout(over);
      resolve(code ?? 1);
    });
  });
}

clear(totalsFile);
const results = [];
for (const [label, command, { counts = false } = {}] of stages) {
  console.log(`\n== ${label}`);
  const before = read(totalsFile).length;
  const start = Date.now();
  const code = await run(command);
  const noted = read(totalsFile).slice(before);
  // A runner that fails without a failed test, or reports none, did not do its work.
  const broken = code !== 0 && noted.every(({ failed }) => failed === 0);
  if (!counts) noted.push({ label, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
  else if (broken || noted.length === 0) noted.push({ label: `${label}: the runner`, passed: 0, failed: 1 });
  results.push(...noted);
  console.log(`== ${label}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

console.log();
for (const { label, passed, failed, failures = [] } of results) {
  console.log(`${failed ? 'FAILED' : 'ok    '} ${label}: ${passed} passed, ${failed} failed`);
  for (const failure of failures) console.log(`         ${failure.split('\n', 1)[0]}`);
}
const sum = (key) => results.reduce((total, each) => total + each[key], 0);
process.exitCode = sum('failed') ? 1 : 0;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
