import type { StringsController } from '../controllers/strings-controller.js';
import type { TrainingRun } from '../controllers/training-run.js';

/** What a picture of a run shows now, in a sentence or two, for those who do not see it. */
export function describeRun(run: TrainingRun, strings: StringsController): string {
  const { accuracy, baseline, iou } = run.score();
  const state = run.rest === 'diverged' ? 'stateDiverged'
    : run.rest === 'unusable' ? 'stateUnusable'
    : run.rest === 'done' ? 'stateDone'
    : run.playing ? 'stateTraining' : 'statePaused';
  const percent = { style: 'percent', maximumFractionDigits: 1 } as const;
  const trained = strings.text('trained', {
    steps: strings.number(run.trainer!.steps),
    accuracy: strings.number(accuracy, percent),
    baseline: strings.number(baseline, percent),
    iou: strings.number(iou, { maximumFractionDigits: 2 }),
  });
  return `${strings.text(state)} ${trained}`;
}
