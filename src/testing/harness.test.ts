import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { change } from './host.js';

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

class HarnessProbe extends LitElement {
  @property({ type: Number }) count = 1;

  override render() {
    return html`<button>${this.count}</button>`;
  }
}
customElements.define('harness-probe', HarnessProbe);

describe('the test harness', () => {
  let probe: HarnessProbe;

  beforeEach(async () => {
    probe = document.createElement('harness-probe') as HarnessProbe;
    document.body.append(probe);
    await probe.updateComplete;
  });

  afterEach(() => probe.remove());

  it('compiles decorators so that a property renders', async () => {
    await change(probe, { count: 2 });
    expect(probe.shadowRoot?.textContent).to.equal('2');
  });

  it('gives animation frames', async () => {
    expect(await frame()).to.be.below(await frame());
  });

  it('tells what is in view', async () => {
    const seen = await new Promise<boolean>((resolve) => {
      new IntersectionObserver(([entry], observer) => {
        observer.disconnect();
        resolve(entry.isIntersecting);
      }).observe(probe);
    });
    expect(seen).to.equal(true);
  });

  it('shows a page that is visible and has the focus', () => {
    const button = probe.shadowRoot?.querySelector('button');
    button?.focus();
    expect([document.visibilityState, document.hasFocus()]).to.deep.equal(['visible', true]);
    expect(probe.shadowRoot?.activeElement).to.equal(button);
  });

  it('paints a canvas', () => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('no context');
    context.fillStyle = 'rgb(255, 128, 0)';
    context.fillRect(0, 0, 1, 1);
    expect([...context.getImageData(0, 0, 1, 1).data]).to.deep.equal([255, 128, 0, 255]);
  });
});
