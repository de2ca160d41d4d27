import { expect } from '@open-wc/testing';
import type { FigureElement } from './figure-element.js';
import { everyFigure, mountEmbedded } from '../testing/every-figure.js';
import { until } from '../testing/host.js';

/** A deck that turns where a finger goes 40 px across, by touches and by pointers. */
function listenForSwipes(): { readonly turned: string[]; readonly release: () => void } {
  const turned: string[] = [];
  const from = new Map<string, number>();
  const listener = (event: Event): void => {
    const kind = event.type.replace(/start|down|move|end|up|cancel/, '');
    const x = (event as PointerEvent).clientX;
    if (/start|down/.test(event.type)) from.set(kind, x);
    else if (event.type.endsWith('cancel')) from.delete(kind);
    else if (from.has(kind) && from.get(kind)! - x > 40) {
      turned.push(event.type);
      from.delete(kind);
    }
  };
  const types = ['touch', 'pointer'].flatMap((kind) =>
    ['start', 'down', 'move', 'end', 'up', 'cancel'].map((each) => kind + each));
  for (const type of types) document.addEventListener(type, listener);
  return { turned, release: () => types.forEach((type) => document.removeEventListener(type, listener)) };
}

/** Drags a finger from a place of a target (in shares of it) 60 px across, as browsers tell it. */
function swipe(target: Element, u = 0.6, v = 0.5): void {
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y] = [left + u * width, top + v * height];
  const fire = (pointer: string, touch: string, clientX: number): void => {
    const init = { bubbles: true, composed: true, cancelable: true };
    target.dispatchEvent(new PointerEvent(pointer, {
      ...init, isPrimary: true, pointerType: 'touch', pointerId: 9, buttons: 1, clientX, clientY: y,
    }));
    target.dispatchEvent(Object.assign(new Event(touch, init), { clientX }));
  };
  fire('pointerdown', 'touchstart', x);
  for (const dx of [10, 20, 30, 60]) fire('pointermove', 'touchmove', x - dx);
  fire('pointerup', 'touchend', x - 60);
}

/** Where a finger finds something to drag in the picture of a figure, in shares of it. */
const places: readonly (readonly [title: RegExp, u: number, v: number])[] = [
  [/show="structure"/, NaN, NaN], [/nn-param-view free/, 0.2, 0.95], [/./, 0.6, 0.4],
];

describe('a deck that turns with a swipe', () => {
  let page: ReturnType<typeof listenForSwipes>;
  beforeEach(() => void (page = listenForSwipes()));
  afterEach(() => page.release());

  const surfaceOf = async (figure: FigureElement): Promise<HTMLElement> => {
    await until(() => figure.surface!.width !== 300, 'never drawn');
    return figure.surface!;
  };

  for (const [title, create] of everyFigure) {
    const [, u, v] = places.find(([pattern]) => pattern.test(title))!;
    it(`does not turn with a finger that <${title}> uses`, async () => {
      const figure = await mountEmbedded(create());
      const surface = await surfaceOf(figure);
      if (!Number.isNaN(u)) swipe(surface, u, v);
      for (const slider of figure.shadowRoot!.querySelectorAll('input[type=range]')) swipe(slider);
      expect(page.turned).to.deep.equal([]);
      swipe(Number.isNaN(u) ? surface : figure);
      expect(page.turned, 'where it uses none').to.deep.equal(['pointermove', 'touchmove']);
    });
  }

  it('does not turn while points are painted', async () => {
    const [, create] = everyFigure.find(([title]) => title.startsWith('nn-circle-trainer') && /controls/.test(title))!;
    const figure = await mountEmbedded(create());
    figure.shadowRoot!.querySelector<HTMLElement>('[aria-pressed]')!.click();
    await figure.updateComplete;
    swipe(figure.shadowRoot!.querySelector('.paint')!);
    expect(page.turned).to.deep.equal([]);
  });

  it('turns with a finger that a single picture at rest has no use for', async () => {
    const [, create] = everyFigure.find(([title]) => title.startsWith('nn-deform'))!;
    const figure = create();
    figure.setAttribute('layer', '1');
    swipe(await surfaceOf(await mountEmbedded(figure)));
    expect(page.turned).to.deep.equal(['pointermove', 'touchmove']);
  });
});
