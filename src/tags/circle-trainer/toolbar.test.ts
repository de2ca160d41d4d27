import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { listen, slide } from '../../testing/figure-page.js';
import { change, press, stub, until } from '../../testing/host.js';
import {
  button, createTrainer, eventsDuring, mountTrainer, quietPage, stateEvents,
} from '../../testing/trainer-page.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

describe('The toolbar of <nn-circle-trainer>', () => {
  const page = quietPage();
  afterEach(() => scrollTo(0, 0));

  async function mount(attributes = 'controls paused seed="1"'): Promise<NnCircleTrainer> {
    const trainer = await mountTrainer(createTrainer(attributes));
    page.timing.settle();
    return trainer;
  }

  /** Returns the name of a control, which it has as an attribute, a label or its text. */
  const nameOf = (control: Element): string => control.ariaLabel
    ?? ((control as HTMLInputElement).labels?.[0]?.firstElementChild ?? control).textContent!.trim();

  /** Returns the control of this name in the toolbar. */
  function field<T extends Element = HTMLInputElement>(trainer: NnCircleTrainer, name: string): T {
    const controls = [...trainer.shadowRoot!.querySelectorAll('.toolbar :is(input, select, button)')];
    const found = controls.find((each) => nameOf(each) === name);
    expect(found, name).to.not.equal(undefined);
    return found as T;
  }

  const click = (trainer: NnCircleTrainer, name: string) => (): void => field<HTMLButtonElement>(trainer, name).click();
  const write = (input: HTMLInputElement | HTMLSelectElement, value: string): void => {
    input.value = value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };

  it('is there with `controls` only, and stands for the buttons in the picture', async () => {
    const trainer = await mount();
    await expect(trainer).to.be.accessible();
    const names = (): string[] => [...trainer.shadowRoot!.querySelectorAll('button')].map(nameOf);
    expect(names()).to.deep.equal(
      ['play', '1 step', 'start over', 'new start', 'paint points', 'copy HTML', 'copy weights']);
    await change(trainer, { controls: false });
    expect([trainer.shadowRoot!.querySelector('.toolbar'), names()]).to.deep.equal([null, ['new start', 'play']]);
  });

  it('plays, pauses, takes one step and begins again, and counts', async () => {
    const trainer = await mount('controls paused seed="1" steps-per-frame="100"');
    const count = (): string => trainer.shadowRoot!.querySelector('.count')!.textContent!.trim();
    expect(count()).to.equal('step 0');
    click(trainer, '1 step')();
    expect(trainer.trainer.steps).to.equal(1);
    await trainer.updateComplete;
    expect(count()).to.equal('step 1');
    const eventsOf = (name: string): Promise<string[]> => eventsDuring(trainer, stateEvents, click(trainer, name));
    expect(await eventsOf('play')).to.deep.equal(['nn-play']);
    for (let k = 0; k < 20; k++) page.timing.tick();
    const later = performance.now() + 110;
    const restore = stub(performance, 'now', () => later);
    page.timing.tick();
    restore();
    expect(trainer.trainer.steps).to.be.above(1000);
    expect(count(), 'between two updates').to.equal(`step ${trainer.trainer.steps.toLocaleString('en')}`);
    await trainer.updateComplete;
    expect([await eventsOf('pause'), await eventsOf('start over')]).to.deep.equal([['nn-pause'], ['nn-reset']]);
    await trainer.updateComplete;
    expect([trainer.trainer.steps, trainer.seed, count()]).to.deep.equal([0, '1', 'step 0']);
  });

  it('goes back and forth in the run by a slider, which stands at the present step', async () => {
    const trainer = await mount();
    trainer.step(2000);
    await trainer.updateComplete;
    const time = field(trainer, 'history');
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
    const trainer = await mount('controls paused seed="1" target="ring"');
    const told = listen(trainer, ['nn-change', 'nn-reset']);
    write(field<HTMLSelectElement>(trainer, 'speed'), '1000');
    slide(field(trainer, 'learning rate'), -2);
    write(field<HTMLSelectElement>(trainer, 'target'), 'heart');
    await trainer.updateComplete;
    slide(field(trainer, 'hidden neurons'), 5);
    await trainer.updateComplete;
    write(field(trainer, 'seed'), ' spring ');
    await trainer.updateComplete;
    expect(told).to.deep.equal([
      ['nn-change', { attribute: 'steps-per-frame', value: 1000 }],
      ['nn-change', { attribute: 'learning-rate', value: 0.01 }],
      ['nn-change', { attribute: 'target', value: 'heart' }],
      ['nn-change', { attribute: 'hidden-layers', value: [5] }], ['nn-reset', null],
      ['nn-change', { attribute: 'seed', value: 'spring' }], ['nn-reset', null],
    ]);
    expect([trainer.getAttribute('target'), trainer.trainer.network.layers]).to.deep.equal(['ring', [2, 5, 1]]);
    expect([trainer.trainer.learningRate, trainer.trainer.seed]).to.deep.equal([0.01, 'spring']);
    slide(field(trainer, 'hidden neurons'), 5);
    expect(told, 'nothing changed').to.have.length(7);
  });

  it('has a field for each hidden layer, and none to use where the page gives the parameters', async () => {
    const trainer = await mount('controls paused hidden-layers="3 4"');
    slide(field(trainer, 'hidden neurons, layer 2'), 6);
    expect(trainer.hiddenLayers).to.deep.equal([3, 6]);
    await change(trainer, { hiddenLayers: [1], parameters: [1, -0.5, 0.2, 1, 0] });
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
    const trainer = createTrainer('controls');
    trainer.step(10);
    expect(trainer.trainer.steps).to.equal(10);
  });

  it('shows the seed of a new start and tells of it as a change', async () => {
    const trainer = await mount();
    const told = listen(trainer);
    click(trainer, 'new start')();
    await trainer.updateComplete;
    expect([trainer.seed, field(trainer, 'seed').value]).to.deep.equal(['1-1', '1-1']);
    expect(told).to.deep.equal([['nn-change', { attribute: 'seed', value: '1-1' }]]);
  });

  it('keeps a wrong expression, marks and explains it, and trains on with the one in use', async () => {
    const trainer = await mount('controls paused seed="1" target="x > 0"');
    const expression = field(trainer, 'expression');
    const codes = listen(trainer, ['nn-error']);
    await press(expression, ...Array<string>(8).fill('Backspace'));
    await sendKeys({ type: 'x^2<r2' });
    await sendKeys({ press: 'Enter' });
    await change(trainer, { grid: 9 }); // and another update
    const wrong = expression.nextElementSibling!;
    expect([expression.value, expression.ariaInvalid, wrong.role]).to.deep.equal(['x^2<r2', 'true', 'alert']);
    expect(wrong.textContent).to.equal(trainer.strings.text('wrongAt', { found: 'r2', column: '5' }));
    expect([trainer.target, trainer.getAttribute('target'), codes.length]).to.deep.equal(['x > 0', 'x > 0', 1]);
    await expect(trainer).to.be.accessible();
    trainer.parentElement!.lang = 'ja';
    await until(() => /[ぁ-ん]/.test(wrong.textContent!), 'it is still English');
    await press(expression, 'Backspace', 'Enter');
    expect([expression.ariaInvalid, wrong.textContent, trainer.target]).to.deep.equal(['false', '', 'x^2<r']);
  });

  it('leaves the points alone where a wrong expression is typed', async () => {
    const trainer = await mount('controls paused seed="1" target="x > 0" data="[[0,0,1],[1,1,0]]"');
    write(field(trainer, 'expression'), 'x >');
    expect(trainer.data).to.have.length(2);
    write(field(trainer, 'expression'), 'x > 0.5');
    expect([trainer.data, trainer.target]).to.deep.equal([null, 'x > 0.5']);
  });

  it('keeps the focus on play when the run diverges', async () => {
    const trainer = await mount('controls seed="1" learning-rate="10"');
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
      reached.push(nameOf(trainer.shadowRoot!.activeElement!));
    }
    // In WebKit buttons are reached by Alt+Tab, unless the reader's system says otherwise.
    const buttons = ['1 step', 'start over', 'new start', 'paint points', 'copy HTML', 'copy weights'];
    expect(reached.filter((name) => !buttons.includes(name))).to.deep.equal([
      'play', 'history', 'speed', 'learning rate', 'hidden neurons', 'target', 'seed', 'x', 'y', 'numbers',
    ]);
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
