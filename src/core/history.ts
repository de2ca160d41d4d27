import type { RunSettings } from './settings.js';

/** The state of a run at one step, without its settings. */
export interface Snapshot {
  steps: number;
  readonly parameters: Float64Array;
  /** State of the generator of the samples, `Random.words`. */
  readonly words: Int32Array;
}

/** Returns an empty snapshot for a network of `count` parameters. */
export function createSnapshot(count: number): Snapshot {
  return { steps: 0, parameters: new Float64Array(count), words: new Int32Array(4) };
}

export function copySnapshot(from: Snapshot, to: Snapshot): void {
  to.steps = from.steps;
  to.parameters.set(from.parameters);
  to.words.set(from.words);
}

interface Change { readonly steps: number; readonly settings: RunSettings }

/** Snapshots are at most 64, and fewer for large networks: at most a megabyte of parameters, but at least eight. */
const MAX_SNAPSHOTS = 64;
const MIN_SNAPSHOTS = 8;
const MAX_BYTES = 1_048_576;
/** Steps between the first snapshots; a multiple of the interval at which the trainer checks a run. */
const FIRST_INTERVAL = 1024;
/** Changes of settings that are remembered, and data points in them. */
const MAX_CHANGES = 1000;
const MAX_POINTS = 500_000;

/**
 * Remembers how to return to any step of a run: snapshots at regular intervals, and every change of settings.
 *
 * Memory is bounded: when it is full, every second snapshot is dropped and the interval doubles.
 */
export class History {
  private readonly _maxSnapshots: number;
  private _interval = FIRST_INTERVAL;
  private readonly _snapshots: Snapshot[] = []; // ascending
  private readonly _unused: Snapshot[] = [];
  private _changes: Change[] = []; // ascending, the first at the first snapshot

  /** Takes the number of the network's parameters. */
  constructor(parameters: number) {
    const fitting = Math.floor(MAX_BYTES / (8 * parameters));
    this._maxSnapshots = Math.max(MIN_SNAPSHOTS, Math.min(MAX_SNAPSHOTS, fitting));
  }

  /** The first step that the run can return to. */
  get first(): number {
    return this._snapshots[0].steps;
  }

  /** Forgets everything and starts with the present state. */
  begin(now: Snapshot, settings: RunSettings): void {
    this._unused.push(...this._snapshots.splice(0));
    this._interval = FIRST_INTERVAL;
    this._add(now);
    this._changes = [{ steps: now.steps, settings }];
  }

  /** Keeps the present state if a snapshot is due. */
  offer(now: Snapshot): void {
    if (now.steps % this._interval !== 0 || now.steps <= this._snapshots[this._snapshots.length - 1].steps) return;
    if (this._snapshots.length === this._maxSnapshots) this._dropEverySecond();
    if (now.steps % this._interval === 0) this._add(now);
  }

  /** Remembers settings from a step on and forgets everything after it. Returns false if memory is full. */
  change(steps: number, settings: RunSettings): boolean {
    const [snapshots, changes] = [this._snapshots, this._changes];
    while (snapshots[snapshots.length - 1].steps > steps) this._unused.push(snapshots.pop()!);
    while (changes.length > 0 && changes[changes.length - 1].steps >= steps) changes.pop();
    changes.push({ steps, settings });
    const data = new Set(changes.map((each) => each.settings.data));
    const points = [...data].reduce((sum, each) => sum + (each?.labels.length ?? 0), 0);
    return changes.length <= MAX_CHANGES && points <= MAX_POINTS;
  }

  /** Returns the last snapshot at or before a step; the first one if that is later. */
  snapshotAt(steps: number): Snapshot {
    return lastUpTo(this._snapshots, steps);
  }

  /** Returns the settings in use from a step on. */
  settingsAt(steps: number): RunSettings {
    return lastUpTo(this._changes, steps).settings;
  }

  /** Returns the step of the first change after a step; Infinity if there is none. */
  nextChange(steps: number): number {
    return this._changes.find((change) => change.steps > steps)?.steps ?? Infinity;
  }

  private _add(now: Snapshot): void {
    const snapshot = this._unused.pop() ?? createSnapshot(now.parameters.length);
    copySnapshot(now, snapshot);
    this._snapshots.push(snapshot);
  }

  /** Keeps the first snapshot and those at multiples of the doubled interval. */
  private _dropEverySecond(): void {
    this._interval *= 2;
    for (const [k, snapshot] of this._snapshots.splice(0).entries()) {
      const stays = k === 0 || snapshot.steps % this._interval === 0;
      (stays ? this._snapshots : this._unused).push(snapshot);
    }
  }
}

/** Returns the last item at or before a step; the first one if that is later. Items are ascending. */
function lastUpTo<T extends { readonly steps: number }>(items: readonly T[], steps: number): T {
  let k = items.length - 1;
  while (k > 0 && items[k].steps > steps) k--;
  return items[k];
}
