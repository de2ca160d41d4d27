/**
 * Measures core beside other libraries and beside C: samples learned and points predicted a second.
 *
 *   npm run bench
 *
 * Each contender runs in a process of its own, and they take turns, so that a busy machine is busy for
 * all. Rates are of processor time; a table has the medians of all rounds and how far they spread.
 * What was printed goes to docs/performance.md too.
 */
import './lib/setup.mjs';
import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { record } from './lib/document.mjs';
import { machine, median, short, spread, table } from './lib/numbers.mjs';

const ROUNDS = 9;
const MS = 120;
const shapes = [[2, 8, 1], [2, 8, 8, 1], [2, 32, 32, 1], [2, 64, 64, 64, 1]];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const C = 'C, gcc -O2, the same algorithm';
const ARTICLE = "the article's code";
const CONVNET = 'ConvNetJS 0.3.0';

const contenders = [
  ['nn-elements, `Network`', 'ours', 'create'],
  ['nn-elements, `Trainer.step`', 'ours', 'createTrainer'],
  [ARTICLE, 'article', 'create'],
  ['synaptic 1.1.4', 'synaptic', 'create'],
  ['brain.js 1.6.1', 'brain', 'create'],
  [CONVNET, 'convnetjs', 'create'],
  ['TensorFlow.js 4.22.0, CPU', 'tfjs', 'create'],
].map(([name, ...options]) => ({ name, ...start(...options) }));

const scratch = mkdtempSync(join(tmpdir(), 'nn-bench-'));
const compiled = compile();
if (compiled) contenders.unshift({ name: C, measure: compiled, stop() {} });
else console.log('No gcc here: C is left out.\n');

function start(file, create) {
  const child = fork(here('lib/worker.mjs'), [file, create], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const answer = () => new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error(`${file} stopped`)));
  });
  const ready = answer();
  return {
    async measure(what, layers, ms) {
      await ready;
      child.removeAllListeners();
      const answered = answer();
      child.send({ what, layers, ms });
      return answered;
    },
    stop() {
      child.removeAllListeners();
      child.kill();
    },
  };
}

function compile() {
  const program = join(scratch, 'generic');
  try {
    execFileSync('gcc', ['-O2', '-o', program, here('contenders/generic.c'), '-lm'], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  return async (what, layers, ms) => Number(execFileSync(program, [what, ms, ...layers].map(String), { encoding: 'utf8' }));
}

/** rates[contender][shape]: of all rounds. */
async function measureAll(what) {
  const rates = contenders.map(() => shapes.map(() => []));
  for (let round = -1; round < ROUNDS; round++) { // the first only warms up
    for (const [s, layers] of shapes.entries()) {
      for (const [c, { measure }] of contenders.entries()) {
        const rate = await measure(what, layers, MS);
        if (round >= 0 && rate !== null) rates[c][s].push(rate);
      }
    }
  }
  return rates;
}

const nameOf = (layers) => layers.join('-');
const head = ['', ...shapes.map(nameOf)];

function ratesTable(rates) {
  const rows = contenders.flatMap(({ name }, c) => {
    if (rates[c][0].length === 0) return [];
    return [[name, ...rates[c].map((values) => `${short(median(values))} ± ${Math.round(100 * spread(values))} %`)]];
  });
  return table(head, rows);
}

/** How many times as fast as another one, round by round, so that what slows a round slows both. */
function ratio(rates, name, other, s) {
  const at = (wanted) => rates[contenders.findIndex((each) => each.name === wanted)]?.[s];
  const [ours, theirs] = [at(name), at(other)];
  return ours?.length && theirs?.length ? median(ours.map((rate, k) => rate / theirs[k])) : undefined;
}

const training = await measureAll('train');
const predicting = await measureAll('evaluate');
for (const { stop } of contenders) stop();
rmSync(scratch, { recursive: true });

const [{ name: network }] = contenders.filter(({ name }) => name.startsWith('nn-elements'));
// Of TensorFlow Playground's nn.ts, as a share of the article's code on one machine: 0.67 of 1.9, 0.25 of 0.3, 0.019 of 0.04.
const playground = [0.67 / 1.9, 0.25 / 0.3, 0.019 / 0.04];
const ratios = table(head, [
  ['training, × C', ...shapes.map((_, s) => short(ratio(training, network, C, s)))],
  ["training, × the article's code", ...shapes.map((_, s) => short(ratio(training, network, ARTICLE, s)))],
  ['training, × TensorFlow Playground, by its share of the article\'s code', ...shapes.map((_, s) => short(ratio(training, network, ARTICLE, s) / playground[s]))],
  ['training, × ConvNetJS', ...shapes.map((_, s) => short(ratio(training, network, CONVNET, s)))],
  ['predicting, × C', ...shapes.map((_, s) => short(ratio(predicting, network, C, s)))],
]);

const text = `
On ${machine()}; medians of ${ROUNDS} rounds and half the distance between their quartiles.

Samples learned, millions a second of processor time:

${ratesTable(training)}

Points predicted, millions a second:

${ratesTable(predicting)}

Ratios, medians of the rounds:

${ratios}
`;
console.log(text);
record('core', text);
await import('./targets.mjs');
