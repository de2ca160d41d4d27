import { expect } from '@open-wc/testing';
import { html, type LitElement, type TemplateResult } from 'lit';
import '../index.js';
import { mountFigure } from '../testing/figure-page.js';
import { quietPage } from '../testing/trainer-page.js';

/** What moves by itself, and what follows it. */
const moving: Record<string, TemplateResult> = {
  'nn-circle-trainer': html`<nn-circle-trainer seed="109" paused></nn-circle-trainer>`,
  'nn-circle-trainer with controls': html`<nn-circle-trainer seed="109" paused controls></nn-circle-trainer>`,
  'nn-deform': html`<nn-deform layer="0" target="xor"></nn-deform>`,
  'nn-deform with controls': html`<nn-deform layer="0" controls></nn-deform>`,
};

/** The name of each thing that has a role, in order. */
function names(element: LitElement): string[] {
  return [...element.shadowRoot!.querySelectorAll('[role], button, input, select, summary')].map((each) =>
    `${each.getAttribute('role') ?? each.localName} ${each.ariaLabel ?? (each as HTMLInputElement).labels?.[0]?.firstElementChild?.textContent ?? each.textContent!.trim()}`);
}

describe('The accessible names', () => {
  const page = quietPage();

  for (const [name, template] of Object.entries(moving)) {
    it(`of <${name}> stay the same over 200 frames`, async () => {
      // Played only once it is mounted, for what moves asks for frames for ever.
      const element = await mountFigure<LitElement & { play(): void; paused: boolean }>(page.timing, template);
      element.play();
      await element.updateComplete;
      const before = names(element);
      expect(before.length).to.be.above(2);
      const voice = element.shadowRoot!.querySelector('.voice')!;
      for (let k = 0; k < 200; k++) {
        page.timing.tick();
        await element.updateComplete;
        expect(names(element)).to.deep.equal(before);
        expect(voice.textContent, 'nothing is spoken by itself').to.equal('');
      }
      expect(element.paused).to.equal(false);
    });
  }
});
