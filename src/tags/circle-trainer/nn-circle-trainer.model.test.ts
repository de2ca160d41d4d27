import { expect, html } from '@open-wc/testing';
import { until } from '../../testing/host.js';
import { FRAME_MS, type ManualTiming } from '../../testing/manual-clock.js';
import { button, expected, holdPage, mountTrainer, pictureOf } from '../../testing/trainer-page.js';

describe('<nn-circle-trainer>', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;

  beforeEach(() => {
    ({ timing, warnings, release } = holdPage());
  });

  afterEach(() => release());

  describe('given a model', () => {
    const weights = Array.from({ length: 33 }, (_, i) => Math.sin(i) / 2);

    it('starts from the parameters of the attribute, again at reset, and from others at a new start', async () => {
      const trainer = await mountTrainer(
        html`<nn-circle-trainer paused seed="1" parameters=${JSON.stringify(weights)}></nn-circle-trainer>`);
      expect(Array.from(trainer.trainer.network.parameters)).to.deep.equal(weights);
      trainer.step(10);
      trainer.reset();
      expect(Array.from(trainer.trainer.network.parameters)).to.deep.equal(weights);
      button(trainer, '.start').click();
      expect(trainer.trainer.network.parameters).to.deep.equal(expected('1-1', 0));
    });

    it('takes layers and parameters from a child script, also one that comes later', async () => {
      const json = JSON.stringify({ layers: [2, 3, 1], parameters: weights.slice(0, 13), note: 'mine' });
      const trainer = await mountTrainer(html`<nn-circle-trainer paused></nn-circle-trainer>`);
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = json;
      trainer.append(script);
      await until(() => trainer.trainer.network.layers.length === 3 && trainer.trainer.network.layers[1] === 3, 'never read');
      expect(Array.from(trainer.trainer.network.parameters)).to.deep.equal(weights.slice(0, 13));
      expect(warnings).to.deep.equal([]);
    });

    for (const [name, given] of [
      ['too few', '[1, 2, 3]'], ['no JSON', '[1, 2'], ['an object', '{"a": 1}'], ['not numbers', '["a"]'], ['not finite', '[1e999]'],
    ] as const) {
      it(`says so visibly when the parameters are ${name}, draws what there is, and rests`, async () => {
        const trainer = await mountTrainer(html`<nn-circle-trainer parameters=${given}></nn-circle-trainer>`);
        timing.settle();
        await trainer.updateComplete;
        expect(trainer.shadowRoot!.querySelector('.badge')!.textContent).to.contain('these parameters cannot be used');
        expect(trainer.trainer.steps).to.equal(0);
        expect(pictureOf(trainer).drawn).to.equal(true);
        expect(warnings).to.have.length(1);
        trainer.removeAttribute('parameters');
        await trainer.updateComplete;
        expect(trainer.shadowRoot!.querySelector('.badge')).to.equal(null);
        timing.tick(FRAME_MS);
        expect(trainer.trainer.steps).to.equal(100);
      });
    }

    it('reads back the layers in use, and lets the attribute win over the child, and go again', async () => {
      const trainer = await mountTrainer(
        html`<nn-circle-trainer><script type="application/json">{"layers": [2, 4, 1]}</script></nn-circle-trainer>`);
      expect(trainer.hiddenLayers).to.deep.equal([4]);
      trainer.setAttribute('hidden-layers', '8');
      expect(trainer.trainer.network.layers).to.deep.equal([2, 8, 1]);
      trainer.removeAttribute('hidden-layers');
      expect(trainer.trainer.network.layers).to.deep.equal([2, 4, 1]);
      expect(trainer.hiddenLayers).to.deep.equal([4]);
      trainer.querySelector('script')!.remove();
      await until(() => trainer.trainer.network.layers[1] === 8, 'the default is not back');
    });

    it('does not train on a model that cannot be used, whatever is asked of it, until the reader starts another', async () => {
      const trainer = await mountTrainer(html`<nn-circle-trainer parameters="[1]"></nn-circle-trainer>`);
      trainer.play();
      trainer.reset();
      trainer.step(10);
      trainer.paused = false;
      await trainer.updateComplete;
      timing.settle();
      expect(trainer.trainer.steps).to.equal(0);
      expect(trainer.paused).to.equal(true);
      button(trainer, '.badge button').click();
      await trainer.updateComplete;
      expect(trainer.shadowRoot!.querySelector('.badge')).to.equal(null);
      timing.tick(FRAME_MS);
      expect(trainer.trainer.steps).to.equal(100);
    });

    it('refuses layers it cannot train, and a child script that is no object', async () => {
      const trainer = await mountTrainer(
        html`<nn-circle-trainer><script type="application/json">{"layers": [3, 8, 1]}</script></nn-circle-trainer>`);
      timing.settle();
      await trainer.updateComplete;
      expect(trainer.shadowRoot!.querySelector('.badge')).to.exist;
      trainer.querySelector('script')!.textContent = '[]';
      await until(() => warnings.some((text) => text.includes('child script')), 'never said');
      expect(trainer.trainer.network.layers).to.deep.equal([2, 8, 1]);
    });
  });

  it('goes on from a state bit for bit, and refuses another shape whole', async () => {
    const one = await mountTrainer(html`<nn-circle-trainer seed="12" paused></nn-circle-trainer>`);
    one.step(500);
    const state = JSON.parse(JSON.stringify(one.getState()));
    const two = document.createElement('nn-circle-trainer');
    two.setState(state);
    expect(two.seed).to.equal('12');
    two.step(500);
    expect(two.trainer.network.parameters).to.deep.equal(expected('12', 1000));
    two.setState({ ...state, layers: [2, 3, 1] });
    two.setState(undefined as never);
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.contain('layers');
    expect(two.trainer.network.parameters).to.deep.equal(expected('12', 1000));
  });

  it('resets to the seed it is given, and keeps the present one when that is none', () => {
    const trainer = document.createElement('nn-circle-trainer');
    trainer.reset(42);
    expect(trainer.seed).to.equal('42');
    trainer.step(5);
    trainer.reset('');
    expect(warnings[0]).to.contain('reset(');
    expect([trainer.seed, trainer.trainer.seed, trainer.trainer.steps]).to.deep.equal(['42', '42', 0]);
  });
});
