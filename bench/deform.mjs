/** Trains the network whose matrices `<nn-deform>` shows by default, and prints them: `node bench/deform.mjs`. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { outputFiles: [{ text }] } = await build({
  entryPoints: [fileURLToPath(new URL('../src/core/index.ts', import.meta.url))], bundle: true, format: 'esm', platform: 'neutral', write: false,
});
const { Network, Trainer, createTarget } = await import(`data:text/javascript,${encodeURIComponent(text)}`);

const [seed, alpha] = [Number(process.argv[2] ?? 92), Number(process.argv[3] ?? 0.1)];
const network = new Network({ layers: [2, 2, 2, 1], alpha });
const trainer = new Trainer({ network, target: createTarget('xor'), seed, learningRate: 0.05 });
trainer.step(60_000);
const exact = trainer.score().accuracy;
const rounded = Array.from(network.parameters, (value) => Math.round(value * 1000) / 1000);
network.parameters.set(rounded);
const matrix = (at) => [rounded.slice(at, at + 2), rounded.slice(at + 2, at + 4)];
const biases = (at) => [[rounded[at]], [rounded[at + 1]]];
console.log(`seed ${seed}, alpha ${alpha}: ${(100 * exact).toFixed(1)} % right, rounded ${(100 * trainer.score().accuracy).toFixed(1)} %`);
console.log('w     ', JSON.stringify([matrix(0), matrix(6)]));
console.log('b     ', JSON.stringify([biases(4), biases(10)]));
console.log('output', JSON.stringify(rounded.slice(12)));
