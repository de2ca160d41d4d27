import { expect, fixture, html } from '@open-wc/testing';
import { renderOverlay, type OverlayHost } from './overlay.js';

/** Returns the name of each button in order, and the handler that a click on it calls. */
async function buttonsOf(rest: string | undefined, paused: boolean, controls: boolean): Promise<string[]> {
  const called: string[] = [];
  const host = {
    controls, paused, run: { rest }, strings: { text: (key: string) => key },
    onToggle: () => called.push('onToggle'),
    onNewStart: () => called.push('onNewStart'),
    onRecover: () => called.push('onRecover'),
  } as unknown as OverlayHost;
  const holder = await fixture<HTMLElement>(html`<div>${renderOverlay(host)}</div>`);
  await expect(holder).to.be.accessible();
  return [...holder.querySelectorAll('button')].map((button) => {
    button.click();
    return `${button.ariaLabel ?? button.textContent!}: ${called.pop()!}`;
  });
}

describe('renderOverlay', () => {
  const cases: [string | undefined, boolean, boolean, string[]][] = [
    [undefined, false, false, ['newStart: onNewStart', 'pause: onToggle']],
    ['done', true, false, ['newStart: onNewStart', 'play: onToggle']],
    [undefined, true, true, []],
    ['diverged', true, false, ['newStart: onNewStart', 'reset: onRecover']],
    ['diverged', true, true, ['reset: onRecover']],
    ['unusable', true, true, ['newStart: onRecover']],
  ];
  for (const [rest = 'none', paused, controls, buttons] of cases) {
    it(`has ${buttons.length} buttons ${controls ? 'beside' : 'without'} a toolbar at rest ${rest}`, async () => {
      expect(await buttonsOf(rest, paused, controls)).to.deep.equal(buttons);
    });
  }
});
