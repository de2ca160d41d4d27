import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { render } from 'lit';
import { slider, sliderStyles, type SliderOptions } from './slider.js';

const options: SliderOptions = {
  name: 'layer', min: 0, max: 2, step: 0.5, value: 1, text: '1 of 2', onInput: () => {},
};

/** Puts sliders on the page in a shadow root, with their styles. */
async function put(...sliders: Partial<SliderOptions>[]) {
  const colours = '--_ink: rgb(1, 2, 3); --_muted: rgb(4, 5, 6); --_accent: rgb(7, 8, 9)';
  const holder = await fixture<HTMLElement>(html`<div style="inline-size: 300px; ${colours}"></div>`);
  const root = holder.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sliderStyles.styleSheet!];
  const show = (...all: Partial<SliderOptions>[]): void =>
    void render(all.map((each) => slider({ ...options, ...each })), root);
  show(...sliders);
  return { holder, root, show, inputs: [...root.querySelectorAll('input')] };
}

describe('slider', () => {
  it('is accessible: a native range input with a name, and its value in words', async () => {
    const { holder, inputs: [input], root } = await put({});
    await expect(holder).to.be.accessible();
    expect(input.type).to.equal('range');
    expect(input.labels![0].textContent).to.contain('layer');
    expect(input.ariaLabel, 'a name that does not change with the value').to.equal('layer');
    expect(input.getAttribute('aria-valuetext')).to.equal('1 of 2');
    expect(root.querySelector('.value')!.textContent).to.equal('1 of 2');
    expect([input.min, input.max, input.step, input.valueAsNumber]).to.deep.equal(['0', '2', '0.5', 1]);
  });

  it('goes back where a finger found it that scrolls, and moves for one that drags across or taps', async () => {
    const values: number[] = [];
    const { inputs: [input] } = await put({ onInput: (value) => values.push(value) });
    const fire = (type: string, x: number, y: number, pointerType = 'touch'): void => void input.dispatchEvent(
      new PointerEvent(type, { pointerType, clientX: x, clientY: y, bubbles: true }));
    const moveTo = (value: string): void => {
      input.value = value;
      input.dispatchEvent(new Event('input'));
    };
    fire('pointerdown', 10, 10);
    moveTo('2'); // as some engines do at the first touch
    fire('pointermove', 11, 30);
    fire('pointercancel', 0, 0);
    expect([input.value, values]).to.deep.equal(['1', []]);
    fire('pointerdown', 10, 10);
    moveTo('2');
    fire('pointermove', 20, 12);
    moveTo('1.5');
    fire('pointerup', 20, 12);
    expect([input.value, values.splice(0)]).to.deep.equal(['1.5', [2, 1.5]]);
    fire('pointerdown', 10, 10);
    moveTo('0');
    fire('pointerup', 10, 10);
    fire('pointerdown', 10, 10, 'mouse');
    moveTo('2');
    expect(values).to.deep.equal([0, 2]);
  });

  it('can change to a value that only the new bounds allow', async () => {
    const { show, inputs: [input] } = await put({});
    show({ min: -10, max: 10, value: 7.5 });
    expect(input.valueAsNumber).to.equal(7.5);
    show({ min: -1, max: 1, value: -0.5 });
    expect(input.valueAsNumber).to.equal(-0.5);
  });

  it('reports numbers where the reader moves it, by keyboard alone, and nothing where a script does', async () => {
    const values: number[] = [];
    const onInput = (value: number): unknown => values.push(value);
    const { show, inputs: [input] } = await put({ value: 2, onInput });
    show({ onInput });
    input.focus();
    for (const press of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', 'Home']) await sendKeys({ press });
    expect(values).to.deep.equal([1.5, 1, 0.5, 0]);
  });

  it('goes back to the value in use where the reader\u2019s move is not taken', async () => {
    const { show, inputs: [input] } = await put({});
    input.value = '1.5';
    show({});
    expect(input.valueAsNumber).to.equal(1);
  });

  it('is inked from its beginning to the thumb, and marked at the stretches', async () => {
    const { inputs, show } = await put({ value: 0 }, { value: 1.5, stretches: 4 }, { value: 2 });
    const share = (input: HTMLInputElement): number => Number(input.style.getPropertyValue('--_at'));
    expect(inputs.map(share)).to.deep.equal([0, 0.75, 1]);
    expect(inputs[1].style.getPropertyValue('--_stretches').trim()).to.equal('4');
    const lines = getComputedStyle(inputs[1]).getPropertyValue('--_lines');
    const trial = document.createElement('div');
    trial.style.background = lines; // what is no background would be left out
    const [ink, track, marks] = trial.style.backgroundSize.split(', ');
    expect(ink.replaceAll(' ', '')).to.equal('calc(75%-10.5px)2px');
    expect(track).to.contain('1px');
    expect(marks).to.contain('9px');
    expect(trial.style.backgroundImage).to.contain('rgb(1, 2, 3)').and.to.contain('rgb(4, 5, 6)');
    show({ value: 0.5 });
    expect(share(inputs[0])).to.equal(0.25);
  });

  it('is 28 pixels high, gives way to its texts, and leaves vertical drags to the page', async () => {
    const { holder, inputs: [input] } = await put({ name: 'a name that is quite long' });
    expect(input.getBoundingClientRect().height).to.equal(28);
    holder.style.inlineSize = '200px';
    expect(input.getBoundingClientRect().right).to.be.at.most(holder.getBoundingClientRect().right);
    expect(getComputedStyle(input).touchAction).to.contain('pan-y');
  });

  it('runs left to right on every page, as the axes beside it do', async () => {
    const { holder, inputs: [input] } = await put({});
    holder.dir = 'rtl';
    expect(getComputedStyle(input).direction).to.equal('ltr');
    expect(getComputedStyle(holder.shadowRoot!.querySelector('.value')!).direction).to.equal('ltr');
  });

  it('shows where the focus is', async () => {
    const { inputs: [input] } = await put({});
    input.focus();
    await sendKeys({ press: 'ArrowRight' });
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(input);
    expect([outlineStyle, outlineWidth, outlineColor]).to.deep.equal(['solid', '2px', 'rgb(7, 8, 9)']);
  });

  it('is unseen while it is quiet, until it has the focus, and never in the pointer\u2019s way', async () => {
    const { inputs: [input], root } = await put({ classes: 'quiet' });
    const look = (): string[] => {
      const { opacity, pointerEvents } = getComputedStyle(root.querySelector('label')!);
      return [opacity, pointerEvents];
    };
    expect(look()).to.deep.equal(['0', 'none']);
    input.focus();
    await aTimeout(0);
    expect(look()).to.deep.equal(['1', 'auto']);
    input.blur();
    await aTimeout(0);
    expect(look()).to.deep.equal(['0', 'none']);
  });

  it('needs no inline style attribute in its markup, which a policy may forbid', async () => {
    const { strings } = slider(options);
    expect(strings.join('').replace('.style=', '')).not.to.contain('style=');
  });
});
