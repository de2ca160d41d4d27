import { expect } from '@open-wc/testing';
import { all, go, microscopePage, one, own, press, textOf } from '../../../testing/microscope-page.js';

describe('the table of a phase', () => {
  const page = microscopePage();

  it('shows one column of three at a time where it is narrow, and folds its program', async () => {
    const view = await page.mount(own, 320);
    await go(view, 7);
    const shown = (): string[] => all(view, 'thead th').slice(1).filter((head) => head.offsetWidth > 0).map((head) => head.textContent!.trim());
    expect(shown()).to.deep.equal(['w1.x']);
    all<HTMLInputElement>(view, '.tabs input')[2].click();
    await view.updateComplete;
    expect([shown(), textOf(view, '.symbol')]).to.deep.equal([['b1'], 'b1[8]']);
    expect(one(view, '.code ol').offsetHeight).to.equal(0);
    await press(view, '.fold');
    expect(one(view, '.code ol').offsetHeight).to.be.above(100);
    const wide = await page.mount();
    await go(wide, 7);
    expect(all(wide, 'thead th').slice(1).filter((head) => head.offsetWidth > 0)).to.have.length(3);
  });

  it('lets a column be chosen where there are more than can stand side by side', async () => {
    const { view } = await page.linked({ 'hidden-layers': '6 4' }, 30);
    await go(view, 9);
    const select = one<HTMLSelectElement>(view, '.list select');
    expect([...select.options].map(({ value }) => value)).to.deep.equal(['w2[j][1]', 'w2[j][2]', 'w2[j][3]', 'w2[j][4]', 'w2[j][5]', 'w2[j][6]', 'b2']);
    select.value = 'w2[j][3]';
    select.dispatchEvent(new Event('change'));
    await view.updateComplete;
    expect(all(view, 'thead th').slice(1).map((head) => head.textContent!.trim())).to.deep.equal(['w2[j][3]', 'b2']);
    expect(textOf(view, '.symbol')).to.match(/^w2\[\d\]\[3\]$/);
  });

  it('brings the example into view where its row is far down', async () => {
    const { view } = await page.linked({ 'hidden-layers': '64', 'seed': '12' }, 200);
    let scrolled = 0;
    for (const phase of [1, 2, 5, 6, 7]) {
      await go(view, phase);
      await new Promise(requestAnimationFrame);
      const box = one(view, '.rows').getBoundingClientRect();
      const row = one(view, 'tr.worked').getBoundingClientRect();
      expect([row.top >= box.top - 0.5, row.bottom <= box.bottom + 0.5], `phase ${phase + 1}`).to.deep.equal([true, true]);
      scrolled += one(view, '.rows').scrollTop;
    }
    expect(scrolled).to.be.above(0);
  });
});
