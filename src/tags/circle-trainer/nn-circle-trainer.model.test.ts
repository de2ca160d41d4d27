import { expect } from '@open-wc/testing';
import type { TrainerState } from '../../core/index.js';
import { circleParameters as weights, circleTrainer, parametersOf, stateOf } from '../../testing/circle-trainer.js';
import { pictureOf } from '../../testing/figure-page.js';
import { change, until } from '../../testing/host.js';
import {
  appendModelScript, button, createTrainer, modelScript, mountTrainer, quietPage,
} from '../../testing/trainer-page.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

describe('The model of <nn-circle-trainer>', () => {
  const page = quietPage({ mayWarn: true });
  const badge = (trainer: NnCircleTrainer): Element | null => trainer.shadowRoot!.querySelector('.badge');

  it('starts from the parameters of the attribute, again at a reset, and from others at a new start', async () => {
    const trainer = await mountTrainer(createTrainer(`paused seed="1" parameters="${JSON.stringify(weights)}"`));
    trainer.step(10);
    trainer.reset();
    expect(parametersOf(trainer.trainer)).to.deep.equal(weights);
    button(trainer, '.start').click();
    expect(parametersOf(trainer.trainer)).to.deep.equal(parametersOf(circleTrainer({ seed: '1-1' })));
  });

  it('comes from a script that is added later, and goes with it', async () => {
    const trainer = await mountTrainer(createTrainer('paused'));
    const parameters = weights.slice(0, 13);
    appendModelScript(trainer, { layers: [2, 3, 1], parameters });
    await until(() => trainer.trainer.network.layers[1] === 3);
    expect([trainer.hiddenLayers, parametersOf(trainer.trainer)]).to.deep.equal([[3], parameters]);
    trainer.querySelector('script')!.remove();
    await until(() => trainer.trainer.network.layers[1] === 8);
    expect([trainer.hiddenLayers, page.warnings]).to.deep.equal([[8], []]);
  });

  it('has the layers of the attribute, else of the script', async () => {
    const trainer = await mountTrainer(createTrainer('', modelScript({ layers: [2, 4, 1] })));
    trainer.setAttribute('hidden-layers', '8');
    expect(trainer.trainer.network.layers).to.deep.equal([2, 8, 1]);
    trainer.removeAttribute('hidden-layers');
    expect([trainer.trainer.network.layers, trainer.hiddenLayers]).to.deep.equal([[2, 4, 1], [4]]);
  });

  it('is the same run while a script that says the same about it changes', async () => {
    const trainer = await mountTrainer(createTrainer('paused', modelScript({ layers: [2, 4, 1] })));
    trainer.step(10);
    trainer.querySelector('script')!.textContent = '{"layers": [2, 4, 1], "data": [[0, 0, 1], [0.9, 0.9, 0]]}';
    await until(() => trainer.data !== null);
    expect([trainer.trainer.steps, trainer.trainer.network.layers]).to.deep.equal([10, [2, 4, 1]]);
  });

  for (const given of ['[1, 2, 3]', '[1, 2', '{"a": 1}', '["a"]', '[1e999]']) {
    it(`is drawn under a message, and not trained, with parameters="${given}", until these go`, async () => {
      const trainer = await mountTrainer(createTrainer(`steps-per-frame="100" parameters='${given}'`));
      page.timing.settle();
      expect([badge(trainer) !== null, trainer.trainer.steps, page.warnings.length]).to.deep.equal([true, 0, 1]);
      expect(pictureOf(trainer)).not.to.equal('');
      trainer.removeAttribute('parameters');
      await trainer.updateComplete;
      expect(badge(trainer)).to.equal(null);
      page.timing.tick();
      expect(trainer.trainer.steps).to.equal(100);
    });
  }

  it('is not trained, whatever is asked, where it cannot be used, until the reader starts another', async () => {
    const trainer = await mountTrainer(createTrainer('steps-per-frame="100" parameters="[1]"'));
    trainer.play();
    trainer.reset();
    trainer.step(10);
    await change(trainer, { paused: false });
    page.timing.settle();
    expect([trainer.trainer.steps, trainer.paused]).to.deep.equal([0, true]);
    button(trainer, '.badge button').click();
    await trainer.updateComplete;
    expect(badge(trainer)).to.equal(null);
    page.timing.tick();
    expect(trainer.trainer.steps).to.equal(100);
  });

  it('is the default one under a message with a script that cannot be used', async () => {
    const trainer = await mountTrainer(createTrainer('', modelScript({ layers: [3, 8, 1] })));
    expect([badge(trainer) !== null, page.warnings.length]).to.deep.equal([true, 1]);
    trainer.querySelector('script')!.textContent = '[]';
    await until(() => page.warnings.length === 2);
    expect(trainer.trainer.network.layers).to.deep.equal([2, 8, 1]);
  });

  it('goes on from a state bit for bit, and refuses states that it cannot use whole', async () => {
    const wanted = circleTrainer({ seed: '12' });
    wanted.step(500);
    const state = JSON.parse(JSON.stringify(wanted.getState())) as TrainerState;
    const trainer = createTrainer();
    await trainer.setState(state);
    expect(trainer.seed).to.equal('12');
    trainer.step(500);
    wanted.step(500);
    expect(stateOf(trainer.trainer)).to.equal(stateOf(wanted));
    const { parameters } = state;
    const refused = [
      { ...state, layers: [2, 3, 1] }, { ...state, learningRate: 1e300 }, { ...state, seed: 'x'.repeat(1000) },
      { ...state, version: { toString: 1, valueOf: 1 } }, { ...state, parameters: parameters.map(() => 1e300) },
      Object.create(null), null, undefined,
    ];
    for (const each of refused) trainer.setState(each as TrainerState);
    expect(stateOf(trainer.trainer)).to.equal(stateOf(wanted));
    expect(page.warnings.length).to.be.above(2);
  });

  it('has the seed that it is reset to, and keeps the present one where that is none', () => {
    const trainer = createTrainer(`parameters="${JSON.stringify(weights)}"`);
    trainer.reset(42);
    expect(trainer.seed).to.equal('42');
    for (const wrong of ['', {}]) {
      trainer.step(5);
      trainer.reset(wrong as string);
      expect([trainer.seed, trainer.trainer.seed, trainer.trainer.steps]).to.deep.equal(['42', '42', 0]);
    }
    expect(page.warnings.every((text) => text.includes('reset('))).to.equal(true);
    expect(page.warnings).to.have.length(2);
  });

  it('has another random seed once none is given any more', async () => {
    const trainer = await mountTrainer(createTrainer('seed="7" paused'));
    trainer.removeAttribute('seed');
    expect(trainer.seed).to.match(/^\d+$/);
    expect(trainer.trainer.seed).to.equal(trainer.seed);
    expect(new Set(Array.from({ length: 5 }, () => createTrainer().seed)).size).to.be.above(1);
  });
});
