import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { defineHost, Host } from '../testing/host.js';
import { buttonStyles, restoreFocus, focusAfterUpdate, icons } from './buttons.js';

class Buttons extends Host {
  static override styles = [buttonStyles];

  override render(): TemplateResult {
    return html`
      ${Object.entries(icons).map(([name, icon]) => html`<button aria-label=${name}>${icon}</button>`)}
      <button class="text">a word</button>` as TemplateResult;
  }
}
defineHost(Buttons);

async function mount(): Promise<HTMLButtonElement[]> {
  const host = new Buttons();
  await fixture(html`<div>${host}</div>`);
  await host.updateComplete;
  return [...host.renderRoot.querySelectorAll('button')];
}

describe('buttonStyles', () => {
  it('are accessible', async () => {
    const [first] = await mount();
    await expect((first.getRootNode() as ShadowRoot).host).to.be.accessible();
  });

  it('make a button 28 px square, large enough for a finger, and one with words as wide as they need', async () => {
    const buttons = await mount();
    const worded = buttons.pop()!;
    for (const { offsetWidth, offsetHeight } of buttons) expect([offsetWidth, offsetHeight]).to.deep.equal([28, 28]);
    expect(worded.offsetHeight).to.equal(28);
    expect(worded.offsetWidth).to.be.above(40);
  });

  it('wear the colours that the canvas reads from the page', async () => {
    const [button] = await mount();
    const host = (button.getRootNode() as ShadowRoot).host as HTMLElement;
    host.style.setProperty('--_ink', 'rgb(1, 2, 3)');
    host.style.setProperty('--_paper', 'rgb(4, 5, 6)');
    host.style.setProperty('--_muted', 'rgb(7, 8, 9)');
    const { color, backgroundColor, borderTopColor } = getComputedStyle(button);
    expect([color, backgroundColor, borderTopColor]).to.deep.equal(['rgb(1, 2, 3)', 'rgb(4, 5, 6)', 'rgb(7, 8, 9)']);
  });

  it('show the page’s text colour on nothing before any picture was drawn', async () => {
    const [button] = await mount();
    (button.getRootNode() as ShadowRoot & { host: HTMLElement }).host.style.color = 'rgb(1, 2, 3)';
    const { color, backgroundColor, borderTopColor } = getComputedStyle(button);
    expect([color, borderTopColor]).to.deep.equal(['rgb(1, 2, 3)', 'rgb(1, 2, 3)']);
    expect(backgroundColor).to.equal('rgba(0, 0, 0, 0)');
  });
});

describe('icons', () => {
  it('are pictures of 14 px in the button’s colour, and no two are alike', async () => {
    const buttons = (await mount()).slice(0, -1);
    const shapes = new Set<string>();
    for (const button of buttons) {
      button.style.color = 'rgb(1, 2, 3)';
      const svg = button.querySelector('svg')!;
      const { width, height } = svg.getBoundingClientRect();
      expect([width, height]).to.deep.equal([14, 14]);
      expect(getComputedStyle(svg).stroke).to.equal('rgb(1, 2, 3)');
      const drawn = [...svg.querySelectorAll<SVGGeometryElement>('path, rect')];
      expect(drawn.reduce((length, shape) => length + shape.getTotalLength(), 0), button.ariaLabel!).to.be.above(9);
      shapes.add(drawn.map((shape) => shape.getAttribute('d') ?? shape.localName).join(''));
      const { x, y, width: w, height: h } = svg.getBBox();
      expect(x >= 0 && y >= 0 && x + w <= 14 && y + h <= 14, button.ariaLabel!).to.equal(true);
    }
    expect(shapes.size).to.equal(Object.keys(icons).length);
  });

  it('say nothing to a screen reader: the button’s name does', async () => {
    for (const button of (await mount()).slice(0, -1)) {
      expect(button.querySelector('svg')!.getAttribute('aria-hidden')).to.equal('true');
    }
  });
});

describe('focusNext', () => {
  it('waits for the update that brings the button', async () => {
    const host = new Buttons();
    await fixture(html`<div>${host}</div>`);
    host.requestUpdate();
    await focusAfterUpdate(host, '[aria-label=pause]');
    expect(host.renderRoot).to.have.nested.property('activeElement.ariaLabel', 'pause');
  });
});

describe('catchFocus', () => {
  it('takes the focus of a button that can have it no longer, and none where none was', async () => {
    const host = new Buttons();
    await fixture(html`<div>${host}</div>`);
    const [first] = host.renderRoot.querySelectorAll('button');
    await restoreFocus(host, '[aria-label=pause]');
    expect(host.shadowRoot!.activeElement).to.equal(null);
    first.focus();
    const caught = restoreFocus(host, '[aria-label=pause]');
    first.disabled = true;
    await caught;
    await host.updateComplete;
    expect(host.renderRoot).to.have.nested.property('activeElement.ariaLabel', 'pause');
  });
});
