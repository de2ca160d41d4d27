import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { FigureElement } from '../../element/figure-element.js';
import { defineHost, press, until } from '../../testing/host.js';
import { icons } from '../../ui/buttons.js';
import { actionButton, choiceField } from '../../ui/fields.js';
import { Toolbar, toolbarStyles, type NumbersTable } from './toolbar.js';

const numbers: NumbersTable = {
  caption: 'layer 1', heads: ['neuron', 'w'], rows: [{ name: '1', cells: ['0.5'] }, { name: '2', cells: ['−3'] }],
};

class TestFigure extends FigureElement {
  static override styles = [...FigureElement.styles, ...toolbarStyles];
  tablesRead = 0;
  private readonly _toolbar = new Toolbar(this);

  protected override render(): TemplateResult {
    const fields = ['a', 'b', 'c', 'd'].map((name) =>
      choiceField({ name, value: 'x', choices: ['x'], nameOf: (each) => each, onInput: () => {} }));
    return this.figure({ name: 'A test', description: () => '', toolbar: this._toolbar.render(html`
      <div class="actions">${
        actionButton({ name: 'a long word', icon: icons.play, classes: 'narrow', onClick: () => {} })}</div>
      <div class="fields">${fields}</div>`, () => {
      this.tablesRead++;
      return [numbers];
    }) });
  }

  override paint(): void {}
}
defineHost(TestFigure);

async function put(width: number) {
  const element = new TestFigure();
  const style = `inline-size: ${width}px; font-size: 13px`;
  const holder = await fixture<HTMLElement>(html`<div style=${style}>${element}</div>`);
  await element.updateComplete;
  return { holder, root: element.shadowRoot!, element };
}

describe('toolbar', () => {
  it('is an accessible group', async () => {
    const { holder, root } = await put(480);
    await expect(holder).to.be.accessible();
    expect(root.querySelector('.toolbar')!.ariaLabel).to.equal('controls');
  });

  it('has four columns of fields where there is room and two where not, and never bursts its place', async () => {
    for (const [width, columns] of [[480, 4], [320, 2], [240, 2]] as const) {
      const { holder, root } = await put(width);
      const fields = [...root.querySelectorAll('.field')];
      expect(new Set(fields.map((field) => field.getBoundingClientRect().left)).size, `${width} px`).to.equal(columns);
      expect(holder.scrollWidth).to.equal(width);
    }
  });

  it('follows the direction of the page, as sliders and tables do not', async () => {
    const { holder, root } = await put(480);
    holder.dir = 'rtl';
    const [first, second] = root.querySelectorAll('.field');
    expect(first.getBoundingClientRect().left).to.be.above(second.getBoundingClientRect().left);
    root.querySelector('summary')!.click();
    await until(() => root.querySelector('table') !== null);
    expect(getComputedStyle(root.querySelector('table')!).direction).to.equal('ltr');
  });

  it('shows a button’s word where there is room, and tells it always', async () => {
    for (const [width, isSeen] of [[480, true], [320, false]] as const) {
      const { root } = await put(width);
      const button = root.querySelector('button')!;
      expect(button.querySelector('span')!.getBoundingClientRect().width > 40).to.equal(isSeen);
      expect(button.textContent!.trim()).to.equal('a long word');
      expect(button.offsetWidth).to.be.at.least(36);
    }
  });
});

describe('disclosure', () => {
  it('asks for its numbers only once it is open, by keyboard too, and shows them as a table with heads', async () => {
    const { holder, root, element } = await put(480);
    expect([element.tablesRead, root.querySelector('table')]).to.deep.equal([0, null]);
    await press(root.querySelector('summary')!, 'Enter');
    await until(() => root.querySelector('table') !== null); // its event comes later
    expect(root.querySelector('table')!.caption!.textContent).to.equal('layer 1');
    expect([...root.querySelectorAll('tr')].map((row) =>
      [...row.cells].map(({ localName, scope, textContent }) => `${localName} ${scope ?? ''} ${textContent!}`),
    )).to.deep.equal([['th col neuron', 'th col w'], ['th row 1', 'td  0.5'], ['th row 2', 'td  −3']]);
    expect(root.querySelector('.tables')!).to.include({ tabIndex: 0, ariaLabel: 'numbers' });
    await expect(holder).to.be.accessible();
    expect(root.querySelector('summary')!.getBoundingClientRect().height).to.be.at.least(24);
  });
});
