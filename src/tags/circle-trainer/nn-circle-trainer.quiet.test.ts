import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../define/nn-circle-trainer.js';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import { until } from '../../testing/host.js';

/** Counts what the page asks the browser for, from now on. */
function watch(): { frames: number; draws: number; restore: () => void } {
  const { requestAnimationFrame } = window;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  const counts = {
    frames: 0,
    draws: 0,
    restore: () => {
      window.requestAnimationFrame = requestAnimationFrame;
      CanvasRenderingContext2D.prototype.clearRect = clearRect;
    },
  };
  window.requestAnimationFrame = (callback) => {
    counts.frames++;
    return requestAnimationFrame.call(window, callback);
  };
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    counts.draws++;
    clearRect.apply(this, box);
  };
  return counts;
}

/** Lets a few real frames pass without asking for them through the counted function. */
async function someFrames(): Promise<void> {
  await aTimeout(150);
}

async function mount(content: ReturnType<typeof html>): Promise<NnCircleTrainer> {
  const holder = await fixture<HTMLElement>(html`<div style="inline-size: 160px">${content}</div>`);
  const trainer = holder.querySelector('nn-circle-trainer')!;
  await trainer.updateComplete;
  return trainer;
}

describe('<nn-circle-trainer> in a real browser', () => {
  it('trains and draws while it can be seen', async () => {
    const trainer = await mount(html`<nn-circle-trainer max-steps="none"></nn-circle-trainer>`);
    const counts = watch();
    await until(() => trainer.trainer.steps > 500, 'it does not train');
    expect(counts.draws).to.be.greaterThan(0);
    expect(counts.frames).to.be.greaterThan(0);
    counts.restore();
  });

  const still: Record<string, (trainer: NnCircleTrainer) => void> = {
    paused: (trainer) => trainer.pause(),
    finished: (trainer) => {
      trainer.maxSteps = 100;
    },
    hidden: (trainer) => {
      trainer.hidden = true;
    },
    'without a size': (trainer) => {
      trainer.style.inlineSize = '0';
    },
    'invisible': (trainer) => {
      trainer.style.visibility = 'hidden';
    },
    'scrolled out of view': (trainer) => {
      trainer.style.marginBlockStart = '20000px';
    },
    'in a closed <details>': (trainer) => {
      const details = document.createElement('details');
      trainer.replaceWith(details);
      details.append(trainer);
    },
  };

  for (const [state, arrange] of Object.entries(still)) {
    it(`takes no step, no draw and no frame while it is ${state}`, async () => {
      const trainer = await mount(html`<nn-circle-trainer max-steps="none"></nn-circle-trainer>`);
      await until(() => trainer.trainer.steps > 0, 'it does not train');
      arrange(trainer);
      for (let last = -1; last !== trainer.trainer.steps;) {
        last = trainer.trainer.steps;
        await aTimeout(120);
      }
      await someFrames();
      const { steps } = trainer.trainer;
      const counts = watch();
      await someFrames();
      counts.restore();
      expect(trainer.trainer.steps).to.equal(steps);
      expect(counts.draws).to.equal(0);
      expect(counts.frames).to.equal(0);
    });
  }

  it('draws, but does not train, when it starts paused', async () => {
    const counts = watch();
    const trainer = await mount(html`<nn-circle-trainer paused></nn-circle-trainer>`);
    await until(() => counts.draws > 0, 'no picture');
    await someFrames();
    counts.draws = counts.frames = 0;
    await someFrames();
    counts.restore();
    expect(counts).to.deep.include({ draws: 0, frames: 0 });
    expect(trainer.trainer.steps).to.equal(0);
  });

  it('leaves no listener, observer or frame behind after a hundred have come and gone', async () => {
    const listening = new Map<EventTarget, Set<object>>();
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const shared = (target: EventTarget): boolean => target === window || target === document || target === document.fonts
      || target === document.documentElement || target instanceof MediaQueryList;
    // Several `MediaQueryList`s of one query are told apart, so a removal has to reach the very one.
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const target = this ?? window;
      if (shared(target) && listener) {
        const entries = listening.get(target) ?? new Set<object>();
        const entry = { type, listener };
        listening.set(target, entries.add(entry));
        const signal = typeof options === 'object' ? options.signal : undefined;
        if (signal) addEventListener.call(signal, 'abort', () => entries.delete(entry));
      }
      addEventListener.call(target, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const target = this ?? window;
      for (const entry of listening.get(target) ?? []) {
        const { type: t, listener: l } = entry as { type: string; listener: unknown };
        if (t === type && l === listener) listening.get(target)!.delete(entry);
      }
      removeEventListener.call(target, type, listener, options);
    };
    let observing = 0;
    const restores: (() => void)[] = [];
    for (const Observer of [ResizeObserver, IntersectionObserver, MutationObserver] as { prototype: { observe: (...a: never[]) => void; disconnect: () => void } }[]) {
      const { observe, disconnect } = Observer.prototype;
      const active = new WeakSet<object>();
      Observer.prototype.observe = function (this: object, ...rest: never[]) {
        if (!active.has(this)) observing++;
        active.add(this);
        observe.apply(this, rest);
      };
      Observer.prototype.disconnect = function (this: object) {
        if (active.delete(this)) observing--;
        disconnect.call(this);
      };
      restores.push(() => Object.assign(Observer.prototype, { observe, disconnect }));
    }
    try {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      for (let k = 0; k < 100; k++) {
        const trainer = document.createElement('nn-circle-trainer');
        trainer.style.inlineSize = '40px';
        holder.append(trainer);
        if (k % 10 === 0) await nextFrame();
        else await trainer.updateComplete;
        if (k % 2) trainer.remove();
      }
      await someFrames();
      holder.replaceChildren();
      await someFrames();
      const counts = watch();
      await someFrames();
      counts.restore();
      expect(counts.frames).to.equal(0);
      expect(observing).to.equal(0);
      expect([...listening.values()].reduce((sum, entries) => sum + entries.size, 0)).to.equal(0);
    } finally {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      for (const restore of restores) restore();
    }
  });
});
