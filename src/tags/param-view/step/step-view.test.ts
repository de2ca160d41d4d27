import { expect } from '@open-wc/testing';
import { parametersOf } from '../../../testing/circle-trainer.js';
import { expectSameBits } from '../../../testing/network-cases.js';
import { change, stub, until } from '../../../testing/host.js';
import { FRAME_MS } from '../../../testing/manual-clock.js';
import { all, go, one, placeOf, press, stepPage, textOf } from '../../../testing/step-page.js';
import type { NnParamView } from '../nn-param-view.js';

const canGoBack = (view: NnParamView): boolean => !one<HTMLButtonElement>(view, '.back').disabled;

describe('StepView', () => {
  const page = stepPage();

  it('goes through the phases and on to the next sample, and back to the same bits', async () => {
    const { view, trainer: { trainer } } = await page.linked({}, 50);
    const visited: [place: string, parameters: number[]][] = [];
    for (let k = 0; k < 40; k++) {
      visited.push([placeOf(view), parametersOf(trainer)]);
      await press(view, '.next');
    }
    expect(placeOf(view)).to.equal('sample 56, 1 / 8');
    for (const [place, parameters] of visited.reverse()) {
      await page.back(view);
      expect(placeOf(view)).to.equal(place);
      expectSameBits(parametersOf(trainer), parameters, place);
    }
    const before = parametersOf(trainer);
    await press(view, '.many');
    await press(view, '.finish');
    expect(placeOf(view)).to.equal('sample 152, 1 / 8');
    for (let sample = 152; sample > 51; sample--) {
      await go(view, 0);
      await page.back(view);
    }
    expect(placeOf(view)).to.equal('sample 51, 8 / 8');
    expectSameBits(parametersOf(trainer), before, 'after 101 samples back');
    await press(view, '.many');
    await press(view, '.many');
    expect(trainer.steps).to.equal(250);
  });

  it('cannot go back beyond the state that a run came from', async () => {
    const { view, trainer } = await page.linked({}, 50);
    await trainer.setState(await trainer.getState());
    await page.settle(view);
    expect([placeOf(view), canGoBack(view)]).to.deep.equal(['sample 51, 1 / 8', false]);
  });

  it('keeps the neuron that was chosen through phases, steps and update orders', async () => {
    const { view, trainer } = await page.linked({}, 50);
    const example = (): string => textOf(view, 'tr.worked label');
    await go(view, 1);
    const other = example() === '3' ? '4' : '3';
    await press(view, `tbody tr:nth-child(${other}) input`);
    for (const phase of [2, 5, 6, 7]) {
      await go(view, phase);
      const isWorked = textOf(view, '.formula').includes(`[${other}]`);
      expect([example(), isWorked], `phase ${phase}`).to.deep.equal([other, true]);
    }
    await press(view, '.next');
    await go(view, 5);
    expect([placeOf(view), example()]).to.deep.equal(['sample 52, 6 / 8', other]);
    await change(trainer, { updateOrder: 'in-place' });
    await page.settle(view);
    await go(view, 6);
    expect(example()).to.equal(other);
  });

  it("shows the output's bias while its phase is there", async () => {
    const { view, trainer } = await page.linked({}, 50);
    await go(view, 6);
    const example = textOf(view, 'tr.worked label');
    await press(view, 'tbody tr:last-child input');
    expect(textOf(view, 'tr.worked label')).to.equal('b2');
    await go(view, 5);
    expect(textOf(view, 'tr.worked label')).to.equal(example);
    await change(trainer, { updateOrder: 'in-place' });
    await page.settle(view);
    expect(view.shadowRoot!.textContent).not.to.contain('NaN');
  });

  it('shares phase and neuron with the other views of its trainer', async () => {
    const { view, trainer } = await page.linked({}, 50);
    const other = view.cloneNode() as typeof view;
    view.parentElement!.append(other);
    await other.updateComplete;
    await go(view, 5);
    await press(view, 'tbody tr:nth-child(3) th');
    await other.updateComplete;
    expect([placeOf(other), textOf(other, 'tr.worked label')]).to.deep.equal(['sample 51, 6 / 8', '3']);
    await press(other, '.next');
    await view.updateComplete;
    expect(placeOf(view)).to.equal('sample 51, 7 / 8');
    other.remove();
    await change(trainer, { hiddenLayers: [2, 2] });
    await page.settle(view);
    expect(placeOf(view)).to.equal('sample 1, 1 / 11');
  });

  it('cannot go back from the first phase of the first sample', async () => {
    const { view } = await page.linked({}, 0);
    expect(canGoBack(view)).to.equal(false);
    await press(view, '.next');
    expect(canGoBack(view)).to.equal(true);
    one(view, '.back').focus();
    await page.back(view);
    expect(canGoBack(view)).to.equal(false);
    await until(() => view.shadowRoot!.activeElement === one(view, '.next'), 'the focus was lost');
  });

  it('goes back as often as it is asked to, however fast', async () => {
    const { view } = await page.linked({}, 20);
    for (let k = 0; k < 12; k++) one(view, '.back').click();
    await page.reaches(view, 'sample 19, 5 / 8');
  });

  it('pauses the trainer, and moves it with every other view of it', async () => {
    const { view, trainer } = await page.linked({ 'steps-per-frame': '1' }, 10);
    trainer.play();
    page.timing.tick(FRAME_MS);
    page.timing.tick(FRAME_MS);
    const { steps } = trainer.trainer;
    expect(steps).to.be.above(10);
    let pauses = 0;
    trainer.addEventListener('nn-pause', () => pauses++);
    await press(view, '.next');
    expect([trainer.paused, pauses, trainer.trainer.steps]).to.deep.equal([true, 1, steps]);
    expect(placeOf(view)).to.equal(`sample ${steps + 1}, 2 / 8`);
    await press(view, '.finish');
    expect(trainer.trainer.steps).to.equal(steps + 1);
    trainer.step(3);
    await view.updateComplete;
    expect(placeOf(view)).to.equal(`sample ${steps + 5}, 1 / 8`);
    await change(trainer, { learningRate: 0.5 });
    await view.updateComplete;
    await go(view, 6);
    expect(textOf(view, '.panel')).to.contain('0.5');
  });

  it('shows a trainer that plays in the present phase, at most ten times a second', async () => {
    const { view, trainer } = await page.linked({ 'steps-per-frame': '1' }, 10);
    await go(view, 2);
    trainer.play();
    const seen = new Set<string>();
    let now = performance.now();
    const restore = stub(performance, 'now', () => now);
    for (let frame = 0; frame < 30; frame++) {
      now += FRAME_MS;
      if (page.timing.pending) page.timing.tick(FRAME_MS);
      await view.updateComplete;
      seen.add(placeOf(view));
    }
    expect([...seen].every((place) => place.endsWith('3 / 8'))).to.equal(true);
    expect(seen.size, 'in half a second').to.be.within(3, 6);
    expect(trainer.trainer.steps - 10).to.be.above(seen.size);
    now += 1000;
    trainer.pause();
    await view.updateComplete;
    expect(placeOf(view)).to.equal(`sample ${trainer.trainer.steps + 1}, 3 / 8`);
    restore();
  });

  it('keeps each number of a formula in its place while the trainer plays', async () => {
    const { view, trainer } = await page.linked({ 'steps-per-frame': '1' }, 10);
    let now = performance.now();
    const restore = stub(performance, 'now', () => now);
    for (const phase of [1, 2, 6, 7]) {
      await go(view, phase);
      trainer.play();
      const places = new Map<string, number>();
      for (let sample = 0; sample < 12; sample++) {
        now += 120;
        page.timing.tick(FRAME_MS);
        await view.updateComplete;
        all(view, sample > 1 ? '.formula :is(.positive, .negative, .chip)' : 'none').forEach((number, k) => {
          places.set(`${k}: ${Math.round(number.getBoundingClientRect().right)}`, k);
        });
      }
      expect(places.size, [...places.keys()].join()).to.equal(new Set(places.values()).size);
    }
    restore();
  });

  it('follows the update order of the trainer', async () => {
    const { view, trainer } = await page.linked({ 'seed': '109' }, 300);
    await go(view, 5);
    expect(textOf(view, '.sentences')).to.match(/^dZ\[8\] = 0\.\d+; .* w2 .* 0\.\d+\.$/);
    const simultaneous = textOf(view, '.sentences');
    await change(trainer, { updateOrder: 'in-place' });
    await view.updateComplete;
    expect(all(view, '.group').map(({ children }) => children.length - 1)).to.deep.equal([3, 1, 4]);
    await go(view, 5);
    expect(textOf(view, '#title')).to.contain('w2').and.to.contain('b2');
    await go(view, 6);
    expect(textOf(view, '.sentences')).to.contain('w2').and.not.to.equal(simultaneous);
  });
});
