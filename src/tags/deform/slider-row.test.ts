import { expect, fixture, html } from '@open-wc/testing';
import { StringsController } from '../../page/strings-controller.js';
import { defineHost, Host } from '../../testing/host.js';
import { deformLegend, deformRow } from './slider-row.js';

class TestWords extends Host {
  readonly strings = new StringsController(this);
}
defineHost(TestWords);

describe('what stands under a bent plane', () => {
  const { strings } = new TestWords();
  const textOf = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();

  it('is a button that plays or pauses and a slider over all layers', async () => {
    const told: (string | number)[] = [];
    const row = (paused: boolean): ReturnType<typeof deformRow> =>
      deformRow({ paused, layer: 1.5, written: 1.25, last: 3, onToggle: () => told.push('toggle'), onMove: (layer) => told.push(layer) }, strings);
    const element = await fixture(html`<div>${row(true)}</div>`);
    const [button, input] = [element.querySelector('button')!, element.querySelector('input')!];
    expect([button.getAttribute('aria-label'), input.max, input.value]).to.deep.equal(['play', '3', '1.5']);
    expect(textOf(element)).to.contain('1.25');
    button.click();
    input.value = '2';
    input.dispatchEvent(new Event('input'));
    expect(told).to.deep.equal(['toggle', 2]);
    expect((await fixture(html`<div>${row(false)}</div>`)).querySelector('button')!.getAttribute('aria-label')).to.equal('pause');
  });

  it('says what points are, of a target by its name or of a trainer’s, and what the line divides', async () => {
    const legend = async (options: Parameters<typeof deformLegend>[0]): Promise<Element> => fixture(html`<div>${deformLegend(options, strings)}</div>`);
    expect(textOf(await legend({ target: 'ring', share: undefined, divided: false }))).to.equal('inside outside the target: a ring');
    const other = await legend({ target: undefined, share: '90%', divided: false });
    expect(textOf(other)).to.equal('inside outside the trainer’s target dashed: where the trained output divides them, 90% right');
    expect(other.querySelectorAll('.absent')).to.have.length(1);
    expect((await legend({ target: undefined, share: '90%', divided: true })).querySelector('.absent')).to.equal(null);
  });
});
