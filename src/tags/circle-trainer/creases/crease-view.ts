import { css, html, type TemplateResult } from 'lit';
import { indexOfLargest } from '../../../attrs/number.js';
import { cellCentres, type Network } from '../../../core/index.js';
import { NeuronContributions } from '../../../core/inspect/contributions.js';
import { Creases } from '../../../core/inspect/creases.js';
import { hiddenCount, hiddenNeuron, bendOf } from '../../../core/inspect/hidden-neurons.js';
import { SlicedEvaluation } from '../../../core/sliced-evaluation.js';
import { planePlot } from '../../../draw/plot.js';
import { insideFrame } from '../../../draw/style.js';
import type { LocalPoint } from '../../../page/pointer-controller.js';
import { durations, Throttle } from '../../../page/timing.js';
import { choiceField } from '../../../ui/fields.js';
import type { PlanePlace } from '../../../ui/probe.js';
import { slider } from '../../../ui/slider.js';
import { REACH } from '../../../ui/tooltip.js';
import type { NnCircleTrainer } from '../nn-circle-trainer.js';
import type { CreaseLayer } from '../picture.js';
import { creaseLayer, nearestCrease } from './picture.js';

export const creaseStyles = css`
  .captioned { container-type: inline-size; }
  /* Room for three lines, in a narrow picture for five; nn-elements.css reserves it. */
  .caption { min-block-size: 48px; margin: 8px 0 0; font-size: 12px; line-height: 16px; color: var(--_muted); }
  @container (inline-size < 420px) { .caption { min-block-size: 80px; } }
`;

const noShares = new Float64Array(0);

/** Shows where the sum of each hidden neuron is 0, and how much the one that is pointed at or selected adds. */
export class CreaseView {
  private readonly _host: NnCircleTrainer;
  private readonly _creases = new Creases();
  private readonly _contributions = new NeuronContributions();
  private _bends = new Float64Array(0);
  private _centres = new Float64Array(0);
  private _cells: SlicedEvaluation | undefined; // contribution of the chosen neuron in each cell
  private _largest = 0; // of these values in size, with its sign
  private _largestAt: PlanePlace = [0, 0];
  private _pointed = -1; // the neuron that is pointed at
  private _pointedAt = new Float64Array(2);
  private _selected = -1; // by a control
  private _isQuiet = false; // the control is a slider, which shows its selection only while it has the focus
  private _isFocused = false;
  private readonly _numbers = new Throttle();

  constructor(host: NnCircleTrainer) {
    this._host = host;
  }

  /** Shows the contribution of the neuron whose crease is near a point of the picture. Returns whether there is one. */
  pointAt(point: LocalPoint): boolean {
    const box = insideFrame(this._host.squareSize);
    const found = nearestCrease(this._creases, box, point.x, point.y, REACH);
    if (found < 0 || found >= this._count) return false; // the creases drawn may be of a larger network
    this._pointed = found;
    const plane = planePlot(box);
    this._pointedAt = Float64Array.of(plane.xAt(point.x), plane.yAt(point.y));
    this._compute(found);
    this._host.tooltip.show(point, this._text());
    return true;
  }

  /** Forgets the crease that was pointed at. Returns whether there was one. */
  leave(): boolean {
    if (this._pointed < 0) return false;
    this._pointed = -1;
    this._host.tooltip.hide();
    return true;
  }

  /** Returns the layer of the picture for the network as it is now. */
  layer(): CreaseLayer {
    const network = this._network;
    this._creases.trace(network);
    this._computeBends(network);
    const chosen = this._chosen;
    if (chosen >= 0 && !this._compute(chosen)) this._host.canvas.redraw();
    const { _creases: creases, _bends: bends } = this;
    const shares = this._cells?.values ?? noShares;
    return creaseLayer({ creases, bends, chosen, shares, most: Math.abs(this._largest), grid: this._host.grid });
  }

  /** Writes new numbers into the tooltip, if they are due at `now` in ms; Infinity for the last ones. */
  updateNumbers(now: number): void {
    if (this._chosen >= 0 && this._numbers.isDue(now, durations.numbers)) this._host.tooltip.rewrite(this._text());
  }

  describe(): string {
    const { strings } = this._host;
    if (this._creases.count === 0) this._creases.trace(this._network);
    return strings.text('creasesNow', { count: strings.number(this._creases.count) });
  }

  /** Renders what lines, ticks and colours mean, for under the picture. */
  caption(): TemplateResult | undefined {
    if (!this._host.creases) return undefined;
    return html`<div class="captioned"><p class="caption">${this._host.strings.text('creasesCaption')}</p></div>`;
  }

  /** Renders a slider over the picture, invisible until it has the focus. */
  keyboardSlider(): TemplateResult {
    const { strings } = this._host;
    this._isQuiet = true;
    const selected = this._selectedNow;
    const text = selected < 0 ? strings.text('none')
      : this._network.layers.length > 3 ? this._nameOf(selected) : strings.number(selected + 1);
    return html`
      <div class="sliders" @focusin=${() => this._focus(true)} @focusout=${() => this._focus(false)}>${slider({
        name: strings.text('neuron'), min: 0, max: this._count, step: 1, value: selected + 1,
        stretches: Math.min(this._count, 16), classes: 'quiet', text,
        spoken: selected < 0 ? text : this._textOfLargest(selected), onInput: (value) => this._select(value - 1),
      })}</div>`;
  }

  /** Renders a list of the neurons for the toolbar. */
  fields(): TemplateResult {
    const { strings } = this._host;
    this._isQuiet = false;
    return html`<div class="fields"><div class="double">${choiceField({
      name: strings.text('neuron'), value: String(this._selectedNow),
      choices: Array.from({ length: this._count + 1 }, (_, k) => String(k - 1)),
      nameOf: (choice) => (choice === '-1' ? strings.text('none') : this._nameOf(Number(choice))),
      onInput: (choice) => this._select(Number(choice)),
    })}</div></div>`;
  }

  private get _network(): Network {
    return this._host.run.trainer!.network;
  }

  private get _count(): number {
    return hiddenCount(this._network);
  }

  /** The selected neuron, unless the present network has fewer. */
  private get _selectedNow(): number {
    return this._selected < this._count ? this._selected : -1;
  }

  /** The neuron that is shown, or −1. */
  private get _chosen(): number {
    if (this._pointed >= 0 && this._pointed < this._count) return this._pointed;
    return this._isQuiet && !this._isFocused ? -1 : this._selectedNow;
  }

  private _focus(isFocused: boolean): void {
    this._isFocused = isFocused;
    this._showSelected();
  }

  private _select(neuron: number): void {
    this._selected = neuron;
    this._showSelected();
  }

  private _showSelected(): void {
    const { canvas, square, tooltip } = this._host;
    if (this._chosen < 0) {
      tooltip.hide();
    } else {
      this._compute(this._chosen);
      const point = square.pointOf(this._largestAt);
      if (point) tooltip.show(point, this._text());
    }
    canvas.redraw();
    this._host.requestUpdate();
  }

  /**
   * Computes the contribution of a neuron to the output in each cell, of a large network a slice a call, and where it
   * is largest. Returns whether all are of the present network.
   */
  private _compute(neuron: number): boolean {
    const { grid } = this._host;
    if (this._cells?.rowLength !== grid) {
      this._centres = cellCentres(grid);
      this._cells = new SlicedEvaluation(this._centres, grid);
    }
    const { _cells: cells, _centres: centres, _network: network } = this;
    // With the neuron and without it, less quickly than `evaluate`, and twice a frame while the pointer moves.
    const isWhole = cells.compute(network, neuron, 6 * network.parameters.length, (points, out) =>
      this._contributions.compute(network, hiddenNeuron(network, neuron), points, out));
    const largest = indexOfLargest(cells.values);
    this._largest = cells.values[largest];
    this._largestAt = [centres[2 * largest], centres[2 * largest + 1]];
    return isWhole;
  }

  /** Sums the outgoing weights of each neuron: above 0 if it raises the next layer's sums on the whole. */
  private _computeBends(network: Network): void {
    const count = hiddenCount(network);
    if (this._bends.length !== count) this._bends = new Float64Array(count);
    for (let k = 0; k < count; k++) this._bends[k] = bendOf(network, hiddenNeuron(network, k));
  }

  private _nameOf(neuron: number): string {
    const { strings } = this._host;
    const { layer, index } = hiddenNeuron(this._network, neuron);
    const name = strings.text('neuronNumber', { number: strings.number(index + 1) });
    return this._network.layers.length === 3 ? name
      : `${strings.text('layerNumber', { number: strings.number(layer) })}, ${name}`;
  }

  private _text(): string {
    const { strings } = this._host;
    const chosen = this._chosen;
    if (this._pointed < 0) return this._textOfLargest(chosen);
    const value = new Float64Array(1);
    this._contributions.compute(this._network, hiddenNeuron(this._network, chosen), this._pointedAt, value);
    return strings.text('neuronAdds', {
      neuron: this._nameOf(chosen),
      value: strings.format(value[0], 2),
      most: strings.format(this._largest, 2),
    });
  }

  private _textOfLargest(neuron: number): string {
    const { strings } = this._host;
    this._compute(neuron);
    return strings.text('neuronAddsMost', { neuron: this._nameOf(neuron), most: strings.format(this._largest, 2) });
  }
}
