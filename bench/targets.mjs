/**
 * Measures targets by expression beside the built-in circle: how many times as long a call takes.
 * `npm run bench` runs it after core; alone, `node bench/targets.mjs`.
 *
 * Each expression is in a process of its own, with the circle, and they take turns.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { record } from './lib/document.mjs';
import { machine, median, short, spread, table } from './lib/numbers.mjs';

const ROUNDS = 15;
const CALLS = 40; // of all points, a round
const texts = ['x^2 + y^2 < 0.25', 'abs(x) + abs(y) < 0.5', 'sin(3*x) > y', '0.5 + 0.5*sin(4*x)*y', 'x^2.5 > y'];

/** Ratios of a target's processor time to the circle's, one a round. */
async function measure(text) {
  const { points, COUNT } = await import('./contenders/samples.mjs');
  const entryPoints = [fileURLToPath(new URL('../src/core/index.ts', import.meta.url))];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'esm', write: false, logLevel: 'error' });
  const { createTarget } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const labels = new Float64Array(COUNT);
  const time = (target) => {
    const begin = process.cpuUsage();
    for (let n = 0; n < CALLS; n++) {
      for (let k = 0; k < COUNT; k++) labels[k] = target(points[2 * k], points[2 * k + 1]);
    }
    return process.cpuUsage(begin).user;
  };
  const [circle, target] = [createTarget('circle'), createTarget(text)];
  const ratios = [];
  for (let round = -1; round < ROUNDS; round++) { // the first only warms up
    const ratio = time(target) / time(circle);
    if (round >= 0) ratios.push(ratio);
  }
  return ratios;
}

if (process.argv[2] === 'measure') {
  console.log(JSON.stringify(await measure(process.argv[3])));
} else {
  const rows = texts.map((text) => {
    const ratios = JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'measure', text], { encoding: 'utf8' }));
    return [`\`${text}\``, `${short(median(ratios))} ± ${Math.round(100 * spread(ratios))} %`];
  });
  const text = `\nOn ${machine()}; medians of ${ROUNDS} rounds and half the distance between their quartiles.\n\n${table(['target', '× `circle`'], rows)}\n`;
  console.log(text);
  record('targets', text);
}
