import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../define/nn-circle-trainer.js';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import { stub, tickUntil, until, watchLeaks } from '../../testing/host.js';
import { createTrainer, quietPage } from '../../testing/trainer-page.js';

/** Counts the frames that the page asks for and the pictures that are drawn, until `restore`. */
function countWork(): { frames: number; draws: number; restore: () => void } {
  const { requestAnimationFrame } = window;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  const restores = [
    stub(window, 'requestAnimationFrame', (callback) => {
      work.frames++;
      return requestAnimationFrame.call(window, callback);
    }),
    stub(CanvasRenderingContext2D.prototype, 'clearRect', function (this: CanvasRenderingContext2D, ...box) {
      work.draws++;
      clearRect.apply(this, box);
    }),
  ];
  const work = { frames: 0, draws: 0, restore: () => restores.forEach((restore) => restore()) };
  return work;
}

async function mount(trainer: NnCircleTrainer): Promise<NnCircleTrainer> {
  await fixture<HTMLElement>(html`<div style="inline-size: 160px">${trainer}</div>`);
  await trainer.updateComplete;
  return trainer;
}

describe('<nn-circle-trainer> while nobody can see it', () => {
  const page = quietPage();

  const states: Record<string, (trainer: NnCircleTrainer) => unknown> = {
    'paused': (trainer) => trainer.pause(),
    'finished': (trainer) => (trainer.maxSteps = 100),
    'hidden': (trainer) => (trainer.hidden = true),
    'gone': (trainer) => trainer.remove(),
    'without a size': (trainer) => (trainer.style.inlineSize = '0'),
    'invisible': (trainer) => (trainer.style.visibility = 'hidden'),
    'scrolled out of view': (trainer) => (trainer.style.marginBlockStart = '20000px'),
    'in a closed <details>': (trainer) => {
      const details = document.createElement('details');
      trainer.replaceWith(details);
      details.append(trainer);
    },
  };
  for (const [state, arrange] of Object.entries(states)) {
    it(`asks for no frame and takes no step while it is ${state}`, async () => {
      const trainer = await mount(createTrainer('max-steps="none"'));
      await tickUntil(page.timing, () => trainer.trainer.steps > 0, 'it does not train');
      arrange(trainer);
      await trainer.updateComplete;
      await tickUntil(page.timing, () => !page.timing.pending, 'it asks for frames');
      const { steps } = trainer.trainer;
      await nextFrame();
      expect([page.timing.pending, trainer.trainer.steps]).to.deep.equal([false, steps]);
      if (state !== 'hidden') return;
      trainer.hidden = false;
      await tickUntil(page.timing, () => trainer.trainer.steps > steps, 'it does not go on');
    });
  }
});

describe('<nn-circle-trainer> on the clock of a real browser', () => {
  it('trains and draws while it can be seen, and neither once it is paused', async () => {
    const work = countWork();
    const trainer = await mount(createTrainer('max-steps="none"'));
    await until(() => trainer.trainer.steps > 500, 'it does not train');
    expect(Math.min(work.draws, work.frames)).to.be.above(0);
    trainer.pause();
    await aTimeout(150);
    work.draws = work.frames = 0;
    const { steps } = trainer.trainer;
    await aTimeout(100);
    work.restore();
    expect([work.draws, work.frames, trainer.trainer.steps]).to.deep.equal([0, 0, steps]);
  });

  it('draws, but does not train, when it starts paused', async () => {
    const work = countWork();
    const trainer = await mount(createTrainer('paused'));
    await until(() => work.draws > 0, 'no picture');
    await aTimeout(150);
    work.draws = work.frames = 0;
    await aTimeout(100);
    work.restore();
    expect([work.draws, work.frames, trainer.trainer.steps]).to.deep.equal([0, 0, 0]);
  });

  it('leaves no listener, observer or frame behind after a hundred have come and gone', async () => {
    const leaks = watchLeaks([window, document, document.fonts, document.documentElement]);
    try {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      for (let k = 0; k < 100; k++) {
        const trainer = createTrainer('style="inline-size: 40px"');
        holder.append(trainer);
        if (k % 10 === 0) await nextFrame();
        else await trainer.updateComplete;
        if (k % 2) trainer.remove();
      }
      await aTimeout(150);
      holder.replaceChildren();
      await aTimeout(150);
      const work = countWork();
      await aTimeout(100);
      work.restore();
      expect([work.frames, leaks.observers, leaks.listeners]).to.deep.equal([0, 0, 0]);
    } finally {
      leaks.restore();
    }
  });
});
