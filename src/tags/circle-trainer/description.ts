import { predictGrid, type Network, type Trainer } from '../../core/index.js';
import { MAX_SCORED_PARAMETERS, type TrainingRun } from '../../model/training-run.js';
import type { StringsController } from '../../page/strings-controller.js';
import type { PlanePlace } from '../../ui/probe.js';
import { pairText } from '../../ui/text.js';
import type { Mistakes } from './mistakes.js';

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
  const { accuracy, baseline, iou } = run.score();
  const score = strings.text('scoreNow', {
    accuracy: strings.share(accuracy, 1, 'percent'),
    baseline: strings.share(baseline, 1, 'percent'),
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
