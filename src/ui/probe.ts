import { html, type ReactiveElement, type TemplateResult } from 'lit';
import { clamp } from '../attrs/number.js';
import { planePlot, type Plot } from '../draw/plot.js';
import type { Size } from '../draw/types.js';
import type { NnInputDetail } from '../page/events.js';
import type { LocalPoint } from '../page/pointer-controller.js';
import type { StringsController } from '../page/strings-controller.js';
import { durations, Throttle } from '../page/timing.js';
import { sliderField } from './fields.js';
import { slider } from './slider.js';
import type { Tooltip } from './tooltip.js';

/** Plane coordinates, within [−1, 1]². */
export type PlanePlace = readonly [x: number, y: number];

/** A picture of the plane with numbers at each place. */
export interface ProbedPicture {
  /** Returns the plane coordinates at a point of the picture; undefined outside the plane. */
  placeAt(point: LocalPoint): PlanePlace | undefined;
  /** Returns the point of the picture at plane coordinates; undefined before there is a picture. */
  pointOf(place: PlanePlace): LocalPoint | undefined;
  /** Returns the numbers at plane coordinates, as text. */
  describe(place: PlanePlace): string;
}

interface ProbeHost extends ReactiveElement {
  readonly strings: StringsController;
  readonly tooltip: Tooltip;
}

/** Returns the map of a picture of this size that the plane fills, all but a strip `below` it. */
export function wholePicture(
  size: () => Pick<Size, 'width' | 'height'>, below = (): number => 0,
): Omit<ProbedPicture, 'describe'> {
  const plot = (): Plot => planePlot({ x: 0, y: 0, width: size().width, height: size().height - below() });
  return {
    placeAt: ({ x, y }) => {
      const plane = plot();
      return y > plane.box.height ? undefined : [plane.xAt(x), plane.yAt(y)];
    },
    pointOf: ([x, y]) => {
      const plane = plot();
      return plane.box.width > 0 ? { x: plane.x(x), y: plane.y(y) } : undefined;
    },
  };
}

/** Returns the coordinate that a reader can choose nearest to this one: hundredths, the step of the sliders. */
export const chosenCoordinate = (value: number): number =>
  Math.round(clamp(value, { min: -1, max: 1 }) * 100) / 100 + 0;

/**
 * Shows the numbers at a place of the plane beside it, while a pointer is there or one of the probe's sliders has
 * the focus. A slider fires `nn-input` from the host when it is moved; a pointer fires nothing.
 */
export class PointProbe {
  private readonly _host: ProbeHost;
  private readonly _picture: ProbedPicture;
  private _at: PlanePlace; // of the sliders
  private _shown: PlanePlace | undefined; // by the sliders or a pointer
  private _spoken = ''; // changes when the reader comes to a slider or moves it, not when the picture changes
  private readonly _numbers = new Throttle();

  constructor(host: ProbeHost, picture: ProbedPicture, at: PlanePlace = [0, 0]) {
    this._host = host;
    this._picture = picture;
    this._at = at;
  }

  /** The place that the sliders are set to. */
  get at(): PlanePlace {
    return this._at;
  }

  readonly onHover = (point: LocalPoint | undefined): void => {
    if (point) this.showAt(point);
    else this.hide();
  };

  /** Shows the numbers under a point of the picture. */
  showAt(point: LocalPoint): void {
    const place = this._picture.placeAt(point);
    if (place) this._show([chosenCoordinate(place[0]), chosenCoordinate(place[1])]);
    else this.hide();
  }

  readonly hide = (): void => {
    if (!this._shown) return;
    this._shown = undefined;
    this._host.tooltip.hide();
  };

  /** Leaves the tooltip to somebody else who has written into it. */
  forget(): void {
    this._shown = undefined;
  }

  /** Writes new numbers in the same place, if they are due at `now` in ms; Infinity for the last ones. */
  updateNumbers(now: number): void {
    if (this._shown && this._numbers.isDue(now, durations.numbers)) {
      this._host.tooltip.rewrite(this._picture.describe(this._shown));
    }
  }

  /** Follows the place to where it lies in a picture that has changed. */
  refresh(): void {
    if (this._shown) this._show(this._shown);
  }

  /** Renders the sliders over the picture, invisible until they have the focus, in a group of this name. */
  keyboardSliders(name: string): TemplateResult {
    return html`<div class="sliders" role="group" aria-label=${name} @focusin=${this._speak} @focusout=${this.hide}>${
      this._sliders(slider)}</div>`;
  }

  /** Renders the same sliders as fields of a toolbar. */
  fields(name: string): TemplateResult {
    this._spoken ||= this._picture.describe(this._at);
    return html`
      <fieldset @focusin=${this._speak} @focusout=${this.hide}><legend>${name}</legend>
        <div class="pair">${this._sliders(sliderField)}</div>
      </fieldset>`;
  }

  private _show(place: PlanePlace): void {
    this._shown = place;
    const point = this._picture.pointOf(place);
    if (point) this._host.tooltip.show(point, this._picture.describe(place));
  }

  private _sliders(render: typeof slider): TemplateResult[] {
    const [x, y] = this._at;
    return [
      this._slider(render, 'x', x, (value) => this._moveTo(value, this._at[1])),
      this._slider(render, 'y', y, (value) => this._moveTo(this._at[0], value)),
    ];
  }

  private _slider(
    render: typeof slider, name: string, value: number, onInput: (value: number) => void,
  ): TemplateResult {
    // No text before anybody comes to it: a browser's first number format costs as much as the first picture.
    const text = this._spoken === '' ? '' : this._host.strings.format(value, 2);
    const spoken = this._spoken;
    return render({ min: -1, max: 1, step: 0.01, stretches: 2, classes: 'quiet', spoken, name, value, text, onInput });
  }

  private readonly _speak = (): void => {
    this._show(this._at);
    this._spoken = this._picture.describe(this._at);
    this._host.requestUpdate();
  };

  private _moveTo(x: number, y: number): void {
    this._at = [chosenCoordinate(x), chosenCoordinate(y)];
    this._speak();
    const detail: NnInputDetail = { x: this._at[0], y: this._at[1] };
    this._host.dispatchEvent(new CustomEvent('nn-input', { detail, bubbles: true, composed: true }));
  }
}
