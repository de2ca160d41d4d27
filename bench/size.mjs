/** Prints the bytes a reader downloads, by gzip -9: our tags beside what pages use in their place. Wants dist/ and dist-size/. */
import './lib/setup.mjs';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { record } from './lib/document.mjs';
import { table } from './lib/numbers.mjs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root));
const { 'size-limit': budgets } = JSON.parse(read('package.json'));

const peers = [
  ['p5', ['p5/lib/p5.min.js']],
  ['d3', ['d3/d3.min.js']],
  ['convnetjs', ['convnetjs/build/convnet-min.js']],
  ['synaptic', ['synaptic/dist/synaptic.min.js']],
  ['brain.js', ['brain.js/browser.min.js']],
  ['@tensorflow/tfjs-core', ['@tensorflow/tfjs-core/dist/tf-core.min.js', '@tensorflow/tfjs-backend-cpu/dist/tf-backend-cpu.min.js'], 'with the CPU back end, without layers'],
];

const kB = (paths) => (paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0) / 1000).toFixed(1);
const rows = [
  ...budgets.map(({ name, path }) => [name.startsWith('<') ? `\`${name}\` alone` : name, kB([path])]),
  ...peers.map(([name, files, note]) => {
    const { version } = JSON.parse(read(`bench/node_modules/${name}/package.json`));
    return [`${name} ${version}${note ? `, ${note}` : ''}`, kB(files.map((file) => `bench/node_modules/${file}`))];
  }),
];
const text = table(['', 'kB, gzip -9'], rows);
console.log(`\n${text}\n`);
record('size', `\n${text}\n`);
