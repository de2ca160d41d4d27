import { expect, html } from '@open-wc/testing';
import '../../define/nn-deform.js';
import type { NnDeform } from '../../define/nn-deform.js';
import { descriptionOf, mountFigure, pictureOf } from '../../testing/figure-page.js';
import { errorsOf } from '../../testing/link-page.js';
import type { ManualTiming } from '../../testing/manual-clock.js';
import { holdPage } from '../../testing/trainer-page.js';
import { defaultW } from './deform-defaults.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, k) => ((k * 7) % 11) / 8 - 0.5);

describe('<nn-deform>, given numbers', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;

  beforeEach(() => {
    ({ timing, warnings, release } = holdPage());
  });

  afterEach(() => release());

  const badge = (element: NnDeform): string => element.shadowRoot!.querySelector('.badge')?.textContent!.trim() ?? '';
  const settle = async (element: NnDeform): Promise<void> => {
    await element.updateComplete;
    timing.settle();
  };

  it('shows the layers of the attribute or of the child, with an output that divides any points', async () => {
    const given = numbers(15);
    const child = `{"layers": [2, 2, 2, 1], "parameters": ${JSON.stringify(given)}}`;
    const one = await mountFigure<NnDeform>(timing, html`<nn-deform target="ring" parameters=${JSON.stringify(given)}></nn-deform>`);
    const picture = pictureOf(one);
    expect(one.w).to.deep.equal([[given.slice(0, 2), given.slice(2, 4)], [given.slice(6, 8), given.slice(8, 10)]]);
    expect(one.b).to.deep.equal([[[given[4]], [given[5]]], [[given[10]], [given[11]]]]);
    expect(descriptionOf(one)).to.contain('where the trained output divides them');
    const other = await mountFigure<NnDeform>(timing, html`<nn-deform target="ring"><script type="application/json">${child}</script></nn-deform>`);
    expect(pictureOf(other)).to.equal(picture);
    expect(other.getState()).to.deep.equal(one.getState());
    expect(one.getState()).to.deep.equal({ version: 1, layers: [2, 2, 2, 1], activation: 'leaky-relu', outputActivation: 'leaky-relu', alpha: 0.1, parameters: given });
    other.querySelector('script')!.remove();
    await new Promise(requestAnimationFrame);
    await settle(other);
    expect(other.w).to.deep.equal(defaultW);
    expect(warnings).to.deep.equal([]);
  });

  it('lets weights that are given go before them, and keeps the biases that a reader did not touch', async () => {
    const element = await mountFigure<NnDeform>(timing, html`<nn-deform parameters=${JSON.stringify(numbers(6))} w="1 2; 3 4"></nn-deform>`);
    expect([element.w, element.b]).to.deep.equal([[[[1, 2], [3, 4]]], [[[0], [0]]]]);
    element.removeAttribute('w');
    expect(element.w.flat(2)).to.deep.equal(numbers(6).slice(0, 4));
    expect(element.layer).to.equal(1);
  });

  it('says in the picture’s place that numbers are of no use, and why on the console', async () => {
    for (const [attributes, child, why] of [
      ['[1, 2, 3]', '', '3 parameters: expected 6 for each'], ['nothing', '', 'parameters="nothing": expected a JSON array'],
      ['', '{"layers": [2, 8, 1]}', 'layers [2, 8, 1]: expected 2 inputs, 1 to 4 layers of 2'], ['', '[1]', 'child script "[1]": expected a JSON object'],
    ]) {
      warnings.length = 0;
      const element = document.createElement('nn-deform');
      const errors = errorsOf(element);
      if (attributes) element.setAttribute('parameters', attributes);
      if (child) {
        const script = document.createElement('script');
        script.type = 'application/json';
        script.textContent = child;
        element.append(script);
      }
      const holder = await mountFigure(timing, html`${element}`);
      expect(holder).to.equal(element);
      expect(badge(element), why).to.equal('these parameters cannot be used');
      expect([pictureOf(element), descriptionOf(element)]).to.deep.equal(['', 'The given parameters cannot be used.']);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(why);
      expect(errors.every((code) => code === 'parameters' || code === 'syntax'), errors.join()).to.equal(true);
      element.removeAttribute('parameters');
      element.replaceChildren();
      await new Promise(requestAnimationFrame);
      await settle(element);
      expect([badge(element), pictureOf(element) !== ''], 'as if nothing had been').to.deep.equal(['', true]);
    }
  });

  it('takes a state and gives it back, refuses others whole, and lets the page have the last word', async () => {
    const element = await mountFigure<NnDeform>(timing, html`<nn-deform target="xor"></nn-deform>`);
    const errors = errorsOf(element);
    const first = element.getState();
    expect([first.layers, first.parameters.length, first.alpha]).to.deep.equal([[2, 2, 2, 1], 15, 0.1]);
    const before = pictureOf(element);
    const state = { version: 1, layers: [2, 2, 2, 2], activation: 'tanh', outputActivation: 'tanh', alpha: 0.5, parameters: numbers(18) } as const;
    element.setState(state);
    expect([element.activation, element.alpha, element.layer, element.w.length]).to.deep.equal(['tanh', 0.5, 3, 3]);
    expect(element.getState()).to.deep.equal(state);
    await settle(element);
    const shown = pictureOf(element);
    expect(shown).to.not.equal(before);
    for (const wrong of [{ ...state, version: 2 }, { ...state, layers: [2, 8, 1], parameters: numbers(33) }, { ...state, parameters: [] }, null, 'x']) {
      element.setState(wrong as never);
      await settle(element);
      expect(pictureOf(element)).to.equal(shown);
    }
    expect(errors).to.deep.equal(Array(5).fill('state'));
    expect(warnings[0]).to.equal('<nn-deform> setState: version is 2, expected 1; nothing has changed.');
    element.setState(first);
    await settle(element);
    expect(pictureOf(element)).to.equal(before);
    element.seed = '3';
    expect(element.getState().layers).to.deep.equal([2, 2, 2]);
  });
});
