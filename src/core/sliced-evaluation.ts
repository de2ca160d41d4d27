import type { Network } from './network.js';

/** Multiplications of a slice, some milliseconds: 25² points take one slice, whatever the network of a trainer. */
export const MAX_SLICE = 8_388_608;

/** Returns whether a network can be evaluated at so many points in one slice. */
export function fitsSlice({ parameters }: Network, points: number): boolean {
  return parameters.length * points <= MAX_SLICE;
}

/**
 * Evaluates a network of one output at the points of a picture, a slice a call: where all of them are too many, every
 * other row, or every third …, and the next ones at the next call. While the network learns, rows are a few calls
 * behind; once it rests, as many calls make all of it whole, with the same bits as in one go.
 */
export class SlicedEvaluation {
  /** [points], of which some may be of earlier parameters. */
  readonly values: Float64Array;
  readonly rowLength: number;
  /** Changes with the values. */
  version = 0;
  private readonly _points: readonly Float64Array[]; // of each row
  private readonly _rows: readonly Float64Array[]; // views of `values`
  private _network: Network | undefined;
  private _subject = 0;
  private _parameters = new Float64Array(0); // that rows are evaluated for
  private _turn = 0;
  private _left = 0; // turns until all rows are of these parameters

  /** `points` are [points × 2], row by row; the last row may be shorter. */
  constructor(points: Float64Array, rowLength: number) {
    const count = points.length / 2;
    this.rowLength = rowLength;
    this.values = new Float64Array(count);
    const rows = Array.from({ length: Math.ceil(count / rowLength) }, (_, row) => row * rowLength);
    this._points = rows.map((at) => points.subarray(2 * at, 2 * (at + rowLength)));
    this._rows = rows.map((at) => this.values.subarray(at, at + rowLength));
  }

  /** Whether all values are of the parameters of the last call. */
  get isWhole(): boolean {
    return this._left === 0;
  }

  /** Evaluates a slice for a network's present parameters, unless all is evaluated for them; returns `isWhole`. */
  follow(network: Network): boolean {
    return this.compute(network, 0, network.parameters.length, (points, out) => network.evaluate(points, out));
  }

  /**
   * Does the same with what `compute` finds for `subject`, such as a neuron of the network, at [n × 2] points; `work`
   * is about how many multiplications one point takes.
   */
  compute(
    network: Network, subject: number, work: number, compute: (points: Float64Array, out: Float64Array) => void,
  ): boolean {
    const { _points: points, _rows: rows, values } = this;
    const { parameters } = network;
    const turns = Math.min(rows.length, Math.ceil((work * values.length) / MAX_SLICE));
    const isFirst = network !== this._network || subject !== this._subject;
    if (isFirst) this._parameters = new Float64Array(parameters.length);
    if (isFirst || isOther(parameters, this._parameters)) {
      this._parameters.set(parameters);
      this._left = turns;
    }
    this._network = network;
    this._subject = subject;
    if (this._left === 0) return true;
    this._left--;
    this.version++;
    this._turn = (this._turn + 1) % turns;
    for (let row = this._turn; row < rows.length; row += turns) compute(points[row], rows[row]);
    if (isFirst) this._spread(turns);
    return this._left === 0;
  }

  /** Gives all rows the values of the nearest one before them that is evaluated. */
  private _spread(turns: number): void {
    const { _turn: turn, _rows: rows, rowLength, values } = this;
    for (let row = 0; row < rows.length; row++) {
      const from = Math.max(turn, row - ((row - turn + turns) % turns));
      values.copyWithin(row * rowLength, from * rowLength, (from + 1) * rowLength);
    }
  }
}

function isOther(a: Float64Array, b: Float64Array): boolean {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return true;
  return false;
}
