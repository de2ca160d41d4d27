import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../strings/de.js';
import '../../strings/es.js';
import '../../strings/fr.js';
import '../../strings/zh-hans.js';
import { descriptionOf, pictureOf } from '../../testing/figure-page.js';
import { change } from '../../testing/host.js';
import { all, go, stepPage, one, own, placeOf, press, textOf } from '../../testing/step-page.js';

describe('<nn-param-view show="step">', () => {
  const page = stepPage();

  it('is accessible in every phase, wide and narrow, light and dark', async () => {
    for (const width of [720, 320]) {
      const view = await page.mount(own, width);
      if (width === 320) await press(view, '.fold');
      for (let phase = 0; phase < 8; phase++) {
        await go(view, phase);
        await expect(view).to.be.accessible();
      }
    }
    const dark = await page.mount(html`
      <nn-param-view show="step" style="color: #e9e7e2; background: #14161a"></nn-param-view>`);
    for (let phase = 0; phase < 8; phase++) {
      await go(dark, phase);
      await expect(dark).to.be.accessible();
    }
  });

  it('begins early in a training of its own, where the error can be seen', async () => {
    const view = await page.mount();
    expect(placeOf(view)).to.equal('sample 104, 1 / 8');
    expect(all(view, '.segment')).to.have.length(8);
    const names = all(view, '.name').map(({ textContent }) => textContent);
    expect(names).to.deep.equal(['forward', 'error', 'responsibilities', 'nudges']);
    await go(view, 3);
    expect(textOf(view, '.result')).to.equal('−0.609');
    for (const words of ['104', '4 of 8', 'error = −0.609']) expect(descriptionOf(view)).to.contain(words);
  });

  it('trains a model of its own anew where another picture is shown', async () => {
    const view = await page.mount();
    await change(view, { show: 'structure' });
    await change(view, { show: 'step' });
    expect(placeOf(view)).to.equal('sample 104, 1 / 8');
    expect(one(view, 'canvas')).to.be.ok;
  });

  it('keeps a model that a script has set where another picture is shown', async () => {
    const { view, trainer } = await page.linked({}, 70);
    const state = await trainer.getState();
    view.removeAttribute('for');
    await view.updateComplete;
    await view.setState(state);
    for (const show of ['flow', 'step'] as const) {
      await change(view, { show });
      expect(await view.getState()).to.deep.equal(state);
    }
  });

  it('speaks the language around it, and leaves the names of the program alone', async () => {
    const titles = new Set<string>();
    for (const lang of ['en', 'ja', 'de', 'es', 'fr', 'zh-Hans']) {
      const view = await page.mount(html`<nn-param-view show="step" lang=${lang}></nn-param-view>`);
      await go(view, 7);
      titles.add(textOf(view, '#title'));
      expect(textOf(view, '#title')).to.contain('w1').and.to.contain('b1');
      const symbols = all(view, '.symbol').map(({ textContent }) => textContent);
      expect(symbols).to.deep.equal(['w1[3].x', 'learningRate', 'dZ[3]', 'x']);
    }
    expect(titles.size).to.equal(6);
  });

  it('holds any network that a trainer may have, with every row within its own box', async () => {
    for (const [hidden, width] of [['64 64 64 64', 720], ['64', 240], ['1', 320], ['6 4', 420]] as const) {
      const { view } = await page.linked({ 'hidden-layers': hidden, 'learning-rate': '0.01' }, 100, width);
      for (let phase = 0; phase < all(view, '.segment').length; phase++) {
        await go(view, phase);
        page.timing.settle();
        expect(pictureOf(view), `${hidden}, phase ${phase + 1}`).not.to.equal('');
        const box = view.getBoundingClientRect();
        const rows = view.shadowRoot!.querySelector('.rows')?.getBoundingClientRect();
        const fits = rows && [rows.right <= box.right + 0.5, rows.height <= 340];
        if (fits) expect(fits, `${hidden}, phase ${phase + 1}`).to.deep.equal([true, true]);
        expect(view.scrollWidth, `${hidden}, phase ${phase + 1}`).to.be.at.most(width);
      }
    }
  });

  it('shows that a trainer has diverged, and goes no further', async () => {
    const { view } = await page.linked({ 'learning-rate': '10' }, 5000);
    expect(textOf(view, '.badge')).to.contain('diverged');
    await go(view, 7);
    expect(all<HTMLButtonElement>(view, '.next, .finish, .many').every(({ disabled }) => disabled)).to.equal(true);
    expect(one<HTMLButtonElement>(view, '.back').disabled).to.equal(false);
  });

  it('stays in its phase where it is moved, and begins with the first of another model', async () => {
    const view = await page.mount();
    await go(view, 4);
    const other = document.createElement('div');
    view.parentElement!.append(other);
    other.append(view);
    await view.updateComplete;
    expect(placeOf(view)).to.equal('sample 104, 5 / 8');
    await change(view, { seed: '5' });
    expect(placeOf(view)).to.equal('sample 125, 1 / 8');
  });

  it('shows the last sample of a trainer that is gone', async () => {
    const { view, trainer } = await page.linked({}, 30);
    trainer.remove();
    await view.updateComplete;
    expect(placeOf(view)).to.equal('sample 31, 1 / 8');
    await go(view, 7);
    expect(one<HTMLButtonElement>(view, '.next').disabled).to.equal(true);
  });
});
