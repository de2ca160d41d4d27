/** Detail of `nn-input`: the reader moved a probe, or an input of a network. */
export interface NnInputDetail {
  readonly x: number;
  readonly y: number;
}

/** Detail of `nn-change`: the reader gave an attribute another value, which its property reads now. */
export interface NnChangeDetail {
  /** By its name in HTML. */
  readonly attribute: string;
  readonly value: unknown;
}

/** Detail of `nn-step`. Each score is computed only when it is read. */
export interface NnStepDetail {
  readonly steps: number;
  /** Mean of ½(prediction − target)² over a grid. */
  readonly loss: number;
  /** Share of a grid's points on the right side, in [0, 1]. */
  readonly accuracy: number;
  /** Intersection over union of the insides, in [0, 1]. */
  readonly iou: number;
}

/** Detail of `nn-error`. */
export interface NnErrorDetail {
  /** `syntax`, `range`, `attribute`, `diverged`, `parameters`, `state`, `link`, `content`, `no-context` or `theme`. */
  readonly code: string;
  /** The attribute or token, or empty if none is at fault. */
  readonly attribute: string;
  /** What was found. */
  readonly value: unknown;
  /** What is used instead. */
  readonly used: unknown;
  /** Whether visible text tells the reader. */
  readonly fatal: boolean;
}
