import { fixture } from '@open-wc/testing';
import { css, html, type TemplateResult } from 'lit';
import { CanvasController } from '../page/canvas-controller.js';
import { IdlePictures, setIdlePictures } from '../page/idle-pictures.js';
import { probeStyles } from '../page/theme.js';
import type { Size, Theme } from '../draw/types.js';
import { defineHost, frames, Host, stub, until } from './host.js';
import { ManualIdleness } from './manual-idleness.js';

/** A call of the painter. */
export interface Painting {
  readonly size: Size;
  readonly theme: Theme;
  readonly scale: readonly [number, number];
  /** The time of its frame, the same for all paintings of a frame. */
  readonly frame: unknown;
}

/** A picture of 200 × 100 CSS pixels that keeps what its controller asks of it. */
export class TestCanvas extends Host {
  static override styles = [probeStyles, css`
    :host { display: block; position: relative; inline-size: 200px; block-size: 100px; }
    canvas { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
  `];

  readonly paintings: Painting[] = [];
  readonly bad: string[] = [];
  noContext = 0;
  onPaint = (_ctx: CanvasRenderingContext2D): void => {};
  readonly controller = new CanvasController(this);

  get canvas(): HTMLCanvasElement {
    return this.renderRoot.querySelector('canvas')!;
  }

  get last(): Painting {
    return this.paintings.at(-1)!;
  }

  paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { a, d } = ctx.getTransform();
    this.paintings.push({ size, theme, scale: [a, d], frame: document.timeline.currentTime });
    this.onPaint(ctx);
  }

  onBadToken(token: string): void {
    this.bad.push(token);
  }

  onNoContext(): void {
    this.noContext++;
  }

  /** Puts it on `page` and waits for its first painting. */
  async showIn(page: HTMLElement): Promise<void> {
    page.append(this);
    await until(() => this.paintings.length > 0);
    await this.settled();
  }

  /** Waits until nothing more is painted. */
  async settled(): Promise<void> {
    for (let before = -1; before !== this.paintings.length;) {
      before = this.paintings.length;
      await frames(6);
    }
  }

  /** Waits until `act` has led to another painting. */
  async repaintedBy(act: () => void): Promise<void> {
    const before = this.paintings.length;
    act();
    await until(() => this.paintings.length > before);
  }

  override render(): TemplateResult {
    return html`<div id="figure">${this.controller.render('A picture', 'description')}</div>`;
  }
}
defineHost(TestCanvas);

/** A part of a page with a picture that is not on it yet, new for each test. */
export interface CanvasPage {
  readonly page: HTMLElement;
  readonly element: TestCanvas;
  /** The page's idle time. */
  readonly idleness: ManualIdleness;
  /** Replaces a property of an object until the test is over. */
  readonly replace: <T extends object, K extends keyof T>(owner: T, name: K, value: T[K]) => void;
  /** Calls back when the test is over. */
  readonly atEnd: (callback: () => void) => void;
}

/** Registers what sets up and cleans up a page for each test of a suite. */
export function canvasPage(): CanvasPage {
  let page: HTMLElement;
  let element: TestCanvas;
  let idleness: ManualIdleness;
  const endings: (() => void)[] = [];
  beforeEach(async () => {
    idleness = new ManualIdleness();
    setIdlePictures(window, new IdlePictures(idleness));
    page = await fixture(html`<div></div>`);
    element = new TestCanvas();
  });
  afterEach(() => {
    for (const end of endings.splice(0).reverse()) end();
    setIdlePictures(window, undefined);
    window.scrollTo(0, 0);
  });
  return {
    get page() {
      return page;
    },
    get element() {
      return element;
    },
    get idleness() {
      return idleness;
    },
    replace: (owner, name, value) => void endings.push(stub(owner, name, value)),
    atEnd: (callback) => void endings.push(callback),
  };
}
