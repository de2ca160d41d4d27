/**
 * Prints how well the circle model learns by initial weights, learning rate and update order, as a
 * Markdown table: 200 seeds, 20,000 steps; and how often longer runs diverge: 50 seeds, 200,000 steps.
 *
 *   node bench/convergence.mjs
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SEEDS = 200;
const STEPS = 20_000;
const LONG_SEEDS = 50;
const LONG_STEPS = 200_000;

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../src/core/index.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  write: false,
});
const { createTarget, Network, Trainer } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

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
for (const [name, options] of settings.slice(0, 3)) {
  const early = runs(LONG_SEEDS, options, STEPS);
  const late = runs(LONG_SEEDS, options, LONG_STEPS);
  const columns = [name, share(early, (s) => s.diverged), share(late, (s) => s.diverged), share(late, (s) => s.accuracy >= 0.95)];
  console.log(`| ${columns.join(' | ')} |`);
}
