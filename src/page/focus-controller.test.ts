import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { defineHost, frames, Host } from '../testing/host.js';
import { FocusController } from './focus-controller.js';

class TestHost extends Host {
  names: readonly string[] = ['a', 'b', 'c', 'd'];
  disabled: readonly string[] = [];
  hiddenNames: readonly string[] = [];

  constructor() {
    super();
    new FocusController(this);
  }

  override render(): TemplateResult {
    return html`${this.names.map((name) => html`
      <p ?hidden=${this.hiddenNames.includes(name)}><button ?disabled=${this.disabled.includes(name)}>${
        name}</button></p>`)}<span tabindex="-1">not a stop of Tab</span>`;
  }
}
defineHost(TestHost);

const find = (host: TestHost, name: string): HTMLElement =>
  [...host.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent === name)!;

/** Gives the focus to a button, changes what there is, and returns the button that has the focus then. */
async function focusAfter(
  name: string, change: Partial<Pick<TestHost, 'names' | 'disabled' | 'hiddenNames'>>,
): Promise<string | undefined> {
  const host = new TestHost();
  await fixture(html`<div>${host}</div>`);
  find(host, name).focus();
  Object.assign(host, change);
  host.requestUpdate();
  await host.updateComplete;
  await frames(2); // in which browsers drop the focus of what cannot have it
  return host.shadowRoot!.activeElement?.textContent ?? undefined;
}

describe('FocusController', () => {
  it('goes to what comes next where a control disables itself, goes or is hidden', async () => {
    expect(await focusAfter('b', { disabled: ['b'] })).to.equal('c');
    expect(await focusAfter('b', { disabled: ['b', 'c'] })).to.equal('d');
    expect(await focusAfter('b', { hiddenNames: ['b'] })).to.equal('c');
    expect(await focusAfter('d', { names: ['a', 'b', 'c'] }), 'the last one').to.equal('c');
    expect(await focusAfter('d', { disabled: ['c', 'd'] }), 'nothing comes next').to.equal('b');
    expect(await focusAfter('c', { names: ['a'] })).to.equal('a');
    expect(await focusAfter('c', { names: [] })).to.equal(undefined);
  });

  it('leaves the focus where it can stay, and where it never was', async () => {
    expect(await focusAfter('b', { disabled: ['a', 'c'], hiddenNames: ['d'] })).to.equal('b');
    const host = new TestHost();
    const page = await fixture<HTMLElement>(html`<div><input>${host}</div>`);
    page.querySelector('input')!.focus();
    host.disabled = ['a'];
    host.requestUpdate();
    await host.updateComplete;
    await frames(2);
    expect(document.activeElement!.localName).to.equal('input');
  });
});
