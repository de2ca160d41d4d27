/**
 * Prints as Markdown tables how well the circle model learns by initial weights, learning rate and update order (200
 * seeds, 20,000 steps), how often longer runs diverge (50 seeds, 200,000 steps), and in how many runs a reader sees
 * something early (600 seeds).
 *
 *   node bench/convergence.mjs
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SEEDS = 200;
const STEPS = 20_000;
const LONG_SEEDS = 50;
const LONG_STEPS = 200_000;
const SEEN_SEEDS = 600;
const SEEN_STEPS = [0, 10, 30, 100, 300, 1000, 3000];
/** A circle is seen from a radius of 0.7 px on: the prediction for which it has that in a cell of 480 / 25 px. */
const SEEN_PREDICTION = 0.7 / (0.41 * (480 / 25));
const SEEN_CIRCLES = 20;

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../src/core/index.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  write: false,
});
const { createTarget, Network, predictGrid, Trainer } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

function run(seed, options, steps) {
  const trainer = new Trainer({ network: new Network({ layers: [2, 8, 1] }), target: createTarget('circle'), seed, ...options });
  trainer.step(steps);
  return { ...trainer.score(), diverged: trainer.diverged };
}

function runs(count, options, steps) {
  return Array.from({ length: count }, (_, seed) => run(seed, options, steps));
}

const percent = (part, whole) => `${+((100 * part) / whole).toFixed(1)} %`;
const share = (scores, holds) => percent(scores.filter(holds).length, scores.length);

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

const settings = [
  ['undecided, 0.1, simultaneous', { init: 'undecided', learningRate: 0.1 }],
  ['He, 0.1, simultaneous', { init: 'he', learningRate: 0.1 }],
  ['He, 0.1, in place', { init: 'he', learningRate: 0.1, updateOrder: 'in-place' }],
  ['He, 0.02, in place', { init: 'he', learningRate: 0.02, updateOrder: 'in-place' }],
  ['uniform, 0.03, simultaneous', { init: 'uniform', learningRate: 0.03 }],
  ['He, 3, simultaneous', { init: 'he', learningRate: 3 }],
  ['He, 10, simultaneous', { init: 'he', learningRate: 10 }],
];

console.log('| setting | accuracy ≥ 0.90 | ≥ 0.95 | stuck, ≤ 0.83 | diverged | median accuracy | median IoU |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const [name, options] of settings) {
  const scores = runs(SEEDS, options, STEPS);
  const columns = [
    name,
    share(scores, (s) => s.accuracy >= 0.9),
    share(scores, (s) => s.accuracy >= 0.95),
    share(scores, (s) => s.accuracy <= 0.83),
    share(scores, (s) => s.diverged),
    median(scores.map((s) => s.accuracy)).toFixed(3),
    median(scores.map((s) => s.iou)).toFixed(3),
  ];
  console.log(`| ${columns.join(' | ')} |`);
}

console.log('\n| setting | diverged by 20,000 | by 200,000 | accuracy ≥ 0.95 at 200,000 |');
console.log('| --- | --- | --- | --- |');
for (const [name, options] of settings.slice(0, 4)) {
  const early = runs(LONG_SEEDS, options, STEPS);
  const late = runs(LONG_SEEDS, options, LONG_STEPS);
  const columns = [name, share(early, (s) => s.diverged), share(late, (s) => s.diverged), share(late, (s) => s.accuracy >= 0.95)];
  console.log(`| ${columns.join(' | ')} |`);
}

/** Returns whether a reader sees circles in the picture of each of SEEN_STEPS. */
function seen(seed, init, layers, target) {
  const trainer = new Trainer({ network: new Network({ layers }), target: createTarget(target), seed, init });
  return SEEN_STEPS.map((step) => {
    trainer.step(step - trainer.steps);
    return predictGrid(trainer.network, 25).filter((value) => value >= SEEN_PREDICTION).length >= SEEN_CIRCLES;
  });
}

console.log(`\n| at least ${SEEN_CIRCLES} circles seen at step | ${SEEN_STEPS.join(' | ')} |`);
console.log(`| --- |${SEEN_STEPS.map(() => ' --- |').join('')}`);
for (const [layers, target] of [[[2, 8, 1], 'circle'], [[2, 16, 1], 'heart'], [[2, 3, 1], 'circle'], [[2, 6, 4, 1], 'circle']]) {
  for (const init of ['undecided', 'he', 'uniform']) {
    const found = Array.from({ length: SEEN_SEEDS }, (_, seed) => seen(seed, init, layers, target));
    const shares = SEEN_STEPS.map((_, k) => percent(found.filter((each) => each[k]).length, SEEN_SEEDS));
    console.log(`| ${layers.join('-')}, ${target}, ${init} | ${shares.join(' | ')} |`);
  }
}
