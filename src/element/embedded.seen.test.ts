import { expect, fixture, html } from '@open-wc/testing';
import '../index.js';
import { frames, until } from '../testing/host.js';
import { make, trainerOf } from '../testing/link-page.js';

/** What pages put around a tag that nobody is to see now: styles of two boxes, one in the other. */
const hides: Readonly<Record<string, readonly [outer: string, inner: string]>> = {
  'the next slide of a carousel': ['inline-size: 300px; overflow: hidden', 'margin-inline-start: 300px'],
  'a slide that rounding shows an edge of': ['inline-size: 300px; overflow: hidden', 'margin-inline-start: 299.7px'],
  'an accordion of max-height 0': ['max-height: 0; overflow: hidden', ''],
  'an accordion of 0fr': ['display: grid; grid-template-rows: 0fr', 'min-height: 0; overflow: hidden'],
  'a transparent box': ['opacity: 0', ''],
  'a clipped box': ['', 'clip-path: inset(50%)'],
  'an invisible box': ['visibility: hidden', ''],
  'a box that is scaled to nothing': ['transform: scale(0)', ''],
  'a box that a filter makes transparent': ['filter: blur(1px) opacity(0)', ''],
  'the back of a card': ['transform-style: preserve-3d; transform: rotateY(180deg)', 'backface-visibility: hidden'],
  'a closed disclosure': ['content-visibility: hidden', ''],
};

/** Puts elements into two boxes, and returns a function that shows them. */
async function hide(styles: readonly [string, string], ...elements: Element[]): Promise<() => void> {
  const [outer, inner] = styles;
  const holder = await fixture<HTMLElement>(html`
    <div style=${outer}><div style=${inner}>${elements}</div></div>`);
  return () => {
    holder.style.cssText = '';
    (holder.firstElementChild as HTMLElement).style.cssText = '';
  };
}

describe('nothing is trained, moved or drawn that nobody sees:', () => {
  for (const [name, styles] of Object.entries(hides)) {
    it(`in ${name}`, async () => {
      const trainer = trainerOf({ id: 'hidden' });
      const view = make('nn-param-view', { for: 'hidden', style: 'inline-size: 120px' });
      const plane = make('nn-deform', { autoplay: '', grid: '5', style: 'inline-size: 120px' });
      const show = await hide(styles, plane, trainer, view);
      for (const element of [trainer, view, plane]) await element.updateComplete;
      trainer.play();
      plane.play();
      await frames(20);
      const position = plane.position;
      await frames(10);
      expect([trainer.trainer.steps, plane.position === position], 'hidden').to.deep.equal([0, true]);
      show();
      await until(() => trainer.trainer.steps > 0, 'it never learned');
      await until(() => plane.position !== position, 'it never moved');
    });
  }

  it('but the front of a card is, and its back once it is turned', async () => {
    const trainer = trainerOf({});
    const turned = 'transform: rotateY(180deg)';
    const holder = await fixture<HTMLElement>(html`
      <div style="transform-style: preserve-3d; ${turned}">
        <div style="backface-visibility: hidden; ${turned}">${trainer}</div>
      </div>`);
    trainer.play();
    await until(() => trainer.trainer.steps > 0, 'it never learned');
    holder.style.transform = '';
    await until(() => !trainer.canvas.visible, 'it was never seen to be turned away');
    holder.style.cssText = 'transform: rotateY(180deg)'; // flat: each box has a side of its own
    await frames(5);
    expect(trainer.canvas.visible).to.equal(false);
  });

  it('but a trainer that a linked view shows is', async () => {
    const trainer = trainerOf({ id: 'hidden' });
    await hide(['max-height: 0; overflow: hidden', ''], trainer);
    trainer.play();
    await frames(10);
    expect(trainer.trainer.steps).to.equal(0);
    const view = make('nn-param-view', { for: 'hidden' });
    trainer.parentElement!.parentElement!.after(view);
    await until(() => trainer.trainer.steps > 0, 'it never learned');
    view.style.clipPath = 'inset(50%)';
    await until(() => !view.canvas.visible, 'it was never seen to have gone');
    await frames(2);
    const { steps } = trainer.trainer;
    await frames(20);
    expect(trainer.trainer.steps).to.equal(steps);
    view.remove();
  });
});
