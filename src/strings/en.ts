/** English. Words in braces are replaced by values; every language has the same keys and braces. */
export const en = {
  circleTrainerLabel: 'A neural network learning {target}',
  play: 'play',
  pause: 'pause',
  newStart: 'new start',
  reset: 'reset',
  diverged: 'diverged: try a lower learning rate',
  unusableParameters: 'these parameters cannot be used',
  stateTraining: 'Training.',
  statePaused: 'Paused.',
  stateDone: 'Finished.',
  stateUnusable: 'The given parameters cannot be used.',
  stateDiverged: 'Diverged; the last sound picture is shown.',
  steps: 'Trained {steps} steps.',
  trained: 'Trained {steps} steps. {accuracy} of points right; the same answer everywhere would give {baseline}. IoU {iou}.',
  circle: 'a circle',
  ring: 'a ring',
  square: 'a square',
  cross: 'a cross',
  xor: 'XOR',
  half: 'a half-plane',
  spiral: 'a spiral',
  heart: 'a heart',
} as const;

export type StringKey = keyof typeof en;
export type Strings = Readonly<Record<StringKey, string>>;
