import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/nn-neuron.js';
import type { NnNeuron } from '../../define/nn-neuron.js';
import { descriptionOf, drag, listen, mountFigure, pictureOf, slide, slidersOf } from '../../testing/figure-page.js';
import { until } from '../../testing/host.js';
import type { ManualTiming } from '../../testing/manual-clock.js';
import { holdPage } from '../../testing/trainer-page.js';

/** The sum that is written out, line by line. */
const sumOf = (neuron: NnNeuron): string[] => [...neuron.shadowRoot!.querySelectorAll('.sum p')].map(({ textContent }) => textContent!.trim());

const mountNeuron: typeof mountFigure<NnNeuron> = mountFigure;

describe('<nn-neuron>', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;

  beforeEach(() => {
    ({ timing, warnings, release } = holdPage());
  });

  afterEach(() => release());


  it('is accessible alone, with a probe, and with several neurons', async () => {
    await expect(await mountNeuron(timing, html`<nn-neuron></nn-neuron>`)).to.be.accessible();
    await expect(await mountNeuron(timing, html`<nn-neuron probe="0.8 0.1"></nn-neuron>`)).to.be.accessible();
    await expect(await mountNeuron(timing, html`<nn-neuron w="1 2; 3 4; 5 6" probe="0 0" parts activation="tanh"></nn-neuron>`)).to.be.accessible();
    expect(warnings).to.deep.equal([]);
  });

  it('shows the article\'s neuron where nothing is given', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron></nn-neuron>`);
    expect([neuron.w, neuron.b, neuron.activation, neuron.domain, neuron.view, neuron.grid]).to.deep.equal([[[1.2, -0.5]], [[-0.2]], 'relu', [-1, 1], [42, 33], 21]);
    expect([neuron.range, neuron.probe, neuron.parts]).to.deep.equal([[], [], false]);
    expect(pictureOf(neuron)).to.not.equal('');
    expect(sumOf(neuron)).to.deep.equal([]);
  });

  it('writes the sum as the article does', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron probe="0.8 0.1"></nn-neuron>`);
    expect(sumOf(neuron).join('\n')).to.contain('[0.8 0.1]·[1.2 \u22120.5] \u2212 0.2').and.to.contain('f(0.71)=0.71');
    expect(descriptionOf(neuron)).to.contain('f([0.8 0.1]·[1.2 \u22120.5] \u2212 0.2) = 0.71.');
    const other = await mountNeuron(timing, html`<nn-neuron w="2 0" b="0.3" probe="0.2 0"></nn-neuron>`);
    expect(sumOf(other).join('\n')).to.contain('[0.2 0]·[2 0] + 0.3').and.to.contain('f(0.7)=0.7');
    const two = await mountNeuron(timing, html`<nn-neuron w="1.2 -0.5; -0.8 1" b="-0.2; 0.1" probe="-0.2 0.5"></nn-neuron>`);
    expect(sumOf(two).at(-1)).to.contain('=0+0.76=0.76');
  });

  it('says in its description what the picture shows, under a name that stays the same', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron></nn-neuron>`);
    const canvas = neuron.shadowRoot!.querySelector('canvas')!;
    expect([canvas.getAttribute('role'), canvas.hasAttribute('tabindex')]).to.deep.equal(['img', false]);
    const name = canvas.getAttribute('aria-label');
    expect(name).to.equal('What a neuron makes of two inputs');
    expect(descriptionOf(neuron)).to.contain('each from \u22121 to 1').and.to.contain('Activation: ReLU').and.to.contain('from 0 to 1.5').and.to.contain('Folds: 1.').and.to.contain('flat at y = 0');
    Object.assign(neuron, { activation: 'leaky-relu', w: [[1, 0], [0, 1]], domain: [0, 5] });
    await neuron.updateComplete;
    expect(descriptionOf(neuron)).to.contain('each from 0 to 5').and.to.contain('added: 2').and.to.contain('leaky ReLU, α = 0.01').and.not.to.contain('flat');
    neuron.activation = 'linear';
    await neuron.updateComplete;
    expect(descriptionOf(neuron)).to.contain('a plane without a fold').and.not.to.contain('Folds');
    expect(canvas.getAttribute('aria-label')).to.equal(name);
    neuron.label = 'My neuron';
    await neuron.updateComplete;
    expect(canvas.getAttribute('aria-label')).to.equal('My neuron');
  });

  it('gives as many biases as there are neurons: one serves all, missing ones are 0, none is invented', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron></nn-neuron>`);
    const used = (w: string | null, b: string | null): unknown => {
      for (const [name, value] of [['w', w], ['b', b]] as const) {
        if (value === null) neuron.removeAttribute(name);
        else neuron.setAttribute(name, value);
      }
      return neuron.b;
    };
    expect(used('1 2', null)).to.deep.equal([[0]]);
    expect(used('1 2; 3 4', '0.5')).to.deep.equal([[0.5], [0.5]]);
    expect(used('1 2; 3 4; 5 6', '0.5; 1')).to.deep.equal([[0.5], [1], [0]]);
    neuron.w = [[1, 2], [3, 4], [5, 6], [7, 8]];
    expect(neuron.b, 'what was given counts, not what was in use').to.deep.equal([[0.5], [1], [0], [0]]);
    expect(used('1 2; 3 4', null)).to.deep.equal([[0], [0]]);
    expect(used(null, null)).to.deep.equal([[-0.2]]);
    expect(used('none', null), 'as if there were no w').to.deep.equal([[-0.2]]);
    expect(used(null, '3')).to.deep.equal([[3]]);
    neuron.b = [[1], [2]];
    neuron.w = [[0, 1], [1, 0]];
    await neuron.updateComplete;
    expect(warnings.filter((warning) => warning.includes('b=')), 'both written before anybody looked').to.deep.equal([]);
  });

  it('drops surplus biases, and says so once', async () => {
    const errors: { attribute: string; used: unknown }[] = [];
    const neuron = await mountNeuron(timing, html`<nn-neuron w="1 2" b="1; 2; 3" @nn-error=${(event: CustomEvent) => errors.push(event.detail)}></nn-neuron>`);
    expect(neuron.b).to.deep.equal([[1]]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.equal('<nn-neuron> b="1; 2; 3": expected 1, as many as rows of w; "1" is used.');
    expect(errors).to.have.length(1);
    expect(errors[0]).to.deep.include({ code: 'range', attribute: 'b', used: [[1]], fatal: false });
    neuron.grid = 9;
    await neuron.updateComplete;
    expect(errors, 'nothing new about it').to.have.length(1);
    neuron.w = [[1, 2], [3, 4], [5, 6]];
    await neuron.updateComplete;
    expect(neuron.b).to.deep.equal([[1], [2], [3]]);
    expect(errors).to.have.length(1);
  });

  it('keeps its probe within the domain, says so, and lets it out again', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron probe="3 -0.5"></nn-neuron>`);
    expect(neuron.probe).to.deep.equal([1, -0.5]);
    expect(warnings).to.deep.equal(['<nn-neuron> probe="3 -0.5": expected two numbers within the domain, from -1 to 1; "1 -0.5" is used.']);
    expect(neuron.getAttribute('probe')).to.equal('3 -0.5');
    neuron.domain = [0, 5];
    expect(neuron.probe).to.deep.equal([3, 0]);
    neuron.probe = [];
    await neuron.updateComplete;
    expect(sumOf(neuron)).to.deep.equal([]);
  });

  it('draws what its attributes say: each of them another picture', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron w="1.2 -0.5; -0.8 1" activation="leaky-relu"></nn-neuron>`);
    const pictures = [pictureOf(neuron)];
    const changes: Partial<NnNeuron>[] = [
      { w: [[1, 1]] }, { b: [[0.7]] }, { activation: 'tanh' }, { domain: [-2, 1] }, { range: [-2, 2] }, { grid: 11 }, { view: [10, 50] },
      { probe: [0, 0] }, { w: [[1, 1], [1, -1]] }, { parts: true }, { activation: 'leaky-relu' }, { alpha: 0.5 },
    ];
    for (const change of changes) {
      Object.assign(neuron, change);
      await neuron.updateComplete;
      timing.settle();
      pictures.push(pictureOf(neuron));
    }
    expect(pictures).to.not.include('');
    expect(new Set(pictures).size).to.equal(pictures.length);
  });

  it('turns and tilts with a drag, as far as the middle of the front is taken along, and tells of it', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron view="0 40"></nn-neuron>`);
    const told = listen(neuron);
    drag(neuron, [200, 100], [210, 100]);
    expect(neuron.view[0]).to.be.within(2, 12);
    expect(neuron.view[1]).to.equal(40);
    expect(told).to.deep.equal([['nn-change', { attribute: 'view', value: neuron.view }]]);
    drag(neuron, [200, 100], [200, 120]);
    expect(neuron.view[1]).to.be.above(42);
    drag(neuron, [200, 100], [200, 900]);
    expect(neuron.view[1]).to.equal(85);
    expect(neuron.getAttribute('view')).to.equal('0 40');
    const before = told.length;
    drag(neuron, [200, 100], [200, 300]);
    expect(told, 'nothing more to tilt').to.have.length(before);
  });

  it('goes all the way round', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron view="170 40"></nn-neuron>`);
    drag(neuron, [100, 100], [150, 100], 'touch');
    expect(neuron.view[0], 'past the back').to.be.within(-175, -140);
    drag(neuron, [150, 100], [100, 100], 'touch');
    expect(neuron.view[0]).to.be.closeTo(170, 0.2);
    drag(neuron, [100, 100], [5000, 100]);
    expect(neuron.view[0]).to.be.within(-180, 180);
  });

  it('moves its probe over the floor when a drag begins at it, within the domain, and tells of it', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron probe="0.8 0.1"></nn-neuron>`);
    const told = listen(neuron);
    // Where it is, a drag tells.
    const [x, y] = ((): [number, number] => {
      for (let at = 0; at < 39 * 48; at++) {
        const [px, py] = [10 + 8 * (at % 48), 10 + 8 * Math.floor(at / 48)];
        drag(neuron, [px, py], [px + 4, py]);
        if (neuron.probe[0] !== 0.8) return [px, py];
        neuron.view = [42, 33];
      }
      throw new Error('no probe anywhere');
    })();
    expect(neuron.view).to.deep.equal([42, 33]);
    neuron.probe = [0.8, 0.1];
    told.length = 0;
    drag(neuron, [x, y], [x + 30, y]);
    const [dx, dy] = [neuron.probe[0] - 0.8, neuron.probe[1] - 0.1];
    // To the right on the screen: forth along cos t in the first input, back along sin t in the second.
    expect(dx / -dy).to.be.closeTo(Math.cos(0.733) / Math.sin(0.733), 0.15);
    expect(dx).to.be.above(0.05);
    expect(told).to.deep.equal([['nn-input', { x: neuron.probe[0], y: neuron.probe[1] }]]);
    drag(neuron, [x, y], [x + 30, y]);
    drag(neuron, [x + 30, y], [9000, 9000]);
    for (const at of neuron.probe) expect(at).to.be.within(-1, 1);
  });

  it('has a slider for each way to turn and for each input of the probe, unseen until it has the focus', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron></nn-neuron>`);
    expect(slidersOf(neuron)).to.have.length(4);
    const [turn, tilt] = slidersOf(neuron);
    const label = turn.closest('label')!;
    expect(label.textContent).to.contain('turn').and.to.contain('42°');
    expect([turn.min, turn.max, tilt.min, tilt.max]).to.deep.equal(['-180', '180', '5', '85']);
    expect(getComputedStyle(label).opacity).to.equal('0');
    turn.focus();
    expect(getComputedStyle(label).opacity).to.equal('1');
    const told = listen(neuron);
    slide(turn, -90);
    slide(tilt, 60);
    expect(neuron.view).to.deep.equal([-90, 60]);
    expect(told).to.deep.equal([
      ['nn-change', { attribute: 'view', value: [-90, 33] }], ['nn-change', { attribute: 'view', value: [-90, 60] }],
    ]);
    neuron.probe = [0.8, 0.1];
    await neuron.updateComplete;
    told.length = 0;
    const [, , p1, p2] = slidersOf(neuron);
    expect([p1.min, p1.max, p1.step, p1.value, p2.value]).to.deep.equal(['-1', '1', '0.01', '0.8', '0.1']);
    slide(p1, -0.5);
    slide(p2, 0.25);
    expect(told).to.deep.equal([['nn-input', { x: -0.5, y: 0.1 }], ['nn-input', { x: -0.5, y: 0.25 }]]);
    await neuron.updateComplete;
    expect(sumOf(neuron)[1]).to.contain('[\u22120.5 0.25]·[1.2 \u22120.5]');
    neuron.domain = [-2, 2];
    expect(neuron.probe, 'where the reader put it').to.deep.equal([-0.5, 0.25]);
  });

  it('is driven by the keyboard alone', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron probe="0.8 0.1"></nn-neuron>`);
    const told = listen(neuron);
    const [turn, , p1] = slidersOf(neuron);
    turn.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(neuron.view).to.deep.equal([43, 33]);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    expect(neuron.view).to.deep.equal([43, 35]);
    await sendKeys({ press: 'Tab' });
    expect(neuron.shadowRoot!.activeElement).to.equal(p1);
    await sendKeys({ press: 'ArrowLeft' });
    expect(neuron.probe).to.deep.equal([0.79, 0.1]);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'End' });
    expect(neuron.probe).to.deep.equal([0.79, 1]);
    expect(told).to.have.length(5);
  });

  it('fires nothing for what scripts do', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron></nn-neuron>`);
    const told = listen(neuron);
    neuron.view = [10, 20];
    neuron.probe = [0.1, 0.2];
    neuron.setAttribute('view', '30 40');
    neuron.domain = [0, 0.05];
    await neuron.updateComplete;
    neuron.removeAttribute('view');
    await neuron.updateComplete;
    timing.settle();
    expect(told).to.deep.equal([]);
    expect(neuron.view).to.deep.equal([42, 33]);
  });

  it('takes no frame while nothing changes, out of view, or once it is gone', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron></nn-neuron>`);
    expect(timing.pending).to.equal(false);
    neuron.hidden = true;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    timing.settle();
    const { requested } = timing;
    neuron.w = [[3, 3]];
    await neuron.updateComplete;
    timing.settle();
    const before = pictureOf(neuron);
    neuron.hidden = false;
    await until(() => timing.pending, 'it never noticed that it is shown');
    timing.settle();
    expect(timing.requested).to.be.above(requested);
    expect(pictureOf(neuron)).to.not.equal(before);
    neuron.remove();
    timing.settle();
    const after = timing.requested;
    neuron.w = [[1, 1]];
    await neuron.updateComplete;
    expect([timing.pending, timing.requested]).to.deep.equal([false, after]);
  });

  it('takes what was set on it before it became an element, and what a clone has', async () => {
    const neuron = await mountNeuron(timing, html`<nn-neuron w="1 1" b="2" probe="0.5 0.5"></nn-neuron>`);
    const clone = neuron.cloneNode(true) as NnNeuron;
    expect([clone.w, clone.b, clone.probe]).to.deep.equal([[[1, 1]], [[2]], [0.5, 0.5]]);
  });

  it('speaks the language around it', async () => {
    const holder = await fixture<HTMLElement>(html`<div lang="ja" style="inline-size: 400px"><nn-neuron probe="0.8 0.1"></nn-neuron></div>`);
    const neuron = holder.querySelector('nn-neuron')!;
    await neuron.updateComplete;
    expect(neuron.shadowRoot!.querySelector('canvas')!.getAttribute('aria-label')).to.equal('2つの入力に対するニューロンの出力');
    await until(() => descriptionOf(neuron).includes('折り目の数：1'), 'it is not told in Japanese');
    expect(slidersOf(neuron)[0].closest('label')!.textContent).to.contain('回転');
    expect(sumOf(neuron).join()).to.contain('[0.8 0.1]·[1.2 \u22120.5] \u2212 0.2');
  });

  it('stays within its place at any width', async () => {
    for (const width of [240, 320, 720]) {
      const neuron = await mountNeuron(timing, html`<nn-neuron w="-1.23 -3.45; 1.11 2.22" probe="-0.333 -0.567"></nn-neuron>`, width);
      const { left, right } = neuron.parentElement!.getBoundingClientRect();
      for (const element of neuron.shadowRoot!.querySelectorAll('math, small, canvas')) {
        expect(element.getBoundingClientRect().right, `${element.localName} at ${width}`).to.be.at.most(right + 0.5);
        expect(element.getBoundingClientRect().left).to.be.at.least(left - 0.5);
      }
      const figure = neuron.shadowRoot!.querySelector('.figure')!.getBoundingClientRect();
      expect(figure.width / figure.height).to.be.closeTo(1.25, 0.01);
      expect(figure.width).to.equal(Math.min(width, 480));
    }
  });
});
