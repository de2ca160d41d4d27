import convnetjs from 'convnetjs';
import { inTurn, labels, pairs, RATE } from './samples.mjs';

/** ReLU: it has no leaky one. */
export function create(layers) {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: layers[0] },
    ...layers.slice(1, -1).map((width) => ({ type: 'fc', num_neurons: width, activation: 'relu' })),
    { type: 'regression', num_neurons: 1 },
  ]);
  const trainer = new convnetjs.SGDTrainer(net, { learning_rate: RATE, momentum: 0, batch_size: 1, l2_decay: 0 });
  const volume = new convnetjs.Vol(1, 1, layers[0], 0);
  const at = (k) => {
    volume.w[0] = pairs[k][0];
    volume.w[1] = pairs[k][1];
    return volume;
  };
  return {
    train: inTurn((k) => trainer.train(at(k), [labels[k]])),
    evaluate(n) {
      for (let k = 0; k < n; k++) net.forward(at(k));
    },
  };
}
