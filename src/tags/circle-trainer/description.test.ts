import { expect, fixture, html } from '@open-wc/testing';
import { StringsController } from '../../page/strings-controller.js';
import { TrainingRun } from '../../model/training-run.js';
import { createTarget, Network, Trainer } from '../../core/index.js';
import { defineHost, Host } from '../../testing/host.js';
import { describeRun } from './description.js';

class Speaker extends Host {
  readonly strings = new StringsController(this);
}
defineHost(Speaker);

async function speaker(lang: string): Promise<StringsController> {
  const element = new Speaker();
  await fixture(html`<div lang=${lang}>${element}</div>`);
  return element.strings;
}

/** A run whose network says 0 everywhere, which is right outside the circle; a large rate makes it diverge. */
function zeroRun(learningRate = 0.1): TrainingRun {
  const run = new TrainingRun();
  const network = new Network({ layers: [2, 8, 1] });
  run.start(new Trainer({ network, target: createTarget('circle'), parameters: new Float64Array(33), learningRate }), true);
  return run;
}

const numbers = 'Trained 0 steps. 80.4% of points right; the same answer everywhere would give 80.4%. IoU 0.';

describe('describeRun', () => {
  it('tells a reader who sees no picture how the run stands and how good it is', async () => {
    expect(describeRun(zeroRun(), await speaker('en'))).to.equal(`Training. ${numbers}`);
  });

  it('tells a paused run from a running one', async () => {
    const run = zeroRun();
    run.pause();
    expect(describeRun(run, await speaker('en'))).to.equal(`Paused. ${numbers}`);
  });

  it('tells that the run is over', async () => {
    const run = zeroRun();
    run.maxSteps = 1;
    run.advance(1000 / 60, () => false);
    expect(describeRun(run, await speaker('en'))).to.match(/^Finished\. Trained 1 steps\./);
  });

  it('tells that the run diverged, and that the picture is the last sound one', async () => {
    const run = zeroRun(1e9);
    run.step(10_000);
    expect(run.rest).to.equal('diverged');
    expect(describeRun(run, await speaker('en'))).to.match(/^Diverged; the last sound picture is shown\. Trained \d+ steps\./);
  });

  it('tells that what the page gave cannot be used, in a sentence of its own', async () => {
    const run = zeroRun();
    run.disable();
    expect(describeRun(run, await speaker('en'))).to.equal('The given parameters cannot be used.');
  });

  it('writes numbers as the page’s language does', async () => {
    const run = zeroRun();
    run.step(12_345);
    expect(describeRun(run, await speaker('en'))).to.contain('Trained 12,345 steps.');
    const japanese = describeRun(run, await speaker('ja'));
    expect(japanese).to.match(/^学習中。.*12,345ステップ/);
    expect(japanese).to.not.match(/[{}]/);
  });
});
