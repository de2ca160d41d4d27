import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { StringsController } from '../../page/strings-controller.js';
import type { TrainingRun } from '../../model/training-run.js';
import { defineHost, Host } from '../../testing/host.js';
import { trainerOverlay } from './overlay.js';

class Speaker extends Host {
  readonly strings = new StringsController(this);
}
defineHost(Speaker);

/** Names of the buttons in order, and what a click on each does. */
async function put(rest: TrainingRun['rest'], paused: boolean, controls: boolean): Promise<string[]> {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const done: string[] = [];
  render(trainerOverlay(rest, paused, controls, new Speaker().strings, {
    toggle: () => done.push('toggle'), newStart: () => done.push('start'), mend: () => done.push('mend'),
  }), holder);
  await expect(holder).to.be.accessible();
  return [...holder.querySelectorAll('button')].map((button) => {
    button.click();
    return `${button.ariaLabel ?? button.textContent!}: ${done.pop()!}`;
  });
}

describe('trainerOverlay', () => {
  it('has a new start, and play or pause, where there is no toolbar that has them', async () => {
    expect(await put(undefined, false, false)).to.deep.equal(['new start: start', 'pause: toggle']);
    expect(await put('done', true, false)).to.deep.equal(['new start: start', 'play: toggle']);
    expect(await put(undefined, true, true)).to.deep.equal([]);
  });

  it('says what is to be done where nothing can go on, with a toolbar too', async () => {
    expect(await put('diverged', true, false)).to.deep.equal(['new start: start', 'reset: mend']);
    expect(await put('diverged', true, true)).to.deep.equal(['reset: mend']);
    expect(await put('unusable', true, true)).to.deep.equal(['new start: mend']);
  });
});
