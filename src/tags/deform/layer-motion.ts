import type { ReactiveController } from 'lit';
import { clockOf, Unit, type Clock, type Mover, type Picture } from '../../page/clock.js';
import { durations, ease } from '../../page/timing.js';
import type { NnDeform } from './nn-deform.js';

/** The members of an element that it reads and calls to move it from layer to layer. */
type LayerMotionHost =
  Pick<NnDeform, 'addController' | 'canvas' | 'isMotionReduced' | 'lastLayer' | 'layer' | 'onMotion' | 'ownerDocument'>;

/**
 * Moves its host from layer to layer, back and forth, with a rest at each, while the host's picture can be seen.
 * It jumps where the reader asks for less motion, and goes on from where something else moves the host meanwhile.
 *
 * It is a unit of its own on the clock, for the host's picture may belong to the unit of a trainer.
 */
export class LayerMotion implements ReactiveController, Mover {
  readonly unit = new Unit(this);
  private readonly _host: LayerMotionHost;
  private readonly _picture: Picture; // which the other unit draws
  private _clock: Clock | undefined;
  private _isMoving = false;
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

  get moving(): boolean {
    return this._isMoving;
  }

  /** The layer to be written out: a recent one while it moves, so that the number can be read. */
  get written(): number {
    return this._isMoving ? this._written : this._host.layer;
  }

  hostConnected(): void {
    const view = this._host.ownerDocument.defaultView;
    if (!view) return;
    this._clock = clockOf(view);
    this.unit.pictures.add(this._picture);
    this._clock.add(this.unit);
  }

  hostDisconnected(): void {
    this.unit.pictures.delete(this._picture);
    this._clock?.delete(this.unit);
    this._clock = undefined;
  }

  /** Moves on from where the host is, after a rest if `restsFirst`; turns back at an end. */
  start(restsFirst = false): void {
    const { layer, lastLayer } = this._host;
    this._isMoving = lastLayer > 0;
    this._last = lastLayer;
    this._written = this._layer = layer;
    this._aimFrom(layer);
    if (restsFirst) this._to = layer;
  }

  stop(): void {
    this._isMoving = false;
  }

  advance(elapsedMs: number): void {
    const { layer, lastLayer, isMotionReduced } = this._host;
    if (layer !== this._layer || lastLayer !== this._last) this.start();
    const wayMs = isMotionReduced ? 0 : durations.glide * Math.abs(this._to - this._from);
    const restMs = isMotionReduced ? durations.stillRest : durations.rest;
    const isUnderWay = this._passedMs < wayMs || this._passedMs === 0;
    this._passedMs += elapsedMs;
    this._sinceWrittenMs += elapsedMs;
    if (isUnderWay) this._move(wayMs === 0 ? 1 : Math.min(1, this._passedMs / wayMs));
    if (this._isMoving && this._passedMs >= wayMs + restMs) this._aimFrom(this._to);
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

  /** Chooses the next whole layer in the present direction, or in the other at an end. */
  private _aimFrom(layer: number): void {
    if (layer >= this._last) this._isForth = false;
    else if (layer <= 0) this._isForth = true;
    this._from = layer;
    this._to = this._isForth ? Math.min(this._last, Math.floor(layer) + 1) : Math.max(0, Math.ceil(layer) - 1);
    this._passedMs = 0;
  }
}
