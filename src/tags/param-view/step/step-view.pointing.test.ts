import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { pictureOf, point } from '../../../testing/figure-page.js';
import { all, go, one, own, placeOf, stepPage, textOf } from '../../../testing/step-page.js';
import type { NnParamView } from '../nn-param-view.js';

const linesLit = (view: NnParamView): string[] => all(view, 'li.pointed code').map(({ textContent }) => textContent!);
const symbolsLit = (view: NnParamView): string[] => all(view, '.symbol.pointed').map(({ textContent }) => textContent!);

describe('a step around its picture', () => {
  const page = stepPage();

  it('lights up the lines of a symbol, the symbols of a line, and both in the picture', async () => {
    const view = await page.mount();
    await go(view, 4);
    page.timing.settle();
    const picture = pictureOf(view);
    const fire = async (target: Element, type = 'pointerover'): Promise<void> => {
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
      await view.updateComplete;
      page.timing.settle();
    };
    await fire(all(view, '.symbol').find(({ textContent }) => textContent === 'f′(outZ)')!);
    expect(symbolsLit(view)).to.deep.equal(['f′(outZ)']);
    expect(linesLit(view)).to.deep.equal([
      'outZ = sum(w2[j] * h1_a[j]) + b2', 'prediction = f(outZ)', 'dOutZ = error * fPrime(outZ)',
    ]);
    await fire(all(view, '.code li')[5]);
    expect([symbolsLit(view), linesLit(view)]).to.deep.equal([['error'], ['error = prediction - target']]);
    await fire(all(view, '.code li')[1]);
    expect(pictureOf(view)).not.to.equal(picture);
    await fire(one(view, '.microscope'), 'pointerleave');
    expect([symbolsLit(view), linesLit(view), pictureOf(view)]).to.deep.equal([[], [], picture]);
  });

  it('takes the neuron or the weight under the pointer for its example', async () => {
    const view = await page.mount();
    const example = (): string => textOf(view, 'tr.worked label');
    const pointAt = async (type: string, x: number, y: number): Promise<void> => {
      point(view, [[type, [x, y]]]);
      await view.updateComplete;
    };
    const column = 22.5 + (270 - 45) / 2;
    await go(view, 5);
    expect(example()).to.equal('3');
    await pointAt('pointermove', column, 186 - 3.5 * 41.5);
    expect([example(), textOf(view, '.symbol')]).to.deep.equal(['1', 'dH[1]']);
    expect(linesLit(view)).to.include('dZ[j] = dH[j] * fPrime(h1_z[j])');
    await pointAt('pointerleave', column, 41);
    expect(example()).to.equal('3');
    await go(view, 7);
    const [from, to] = [[22.5 + 16.5, 186 + 52], [column - 16.5, 186 - 1.5 * 41.5]];
    await pointAt('pointermove', from[0] + 0.9 * (to[0] - from[0]), from[1] + 0.9 * (to[1] - from[1]));
    expect(textOf(view, '.symbol')).to.equal('w1[3].y');
    const cell = all(view, 'tbody tr')[4].querySelectorAll('td')[2];
    cell.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    await view.updateComplete;
    expect(textOf(view, '.symbol')).to.equal('b1[5]');
  });

  it('can be used by keyboard alone', async () => {
    const view = await page.mount();
    const focused = (): Element => view.shadowRoot!.activeElement!;
    const pressOn = async (target: HTMLElement, key: string, times = 1): Promise<void> => {
      target.focus();
      for (let k = 0; k < times; k++) await sendKeys({ press: key });
      await view.updateComplete;
    };
    await pressOn(one(view, '.next'), 'Enter', 9);
    expect([placeOf(view), focused()]).to.deep.equal(['sample 105, 2 / 8', one(view, '.next')]);
    await pressOn(all(view, '.segment')[6], 'Enter');
    expect(placeOf(view)).to.equal('sample 105, 7 / 8');
    await pressOn(one(view, '.symbol'), 'ArrowRight');
    expect([focused().textContent, linesLit(view).length > 0]).to.deep.equal(['dOutZ', true]);
    await pressOn(one(view, '.code li'), 'ArrowDown');
    expect(all(view, 'li.pointed')).to.deep.equal([all(view, '.code li')[1]]);
    const example = textOf(view, 'tr.worked label');
    await pressOn(one(view, '.rows input:checked'), 'ArrowDown');
    expect(textOf(view, 'tr.worked label')).not.to.equal(example);
    expect(textOf(view, '.symbol')).to.contain(`[${textOf(view, 'tr.worked label')}]`);
  });

  it('keeps a neuron that is tapped in the diagram, or on whose row Enter is pressed', async () => {
    const view = await page.mount();
    const example = (): string => textOf(view, 'tr.worked label');
    await go(view, 1);
    const worked = example();
    view.onTap({ x: 22.5 + (270 - 45) / 2, y: 186 - 3.5 * 41.5 });
    await view.updateComplete;
    expect([worked, example()]).to.deep.equal(['3', '1']);
    await go(view, 5);
    expect(example()).to.equal('1');
    const other = await page.mount(own);
    await go(other, 5);
    expect(textOf(other, 'tr.worked label')).to.equal('3');
    one(other, '.rows input:checked').focus();
    await sendKeys({ press: 'Enter' });
    for (let sample = 0; sample < 12; sample++) {
      one(other, '.finish').click();
      await other.updateComplete;
      await go(other, 5);
      expect(textOf(other, 'tr.worked label'), `${sample} samples later`).to.equal('3');
    }
  });

  it('keeps its height from phase to phase at any width', async () => {
    const view = await page.mount();
    for (const width of [720, 420, 320, 240]) {
      view.parentElement!.style.inlineSize = `${width}px`;
      const heights = new Set<number>();
      for (let phase = 0; phase < 8; phase++) {
        await go(view, phase);
        page.timing.settle();
        heights.add(view.offsetHeight);
      }
      expect([...heights], `at ${width}`).to.have.length(1);
    }
  });
});
