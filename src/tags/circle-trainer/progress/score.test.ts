import { expect, fixture, html } from '@open-wc/testing';
import { createTarget } from '../../../core/index.js';
import '../../../define/nn-circle-trainer.js';
import { mountFigure } from '../../../testing/figure-page.js';
import { stringsOf } from '../../../testing/strings.js';
import { quietPage } from '../../../testing/trainer-page.js';
import type { NnCircleTrainer } from '../nn-circle-trainer.js';
import type { StepScore } from './score-sampler.js';
import { renderScore, writeScore } from './score.js';

const score: StepScore = { steps: 20_000, loss: 0.008, accuracy: 0.983, iou: 0.9, baseline: 0.804 };
const circle = { target: createTarget('circle'), examples: undefined };

async function shown(of: StepScore, target = circle, lang = 'en'): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div>${renderScore(of, target, await stringsOf(lang))}</div>`);
}

const textsOf = (root: ParentNode): string[] => [...root.querySelectorAll('dt, dd:not([aria-hidden])')].map((each) => each.textContent!);

describe('renderScore', () => {
  it('tells each number under its name, and what one answer everywhere would have', async () => {
    expect(textsOf(await shown(score))).to.deep.equal(['step', '20,000', 'loss', '0.00800', 'right', '98.3%', 'always “outside”: 80.4%', 'IoU', '0.90']);
    expect(textsOf(await shown({ ...score, baseline: 0.785 }, { target: createTarget('circle', { radius: 1 }), examples: undefined }))).to.include('always “inside”: 78.5%');
  });

  it('writes numbers as the language does', async () => {
    expect(textsOf(await shown(score, circle, 'ja'))).to.deep.equal(['ステップ', '20,000', '損失', '0.00800', '正解率', '98.3%', '常に「外側」：80.4%', 'IoU', '0.90']);
  });

  it('has a bar of each share, one with a mark, which say nothing to those who do not see them', async () => {
    const bars = [...(await shown(score)).querySelectorAll<HTMLElement>('.bar')];
    expect(bars.map(({ style }) => [style.getPropertyValue('--_share').trim(), style.getPropertyValue('--_mark').trim()])).to.deep.equal([['0.983', '0.804'], ['0.9', '0']]);
    expect(bars.map((bar) => [bar.getAttribute('aria-hidden'), bar.children.length])).to.deep.equal([['true', 1], ['true', 0]]);
  });

  it('tells a second loss where there is one', async () => {
    expect(textsOf(await shown({ ...score, testLoss: 0.02 })).slice(2, 6)).to.deep.equal(['loss, training', '0.00800', 'loss, test', '0.0200']);
    expect(textsOf(await shown({ ...score, testLoss: NaN }))).to.have.length(9);
  });

  it('is written anew between two updates without another element', async () => {
    const root = await shown(score);
    const before = [...root.querySelectorAll('*')];
    writeScore(root, { ...score, steps: 20_100, accuracy: 0.5 }, circle, await stringsOf());
    expect([...root.querySelectorAll('*')]).to.deep.equal(before);
    expect(textsOf(root).slice(1, 6)).to.deep.equal(['20,100', 'loss', '0.00800', 'right', '50.0%']);
    expect(root.querySelector<HTMLElement>('.bar')!.style.getPropertyValue('--_share')).to.equal('0.5');
    writeScore(root, { ...score, testLoss: 1 }, circle, await stringsOf());
    expect(textsOf(root)[1], 'another update is due').to.equal('20,100');
  });
});

describe('<nn-circle-trainer score>', () => {
  const page = quietPage();

  it('follows the run, and is right at once after a step of a paused one and a reset', async () => {
    const trainer = await mountFigure<NnCircleTrainer>(page.timing, html`<nn-circle-trainer score paused seed="7"></nn-circle-trainer>`);
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
      const trainer = await mountFigure<NnCircleTrainer>(page.timing, html`<nn-circle-trainer score paused seed="7"></nn-circle-trainer>`, width);
      const root = trainer.shadowRoot!;
      const cells = (): DOMRect[] => [...root.querySelectorAll('.score > div')].map((cell) => cell.getBoundingClientRect());
      expect(new Set(cells().map(({ left }) => Math.round(left))).size).to.equal(columns);
      const before = cells().map(({ left, top }) => [left, top]);
      trainer.step(10_000);
      await trainer.updateComplete;
      expect(cells().map(({ left, top }) => [left, top])).to.deep.equal(before);
      for (const value of root.querySelectorAll('.score .value, .score dt')) expect(value.scrollWidth, value.textContent!).to.be.at.most(value.clientWidth);
    });
  }

  it('is accessible', async () => {
    const trainer = await mountFigure<NnCircleTrainer>(page.timing, html`<nn-circle-trainer score chart creases controls paused seed="7"></nn-circle-trainer>`);
    await expect(trainer).shadowDom.to.be.accessible();
    expect(trainer.shadowRoot!.querySelector('.score')!.closest('[aria-live], [role=status]')).to.equal(null);
  });
});
