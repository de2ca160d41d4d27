import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import '../../define/nn-neuron.js';
import type { NnNeuron } from '../../define/nn-neuron.js';
import { listen, mountFigure, openNumbers, point, slide, toolbarInputs } from '../../testing/figure-page.js';
import { change, until } from '../../testing/host.js';
import { quietPage } from '../../testing/trainer-page.js';
import { anotherNeuron } from './toolbar.js';

describe('The toolbar of <nn-neuron>', () => {
  const page = quietPage();

  const mount = (template: TemplateResult = html`<nn-neuron controls></nn-neuron>`): Promise<NnNeuron> =>
    mountFigure(page.timing, template);
  const click = async (element: NnNeuron, name: string): Promise<void> => {
    named(element, name).click();
    await element.updateComplete;
  };
  const named = (element: NnNeuron, name: string): HTMLButtonElement =>
    [...element.shadowRoot!.querySelectorAll('button')]
      .find((each) => (each.ariaLabel ?? each.textContent!.trim()) === name)!;

  it('is accessible, with one neuron and with more', async () => {
    await expect(await mount()).to.be.accessible();
    await expect(await mount(html`<nn-neuron controls w="1 2; 3 4" probe="0.5 0.5"></nn-neuron>`)).to.be.accessible();
  });

  it('has a slider and a field for each weight and bias', async () => {
    const element = await mount(html`<nn-neuron controls w="1 2; 3 4" b="0.5; -0.5"></nn-neuron>`);
    expect(toolbarInputs(element, 'spinbutton').map(({ ariaLabel, value }) => `${ariaLabel!}=${value}`))
      .to.deep.equal(['w₁=1', 'w₂=2', 'b=0.5', 'w₁=3', 'w₂=4', 'b=−0.5']);
    const fired = listen(element);
    slide(toolbarInputs(element, 'spinbutton')[4], -1.25);
    await element.updateComplete;
    slide(toolbarInputs(element, 'range')[2], 2);
    await element.updateComplete;
    expect(fired).to.deep.equal([
      ['nn-change', { attribute: 'w', value: [[1, 2], [3, -1.25]] }],
      ['nn-change', { attribute: 'b', value: [[2], [-0.5]] }],
    ]);
    expect(toolbarInputs(element, 'range')[4].value, 'of the same weight').to.be.oneOf(['-1.2', '-1.3']);
    const select = element.shadowRoot!.querySelector('select')!;
    select.value = 'tanh';
    select.dispatchEvent(new Event('change'));
    expect(fired.at(-1)).to.deep.equal(['nn-change', { attribute: 'activation', value: 'tanh' }]);
    expect(element.activation).to.equal('tanh');
  });

  it('adds neurons, up to eight, and removes any but the last', async () => {
    const element = await mount();
    expect(named(element, 'remove neuron 1')).to.equal(undefined);
    for (let count = 2; count <= 8; count++) {
      await click(element, 'add a neuron');
      expect([element.w.length, element.b.length]).to.deep.equal([count, count]);
    }
    expect(named(element, 'add a neuron').disabled).to.equal(true);
    expect([element.w[0], element.b[0]]).to.deep.equal([[1.2, -0.5], [-0.2]]);
    const kept = element.w.filter((_, k) => k !== 2);
    await click(element, 'remove neuron 3');
    expect(element.w).to.deep.equal(kept);
    expect(element.shadowRoot!.querySelectorAll('.neuron')).to.have.length(7);
  });

  it('keeps the biases in use when a weight is changed or a neuron removed, and fires both', async () => {
    const element = await mount();
    const fired = listen(element);
    slide(toolbarInputs(element, 'range')[0], 2);
    expect(element.b).to.deep.equal([[-0.2]]);
    expect(fired).to.deep.equal([
      ['nn-change', { attribute: 'b', value: [[-0.2]] }], ['nn-change', { attribute: 'w', value: [[2, -0.5]] }],
    ]);
    await change(element, { w: [[1, 2], [3, 4]], b: [[0.3], [-0.2]] });
    fired.length = 0;
    named(element, 'remove neuron 2').click();
    expect(fired).to.deep.equal([
      ['nn-change', { attribute: 'w', value: [[1, 2]] }], ['nn-change', { attribute: 'b', value: [[0.3]] }],
    ]);
  });

  it('has a weight and a place of the probe for one input, and adds neurons of one', async () => {
    const element = await mount(html`<nn-neuron controls w="2" b="0.3"></nn-neuron>`);
    expect(toolbarInputs(element, 'range').map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['w', 'b', 'x']);
    await click(element, 'add a neuron');
    expect(element.w.map((row) => row.length)).to.deep.equal([1, 1]);
    const [heads] = (await openNumbers(element))();
    expect(heads).to.equal('neuron w b z y');
  });

  it('keeps the focus in the toolbar when the button that has it goes or rests', async () => {
    const element = await mount(html`<nn-neuron controls w="1 2; 3 4"></nn-neuron>`);
    named(element, 'remove neuron 2').focus();
    await click(element, 'remove neuron 2');
    await new Promise((done) => setTimeout(done, 20));
    expect(element.shadowRoot!.activeElement!.localName, 'what comes next').to.equal('select');
    named(element, 'add a neuron').focus();
    for (let count = 2; count <= 8; count++) await click(element, 'add a neuron');
    await new Promise((done) => setTimeout(done, 20));
    expect(element.shadowRoot!.activeElement!.ariaLabel).to.equal('turn');
  });

  it('turns and tilts, and sets a probe where there was none, whose numbers are in the table', async () => {
    const element = await mount(html`<nn-neuron controls probe="none"></nn-neuron>`);
    const [, , , turn, tilt, p1] = toolbarInputs(element, 'range');
    expect([turn, tilt, p1].map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['turn', 'tilt', 'p₁']);
    const fired = listen(element);
    slide(turn, 10);
    slide(tilt, 50);
    slide(p1, 0.5);
    expect(fired).to.deep.equal([
      ['nn-change', { attribute: 'view', value: [10, 33] }], ['nn-change', { attribute: 'view', value: [10, 50] }],
      ['nn-input', { x: 0.5, y: 0 }],
    ]);
    await element.updateComplete;
    const texts = (await openNumbers(element))();
    expect(texts).to.deep.equal(['neuron w₁ w₂ b z y', '1 1.2 −0.5 −0.2 0.4 0.4']);
  });

  it('is driven by the keyboard alone', async () => {
    const element = await mount();
    toolbarInputs(element, 'spinbutton')[0].focus();
    await sendKeys({ press: 'ArrowUp' });
    expect(element.w).to.deep.equal([[1.21, -0.5]]);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowRight' });
    expect(element.w[0][0]).to.be.closeTo(1.3, 1e-9);
    named(element, 'add a neuron').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => element.w.length === 2, 'Enter added no neuron');
  });

  it('reads out y of the grid’s point under a mouse, and puts the probe there by a click', async () => {
    const element = await mount(
      html`<nn-neuron activation="linear" w="1 0" b="0" view="0 85" probe="none"></nn-neuron>`);
    const [tooltip, canvas] = [element.shadowRoot!.querySelector<HTMLElement>('.tooltip')!, element.surface!];
    point(element, [['pointermove', [200, 160]]]);
    expect(tooltip.hidden).to.equal(false);
    const [, x, , y] = /^\((\S+), (\S+)\) → (\S+)$/.exec(tooltip.textContent!)!;
    expect(y, 'y is p₁ here').to.equal(x);
    point(element, [['pointerdown', [200, 160]], ['pointerup', [200, 160]]]);
    canvas.click();
    expect(element.probe, 'a click by assistive technology is nowhere').to.deep.equal([]);
    const { left, top } = canvas.getBoundingClientRect();
    canvas.dispatchEvent(new MouseEvent('click', { clientX: left + 200, clientY: top + 160 }));
    expect(element.probe[0]).to.be.closeTo(Number(x.replace('−', '-')), 0.005);
    point(element, [['pointermove', [5, 5]]]);
    expect(tooltip.hidden, 'nothing is there').to.equal(true);
  });
});

describe('anotherNeuron', () => {
  it('has as many weights as the others', () => {
    expect([1, 2].map((inputs) => anotherNeuron(1, inputs).w.length)).to.deep.equal([1, 2]);
  });

  it('turns each away from those that are there', () => {
    const added = [1, 2, 3, 4, 5, 6, 7].map((count) => anotherNeuron(count, 2).w);
    const angles = [[1.2, -0.5], ...added].map(([x, y]) => Math.atan2(y, x));
    for (const [i, a] of angles.entries()) {
      for (const b of angles.slice(i + 1)) {
        expect(Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b))), `${a} and ${b}`).to.be.above(0.3);
      }
    }
  });
});
