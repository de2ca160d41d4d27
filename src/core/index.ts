/** The numbers behind the elements: no DOM, no dependency; for Node and workers too. */
export { Activation, activationNames, defaultAlpha, type ActivationName } from './activations.js';
export { exp, tanh } from './exp.js';
export { initSchemes, Network, updateOrders, type InitScheme, type NetworkOptions, type UpdateOrder } from './network.js';
export { createRandom, type Random, type RandomState } from './random.js';
export { cellCentres, predictGrid, type Score } from './score.js';
export { checkModel, modelState, type ModelState, type TrainerState } from './state.js';
export { createTarget, targetNames, type Target, type TargetName, type TargetOptions } from './targets.js';
export { Trainer, type Sample, type TrainerOptions } from './trainer.js';
