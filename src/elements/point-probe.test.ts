import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import type { LocalPoint } from '../controllers/pointer-controller.js';
import { StringsController } from '../controllers/strings-controller.js';
import { slide } from '../testing/figure-page.js';
import { defineHost, Host } from '../testing/host.js';
import { PointProbe, type PlanePlace } from './point-probe.js';

class Speaker extends Host {
  readonly strings = new StringsController(this);
}
defineHost(Speaker);

/** A picture of 100 px, on whose right half there is nothing to find. */
function probe() {
  const log: { written: [LocalPoint | undefined, string | undefined][]; rewritten: string[]; moved: PlanePlace[]; updates: number } = { written: [], rewritten: [], moved: [], updates: 0 };
  let answer = 1;
  const made = new PointProbe({
    strings: new Speaker().strings,
    find: ({ x, y }) => (x > 50 ? undefined : [x / 50 - 1, 1 - y / 50]),
    place: ([x, y]) => ({ x: 50 * (x + 1), y: 50 * (1 - y) }),
    tell: ([x, y]) => `${x} ${y} → ${answer}`,
    readOut: (at, text) => log.written.push([at, text]),
    rewrite: (text) => log.rewritten.push(text),
    update: () => log.updates++,
    onMove: (at) => log.moved.push(at),
  });
  return { made, log, learn: () => answer++ };
}

describe('PointProbe', () => {
  it('writes what it finds under the pointer where that is, in hundredths, and nothing where it finds none', () => {
    const { made, log } = probe();
    made.point({ x: 12.6, y: 75 });
    expect(log.written).to.deep.equal([[{ x: 12.5, y: 75 }, '-0.75 -0.5 → 1']]);
    made.point({ x: 60, y: 75 });
    made.point({ x: 70, y: 75 });
    expect(log.written.slice(1), 'taken away once').to.deep.equal([[undefined, undefined]]);
    expect(log.moved, 'passing over is no move').to.deep.equal([]);
  });

  it('follows what is learned no more often than ten times a second, and only while it is shown', () => {
    const { made, log, learn } = probe();
    made.follow(0);
    made.point({ x: 0, y: 0 });
    for (let now = 1000; now < 2000; now += 20) {
      learn();
      made.follow(now);
    }
    expect(log.rewritten).to.have.length(10);
    expect(log.rewritten[0]).to.equal('-1 1 → 2');
    made.hide();
    made.follow(5000);
    expect(log.rewritten).to.have.length(10);
  });

  for (const kind of ['quiet sliders', 'fields'] as const) {
    it(`is moved by ${kind}, which speak the numbers and show them while they have the focus`, async () => {
      const { made, log } = probe();
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const show = (): void => void render(kind === 'fields' ? made.fields('prediction') : made.quietSliders(), holder);
      made.point({ x: 25, y: 25 });
      show();
      await expect(holder).to.be.accessible();
      const [x, y] = holder.querySelectorAll('input');
      expect([x.ariaLabel, x.value, y.value, x.getAttribute('aria-valuetext')]).to.deep.equal(['x', '-0.5', '0.5', '-0.5 0.5 → 1']);
      made.hide();
      x.focus();
      expect(log.written.at(-1)).to.deep.equal([{ x: 25, y: 25 }, '-0.5 0.5 → 1']);
      slide(x, 0.25);
      slide(y, -1);
      expect(log.moved).to.deep.equal([[0.25, 0.5], [0.25, -1]]);
      expect(log.updates).to.equal(3);
      x.blur();
      expect(log.written.at(-1)).to.deep.equal([undefined, undefined]);
    });
  }
});
