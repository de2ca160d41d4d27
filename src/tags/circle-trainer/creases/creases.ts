import { html, type TemplateResult } from 'lit';
import { durations } from '../../../page/timing.js';
import type { LocalPoint } from '../../../page/pointer-controller.js';
import type { StringsController } from '../../../page/strings-controller.js';
import type { TrainingRun } from '../../../model/training-run.js';
import { Creases } from '../../../core/inspect/creases.js';
import { hiddenCount, hiddenNeuron, sumOutgoingWeights } from '../../../core/inspect/hidden-neurons.js';
import { cellCentres, type Network } from '../../../core/index.js';
import { NeuronContributions } from '../../../core/inspect/contributions.js';
import { nearestCrease } from './picture.js';
import type { CreasedPicture } from '../picture.js';
import type { Box } from '../../../draw/types.js';
import { choiceField } from '../../../ui/fields.js';
import type { PlanePlace } from '../../../ui/probe.js';
import { REACH, type Tooltip } from '../../../ui/tooltip.js';
import { slider } from '../../../ui/slider.js';

export interface CreasesOptions {
  readonly run: TrainingRun;
  readonly strings: StringsController;
  readonly tooltip: Tooltip;
  /** Cells a side of the grid on which a neuron's share is shown. */
  readonly grid: () => number;
  /** Where a place of the plane is in the picture, once there is one. */
  readonly place: (at: PlanePlace) => LocalPoint | undefined;
  /** Another neuron is looked at by a control. */
  readonly onChoice: () => void;
}

/** Where hidden neurons fold, and what the one that is pointed at, or chosen by a control, adds to the output. */
export class TrainerCreases {
  private readonly _options: CreasesOptions;
  private readonly _creases = new Creases();
  private readonly _shares = new NeuronContributions();
  private _signs = new Float64Array(0);
  private _centres: Float64Array = new Float64Array(0);
  private _values = new Float64Array(0); // what the chosen one adds in each cell
  private _most = 0; // the largest of them, with its sign
  private _mostAt: PlanePlace = [0, 0];
  private _pointed = -1;
  private _at: PlanePlace = [0, 0]; // pointed at
  private _held = -1; // by a control
  private _quiet = false; // that control is unseen until it has the focus, and holds nothing then
  private _focused = false;
  private _writtenAt = -Infinity;
  private readonly _here = new Float64Array(2);
  private readonly _share = new Float64Array(1);

  constructor(options: CreasesOptions) {
    this._options = options;
  }

  /** To the crease near a point of the picture, which is at a place of the plane; returns whether there is one. */
  point(point: LocalPoint, at: PlanePlace, box: Box): boolean {
    const found = nearestCrease(this._creases, box, point.x, point.y, REACH);
    if (found < 0 || found >= this._count) return false; // they may be of a larger network, drawn a moment ago
    this._pointed = found;
    this._at = at;
    this._look(this._pointed);
    this._options.tooltip.show(point, this._tell());
    return true;
  }

  /** The pointer has left them; returns whether it was on one. */
  leave(): boolean {
    if (this._pointed < 0) return false;
    this._pointed = -1;
    this._options.tooltip.hide();
    return true;
  }

  /** What is to be drawn of the network as it is now. */
  picture(): CreasedPicture {
    const network = this._network;
    this._creases.trace(network);
    this._sign(network);
    const chosen = this._chosen;
    if (chosen >= 0) this._look(chosen);
    return { creases: this._creases, signs: this._signs, chosen, shares: this._values, most: Math.abs(this._most) };
  }

  /** The picture has moved on: other numbers may be due at `now`, in ms; Infinity for the last ones. */
  follow(now: number): void {
    if (this._chosen < 0 || now - this._writtenAt < durations.numbers) return;
    if (now < Infinity) this._writtenAt = now;
    this._options.tooltip.rewrite(this._tell());
  }

  describe(): string {
    const { run, strings } = this._options;
    if (this._creases.count === 0) this._creases.trace(run.trainer!.network);
    return strings.text('creasesNow', { count: strings.number(this._creases.count) });
  }

  /** A slider over the picture, unseen until it has the focus. */
  quietSlider(): TemplateResult {
    const { strings } = this._options;
    this._quiet = true;
    const held = this._heldNow;
    const text = held < 0 ? strings.text('none') : this._network.layers.length > 3 ? this._name(held) : strings.number(held + 1);
    return html`<div class="sliders" @focusin=${() => this._focus(true)} @focusout=${() => this._focus(false)}>${slider({
      name: strings.text('neuron'), min: 0, max: this._count, step: 1, value: held + 1, stretches: Math.min(this._count, 16), classes: 'quiet', text,
      spoken: held < 0 ? text : this._tellMost(held), onInput: (to) => this._hold(to - 1),
    })}</div>`;
  }

  /** The same as a field of a toolbar. */
  field(): TemplateResult {
    const { strings } = this._options;
    this._quiet = false;
    const choices = ['-1', ...Array.from({ length: this._count }, (_, k) => String(k))];
    return choiceField({
      name: strings.text('neuron'), value: String(this._heldNow), choices,
      nameOf: (choice) => (choice === '-1' ? strings.text('none') : this._name(Number(choice))), onInput: (choice) => this._hold(Number(choice)),
    });
  }

  private get _network(): Network {
    return this._options.run.trainer!.network;
  }

  private get _count(): number {
    return hiddenCount(this._network);
  }

  /** Another network may have fewer neurons. */
  private get _heldNow(): number {
    return this._held < this._count ? this._held : -1;
  }

  private get _chosen(): number {
    return this._pointed >= 0 && this._pointed < this._count ? this._pointed : this._quiet && !this._focused ? -1 : this._heldNow;
  }

  private _focus(focused: boolean): void {
    this._focused = focused;
    this._showHeld();
  }

  private _hold(number: number): void {
    this._held = number;
    this._showHeld();
  }

  private _showHeld(): void {
    const { tooltip, place, onChoice } = this._options;
    if (this._chosen < 0) {
      tooltip.hide();
    } else {
      this._look(this._chosen);
      const point = place(this._mostAt);
      if (point) tooltip.show(point, this._tell());
    }
    onChoice();
  }

  /** Works out what a neuron adds in each cell, and where most. */
  private _look(number: number): void {
    const grid = this._options.grid();
    if (this._values.length !== grid * grid) {
      this._centres = cellCentres(grid);
      this._values = new Float64Array(grid * grid);
    }
    const { _values: values, _centres: centres } = this;
    this._shares.compute(this._network, hiddenNeuron(this._network, number), centres, values);
    let most = 0;
    for (let k = 1; k < values.length; k++) if (Math.abs(values[k]) > Math.abs(values[most])) most = k;
    this._most = values[most];
    this._mostAt = [centres[2 * most], centres[2 * most + 1]];
  }

  /** Whether each neuron raises or lowers what comes after it, by and large. */
  private _sign(network: Network): void {
    const { layers } = network;
    if (this._signs.length !== this._count) this._signs = new Float64Array(this._count);
    const at = { layer: 1, index: 0 };
    for (let k = 0; at.layer < layers.length - 1; at.layer++) {
      for (at.index = 0; at.index < layers[at.layer]; at.index++) this._signs[k++] = sumOutgoingWeights(network, at);
    }
  }

  private _name(number: number): string {
    const { strings } = this._options;
    const { layer, index } = hiddenNeuron(this._network, number);
    const name = strings.text('neuronNumber', { number: strings.number(index + 1) });
    return this._network.layers.length > 3 ? `${strings.text('layerNumber', { number: strings.number(layer) })}, ${name}` : name;
  }

  private _tell(): string {
    const { strings } = this._options;
    const chosen = this._chosen;
    if (this._pointed < 0) return this._tellMost(chosen);
    this._here.set(this._at);
    this._shares.compute(this._network, hiddenNeuron(this._network, chosen), this._here, this._share);
    return strings.text('neuronAdds', { neuron: this._name(chosen), value: strings.format(this._share[0], 2), most: strings.format(this._most, 2) });
  }

  private _tellMost(number: number): string {
    const { strings } = this._options;
    this._look(number);
    return strings.text('neuronAddsMost', { neuron: this._name(number), most: strings.format(this._most, 2) });
  }
}
