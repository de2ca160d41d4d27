import { expect } from 'chai';
import { createTarget, Network, Trainer, type Data } from '../../core/index.js';
import { TrainingRun } from '../../model/training-run.js';
import type { StringsController } from '../../page/strings-controller.js';
import { describeRun, predictionText } from './description.js';

/** Words as their keys, with the values in them. */
const strings = {
  text: (key: string, values: Record<string, string> = {}) => [key, ...Object.values(values)].join(' '),
  counted: (key: string, count: number, values: Record<string, string> = {}) =>
    [key, count, ...Object.values(values)].join(' '),
  number: (value: number) => String(value),
  share: (value: number, _: number, style = '') => (style === 'percent' ? `${(100 * value).toFixed(1)}%` : `${value}`),
  format: (value: number, decimals: number) => value.toFixed(decimals),
  sentences: (...texts: string[]) => texts.join('. '),
} as unknown as StringsController;

/** A run whose network says 0 everywhere, which is right outside the circle. */
function zeroRun(options: { learningRate?: number; layers?: number[]; data?: Data; split?: number } = {}): TrainingRun {
  const network = new Network({ layers: options.layers ?? [2, 8, 1] });
  const parameters = new Float64Array(network.parameters.length);
  const run = new TrainingRun();
  run.start(new Trainer({ network, target: createTarget('circle'), parameters, ...options }), true);
  return run;
}

const data: Data = {
  points: Float64Array.of(0.1, 0.2, -0.7, 0.4, 0.3, -0.2, 0.8, 0.8), labels: Float64Array.of(1, 0, 1, 0),
};

const many: Data = {
  points: Float64Array.from({ length: 100 }, (_, k) => k / 100),
  labels: Float64Array.from({ length: 50 }, (_, k) => k % 2),
};

describe('describeRun', () => {
  const cases: [string, () => TrainingRun, string | RegExp][] = [
    ['how a playing run stands', () => zeroRun(), 'stateTraining. steps 0. scoreNow 80.4% 80.4% 0'],
    ['that a run is paused', () => {
      const run = zeroRun();
      run.pause();
      return run;
    }, 'statePaused. steps 0. scoreNow 80.4% 80.4% 0'],
    ['that a run is over', () => {
      const run = zeroRun();
      run.maxSteps = 1;
      run.step(1);
      return run;
    }, /^stateDone\. steps 1\. /],
    ['that a run has diverged', () => {
      const run = zeroRun({ learningRate: 1e9 });
      run.step(10_000);
      return run;
    }, /^stateDiverged\. steps \d+\. /],
    ['that what the page gave cannot be used', () => {
      const run = zeroRun();
      run.disable();
      return run;
    }, 'stateUnusable'],
    ['only the steps of a large network', () => zeroRun({ layers: [2, 40, 40, 1] }), 'stateTraining. steps 0'],
    ['how many points are learned', () => zeroRun({ data }), / scoreNow 2 \/ 4 2 \/ 4 0\. learnsPoints 4 0$/],
    ['how many points test it', () => zeroRun({ data, split: 0.5 }),
      / scoreTestNow . \/ 3 2 \/ 3 .*\. learnsSplit 1 3$/],
    ['a percentage of many points', () => zeroRun({ data: many }), / scoreNow 50\.0% /],
  ];
  for (const [what, make, expected] of cases) {
    it(`says ${what}`, () => expect(describeRun(make(), strings)).to.match(
      typeof expected === 'string' ? new RegExp(`^${expected.replaceAll('.', '\\.')}$`) : expected,
    ));
  }
});

describe('predictionText', () => {
  it('gives a place and the output there', () => {
    const network = new Network({ layers: [2, 1, 1], activation: 'linear', outputActivation: 'linear' });
    network.parameters.set([1, 0, 0, 2, 0.5]);
    expect(predictionText(network, [0.25, -0.5], strings)).to.equal('(0.25, -0.50) → 1.00');
  });
});
