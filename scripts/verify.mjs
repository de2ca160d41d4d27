/**
 * Runs all checks, two at a time, whether or not one fails, and adds them up: the last line is
 * `N passed, N failed`. With the argument `test` it runs the tests alone. A stage without tests counts as one.
 */
import { spawn } from 'node:child_process';
import { clear, read } from './totals.mjs';

const bin = (name) => `node_modules/.bin/${name}`;
const script = (name) => ['node', `scripts/${name}.mjs`];

/** In the order in which they are started. `minutes` is several times what a stage takes. */
const allStages = [
  { name: 'browsers', command: script('browsers'), minutes: 20, test: true },
  { name: 'build', command: script('build'), minutes: 10, test: true },
  { name: 'unit tests', command: [bin('wtr')], after: ['browsers'], minutes: 40, test: true, counts: true },
  { name: 'tests in Node', command: script('test-node'), minutes: 20, test: true, counts: true },
  { name: 'lint', command: [bin('eslint'), '.', '--max-warnings', '0'], minutes: 10 },
  { name: 'types', command: script('typecheck'), minutes: 10 },
  { name: 'package files', command: [bin('publint'), '--strict'], after: ['build'], minutes: 10 },
  { name: 'package types', command: ['npm', 'run', '--silent', 'check:types'], after: ['build'], minutes: 10 },
  { name: 'size', command: script('size'), after: ['build'], minutes: 10 },
  {
    name: 'page tests', command: script('test-pages'), after: ['browsers', 'build'], minutes: 40, test: true,
    counts: true,
  },
];
const stages = process.argv[2] === 'test' ? allStages.filter(({ test }) => test) : allStages;
const AT_ONCE = 2;

const running = new Set();

/** Ends a stage with all that it has started: it is a process group of its own. */
function stop(child, signal = 'SIGTERM') {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it has ended
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const child of running) stop(child);
    process.exit(1);
  });
}

/** Resolves with what a stage printed and its exit code. */
function run({ command: [program, ...args], minutes }, totalsFile) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, NN_TOTALS: totalsFile },
    });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    let kill;
    const limit = setTimeout(() => {
      output += `\nstopped after ${minutes} minutes\n`;
      stop(child);
      kill = setTimeout(stop, 5000, child, 'SIGKILL');
    }, minutes * 60_000);
    const end = (code) => {
      clearTimeout(limit);
      clearTimeout(kill);
      running.delete(child);
      resolve({ output, code });
    };
    child.once('error', (error) => {
      output += error.message;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Runs a stage, prints what it printed, and returns its totals. */
async function resultsOf(stage) {
  const { name, counts } = stage;
  const totalsFile = `node_modules/.cache/nn-elements/totals-${name.replaceAll(' ', '-')}.jsonl`;
  clear(totalsFile);
  console.log(`== ${name} ...`);
  const start = Date.now();
  const { output, code } = await run(stage, totalsFile);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`\n${output.trimEnd()}\n== ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${seconds} s\n`);
  if (!counts) return [{ label: name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }];
  const totals = read(totalsFile);
  // A runner that fails without a failed test, or reports none, did not do its work.
  const broken = totals.length === 0 || (code !== 0 && totals.every(({ failed }) => failed === 0));
  return broken ? [...totals, { label: `${name}: the runner`, passed: 0, failed: 1 }] : totals;
}

const results = [];
const waiting = [...stages];
const ended = new Set();
const started = new Set();
while (waiting.length + started.size > 0) {
  const next = waiting.findIndex(({ after = [] }) => after.every((name) => ended.has(name)));
  if (next < 0 || started.size === AT_ONCE) {
    await Promise.race(started);
    continue;
  }
  const [stage] = waiting.splice(next, 1);
  const stageRun = resultsOf(stage).then((totals) => {
    results.push(...totals);
    ended.add(stage.name);
    started.delete(stageRun);
  });
  started.add(stageRun);
}

for (const { label, passed, failed, failures = [] } of results) {
  console.log(`${failed ? 'FAILED' : 'ok    '} ${label}: ${passed} passed, ${failed} failed`);
  for (const failure of failures) console.log(`         ${failure.split('\n', 1)[0]}`);
}
const sum = (key) => results.reduce((total, each) => total + each[key], 0);
process.exitCode = sum('failed') ? 1 : 0;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
