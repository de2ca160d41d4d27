import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { NnCircleTrainer } from '../define/nn-circle-trainer.js';
import { descriptionOf } from './figure-page.js';
import { stub, until } from './host.js';
import type { ManualTiming } from './manual-clock.js';
import { holdPage } from './trainer-page.js';

type Attributes = Readonly<Record<string, string>>;

/** Returns a new element with attributes. */
export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T, attributes: Attributes = {},
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/**
 * Returns a small trainer with the id `demo` and one hidden layer of two, at a steady pace. If it plays, it trains from
 * its first frame on: it does not wait until it has been seen for a while.
 */
export function trainerOf(attributes: Attributes = {}): NnCircleTrainer {
  const trainer = make('nn-circle-trainer', {
    'id': 'demo', 'seed': '7', 'hidden-layers': '2', 'steps-per-frame': '100', 'style': 'inline-size: 120px',
    ...attributes,
  });
  if (!('paused' in attributes)) trainer.play();
  return trainer;
}

/** Returns a list that receives the codes of the errors that an element reports. */
export function errorsOf(element: Element): string[] {
  const codes: string[] = [];
  element.addEventListener('nn-error', (event) => codes.push((event as CustomEvent<{ code: string }>).detail.code));
  return codes;
}

/** Holds the second that a view waits for its trainer: `pass` lets it go by, `release` gives timers back. */
export function holdPatience(): { pass(): void; release(): void } {
  const waits = new Map<number, () => void>();
  const { setTimeout: set, clearTimeout: clear } = window;
  let count = 0;
  const restores = [
    stub(window, 'setTimeout', ((callback: () => void, ms?: number, ...rest: unknown[]): number => {
      if (ms !== 1000) return set(callback, ms, ...rest);
      waits.set(--count, callback); // no id of a real timer
      return count;
    }) as typeof window.setTimeout),
    stub(window, 'clearTimeout', (id) => {
      if (!waits.delete(id as number)) clear(id);
    }),
  ];
  return {
    pass: () => {
      for (const callback of [...waits.values()]) callback();
      waits.clear();
    },
    release: () => restores.forEach((restore) => restore()),
  };
}

/** Calls `draw` with the host of each picture that is drawn, until the returned function is called. */
export function watchDrawing(draw: (host: Element) => void): () => void {
  const { clearRect } = CanvasRenderingContext2D.prototype; // with which each picture begins
  return stub(CanvasRenderingContext2D.prototype, 'clearRect', function (this: CanvasRenderingContext2D, ...box) {
    draw((this.canvas.getRootNode() as ShadowRoot).host);
    clearRect.apply(this, box);
  });
}

/** Calls `write` with each text that is drawn in an element's picture, until the returned function is called. */
export function watchTexts(element: Element, write: (text: string) => void): () => void {
  const canvas = element.shadowRoot!.querySelector('canvas')!;
  const { fillText } = CanvasRenderingContext2D.prototype;
  return stub(CanvasRenderingContext2D.prototype, 'fillText', function (this: CanvasRenderingContext2D, text, ...at) {
    if (this.canvas === canvas) write(text);
    fillText.call(this, text, ...at);
  });
}

/** A page with a clock by hand and held patience, for trainers and their views. It declares its own hooks. */
export class LinkPage {
  holder!: HTMLElement;
  private _held!: ReturnType<typeof holdPage>;
  private _patience!: ReturnType<typeof holdPatience>;

  /** Takes the style of the box that holds the elements. */
  constructor(style = 'inline-size: 320px') {
    beforeEach(async () => {
      this._held = holdPage();
      this._patience = holdPatience();
      this.holder = await fixture<HTMLElement>(html`<div style=${style}></div>`);
    });
    afterEach(() => {
      this._patience.release();
      this._held.release();
    });
  }

  get timing(): ManualTiming {
    return this._held.timing;
  }

  get warnings(): string[] {
    return this._held.warnings;
  }

  /** Lets the second pass that views wait for their trainers. */
  losePatience(): void {
    this._patience.pass();
  }

  /** Ticks until all of them have been drawn. */
  async show(...elements: Element[]): Promise<void> {
    await until(() => {
      if (this.timing.pending) this.timing.tick();
      return elements.every((element) => {
        const canvas = element.shadowRoot?.querySelector('canvas');
        return canvas && (canvas.width !== 300 || canvas.height !== 150);
      });
    }, 'never drawn');
  }

  /** Ticks, without letting time pass, until a view's description holds a text that may change meanwhile. */
  async describes(view: LitElement, text: () => string): Promise<void> {
    const description = (): string => (view.hasUpdated ? descriptionOf(view) : '');
    await until(() => {
      if (this.timing.pending) this.timing.tick(0);
      return text() !== '' && description().includes(text());
    }, `describes "${description()}", not "${text()}"`);
  }

  /** Updates a view, lets the clock draw everything, and waits for what that has changed. */
  async settle(...elements: LitElement[]): Promise<void> {
    for (const { updateComplete } of elements) await updateComplete;
    this.timing.settle(5000);
  }
}
