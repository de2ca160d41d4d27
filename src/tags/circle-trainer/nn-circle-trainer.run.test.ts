import { expect } from '@open-wc/testing';
import { Network, Trainer, createTarget } from '../../core/index.js';
import { circleTrainer, stateOf } from '../../testing/circle-trainer.js';
import { openNumbers, pictureOf } from '../../testing/figure-page.js';
import { change, until } from '../../testing/host.js';
import { createTrainer, modelScript, mountTrainer, quietPage } from '../../testing/trainer-page.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

const points = [[0.1, 0.2, 1], [-0.7, 0.4, 0], [0.3, -0.2, 1], [0.8, 0.8, 0]] as const;
const data = {
  points: Float64Array.from(points.flatMap(([x, y]) => [x, y])),
  labels: Float64Array.from(points, ([, , label]) => label),
};
const inAttribute = `paused seed="7" data="${JSON.stringify(points)}"`;

describe('The run of <nn-circle-trainer>', () => {
  const page = quietPage({ mayWarn: true });

  /** Mounts a paused trainer and takes steps. */
  async function mount(steps = 0, attributes = 'paused seed="7"', content = ''): Promise<NnCircleTrainer> {
    const trainer = await mountTrainer(createTrainer(attributes, content));
    page.timing.settle();
    if (steps > 0) trainer.step(steps);
    return trainer;
  }

  /** Goes to a step and waits until it is there. */
  async function goTo(trainer: NnCircleTrainer, step: number): Promise<void> {
    const arrival = trainer.goTo(step);
    page.timing.settle();
    await arrival;
    await trainer.updateComplete;
  }

  describe('goTo', () => {
    it('comes to a step as a fresh run does, and shows it', async () => {
      const trainer = await mount(3000);
      page.timing.settle();
      const late = pictureOf(trainer);
      await goTo(trainer, 40);
      expect(stateOf(trainer.trainer)).to.equal(stateOf(circleTrainer({ seed: '7' }, 40)));
      expect(pictureOf(trainer)).not.to.equal(late);
      await goTo(trainer, 3000);
      expect(pictureOf(trainer)).to.equal(late);
    });

    it('tells of the step, and of nothing else', async () => {
      const trainer = await mount(500);
      page.timing.settle();
      const told: unknown[] = [];
      for (const type of ['nn-step', 'nn-play', 'nn-pause', 'nn-reset', 'nn-change', 'nn-travel']) {
        trainer.addEventListener(type, (event) => {
          told.push([type, (event as CustomEvent<{ steps: number } | null>).detail?.steps]);
        });
      }
      await goTo(trainer, 100);
      page.timing.settle();
      expect(told).to.deep.equal([['nn-step', 100]]);
    });

    it('brings back the settings of that step, and its properties read them', async () => {
      const trainer = await mount(100);
      trainer.learningRate = 0.03;
      trainer.target = 'xor';
      trainer.step(100);
      trainer.setAttribute('update-order', 'in-place');
      trainer.noise = 0.1;
      trainer.step(100);
      const end = stateOf(trainer.trainer);
      const read = (): unknown[] => [trainer.learningRate, trainer.target, trainer.updateOrder, trainer.noise];
      await goTo(trainer, 50);
      expect(read()).to.deep.equal([0.1, 'circle', 'simultaneous', 0]);
      trainer.grid = 12; // what is no setting of the run leaves it alone
      await trainer.updateComplete;
      expect(trainer.trainer.learningRate).to.equal(0.1);
      await goTo(trainer, 150);
      expect(read()).to.deep.equal([0.03, 'xor', 'simultaneous', 0]);
      await goTo(trainer, 300);
      expect(read()).to.deep.equal([0.03, 'xor', 'in-place', 0.1]);
      expect(stateOf(trainer.trainer)).to.equal(end);
      expect(page.warnings).to.deep.equal([]);
    });

    it('changes what is changed on the way where it is going, and keeps the rest of the run', async () => {
      const trainer = await mount(300);
      trainer.learningRate = 0.02;
      trainer.step(700);
      void trainer.goTo(700);
      await change(trainer, { grid: 12 });
      page.timing.settle();
      expect([trainer.trainer.steps, trainer.learningRate, trainer.trainer.lastStep]).to.deep.equal([700, 0.02, 1000]);
      void trainer.goTo(500);
      await change(trainer, { learningRate: 0.5 });
      page.timing.settle();
      const wanted = circleTrainer({ seed: '7' });
      wanted.step(300);
      wanted.learningRate = 0.02;
      wanted.step(200);
      wanted.learningRate = 0.5;
      expect(stateOf(trainer.trainer)).to.equal(stateOf(wanted));
    });

    it('is waited for by those who ask for the state, or copy or save it, and goes on under play', async () => {
      const trainer = await mount(1000);
      const seen: string[] = [];
      void trainer.goTo(500);
      void trainer.getState().then(({ steps }) => seen.push(`state ${steps}`));
      void trainer.toHtml().then((text) => seen.push(`html ${text.includes('"steps":500')}`));
      void trainer.toBlob().then(() => seen.push(`blob ${trainer.trainer.steps}`));
      for (let k = 0; k < 10; k++) await Promise.resolve();
      expect(seen).to.deep.equal([]);
      page.timing.settle();
      await until(() => seen.length === 3, 'it never arrived');
      expect(seen.sort()).to.deep.equal(['blob 500', 'html true', 'state 500']);
      trainer.trainer.learningRate = 10;
      trainer.step(5000);
      expect(trainer.trainer.diverged).to.equal(true);
      void trainer.goTo(450);
      trainer.play();
      page.timing.tick();
      expect([trainer.trainer.steps, trainer.paused]).to.deep.equal([450, false]);
    });

    it('ends where it is when the trainer leaves the page, and stays under way while it only moves', async () => {
      const trainer = await mount(1000);
      const arrival = trainer.goTo(500);
      trainer.parentElement!.append(trainer);
      await Promise.resolve();
      expect(trainer.trainer.steps).to.equal(1000);
      trainer.remove();
      await arrival;
      expect(trainer.trainer.steps).to.equal(1000);
      trainer.step(5);
      expect(trainer.trainer.steps).to.equal(1005);
    });

    it('knows its target again after many others have gone by', async () => {
      const trainer = await mount(1000);
      await goTo(trainer, 100);
      const other = createTrainer();
      for (let k = 0; k < 60; k++) {
        other.radius = 0.3 + k / 100;
        void other.trainer;
      }
      await change(trainer, { grid: 12 });
      expect(trainer.trainer.lastStep).to.equal(1000);
    });

    it('leaves the radius alone where an expression has none', async () => {
      const [one, two] = [0.3, 0.8].map((radius) => createTrainer(`target="x > y*0.37" radius="${radius}"`));
      void one.trainer;
      void two.trainer;
      two.learningRate = 0.05;
      void two.trainer;
      expect([one.radius, two.radius]).to.deep.equal([0.3, 0.8]);
    });

    it('warns of what is no step, and uses the nearest', async () => {
      const trainer = await mount(100);
      for (const wrong of [-5, NaN, 'x' as unknown as number]) await goTo(trainer, wrong);
      expect(trainer.trainer.steps).to.equal(0);
      expect(page.warnings).to.have.length(3);
    });
  });

  describe('data', () => {
    for (const [where, attributes, content] of [
      ['in an attribute', inAttribute, ''], ['in the script', 'paused seed="7"', modelScript({ data: points })],
    ]) {
      it(`${where} are learned`, async () => {
        const trainer = await mount(500, attributes, content);
        expect(stateOf(trainer.trainer)).to.equal(stateOf(circleTrainer({ seed: '7', data }, 500)));
        expect([trainer.data, page.warnings]).to.deep.equal([points, []]);
      });
    }

    it('in a property are learned, dealt out and blurred as attributes say, while it trains', async () => {
      const trainer = await mount(100);
      trainer.data = points;
      trainer.setAttribute('split', '0.5');
      trainer.setAttribute('noise', '0.1');
      await trainer.updateComplete;
      expect(trainer.trainer.steps).to.equal(100);
      const wanted = circleTrainer({ seed: '7', data, split: 0.5, noise: 0.1 });
      expect(trainer.trainer.examples).to.deep.equal(wanted.examples);
      expect(trainer.trainer.score().testLoss).to.be.a('number');
    });

    it('are used as far as they are usable, with a warning', async () => {
      const trainer = await mount(0, `paused data='${JSON.stringify([...points, ['a', 0, 1]])}'`);
      expect(trainer.data).to.deep.equal(points);
      expect(page.warnings).to.have.length(1);
      expect(page.warnings[0]).to.contain('1 of 5 left out');
    });

    it('in the script that are not usable are reported once, and the target is learned', async () => {
      const trainer = await mount(0, 'paused seed="7"', modelScript({ data: [[1, 2, 3]] }));
      expect(page.warnings).to.have.length(1);
      expect(page.warnings[0]).to.contain('child script: data: ');
      expect(trainer.trainer.examples).to.equal(undefined);
    });

    it('come back with the step at which they were there, until the page says something else', async () => {
      const trainer = await mount(500, inAttribute);
      trainer.removeAttribute('data');
      trainer.step(500);
      await goTo(trainer, 200);
      await change(trainer, { grid: 12 });
      expect([trainer.data, trainer.trainer.lastStep]).to.deep.equal([points, 1000]);
    });

    it('give way to the target when they are taken away', async () => {
      const trainer = await mount(0, inAttribute);
      trainer.removeAttribute('data');
      await trainer.updateComplete;
      expect([trainer.trainer.examples, trainer.data]).to.deep.equal([undefined, null]);
    });
  });

  describe('from a state in the script', () => {
    const source = (steps: number): Trainer => {
      const network = new Network({ layers: [2, 6, 4, 1] });
      const trainer = new Trainer({ network, target: createTarget('circle'), seed: 'abc', learningRate: 0.05 });
      trainer.step(steps);
      return trainer;
    };

    it('begins there, bit for bit, with its layers, seed and settings', async () => {
      const wanted = source(700);
      const trainer = await mount(0, 'paused', modelScript({ state: wanted.getState() }));
      expect(stateOf(trainer.trainer)).to.equal(stateOf(wanted));
      expect([trainer.hiddenLayers, trainer.seed, trainer.learningRate]).to.deep.equal([[6, 4], 'abc', 0.05]);
      wanted.step(300);
      trainer.step(300);
      await change(trainer, { grid: 10 });
      expect(stateOf(trainer.trainer)).to.equal(stateOf(wanted));
      expect(page.warnings).to.deep.equal([]);
    });

    it('has the settings that attributes give', async () => {
      const trainer = await mount(0, 'paused learning-rate="0.2"', modelScript({ state: source(700).getState() }));
      const { steps, learningRate } = trainer.trainer;
      expect([steps, learningRate, trainer.learningRate]).to.deep.equal([700, 0.2, 0.2]);
    });

    it('has the curve beside the state', async () => {
      const curve = { version: 1, points: [[0, 0.2, 0.1], [10, 0.1, 0.3]] };
      const trainer = await mount(0, 'paused chart controls', modelScript({ state: source(100).getState(), curve }));
      expect((await openNumbers(trainer))()).to.include('10 0.100 0.30');
    });

    it('reports a curve that cannot be used', async () => {
      const script = modelScript({ state: source(100).getState(), curve: { version: 3 } });
      const trainer = await mount(0, 'paused chart', script);
      expect([trainer.trainer.steps, page.warnings.length]).to.deep.equal([100, 1]);
      expect(page.warnings[0]).to.contain('version is 3, expected 1');
    });

    for (const [wrong, why] of [
      [{ ...source(9).getState(), version: 2 }, 'version is 2, expected 1'],
      [{ ...source(9).getState(), activation: 'tanh' }, 'activation is tanh, expected leaky-relu'],
      [{ ...source(9).getState(), parameters: [1, 2] }, 'expected 51 numbers'],
      [7, 'version is undefined, expected 1'],
    ] as const) {
      it(`begins at its start instead, with a warning: ${why}`, async () => {
        const trainer = await mount(0, 'paused seed="5"', modelScript({ state: wrong }));
        expect([trainer.trainer.steps, page.warnings.length]).to.deep.equal([0, 1]);
        expect(page.warnings[0]).to.contain(why);
      });
    }
  });
});
