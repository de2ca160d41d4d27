import synaptic from 'synaptic';
import { inTurn, labels, pairs, RATE } from './samples.mjs';

/** Logistic throughout; it compiles the network to code by `new Function`. */
export function create(layers) {
  const net = new synaptic.Architect.Perceptron(...layers);
  return {
    train: inTurn((k) => {
      net.activate(pairs[k]);
      net.propagate(RATE, [labels[k]]);
    }),
    evaluate(n) {
      for (let k = 0; k < n; k++) net.activate(pairs[k]);
    },
  };
}
