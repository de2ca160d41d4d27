import { expect } from '@open-wc/testing';
import '../../define/nn-circle-trainer.js';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import '../../define/nn-neuron.js';
import type { NnNeuron } from '../../define/nn-neuron.js';
import { Network } from '../../core/index.js';
import { listen, openNumbers } from '../../testing/figure-page.js';
import { change, seen } from '../../testing/host.js';
import { errorsOf, LinkPage, make, trainerOf, watchTexts } from '../../testing/link-page.js';
import { FRAME_MS } from '../../testing/manual-clock.js';

type Attributes = Readonly<Record<string, string>>;

describe('<nn-neuron> and the neurons of a trainer', () => {
  const page = new LinkPage('inline-size: 400px');

  const deep = (): NnCircleTrainer =>
    trainerOf({ 'hidden-layers': '3 2', activation: 'tanh', 'output-activation': 'sigmoid', paused: '' });
  const viewOf = (attributes: Attributes = {}): NnNeuron =>
    make('nn-neuron', { for: 'demo', probe: '0.5 -0.25', ...attributes });
  const textOf = (view: NnNeuron, selector: string): string =>
    view.shadowRoot!.querySelector(selector)?.textContent ?? '';
  const sum = (view: NnNeuron): string => textOf(view, '.sum').replace(/\s+/g, '');
  const format = (value: number): string => String(Number(value.toPrecision(3))).replace('-', '\u2212');

  for (const [neuron, layer, index, caption, sentence] of [
    [undefined, 3, 0, 'the whole network’s output', 'The whole output of the network that is learning.'],
    ['out', 3, 0, 'the whole network’s output', 'The whole output of the network that is learning.'],
    ['1.3', 1, 2, 'layer 1, neuron 3', 'Neuron 3 of layer 1 of the network that is learning.'],
    ['2.1', 2, 0, 'layer 2, neuron 1', 'Neuron 1 of layer 2 of the network that is learning.'],
  ] as const) {
    it(`shows ${caption} where its neuron is ${neuron ?? 'not given'}`, async () => {
      const [trainer, view] = [deep(), viewOf(neuron ? { neuron } : {})];
      page.holder.append(trainer, view);
      const value = (): string => {
        const { network } = trainer.trainer;
        network.forward([0.5, -0.25]);
        return `= ${format(network.layerOutputs(layer)[index])}.`;
      };
      await page.describes(view, value);
      await page.describes(view, () => sentence);
      expect(textOf(view, '.of')).to.equal(caption);
      expect(sum(view) !== '', 'the sum is written of the first layer alone').to.equal(layer === 1);
      trainer.step(500);
      await page.describes(view, value);
      expect([view.neuron, page.warnings]).to.deep.equal([neuron ?? 'out', []]);
    });
  }

  it('writes the sum of a neuron of the first layer with the trainer’s weights, live', async () => {
    const [trainer, view] = [trainerOf({ paused: '' }), viewOf({ neuron: '1.2' })];
    page.holder.append(trainer, view);
    const written = (): string => {
      const weights = Array.from(trainer.trainer.network.weightsOf(1, 1), (value) => value.toFixed(2));
      return `0.50·${weights[0]}+(-0.25)·${weights[1]}`.replaceAll('-', '\u2212');
    };
    await page.describes(view, () => 'Neuron 2');
    expect(sum(view)).to.contain(written()).and.to.contain('f:leakyReLU');
    trainer.step(2000);
    await view.updateComplete;
    expect(sum(view)).to.contain(written());
  });

  it('reports a neuron that the network has not, shows the output, and that neuron once there is one', async () => {
    const [trainer, view] = [trainerOf({ 'hidden-layers': '8', paused: '' }), viewOf({ neuron: '1.9' })];
    const errors = errorsOf(view);
    page.holder.append(trainer, view);
    await page.describes(view, () => 'whole output');
    expect([errors, page.warnings.length]).to.deep.equal([['range'], 1]);
    expect([view.neuron, view.getAttribute('neuron')]).to.deep.equal(['out', '1.9']);
    for (const part of ['neuron="1.9"', '1.1 to 1.8, out', '"out"']) expect(page.warnings[0]).to.contain(part);
    await change(view, { grid: 9 });
    trainer.hiddenLayers = [9, 1];
    await page.describes(view, () => 'Neuron 9 of layer 1');
    expect(view.neuron).to.equal('1.9');
    view.neuron = '3.1';
    await page.describes(view, () => 'whole output');
    expect(page.warnings.at(-1)).to.contain('1.1 to 1.9, 2.1, out');
  });

  it('gives its neurons to choose from, and fires what the reader chose', async () => {
    const [trainer, view] = [deep(), viewOf({ controls: '' })];
    page.holder.append(trainer, view);
    await page.describes(view, () => 'whole output');
    const select = view.shadowRoot!.querySelector('select')!;
    expect([...select.options].map(({ text }) => text)).to.deep.equal([
      'layer 1, neuron 1', 'layer 1, neuron 2', 'layer 1, neuron 3', 'layer 2, neuron 1', 'layer 2, neuron 2', 'output',
    ]);
    expect(select.value).to.equal('out');
    const events = listen(view);
    select.value = '1.3';
    select.dispatchEvent(new Event('change'));
    await page.describes(view, () => 'Neuron 3 of layer 1');
    expect(events).to.deep.equal([['nn-change', { attribute: 'neuron', value: '1.3' }]]);
    const rows = await openNumbers(view);
    expect(rows()).to.have.length(2);
    expect(rows()[1].startsWith(`3 ${format(trainer.trainer.network.weightsOf(1, 2)[0])} `), rows()[1]).to.equal(true);
    await change(view, { neuron: 'out' });
    expect(rows(), 'all of the network').to.have.length(3 + 3 + 2 + 1);
  });

  it('names no fold before the trainer pauses', async () => {
    const [trainer, view] = [trainerOf({ activation: 'relu' }), viewOf({ neuron: '1.1', probe: '0.1 0.1' })];
    page.holder.append(trainer, view);
    await page.show(trainer, view);
    await seen(view.shadowRoot!.querySelector('canvas')!);
    const texts: string[] = [];
    const restore = watchTexts(view, (text) => texts.push(text));
    for (let frame = 0; frame < 10; frame++) page.timing.tick(FRAME_MS);
    expect(texts).to.not.include('fold').and.not.include('flat');
    trainer.pause();
    await page.settle(view);
    restore();
    const { network } = trainer.trainer;
    const plane = new Network({ layers: [2, 1], outputActivation: 'linear' });
    plane.parameters.set([...network.weightsOf(1, 0), network.biasOf(1, 0)]);
    const signs = [[-1, -1], [1, -1], [-1, 1], [1, 1]].map((corner) => plane.forward(corner)[0] > 0);
    expect(texts.includes('fold'), 'where it folds within the domain').to.equal(new Set(signs).size === 2);
  });
});
