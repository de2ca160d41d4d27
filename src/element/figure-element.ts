import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { boolean } from '../attrs/boolean.js';
import type { Size, Theme } from '../draw/types.js';
import { announcerOf, type Announcer, type Speaker } from '../page/announcer.js';
import { CanvasController, type CanvasHost } from '../page/canvas-controller.js';
import { FocusController } from '../page/focus-controller.js';
import { FullScreenController } from '../page/full-screen-controller.js';
import { keepOwnClicks } from '../page/own-clicks.js';
import { keepOwnDrags } from '../page/own-drags.js';
import { keepOwnKeys } from '../page/own-keys.js';
import { PointerController, pointerStyles } from '../page/pointer-controller.js';
import { shorten } from '../page/warnings.js';
import { buttonStyles } from '../ui/buttons.js';
import { sliderStyles } from '../ui/slider.js';
import { Tooltip, tooltipStyles } from '../ui/tooltip.js';
import { markup } from './markup.js';
import { attribute, NnElement } from './nn-element.js';

/** The parts of a figure. */
interface FigureParts {
  /** Accessible name; it stays the same while what is shown changes. */
  readonly name: string;
  /** Returns a description of the present picture. Called once the picture is there, then at each update. */
  readonly description: () => string;
  /** Names of what the reader can operate, in the order of the Tab key; the description ends with them. */
  readonly operable?: readonly string[];
  /** What the reader must know to read the picture right; stands under it, and before its description. */
  readonly note?: string;
  /** Further class names of the box that has the picture's proportions. */
  readonly classes?: string;
  /** On the picture, within that box. */
  readonly over?: TemplateResult;
  /** Under it. */
  readonly under?: TemplateResult;
  /** Under that, where there are `controls`. */
  readonly toolbar?: TemplateResult;
}

/**
 * An element with a picture: a canvas with a name and a description, or its own content where there is no canvas. The
 * picture is pointed at: the element has the methods of `PointerHost` for the gestures that it answers.
 */
export abstract class FigureElement extends NnElement implements CanvasHost {
  static override styles = [
    ...NnElement.styles,
    pointerStyles,
    buttonStyles,
    sliderStyles,
    tooltipStyles,
    css`
      .all {
        zoom: var(--_reader, 1); /* a reader's larger font is one for the whole figure, picture and controls alike */
        font-style: normal; font-variant: normal; font-variant-numeric: tabular-nums; letter-spacing: normal;
        word-spacing: normal; text-align: start; text-indent: 0; text-transform: none; text-shadow: none;
        white-space: normal;
      }
      /* Who selects all and copies takes what is written, not what is operated. */
      button, [part='slider'], [part='toolbar'], .tooltip, .voice { -webkit-user-select: none; user-select: none; }
      input, textarea, .tables { -webkit-user-select: text; user-select: text; }
      .measure { position: relative; inline-size: min(100%, var(--_column, 100%)); block-size: 0; visibility: hidden; }
      .measure .font { position: absolute; inline-size: 0; block-size: 1rem; }
      .under {
        --_plate: transparent; /* buttons beside a picture need none */
        zoom: var(--_grow, 1); /* words under a picture are as large as those in it */
        contain: inline-size; /* the picture alone says how wide a box is that shrinks to fit */
        font-size: 13px; line-height: 1.4; color: var(--_ink, currentcolor); -webkit-text-fill-color: currentcolor;
      }
      .under > .note { margin: 4px 0; text-align: center; color: var(--_muted, currentcolor); }
      :host(:fullscreen) { --_column: var(--_natural); }
      :host(:fullscreen) .all { position: absolute; inset: 0; overflow: hidden; }
      :host(:fullscreen) .whole {
        position: absolute; inset-block-start: 50%; left: 50%; inline-size: min(100%, var(--_natural));
        transform: translate(-50%, -50%) scale(var(--_fit, 1));
      }
      .plate, .plate .whole { position: relative; }
      :host(:fullscreen) .all::before, .plate::before {
        content: ''; position: absolute; inset: 0; background: var(--_paper, Canvas);
      }
      .voice {
        position: absolute; inline-size: 1px; block-size: 1px; margin: 0;
        overflow: hidden; clip-path: inset(50%); white-space: nowrap;
      }
    `,
  ];

  /** Shows a toolbar under the picture. */
  @attribute(boolean) controls!: boolean;

  /** @internal */
  readonly canvas = new CanvasController(this);
  /** @internal */
  readonly tooltip = new Tooltip(this);
  private _noContext = false;
  private _isMeasured = false;
  private _description = (): string => '';
  private _operable: readonly string[] = [];
  private _known: readonly string[] | undefined; // sentences that were announced last, or could be read before that
  private readonly _speaker: Speaker = {
    speak: () => this._voice?.replaceChildren(this._news()),
    hush: () => this._voice?.replaceChildren(),
  };

  constructor() {
    super();
    new PointerController(this);
    new FocusController(this);
    new FullScreenController(this, () => this.canvas.look());
    for (const type of ['click', 'input', 'nn-input']) {
      this.addEventListener(type, () => {
        this._known ??= this.strings.sentencesOf(this._place?.textContent ?? '');
        this._announcer?.operated(this._speaker);
      });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._announcer?.forget(this._speaker);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    for (const keep of [keepOwnKeys, keepOwnDrags, keepOwnClicks]) keep(root);
    return root;
  }

  protected override update(changed: PropertyValues<this>): void {
    takeTextBack(this.renderRoot);
    super.update(changed);
  }

  protected override updated(): void {
    super.updated();
    this._writeDescription();
    this.refresh();
  }

  /**
   * Returns the picture as it is now, on the page's ground, as a file of this MIME type; null while there is none, as
   * before the element has a size.
   */
  async toBlob(type = 'image/png'): Promise<Blob | null> {
    await this.arrival();
    await this.updateComplete;
    const canvas = this.canvas.drawOnGround();
    return canvas ? new Promise((resolve) => canvas.toBlob(resolve, type)) : null;
  }

  /** Returns the HTML of this picture: the tag with the values in use that are not the defaults. */
  async toHtml(): Promise<string> {
    return markup(this.localName, this.attributesInUse());
  }

  /** Waits until the run that is shown has come to the step that it is going to. */
  protected arrival(): Promise<void> {
    return Promise.resolve();
  }

  /**
   * The canvas, once rendered.
   * @internal
   */
  get surface(): HTMLCanvasElement | null {
    return this.renderRoot?.querySelector('canvas') ?? null;
  }

  /**
   * CSS pixels for one pixel of the picture.
   * @internal
   */
  get pictureScale(): number {
    return this.canvas.scale;
  }

  /**
   * Draws with the values in use. No layout reads.
   * @internal
   */
  abstract paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void;

  /** Called after each update. By default it draws the picture again. */
  protected refresh(): void {
    this.canvas.redraw();
  }

  /**
   * Announces a change that the reader did not cause just now, such as the end of a run.
   * @internal
   */
  announce(): void {
    this._announcer?.changed(this._speaker);
  }

  /**
   * Reports a state, or what goes with one, that cannot be set.
   * @internal
   */
  reportState(value: unknown, problem: string): void {
    this.report({ code: 'state', attribute: '', value, used: undefined, fatal: false },
      `${problem}; nothing has changed.`);
  }

  /** Renders a figure of these parts. */
  protected figure(parts: FigureParts): TemplateResult {
    const { name, description, operable = [], note, classes = '', over, under, toolbar } = parts;
    this._description = note ? () => this.strings.sentences(note, description()) : description;
    this._operable = operable;
    return html`
      <div class="measure"><div class="measure font"></div></div>
      <div class="all" lang=${this.strings.lang} ?hidden=${this._noContext}>
        <div class="whole">
          <div class="figure ${classes}" part="figure">
            ${this.canvas.render(this.label || name, 'description')}
            ${over ?? nothing}
            <p id="description" hidden></p>
            <p class="voice" role="status"></p>
            ${this.tooltip.render()}
          </div>
          ${note || under || toolbar ? html`
            <div class="under">${note ? html`<p class="note">${note}</p>` : nothing}${
              under ?? nothing}${toolbar ?? nothing}</div>` : nothing}
        </div>
      </div>
      <div ?hidden=${!this._noContext}><slot></slot></div>`;
  }

  /** @internal */
  onBadToken(token: string, text: string): void {
    this.report({ code: 'theme', attribute: token, value: text, used: '', fatal: false },
      `${token}: "${shorten(text)}" is not a colour; the default is used.`);
  }

  /** @internal */
  onNoContext(): void {
    this._noContext = true;
    this.requestUpdate();
    this.report({ code: 'no-context', attribute: '', value: null, used: null, fatal: true },
      'has no 2D canvas here; its content is shown instead.');
  }

  /**
   * The first description costs as much as the first picture: scores, and the browser's table of number formats.
   * @internal
   */
  onMeasured(): void {
    setTimeout(() => {
      this._isMeasured = true;
      this._writeDescription();
    });
  }

  private get _announcer(): Announcer | undefined {
    const view = this.ownerDocument.defaultView;
    return view ? announcerOf(view) : undefined;
  }

  private get _voice(): Element | null {
    return this.renderRoot.querySelector('.voice');
  }

  private get _place(): Element | null {
    return this.renderRoot.querySelector('#description');
  }

  /** Returns the sentences of the description that are not known yet, which are then. */
  private _news(): string {
    const { sentences, sentencesOf } = this.strings;
    const [known, now] = [this._known ?? [], sentencesOf(this._description())];
    this._known = now;
    return sentences(...now.filter((sentence) => !known.includes(sentence)));
  }

  private _writeDescription(): void {
    const { _place: place, _operable: operable, strings } = this;
    if (!this._isMeasured || !this.isConnected || !place) return;
    const description = this._description();
    const text = description === '' || operable.length === 0 ? description
      : strings.sentences(description, strings.text('operable', { names: strings.list(operable) }));
    if (place.textContent !== text) place.textContent = text;
  }
}

/**
 * Makes plain text again of what a translator of pages has put into elements of its own. Lit writes a changed text into
 * the node after its marker: beside such an element the old text would stay.
 */
function takeTextBack(root: ParentNode): void {
  for (const font of root.querySelectorAll('font')) font.replaceWith(font.textContent!);
}
