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
