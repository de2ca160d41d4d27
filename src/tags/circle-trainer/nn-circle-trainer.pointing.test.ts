import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../define/nn-circle-trainer.js';
import { drag, listen, mountFigure, pictureOf, point } from '../../testing/figure-page.js';
import { press, stub } from '../../testing/host.js';
import { button, createTrainer, quietPage } from '../../testing/trainer-page.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

describe('What <nn-circle-trainer> shows where it is pointed at', () => {
  const page = quietPage();

  /** Mounts a trainer 300 px wide that has taken 100 steps. */
  async function mount(attributes = 'score chart creases paused seed="7"', width = 300): Promise<NnCircleTrainer> {
    const trainer = await mountFigure<NnCircleTrainer>(page.timing, html`${createTrainer(attributes)}`, width);
    trainer.step(100);
    await draw(trainer);
    return trainer;
  }

  async function draw(trainer: NnCircleTrainer): Promise<void> {
    await trainer.updateComplete;
    page.timing.settle();
  }

  /** Returns the text of the tooltip; empty while it is hidden. */
  function textOf(trainer: NnCircleTrainer): string {
    const tooltip = trainer.shadowRoot!.querySelector<HTMLElement>('.tooltip')!;
    return tooltip.hidden ? '' : tooltip.textContent!;
  }

  /** Returns what the tooltip says of a place: its coordinates and the output of the network there. */
  function predictionAt(trainer: NnCircleTrainer, x: number, y: number): string {
    const output = trainer.trainer.network.forward([x, y])[0];
    const text = `(${x.toFixed(2)}, ${y.toFixed(2)}) → ${output.toFixed(2)}`;
    return text.replaceAll('-', '−').replace('−0.00', '0.00');
  }

  it('is one thing at a time, wherever the pointer comes from', async () => {
    const trainer = await mount();
    const kinds = new Set<string>();
    for (let k = 0; k < 80; k++) {
      point(trainer, [['pointermove', [(k * 53) % 300, (k * 97) % 420]]]);
      page.timing.settle();
      kinds.add(textOf(trainer).replace(/^\(.*/, 'prediction').replace(/^(neuron|step) .*/, '$1'));
    }
    expect([...kinds].sort()).to.deep.equal(['neuron', 'prediction', 'step']);
    point(trainer, [['pointerleave', [0, 0]]]);
    expect(textOf(trainer)).to.equal('');
  });

  it('is the prediction under a mouse, within the figure, and follows the training', async () => {
    const trainer = await mount('seed="109" paused', 200);
    point(trainer, [['pointermove', [150, 50]]]);
    expect(textOf(trainer)).to.equal(predictionAt(trainer, 0.5, 0.5));
    trainer.step(500);
    await draw(trainer);
    expect(textOf(trainer)).to.equal(predictionAt(trainer, 0.5, 0.5));
    point(trainer, [['pointerleave', [250, 50]]]);
    expect(textOf(trainer)).to.equal('');
  });

  it('changes ten times a second while it trains', async () => {
    const trainer = await mount('seed="109" paused', 200);
    trainer.play();
    point(trainer, [['pointermove', [100, 100]]]);
    const start = performance.now();
    let now = start;
    const restore = stub(performance, 'now', () => now);
    const texts: string[] = [];
    for (; now < start + 480; now += 20) {
      page.timing.tick();
      texts.push(textOf(trainer));
    }
    restore();
    expect(texts.filter((text, k) => k > 0 && text !== texts[k - 1]).length).to.be.within(3, 5);
  });

  it('stays where a finger that drags is lifted, until a new start; a finger that rests shows nothing', async () => {
    const trainer = await mount('paused seed="1"', 200);
    point(trainer, [['pointerdown', [60, 60]]], 'touch');
    expect(textOf(trainer), 'it may be about to scroll').to.equal('');
    point(trainer, [['pointermove', [100, 60]], ['pointerup', [100, 60]]], 'touch');
    expect(textOf(trainer)).to.equal(predictionAt(trainer, 0, 0.4));
    trainer.surface!.click(); // which ends the drag
    expect(trainer.seed).to.equal('1');
    trainer.surface!.click();
    expect([trainer.seed, textOf(trainer)]).to.deep.equal(['1-1', '']);
  });

  it('is of the chart where a finger drags there, and goes with a new start', async () => {
    const trainer = await mount();
    point(trainer, [['pointermove', [100, 380]]], 'touch');
    expect(textOf(trainer)).to.equal('');
    drag(trainer, [100, 380], [140, 380], 'touch');
    expect(textOf(trainer)).to.match(/^step /);
    button(trainer, '.start').click();
    expect(textOf(trainer)).to.equal('');
  });

  it('is found by keyboard alone', async () => {
    const trainer = await mount('paused seed="1"', 200);
    const events = listen(trainer);
    const x = trainer.shadowRoot!.querySelector<HTMLInputElement>('.sliders input')!;
    await press(x, 'ArrowRight');
    expect(events).to.deep.equal([['nn-input', { x: 0.01, y: 0 }]]);
    await trainer.updateComplete;
    const text = predictionAt(trainer, 0.01, 0);
    expect([textOf(trainer), x.getAttribute('aria-valuetext')]).to.deep.equal([text, text]);
    x.blur();
    expect(textOf(trainer)).to.equal('');
  });

  it('is nothing more than the prediction where no attribute asks for it', async () => {
    const trainer = await mount('paused seed="7"');
    expect(trainer.shadowRoot!.querySelector('.under, .score, [aria-label=neuron]')).to.equal(null);
    expect(trainer.getBoundingClientRect().height).to.equal(300);
  });

  it('stays within the figure, on two lines if need be', async () => {
    const trainer = await mount('creases paused seed="7" hidden-layers="6 4" lang="fr"', 200);
    const figure = trainer.shadowRoot!.querySelector('.figure')!.getBoundingClientRect();
    for (let x = 0; x < 200; x += 10) {
      point(trainer, [['pointermove', [x, 100]]]);
      const { left, right, top, bottom } = trainer.shadowRoot!.querySelector('.tooltip')!.getBoundingClientRect();
      expect(left >= figure.left && right <= figure.right + 0.5, `from ${left} to ${right}`).to.equal(true);
      expect(top >= figure.top && bottom <= figure.bottom, `from ${top} to ${bottom}`).to.equal(true);
    }
  });

  for (const name of ['chart', 'creases'] as const) {
    it(`comes and goes with the attribute ${name}`, async () => {
      const trainer = await mount('paused seed="7"');
      const plain = pictureOf(trainer);
      for (const isOn of [true, false]) {
        trainer[name] = isOn;
        await trainer.updateComplete;
        await new Promise(requestAnimationFrame); // in which the canvas has its new size
        await new Promise(requestAnimationFrame);
        page.timing.settle();
        expect(pictureOf(trainer) === plain).to.equal(!isOn);
      }
    });
  }
});
