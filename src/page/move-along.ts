import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CanvasController } from './canvas-controller.js';
import { clockOf, type Clock, type Picture, type Unit } from './clock.js';

/**
 * Lets a unit move while a picture can be seen that is drawn with another unit: what moves a view by
 * itself, while the view's picture belongs to the model it shows.
 */
export class MoveAlong implements ReactiveController, Picture {
  /** The other unit draws. */
  readonly stale = false;
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private readonly _canvas: CanvasController;
  private readonly _unit: Unit;
  private _clock: Clock | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, canvas: CanvasController, unit: Unit) {
    this._host = host;
    this._canvas = canvas;
    this._unit = canvas.along = unit;
    host.addController(this);
  }

  get visible(): boolean {
    return this._canvas.visible;
  }

  hostConnected(): void {
    const view = this._host.ownerDocument.defaultView;
    if (!view) return;
    this._clock = clockOf(view);
    this._unit.pictures.add(this);
    this._clock.add(this._unit);
  }

  hostDisconnected(): void {
    this._unit.pictures.delete(this);
    this._clock?.delete(this._unit);
    this._clock = undefined;
  }

  draw(): void {
    // there is nothing of its own
  }
}
