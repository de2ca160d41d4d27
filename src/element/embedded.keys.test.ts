import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { everyFigure, focusable, mountEmbedded } from '../testing/every-figure.js';
import { press } from '../testing/host.js';

/** A shortcut as documentation themes and slide decks have it: not while a field has the focus. */
function listenForShortcuts(): { readonly fired: string[]; readonly release: () => void } {
  const fired: string[] = [];
  const listener = ({ key, ctrlKey }: KeyboardEvent): void => {
    if (!/^(input|textarea|select|button)$/i.test(document.activeElement!.tagName) && !ctrlKey) fired.push(key);
  };
  const types = ['keydown', 'keyup'] as const;
  for (const type of types) document.addEventListener(type, listener);
  return { fired, release: () => types.forEach((type) => document.removeEventListener(type, listener)) };
}

describe('a page with shortcuts', () => {
  let page: ReturnType<typeof listenForShortcuts>;
  beforeEach(() => void (page = listenForShortcuts()));
  afterEach(() => page.release());

  for (const [title, create] of everyFigure) {
    it(`gets no key that a control uses of <${title}>`, async () => {
      const figure = await mountEmbedded(create());
      const controls = focusable(figure);
      if (!title.includes('structure')) expect(controls.length).to.be.above(0);
      for (const control of controls) {
        control.focus();
        for (const key of ['ArrowLeft', ' ', '/', 'n']) {
          const options = { key, code: key, bubbles: true, composed: true, cancelable: true };
          for (const type of ['keydown', 'keyup']) control.dispatchEvent(new KeyboardEvent(type, options));
        }
        expect(page.fired.splice(0), `${control.localName} ${control.className}`).to.deep.equal([]);
        control.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
        expect(page.fired.splice(0), `${control.localName} ${control.className}`).to.deep.equal(['Escape']);
      }
    });
  }

  it('lets a slider move, a field be typed into and a button be pressed by real keys', async () => {
    const [, create] = everyFigure.find(([title]) => title.startsWith('nn-circle-trainer') && /controls/.test(title))!;
    const figure = await mountEmbedded(create());
    const find = <T extends HTMLElement>(selector: string): T => figure.shadowRoot!.querySelector<T>(selector)!;
    const [rate, expression] = [find<HTMLInputElement>('.double input'), find<HTMLInputElement>('.formula')];
    const before = rate.value;
    await press(rate, 'ArrowRight');
    expect(rate.value).to.not.equal(before);
    expression.focus();
    expression.select();
    await sendKeys({ type: 'y/2>0' });
    expect(expression.value).to.equal('y/2>0');
    await press(find('.play'), ' ');
    await press(find('summary'), 'Enter');
    expect(page.fired).to.deep.equal([]);
  });
});
