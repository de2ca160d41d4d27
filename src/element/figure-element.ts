import { css, html, nothing, type TemplateResult } from 'lit';
import { boolean } from '../attrs/boolean.js';
import { announcerOf, type Announcer, type Speaker } from '../page/announcer.js';
import { CanvasController } from '../page/canvas-controller.js';
import type { Size, Theme } from '../draw/types.js';
import { buttonStyles } from '../ui/buttons.js';
import { Copies, copiesStyles, type Copy } from '../features/toolbar/copy-buttons.js';
import { markup } from './markup.js';
import { attribute, NnElement } from './nn-element.js';
import { Readout, readoutStyles } from '../ui/tooltip.js';
import { sliderStyles } from '../ui/slider.js';
import { disclosure, toolbar, toolbarStyles, type NumbersTable } from '../features/toolbar/toolbar.js';

/** What a figure is made of. */
export interface FigureParts {
  /** Accessible name; it stays the same while what is shown changes. */
  readonly name: string;
  /** Tells what the picture shows now, for those who do not see it. Asked once the picture is there, then at each update. */
  readonly description: () => string;
  /** Further class names of the box that has its proportions. */
  readonly classes?: string;
  /** On the picture, within the box that has its proportions. */
  readonly over?: TemplateResult;
  /** Beneath it. */
  readonly under?: TemplateResult;
  /** Buttons and fields of the toolbar, where there is one. */
  readonly toolbar: () => TemplateResult;
  /** All numbers of the picture, for those who ask for them. */
  readonly numbers: () => readonly NumbersTable[];
  /** Weights and biases as a child object, for those who want to copy them. */
  readonly weights?: () => string;
}

/**
 * An element that is a picture: a canvas with a name and a description, and its own content where no
 * canvas can be had.
 */
export abstract class FigureElement extends NnElement {
  static override styles = [
    ...NnElement.styles,
    buttonStyles,
    sliderStyles,
    ...toolbarStyles,
    copiesStyles,
    readoutStyles,
    css`
      .all { font-variant-numeric: tabular-nums; }
      .under { font-size: 13px; line-height: 1.4; color: var(--_ink, currentcolor); -webkit-text-fill-color: currentcolor; }
      .voice { position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    `,
  ];

  /** Shows a toolbar under the picture. */
  @attribute(boolean) controls!: boolean;

  protected readonly canvas = new CanvasController(this, {
    paint: (ctx, size, theme) => this.paint(ctx, size, theme),
    onBadToken: (token, found) => this.badToken(token, found),
    onNoContext: () => this._onNoContext(),
    onMeasured: () => this._onMeasured(),
  });
  protected readonly readout = new Readout(() => this.renderRoot);
  private readonly _copies = new Copies(this, this.strings);
  private _noContext = false;
  private _measured = false;
  private _numbersOpen = false;
  private _description = (): string => '';
  private readonly _speaker: Speaker = {
    speak: () => this._voice?.replaceChildren(this._description()),
    hush: () => this._voice?.replaceChildren(),
  };

  constructor() {
    super();
    for (const type of ['click', 'input', 'nn-input']) this.addEventListener(type, () => this._announcer?.operated(this._speaker));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._announcer?.forget(this._speaker);
  }

  protected override updated(): void {
    super.updated();
    this._writeDescription();
    this.refresh();
  }

  /** The picture as it is now, as a file of this MIME type, by default PNG; null while there is none, as before it has a size. */
  async toBlob(type = 'image/png'): Promise<Blob | null> {
    await this.updateComplete;
    this.canvas.draw();
    const canvas = this.surface();
    return canvas && canvas.clientWidth > 0 ? new Promise((resolve) => canvas.toBlob(resolve, type)) : null;
  }

  /** The HTML of this very picture: the tag with the values in use that are not the default ones. */
  toHtml(): string {
    return markup(this.localName, this.inHtml([]));
  }

  /** Draws with the values in use. No layout reads. */
  protected abstract paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void;

  /** The element has been updated: by default another picture is due. */
  protected refresh(): void {
    this.canvas.redraw();
  }

  /** What is shown has become something else by itself, as when a run ends. */
  protected announce(): void {
    this._announcer?.changed(this._speaker);
  }

  /** The canvas once it is there, for what points at it. */
  protected readonly surface = (): HTMLCanvasElement | null | undefined => this.renderRoot?.querySelector('canvas');

  /** Nobody will see a picture here. */
  protected refuse(): void {
    // most have nothing to stop
  }

  /** A state, or what goes with one, cannot be set. */
  protected refuseState(value: unknown, problem: string): void {
    this.fail({ code: 'state', attribute: '', value, used: undefined, fatal: false }, `${problem}; nothing has changed.`);
  }

  /** For `render`. */
  protected figure({ name, description, classes = '', over, under, toolbar: tools, numbers, weights }: FigureParts): TemplateResult {
    this._description = description;
    const { strings } = this;
    const bar = this.controls
      ? toolbar(strings.text('controls'), tools(), disclosure(strings.text('numbers'), this._numbersOpen, numbers, (open) => this._onNumbers(open)), this._copies.render(this._toCopy(weights)))
      : undefined;
    return html`
      <div class="all" lang=${this.strings.lang} ?hidden=${this._noContext}>
        <div class="figure ${classes}" part="figure">
          ${this.canvas.render(this.label || name, 'description')}
          ${over ?? nothing}
          <p id="description" hidden></p>
          <p class="voice" role="status"></p>
          ${this.readout.render()}
        </div>
        ${under || bar ? html`<div class="under">${under ?? nothing}${bar ?? nothing}</div>` : nothing}
      </div>
      <div ?hidden=${!this._noContext}><slot></slot></div>`;
  }

  private _toCopy(weights: (() => string) | undefined): Copy[] {
    const { strings } = this;
    const html = { name: strings.text('copyHtml'), text: () => this.toHtml() };
    return weights ? [html, { name: strings.text('copyWeights'), text: weights }] : [html];
  }

  private _onNumbers(open: boolean): void {
    this._numbersOpen = open;
    this.requestUpdate();
  }

  private get _announcer(): Announcer | undefined {
    const view = this.ownerDocument.defaultView;
    return view ? announcerOf(view) : undefined;
  }

  private get _voice(): Element | null {
    return this.renderRoot.querySelector('.voice');
  }

  /** The first words cost as much as the first picture: scores, and the browser's table of number formats. */
  private _onMeasured(): void {
    setTimeout(() => {
      this._measured = true;
      this._writeDescription();
    });
  }

  private _writeDescription(): void {
    const place = this.renderRoot.querySelector('#description');
    if (!this._measured || !this.isConnected || !place) return;
    const text = this._description();
    if (place.textContent !== text) place.textContent = text;
  }

  private _onNoContext(): void {
    this._noContext = true;
    this.refuse();
    this.requestUpdate();
    this.fail({ code: 'no-context', attribute: '', value: null, used: null, fatal: true },
      'has no 2D canvas here; its content is shown instead.');
  }
}
