import { expect, fixture, html } from '@open-wc/testing';
import { createTarget } from '../../../core/index.js';
import '../../../define/nn-circle-trainer.js';
import { mountFigure } from '../../../testing/figure-page.js';
import { stringsOf } from '../../../testing/strings.js';
import { createTrainer, quietPage } from '../../../testing/trainer-page.js';
import type { NnCircleTrainer } from '../nn-circle-trainer.js';
import type { StepScore } from './score-sampler.js';
import { renderScore, writeScore } from './score.js';

const score: StepScore = { steps: 20_000, loss: 0.008, accuracy: 0.983, iou: 0.9, baseline: 0.804 };
const circle = { target: createTarget('circle'), examples: undefined };

async function shown(of: StepScore, target = circle): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div>${renderScore(of, target, await stringsOf())}</div>`);
}

const textsOf = (root: ParentNode): string[] =>
  [...root.querySelectorAll('dt, dd:not([aria-hidden])')].map((each) => each.textContent!);

describe('renderScore', () => {
  it('tells each number under its name, and what one answer everywhere would have', async () => {
    expect(textsOf(await shown(score))).to.deep.equal(
      ['step', '20,000', 'loss', '0.00800', 'accuracy', '98.3%', 'always “outside”: 80.4%', 'IoU', '0.90']);
    const large = { target: createTarget('circle', { radius: 1 }), examples: undefined };
    expect(textsOf(await shown({ ...score, baseline: 0.785 }, large))).to.include('always “inside”: 78.5%');
  });

  it('has a bar of each share, one with a mark, which say nothing to those who do not see them', async () => {
    const bars = [...(await shown(score)).querySelectorAll<HTMLElement>('.bar')];
    const valueOf = ({ style }: HTMLElement, name: string): string => style.getPropertyValue(name).trim();
    expect(bars.map((bar) => [valueOf(bar, '--_share'), valueOf(bar, '--_mark'), bar.ariaHidden, bar.children.length]))
      .to.deep.equal([['0.983', '0.804', 'true', 1], ['0.9', '0', 'true', 0]]);
  });

  it('tells a second loss where there is one', async () => {
    expect(textsOf(await shown({ ...score, testLoss: 0.02 })).slice(2, 6)).to.deep.equal(
      ['training loss', '0.00800', 'test loss', '0.0200']);
    expect(textsOf(await shown({ ...score, testLoss: NaN }))).to.have.length(9);
  });

  it('is written anew between two updates without another element', async () => {
    const root = await shown(score);
    const before = [...root.querySelectorAll('*')];
    writeScore(root, { ...score, steps: 20_100, accuracy: 0.5 }, circle, await stringsOf());
    expect([...root.querySelectorAll('*')]).to.deep.equal(before);
    expect(textsOf(root).slice(1, 6)).to.deep.equal(['20,100', 'loss', '0.00800', 'accuracy', '50.0%']);
    expect(root.querySelector<HTMLElement>('.bar')!.style.getPropertyValue('--_share')).to.equal('0.5');
    writeScore(root, { ...score, testLoss: 1 }, circle, await stringsOf());
    expect(textsOf(root)[1], 'another update is due').to.equal('20,100');
  });
});

describe('<nn-circle-trainer score>', () => {
  const page = quietPage();
  const mount = (attributes = 'score', width = 400): Promise<NnCircleTrainer> =>
    mountFigure<NnCircleTrainer>(page.timing, html`${createTrainer(`paused seed="7" ${attributes}`)}`, width);

  it('follows the run, and is right at once after a step of a paused one and a reset', async () => {
    const trainer = await mount();
    const value = (k: number): string => trainer.shadowRoot!.querySelectorAll('.score .value')[k].textContent!;
    expect(value(0)).to.equal('0');
    trainer.step(1000);
    await trainer.updateComplete;
    expect(value(0)).to.equal('1,000');
    expect(Number(value(1))).to.be.closeTo(trainer.trainer.score().loss, 1e-3);
    trainer.reset();
    await trainer.updateComplete;
    expect(value(0)).to.equal('0');
    trainer.play();
    for (let k = 0; k < 30; k++) page.timing.tick();
    trainer.pause();
    await trainer.updateComplete;
    expect(value(0)).to.equal(trainer.trainer.steps.toLocaleString('en'));
  });

  for (const [width, columns] of [[480, 4], [412, 4], [400, 2], [240, 2]]) {
    it(`has ${columns} columns at ${width} px, none of which moves as digits change or bursts it`, async () => {
      const trainer = await mount('score', width);
      const root = trainer.shadowRoot!;
      const corners = (): number[][] => [...root.querySelectorAll('.score > div')].map((cell) => {
        const { left, top } = cell.getBoundingClientRect();
        return [left, top];
      });
      const before = corners();
      expect(new Set(before.map(([left]) => Math.round(left))).size).to.equal(columns);
      trainer.step(10_000);
      await trainer.updateComplete;
      expect(corners()).to.deep.equal(before);
      for (const value of root.querySelectorAll('.score .value, .score dt')) {
        expect(value.scrollWidth, value.textContent!).to.be.at.most(value.clientWidth);
      }
    });
  }

  it('is accessible', async () => {
    const trainer = await mount('score chart creases controls');
    await expect(trainer).shadowDom.to.be.accessible();
    expect(trainer.shadowRoot!.querySelector('.score')!.closest('[aria-live], [role=status]')).to.equal(null);
  });
});
