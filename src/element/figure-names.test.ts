import { expect } from '@open-wc/testing';
import { html, type LitElement, type TemplateResult } from 'lit';
import '../define/nn-circle-trainer.js';
import '../define/nn-deform.js';
import { mountFigure } from '../testing/figure-page.js';
import { quietPage } from '../testing/trainer-page.js';

/** Tags that move. */
const moving: Record<string, TemplateResult> = {
  'nn-circle-trainer': html`<nn-circle-trainer seed="109" paused></nn-circle-trainer>`,
  'nn-circle-trainer with controls': html`<nn-circle-trainer seed="109" paused controls></nn-circle-trainer>`,
  'nn-deform': html`<nn-deform></nn-deform>`,
  'nn-deform with controls': html`<nn-deform controls></nn-deform>`,
};

/** Returns role and name of each thing that has a role, in order. */
function names(element: LitElement): string[] {
  const nameOf = (each: HTMLInputElement): string =>
    each.ariaLabel ?? each.labels?.[0]?.firstElementChild?.textContent ?? each.textContent!.trim();
  return [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[role], button, input, select, summary')]
    .map((each) => `${each.getAttribute('role') ?? each.localName} ${nameOf(each)}`);
}

describe('accessible names', () => {
  const page = quietPage();

  for (const [name, template] of Object.entries(moving)) {
    it(`of ${name} stay the same over 200 frames`, async () => {
      // Played only once it is mounted: what moves asks for frames for ever.
      const element = await mountFigure<LitElement & { play(): void; paused: boolean }>(page.timing, template);
      element.play();
      await element.updateComplete;
      const before = names(element);
      expect(before.length).to.be.above(2);
      const voice = element.shadowRoot!.querySelector('.voice')!;
      for (let k = 0; k < 200; k++) {
        page.timing.tick();
        await element.updateComplete;
        expect([names(element), voice.textContent]).to.deep.equal([before, '']);
      }
      expect(element.paused).to.equal(false);
    });
  }
});
