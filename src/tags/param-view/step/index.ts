/** Public entry of `show="step"`: shows one training step taken apart, with every formula and number. */
export { StepView } from './step-view.js';
export { stepStyles } from './styles.js';
