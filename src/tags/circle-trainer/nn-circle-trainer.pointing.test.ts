import { expect, html } from '@open-wc/testing';
import '../../define/nn-circle-trainer.js';
import { drag, mountFigure, pictureOf, point } from '../../testing/figure-page.js';
import { button, quietPage } from '../../testing/trainer-page.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

const tooltipOf = (trainer: NnCircleTrainer): HTMLElement => trainer.shadowRoot!.querySelector<HTMLElement>('.tooltip')!;

describe('What can be seen and pointed at of <nn-circle-trainer>', () => {
  const page = quietPage();
  const mount = (template = html`<nn-circle-trainer score chart creases paused seed="7"></nn-circle-trainer>`, width = 300): Promise<NnCircleTrainer> => mountFigure<NnCircleTrainer>(page.timing, template, width);

  it('tells one thing at a time, whatever the pointer comes from', async () => {
    const trainer = await mount();
    trainer.step(100);
    await trainer.updateComplete;
    page.timing.settle();
    const told = new Set<string>();
    for (let k = 0; k < 80; k++) {
      point(trainer, [['pointermove', [(k * 53) % 300, (k * 97) % 420]]]);
      page.timing.settle();
      expect(tooltipOf(trainer).hidden).to.equal(false);
      told.add(tooltipOf(trainer).textContent.replace(/^\(.*/, 'prediction').replace(/^(neuron|step) .*/, '$1'));
    }
    expect([...told].sort()).to.deep.equal(['neuron', 'prediction', 'step']);
    point(trainer, [['pointerleave', [0, 0]]]);
    page.timing.settle();
    expect(tooltipOf(trainer).hidden).to.equal(true);
  });

  it('tells a finger that drags, and nothing to one that rests', async () => {
    const trainer = await mount();
    trainer.step(100);
    await trainer.updateComplete;
    page.timing.settle();
    point(trainer, [['pointermove', [100, 380]]], 'touch');
    expect(tooltipOf(trainer).hidden).to.equal(true);
    drag(trainer, [100, 380], [140, 380], 'touch');
    expect(tooltipOf(trainer).textContent).to.match(/^step /);
  });

  it('takes what it told away with a new start', async () => {
    const trainer = await mount();
    trainer.step(100);
    await trainer.updateComplete;
    page.timing.settle();
    point(trainer, [['pointermove', [100, 380]]]);
    button(trainer, '.start').click();
    await trainer.updateComplete;
    expect(tooltipOf(trainer).hidden).to.equal(true);
  });

  it('adds nothing where nothing is asked for', async () => {
    const trainer = await mount(html`<nn-circle-trainer paused seed="7"></nn-circle-trainer>`);
    expect(trainer.shadowRoot!.querySelector('.under, .score, [aria-label=neuron]')).to.equal(null);
    expect(trainer.getBoundingClientRect().height).to.equal(300);
  });

  it('keeps a tooltip within the picture, on two lines if need be', async () => {
    const trainer = await mount(html`<nn-circle-trainer creases paused seed="7" hidden-layers="6 4" lang="fr"></nn-circle-trainer>`, 200);
    for (let x = 0; x < 200; x += 10) {
      point(trainer, [['pointermove', [x, 100]]]);
      const { left, right } = tooltipOf(trainer).getBoundingClientRect();
      const box = trainer.getBoundingClientRect();
      expect(left).to.be.at.least(box.left);
      expect(right).to.be.at.most(box.right + 0.5);
    }
  });

  it('shows attributes as they come and go', async () => {
    const trainer = await mount(html`<nn-circle-trainer paused seed="7"></nn-circle-trainer>`);
    const plain = pictureOf(trainer);
    for (const name of ['chart', 'creases'] as const) {
      trainer[name] = true;
      await trainer.updateComplete;
      await new Promise(requestAnimationFrame);
      page.timing.settle();
      expect(pictureOf(trainer), name).to.not.equal(plain);
      trainer[name] = false;
      await trainer.updateComplete;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      page.timing.settle();
      expect(pictureOf(trainer), name).to.equal(plain);
    }
  });
});
