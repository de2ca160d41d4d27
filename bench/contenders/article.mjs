import { he, inTurn, points, labels, RATE } from './samples.mjs';

const act = (z) => (z > 0 ? z : 0.01 * z);
const dAct = (z) => (z > 0 ? 1 : 0.01);

/** The article's way of writing it down: arrays of arrays, new ones at every step. */
export function create(layers) {
  return layers.length === 3 ? createShallow(layers) : createDeep(layers);
}

/** Any depth, by the same pattern. */
function createDeep(layers) {
  const model = layers.slice(1).map((outputs, l) => ({
    w: Array.from({ length: outputs }, () => Array.from({ length: layers[l] }, () => he(layers[l]))),
    b: Array.from({ length: outputs }, () => 0),
  }));
  const forward = (x, y) => {
    const zs = [];
    const as = [[x, y]];
    for (let l = 0; l < model.length; l++) {
      const z = [];
      const a = [];
      for (let j = 0; j < model[l].w.length; j++) {
        let sum = model[l].b[j];
        for (let i = 0; i < as[l].length; i++) sum += model[l].w[j][i] * as[l][i];
        z.push(sum);
        a.push(act(sum));
      }
      zs.push(z);
      as.push(a);
    }
    return { zs, as };
  };
  const learn = (x, y, target) => {
    const { zs, as } = forward(x, y);
    const last = model.length - 1;
    let dZ = [(as[last + 1][0] - target) * dAct(zs[last][0])];
    for (let l = last; l >= 0; l--) {
      const dA = [];
      if (l > 0) {
        for (let i = 0; i < as[l].length; i++) {
          let sum = 0;
          for (let j = 0; j < dZ.length; j++) sum += dZ[j] * model[l].w[j][i];
          dA.push(sum * dAct(zs[l - 1][i]));
        }
      }
      for (let j = 0; j < dZ.length; j++) {
        for (let i = 0; i < as[l].length; i++) model[l].w[j][i] -= RATE * (dZ[j] * as[l][i]);
        model[l].b[j] -= RATE * dZ[j];
      }
      dZ = dA;
    }
  };
  let sink = 0;
  return {
    train: inTurn((k) => learn(points[2 * k], points[2 * k + 1], labels[k])),
    evaluate(n) {
      for (let k = 0; k < n; k++) sink += forward(points[2 * k], points[2 * k + 1]).as[model.length][0];
      return sink;
    },
  };
}

/** Two inputs, one hidden layer, one output: as short as the article has it. */
function createShallow([, hidden]) {
  const model = {
    w1: Array.from({ length: hidden }, () => [he(2), he(2)]),
    b1: Array.from({ length: hidden }, () => 0),
    w2: Array.from({ length: hidden }, () => he(hidden)),
    b2: 0,
  };
  const forward = (x, y) => {
    const h1_z = [];
    const h1_a = [];
    let outZ = model.b2;
    for (let j = 0; j < hidden; j++) {
      const z = x * model.w1[j][0] + y * model.w1[j][1] + model.b1[j];
      h1_z.push(z);
      h1_a.push(act(z));
      outZ += h1_a[j] * model.w2[j];
    }
    return { h1_z, h1_a, outZ };
  };
  const learn = (x, y, target) => {
    const { h1_z, h1_a, outZ } = forward(x, y);
    const dOutZ = (act(outZ) - target) * dAct(outZ);
    for (let j = 0; j < hidden; j++) {
      const dZ = dOutZ * model.w2[j] * dAct(h1_z[j]);
      model.w2[j] -= RATE * dOutZ * h1_a[j];
      model.w1[j][0] -= RATE * dZ * x;
      model.w1[j][1] -= RATE * dZ * y;
      model.b1[j] -= RATE * dZ;
    }
    model.b2 -= RATE * dOutZ;
  };
  let sink = 0;
  return {
    train: inTurn((k) => learn(points[2 * k], points[2 * k + 1], labels[k])),
    evaluate(n) {
      for (let k = 0; k < n; k++) sink += act(forward(points[2 * k], points[2 * k + 1]).outZ);
      return sink;
    },
  };
}
