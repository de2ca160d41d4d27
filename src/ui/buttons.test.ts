import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { defineHost, Host } from '../testing/host.js';
import { buttonStyles, focusAfterUpdate, icons } from './buttons.js';

class Buttons extends Host {
  static override styles = [buttonStyles];

  override render(): TemplateResult {
    return html`
      ${Object.entries(icons).map(([name, icon]) => html`<button aria-label=${name}>${icon}</button>`)}
      <button class="text">a word</button>` as TemplateResult;
  }
}
defineHost(Buttons);

async function mount(): Promise<{ host: Buttons; buttons: HTMLButtonElement[] }> {
  const host = new Buttons();
  await fixture(html`<div>${host}</div>`);
  return { host, buttons: [...host.renderRoot.querySelectorAll('button')] };
}

describe('buttonStyles', () => {
  it('make a button 28 px square, large enough for a finger, and one with words as wide as they need', async () => {
    const { host, buttons } = await mount();
    await expect(host).to.be.accessible();
    const withWords = buttons.pop()!;
    for (const { offsetWidth, offsetHeight } of buttons) expect([offsetWidth, offsetHeight]).to.deep.equal([28, 28]);
    expect(withWords.offsetHeight).to.equal(28);
    expect(withWords.offsetWidth).to.be.above(40);
  });

  it('use the colours that the canvas reads from the page, and the page’s text colour before that', async () => {
    const { host, buttons: [button] } = await mount();
    const colours = (): string[] => {
      const { color, backgroundColor, borderTopColor } = getComputedStyle(button);
      return [color, backgroundColor, borderTopColor];
    };
    host.style.color = 'rgb(1, 2, 3)';
    expect(colours()).to.deep.equal(['rgb(1, 2, 3)', 'rgba(0, 0, 0, 0)', 'rgb(1, 2, 3)']);
    const given = ['rgb(4, 5, 6)', 'rgb(7, 8, 9)', 'rgb(10, 11, 12)'];
    ['--_ink', '--_paper', '--_muted'].forEach((name, k) => host.style.setProperty(name, given[k]));
    expect(colours()).to.deep.equal(given);
  });
});

describe('icons', () => {
  it('are different pictures of 14 px in the button’s colour, which screen readers skip', async () => {
    const shapes = new Set<string>();
    for (const button of (await mount()).buttons.slice(0, -1)) {
      button.style.color = 'rgb(1, 2, 3)';
      const svg = button.querySelector('svg')!;
      const { width, height } = svg.getBoundingClientRect();
      expect([width, height, svg.ariaHidden]).to.deep.equal([14, 14, 'true']);
      expect(getComputedStyle(svg).stroke).to.equal('rgb(1, 2, 3)');
      const drawn = [...svg.querySelectorAll<SVGGeometryElement>('path, rect')];
      expect(drawn.reduce((length, shape) => length + shape.getTotalLength(), 0), button.ariaLabel!).to.be.above(9);
      shapes.add(drawn.map((shape) => shape.getAttribute('d') ?? shape.localName).join(''));
      const { x, y, width: w, height: h } = svg.getBBox();
      expect(x >= 0 && y >= 0 && x + w <= 14 && y + h <= 14, button.ariaLabel!).to.equal(true);
    }
    expect(shapes.size).to.equal(Object.keys(icons).length);
  });
});

describe('focusAfterUpdate', () => {
  it('waits for the update that brings the button', async () => {
    const { host } = await mount();
    host.requestUpdate();
    await focusAfterUpdate(host, '[aria-label=pause]');
    expect(host.renderRoot).to.have.nested.property('activeElement.ariaLabel', 'pause');
  });
});
