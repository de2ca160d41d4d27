import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import '../../define/nn-param-view.js';
import type { NnParamView } from '../../define/nn-param-view.js';
import { listen, mountFigure, openNumbers, slide, toolbarInputs } from '../../testing/figure-page.js';
import { change, press } from '../../testing/host.js';
import { quietPage } from '../../testing/trainer-page.js';

describe('The toolbar of <nn-param-view>', () => {
  const page = quietPage();

  /** 2-1-1: h = x − 0.5 y + 0.2, out = h. */
  const small = html`
    <nn-param-view controls parameters="[1, -0.5, 0.2, 1, 0]">
      <script type="application/json">{"layers": [2, 1, 1]}</script>
    </nn-param-view>`;
  const mount = (template: TemplateResult = small): Promise<NnParamView> => mountFigure(page.timing, template, 480);
  const fields = (element: NnParamView): HTMLInputElement[] => toolbarInputs(element, 'spinbutton');

  it('is accessible, as a diagram too', async () => {
    const element = await mount();
    await expect(element).to.be.accessible();
    await change(element, { show: 'structure' });
    await expect(element).to.be.accessible();
    expect(fields(element)).to.deep.equal([]);
  });

  it('frees another input, and fires nn-change where a field changes an attribute', async () => {
    const element = await mount();
    const events = listen(element);
    const select = element.shadowRoot!.querySelector('select')!;
    expect([...select.options].map((option) => option.textContent)).to.deep.equal(['y', 'x', 'both']);
    select.value = 'both';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('.axis input')).to.have.length(2);
    slide(fields(element)[0], 0.5);
    await element.updateComplete;
    expect(events).to.deep.equal([
      ['nn-change', { attribute: 'free', value: 'both' }],
      ['nn-input', { x: 0.5, y: -0.4 }], ['nn-change', { attribute: 'x', value: 0.5 }],
    ]);
    slide(fields(element)[1], 7);
    expect([element.y, fields(element)[1].validationMessage]).to.deep.equal([1, 'from −1 to 1']);
  });

  it('has every number of the network in its tables, which follow the inputs', async () => {
    const element = await mount();
    const texts = await openNumbers(element);
    expect(texts()).to.deep.equal(['neuron w₁ w₂ b a', '1 1 −0.5 0.2 0.4', 'neuron w₁ b a', '1 1 0 0.4']);
    await change(element, { x: 0.6 });
    expect(texts()[3]).to.equal('1 1 0 1');
  });

  it('is driven by keyboard alone', async () => {
    const element = await mount();
    await press(fields(element)[0], 'ArrowDown');
    expect(element.x).to.equal(-0.01);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'End' });
    expect(element.x).to.equal(1);
    element.shadowRoot!.querySelector<HTMLInputElement>('.axis input')!.focus();
    await sendKeys({ press: 'Home' });
    expect(element.y).to.equal(-1);
  });
});
