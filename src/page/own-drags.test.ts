import { expect, fixture, html } from '@open-wc/testing';
import { keepOwnDrags } from './own-drags.js';

/** Puts a host whose surface uses a drag from its second move on, and lists what its page sees. */
async function put() {
  const page = await fixture<HTMLElement>(html`<div><section></section></div>`);
  const root = page.querySelector('section')!.attachShadow({ mode: 'open' });
  const surface = root.appendChild(document.createElement('div'));
  const field = root.appendChild(document.createElement('input'));
  keepOwnDrags(root);
  let moves = 0;
  surface.addEventListener('pointermove', (event) => {
    if (event.buttons > 0 && ++moves > 1) event.preventDefault();
  });
  const seen: string[] = [];
  const types = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'touchstart', 'touchmove', 'touchend',
    'mousedown', 'mousemove', 'mouseup', 'click'];
  for (const type of types) page.addEventListener(type, () => seen.push(type));
  const fire = (target: Element, pointerType: string, ...of: string[]): string[] => {
    for (const type of of) {
      const buttons = type === 'pointerup' || type === 'hover' ? 0 : 1;
      const name = type === 'hover' ? 'pointermove' : type;
      const init = { bubbles: true, composed: true, cancelable: true, isPrimary: true, pointerType, buttons };
      target.dispatchEvent(name.startsWith('pointer') ? new PointerEvent(name, init) : new Event(name, init));
    }
    return seen.splice(0);
  };
  return { surface, field, fire };
}

describe('keepOwnDrags', () => {
  it('keeps a finger from where it is used on, and says that it is cancelled', async () => {
    const { surface, fire } = await put();
    expect(fire(surface, 'touch', 'pointerdown', 'touchstart', 'pointermove', 'touchmove'), 'nobody knows yet')
      .to.deep.equal(['pointerdown', 'touchstart', 'pointermove', 'touchmove']);
    expect(fire(surface, 'touch', 'pointermove', 'touchmove', 'pointermove', 'touchmove', 'pointerup', 'touchend'))
      .to.deep.equal(['pointercancel']);
    expect(fire(surface, 'touch', 'pointerdown', 'touchstart', 'pointerup', 'touchend', 'click'), 'the next finger')
      .to.deep.equal(['pointerdown', 'touchstart', 'pointerup', 'touchend', 'click']);
  });

  it('says so of the touch too, once', async () => {
    const { surface, fire } = await put();
    const ended: (readonly [number, number])[] = [];
    const listener = ({ touches, changedTouches: [touch] }: TouchEvent): unknown =>
      ended.push([touches.length, touch.clientX]);
    document.addEventListener('touchcancel', listener);
    fire(surface, 'touch', 'pointerdown', 'pointermove', 'pointermove');
    const touches = { changedTouches: [{ clientX: 17 }], touches: [{ clientX: 17 }] };
    for (let k = 0; k < 2; k++) {
      surface.dispatchEvent(Object.assign(new Event('touchmove', { bubbles: true, composed: true }), touches));
    }
    document.removeEventListener('touchcancel', listener);
    expect(ended).to.deep.equal([[0, 17]]);
  });

  it('keeps the moves of a mouse while it drags, not its button, and not where it hovers', async () => {
    const { surface, fire } = await put();
    fire(surface, 'mouse', 'pointerdown', 'mousedown', 'pointermove', 'mousemove');
    expect(fire(surface, 'mouse', 'pointermove', 'mousemove', 'pointerup', 'mouseup', 'hover', 'mousemove'))
      .to.deep.equal(['pointerup', 'mouseup', 'pointermove', 'mousemove']);
  });

  it('keeps what selects text in a field, or moves a slider, with a mouse', async () => {
    const { field, fire } = await put();
    fire(field, 'mouse', 'pointerdown', 'mousedown');
    expect(fire(field, 'mouse', 'pointermove', 'mousemove')).to.deep.equal([]);
    expect(fire(field, 'mouse', 'pointerup', 'hover')).to.deep.equal(['pointerup', 'pointermove']);
  });
});
