import type { ReactiveController } from 'lit';
import { clockOf, Unit, type Clock, type Mover, type Picture } from '../../page/clock.js';
import { durations, ease } from '../../page/timing.js';
import type { NnDeform } from './nn-deform.js';

/** The members of an element that it reads and calls to move it from layer to layer. */
type LayerMotionHost = Pick<NnDeform,
  | 'addController' | 'canvas' | 'homeAfterPlay' | 'isMotionReduced' | 'lastLayer' | 'mayPlayOnce' | 'onMotion'
  | 'onOnceBegun' | 'onOnceOver' | 'ownerDocument' | 'position'>;

/** From one layer to the next the one time that it plays by itself, in ms: slow enough to follow a fold. */
const SLOW_GLIDE_MS = 1500;
/** Time that the picture has been seen before that. */
const START_DELAY_MS = 500;

/**
 * Moves its host from layer to layer, back and forth, with a rest at each, while the host's picture can be seen.
 * It jumps where the reader asks for less motion, and goes on from where something else moves the host meanwhile.
 *
 * Once, when enough of the picture is first seen, it goes from the input to the last layer by itself, if the host lets
 * it.
 *
 * It is a unit of its own on the clock, for the host's picture may belong to the unit of a trainer.
 */
export class LayerMotion implements ReactiveController, Mover {
  readonly unit = new Unit(this);
  private readonly _host: LayerMotionHost;
  private readonly _picture: Picture; // which the other unit draws
  private _clock: Clock | undefined;
  private _isPlaying = false;
  private _once: 'due' | 'playing' | 'over' = 'due';
  private _stops: number[] = []; // still to come, the one time that it plays by itself
  private _delayMs = START_DELAY_MS;
  private _layer = 0; // where the host is
  private _last = 0;
  private _from = 0;
  private _to = 0;
  private _passedMs = 0; // of the way, then of the rest
  private _isForth = true;
  private _written = 0;
  private _sinceWrittenMs = 0;

  constructor(host: LayerMotionHost) {
    this._host = host;
    this._picture = {
      get visible() { return host.canvas.visible; },
      get prominent() { return host.canvas.prominent; },
      stale: false,
      draw: () => undefined,
    };
    host.canvas.movedBy = this.unit;
    host.addController(this);
  }

  /** Whether it moves now. */
  get playing(): boolean {
    return this._isPlaying;
  }

  get moving(): boolean {
    return this._isPlaying || this.waiting;
  }

  /** Whether it is about to play by itself, once enough of the picture can be seen. */
  get waiting(): boolean {
    return this._once === 'due' && !this._isPlaying && this._host.mayPlayOnce;
  }

  /** The layer to be written out: a recent one while it moves, so that the number can be read. */
  get written(): number {
    return this._isPlaying ? this._written : this._host.position;
  }

  hostConnected(): void {
    const view = this._host.ownerDocument.defaultView;
    if (!view) return;
    this._clock = clockOf(view);
    this.unit.pictures.add(this._picture);
    this._clock.add(this.unit);
  }

  hostUpdated(): void {
    this._clock?.wake(this.unit);
  }

  hostDisconnected(): void {
    this.unit.pictures.delete(this._picture);
    this._clock?.delete(this.unit);
    this._clock = undefined;
  }

  /** Moves on from where the host is, after a rest if `restsFirst`; turns back at an end. */
  start(restsFirst = false): void {
    const { position, lastLayer } = this._host;
    this._once = 'over';
    this._isPlaying = lastLayer > 0;
    this._last = lastLayer;
    this._written = this._layer = position;
    this._aimFrom(position);
    if (restsFirst) this._to = position;
  }

  stop(): void {
    this._once = 'over';
    this._isPlaying = false;
  }

  advance(elapsedMs: number): void {
    if (!this._isPlaying) {
      this._delayMs -= elapsedMs;
      if (this._delayMs <= 0) this._playOnce();
      return;
    }
    const { position, lastLayer, isMotionReduced } = this._host;
    if (position !== this._layer || lastLayer !== this._last) {
      if (this._once === 'playing') return this._host.onOnceOver();
      this.start();
    }
    const wayMs = isMotionReduced ? 0 : this._glideMs * Math.abs(this._to - this._from);
    const restMs = isMotionReduced ? durations.stillRest : durations.rest;
    const isUnderWay = this._passedMs < wayMs || this._passedMs === 0;
    this._passedMs += elapsedMs;
    this._sinceWrittenMs += elapsedMs;
    if (isUnderWay) this._move(wayMs === 0 ? 1 : Math.min(1, this._passedMs / wayMs));
    if (this._isPlaying && this._passedMs >= wayMs + restMs) this._aimFrom(this._to);
  }

  /** From one layer to the next, in ms. */
  private get _glideMs(): number {
    return this._once === 'playing' && this._to > this._from ? SLOW_GLIDE_MS : durations.glide;
  }

  /** Plays from the input to the last layer and on to where the picture is at rest. */
  private _playOnce(): void {
    const { position, lastLayer, homeAfterPlay: home } = this._host;
    this._once = 'playing';
    this._isPlaying = true;
    this._last = lastLayer;
    this._written = this._layer = position;
    this._stops = Array.from({ length: lastLayer + 1 }, (_, layer) => layer);
    if (home !== lastLayer) this._stops.push(home);
    if (position === 0) this._stops.shift();
    this._aimFrom(position);
    this._host.onOnceBegun();
  }

  /** Moves the host to where it is at this share of the time to the next layer. */
  private _move(share: number): void {
    // A whole layer to the bit.
    this._layer = share === 1 ? this._to : this._from + (this._to - this._from) * ease(share);
    if (share === 1 || this._sinceWrittenMs >= durations.numbers) {
      this._written = this._layer;
      this._sinceWrittenMs = 0;
    }
    this._host.onMotion(this._layer);
  }

  /**
   * Chooses the next whole layer in the present direction, or in the other at an end. The one time that it plays by
   * itself it stops at the last of its stops.
   */
  private _aimFrom(layer: number): void {
    this._from = layer;
    this._passedMs = 0;
    if (this._once === 'playing') {
      const next = this._stops.shift();
      if (next === undefined) return this._host.onOnceOver();
      this._to = next;
      return;
    }
    if (layer >= this._last) this._isForth = false;
    else if (layer <= 0) this._isForth = true;
    this._to = this._isForth ? Math.min(this._last, Math.floor(layer) + 1) : Math.max(0, Math.ceil(layer) - 1);
  }
}
