import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import type { LocalPoint } from '../page/pointer-controller.js';
import { StringsController } from '../page/strings-controller.js';
import { slide } from '../testing/figure-page.js';
import { defineHost, Host } from '../testing/host.js';
import { PointProbe, wholePicture } from './probe.js';
import type { Tooltip } from './tooltip.js';

/** A picture of 100 px whose right half is not the plane, and a log of what its tooltip is asked to do. */
class ProbeHost extends Host {
  answer = 1; // part of the numbers at each place
  readonly log: (readonly [point: LocalPoint, text: string] | string)[] = []; // shown, rewritten or hidden
  readonly moves: unknown[] = [];
  readonly strings = new StringsController(this);
  readonly tooltip = {
    show: (point: LocalPoint, text: string) => this.log.push([point, text]),
    hide: () => this.log.push('hidden'),
    rewrite: (text: string) => this.log.push(text),
  } as unknown as Tooltip;
  readonly probe = new PointProbe(this, {
    placeAt: ({ x, y }) => (x > 50 ? undefined : [x / 50 - 1, 1 - y / 50]),
    pointOf: ([x, y]) => ({ x: 50 * (x + 1), y: 50 * (1 - y) }),
    describe: ([x, y]) => `${x} ${y} → ${this.answer}`,
  });

  constructor() {
    super();
    this.addEventListener('nn-input', (event) => this.moves.push((event as CustomEvent<unknown>).detail));
  }
}
defineHost(ProbeHost);

describe('PointProbe', () => {
  it('shows the numbers under the pointer, rounded to hundredths, and hides them once where there are none', () => {
    const { probe, log, moves } = new ProbeHost();
    probe.showAt({ x: 12.6, y: 75 });
    probe.onHover({ x: 60, y: 75 });
    probe.onHover(undefined);
    expect(log).to.deep.equal([[{ x: 12.5, y: 75 }, '-0.75 -0.5 → 1'], 'hidden']);
    expect(moves, 'a pointer fires no event').to.deep.equal([]);
  });

  it('rewrites the numbers at most ten times a second, and only while they are shown', () => {
    const host = new ProbeHost();
    const { probe, log } = host;
    probe.updateNumbers(0);
    probe.showAt({ x: 0, y: 0 });
    log.length = 0;
    for (let now = 1000; now < 2000; now += 20) {
      host.answer++;
      probe.updateNumbers(now);
    }
    expect(log).to.have.length(10);
    expect(log[0]).to.equal('-1 1 → 2');
    probe.updateNumbers(Infinity);
    expect(log, 'once more at the end').to.have.length(11);
    probe.hide();
    probe.updateNumbers(5000);
    expect(log.slice(11)).to.deep.equal(['hidden']);
  });

  for (const kind of ['keyboardSliders', 'fields'] as const) {
    it(`is moved by ${kind}, which speak and show the numbers while they have the focus`, async () => {
      const host = new ProbeHost();
      const { probe, log } = host;
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const show = (): void => void render(probe[kind]('prediction'), holder);
      probe.showAt({ x: 25, y: 25 });
      show();
      await expect(holder).to.be.accessible();
      const [x, y] = holder.querySelectorAll('input');
      const group = x.closest<HTMLElement>('fieldset, [role=group]')!;
      expect(group.ariaLabel ?? group.querySelector('legend')!.textContent).to.equal('prediction');
      const silent = kind === 'fields' ? '0 0 → 1' : null;
      const spoken = (): string | null => x.getAttribute('aria-valuetext');
      const found = [x.ariaLabel, x.value, y.value, spoken()];
      expect(found, 'a pointer moves no slider').to.deep.equal(['x', '0', '0', silent]);
      host.answer++;
      show();
      expect(spoken(), 'without the focus').to.equal(silent);
      x.focus();
      show();
      expect([spoken(), log.at(-1)]).to.deep.equal(['0 0 → 2', [{ x: 50, y: 50 }, '0 0 → 2']]);
      host.requestUpdate = () => void log.push('update');
      slide(x, 0.25);
      slide(y, -1);
      expect(host.moves).to.deep.equal([{ x: 0.25, y: 0 }, { x: 0.25, y: -1 }]);
      expect(log.filter((entry) => entry === 'update')).to.have.length(2);
      x.blur();
      expect(log.at(-1)).to.equal('hidden');
    });
  }
});

describe('wholePicture', () => {
  it('maps [−1, 1]² to the whole picture, y upwards, and back', () => {
    const { placeAt, pointOf } = wholePicture(() => ({ width: 200, height: 100 }));
    const pairs = [[[-1, 1], { x: 0, y: 0 }], [[0, 0], { x: 100, y: 50 }], [[1, -0.5], { x: 200, y: 75 }]] as const;
    for (const [place, point] of pairs) expect([pointOf(place), placeAt(point)]).to.deep.equal([point, place]);
  });
});
