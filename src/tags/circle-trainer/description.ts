import type { StringsController } from '../../page/strings-controller.js';
import { MAX_SCORED_PARAMETERS, type TrainingRun } from '../../model/training-run.js';
import type { Network } from '../../core/index.js';
import { type PlanePlace } from '../../ui/probe.js';
import { pairText } from '../../ui/text.js';

/** What a picture of a run shows now, in a sentence or two, for those who do not see it. */
export function describeRun(run: TrainingRun, strings: StringsController): string {
  const state = run.rest === 'diverged' ? 'stateDiverged'
    : run.rest === 'unusable' ? 'stateUnusable'
    : run.rest === 'done' ? 'stateDone'
    : run.playing ? 'stateTraining' : 'statePaused';
  if (run.rest === 'unusable') return strings.text(state);
  const steps = strings.number(run.trainer!.steps);
  if (run.playing && run.trainer!.network.parameters.length > MAX_SCORED_PARAMETERS) {
    return strings.sentences(strings.text(state), strings.text('steps', { steps }));
  }
  const { accuracy, baseline, iou } = run.score();
  const percent = { style: 'percent', maximumFractionDigits: 1 } as const;
  const trained = strings.text('trained', {
    steps,
    accuracy: strings.number(accuracy, percent),
    baseline: strings.number(baseline, percent),
    iou: strings.number(iou, { maximumFractionDigits: 2 }),
  });
  return strings.sentences(strings.text(state), trained, ...pointsText(run, strings));
}

/** What it learns, where that is no target. */
function pointsText({ trainer }: TrainingRun, strings: StringsController): string[] {
  const { examples } = trainer!;
  if (!examples) return [];
  const [count, test] = [examples.training, examples.test].map(({ labels }) => strings.number(labels.length));
  return [strings.text(examples.test.labels.length > 0 ? 'learnsSplit' : 'learnsPoints', { count, test })];
}

/** (0.32, −0.50) → 0.87 */
export function predictionText(network: Network, at: PlanePlace, strings: StringsController): string {
  return `${pairText(at, strings, 2)} → ${strings.format(network.forward(at)[0], 2)}`;
}
