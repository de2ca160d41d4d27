import { expect } from '@open-wc/testing';
import { until } from '../../../testing/host.js';
import { FRAME_MS } from '../../../testing/manual-clock.js';
import { all, go, microscopePage, one, placeOf, press, textOf } from '../../../testing/microscope-page.js';

describe('Microscope', () => {
  const page = microscopePage();

  it('goes through the phases and on to the next sample, and back to the same bits', async () => {
    const { view, trainer } = await page.linked({}, 50);
    const parameters = (): string => [...new Float64Array(trainer.trainer.network.parameters)].map((value) => (Object.is(value, -0) ? '-0' : String(value))).join();
    const at = new Map<string, string>();
    const seen: string[] = [];
    for (let k = 0; k < 40; k++) {
      seen.push(placeOf(view));
      at.set(placeOf(view), parameters());
      await press(view, '.next');
    }
    expect(placeOf(view)).to.equal('sample 56, 1 of 8');
    for (const place of seen.reverse()) {
      await page.back(view);
      expect(placeOf(view)).to.equal(place);
      expect(parameters(), place).to.equal(at.get(place));
    }
    const before = parameters();
    await press(view, '.many');
    await press(view, '.whole');
    expect(placeOf(view)).to.equal('sample 152, 1 of 8');
    for (let sample = 152; sample > 51; sample--) {
      await go(view, 0);
      await page.back(view);
    }
    expect(placeOf(view)).to.equal('sample 51, 8 of 8');
    expect(parameters()).to.equal(before);
    await press(view, '.many');
    await press(view, '.many');
    expect(trainer.trainer.steps).to.equal(250);
  });

  it('cannot go back beyond the state that a run came from', async () => {
    const { view, trainer } = await page.linked({}, 50);
    trainer.setState(trainer.getState());
    page.timing.settle();
    await view.updateComplete;
    expect([placeOf(view), one<HTMLButtonElement>(view, '.back').disabled]).to.deep.equal(['sample 51, 1 of 8', true]);
  });

  it('forgets the row that was chosen where another order makes its rows others', async () => {
    const { view, trainer } = await page.linked({}, 50);
    await go(view, 6);
    all<HTMLElement>(view, 'tbody tr').at(-1)!.click();
    trainer.updateOrder = 'in-place';
    await trainer.updateComplete;
    page.timing.settle();
    await view.updateComplete;
    expect(view.shadowRoot!.textContent).not.to.contain('NaN');
  });

  it('cannot go back from the first phase of the first sample', async () => {
    const { view } = await page.linked({}, 0);
    expect(one<HTMLButtonElement>(view, '.back').disabled).to.equal(true);
    await press(view, '.next');
    expect(one<HTMLButtonElement>(view, '.back').disabled).to.equal(false);
    one(view, '.back').focus();
    await page.back(view);
    expect(one<HTMLButtonElement>(view, '.back').disabled).to.equal(true);
    await until(() => view.shadowRoot!.activeElement === one(view, '.next'), 'the focus was lost');
  });

  it('goes back as often as it is asked to, however fast', async () => {
    const { view } = await page.linked({}, 20);
    for (let k = 0; k < 12; k++) one<HTMLButtonElement>(view, '.back').click();
    await until(() => {
      if (page.timing.pending) page.timing.tick(FRAME_MS);
      return placeOf(view) === 'sample 19, 5 of 8';
    }, 'never there');
  });

  it('pauses the trainer that it takes apart, and moves it with every other view of it', async () => {
    const { view, trainer } = await page.linked({}, 10);
    trainer.play();
    page.timing.tick(FRAME_MS);
    page.timing.tick(FRAME_MS);
    const { steps } = trainer.trainer;
    expect(steps).to.be.above(10);
    const paused: string[] = [];
    trainer.addEventListener('nn-pause', () => paused.push('nn-pause'));
    await press(view, '.next');
    expect([trainer.paused, paused, trainer.trainer.steps]).to.deep.equal([true, ['nn-pause'], steps]);
    expect(placeOf(view)).to.equal(`sample ${steps + 1}, 2 of 8`);
    await press(view, '.whole');
    expect(trainer.trainer.steps).to.equal(steps + 1);
    trainer.step(3);
    await view.updateComplete;
    expect(placeOf(view)).to.equal(`sample ${steps + 5}, 1 of 8`);
    trainer.learningRate = 0.5;
    await trainer.updateComplete;
    await view.updateComplete;
    await go(view, 6);
    expect(textOf(view, '.panel')).to.contain('0.5');
  });

  it('shows a trainer that plays in the present phase, at most ten times a second', async () => {
    const { view, trainer } = await page.linked({ 'steps-per-frame': '1' }, 10);
    await go(view, 2);
    trainer.play();
    const seen = new Set<string>();
    const start = performance.now();
    while (performance.now() - start < 450) {
      if (page.timing.pending) page.timing.tick(FRAME_MS);
      await view.updateComplete;
      seen.add(placeOf(view));
      await new Promise((done) => setTimeout(done, 5));
    }
    expect([...seen].every((place) => place.endsWith('3 of 8'))).to.equal(true);
    expect(trainer.trainer.steps - 10).to.be.above(seen.size);
    trainer.pause();
    await view.updateComplete;
    expect(placeOf(view)).to.equal(`sample ${trainer.trainer.steps + 1}, 3 of 8`);
  });

  it('says what the other update order would give, and nudges first where that is the order', async () => {
    const { view, trainer } = await page.linked({ 'seed': '109' }, 300);
    await go(view, 5);
    expect(textOf(view, '.sentences')).to.match(/^dZ\[8\] = 0\.\d+; had w2 been nudged before, it would be 0\.\d+\.$/);
    trainer.updateOrder = 'in-place';
    await trainer.updateComplete;
    await view.updateComplete;
    expect(all(view, '.name').map((name) => name.textContent)).to.deep.equal(['forward', 'error', 'responsibilities and nudges']);
    await go(view, 5);
    expect(textOf(view, '#title')).to.equal('Nudge w2 and b2');
    await go(view, 6);
    expect(textOf(view, '.sentences')).to.contain('since w2 has been nudged already');
  });
});
