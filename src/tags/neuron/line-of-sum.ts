import { niceBound, niceStep } from '../../draw/nice.js';
import type { Span } from '../../draw/plot.js';
import { MAX_STEPS, type Line } from './picture/line.js';
import { NeuronSum } from './neuron-sum.js';
import { extentOf, hasFlatPart, hasFolds, type Contribution, type LineModel } from './surface-model.js';
import type { SumSettings } from './surface-of-sum.js';

/** The line of one neuron of the page's own that has a single input, or of the sum of several. */
export class SumLine implements LineModel {
  readonly line: Line;
  readonly least: number;
  readonly most: number;
  readonly activation: SumSettings['activation'];
  readonly alpha: number;
  readonly neuron = undefined;
  private readonly _neurons: NeuronSum;

  constructor(settings: SumSettings) {
    const { w, b, activation, alpha, domain, range, grid, parts } = settings;
    this.activation = activation;
    this.alpha = alpha;
    this._neurons = new NeuronSum(settings);
    const [low, high] = domain;
    const bends = w.map(([slope], i) => ({ neuron: i + 1, x: -b[i][0] / slope + 0 }))
      .filter(({ x }) => x > low && x < high);
    const nodes = Float64Array.from({ length: grid }, (_, k) => low + ((high - low) * k) / (grid - 1));
    const stops = [low, ...bends.map(({ x }) => x).sort((one, other) => one - other), high];
    [this.least, this.most] = extentOf(Float64Array.from([...nodes, ...stops], (x) => this.at(x)));
    const each = parts && w.length > 1
      ? w.map((_, i) => (x: number) => this._neurons.contributions([x])[i].y) : [];
    const heights = each.flatMap((part) => stops.map(part));
    const pieces = stops.slice(1).map((right, k): Span => [stops[k], right]).filter(([left, right]) => left < right);
    this.line = {
      at: (x) => this.at(x),
      parts: each,
      domain: [low, high],
      range: range.length > 0 ? [range[0], range[1]]
        : fitRange(Math.min(this.least, ...heights), Math.max(this.most, ...heights)),
      nodes, stops,
      folds: hasFolds(activation, alpha) ? bends : [],
      count: w.length,
      flat: hasFlatPart(activation, alpha) ? pieces.filter(([left, right]) => this._isIdle((left + right) / 2)) : [],
    };
  }

  at(x: number): number {
    return this._neurons.at([x]);
  }

  contributions(x: number): Contribution[] {
    return this._neurons.contributions([x]);
  }

  /** Whether no neuron adds anything at x; values that cancel out are not flat. */
  private _isIdle(x: number): boolean {
    return this.contributions(x).every(({ z }) => z <= 0);
  }
}

/** Returns bounds that hold all values and 0, and are numbers of an axis. */
function fitRange(least: number, most: number): Span {
  const [low, high] = [Math.min(0, least), Math.max(0, most)];
  if (high - low < 1e-12) return [0, 1];
  const step = niceStep(high - low, MAX_STEPS);
  return [niceBound(low, step, true), niceBound(high, step)];
}
