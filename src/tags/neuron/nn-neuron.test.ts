import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../define/nn-neuron.js';
import type { NnNeuron } from '../../define/nn-neuron.js';
import { descriptionOf, drag, listen, mountFigure, pictureOf, slide, slidersOf } from '../../testing/figure-page.js';
import { change, detailsOf, until } from '../../testing/host.js';
import { quietPage } from '../../testing/trainer-page.js';

/** The sum that is written out, line by line. */
const sumOf = (neuron: NnNeuron): string[] =>
  [...neuron.shadowRoot!.querySelectorAll('.sum p')].map(({ textContent }) => textContent!.trim());

describe('<nn-neuron>', () => {
  const page = quietPage();
  const mount = (template: TemplateResult = html`<nn-neuron></nn-neuron>`, width = 400): Promise<NnNeuron> =>
    mountFigure(page.timing, template, width);

  it('is accessible alone, with a probe, and with several neurons', async () => {
    for (const template of [
      html`<nn-neuron></nn-neuron>`, html`<nn-neuron probe="none"></nn-neuron>`, html`<nn-neuron w="2"></nn-neuron>`,
      html`<nn-neuron w="1 2; 3 4; 5 6" probe="0 0" parts activation="tanh"></nn-neuron>`,
    ]) await expect(await mount(template)).to.be.accessible();
  });

  it('shows the neuron of the article where nothing is given', async () => {
    const neuron = await mount();
    const { w, b, activation, domain, view, grid, range, probe, parts } = neuron;
    expect({ w, b, activation, domain, view, grid, range, probe, parts }).to.deep.equal({
      w: [[1.2, -0.5]], b: [[-0.2]], activation: 'relu', domain: [-1, 1], view: [42, 33], grid: 21,
      range: [], probe: [0.8, 0.1], parts: false,
    });
    expect(pictureOf(neuron)).to.not.equal('');
    expect(sumOf(neuron).at(-1)).to.contain('f(0.71)=0.71');
  });

  for (const [w, b, probe, terms, result] of [
    ['1.2 -0.5', '-0.2', '0.8 0.1', ['0.8·1.2 + 0.1·(\u22120.5) \u2212 0.2'], 'f(0.71)=0.71'],
    ['2 0', '0.3', '0.2 0', ['0.2·2 + 0·0 + 0.3'], 'f(0.7)=0.7'],
    ['2', '0.3', '0.2', ['0.2·2 + 0.3'], 'max(0,0.7)=0.7'],
    ['1.2 -0.5; -0.8 1', '-0.2; 0.1', '-0.2 0.5',
      ['\u22120.2·1.2 + 0.5·(\u22120.5) \u2212 0.2', '\u22120.2·(\u22120.8) + 0.5·1 + 0.1'], '=0+0.76=0.76'],
  ] as const) {
    it(`writes the sum of w="${w}" as the article does`, async () => {
      const neuron = await mount(html`<nn-neuron w=${w} b=${b} probe=${probe}></nn-neuron>`);
      // The picture has the sign of a bias on its plate; words have it before the number.
      const plain = (text: string): string => text.replace(/[()\s+]/g, '');
      terms.forEach((term, k) => expect(plain(sumOf(neuron)[k + 1])).to.contain(plain(term).replaceAll(' ', '')));
      expect(sumOf(neuron).at(-1)).to.contain(result);
      expect(descriptionOf(neuron)).to.contain(`f(${terms.join(') + f(')}) = ${result.split('=').at(-1)}.`);
    });
  }

  it('describes what the picture shows', async () => {
    const neuron = await mount();
    for (const [values, present, absent] of [
      [{}, ['\u22121 to 1', 'Activation: ReLU', 'from 0 to 1.5', 'Folds: 1.', 'flat at 0'], ['plane without']],
      [{ activation: 'leaky-relu', w: [[1, 0], [0, 1]], domain: [0, 5] },
        ['each from 0 to 5', 'added: 2', 'leaky ReLU, α = 0.01'], ['flat']],
      [{ activation: 'linear' }, ['a plane without folds'], ['Folds']],
    ] as [Partial<NnNeuron>, string[], string[]][]) {
      await change(neuron, values);
      for (const words of present) expect(descriptionOf(neuron)).to.contain(words);
      for (const words of absent) expect(descriptionOf(neuron)).not.to.contain(words);
    }
  });

  it('gives as many biases as there are neurons: one serves all, missing ones are 0, none is invented', async () => {
    const neuron = await mount();
    for (const [w, b, used] of [
      ['1 2', null, [[0]]], ['1 2; 3 4', '0.5', [[0.5], [0.5]]], ['1 2; 3 4; 5 6', '0.5; 1', [[0.5], [1], [0]]],
      // What was given counts, not what was in use.
      ['1 2; 3 4; 5 6; 7 8', '0.5; 1', [[0.5], [1], [0], [0]]], ['1 2; 3 4', null, [[0], [0]]],
      // A w that cannot be used is as none.
      [null, null, [[-0.2]]], ['none', null, [[-0.2]]], [null, '3', [[3]]],
    ] as const) {
      for (const [name, value] of [['w', w], ['b', b]] as const) {
        if (value === neuron.getAttribute(name)) continue;
        if (value === null) neuron.removeAttribute(name);
        else neuron.setAttribute(name, value);
      }
      expect(neuron.b, `w="${w}" b="${b}"`).to.deep.equal(used);
    }
    neuron.b = [[1], [2]];
    await change(neuron, { w: [[0, 1], [1, 0]] });
    const warnings = page.warnings.splice(0);
    expect(warnings.filter((warning) => warning.includes('b=')), 'both written before the update').to.deep.equal([]);
  });

  it('drops surplus biases, and reports it once', async () => {
    const neuron = await mount();
    const errors = detailsOf<object>(neuron, 'nn-error');
    neuron.setAttribute('b', '1; 2; 3');
    await neuron.updateComplete;
    expect(neuron.b).to.deep.equal([[1]]);
    const detail = { code: 'range', attribute: 'b', value: [[1], [2], [3]], used: [[1]], fatal: false };
    expect(errors).to.deep.equal([detail]);
    const warnings = page.warnings.splice(0);
    expect(warnings).to.have.length(1);
    for (const part of ['<nn-neuron> b="1; 2; 3"', 'at most 1', '"1" is used']) expect(warnings[0]).to.contain(part);
    await change(neuron, { grid: 9 });
    await change(neuron, { w: [[1, 2], [3, 4], [5, 6]] });
    expect(neuron.b).to.deep.equal([[1], [2], [3]]);
    expect(errors).to.have.length(1);
  });

  it('keeps its probe within the domain, reports it, and lets it out again', async () => {
    const neuron = await mount(html`<nn-neuron probe="3 -0.5"></nn-neuron>`);
    expect([neuron.probe, neuron.getAttribute('probe')]).to.deep.equal([[1, -0.5], '3 -0.5']);
    const warnings = page.warnings.splice(0);
    expect(warnings).to.have.length(1);
    for (const part of ['<nn-neuron> probe="3 -0.5"', 'from -1 to 1', '"1 -0.5" is used']) {
      expect(warnings[0]).to.contain(part);
    }
    neuron.domain = [0, 5];
    expect(neuron.probe).to.deep.equal([3, 0]);
    await change(neuron, { probe: [] });
    expect([neuron.probe, sumOf(neuron)]).to.deep.equal([[], []]);
  });

  it('has a probe at 90 % and 55 % of its domain, unless there is another or none', async () => {
    const neuron = await mount(html`<nn-neuron domain="0 10"></nn-neuron>`);
    expect(neuron.probe).to.deep.equal([9, 5.5]);
    neuron.domain = [-0.3, 0.4];
    expect(neuron.probe).to.deep.equal([0.33, 0.085]);
    neuron.setAttribute('probe', 'none');
    await neuron.updateComplete;
    expect([neuron.probe, sumOf(neuron), await neuron.toHtml()]).to.deep.equal(
      [[], [], '<nn-neuron domain="-0.3 0.4" probe="none"></nn-neuron>']);
    neuron.removeAttribute('probe');
    await neuron.updateComplete;
    expect([neuron.probe, await neuron.toHtml()]).to.deep.equal([
      [0.33, 0.085], '<nn-neuron domain="-0.3 0.4"></nn-neuron>',
    ]);
  });

  it('draws one input as a line: nothing to turn, a probe of one number', async () => {
    const neuron = await mount(html`<nn-neuron w="2" b="0.3" probe="0.2"></nn-neuron>`);
    expect([neuron.w, neuron.b, neuron.probe]).to.deep.equal([[[2]], [[0.3]], [0.2]]);
    expect(neuron.surface!.getAttribute('aria-label')).to.contain('one input');
    expect(descriptionOf(neuron)).to.contain('A line: y over the input x')
      .and.contain('At x = 0.2: f(0.2·2 + 0.3) = 0.7.');
    expect(sumOf(neuron)[0]).to.equal('y=max(0,x·w+b)');
    const fired = listen(neuron);
    const [x, ...others] = slidersOf(neuron);
    expect([others.length, x.min, x.max, x.value]).to.deep.equal([0, '-1', '1', '0.2']);
    slide(x, -0.5);
    expect(fired).to.deep.equal([['nn-input', { x: -0.5, y: 0 }]]);
    drag(neuron, [200, 100], [300, 100]);
    expect(neuron.probe[0]).to.be.above(0.2);
    expect([neuron.view, fired.every(([type]) => type === 'nn-input')]).to.deep.equal([[42, 33], true]);
    await change(neuron, { activation: 'tanh' });
    expect(sumOf(neuron)[0]).to.contain('y=f(x·w+b)');
    neuron.removeAttribute('probe');
    await change(neuron, { w: [[2], [-3]] });
    expect(neuron.probe).to.deep.equal([0.8]);
    await change(neuron, { w: [[2, 1]] });
    expect(neuron.probe).to.deep.equal([0.8, 0.1]);
  });

  it('fills rows that are shorter than others with 0, and a probe that is too short, and says so', async () => {
    const neuron = await mount(html`<nn-neuron w="1 2; 3" b="0" probe="0.5"></nn-neuron>`);
    expect([neuron.w, neuron.probe]).to.deep.equal([[[1, 2], [3, 0]], [0.5, 0]]);
    const warnings = page.warnings.splice(0);
    expect(warnings).to.have.length(2);
    for (const part of ['w="1 2; 3"', 'or 2 numbers', '"1 2; 3 0" is used']) expect(warnings[0]).to.contain(part);
    for (const part of ['probe="0.5"', 'two numbers', '"0.5 0" is used']) expect(warnings[1]).to.contain(part);
    await change(neuron, { w: [[1]], probe: [0.1, 0.2] });
    expect(neuron.probe).to.deep.equal([0.1]);
    const [warning, ...others] = page.warnings.splice(0);
    expect(others).to.deep.equal([]);
    expect(warning).to.contain('one number');
  });

  it('gives the small pictures of its parts room', async () => {
    const neuron = await mount(html`<nn-neuron w="1 2; 3 4"></nn-neuron>`);
    const heightOf = (): number => neuron.shadowRoot!.querySelector('.figure')!.getBoundingClientRect().height;
    const alone = heightOf();
    await change(neuron, { parts: true });
    expect(heightOf()).to.be.above(1.2 * alone);
    expect(descriptionOf(neuron)).to.contain('on its own');
  });

  it('turns and tilts with a drag, as far as the middle of the front is taken along', async () => {
    const neuron = await mount(html`<nn-neuron view="0 40" probe="none"></nn-neuron>`);
    const fired = listen(neuron);
    drag(neuron, [200, 100], [210, 100]);
    expect(neuron.view[0]).to.be.within(2, 12);
    expect([neuron.view[1], fired]).to.deep.equal([40, [['nn-change', { attribute: 'view', value: neuron.view }]]]);
    drag(neuron, [200, 100], [200, 120]);
    expect(neuron.view[1]).to.be.above(42);
    drag(neuron, [200, 100], [200, 900]);
    expect([neuron.view[1], neuron.getAttribute('view')]).to.deep.equal([85, '0 40']);
    const before = fired.length;
    drag(neuron, [200, 100], [200, 300]);
    expect(fired, 'nothing more to tilt').to.have.length(before);
  });

  it('goes all the way round', async () => {
    const neuron = await mount(html`<nn-neuron view="170 40" probe="none"></nn-neuron>`);
    drag(neuron, [100, 100], [150, 100], 'touch');
    expect(neuron.view[0], 'past the back').to.be.within(-175, -140);
    drag(neuron, [150, 100], [100, 100], 'touch');
    expect(neuron.view[0]).to.be.closeTo(170, 0.2);
    drag(neuron, [100, 100], [5000, 100]);
    expect(neuron.view[0]).to.be.within(-180, 180);
  });

  it('moves its probe over the floor, within the domain, when a drag begins at it', async () => {
    const neuron = await mount(html`<nn-neuron probe="0.8 0.1"></nn-neuron>`);
    const fired = listen(neuron);
    // A drag shows where it is.
    const [x, y] = ((): [number, number] => {
      for (let at = 0; at < 39 * 48; at++) {
        const [px, py] = [10 + 8 * (at % 48), 10 + 8 * Math.floor(at / 48)];
        drag(neuron, [px, py], [px + 4, py]);
        if (neuron.probe[0] !== 0.8) return [px, py];
        neuron.view = [42, 33];
      }
      throw new Error('no probe anywhere');
    })();
    expect(neuron.view).to.deep.equal([42, 33]);
    neuron.probe = [0.8, 0.1];
    fired.length = 0;
    drag(neuron, [x, y], [x + 30, y]);
    const [dx, dy] = [neuron.probe[0] - 0.8, neuron.probe[1] - 0.1];
    // To the right on the screen: forth along cos t in the first input, back along sin t in the second.
    expect(dx / -dy).to.be.closeTo(Math.cos(0.733) / Math.sin(0.733), 0.15);
    expect(dx).to.be.above(0.05);
    expect(fired).to.deep.equal([['nn-input', { x: neuron.probe[0], y: neuron.probe[1] }]]);
    drag(neuron, [x, y], [x + 30, y]);
    drag(neuron, [x + 30, y], [9000, 9000]);
    for (const at of neuron.probe) expect(at).to.be.within(-1, 1);
  });

  it('has a slider for each way to turn and for each input of the probe, unseen until it has the focus', async () => {
    const neuron = await mount();
    const fired = listen(neuron);
    const [turn, tilt, ...others] = slidersOf(neuron);
    const label = turn.closest('label')!;
    expect(others).to.have.length(2);
    for (const words of ['turn', '42°']) expect(label.textContent).to.contain(words);
    expect([turn.min, turn.max, tilt.min, tilt.max]).to.deep.equal(['-180', '180', '5', '85']);
    expect(getComputedStyle(label).opacity).to.equal('0');
    turn.focus();
    expect(getComputedStyle(label).opacity).to.equal('1');
    slide(turn, -90);
    slide(tilt, 60);
    await change(neuron, { probe: [0.8, 0.1] });
    const [, , p1, p2] = slidersOf(neuron);
    expect([p1.min, p1.max, p1.step, p1.value, p2.value]).to.deep.equal(['-1', '1', '0.01', '0.8', '0.1']);
    slide(p1, -0.5);
    slide(p2, 0.25);
    expect(fired).to.deep.equal([
      ['nn-change', { attribute: 'view', value: [-90, 33] }], ['nn-change', { attribute: 'view', value: [-90, 60] }],
      ['nn-input', { x: -0.5, y: 0.1 }], ['nn-input', { x: -0.5, y: 0.25 }],
    ]);
    await neuron.updateComplete;
    expect(sumOf(neuron)[1]).to.contain('\u22120.5·1.2 + 0.25·\u22120.5');
    neuron.domain = [-2, 2];
    expect([neuron.view, neuron.probe], 'as the reader left them').to.deep.equal([[-90, 60], [-0.5, 0.25]]);
  });

  it('is driven by the keyboard alone', async () => {
    const neuron = await mount(html`<nn-neuron probe="0.8 0.1"></nn-neuron>`);
    const fired = listen(neuron);
    const sliders = slidersOf(neuron);
    sliders[0].focus();
    for (const [k, keys, view, probe] of [
      [0, ['ArrowRight'], [43, 33], [0.8, 0.1]], [1, ['ArrowUp', 'ArrowUp'], [43, 35], [0.8, 0.1]],
      [2, ['ArrowLeft'], [43, 35], [0.79, 0.1]], [3, ['End'], [43, 35], [0.79, 1]],
    ] as const) {
      expect(neuron.shadowRoot!.activeElement).to.equal(sliders[k]);
      for (const key of keys) await sendKeys({ press: key });
      expect([neuron.view, neuron.probe]).to.deep.equal([view, probe]);
      await sendKeys({ press: 'Tab' });
    }
    expect(fired).to.have.length(5);
  });

  it('names its sliders in the language around it, and keeps its formula', async () => {
    const neuron = await mount(html`<nn-neuron probe="0.8 0.1"></nn-neuron>`);
    neuron.parentElement!.lang = 'ja';
    await until(() => slidersOf(neuron)[0].closest('label')!.textContent!.includes('回転'), 'not Japanese');
    expect(sumOf(neuron).join()).to.contain('0.8·1.2 + 0.1·\u22120.5 + \u22120.2');
  });

  it('stays within its place at any width', async () => {
    for (const width of [240, 320, 720]) {
      const neuron = await mount(
        html`<nn-neuron w="-1.23 -3.45; 1.11 2.22" probe="-0.333 -0.567"></nn-neuron>`, width);
      const { left, right } = neuron.parentElement!.getBoundingClientRect();
      for (const element of neuron.shadowRoot!.querySelectorAll('math, small, canvas')) {
        const box = element.getBoundingClientRect();
        expect(box.right, `${element.localName} at ${width}`).to.be.at.most(right + 0.5);
        expect(box.left).to.be.at.least(left - 0.5);
      }
      const figure = neuron.shadowRoot!.querySelector('.figure')!.getBoundingClientRect();
      expect(figure.width / figure.height).to.be.closeTo(1.5, 0.01);
      expect(figure.width).to.equal(Math.min(width, 480));
    }
  });
});
