/**
 * Finds the seeds that show best what README, gallery, lesson and defaults say of them. Prints a Markdown table: what
 * is said, the tag, the three best of the first 400 seeds, and their numbers.
 *
 *   node bench/seeds.mjs
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SEEDS = 400;
const GRID = 25;
/** A circle is seen from a radius of 0.7 px on, in a picture of 480 px. */
const SEEN_PREDICTION = 0.7 / (0.41 * (480 / GRID));

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../src/core/index.ts', import.meta.url))],
  bundle: true, format: 'esm', platform: 'neutral', write: false,
});
const { createTarget, Network, predictGrid, Trainer } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

/** Trains from a seed. Returns, at each of `steps`: score, circles that can be seen, contributions at (0, −0.4). */
function looks(seed, steps, { layers = [2, 8, 1], target = 'circle', radius, network: options, ...others } = {}) {
  const network = new Network({ layers, ...options });
  const trainer = new Trainer({ network, target: createTarget(target, radius && { radius }), seed, ...others });
  return steps.map((step) => {
    trainer.step(step - trainer.steps);
    const circles = predictGrid(network, GRID).filter((value) => value >= SEEN_PREDICTION).length;
    network.forward([0, -0.4]);
    const last = layers.length - 2;
    const flows = [...network.layerOutputs(last)].map((value, j) => value * network.weightsOf(last + 1, 0)[j]);
    return { ...trainer.score(56), step: trainer.steps, diverged: trainer.diverged, circles, flows };
  });
}

const round = (value) => Number(value.toFixed(2));
const ious = (found) => found.map(({ step, iou }) => `${round(iou)} @${step}`).join(' ');

/** Whether something is seen from the beginning on, and the shape comes bit by bit: how much it has gained by then. */
function learning(seed) {
  const found = looks(seed, [0, 10, 30, 100, 300, 1000, 5000, 20_000]);
  const [, , , hundred, threeHundred, thousand, , last] = found.map(({ iou }) => iou);
  if (found.some(({ circles }) => circles < 40) || last < 0.9) return undefined;
  return [Math.min(4 * hundred, 2 * threeHundred, 1.3 * thousand, last), ious(found)];
}

/** What is said, the tag without its seed, and a function: how well a seed shows it, and its numbers; or undefined. */
const claims = [
  ['the shape comes bit by bit', '', learning],
  ['the same, and of three rates 0.005 is slow and 10 runs away before step 128; in place it learns, then runs away', '', (seed) => {
    const best = learning(seed);
    if (!best) return undefined;
    const [slow] = looks(seed, [20_000], { learningRate: 0.005 });
    const [fast] = looks(seed, [2000], { learningRate: 10 });
    const inPlace = looks(seed, [3000, 8000, 30_000, 100_000], { updateOrder: 'in-place' });
    if (slow.iou > 0.85 || !fast.diverged || fast.step > 64 || !inPlace[3].diverged || inPlace[1].iou < 0.7) return undefined;
    return [best[0] + inPlace[1].iou, `${best[1]}; 0.005: ${ious([slow])}; in place: ${ious(inPlace)}`];
  }],
  ['three, eight, twenty-four: triangle, rounder, nearly a circle', 'hidden-layers="3" / "8" / "24"', (seed) => {
    const found = [3, 8, 24].map((width) => looks(seed, [20_000], { layers: [2, width, 1] })[0]);
    const [three, eight, many] = found.map(({ iou }) => iou);
    const early = [3, 8, 24].map((width) => Math.min(...looks(seed, [0, 30, 100, 300], { layers: [2, width, 1] }).map(({ circles }) => circles)));
    if (three < 0.65 || eight < 0.85 || many < 0.93 || Math.min(...early) < 20) return undefined;
    return [three + eight + many, ious(found)];
  }],
  ['a heart by two hidden layers', 'hidden-layers="6 4" target="heart" radius="0.8"', (seed) => {
    const found = looks(seed, [30, 300, 3000, 20_000, 100_000], { layers: [2, 6, 4, 1], target: 'heart', radius: 0.8 });
    if (found.some(({ circles }) => circles < 30)) return undefined;
    return [found[3].iou + found[4].iou, ious(found)];
  }],
  ['two layers of two fold xor', 'hidden-layers="2 2" target="xor" alpha="0.1" learning-rate="0.05"', (seed) => {
    const options = { layers: [2, 2, 2, 1], target: 'xor', network: { alpha: 0.1 }, learningRate: 0.05 };
    const found = looks(seed, [500, 5000, 20_000, 100_000], options);
    return [found[2].accuracy + found[3].accuracy, found.map(({ step, accuracy }) => `${round(accuracy)} @${step}`).join(' ')];
  }],
  ['two never close it, four do, linear cannot', 'hidden-layers="2" / "4" / "8" activation="linear"', (seed) => {
    const [two, four] = [2, 4].map((width) => looks(seed, [20_000], { layers: [2, width, 1] })[0]);
    const [linear] = looks(seed, [20_000], { network: { activation: 'linear' } });
    if (two.iou > 0.45 || linear.iou > 0.02 || four.iou < 0.7) return undefined;
    return [four.iou, `2: ${ious([two])}, 4: ${ious([four])}, linear: ${ious([linear])}`];
  }],
  ['targets by expression', 'target="sin(3*x) > y" hidden-layers="16" …', (seed) => {
    const cases = [[[2, 16, 1], 'sin(3*x) > y'], [[2, 16, 1], '0.5 + 0.5*sin(4*x)*y'], [[2, 12, 6, 1], 'r < 0.3 or abs(r - 0.7) < 0.1']];
    const found = cases.map(([layers, target]) => looks(seed, [100_000], { layers, target })[0]);
    if (seed >= 40 || found.some(({ iou }) => iou < 0.6)) return undefined;
    return [found.reduce((sum, { iou }) => sum + iou, 0), ious(found)];
  }],
  ['a trained model, of whose neurons several carry much to (0, −0.4)', '<nn-param-view>', (seed) => {
    const [{ iou, flows, step }] = looks(seed, [20_000]);
    const active = flows.filter((flow) => Math.abs(flow) > 0.1);
    if (iou < 0.86 || active.length < 4) return undefined;
    const most = Math.max(...active.map(Math.abs));
    return [active.length + most + iou, `${round(iou)} @${step}, contributions ${active.map(round).join(' ')}`];
  }, 2000],
];

console.log('| shown | tag | seed | IoU, or as said |\n| --- | --- | --- | --- |');
for (const [said, tag, judge, seeds = SEEDS] of claims) {
  const found = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const judged = judge(seed);
    if (judged) found.push([seed, ...judged]);
  }
  found.sort((a, b) => b[1] - a[1]);
  for (const [seed, , numbers] of found.slice(0, 3)) {
    console.log(`| ${said} | ${tag && `\`${tag}\``} | ${seed} | ${numbers} |`);
  }
  if (found.length === 0) console.log(`| ${said} | ${tag && `\`${tag}\``} | none | |`);
}
