import { expect, fixture } from '@open-wc/testing';
import { createTarget, type Target } from '../../../core/index.js';
import { lookAt } from '../../../testing/look.js';
import { stringsOf } from '../../../testing/strings.js';
import { compared, placed } from './figures.js';

describe('the line from prediction to target', () => {
  const draw = async (prediction: number, target: number): Promise<Element> => {
    const strings = await stringsOf();
    const { dissection } = lookAt(strings, [2, 3, 1]);
    const shown = { ...dissection, a: [...dissection.a.slice(0, -1), Float64Array.of(prediction)], sample: { ...dissection.sample, target }, error: prediction - target };
    return fixture(compared(shown, strings));
  };
  const at = (svg: Element, selector: string, name: string): number => parseFloat(svg.querySelector(selector)!.getAttribute(name)!);

  it('has both at their numbers, and the error between them in the colour of its sign', async () => {
    const svg = await draw(0.5, 1);
    expect([at(svg, '.prediction', 'cx'), at(svg, '.target', 'cx')]).to.deep.equal([50, 95]);
    expect([at(svg, '.difference', 'x1'), at(svg, '.difference', 'x2')]).to.deep.equal([50, 95]);
    expect(svg.querySelector('.difference')!.classList.contains('negative')).to.equal(true);
    expect(svg.textContent).to.contain('error −0.500');
    expect(svg.getAttribute('aria-hidden')).to.equal('true');
  });

  it('grows with a prediction beyond 0 and 1, and leaves out one that is no number', async () => {
    const svg = await draw(3, 0);
    expect([at(svg, '.prediction', 'cx'), at(svg, '.target', 'cx')]).to.deep.equal([95, 5]);
    expect(svg.querySelector('.difference')!.classList.contains('positive')).to.equal(true);
    const below = await draw(-1, 1);
    expect([at(below, '.prediction', 'cx'), at(below, '.target', 'cx')]).to.deep.equal([5, 95]);
  });

  it('keeps the words of two that are close apart', async () => {
    for (const [prediction, target] of [[0.02, 0], [0.98, 1], [0.9, 1], [1, 1], [0, 0]]) {
      const svg = await draw(prediction, target);
      const [, ...words] = [...svg.querySelectorAll('text')].filter((text) => /error|prediction|target/.test(text.textContent!));
      const [one, other] = words.map((word) => [word.getAttribute('y'), word.getAttribute('text-anchor')].join());
      expect(one, `${prediction}`).not.to.equal(other);
    }
  });
});

describe('the sample in its plane', () => {
  const draw = (x: number, y: number, target: number, of?: Target): Promise<Element> => fixture(placed({ x, y, target }, of));

  it('stands over the target, filled where it is inside', async () => {
    const svg = await draw(0.25, -0.5, 1, createTarget('circle'));
    const point = svg.querySelector('.point')!;
    expect([point.getAttribute('cx'), point.getAttribute('cy'), point.classList.contains('filled')]).to.deep.equal(['20', '40', true]);
    expect(svg.querySelector('.inside')!.getAttribute('d')!.length).to.be.above(100);
  });

  it('stays in the picture where data lie beyond the plane, without a target', async () => {
    const svg = await draw(4, 2, 0);
    const point = svg.querySelector('.point')!;
    expect([point.getAttribute('cx'), point.getAttribute('cy'), point.classList.contains('filled')]).to.deep.equal(['80', '-40', false]);
    expect(svg.querySelector('.inside')!.getAttribute('d')).to.equal('');
  });
});
