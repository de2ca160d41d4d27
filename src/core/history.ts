import type { Data } from './examples.js';
import type { UpdateOrder } from './network.js';
import type { Target } from './targets.js';

/** What may change while a run goes on. */
export interface RunSettings {
  readonly learningRate: number;
  readonly updateOrder: UpdateOrder;
  readonly target: Target;
  readonly data: Data | undefined;
  readonly noise: number;
  readonly split: number;
}

/** A run at one step, its settings apart. */
export interface Snapshot {
  steps: number;
  readonly parameters: Float64Array;
  /** The state of the samples' generator. */
  readonly words: Int32Array;
}

/** For a network of so many parameters. */
export function emptyMoment(parameters: number): Snapshot {
  return { steps: 0, parameters: new Float64Array(parameters), words: new Int32Array(4) };
}

/** Copies the present into a moment. */
export function fillMoment(moment: Snapshot, steps: number, parameters: Float64Array, words: Int32Array): void {
  moment.steps = steps;
  moment.parameters.set(parameters);
  moment.words.set(words);
}

interface Change { readonly steps: number; readonly settings: RunSettings }

/** Moments kept at most, fewer where they are large: their parameters take no more than a megabyte, or eight of them. */
const MOST_MOMENTS = 64;
const LEAST_MOMENTS = 8;
const MOST_BYTES = 1_048_576;
/** Steps between two moments to begin with; a multiple of the interval at which runs are checked. */
const FIRST_INTERVAL = 1024;
/** Changes of settings remembered, and points of data among them; beyond, the history begins anew. */
const MOST_CHANGES = 1000;
const MOST_POINTS = 500_000;

/**
 * What it takes to come back to any step of a run: moments every so often, and every change of settings.
 *
 * Its memory is bounded: when it is full, every second moment goes and the others lie twice as far apart.
 */
export class History {
  private readonly _most: number;
  private _interval = FIRST_INTERVAL;
  private readonly _moments: Snapshot[] = []; // ascending
  private readonly _spare: Snapshot[] = [];
  private _changes: Change[] = []; // ascending, the first at the first moment

  /** Of runs of so many parameters. */
  constructor(parameters: number) {
    this._most = Math.max(LEAST_MOMENTS, Math.min(MOST_MOMENTS, Math.floor(MOST_BYTES / (8 * parameters))));
  }

  /** The first step there is a way back to. */
  get first(): number {
    return this._moments[0].steps;
  }

  /** Begins anew at the present moment. */
  begin(steps: number, parameters: Float64Array, words: Int32Array, settings: RunSettings): void {
    this._spare.push(...this._moments.splice(0));
    this._interval = FIRST_INTERVAL;
    this._add(steps, parameters, words);
    this._changes = [{ steps, settings }];
  }

  /** Keeps the present moment if it is one of those to be kept. */
  offer(steps: number, parameters: Float64Array, words: Int32Array): void {
    const moments = this._moments;
    if (steps % this._interval !== 0 || steps <= moments[moments.length - 1].steps) return;
    if (moments.length === this._most) {
      this._thin();
      if (steps % this._interval !== 0) return;
    }
    this._add(steps, parameters, words);
  }

  /** From this step on the settings are others: what came after it is another run's. False if there is no room to remember it. */
  change(steps: number, settings: RunSettings): boolean {
    this.cut(steps);
    const last = this._changes.length - 1;
    if (this._changes[last].steps === steps) this._changes[last] = { steps, settings };
    else this._changes.push({ steps, settings });
    return this._changes.length <= MOST_CHANGES && this._points <= MOST_POINTS;
  }

  /** Forgets what came after this step. */
  cut(steps: number): void {
    const moments = this._moments;
    while (moments[moments.length - 1].steps > steps) this._spare.push(moments.pop()!);
    while (this._changes[this._changes.length - 1].steps > steps) this._changes.pop();
  }

  /** The last moment kept at or before this step; the first one if that is later. */
  momentAt(steps: number): Snapshot {
    const moments = this._moments;
    let k = moments.length - 1;
    while (k > 0 && moments[k].steps > steps) k--;
    return moments[k];
  }

  /** The settings in use from this step on. */
  settingsAt(steps: number): RunSettings {
    const changes = this._changes;
    let k = changes.length - 1;
    while (k > 0 && changes[k].steps > steps) k--;
    return changes[k].settings;
  }

  /** The step of the first change after this one; Infinity if there is none. */
  nextChange(steps: number): number {
    const changes = this._changes;
    let next = Infinity;
    for (let k = changes.length - 1; k >= 0 && changes[k].steps > steps; k--) next = changes[k].steps;
    return next;
  }

  /** Of data that changes hold, each once. */
  private get _points(): number {
    return [...new Set(this._changes.map(({ settings }) => settings.data))].reduce((sum, data) => sum + (data?.labels.length ?? 0), 0);
  }

  private _add(steps: number, parameters: Float64Array, words: Int32Array): void {
    const moment = this._spare.pop() ?? emptyMoment(parameters.length);
    fillMoment(moment, steps, parameters, words);
    this._moments.push(moment);
  }

  /** Every second moment goes; the first one stays. */
  private _thin(): void {
    this._interval *= 2;
    const moments = this._moments.splice(0);
    for (const moment of moments) {
      const stays = moment === moments[0] || moment.steps % this._interval === 0;
      (stays ? this._moments : this._spare).push(moment);
    }
  }
}
