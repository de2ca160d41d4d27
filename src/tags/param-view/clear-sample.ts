import { dissect, type Sample, type Target, type Trainer } from '../../core/index.js';

/** A clear sample is inside the target, and so is all that lies around it within this distance. */
const CLEARANCE = 0.2;
/** Its prediction is about midway between the answers. */
const UNDECIDED = [0.3, 0.65] as const;
/** So many hidden neurons have a responsibility that can be seen to move them. */
const MIN_NEURONS = 3;
const MIN_RESPONSIBILITY = 0.05;
/** Training goes no farther for one. */
const MAX_STEPS = 2000;

/** Directions in which the target is asked, as unit vectors. */
const DIAGONAL = Math.SQRT1_2;
const directions = [
  [1, 0], [DIAGONAL, DIAGONAL], [0, 1], [-DIAGONAL, DIAGONAL],
  [-1, 0], [-DIAGONAL, -DIAGONAL], [0, -1], [DIAGONAL, -DIAGONAL],
] as const;

/** Returns whether a sample is inside a target and far from its edge. */
export function isFarInside({ x, y, target: label }: Sample, target: Target): boolean {
  return label === 1 && directions.every(([dx, dy]) => target(x + CLEARANCE * dx, y + CLEARANCE * dy) === 1);
}

/** Returns whether the network has not decided on a sample, and would move several of its first hidden neurons. */
function isInstructive(trainer: Trainer, sample: Sample): boolean {
  const { a, dZ } = dissect(trainer.network, sample, trainer.learningRate, trainer.updateOrder);
  const [prediction] = a[a.length - 1];
  return prediction >= UNDECIDED[0] && prediction <= UNDECIDED[1]
    && dZ[1].filter((responsibility) => Math.abs(responsibility) >= MIN_RESPONSIBILITY).length >= MIN_NEURONS;
}

/**
 * Trains on until the next sample is a clear case: far inside the target, by a network that has not decided and will
 * learn something. If none comes, any sample far inside will do, and else the run stays where it is.
 */
export function goToClearSample(trainer: Trainer, target: Target): void {
  const from = trainer.steps;
  let secondBest = from;
  for (let k = 0; k < MAX_STEPS; k++) {
    const sample = trainer.peek();
    if (isFarInside(sample, target)) {
      if (isInstructive(trainer, sample)) return;
      if (secondBest === from) secondBest = trainer.steps;
    }
    trainer.step();
  }
  trainer.goTo(secondBest);
}
