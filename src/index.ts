/** Registers every element of the package. */
export { NnCircleTrainer } from './define/nn-circle-trainer.js';
export { registerStrings } from './controllers/strings-controller.js';
export type { NnStepDetail } from './elements/step-reporter.js';
export type { NnErrorDetail } from './elements/nn-element.js';
export type { StringKey, Strings } from './strings/en.js';
export { version } from './version.js';
