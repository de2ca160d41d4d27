import { expect, html } from '@open-wc/testing';
import '../../define/nn-deform.js';
import type { NnDeform } from '../../define/nn-deform.js';
import { descriptionOf, mountFigure, pictureOf } from '../../testing/figure-page.js';
import { errorsOf } from '../../testing/link-page.js';
import { quietPage } from '../../testing/trainer-page.js';
import { biasesKind, weightsKind } from './attributes.js';
import { randomLayers } from './layers.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, k) => ((k * 7) % 11) / 8 - 0.5);
const json = (count: number): string => JSON.stringify(numbers(count));
const zeros = [[0], [0]];
const pair = [[1, 2], [3, 4]];
const script = (text: string): HTMLScriptElement =>
  Object.assign(document.createElement('script'), { type: 'application/json', textContent: text });

describe('The model of an <nn-deform> without a trainer', () => {
  const page = quietPage();
  const mount = (template = html`<nn-deform></nn-deform>`): Promise<NnDeform> => mountFigure(page.timing, template);
  const badge = (element: NnDeform): string | undefined => element.shadowRoot!.querySelector('.badge')?.textContent;
  /** The warnings since the last call. */
  const warnings = (): string[] => (page.warnings as string[]).splice(0);
  const settle = async (element: NnDeform): Promise<void> => {
    await element.updateComplete;
    page.timing.settle();
  };

  it('comes from the attribute or the child, with an output that divides any points', async () => {
    const given = numbers(15);
    const one = await mount(html`<nn-deform target="ring" parameters=${json(15)}></nn-deform>`);
    const picture = pictureOf(one);
    expect(picture).to.not.equal('');
    expect(one.w).to.deep.equal([[given.slice(0, 2), given.slice(2, 4)], [given.slice(6, 8), given.slice(8, 10)]]);
    expect(one.b).to.deep.equal([[[given[4]], [given[5]]], [[given[10]], [given[11]]]]);
    expect(one.own.outputFor('ring')!.weights).to.deep.equal(given.slice(-3));
    const child = script(`{"layers": [2, 2, 2, 1], "parameters": ${json(15)}}`);
    const other = await mount(html`<nn-deform target="ring">${child}</nn-deform>`);
    expect(pictureOf(other)).to.equal(picture);
    expect(await other.getState()).to.deep.equal(await one.getState());
    expect(await one.getState()).to.deep.equal({
      version: 1, layers: [2, 2, 2, 1], activation: 'leaky-relu', outputActivation: 'leaky-relu', alpha: 0.1,
      parameters: given,
    });
    child.remove();
    await new Promise(requestAnimationFrame);
    await settle(other);
    expect([other.w, page.warnings]).to.deep.equal([weightsKind.initial, []]);
  });

  it('takes weights from w, else parameters, else a seed, and biases from b, else the same place', () => {
    const { w, b } = randomLayers('7');
    const read = (attributes: Readonly<Record<string, string>>): unknown[] => {
      const element = document.createElement('nn-deform');
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return [element.w, element.b, element.own.output !== undefined];
    };
    const [first, second] = [numbers(9).slice(0, 2), numbers(9).slice(2, 4)];
    const fromNumbers = [[[numbers(9)[4]], [numbers(9)[5]]]];
    const [w1, b1, rest] = [{ w: '1 2; 3 4' }, { b: '5 6' }, { parameters: json(9), seed: '7' }];
    expect(read({ ...w1, ...b1, ...rest })).to.deep.equal([[pair], [[[5], [6]]], false]);
    expect(read({ ...w1, ...rest })).to.deep.equal([[pair], [zeros], false]);
    expect(read({ ...b1, ...rest })).to.deep.equal([[[first, second]], [[[5], [6]]], false]);
    expect([read(rest), read({ seed: '7' })]).to.deep.equal([[[[first, second]], fromNumbers, true], [w, b, false]]);
    expect(read({})).to.deep.equal([weightsKind.initial, biasesKind.initial, true]);
    for (const [name, value] of [['activation', 'relu'], ['alpha', '0.2']]) {
      expect(read({ [name]: value }), name).to.deep.equal([weightsKind.initial, biasesKind.initial, false]);
    }
    const element = document.createElement('nn-deform');
    for (const layers of [weightsKind.initial, null]) {
      (element as { w: unknown }).w = layers;
      expect([element.b, element.own.output !== undefined]).to.deep.equal(
        layers ? [[zeros, zeros], false] : [biasesKind.initial, true]);
    }
  });

  it('is a badge where numbers cannot be used, with the reason on the console', async () => {
    for (const [attribute, child, why] of [
      ['[1, 2, 3]', '', /3 parameters.* 6 /], ['nothing', '', /parameters="nothing"/],
      ['', '{"layers": [2, 8, 1]}', /\[2, 8, 1\]/], ['', '[1]', /"\[1\]"/],
    ] as const) {
      const element = document.createElement('nn-deform');
      const errors = errorsOf(element);
      if (attribute) element.setAttribute('parameters', attribute);
      if (child) element.append(script(child));
      await mount(html`${element}`);
      expect(badge(element), String(why)).to.be.a('string');
      expect([pictureOf(element), descriptionOf(element)]).to.deep.equal(['', element.strings.text('stateUnusable')]);
      const [warning, ...more] = warnings();
      expect(warning).to.match(why);
      expect(more).to.deep.equal([]);
      expect(errors).to.satisfy((codes: string[]) => codes.every((code) => code === 'parameters' || code === 'syntax'));
      element.removeAttribute('parameters');
      element.replaceChildren();
      await new Promise(requestAnimationFrame);
      await settle(element);
      expect([badge(element), pictureOf(element) !== ''], 'as if nothing had been').to.deep.equal([undefined, true]);
    }
  });

  it('takes a state and gives it back, refuses others whole, and follows what the page says after that', async () => {
    const element = await mount(html`<nn-deform target="xor" w="1 2; 3 4"></nn-deform>`);
    const errors = errorsOf(element);
    const first = await element.getState();
    expect([first.layers, first.parameters.length, first.alpha]).to.deep.equal([[2, 2], 6, 0.1]);
    const before = pictureOf(element);
    const state = {
      version: 1, layers: [2, 2, 2, 2], activation: 'tanh', outputActivation: 'tanh', alpha: 0.5,
      parameters: numbers(18),
    } as const;
    await element.setState(state);
    expect([element.activation, element.alpha, element.position, element.w.length]).to.deep.equal(['tanh', 0.5, 3, 3]);
    expect(await element.getState()).to.deep.equal(state);
    await settle(element);
    const shown = pictureOf(element);
    expect(shown).to.not.equal(before);
    const wrong = [
      { ...state, version: 2 }, { ...state, layers: [2, 8, 1], parameters: numbers(33) }, { ...state, parameters: [] },
      null, 'x',
    ];
    for (const each of wrong) {
      await element.setState(each as never);
      await settle(element);
      expect(pictureOf(element)).to.equal(shown);
    }
    expect(errors).to.deep.equal(Array(5).fill('state'));
    expect(warnings()[0]).to.match(/version is 2, expected 1/);
    await element.setState(first);
    await settle(element);
    expect(pictureOf(element)).to.equal(before);
    element.seed = '3';
    expect((await element.getState()).layers).to.deep.equal([2, 2, 2]);
    for (const [name, value, layers] of [['w', [pair], 1], ['b', [zeros], 2], ['parameters', numbers(6), 1]] as const) {
      await element.setState(state);
      expect(element.w).to.have.length(3);
      Object.assign(element, { [name]: value });
      expect(element.w, name).to.have.length(layers);
      Object.assign(element, { [name]: null });
    }
  });
});
