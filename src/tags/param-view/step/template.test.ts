import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { pictureOf, point } from '../../../testing/figure-page.js';
import { all, go, microscopePage, one, placeOf, textOf } from '../../../testing/microscope-page.js';

describe('the microscope around its diagram', () => {
  const page = microscopePage();

  it('lights up the line of a symbol, the symbols of a line, and what stands for them in the picture', async () => {
    const view = await page.mount();
    await go(view, 4);
    page.timing.settle();
    const before = pictureOf(view);
    const over = (target: Element): boolean => target.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    const lit = (): [string[], string[]] => [all(view, '.symbol.pointed').map((each) => each.textContent!), all(view, 'li.pointed code').map((each) => each.textContent!)];
    over(all(view, '.symbol').find((symbol) => symbol.textContent === 'f′(outZ)')!);
    await view.updateComplete;
    expect(lit()).to.deep.equal([['f′(outZ)'], ['outZ = sum(w2[j] * h1_a[j]) + b2', 'prediction = f(outZ)', 'dOutZ = error * fPrime(outZ)']]);
    over(all(view, '.code li')[5]);
    await view.updateComplete;
    expect(lit()).to.deep.equal([['error'], ['error = prediction - target']]);
    over(all(view, '.code li')[1]);
    await view.updateComplete;
    page.timing.settle();
    expect(pictureOf(view)).not.to.equal(before);
    one(view, '.microscope').dispatchEvent(new PointerEvent('pointerleave'));
    await view.updateComplete;
    page.timing.settle();
    expect([lit(), pictureOf(view)]).to.deep.equal([[[], []], before]);
  });

  it('takes the neuron or the weight under the pointer for its example', async () => {
    const view = await page.mount();
    await go(view, 5);
    const worked = (): string => textOf(view, 'tr.worked label');
    expect(worked()).to.equal('8');
    const column = 22.5 + (270 - 45) / 2;
    point(view, [['pointermove', [column, 198 - 3.5 * 45]]]);
    await view.updateComplete;
    expect([worked(), textOf(view, '.symbol')]).to.deep.equal(['1', 'dH[1]']);
    expect(all(view, 'li.pointed code').map((each) => each.textContent)).to.include('dZ[j] = dH[j] * fPrime(h1_z[j])');
    point(view, [['pointerleave', [column, 41]]]);
    await view.updateComplete;
    expect(worked()).to.equal('8');
    await go(view, 7);
    const [from, to] = [[22.5 + 16.5, 198 + 54], [column - 16.5, 198 - 1.5 * 45]];
    point(view, [['pointermove', [from[0] + 0.9 * (to[0] - from[0]), from[1] + 0.9 * (to[1] - from[1])]]]);
    await view.updateComplete;
    expect(textOf(view, '.symbol')).to.equal('w1[3].y');
    const cell = all(view, 'tbody tr')[4].querySelectorAll('td')[2];
    cell.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    await view.updateComplete;
    expect(textOf(view, '.symbol')).to.equal('b1[5]');
  });

  it('is driven by keyboard alone', async () => {
    const view = await page.mount();
    const focused = (): Element => view.shadowRoot!.activeElement!;
    one(view, '.next').focus();
    for (let k = 0; k < 9; k++) await sendKeys({ press: 'Enter' });
    await view.updateComplete;
    expect([placeOf(view), focused()]).to.deep.equal(['sample 302, 2 of 8', one(view, '.next')]);
    all(view, '.segment')[6].focus();
    await sendKeys({ press: 'Enter' });
    await view.updateComplete;
    expect(placeOf(view)).to.equal('sample 302, 7 of 8');
    one(view, '.symbol').focus();
    await sendKeys({ press: 'ArrowRight' });
    await view.updateComplete;
    expect([focused().textContent, all(view, 'li.pointed').length > 0]).to.deep.equal(['dOutZ', true]);
    one(view, '.code li').focus();
    await sendKeys({ press: 'ArrowDown' });
    await view.updateComplete;
    expect(all(view, 'li.pointed')).to.deep.equal([all(view, '.code li')[1]]);
    one<HTMLInputElement>(view, '.rows input:checked').focus();
    const worked = textOf(view, 'tr.worked label');
    await sendKeys({ press: 'ArrowDown' });
    await view.updateComplete;
    expect(textOf(view, 'tr.worked label')).not.to.equal(worked);
    expect(textOf(view, '.symbol')).to.contain(`[${textOf(view, 'tr.worked label')}]`);
  });
});
