import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { render } from 'lit';
import { buttonStyles, icons } from '../../ui/buttons.js';
import { action, choiceField } from '../../ui/fields.js';
import { sliderStyles } from '../../ui/slider.js';
import { disclosure, toolbar, toolbarStyles } from './toolbar.js';

async function put(width: number) {
  const holder = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px; font-size: 13px"></div>`);
  const root = holder.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [buttonStyles, sliderStyles, ...toolbarStyles].map(({ styleSheet }) => styleSheet!);
  let open = false;
  let asked = 0;
  const tables = () => {
    asked++;
    return [{ caption: 'layer 1', heads: ['neuron', 'w'], rows: [{ name: '1', cells: ['0.5'] }, { name: '2', cells: ['−3'] }] }];
  };
  const fields = ['a', 'b', 'c', 'd'].map((name) => choiceField({ name, value: 'x', choices: ['x'], nameOf: (each) => each, onInput: () => {} }));
  const show = (): void => void render(toolbar('controls', html`
    <div class="actions">${action({ name: 'a long word', icon: icons.play, classes: 'narrow', onClick: () => {} })}</div>
    <div class="fields">${fields}</div>`, disclosure('numbers', open, tables, (now) => {
    open = now;
    show();
  })), root);
  show();
  return { holder, root, asked: () => asked };
}

describe('toolbar', () => {
  it('is an accessible group', async () => {
    const { holder, root } = await put(480);
    await expect(holder).to.be.accessible();
    expect(root.querySelector('[role=group]')!.ariaLabel).to.equal('controls');
  });

  it('has four columns of fields where there is room and two where there is not, and never bursts its place', async () => {
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
    await new Promise((done) => setTimeout(done, 50));
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
    const { holder, root, asked } = await put(480);
    expect([asked(), root.querySelector('table')]).to.deep.equal([0, null]);
    root.querySelector('summary')!.focus();
    await sendKeys({ press: 'Enter' });
    await new Promise((done) => setTimeout(done, 50)); // the event of it comes later
    expect(root.querySelector('table')!.caption!.textContent).to.equal('layer 1');
    expect([...root.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => `${cell.localName} ${cell.scope ?? ''} ${cell.textContent!}`))).to.deep.equal([
      ['th col neuron', 'th col w'], ['th row 1', 'td  0.5'], ['th row 2', 'td  −3'],
    ]);
    expect(root.querySelector('.tables')).to.include({ tabIndex: 0, ariaLabel: 'numbers' });
    await expect(holder).to.be.accessible();
    expect(root.querySelector('summary')!.getBoundingClientRect().height).to.be.at.least(24);
  });
});
