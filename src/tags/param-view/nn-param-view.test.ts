import { expect, html } from '@open-wc/testing';
import { Network } from '../../core/index.js';
import '../../define/nn-circle-trainer.js';
import '../../define/nn-param-view.js';
import type { NnParamView } from '../../define/nn-param-view.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import {
  descriptionOf, drag, listen, mountFigure, pictureOf, point, slide, slidersOf,
} from '../../testing/figure-page.js';
import { change, press } from '../../testing/host.js';
import { trainerOf } from '../../testing/link-page.js';
import { quietPage } from '../../testing/trainer-page.js';
import { layOutFlow } from './network-layout.js';

const both = html`<nn-param-view free="both"></nn-param-view>`;

describe('<nn-param-view>', () => {
  const page = quietPage();

  const mount = (template = html`<nn-param-view></nn-param-view>`, width = 420): Promise<NnParamView> =>
    mountFigure(page.timing, template, width);
  /** Returns the picture after properties have changed. */
  const pictureAfter = async (view: NnParamView, changes: object): Promise<string> => {
    await change(view, changes);
    page.timing.settle();
    return pictureOf(view);
  };

  it('is accessible in each of its forms', async () => {
    for (const template of [undefined, both, html`<nn-param-view show="structure"></nn-param-view>`]) {
      await expect(await mount(template)).to.be.accessible();
    }
    const view = await mount(html`<nn-param-view parameters="[1, 2]"></nn-param-view>`);
    await expect(view).to.be.accessible();
    expect((page.warnings as string[]).splice(0)).to.have.length(1);
  });

  it('fires nn-input for what the reader moves, not for the same again', async () => {
    const view = await mount(both);
    const events = listen(view);
    Object.assign(view, { x: 0.5, y: 0.25 });
    for (const [slider, value] of [[0, -0.3], [1, 1], [1, 1]]) slide(slidersOf(view)[slider], value);
    expect(events).to.deep.equal([['nn-input', { x: -0.3, y: 0.25 }], ['nn-input', { x: -0.3, y: 1 }]]);
  });

  it('describes what flows, and the diagram', async () => {
    const view = await mount();
    expect([view.x, view.y, view.free, view.show, view.seed]).to.deep.equal([0, -0.4, 'y', 'flow', '495']);
    await change(view, { y: 0.45 });
    const expected = circleTrainer({ seed: '495' });
    expected.step(20_000);
    const prediction = expected.network.forward([0, 0.45])[0].toFixed(2).replace('-', '\u2212');
    for (const part of ['0.00', '0.45', `is ${prediction}.`, 'of 8']) expect(descriptionOf(view)).to.contain(part);
    await change(view, { show: 'structure' });
    for (const part of ['2 – 8 – 1', '33']) expect(descriptionOf(view)).to.contain(part);
  });

  it('draws the same diagram for any input', async () => {
    const view = await mount(html`<nn-param-view show="structure"></nn-param-view>`);
    const diagram = pictureOf(view);
    expect(await pictureAfter(view, { y: -1 })).to.equal(diagram);
    expect(slidersOf(view)).to.have.length(0);
  });

  it('draws another picture for another target of its trainer', async () => {
    const trainer = trainerOf({ paused: '' });
    const view = await mount(html`<nn-param-view for="demo"></nn-param-view>${trainer}`);
    const pictures = new Set<string>();
    for (const target of ['circle', 'ring']) {
      await change(trainer, { target });
      pictures.add(await pictureAfter(view, {}));
    }
    expect(pictures.size).to.equal(2);
  });

  it('draws networks of any shape that a trainer may have', async () => {
    for (const layers of [[2, 1, 1], [2, 24, 1], [2, 6, 4, 1], [2, 64, 64, 64, 64, 1]]) {
      const json = JSON.stringify({ layers, parameters: [...new Network({ layers }).parameters] });
      const script = html`<script type="application/json">${json}</script>`;
      const view = await mount(html`<nn-param-view>${script}</nn-param-view>`, 320);
      expect(pictureOf(view), layers.join('-')).to.not.equal('');
    }
  });

  it('lays its sliders on the axes of their plots, from end to end', async () => {
    const distances = async (template: undefined | typeof both, width: number): Promise<number[][]> => {
      const view = await mount(template, width);
      const canvas = view.shadowRoot!.querySelector('canvas')!.getBoundingClientRect();
      return slidersOf(view).map((slider) => {
        const { left, right, top, height } = slider.getBoundingClientRect();
        expect(height).to.be.at.least(24);
        // With half a thumb at each end.
        return [left + 7 - canvas.left, canvas.right - (right - 7), top + height / 2 - canvas.top];
      });
    };
    const expectClose = (found: number[][], expected: number[][]): void => found.flat().forEach((distance, k) =>
      expect(distance).to.be.closeTo(expected.flat()[k], 0.6));
    for (const width of [300, 420, 720]) expectClose(await distances(undefined, width), [[16, 16, 470]]);
    expectClose(await distances(both, 420), [[16, 230, 470], [230, 16, 470]]);
  });

  it('follows the mouse over the plot of the free input, and nowhere else', async () => {
    const view = await mount();
    const events = listen(view);
    point(view, [['pointermove', [300, 100]]]);
    expect([view.x, view.y, events], 'crossing the picture').to.deep.equal([0, -0.4, []]);
    point(view, [['pointermove', [16 + 388 * 0.75, 420]]]);
    expect([view.x, view.y]).to.deep.equal([0, 0.5]);
    point(view, [['pointermove', [2, 450]]]);
    expect(view.y).to.equal(-1);
    point(view, [['pointerleave', [2, 450]]]);
    expect(view.y, 'it stays where it was left').to.equal(-1);
    await change(view, { free: 'x' });
    point(view, [['pointermove', [210, 450]]]);
    expect([view.x, view.y, events.length]).to.deep.equal([0, -1, 2]);
  });

  it('follows the mouse in both inputs, each over its own plot', async () => {
    const view = await mount(both);
    for (const [at, expected] of [[[315, 96], [0, -0.4]], [[16, 450], [-1, -0.4]], [[404, 450], [-1, 1]]] as const) {
      point(view, [['pointermove', at]]);
      expect([view.x, view.y]).to.deep.equal(expected);
    }
  });

  it('has a free input taken by its circle, and no fixed one', async () => {
    const view = await mount();
    const [fixed, free] = layOutFlow([2, 8, 1], 420, 1).neurons[0];
    drag(view, [free.x, free.y], [free.x + 97, free.y - 200]); // a quarter of the plot of two units
    expect([view.x, view.y]).to.deep.equal([0, 0.1]);
    drag(view, [fixed.x, fixed.y], [fixed.x + 97, fixed.y]);
    expect([view.x, view.y]).to.deep.equal([0, 0.1]);
  });

  it('keeps within the inputs where a drag goes beyond the picture, and rounds only what was moved', async () => {
    const view = await mount(html`<nn-param-view free="both" x="0.123"></nn-param-view>`);
    slide(slidersOf(view)[1], 0.5);
    expect([view.x, view.y]).to.deep.equal([0.123, 0.5]);
    drag(view, [300, 440], [900, -300]);
    expect([view.x, view.y]).to.deep.equal([0.123, 1]);
    drag(view, [100, 440], [-900, 200]);
    expect([view.x, view.y]).to.deep.equal([-1, 1]);
  });

  it('leaves a finger that may be scrolling alone, and follows one that drags', async () => {
    const view = await mount();
    const scroll: [string, [number, number]][] = [
      ['pointerdown', [300, 440]], ['pointermove', [301, 441]], ['pointercancel', [301, 441]],
    ];
    point(view, scroll, 'touch');
    expect(view.y).to.equal(-0.4);
    drag(view, [100, 440], [307, 440], 'touch');
    expect(view.y).to.equal(0.5);
  });

  it('is driven by keyboard alone', async () => {
    const view = await mount(both);
    const [x, y] = slidersOf(view);
    await press(x, 'ArrowLeft');
    await press(y, 'End');
    expect([view.x, view.y]).to.deep.equal([-0.01, 1]);
    await view.updateComplete;
    expect([y.getAttribute('aria-valuetext'), view.shadowRoot!.activeElement]).to.deep.equal(['1.00', y]);
    expect(getComputedStyle(y).outlineStyle).to.equal('solid');
  });
});
