/** Registers every element of the package. */
export { NnActivation } from './define/nn-activation.js';
export { NnCircleTrainer } from './define/nn-circle-trainer.js';
export { NnDeform } from './define/nn-deform.js';
export { NnNeuron } from './define/nn-neuron.js';
export { NnParamView } from './define/nn-param-view.js';
export { registerStrings } from './strings/registry.js';
export type { NnChangeDetail, NnErrorDetail, NnInputDetail, NnStepDetail } from './page/events.js';
export type { StringKey, Strings } from './strings/en.js';
export { version } from './version.js';
