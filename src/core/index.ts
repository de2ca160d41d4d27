/** The numbers of the elements, without DOM or dependencies, also for Node and workers. */
export { Activation, activationNames, defaultAlpha, type ActivationName } from './activations.js';
export { atan2 } from './math/atan2.js';
export { dissect, type Dissectable, type Dissection } from './inspect/dissection.js';
export type { Data, Examples } from './examples.js';
export { exp, tanh } from './math/exp.js';
export type { RunSettings } from './settings.js';
export { LearningCurve, milestones, type LearningCurveState } from './learning-curve.js';
export { log, pow } from './math/logarithm.js';
export {
  initSchemes, Network, parameterAt, updateOrders, type InitScheme, type NetworkOptions, type UpdateOrder,
} from './network.js';
export { createRandom, type Random, type RandomState } from './random.js';
export { cellCentres } from './places.js';
export { predictGrid, type Score } from './score.js';
export { checkModel, modelState, readState, type ModelState, type TrainerState } from './state.js';
export {
  createNamedTarget, createTarget, isTargetName, targetNames, targetProblem, type Target, type TargetName,
  type TargetOptions,
} from './targets.js';
export { Trainer, type Sample, type TrainerOptions } from './trainer.js';
export { cos, sin, tan } from './math/trigonometry.js';
