import { expect, fixture, html } from '@open-wc/testing';
import '../../define/nn-circle-trainer.js';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import '../../define/nn-neuron.js';
import type { NnNeuron } from '../../define/nn-neuron.js';
import { Network } from '../../core/index.js';
import { listen, openNumbers } from '../../testing/figure-page.js';
import { stub } from '../../testing/host.js';
import { errorsOf, make, show, tells, trainerOf } from '../../testing/link-page.js';
import { FRAME_MS, type ManualTiming } from '../../testing/manual-clock.js';
import { holdPage } from '../../testing/trainer-page.js';

describe('<nn-neuron> and the neurons of a trainer', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;
  let page: HTMLElement;

  beforeEach(async () => {
    ({ timing, warnings, release } = holdPage());
    page = await fixture<HTMLElement>(html`<div style="inline-size: 400px"></div>`);
  });

  afterEach(() => release());

  const deep = (attributes: Readonly<Record<string, string>> = {}): NnCircleTrainer =>
    trainerOf({ 'hidden-layers': '3 2', activation: 'tanh', 'output-activation': 'sigmoid', paused: '', ...attributes });
  const viewOf = (attributes: Readonly<Record<string, string>> = {}): NnNeuron => make('nn-neuron', { for: 'demo', probe: '0.5 -0.25', ...attributes });
  const caption = (view: NnNeuron): string => view.shadowRoot!.querySelector('.of')?.textContent ?? '';
  const sum = (view: NnNeuron): string => view.shadowRoot!.querySelector('.sum')?.textContent!.replace(/\s+/g, '') ?? '';
  const format = (value: number): string => String(Number(value.toPrecision(3))).replace('-', '\u2212');

  for (const [neuron, layer, index, words, sentence] of [
    [undefined, 3, 0, 'the whole network’s output', 'The whole output of the network that is learning.'],
    ['out', 3, 0, 'the whole network’s output', 'The whole output of the network that is learning.'],
    ['1.3', 1, 2, 'layer 1, neuron 3', 'Neuron 3 of layer 1 of the network that is learning.'],
    ['2.1', 2, 0, 'layer 2, neuron 1', 'Neuron 1 of layer 2 of the network that is learning.'],
  ] as const) {
    it(`shows ${neuron ?? 'what is not said'} as ${words}`, async () => {
      const [trainer, view] = [deep(), viewOf(neuron ? { neuron } : {})];
      page.append(trainer, view);
      const value = (): string => {
        const { network } = trainer.trainer;
        network.forward([0.5, -0.25]);
        return format(network.layerOutputs(layer)[index]);
      };
      await tells(timing, view, () => `= ${value()}.`);
      await tells(timing, view, () => sentence);
      expect(caption(view)).to.equal(words);
      expect(sum(view) !== '', 'what it is made of is written of the first layer alone').to.equal(layer === 1);
      trainer.step(500);
      await tells(timing, view, () => `= ${value()}.`);
      expect([view.neuron, warnings]).to.deep.equal([neuron ?? 'out', []]);
    });
  }

  it('writes the sum of a neuron of the first layer with the trainer’s weights, live', async () => {
    const [trainer, view] = [trainerOf({ paused: '' }), viewOf({ neuron: '1.2' })];
    page.append(trainer, view);
    const written = (): string => {
      const { network } = trainer.trainer;
      return `[0.50\u22120.25]·[${[...network.weightsOf(1, 1)].map((value) => value.toFixed(2).replace('-', '\u2212')).join('')}]`;
    };
    await tells(timing, view, () => 'Neuron 2');
    expect(sum(view)).to.contain(written()).and.to.contain('f:leakyReLU');
    trainer.step(2000);
    await view.updateComplete;
    expect(sum(view)).to.contain(written());
  });

  it('says which neurons there are where it names none, shows the output, and takes it up when it comes', async () => {
    const [trainer, view] = [trainerOf({ 'hidden-layers': '8', paused: '' }), viewOf({ neuron: '1.9' })];
    const errors = errorsOf(view);
    page.append(trainer, view);
    await tells(timing, view, () => 'whole output');
    expect(warnings).to.deep.equal(['<nn-neuron> neuron="1.9": expected one of 1.1 to 1.8, out; "out" is used.']);
    expect([view.neuron, view.getAttribute('neuron'), errors]).to.deep.equal(['out', '1.9', ['range']]);
    view.grid = 9;
    await view.updateComplete;
    trainer.hiddenLayers = [9, 1];
    await tells(timing, view, () => 'Neuron 9 of layer 1');
    expect(view.neuron).to.equal('1.9');
    view.neuron = '3.1';
    await tells(timing, view, () => 'whole output');
    expect(warnings.at(-1)).to.contain('expected one of 1.1 to 1.9, 2.1, out');
  });

  it('gives its neurons to choose from, and tells when the reader did', async () => {
    const [trainer, view] = [deep(), viewOf({ controls: '' })];
    page.append(trainer, view);
    await tells(timing, view, () => 'whole output');
    const select = view.shadowRoot!.querySelector('select')!;
    expect([...select.options].map(({ text }) => text)).to.deep.equal([
      'layer 1, neuron 1', 'layer 1, neuron 2', 'layer 1, neuron 3', 'layer 2, neuron 1', 'layer 2, neuron 2', 'output']);
    expect(select.value).to.equal('out');
    const told = listen(view);
    select.value = '1.3';
    select.dispatchEvent(new Event('change'));
    await tells(timing, view, () => 'Neuron 3 of layer 1');
    expect(told).to.deep.equal([['nn-change', { attribute: 'neuron', value: '1.3' }]]);
    const rows = await openNumbers(view);
    expect(rows()).to.have.length(2);
    expect(rows()[1].startsWith(`3 ${format(trainer.trainer.network.weightsOf(1, 2)[0])} `), rows()[1]).to.equal(true);
    view.neuron = 'out';
    await view.updateComplete;
    expect(rows(), 'all of the network').to.have.length(3 + 3 + 2 + 1);
  });

  it('names no fold while the network learns, and writes numbers at most ten times a second', async () => {
    const [trainer, view] = [trainerOf({ activation: 'relu' }), viewOf({ neuron: '1.1', probe: '0.1 0.1' })];
    page.append(trainer, view);
    await show(timing, trainer, view);
    let time = performance.now();
    const clock = stub(performance, 'now', () => time);
    const canvas = view.shadowRoot!.querySelector('canvas')!;
    const { fillText } = CanvasRenderingContext2D.prototype;
    let texts: string[] = [];
    const restore = stub(CanvasRenderingContext2D.prototype, 'fillText', function (this: CanvasRenderingContext2D, text: string, ...at: [number, number, number?]) {
      if (this.canvas === canvas) texts.push(text);
      fillText.call(this, text, ...at);
    });
    const values: string[] = [];
    for (let frame = 0; frame < 60; frame++) {
      time += FRAME_MS;
      texts = [];
      timing.tick(FRAME_MS);
      await Promise.resolve();
      expect(texts).to.not.include('fold').and.not.include('flat');
      values.push(texts.find((text) => text.startsWith(' = '))!);
    }
    expect(new Set(values).size).to.be.within(1, 11);
    texts = [];
    trainer.pause();
    clock();
    await view.updateComplete;
    timing.settle();
    const { network } = trainer.trainer;
    const line = new Network({ layers: [2, 1], outputActivation: 'linear' });
    line.parameters.set([...network.weightsOf(1, 0), network.biasOf(1, 0)]);
    const signs = [[-1, -1], [1, -1], [-1, 1], [1, 1]].map((corner) => line.forward(corner)[0] > 0);
    if (new Set(signs).size === 2) expect(texts).to.include('fold');
    restore();
  });
});
