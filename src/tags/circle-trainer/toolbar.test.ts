import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { listen, slide } from '../../testing/figure-page.js';
import { until } from '../../testing/host.js';
import { button, eventsDuring, mountTrainer, quietPage, stateEvents } from '../../testing/trainer-page.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

describe('The toolbar of <nn-circle-trainer>', () => {
  const page = quietPage();

  const mount = async (template: TemplateResult = html`<nn-circle-trainer controls paused seed="1"></nn-circle-trainer>`): Promise<NnCircleTrainer> => {
    const trainer = await mountTrainer(template);
    page.timing.settle();
    return trainer;
  };
  const field = <T extends Element = HTMLInputElement>(trainer: NnCircleTrainer, name: string): T => {
    const found = [...trainer.shadowRoot!.querySelectorAll<HTMLElement>('.toolbar :is(input, select, button)')].find((each) =>
      each.ariaLabel === name || (each instanceof HTMLButtonElement ? each.textContent!.trim() === name : (each as HTMLInputElement).labels?.[0]?.textContent!.trim().startsWith(name)));
    expect(found, name).to.not.equal(undefined);
    return found as unknown as T;
  };
  const choose = (select: HTMLSelectElement, value: string): void => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };

  it('is there with `controls` only, and stands for the buttons in the picture', async () => {
    const trainer = await mount();
    await expect(trainer).to.be.accessible();
    const names = [...trainer.shadowRoot!.querySelectorAll('button')].map((each) => each.ariaLabel ?? each.textContent!.trim());
    expect(names).to.deep.equal(['play', 'one step', 'reset', 'new start', 'paint points', 'copy HTML', 'copy weights']);
    trainer.controls = false;
    await trainer.updateComplete;
    expect(trainer.shadowRoot!.querySelector('.toolbar')).to.equal(null);
    expect([...trainer.shadowRoot!.querySelectorAll('button')].map((each) => each.ariaLabel)).to.deep.equal(['new start', 'play']);
  });

  it('plays, pauses, takes one step and begins again, and counts', async () => {
    const trainer = await mount();
    const count = (): string => trainer.shadowRoot!.querySelector('.count')!.textContent!.trim();
    expect(count()).to.equal('step 0');
    field<HTMLButtonElement>(trainer, 'one step').click();
    expect(trainer.trainer.steps).to.equal(1);
    await trainer.updateComplete;
    expect(count()).to.equal('step 1');
    expect(await eventsDuring(trainer, stateEvents, () => field<HTMLButtonElement>(trainer, 'play').click())).to.deep.equal(['nn-play']);
    for (let k = 0; k < 20; k++) page.timing.tick();
    await new Promise((done) => setTimeout(done, 110));
    page.timing.tick();
    expect(trainer.trainer.steps).to.be.above(1000);
    expect(count(), 'between two updates').to.equal(`step ${trainer.trainer.steps.toLocaleString('en')}`);
    await trainer.updateComplete;
    expect(await eventsDuring(trainer, stateEvents, () => field<HTMLButtonElement>(trainer, 'pause').click())).to.deep.equal(['nn-pause']);
    expect(await eventsDuring(trainer, stateEvents, () => field<HTMLButtonElement>(trainer, 'reset').click())).to.deep.equal(['nn-reset']);
    await trainer.updateComplete;
    expect([trainer.trainer.steps, trainer.seed, count()]).to.deep.equal([0, '1', 'step 0']);
  });

  it('goes back and forth in the run by a slider, which stands at the present step', async () => {
    const trainer = await mount();
    trainer.step(2000);
    await trainer.updateComplete;
    const time = field(trainer, 'back and forth');
    expect([time.min, time.max, time.value]).to.deep.equal(['0', '2000', '2000']);
    trainer.play();
    await trainer.updateComplete;
    slide(time, 500);
    page.timing.settle();
    await trainer.updateComplete;
    expect([trainer.trainer.steps, trainer.paused]).to.deep.equal([500, true]);
    expect([time.max, time.value, time.ariaValueText]).to.deep.equal(['2000', '500', '500']);
    slide(time, 1700);
    page.timing.settle();
    expect(trainer.trainer.steps).to.equal(1700);
  });

  it('changes attributes, tells of each, and leaves those the page wrote as they are', async () => {
    const trainer = await mount(html`<nn-circle-trainer controls paused seed="1" target="ring"></nn-circle-trainer>`);
    const told = listen(trainer, ['nn-change', 'nn-reset']);
    slide(field(trainer, 'speed'), 3);
    slide(field(trainer, 'learning rate'), -2);
    choose(field(trainer, 'target'), 'heart');
    await trainer.updateComplete;
    slide(field(trainer, 'hidden neurons'), 5);
    await trainer.updateComplete;
    const seed = field(trainer, 'seed');
    seed.value = ' spring ';
    seed.dispatchEvent(new Event('change'));
    await trainer.updateComplete;
    expect(told).to.deep.equal([
      ['nn-change', { attribute: 'steps-per-frame', value: 1000 }], ['nn-change', { attribute: 'learning-rate', value: 0.01 }],
      ['nn-change', { attribute: 'target', value: 'heart' }], ['nn-change', { attribute: 'hidden-layers', value: [5] }], ['nn-reset', null],
      ['nn-change', { attribute: 'seed', value: 'spring' }], ['nn-reset', null],
    ]);
    expect(trainer.getAttribute('target')).to.equal('ring');
    expect(trainer.trainer.network.layers).to.deep.equal([2, 5, 1]);
    expect([trainer.trainer.learningRate, trainer.trainer.seed]).to.deep.equal([0.01, 'spring']);
    slide(field(trainer, 'hidden neurons'), 5);
    expect(told, 'nothing changed').to.have.length(7);
  });

  it('has a field for each hidden layer, and none to use where the page gives the parameters', async () => {
    const trainer = await mount(html`<nn-circle-trainer controls paused hidden-layers="3 4"></nn-circle-trainer>`);
    slide(field(trainer, 'hidden neurons, layer 2'), 6);
    expect(trainer.hiddenLayers).to.deep.equal([3, 6]);
    trainer.hiddenLayers = [1];
    trainer.parameters = [1, -0.5, 0.2, 1, 0];
    await trainer.updateComplete;
    expect(field(trainer, 'hidden neurons').disabled).to.equal(true);
  });

  it('stays within a narrow place, in languages with longer words too', async () => {
    const trainer = await mount();
    trainer.parentElement!.lang = 'ja';
    trainer.parentElement!.style.inlineSize = '240px';
    const count = trainer.shadowRoot!.querySelector('.count')!;
    await until(() => count.textContent!.includes('ステップ'), 'no Japanese');
    expect(count.getBoundingClientRect().right).to.be.at.most(trainer.getBoundingClientRect().right + 0.5);
  });

  it('takes steps before it is on a page', () => {
    const trainer = document.createElement('nn-circle-trainer');
    trainer.controls = true;
    trainer.step(10);
    expect(trainer.trainer.steps).to.equal(10);
  });

  it('shows the seed of a new start and tells of it as a change', async () => {
    const trainer = await mount();
    const told = listen(trainer);
    field<HTMLButtonElement>(trainer, 'new start').click();
    await trainer.updateComplete;
    expect([trainer.seed, field(trainer, 'seed').value]).to.deep.equal(['1-1', '1-1']);
    expect(told).to.deep.equal([['nn-change', { attribute: 'seed', value: '1-1' }]]);
  });

  it('keeps the focus on play when the run diverges', async () => {
    const trainer = await mount(html`<nn-circle-trainer controls seed="1" learning-rate="10"></nn-circle-trainer>`);
    button(trainer, '.play').focus();
    for (let k = 0; k < 50 && !trainer.shadowRoot!.querySelector('.badge'); k++) {
      page.timing.tick();
      await trainer.updateComplete;
    }
    expect(trainer.shadowRoot!.querySelector('.badge')).to.not.equal(null);
    expect(trainer.shadowRoot!.activeElement).to.equal(button(trainer, '.play'));
    await expect(trainer).to.be.accessible();
  });

  it('is driven by keyboard alone, in the order in which it is read', async () => {
    const trainer = await mount();
    button(trainer, '.play').focus();
    const reached: string[] = [];
    while (reached.at(-1) !== 'numbers' && reached.length < 20) {
      if (reached.length > 0) await sendKeys({ press: 'Tab' });
      const { activeElement } = trainer.shadowRoot!;
      reached.push(activeElement?.ariaLabel ?? (activeElement as HTMLInputElement).labels?.[0]?.firstElementChild?.textContent ?? activeElement!.textContent!.trim());
    }
    // In WebKit buttons are reached by Alt+Tab, unless the reader's system says otherwise.
    expect(reached.join()).to.match(/^play,(one step,reset,)?back and forth,speed,learning rate,hidden neurons,target,seed,(new start,)?x,y,(paint points,)?numbers(,copy HTML,copy weights)?$/);
    field(trainer, 'learning rate').focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(trainer.learningRate).to.equal(0.079);
    field(trainer, 'hidden neurons').focus();
    await sendKeys({ press: 'ArrowUp' });
    expect(trainer.hiddenLayers).to.deep.equal([9]);
    button(trainer, '.play').focus();
    await sendKeys({ press: 'Enter' });
    expect(trainer.paused).to.equal(false);
  });
});

describe('The prediction at a point of <nn-circle-trainer>', () => {
  const page = quietPage();

  const tooltip = (trainer: NnCircleTrainer): string => {
    const place = trainer.shadowRoot!.querySelector<HTMLElement>('.tooltip')!;
    return place.hidden ? '' : place.textContent!;
  };
  const over = (trainer: NnCircleTrainer, type: string, x: number, y: number, pointerType: string): void => {
    const canvas = trainer.shadowRoot!.querySelector('canvas')!;
    const { left, top } = canvas.getBoundingClientRect();
    canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, pointerType, clientX: left + x, clientY: top + y }));
  };
  const says = (trainer: NnCircleTrainer, x: number, y: number): string =>
    `(${x.toFixed(2)}, ${y.toFixed(2)}) → ${trainer.trainer.network.forward([x, y])[0].toFixed(2)}`.replaceAll('-', '−').replace('−0.00', '0.00');

  it('stands beside a mouse over the picture and goes with it', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer paused seed="1"></nn-circle-trainer>`);
    trainer.step(2000);
    over(trainer, 'pointermove', 150, 50, 'mouse');
    expect(tooltip(trainer)).to.equal(says(trainer, 0.5, 0.5));
    const box = trainer.shadowRoot!.querySelector('.tooltip')!.getBoundingClientRect();
    const figure = trainer.shadowRoot!.querySelector('.figure')!.getBoundingClientRect();
    expect(box.left >= figure.left && box.right <= figure.right && box.top >= figure.top && box.bottom <= figure.bottom).to.equal(true);
    over(trainer, 'pointerleave', 250, 50, 'mouse');
    expect(tooltip(trainer)).to.equal('');
  });

  it('follows the training', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="109"></nn-circle-trainer>`);
    over(trainer, 'pointermove', 100, 100, 'mouse');
    const seen = new Set<string>();
    for (let k = 0; k < 12; k++) {
      page.timing.tick();
      seen.add(tooltip(trainer));
      await new Promise((done) => setTimeout(done, 30));
    }
    expect(seen.size).to.be.within(2, 8);
  });

  it('is found by a finger that drags, stays when it is lifted, and goes at a new start', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer paused seed="1"></nn-circle-trainer>`);
    const canvas = trainer.shadowRoot!.querySelector('canvas')!;
    canvas.setPointerCapture = () => {}; // no such pointer is down
    over(trainer, 'pointerdown', 60, 60, 'touch');
    expect(tooltip(trainer), 'it may be about to scroll').to.equal('');
    over(trainer, 'pointermove', 100, 60, 'touch');
    over(trainer, 'pointerup', 100, 60, 'touch');
    expect(tooltip(trainer)).to.equal(says(trainer, 0, 0.4));
    canvas.click(); // which ends the drag
    expect(trainer.seed).to.equal('1');
    canvas.click();
    expect([trainer.seed, tooltip(trainer)]).to.deep.equal(['1-1', '']);
  });

  it('is told by sliders, by keyboard alone', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer paused seed="1"></nn-circle-trainer>`);
    const told = listen(trainer);
    const [x] = trainer.shadowRoot!.querySelectorAll<HTMLInputElement>('.sliders input');
    x.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(told).to.deep.equal([['nn-input', { x: 0.01, y: 0 }]]);
    await trainer.updateComplete;
    expect([tooltip(trainer), x.getAttribute('aria-valuetext')]).to.deep.equal([says(trainer, 0.01, 0), says(trainer, 0.01, 0)]);
    x.blur();
    expect(tooltip(trainer)).to.equal('');
  });
});
