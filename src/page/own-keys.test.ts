import { expect, fixture, html } from '@open-wc/testing';
import { keepOwnKeys } from './own-keys.js';

/** Puts a field into a host that keeps its keys, and another into its slot; lists what its page sees. */
async function put() {
  const page = await fixture<HTMLElement>(html`<div><section><input class="slotted"></section></div>`);
  const root = page.querySelector('section')!.attachShadow({ mode: 'open' });
  const own = root.appendChild(document.createElement('input'));
  root.append(document.createElement('slot'));
  keepOwnKeys(root);
  const seen: string[] = [];
  for (const type of ['keydown', 'keypress', 'keyup']) {
    page.addEventListener(type, (event) => seen.push(`${type} ${(event as KeyboardEvent).key}`));
  }
  const fire = (type: string, key: string, more: KeyboardEventInit = {}, target = own): string[] => {
    target.dispatchEvent(new KeyboardEvent(type, { key, code: key, bubbles: true, composed: true, ...more }));
    return seen.splice(0);
  };
  const press = (key: string, more?: KeyboardEventInit, target?: HTMLInputElement): string[] =>
    ['keydown', 'keypress', 'keyup'].flatMap((type) => fire(type, key, more, target));
  return { press, fire, slotted: page.querySelector<HTMLInputElement>('.slotted')! };
}

describe('keepOwnKeys', () => {
  it('keeps what a control uses', async () => {
    const { press } = await put();
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', ' ', 'Enter',
      'Backspace', 'a', 'F', '/', '?', '5', 'Dead', 'Process'];
    expect(keys.filter((key) => press(key).length > 0)).to.deep.equal([]);
    expect(press('A', { shiftKey: true }), 'with Shift').to.deep.equal([]);
  });

  it('lets pass what no control uses', async () => {
    const { press } = await put();
    const keys = ['Escape', 'Tab', 'F1', 'F12', 'Shift', 'Control', 'Alt', 'Meta'];
    expect(keys.filter((key) => press(key).length < 3)).to.deep.equal([]);
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      expect(press('s', more), JSON.stringify(more)).to.have.length(3);
    }
  });

  it('lets a key come up for those who saw it go down, and for nobody else', async () => {
    const { fire } = await put();
    fire('keydown', 's', { ctrlKey: true });
    expect(fire('keyup', 's'), 'Ctrl was let go first').to.deep.equal(['keyup s']);
    expect(fire('keyup', ' '), 'it went down elsewhere').to.deep.equal(['keyup  ']);
    expect([fire('keydown', ' '), fire('keyup', ' ')]).to.deep.equal([[], []]);
  });

  it('leaves the keys of the page\u2019s own content alone', async () => {
    const { press, slotted } = await put();
    expect(press('ArrowLeft', {}, slotted)).to.have.length(3);
  });
});
