import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { Network, type ModelState } from '../../core/index.js';
import '../../define/nn-param-view.js';
import type { NnParamView } from '../../define/nn-param-view.js';
import { circleParameters, circleTrainer, parametersOf } from '../../testing/circle-trainer.js';
import { descriptionOf, mountFigure, pictureOf } from '../../testing/figure-page.js';
import { change, detailsOf, tickUntil } from '../../testing/host.js';
import { errorsOf } from '../../testing/link-page.js';
import { FRAME_MS } from '../../testing/manual-clock.js';
import { holdPage } from '../../testing/trainer-page.js';
import { goToClearSample } from './clear-sample.js';

describe('The model of an <nn-param-view> without a trainer', () => {
  let page: ReturnType<typeof holdPage>;

  beforeEach(() => {
    page = holdPage();
  });

  afterEach(() => page.release());

  const mount = (template = html`<nn-param-view></nn-param-view>`): Promise<NnParamView> =>
    mountFigure(page.timing, template);
  const script = (json: unknown): TemplateResult =>
    html`<script type="application/json">${JSON.stringify(json)}</script>`;
  const scripted = (json: unknown): TemplateResult => html`<nn-param-view>${script(json)}</nn-param-view>`;
  const stateAfter = (steps: number): ModelState => {
    const trainer = circleTrainer({ seed: 'view' });
    trainer.step(steps);
    return JSON.parse(JSON.stringify(trainer.getState())) as ModelState;
  };
  const badge = (view: NnParamView): Element | null => view.shadowRoot!.querySelector('.badge');
  const settle = async (view: NnParamView): Promise<void> => {
    await view.updateComplete;
    page.timing.settle();
    await view.updateComplete;
  };

  it('is trained from its seed at once, the same every time', async () => {
    for (const [seed, template] of [
      ['495', html`<nn-param-view></nn-param-view>`], ['4', html`<nn-param-view seed="4"></nn-param-view>`],
    ] as const) {
      const view = await mount(template);
      const expected = circleTrainer({ seed });
      expected.step(20_000);
      expect((await view.getState())!.parameters).to.deep.equal(parametersOf(expected));
      expect([view.model.target!(0.1, 0.1), view.model.isLive]).to.deep.equal([1, false]);
    }
  });

  it('trains for a few frames, in which it is not shown yet, also where the view is moved meanwhile', async () => {
    const view = await mount();
    await change(view, { seed: '5' });
    const place = view.parentElement!.appendChild(document.createElement('div'));
    place.append(view);
    page.timing.tick(FRAME_MS);
    const { isLive, network } = view.model;
    expect([isLive, await view.getState(), network!.layers]).to.deep.equal([true, undefined, [2, 8, 1]]);
    await tickUntil(page.timing, () => !view.model.isLive, 'it was never trained');
    await settle(view);
    expect([view.model.isLive, (await view.getState())!.layers]).to.deep.equal([false, [2, 8, 1]]);
    expect(descriptionOf(view)).to.contain('prediction');
  });

  it('is at rest early in its training for a step', async () => {
    const view = await mount(html`<nn-param-view show="step"></nn-param-view>`);
    const expected = circleTrainer({ seed: '495' });
    expected.step(50);
    goToClearSample(expected, expected.target);
    expect([view.model.isLive, await view.getState()]).to.deep.equal([false, expected.getState()]);
    view.parameters = circleParameters;
    await settle(view);
    expect([view.model.run!.trainer!.steps, (await view.getState())!.parameters]).to.deep.equal([0, circleParameters]);
  });

  it('has the parameters of an attribute, or the layers and parameters of a script, and no known target', async () => {
    const parameters = [1, -0.5, 0.2, 1, 0];
    const child = await mount(scripted({ layers: [2, 1, 1], parameters }));
    const ofChild = (await child.getState())!;
    expect([ofChild.layers, ofChild.parameters]).to.deep.equal([[2, 1, 1], parameters]);
    expect(child.model.target).to.equal(undefined);
    const view = await mount(html`<nn-param-view parameters=${JSON.stringify(circleParameters)}></nn-param-view>`);
    expect([(await view.getState())!.parameters, page.warnings]).to.deep.equal([circleParameters, []]);
  });

  it('is not shown where it cannot be used, which is reported once, and is again once it can', async () => {
    const view = await mount();
    const errors = detailsOf(view, 'nn-error');
    view.parameters = [1, 2, 3];
    await settle(view);
    view.x = 0.25;
    await settle(view);
    expect([badge(view) === null, await view.getState(), errors.length]).to.deep.equal([false, undefined, 1]);
    expect(errors[0]).to.include({ code: 'parameters', attribute: 'parameters', fatal: true });
    for (const part of ['3 parameters', '33', '2-8-1']) expect(page.warnings[0]).to.contain(part);
    view.parameters = null;
    await settle(view);
    expect([badge(view), pictureOf(view) === '']).to.deep.equal([null, false]);
  });

  it('is the state in the child, and another once that is another', async () => {
    const view = await mount(scripted({ state: stateAfter(40) }));
    expect(await view.getState()).to.deep.equal(stateAfter(40));
    view.querySelector('script')!.textContent = JSON.stringify({ state: stateAfter(90) });
    await Promise.resolve(); // for the observer of the child
    expect(await view.getState()).to.deep.equal(stateAfter(90));
    expect(page.warnings).to.deep.equal([]);
  });

  it('is not shown where the state in the child cannot be used, and the console says why', async () => {
    const view = await mount(scripted({ state: { version: 2 } }));
    expect([badge(view) === null, await view.getState(), page.warnings.length]).to.deep.equal([false, undefined, 1]);
    expect(page.warnings[0]).to.contain('version is 2, expected 1');
  });

  it('takes a state, gives it back, refuses another whole, and gives way to what the page says later', async () => {
    const view = await mount();
    const before = pictureOf(view);
    const own = (await view.getState())!;
    const network = new Network({ layers: [2, 3, 2, 1], activation: 'tanh', outputActivation: 'sigmoid', alpha: 0.2 });
    const trainer = circleTrainer({ seed: 4, network });
    trainer.step(100);
    const state = JSON.parse(JSON.stringify(trainer.getState())) as ModelState;
    const pictureAfter = async (next: unknown): Promise<string> => {
      await view.setState(next as ModelState);
      await settle(view);
      return pictureOf(view);
    };
    const picture = await pictureAfter(state);
    expect(picture).to.not.equal(before);
    expect(await view.getState()).to.deep.equal(state);
    const errors = errorsOf(view);
    const { version, layers, activation, outputActivation, alpha, parameters } = state;
    const alone = { version, layers, activation, outputActivation, alpha, parameters };
    for (const wrong of [
      { ...state, version: 2 }, { ...state, seed: 3 }, { ...state, parameters: [1] }, undefined,
      { ...alone, layers: [2, 2], parameters: [1, 2, 3, 4, 5, 6] },
    ]) {
      expect(await pictureAfter(wrong)).to.equal(picture);
    }
    expect([errors, page.warnings.length]).to.deep.equal([Array(5).fill('state'), 5]);
    expect(page.warnings[4]).to.contain('[2,2]').and.to.contain('nothing has changed');
    expect(await pictureAfter(alone), 'a network alone').to.equal(picture);
    await pictureAfter(own);
    expect(await view.getState()).to.deep.equal(own);
    view.parameters = circleParameters;
    expect((await view.getState())!.parameters).to.deep.equal(circleParameters);
  });
});
