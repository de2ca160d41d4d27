/** The same samples of the circle for every contender: 65,536, so that no branch predictor learns them. */
export const COUNT = 65_536;
export const RATE = 0.02;

let state = 20_260_101;
const uniform = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

export const points = new Float64Array(2 * COUNT).map(() => 2 * uniform() - 1);
export const labels = new Float64Array(COUNT).map((_, k) => +(Math.hypot(points[2 * k], points[2 * k + 1]) < 0.5));
/** The same as arrays of arrays, for those that want them. */
export const pairs = Array.from(labels, (_, k) => [points[2 * k], points[2 * k + 1]]);

/** A normal draw of the variance that each contender's weights begin with. */
export const he = (inputs) => {
  let sum = -6;
  for (let k = 0; k < 12; k++) sum += uniform();
  return Math.sqrt(2 / inputs) * sum;
};

/** Calls `learn(k)` for `n` samples in turn, from where the last call stopped. */
export function inTurn(learn) {
  let k = 0;
  return (n) => {
    for (let end = k + n; k < end; k++) learn(k % COUNT);
  };
}
