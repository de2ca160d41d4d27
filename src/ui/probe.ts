import { html, type ReactiveElement, type TemplateResult } from 'lit';
import { clamp } from '../attrs/number.js';
import { durations } from '../page/timing.js';
import type { LocalPoint } from '../page/pointer-controller.js';
import type { StringsController } from '../page/strings-controller.js';
import type { NnInputDetail } from '../page/events.js';
import { sliderField } from './fields.js';
import type { Tooltip } from './tooltip.js';
import { slider } from './slider.js';

/** A place of the plane, within [−1, 1]². */
export type PlanePlace = readonly [x: number, y: number];

export interface PointProbeOptions {
  readonly strings: StringsController;
  readonly tooltip: Tooltip;
  /** What lies under a point of the picture, if anything. */
  readonly find: (point: LocalPoint) => PlanePlace | undefined;
  /** Where it is in the picture, once there is one. */
  readonly place: (at: PlanePlace) => LocalPoint | undefined;
  /** The numbers. */
  readonly tell: (at: PlanePlace) => string;
}

/** Where the plane is the whole picture, or all but some pixels `below` it. */
export function wholePicture(host: { readonly surface: HTMLElement | null | undefined }, below = (): number => 0): Pick<PointProbeOptions, 'find' | 'place'> {
  return {
    find: ({ x, y }) => {
      const { clientWidth: width, clientHeight } = host.surface!;
      const height = clientHeight - below();
      return y > height ? undefined : [(2 * x) / width - 1, 1 - (2 * y) / height];
    },
    place: ([x, y]) => {
      const found = host.surface;
      return found ? { x: ((x + 1) / 2) * found.clientWidth, y: ((1 - y) / 2) * (found.clientHeight - below()) } : undefined;
    },
  };
}

/** Hundredths are what the sliders go by. */
const rounded = (at: number): number => Math.round(clamp(at, { min: -1, max: 1 }) * 100) / 100 + 0;

/**
 * A place of the plane whose numbers stand beside it while a pointer, or the focus of one of its sliders,
 * is on it. A slider's move is told of as `nn-input` of the host; what a pointer passes over is not.
 */
export class PointProbe {
  private readonly _host: ReactiveElement;
  private readonly _options: PointProbeOptions;
  private _at: PlanePlace = [0, 0]; // of the sliders
  private _shown: PlanePlace | undefined; // by them, or by a pointer
  private _spoken = ''; // a slider speaks when the reader comes to it or moves it, whatever else moves
  private _writtenAt = -Infinity;

  constructor(host: ReactiveElement, options: PointProbeOptions) {
    this._host = host;
    this._options = options;
  }

  /** Where its sliders are. */
  get at(): PlanePlace {
    return this._at;
  }

  readonly onHover = (point: LocalPoint | undefined): void => {
    if (point) this.point(point);
    else this.hide();
  };

  /** To what lies under a point of the picture. */
  point(point: LocalPoint): void {
    const found = this._options.find(point);
    if (found) this._show([rounded(found[0]), rounded(found[1])]);
    else this.hide();
  }

  readonly hide = (): void => {
    if (!this._shown) return;
    this._shown = undefined;
    this._options.tooltip.hide();
  };

  /** Another has taken its place beside the picture. */
  forget(): void {
    this._shown = undefined;
  }

  /** What is shown has moved on: other numbers may be due at `now`, in ms; Infinity for the last ones. */
  follow(now: number): void {
    if (!this._shown || now - this._writtenAt < durations.numbers) return;
    if (now < Infinity) this._writtenAt = now;
    this._options.tooltip.rewrite(this._options.tell(this._shown));
  }

  /** The picture is another one: what is shown lies elsewhere, or says something else. */
  again(): void {
    if (this._shown) this._show(this._shown);
  }

  /** Sliders over the picture, unseen until they have the focus, in a group that is named for what is told. */
  quietSliders(name: string): TemplateResult {
    return html`<div class="sliders" role="group" aria-label=${name} @focusin=${this._speak} @focusout=${this.hide}>${this._sliders(slider)}</div>`;
  }

  /** The same as fields of a toolbar. */
  fields(name: string): TemplateResult {
    this._spoken ||= this._options.tell(this._at);
    return html`
      <fieldset @focusin=${this._speak} @focusout=${this.hide}><legend>${name}</legend>
        <div class="pair">${this._sliders(sliderField)}</div>
      </fieldset>`;
  }

  private _show(at: PlanePlace): void {
    this._shown = at;
    const point = this._options.place(at);
    if (point) this._options.tooltip.show(point, this._options.tell(at));
  }

  private _sliders(make: typeof slider): TemplateResult[] {
    const [x, y] = this._at;
    // No words before anybody comes to it: the browser's first table of number formats costs as much as the first picture.
    const text = (value: number): string => (this._spoken === '' ? '' : this._options.strings.format(value, 2));
    const options = { min: -1, max: 1, step: 0.01, stretches: 2, classes: 'quiet', spoken: this._spoken };
    return [
      make({ ...options, name: 'x', value: x, text: text(x), onInput: (to) => this._look(to, this._at[1]) }),
      make({ ...options, name: 'y', value: y, text: text(y), onInput: (to) => this._look(this._at[0], to) }),
    ];
  }

  private readonly _speak = (): void => {
    this._show(this._at);
    this._spoken = this._options.tell(this._at);
    this._host.requestUpdate();
  };

  private _look(x: number, y: number): void {
    this._at = [rounded(x), rounded(y)];
    this._speak();
    const detail: NnInputDetail = { x: this._at[0], y: this._at[1] };
    this._host.dispatchEvent(new CustomEvent('nn-input', { detail, bubbles: true, composed: true }));
  }
}
