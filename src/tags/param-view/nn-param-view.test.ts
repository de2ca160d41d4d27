import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Network, type ModelState } from '../../core/index.js';
import '../../define/nn-param-view.js';
import type { NnParamView } from '../../define/nn-param-view.js';
import { circleTrainer, circleParameters } from '../../testing/circle-trainer.js';
import { descriptionOf, drag, listen, mountFigure, pictureOf, point, slide, slidersOf } from '../../testing/figure-page.js';
import { until } from '../../testing/host.js';
import type { ManualTiming } from '../../testing/manual-clock.js';
import { holdPage } from '../../testing/trainer-page.js';

describe('<nn-param-view>', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;

  beforeEach(() => {
    ({ timing, warnings, release } = holdPage());
  });

  afterEach(() => release());

  const mount = (template = html`<nn-param-view></nn-param-view>`, width = 420): Promise<NnParamView> => mountFigure(timing, template, width);

  it('is accessible in each of its forms', async () => {
    await expect(await mount()).to.be.accessible();
    await expect(await mount(html`<nn-param-view free="both"></nn-param-view>`)).to.be.accessible();
    await expect(await mount(html`<nn-param-view show="structure"></nn-param-view>`)).to.be.accessible();
    expect(warnings).to.deep.equal([]);
    await expect(await mount(html`<nn-param-view parameters="[1, 2]"></nn-param-view>`)).to.be.accessible();
  });

  it('fires events only for what the reader does', async () => {
    const view = await mount();
    const told = listen(view);
    Object.assign(view, { x: 0.5, y: 0.25, free: 'both', seed: '3' });
    await view.updateComplete;
    timing.settle();
    expect(told).to.deep.equal([]);
    slide(slidersOf(view)[0], -0.3);
    expect(told).to.deep.equal([['nn-input', { x: -0.3, y: 0.25 }]]);
    slide(slidersOf(view)[1], 1);
    expect(told[1]).to.deep.equal(['nn-input', { x: -0.3, y: 1 }]);
    slide(slidersOf(view)[1], 1);
    expect(told, 'the same again is no news').to.have.length(2);
  });

  it('takes no frames while nothing changes, out of view and once it is gone', async () => {
    const view = await mount();
    expect(timing.pending).to.equal(false);
    view.hidden = true;
    for (let k = 0; k < 4; k++) await nextFrame();
    view.y = 0.5;
    await view.updateComplete;
    expect(timing.pending).to.equal(false);
    view.hidden = false;
    await until(() => timing.pending, 'it never noticed that it is shown');
    timing.settle();
    view.remove();
    timing.settle();
    expect([timing.pending, view.shadowRoot!.querySelector('canvas')!.width]).to.deep.equal([false, 0]);
  });

  it('shows a model of its own, trained at once and the same every time, where nothing is given', async () => {
    const view = await mount();
    expect([view.x, view.y, view.free, view.show, view.seed]).to.deep.equal([0, 0, 'y', 'flow', '109']);
    const expected = circleTrainer({ seed: '109' });
    expected.step(20_000);
    const prediction = expected.network.forward([0, 0])[0];
    expect(descriptionOf(view)).to.contain(`x is 0.00, y is 0.00: the prediction is ${prediction.toFixed(2)}.`);
    const first = descriptionOf(view);
    expect(pictureOf(view)).to.not.equal('');
    expect(descriptionOf(await mount())).to.equal(first);
    expect(descriptionOf(await mount(html`<nn-param-view seed="4"></nn-param-view>`))).to.not.equal(first);
  });

  it('says in its description what flows, under a name that stays the same', async () => {
    const view = await mount();
    const canvas = view.shadowRoot!.querySelector('canvas')!;
    const name = canvas.getAttribute('aria-label');
    expect([canvas.getAttribute('role'), canvas.hasAttribute('tabindex')]).to.deep.equal(['img', false]);
    view.y = 0.45;
    await view.updateComplete;
    expect(descriptionOf(view)).to.match(/^x is 0\.00, y is 0\.45: the prediction is [\d.\u2212]+\. Active neurons in the hidden layer: \d of 8\. Neuron \d contributes most, [\d.\u2212]+\.$/);
    expect(canvas.getAttribute('aria-label')).to.equal(name);
    view.show = 'structure';
    await view.updateComplete;
    expect(descriptionOf(view)).to.equal('A network of 2 – 8 – 1 neurons with 33 parameters.');
  });

  it('draws another picture for another input, and the diagram for any', async () => {
    const view = await mount();
    const seen = new Set([pictureOf(view)]);
    for (const change of [{ y: 0.5 }, { x: 0.3 }, { free: 'x' }, { free: 'both' }, { show: 'structure' }]) {
      Object.assign(view, change);
      await view.updateComplete;
      timing.settle();
      seen.add(pictureOf(view));
    }
    expect(seen.size).to.equal(6);
    const diagram = pictureOf(view);
    view.y = -1;
    await view.updateComplete;
    timing.settle();
    expect(pictureOf(view)).to.equal(diagram);
    expect(slidersOf(view)).to.have.length(0);
  });

  it('lays its slider on the axis of the plot, from end to end', async () => {
    for (const width of [300, 420, 720]) {
      const view = await mount(html`<nn-param-view></nn-param-view>`, width);
      const canvas = view.shadowRoot!.querySelector('canvas')!.getBoundingClientRect();
      const [range] = slidersOf(view).map((each) => each.getBoundingClientRect());
      expect(range.left + 7 - canvas.left).to.be.closeTo(16, 0.6); // half a thumb at each end
      expect(canvas.right - (range.right - 7)).to.be.closeTo(16, 0.6);
      expect(range.top + range.height / 2 - canvas.top).to.be.closeTo(470, 0.6);
      expect(range.height).to.be.at.least(24);
    }
    const both = await mount(html`<nn-param-view free="both"></nn-param-view>`, 420);
    const canvas = both.shadowRoot!.querySelector('canvas')!.getBoundingClientRect();
    const [x, y] = slidersOf(both).map((each) => each.getBoundingClientRect());
    expect([x.left + 7 - canvas.left, x.right - 7 - canvas.left, y.left + 7 - canvas.left, canvas.right - y.right + 7].map(Math.round)).to.deep.equal([16, 190, 230, 16]);
  });

  it('follows the mouse over the whole picture, by the axis of the plot', async () => {
    const view = await mount();
    const told = listen(view);
    point(view, [['pointermove', [16 + 388 * 0.75, 100]]]);
    expect([view.x, view.y]).to.deep.equal([0, 0.5]);
    point(view, [['pointermove', [2, 450]]]);
    expect(view.y).to.equal(-1);
    point(view, [['pointerleave', [2, 450]]]);
    expect(view.y, 'it stays where it was left').to.equal(-1);
    view.free = 'x';
    await view.updateComplete;
    point(view, [['pointermove', [210, 100]]]);
    expect([view.x, view.y]).to.deep.equal([0, -1]);
    expect(told).to.have.length(2);
  });

  it('follows the mouse in both inputs: across and up over the network, each over its own plot', async () => {
    const view = await mount(html`<nn-param-view free="both"></nn-param-view>`);
    point(view, [['pointermove', [315, 96]]]);
    expect([view.x, view.y]).to.deep.equal([0.5, 0.5]);
    point(view, [['pointermove', [16, 450]]]);
    expect([view.x, view.y]).to.deep.equal([-1, 0.5]);
    point(view, [['pointermove', [404, 450]]]);
    expect([view.x, view.y]).to.deep.equal([-1, 1]);
  });

  it('keeps within the inputs where a drag goes beyond the picture, and leaves alone what was not moved', async () => {
    const view = await mount(html`<nn-param-view free="both" x="0.123"></nn-param-view>`);
    slide(slidersOf(view)[1], 0.5);
    expect([view.x, view.y]).to.deep.equal([0.123, 0.5]);
    drag(view, [200, 100], [900, -300]);
    expect([view.x, view.y]).to.deep.equal([1, 1]);
    drag(view, [200, 100], [-900, 200]);
    expect(view.x).to.equal(-1);
  });

  it('leaves a finger that may be scrolling alone, and follows one that drags or taps', async () => {
    const view = await mount();
    point(view, [['pointerdown', [300, 100]], ['pointermove', [301, 101]], ['pointercancel', [301, 101]]], 'touch');
    expect(view.y).to.equal(0);
    drag(view, [100, 100], [307, 100], 'touch');
    expect(view.y).to.equal(0.5);
  });

  it('shows given parameters, in an attribute or a child, and says where they cannot be used', async () => {
    const child = await mount(html`<nn-param-view show="structure"><script type="application/json">{"layers": [2, 1, 1], "parameters": [1, -0.5, 0.2, 1, 0]}</script></nn-param-view>`);
    expect(descriptionOf(child)).to.equal('A network of 2 – 1 – 1 neurons with 5 parameters.');
    const view = await mount(html`<nn-param-view x="0.25"></nn-param-view>`);
    view.parameters = [...circleParameters];
    await view.updateComplete;
    const network = circleTrainer({ parameters: circleParameters }).network;
    expect(descriptionOf(view)).to.contain(`the prediction is ${network.forward([0.25, 0])[0].toFixed(2).replace('-', '\u2212')}.`);
    expect(warnings).to.deep.equal([]);
    const codes: unknown[] = [];
    view.addEventListener('nn-error', (event) => codes.push((event as CustomEvent<{ code: string; fatal: boolean }>).detail));
    view.parameters = [1, 2, 3];
    await view.updateComplete;
    expect(view.shadowRoot!.querySelector('.badge')!.textContent).to.contain('these parameters cannot be used');
    expect(warnings[0]).to.contain('3 parameters: expected 33 for a 2-8-1 network');
    expect(codes).to.have.length(1);
    expect(codes[0]).to.include({ code: 'parameters', fatal: true });
    timing.settle();
    view.parameters = null;
    await view.updateComplete;
    timing.settle();
    expect(view.shadowRoot!.querySelector('.badge')).to.equal(null);
    expect(pictureOf(view)).to.not.equal('');
  });

  it('tells once of parameters that never were of use', async () => {
    const view = await mount(html`<nn-param-view parameters="[1, 2]"></nn-param-view>`);
    const errors: unknown[] = [];
    view.addEventListener('nn-error', (event) => errors.push(event.type));
    for (const x of [0.5, 0.25]) {
      view.x = x;
      await view.updateComplete;
    }
    expect(errors).to.deep.equal([]);
    expect(warnings).to.have.length(1);
  });

  it('draws networks of any shape that a trainer may have', async () => {
    for (const layers of [[2, 1, 1], [2, 24, 1], [2, 6, 4, 1], [2, 64, 64, 64, 64, 1]]) {
      const view = document.createElement('nn-param-view');
      const json = document.createElement('script');
      json.type = 'application/json';
      json.textContent = JSON.stringify({ layers });
      view.append(json);
      await mount(html`${view}`, 320);
      expect(pictureOf(view), layers.join('-')).to.not.equal('');
    }
  });

  it('takes the state of a trainer, gives it back, refuses another whole, and lets the page have the last word', async () => {
    const view = await mount(html`<nn-param-view></nn-param-view>`);
    const before = pictureOf(view);
    const own = view.getState()!;
    expect([own.layers, own.parameters.length]).to.deep.equal([[2, 8, 1], 33]);
    const trainer = circleTrainer({ seed: 4, network: new Network({ layers: [2, 3, 2, 1], activation: 'tanh', outputActivation: 'sigmoid', alpha: 0.2 }) });
    trainer.step(100);
    const state = JSON.parse(JSON.stringify(trainer.getState())) as ModelState;
    const shown = async (next: unknown): Promise<string> => {
      view.setState(next as ModelState);
      await view.updateComplete;
      timing.settle();
      return pictureOf(view);
    };
    const picture = await shown(state);
    expect(picture).to.not.equal(before);
    expect(view.getState()).to.deep.equal(state);
    const errors: unknown[] = [];
    view.addEventListener('nn-error', (event) => errors.push((event as CustomEvent<{ code: string }>).detail.code));
    for (const wrong of [{ ...state, version: 2 }, { ...state, seed: 3 }, { ...state, parameters: [1] }, undefined,
      { version: 1, layers: [2, 2], activation: 'relu', outputActivation: 'relu', alpha: 0, parameters: [1, 2, 3, 4, 5, 6] }]) {
      expect(await shown(wrong)).to.equal(picture);
    }
    expect([errors, warnings.length]).to.deep.equal([Array(5).fill('state'), 5]);
    expect(warnings[4]).to.equal('<nn-param-view> setState: layers are [2,2], expected 2 inputs, 1 to 4 hidden layers of 1 to 64, 1 output; nothing has changed.');
    const { version, layers, activation, outputActivation, alpha, parameters } = state;
    expect(await shown({ version, layers, activation, outputActivation, alpha, parameters }), 'a network alone').to.equal(picture);
    expect(await shown(own)).to.not.equal(picture);
    expect(view.getState()).to.deep.equal(own);
    view.htmlFor = 'demo';
    view.setState(state);
    expect(warnings.at(-1)).to.contain('call setState of the trainer');
    view.htmlFor = '';
    view.parameters = circleParameters;
    expect(view.getState()!.parameters).to.deep.equal(circleParameters);
    warnings.length = 0;
  });

  it('is driven by keyboard alone', async () => {
    const view = await mount(html`<nn-param-view free="both"></nn-param-view>`);
    const [x, y] = slidersOf(view);
    x.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect([view.x, view.y]).to.deep.equal([-0.01, 0]);
    y.focus();
    await sendKeys({ press: 'End' });
    expect([view.x, view.y]).to.deep.equal([-0.01, 1]);
    await view.updateComplete;
    expect([y.getAttribute('aria-valuetext'), view.shadowRoot!.activeElement]).to.deep.equal(['1.00', y]);
    expect(getComputedStyle(y).outlineStyle).to.equal('solid');
  });

  it('speaks the language around it', async () => {
    const view = await mount(html`<nn-param-view lang="ja"></nn-param-view>`);
    expect(descriptionOf(view)).to.contain('隠れ層');
  });

  it('shows its content where there is no 2D canvas', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = () => null;
    try {
      const holder = await fixture<HTMLElement>(html`<div><nn-param-view show="structure"><p>A network.</p></nn-param-view></div>`);
      await until(() => {
        if (timing.pending) timing.tick();
        return holder.querySelector('p')!.getBoundingClientRect().height > 0;
      });
      expect(warnings).to.have.length(1);
    } finally {
      HTMLCanvasElement.prototype.getContext = getContext;
    }
  });
});
