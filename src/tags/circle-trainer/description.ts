import { predictGrid, type Data, type Network, type Trainer } from '../../core/index.js';
import { MAX_SCORED_PARAMETERS, type TrainingRun } from '../../model/training-run.js';
import type { StringsController } from '../../page/strings-controller.js';
import type { PlanePlace } from '../../ui/probe.js';
import { pairText } from '../../ui/text.js';
import type { Mistakes } from './mistakes.js';

/** Fewer points are counted: the nearest percentage that so few can have may be 2 % away. */
const MIN_POINTS_OF_PERCENT = 50;

/** Returns the data that a score is of. */
export function scoredData({ training, test }: NonNullable<Trainer['examples']>): Data {
  return test.labels.length > 0 ? test : training;
}

/** Returns an accuracy as a percentage, or as 3 / 4 of a handful of points. */
export function accuracyText(
  accuracy: number, examples: Trainer['examples'], strings: Pick<StringsController, 'number' | 'share'>,
): string {
  const count = examples ? scoredData(examples).labels.length : Infinity;
  return count < MIN_POINTS_OF_PERCENT ? [accuracy * count, count].map((n) => strings.number(Math.round(n))).join(' / ')
    : strings.share(accuracy, 1, 'percent');
}

/** Describes the present picture of a run in a sentence or two, for readers who do not see it. */
export function describeRun(run: TrainingRun, strings: StringsController): string {
  const { playing, rest } = run;
  if (rest === 'unusable') return strings.text('stateUnusable');
  const state = strings.text(
    rest === 'diverged' ? 'stateDiverged' : rest === 'done' ? 'stateDone' : playing ? 'stateTraining' : 'statePaused',
  );
  const steps = strings.counted('steps', run.trainer!.steps);
  if (playing && run.trainer!.network.parameters.length > MAX_SCORED_PARAMETERS) {
    return strings.sentences(state, steps);
  }
  const { accuracy, baseline, iou, testLoss } = run.score();
  const { examples } = run.trainer!;
  const score = strings.text(testLoss === undefined ? 'scoreNow' : 'scoreTestNow', {
    accuracy: accuracyText(accuracy, examples, strings),
    baseline: accuracyText(baseline, examples, strings),
    iou: strings.share(iou, 2),
  });
  return strings.sentences(state, steps, score, ...describeExamples(run, strings));
}

/** Returns how many points are learned in place of a target, if they are. */
function describeExamples({ trainer }: TrainingRun, strings: StringsController): string[] {
  const { examples } = trainer!;
  if (!examples) return [];
  const [count, test] = [examples.training, examples.test].map(({ labels }) => labels.length);
  return [strings.counted(test > 0 ? 'learnsSplit' : 'learnsPoints', count, { test: strings.number(test) })];
}

/** Returns how many places of the grid, or points of the data, the network gets wrong. */
export function describeMistakes(
  trainer: Trainer, mistakes: Mistakes, grid: number, strings: StringsController,
): string {
  const { examples, network, target } = trainer;
  let wrong = 0;
  const count = (): void => void wrong++;
  const total = examples ? mistakes.inData(network, examples, count)
    : mistakes.inCells(target, predictGrid(network, grid), grid, count);
  return strings.text('mistakesNow', { wrong: strings.number(wrong), total: strings.number(total) });
}

/** Returns the prediction at a place, as (0.32, −0.50) → 0.87. */
export function predictionText(network: Network, at: PlanePlace, strings: StringsController): string {
  return `${pairText(at, strings, 2)} → ${strings.format(network.forward(at)[0], 2)}`;
}
