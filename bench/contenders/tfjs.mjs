import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { inTurn, labels, pairs, points, RATE } from './samples.mjs';

await tf.setBackend('cpu');

/** The CPU back end, batches of one, as the other contenders. */
export function create(layers) {
  const parameters = layers.slice(1).flatMap((outputs, l) => [
    tf.variable(tf.randomNormal([layers[l], outputs], 0, Math.sqrt(2 / layers[l]))), tf.variable(tf.zeros([outputs])),
  ]);
  const predict = (x) => layers.slice(1).reduce((a, _, l) => tf.leakyRelu(tf.add(tf.matMul(a, parameters[2 * l]), parameters[2 * l + 1]), 0.01), x);
  const optimizer = tf.train.sgd(RATE);
  return {
    train: inTurn((k) => tf.tidy(() => {
      const x = tf.tensor2d([pairs[k]]);
      optimizer.minimize(() => tf.sum(tf.mul(0.5, tf.squaredDifference(predict(x), labels[k]))));
    })),
    evaluate(n) {
      tf.tidy(() => predict(tf.tensor2d(Float32Array.from(points.subarray(0, 2 * n)), [n, 2])).dataSync());
    },
  };
}
