import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import type { LocalPoint } from '../page/pointer-controller.js';
import { StringsController } from '../page/strings-controller.js';
import { slide } from '../testing/figure-page.js';
import { defineHost, Host } from '../testing/host.js';
import { PointProbe, wholePicture } from './probe.js';
import type { Tooltip } from './tooltip.js';

class Speaker extends Host {
  readonly strings = new StringsController(this);
}
defineHost(Speaker);

/** A picture of 100 px, on whose right half there is nothing to find. */
function probe() {
  const log: { written: [LocalPoint | undefined, string | undefined][]; rewritten: string[]; moved: unknown[]; updates: number } = { written: [], rewritten: [], moved: [], updates: 0 };
  let answer = 1;
  const host = new Speaker();
  host.requestUpdate = () => void log.updates++;
  host.addEventListener('nn-input', (event) => log.moved.push((event as CustomEvent<unknown>).detail));
  const made = new PointProbe(host, {
    strings: host.strings,
    find: ({ x, y }) => (x > 50 ? undefined : [x / 50 - 1, 1 - y / 50]),
    place: ([x, y]) => ({ x: 50 * (x + 1), y: 50 * (1 - y) }),
    tell: ([x, y]) => `${x} ${y} → ${answer}`,
    tooltip: {
      show: (at: LocalPoint, text: string) => log.written.push([at, text]),
      hide: () => log.written.push([undefined, undefined]),
      rewrite: (text: string) => log.rewritten.push(text),
    } as unknown as Tooltip,
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
    made.follow(Infinity);
    expect(log.rewritten, 'and once more at the end').to.have.length(11);
    made.hide();
    made.follow(5000);
    expect(log.rewritten).to.have.length(11);
  });

  for (const kind of ['quiet sliders', 'fields'] as const) {
    it(`is moved by ${kind}, which speak the numbers and show them while they have the focus`, async () => {
      const { made, log, learn } = probe();
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const show = (): void => void render(kind === 'fields' ? made.fields('prediction') : made.quietSliders('prediction'), holder);
      made.point({ x: 25, y: 25 });
      show();
      await expect(holder).to.be.accessible();
      const [x, y] = holder.querySelectorAll('input');
      const group = x.closest<HTMLElement>('fieldset, [role=group]')!;
      expect(group.ariaLabel ?? group.querySelector('legend')!.textContent).to.equal('prediction');
      expect([x.ariaLabel, x.value, y.value, x.getAttribute('aria-valuetext')], 'a pointer moves none').to.deep.equal(['x', '0', '0', kind === 'fields' ? '0 0 → 1' : null]);
      learn();
      show();
      expect(x.getAttribute('aria-valuetext'), 'nothing is spoken unasked').to.equal(kind === 'fields' ? '0 0 → 1' : null);
      x.focus();
      show();
      expect(x.getAttribute('aria-valuetext')).to.equal('0 0 → 2');
      expect(log.written.at(-1)).to.deep.equal([{ x: 50, y: 50 }, '0 0 → 2']);
      slide(x, 0.25);
      slide(y, -1);
      expect(log.moved).to.deep.equal([{ x: 0.25, y: 0 }, { x: 0.25, y: -1 }]);
      expect(log.updates).to.equal(3);
      x.blur();
      expect(log.written.at(-1)).to.deep.equal([undefined, undefined]);
    });
  }
});

describe('wholePicture', () => {
  it('places [−1, 1]² on all of the picture, y upwards, and finds it again', () => {
    const surface = document.createElement('div');
    Object.assign(surface.style, { inlineSize: '200px', blockSize: '100px' });
    document.body.append(surface);
    const { find, place } = wholePicture({ surface });
    for (const [at, point] of [[[-1, 1], { x: 0, y: 0 }], [[0, 0], { x: 100, y: 50 }], [[1, -0.5], { x: 200, y: 75 }]] as const) {
      expect(place(at)).to.deep.equal(point);
      expect(find(point)).to.deep.equal(at);
    }
    surface.remove();
  });
});
