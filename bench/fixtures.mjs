/**
 * Writes src/testing/fixtures/convnetjs.ts: what convnetjs makes of three small networks.
 *
 *   npm ci --prefix bench && node bench/fixtures.mjs
 *
 * Each network is 2-8-1 with a linear output, convnetjs's `regression` layer being ½(error)².
 * Batch 1, no momentum, no decay. Weights and samples come from the generator below, which the
 * test repeats.
 */
import { writeFileSync } from 'node:fs';
import convnetjs from 'convnetjs';

const HIDDEN = 8;
const STEPS = 10_000;
const LEARNING_RATE = 0.05;
const SAMPLE_SEED = 20_000_003;

/** Park & Miller's minimal standard generator: exact in doubles, and not the one under test. */
function parkMiller(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Weights of each layer by row, then its biases. */
function read(net) {
  return [1, 3].flatMap((at) => [
    ...net.layers[at].filters.flatMap((filter) => [...filter.w]),
    ...net.layers[at].biases.w,
  ]);
}

function write(net, parameters) {
  const rest = [...parameters];
  for (const at of [1, 3]) {
    for (const filter of net.layers[at].filters) filter.w.set(rest.splice(0, filter.w.length));
    net.layers[at].biases.w.set(rest.splice(0, net.layers[at].biases.w.length));
  }
}

function run(activation, seed) {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: 2 },
    { type: 'fc', num_neurons: HIDDEN, activation },
    { type: 'regression', num_neurons: 1 },
  ]);
  const random = parkMiller(seed);
  write(net, Array.from({ length: 4 * HIDDEN + 1 }, () => 2 * random() - 1));
  const start = read(net);
  const trainer = new convnetjs.SGDTrainer(net, {
    method: 'sgd', learning_rate: LEARNING_RATE, momentum: 0, batch_size: 1, l1_decay: 0, l2_decay: 0,
  });
  const samples = parkMiller(SAMPLE_SEED);
  for (let step = 0; step < STEPS; step++) {
    const x = 2 * samples() - 1;
    const y = 2 * samples() - 1;
    const vol = new convnetjs.Vol(1, 1, 2);
    vol.w[0] = x;
    vol.w[1] = y;
    trainer.train(vol, [Math.sqrt(x * x + y * y) < 0.5 ? 1 : 0]);
  }
  return { activation, start, end: read(net) };
}

const runs = ['relu', 'sigmoid', 'tanh'].map((activation, k) => run(activation, 1001 + k));
const list = (values) => values.map((v) => `      ${v},`).join('\n');

writeFileSync(new URL('../src/testing/fixtures/convnetjs.ts', import.meta.url), `/**
 * What convnetjs 0.3.0 makes of three networks 2-${HIDDEN}-1, to hold ours against: an implementation by
 * other hands. Parameters are laid out as in core.
 *
 * Written by bench/fixtures.mjs; to write it again: npm ci --prefix bench && node bench/fixtures.mjs
 */
export const layers = [2, ${HIDDEN}, 1] as const;
export const steps = ${STEPS};
export const learningRate = ${LEARNING_RATE};
/** Of the generator state ← 48271 · state mod 2147483647; x, then y, each 2 · state / 2147483647 − 1. */
export const sampleSeed = ${SAMPLE_SEED};

/** Hidden layers of \`activation\`, linear output; the target is 1 within 0.5 of the centre, else 0. */
export const runs = [
${runs.map(({ activation, start, end }) => `  {
    activation: '${activation}',
    start: [
${list(start)}
    ],
    end: [
${list(end)}
    ],
  },`).join('\n')}
] as const;
`);
