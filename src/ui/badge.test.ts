import { expect, fixture, html } from '@open-wc/testing';
import { css, type TemplateResult } from 'lit';
import { defineHost, Host } from '../testing/host.js';
import { badge, badgeStyles } from './badge.js';
import { buttonStyles } from './buttons.js';

/** A figure of a given width with a message across it. */
class Figure extends Host {
  static override styles = [
    buttonStyles,
    badgeStyles,
    css`
      :host { display: block; }
      .figure { position: relative; block-size: 300px; --_ink: #000; --_paper: #fff; --_negative: rgb(184, 67, 12); }
    `,
  ];

  message = 'diverged: try a lower learning rate';
  actions = 0;

  override render(): TemplateResult {
    return html`<div class="figure">${badge(this.message, 'reset', () => this.actions++)}</div>` as TemplateResult;
  }
}
defineHost(Figure);

async function mount(width: number, message?: string): Promise<{ figure: Figure; box: HTMLElement }> {
  const figure = new Figure();
  if (message) figure.message = message;
  const holder = await fixture<HTMLElement>(html`<div>${figure}</div>`);
  holder.style.inlineSize = `${width}px`;
  await figure.updateComplete;
  return { figure, box: figure.renderRoot.querySelector<HTMLElement>('.badge')! };
}

describe('badge', () => {
  it('is accessible, with a message and one button, which the page can style', async () => {
    const { figure, box } = await mount(300);
    await expect(figure).to.be.accessible();
    expect(box.querySelector('span')!.textContent).to.equal(figure.message);
    const [button, ...more] = box.querySelectorAll('button');
    expect([button.textContent, more.length]).to.deep.equal(['reset', 0]);
    expect([box, button].map((each) => each.getAttribute('part'))).to.deep.equal(['badge', 'button']);
    button.click();
    button.click();
    expect(figure.actions).to.equal(2);
  });

  it('shows a page’s text as text', async () => {
    const { box } = await mount(300, '<b>bold</b>');
    expect([box.querySelector('span')!.textContent, box.querySelector('b')]).to.deep.equal(['<b>bold</b>', null]);
  });

  for (const width of [480, 240, 200]) {
    it(`lies across the middle of a figure of ${width} px and within it, message and button whole`, async () => {
      const { figure, box } = await mount(width, 'a message of some length that has to wrap in a narrow figure');
      const outer = figure.renderRoot.querySelector('.figure')!.getBoundingClientRect();
      const inner = box.getBoundingClientRect();
      expect(inner.left).to.be.at.least(outer.left + 8 - 0.5);
      expect(inner.right).to.be.at.most(outer.right - 8 + 0.5);
      expect((inner.left + inner.right) / 2).to.be.closeTo((outer.left + outer.right) / 2, 1);
      expect((inner.top + inner.bottom) / 2).to.be.closeTo((outer.top + outer.bottom) / 2, 1);
      for (const part of box.querySelectorAll('svg, span, button')) {
        const { left, right } = part.getBoundingClientRect();
        expect(left).to.be.at.least(inner.left);
        expect(right).to.be.at.most(inner.right + 0.5);
      }
      expect(box.querySelector('button')!.offsetHeight).to.equal(28);
    });
  }
});
