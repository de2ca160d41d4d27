import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../define/nn-circle-trainer.js';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import '../../define/nn-param-view.js';
import type { NnParamView } from '../../define/nn-param-view.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { descriptionOf, pictureOf, slide, slidersOf } from '../../testing/figure-page.js';
import { stub, until } from '../../testing/host.js';
import { FRAME_MS, type ManualTiming } from '../../testing/manual-clock.js';
import { holdPage } from '../../testing/trainer-page.js';

describe('<nn-param-view> linked to a trainer', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;
  let page: HTMLElement;

  beforeEach(async () => {
    ({ timing, warnings, release } = holdPage());
    page = await fixture<HTMLElement>(html`<div style="inline-size: 320px"></div>`);
  });

  afterEach(() => release());

  function make<T extends 'nn-circle-trainer' | 'nn-param-view'>(tag: T, attributes: Record<string, string> = {}): HTMLElementTagNameMap[T] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }
  const trainerOf = (attributes: Record<string, string> = {}): NnCircleTrainer =>
    make('nn-circle-trainer', { id: 'demo', seed: '7', style: 'inline-size: 120px', ...attributes });
  const viewOf = (attributes: Record<string, string> = {}): NnParamView => make('nn-param-view', { for: 'demo', y: '0.4', ...attributes });
  const drawn = (element: Element): boolean => {
    const canvas = element.shadowRoot?.querySelector('canvas');
    return Boolean(canvas) && (canvas!.width !== 300 || canvas!.height !== 150);
  };

  /** Ticks until all of them have been drawn. */
  const show = (...elements: Element[]): Promise<void> => until(() => {
    if (timing.pending) timing.tick();
    return elements.every(drawn);
  }, 'never drawn') as Promise<void>;

  /** The prediction that a view's description tells, and that of a trainer's network. */
  const told = (view: NnParamView): string => /prediction is ([\u2212\d.]+)\./.exec(view.hasUpdated ? descriptionOf(view) : '')?.[1] ?? '';
  const predicted = (trainer: NnCircleTrainer): string => trainer.trainer.network.forward([0, 0.4])[0].toFixed(2).replace('-', '\u2212').replace(/^\u2212(0\.00)$/, '$1');

  /** Until a view tells what a trainer predicts now. */
  const shows = async (view: NnParamView, trainer: NnCircleTrainer): Promise<void> => {
    await until(() => {
      if (timing.pending) timing.tick(0);
      return told(view) !== '' && told(view) === predicted(trainer);
    }, `shows ${told(view)}, not ${predicted(trainer)}`);
  };

  for (const [order, put] of [
    ['before', (trainer: Element, view: Element) => page.append(trainer, view)],
    ['after', (trainer: Element, view: Element) => page.append(view, trainer)],
    ['long after', async (trainer: Element, view: Element) => {
      page.append(view);
      await (view as NnParamView).updateComplete;
      await nextFrame();
      page.append(trainer);
    }],
  ] as const) {
    it(`shows its model where the trainer comes ${order} the view`, async () => {
      const [trainer, view] = [trainerOf({ paused: '' }), viewOf()];
      await put(trainer, view);
      await shows(view, trainer);
      trainer.step(5000);
      await shows(view, trainer);
      expect(warnings).to.deep.equal([]);
    });
  }

  it('shows the same step as another view and the trainer in every one of 300 frames', async () => {
    const trainer = trainerOf();
    const views = [viewOf(), viewOf({ show: 'flow', free: 'x' }), viewOf({ free: 'both' })];
    page.style.inlineSize = '900px';
    page.style.display = 'flex';
    page.append(trainer, ...views);
    await show(trainer, ...views);
    // Each picture begins with a cleared canvas: the step then is what it shows.
    const seen = new Map<Element, number[]>();
    const canvases = new Map([trainer, ...views].map((element) => [element.shadowRoot!.querySelector('canvas')!, element]));
    const { clearRect } = CanvasRenderingContext2D.prototype;
    const restore = stub(CanvasRenderingContext2D.prototype, 'clearRect', function (this: CanvasRenderingContext2D, ...box: [number, number, number, number]) {
      const element = canvases.get(this.canvas);
      if (element) seen.set(element, [...(seen.get(element) ?? []), trainer.trainer.steps]);
      clearRect.apply(this, box);
    });
    const before = trainer.trainer.steps;
    for (let frame = 0; frame < 300; frame++) timing.tick(FRAME_MS);
    restore();
    const expected = Array.from({ length: 300 }, (_, k) => before + 100 * (k + 1));
    for (const element of [trainer, ...views]) expect(seen.get(element)).to.deep.equal(expected);
  });

  it('keeps a trainer that is scrolled away training while a view of it is visible, and lets it rest when none is', async () => {
    const trainer = trainerOf();
    const [view, other] = [viewOf(), viewOf()];
    const gap = document.createElement('div');
    gap.style.blockSize = '5000px';
    page.append(view, gap, trainer, other);
    await show(view);
    await until(() => {
      if (timing.pending) timing.tick();
      return trainer.trainer.steps > 0;
    });
    expect(drawn(trainer), 'the trainer itself is out of sight').to.equal(false);
    const { steps } = trainer.trainer;
    timing.tick(FRAME_MS);
    expect(trainer.trainer.steps).to.equal(steps + 100);
    view.remove();
    timing.settle();
    expect([timing.pending, trainer.trainer.steps]).to.deep.equal([false, steps + 100]);
    page.prepend(view);
    await until(() => timing.pending, 'it never went on');
    timing.tick(FRAME_MS);
    expect(trainer.trainer.steps).to.equal(steps + 200);
  });

  it('takes the trainer that replaces another, and keeps the last picture meanwhile', async () => {
    const [first, second] = [trainerOf({ paused: '' }), trainerOf({ paused: '', seed: '8' })];
    const view = viewOf();
    page.append(first, view);
    await shows(view, first);
    const picture = (): string => {
      timing.settle();
      return pictureOf(view);
    };
    const before = picture();
    first.remove();
    await view.updateComplete;
    expect(picture()).to.equal(before);
    first.step(1000);
    expect(picture(), 'one that is off the page is none of its').to.equal(before);
    page.append(second);
    await shows(view, second);
    expect(picture()).to.not.equal(before);
  });

  it('follows ids: the trainer\u2019s and its own', async () => {
    const [first, second] = [trainerOf({ paused: '' }), trainerOf({ paused: '', seed: '8', id: 'other' })];
    const view = viewOf();
    page.append(first, second, view);
    await shows(view, first);
    view.htmlFor = 'other';
    await shows(view, second);
    second.id = 'third';
    first.id = 'other';
    await shows(view, first);
  });

  it('finds a trainer in its own shadow root before one in the document', async () => {
    const [outer, inner] = [trainerOf({ paused: '' }), trainerOf({ paused: '', seed: '8' })];
    const host = document.createElement('div');
    const view = viewOf();
    page.append(outer, host);
    const root = host.attachShadow({ mode: 'open' });
    root.append(view);
    await shows(view, outer);
    root.append(inner);
    await shows(view, inner);
  });

  it('shows the trainer that a script gives it, before any id, also one that is not yet on the page', async () => {
    const [byId, given] = [trainerOf({ paused: '' }), trainerOf({ paused: '', seed: '8', id: '' })];
    const view = viewOf();
    page.append(byId, view);
    view.source = given;
    expect(view.source).to.equal(given);
    page.append(given);
    await shows(view, given);
    view.source = undefined;
    await shows(view, byId);
    expect(view.hasAttribute('source')).to.equal(false);
  });

  it('says so where its id names nothing or a paragraph, shows a model of its own, and takes a trainer that comes after all', async () => {
    for (const other of [undefined, document.createElement('p')]) {
      if (other) {
        other.id = 'demo';
        page.append(other);
      }
      warnings.length = 0;
      const view = viewOf({ label: other ? 'second' : 'first' });
      const errors: unknown[] = [];
      view.addEventListener('nn-error', (event) => errors.push((event as CustomEvent<{ code: string }>).detail.code));
      page.append(view);
      await view.updateComplete;
      timing.settle();
      expect(warnings, 'not at once').to.deep.equal([]);
      await until(() => errors.length > 0, 'it says nothing');
      expect(errors).to.deep.equal(['link']);
      await view.updateComplete;
      await show(view);
      timing.settle();
      await view.updateComplete;
      const own = circleTrainer({ seed: '109' });
      own.step(20_000);
      expect(told(view)).to.equal(own.network.forward([0, 0.4])[0].toFixed(2));
      const trainer = trainerOf({ paused: '' });
      if (other) other.replaceWith(trainer);
      else page.append(trainer);
      await shows(view, trainer);
      trainer.remove();
      view.remove();
    }
  });

  it('says so where a script gives it what is no trainer, and shows a model of its own', async () => {
    const view = viewOf({ for: '' });
    const errors: unknown[] = [];
    view.addEventListener('nn-error', (event) => errors.push((event as CustomEvent<{ code: string }>).detail.code));
    view.source = document.createElement('p');
    page.append(view);
    await until(() => errors.length > 0, 'it says nothing');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('source: expected an <nn-circle-trainer> on this page');
    await view.updateComplete;
    await show(view);
    await until(() => {
      if (timing.pending) timing.tick();
      return told(view) !== '';
    });
  });

  it('trains a model of its own to the end when it is moved meanwhile', async () => {
    const view = viewOf({ for: '' });
    page.append(view);
    await show(view);
    const place = document.createElement('div');
    page.append(place);
    place.append(view);
    await until(() => {
      if (timing.pending) timing.tick();
      return told(view) !== '';
    }, 'it never showed');
    timing.settle();
    expect(pictureOf(view)).to.not.equal('');
  });

  it('shows another target, another network and divergence of its trainer', async () => {
    const trainer = trainerOf({ paused: '' });
    const view = viewOf();
    page.append(trainer, view);
    await shows(view, trainer);
    const seen = new Set<string>();
    const look = async (): Promise<void> => {
      await trainer.updateComplete;
      await view.updateComplete;
      timing.settle(5000);
      seen.add(pictureOf(view));
    };
    await look();
    trainer.target = 'ring';
    await look();
    trainer.hiddenLayers = [6, 4];
    await look();
    trainer.seed = '9';
    await look();
    expect(seen.size).to.equal(4);
    await shows(view, trainer);
  });

  it('moves its input while the trainer trains, and disturbs nothing', async () => {
    const [trainer, alone] = [trainerOf(), circleTrainer({ seed: '7' })];
    const view = viewOf({ free: 'both' });
    page.append(trainer, view);
    await show(trainer, view);
    for (let frame = 0; frame < 20; frame++) {
      slide(slidersOf(view)[frame % 2], Math.sin(frame));
      timing.tick(FRAME_MS);
      await view.updateComplete;
    }
    alone.step(trainer.trainer.steps);
    expect(trainer.trainer.network.parameters).to.deep.equal(alone.network.parameters);
  });

  it('writes its numbers anew at most ten times a second while it trains, and its lines in every frame', async () => {
    const trainer = trainerOf();
    const view = viewOf();
    page.append(trainer, view);
    await show(trainer, view);
    let time = performance.now();
    const clock = stub(performance, 'now', () => time);
    const rows: string[] = [];
    const { fillText } = CanvasRenderingContext2D.prototype;
    const canvas = view.shadowRoot!.querySelector('canvas')!;
    let row = '';
    const restore = stub(CanvasRenderingContext2D.prototype, 'fillText', function (this: CanvasRenderingContext2D, text: string, ...at: [number, number, number?]) {
      if (this.canvas === canvas && /^[\u2212\d]/.test(text)) row += `${text} `;
      fillText.call(this, text, ...at);
    });
    for (let frame = 0; frame < 60; frame++) {
      time += FRAME_MS;
      row = '';
      timing.tick(FRAME_MS);
      rows.push(row);
    }
    restore();
    clock();
    expect(new Set(rows).size).to.be.within(2, 11);
    expect(rows.every((each) => each.length > 50)).to.equal(true);
  });

  it('leaves nothing behind when it goes: no frame, and a trainer that tells nobody', async () => {
    const trainer = trainerOf();
    const views = Array.from({ length: 30 }, () => viewOf());
    page.append(trainer, ...views);
    await show(trainer);
    for (const view of views) view.remove();
    timing.tick();
    let updates = 0;
    for (const view of views) view.requestUpdate = () => void updates++;
    for (let frame = 0; frame < 10; frame++) timing.tick(FRAME_MS);
    trainer.pause();
    trainer.reset();
    timing.settle();
    expect(updates).to.equal(0);
    trainer.remove();
    timing.settle();
    expect(timing.pending).to.equal(false);
  });
});
