import brain from 'brain.js';
import { inTurn, labels, pairs, RATE } from './samples.mjs';

/** ReLU: its leaky one is broken in this version. */
export function create(layers) {
  const net = new brain.NeuralNetwork({ hiddenLayers: layers.slice(1, -1), activation: 'relu', learningRate: RATE });
  net.train([{ input: pairs[0], output: [labels[0]] }], { iterations: 1 }); // sizes it
  return {
    train: inTurn((k) => net.trainPattern({ input: pairs[k], output: [labels[k]] }, false)),
    evaluate(n) {
      for (let k = 0; k < n; k++) net.runInput(pairs[k]);
    },
  };
}
