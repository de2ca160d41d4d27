import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import '../../define/nn-activation.js';
import type { NnActivation } from '../../define/nn-activation.js';
import { listen, mountFigure, openNumbers, slide, toolbarInputs } from '../../testing/figure-page.js';
import { change } from '../../testing/host.js';
import { quietPage } from '../../testing/trainer-page.js';

describe('The toolbar of <nn-activation>', () => {
  const page = quietPage();

  const mount = (template: TemplateResult = html`<nn-activation controls></nn-activation>`): Promise<NnActivation> =>
    mountFigure(page.timing, template);

  it('is accessible, and has no second slider in the picture', async () => {
    const element = await mount();
    await expect(element).to.be.accessible();
    expect(element.shadowRoot!.querySelectorAll('input[type=range]')).to.have.length(2);
  });

  it('overlays functions in the order in which they are chosen, and keeps one', async () => {
    const element = await mount();
    const fired = listen(element);
    const [linear, relu, , sigmoid] = toolbarInputs(element, 'checkbox');
    expect([relu.checked, relu.disabled, linear.disabled]).to.deep.equal([true, true, false]);
    for (const [box, value] of [
      [sigmoid, ['relu', 'sigmoid']], [linear, ['relu', 'sigmoid', 'linear']], [relu, ['sigmoid', 'linear']],
    ] as const) {
      box.click();
      await element.updateComplete;
      expect([fired.pop()![1], fired.length, element.fn]).to.deep.equal([{ attribute: 'fn', value }, 0, value]);
    }
    expect(element.shadowRoot!.querySelectorAll('.numbers tbody tr')).to.have.length(2);
  });

  it('changes α where there is one, and z', async () => {
    const element = await mount();
    const [z, alpha] = toolbarInputs(element, 'range');
    expect([z.ariaLabel, alpha.ariaLabel, alpha.disabled]).to.deep.equal(['z', 'α', true]);
    await change(element, { fn: ['leaky-relu'] });
    expect(alpha.disabled).to.equal(false);
    const fired = listen(element);
    slide(alpha, 0.25);
    slide(z, -2);
    expect([element.alpha, element.probe]).to.deep.equal([0.25, -2]);
    await element.updateComplete;
    expect(fired).to.deep.equal([
      ['nn-change', { attribute: 'alpha', value: 0.25 }], ['nn-input', { x: -2, y: -0.02 }],
    ]);
  });

  it('has values of every function in its table', async () => {
    const element = await mount(html`<nn-activation controls fn="relu tanh" domain="-1 1"></nn-activation>`);
    const texts = (await openNumbers(element))();
    expect(texts).to.have.length(12);
    expect([texts[0], texts[1], texts[6], texts[11]])
      .to.deep.equal(['z ReLU tanh', '−1 0 −0.762', '0 0 0', '1 1 0.762']);
  });

  it('is driven by the keyboard alone', async () => {
    const element = await mount(html`<nn-activation controls fn="leaky-relu"></nn-activation>`);
    toolbarInputs(element, 'checkbox')[0].focus();
    await sendKeys({ press: ' ' });
    expect(element.fn).to.deep.equal(['leaky-relu', 'linear']);
    toolbarInputs(element, 'range')[0].focus();
    await sendKeys({ press: 'End' });
    expect(element.probe).to.equal(5);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowUp' });
    expect(element.alpha).to.be.closeTo(0.02, 1e-9);
  });
});
