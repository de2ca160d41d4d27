import type { Strings } from './en.js';

/** Japanese. */
export const ja: Strings = {
  circleTrainerLabel: '{target}を学習するニューラルネットワーク',
  play: '再生',
  pause: '一時停止',
  newStart: '新しく始める',
  reset: 'リセット',
  diverged: '発散：学習率を下げてみましょう',
  unusableParameters: '指定されたパラメータは使えません',
  stateTraining: '学習中。',
  statePaused: '一時停止中。',
  stateDone: '学習終了。',
  stateUnusable: '指定されたパラメータは使えません。',
  stateDiverged: '発散しました。最後の正常な状態を表示しています。',
  steps: '{steps}ステップ学習済み。',
  trained: '{steps}ステップ学習済み。正解率{accuracy}（すべて同じ答えにした場合は{baseline}）。IoU {iou}。',
  circle: '円',
  ring: '輪',
  square: '正方形',
  cross: '十字',
  xor: 'XOR',
  half: '半平面',
  spiral: '渦巻き',
  heart: 'ハート',
};
