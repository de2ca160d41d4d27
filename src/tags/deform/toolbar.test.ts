import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '../../define/nn-deform.js';
import type { NnDeform } from '../../define/nn-deform.js';
import { listen, mountFigure, openNumbers, point, slide } from '../../testing/figure-page.js';
import { change, press } from '../../testing/host.js';
import { quietPage } from '../../testing/trainer-page.js';

describe('The toolbar of <nn-deform>', () => {
  const page = quietPage();

  const twice = html`
    <nn-deform controls layer="0" activation="linear" w="2 0; 0 2 | 0 1; 1 0" b="0 0 | 0.5 0"></nn-deform>`;
  const mount = (template: TemplateResult = twice): Promise<NnDeform> => mountFigure(page.timing, template);
  const fields = (element: NnDeform): HTMLInputElement[] =>
    [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.toolbar [role=spinbutton]')];
  const tooltip = (element: NnDeform): HTMLElement => element.shadowRoot!.querySelector('.tooltip')!;

  it('is accessible', async () => {
    await expect(await mount()).to.be.accessible();
  });

  it('has a field for each entry, a layer a group, and tells of a change', async () => {
    const element = await mount();
    const legends = [...element.shadowRoot!.querySelectorAll('.matrix legend')].map((legend) => legend.textContent);
    expect(legends).to.deep.equal(['layer 1', 'layer 2']);
    expect(fields(element).map(({ ariaLabel, value }) => `${ariaLabel!}=${value}`).slice(6)).to.deep.equal([
      'w₁₁=0', 'w₁₂=1', 'b₁=0.5', 'w₂₁=1', 'w₂₂=0', 'b₂=0',
    ]);
    const told = listen(element);
    slide(fields(element)[1], 3);
    await element.updateComplete;
    slide(fields(element)[11], -1);
    await element.updateComplete;
    expect(told).to.deep.equal([
      ['nn-change', { attribute: 'w', value: [[[2, 3], [0, 2]], [[0, 1], [1, 0]]] }],
      ['nn-change', { attribute: 'b', value: [[[0], [0]], [[0.5], [-1]]] }],
    ]);
    await press(fields(element)[0], 'ArrowUp');
    expect(element.w[0][0][0]).to.equal(2.01);
  });

  it('keeps the biases of the default network when a weight is changed, and tells the page', async () => {
    const element = await mount(html`<nn-deform controls></nn-deform>`);
    const { b } = element;
    const told = listen(element);
    slide(fields(element)[0], 1);
    expect(element.b).to.deep.equal(b);
    expect(told.map(([, detail]) => (detail as { attribute: string }).attribute)).to.deep.equal(['b', 'w']);
  });

  it('tells in a table where nine points come to lie', async () => {
    const element = await mount();
    const texts = (await openNumbers(element))();
    expect(texts[0]).to.equal('input after layer 1 after layer 2');
    expect(texts.slice(1, 4)).to.deep.equal([
      '(−1, 1) (−2, 2) (2.5, −2)', '(0, 1) (0, 2) (2.5, 0)', '(1, 1) (2, 2) (2.5, 2)',
    ]);
    expect(texts).to.have.length(10);
    await expect(element).to.be.accessible();
  });

  it('reads out where the grid’s point under a mouse or a tap came from, until the plane moves', async () => {
    const element = await mount(
      html`<nn-deform layer="1" activation="linear" w="2 0; 0 2" b="0 0" grid="5"></nn-deform>`);
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    const middle: [number, number] = [200, (canvas.clientHeight - 48) / 2];
    point(element, [['pointermove', [middle[0] + 3, middle[1]]]]);
    expect(tooltip(element).textContent).to.equal('(0.00, 0.00) → (0.00, 0.00)');
    point(element, [['pointermove', [42, 18]]]);
    expect(tooltip(element).textContent).to.match(/^\(−1\.00, 1\.00\) → \(−2\.00, 2\.00\)$/);
    point(element, [['pointerleave', [42, 18]]]);
    expect(tooltip(element).hidden).to.equal(true);
    point(element, [['pointerdown', middle], ['pointerup', middle]], 'touch');
    const { left, top } = canvas.getBoundingClientRect();
    canvas.dispatchEvent(new MouseEvent('click', { clientX: left + middle[0], clientY: top + middle[1] }));
    expect(tooltip(element).hidden).to.equal(false);
    await change(element, { layer: 0 });
    expect(tooltip(element).textContent, 'it goes with the plane').to.equal('(0.00, 0.00) → (0.00, 0.00)');
    await change(element, { layer: 'all' });
    element.play();
    page.timing.tick();
    expect(tooltip(element).hidden).to.equal(true);
  });

  it('follows a point by sliders, by keyboard alone, between layers too', async () => {
    const element = await mount(html`<nn-deform layer="0.5" activation="linear" w="2 0; 0 2" b="0 0"></nn-deform>`);
    const told = listen(element);
    const [x] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('.sliders input');
    await press(x, 'End');
    expect(told).to.deep.equal([['nn-input', { x: 1, y: 0.5 }]]);
    expect(tooltip(element).textContent).to.equal('(1.00, 0.50) → (1.50, 0.75)');
  });
});
