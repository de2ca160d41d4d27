import { expect, fixture } from '@open-wc/testing';
import { createTarget, type Sample, type Target } from '../../../core/index.js';
import { english, shownStep } from '../../../testing/shown-step.js';
import { errorFigure, sampleFigure } from './figures.js';

describe('errorFigure', () => {
  const draw = (prediction: number, target: number): Promise<Element> => {
    const { dissection } = shownStep([2, 3, 1]);
    const a = [...dissection.a.slice(0, -1), Float64Array.of(prediction)];
    const sample = { ...dissection.sample, target };
    return fixture(errorFigure({ ...dissection, a, sample, error: prediction - target }, english));
  };
  const attributes = (svg: Element, selector: string, ...names: string[]): number[] =>
    names.map((name) => parseFloat(svg.querySelector(selector)!.getAttribute(name)!));

  for (const [prediction, target, from, to, tone] of [
    [0.5, 1, 50, 95, 'negative'], [3, 0, 95, 5, 'positive'], [-1, 1, 5, 95, 'negative'],
  ] as const) {
    it(`has the error between a prediction of ${prediction} and a target of ${target}`, async () => {
      const svg = await draw(prediction, target);
      expect([attributes(svg, '.prediction', 'cx'), attributes(svg, '.target', 'cx')]).to.deep.equal([[from], [to]]);
      expect(attributes(svg, '.difference', 'x1', 'x2')).to.deep.equal([from, to]);
      expect(svg.querySelector('.difference')!.classList.contains(tone)).to.equal(true);
      expect(svg.querySelector(`text.${tone}`)!.textContent).to.contain(Math.abs(prediction - target).toFixed(3));
      expect(svg.getAttribute('aria-hidden')).to.equal('true');
    });
  }

  it('has symbols where the reader wants them', async () => {
    const svg = await fixture(errorFigure(shownStep([2, 3, 1]).dissection, english, 'symbols'));
    const texts = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent!.trim());
    expect(texts.slice(-2)).to.deep.equal(['ao', 't']);
    expect(texts[2]).to.match(/^e .*\d$/);
  });

  it('keeps the words apart where prediction and target are near', async () => {
    for (const [prediction, target] of [[0.02, 0], [0.98, 1], [0.9, 1], [1, 1], [0, 0]]) {
      const labels = [...(await draw(prediction, target)).querySelectorAll('text')]
        .filter(({ textContent }) => /^(prediction|target)$/.test(textContent!))
        .map((label) => `${label.getAttribute('y')} ${label.getAttribute('text-anchor')}`);
      expect(new Set(labels).size, `${prediction}`).to.equal(2);
    }
  });
});

describe('sampleFigure', () => {
  const circle = createTarget('circle');
  for (const [where, sample, target, place, isFilled] of [
    ['over the target, filled where it is inside', { x: 0.25, y: -0.5, target: 1 }, circle, '29 58', true],
    ['in the picture where data lie beyond the plane', { x: 4, y: 2, target: 0 }, undefined, '116 -58', false],
  ] as [string, Sample, Target | undefined, string, boolean][]) {
    it(`has the sample ${where}`, async () => {
      const svg = await fixture(sampleFigure(sample, target));
      const point = svg.querySelector('.point')!;
      expect(`${point.getAttribute('cx')} ${point.getAttribute('cy')}`).to.equal(place);
      expect(point.classList.contains('filled')).to.equal(isFilled);
      expect(svg.querySelector('.inside')!.getAttribute('d')!.length > 100).to.equal(target !== undefined);
    });
  }
});
