import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../index.js';
import { descriptionOf, mountFigure } from '../testing/figure-page.js';
import { frames, stub } from '../testing/host.js';
import { make } from '../testing/link-page.js';
import { holdPage } from '../testing/trainer-page.js';

type Tag = 'nn-activation' | 'nn-circle-trainer' | 'nn-deform' | 'nn-neuron' | 'nn-param-view';
type Figure = readonly [tag: Tag, attributes: Readonly<Record<string, string>>, child?: object];

/** The least numbers that attributes can say, and the largest of parameters. */
const extremes = ['5e-324', '1e-310', '1e6'];

/** Returns parameters of one size and of every sign. */
const parametersOf = (size: string, count: number): number[] =>
  Array.from({ length: count }, (_, k) => Number(size) * (k % 3 - 1));

const figuresAt = (size: string): readonly Figure[] => [
  ...[`0 ${size}`, `-1000000 ${size}`].flatMap((pair) => [
    ['nn-activation', { domain: pair, derivative: '' }], ['nn-activation', { range: pair }],
    ['nn-neuron', { domain: pair }], ['nn-neuron', { range: pair, parts: '' }],
  ] satisfies Figure[]),
  ['nn-activation', { fn: 'leaky-relu', alpha: size, domain: '-5 -1', derivative: '', probe: size, controls: '' }],
  ['nn-neuron', { w: `${size} 0; 0 ${size}`, b: size, probe: `${size} ${size}`, view: `${size} ${size}`, parts: '' }],
  ['nn-neuron', { w: size, b: size, activation: 'leaky-relu', alpha: size, probe: size }],
  ['nn-deform', { w: `${size} 0; 0 ${size} | ${size} 1; 1 ${size}`, b: size, layer: size, activation: 'linear' }],
  ...['linear', 'tanh'].map((activation) =>
    ['nn-deform', { activation }, { layers: [2, 2, 2, 2, 1], parameters: parametersOf(size, 21) }] satisfies Figure),
  ...['flow', 'structure', 'step'].map((show) =>
    ['nn-param-view', { show, x: size }, { layers: [2, 3, 1], parameters: parametersOf(size, 13) }] satisfies Figure),
  ['nn-circle-trainer', {
    'at': '100', 'chart': '', 'creases': '', 'mistakes': '', 'controls': '', 'target': `x > ${size}`, 'noise': size,
    'alpha': size, 'threshold': size, 'radius': size, 'split': size, 'learning-rate': size, 'probe': `${size} ${size}`,
  }],
  ['nn-circle-trainer', { chart: '', creases: '', data: `[[${size}, 0, 1], [0, ${size}, 0]]` }],
  ['nn-circle-trainer', { paused: '', chart: '', creases: '', score: '' }, {
    layers: [2, 2, 1], parameters: parametersOf(size, 9),
  }],
];

/** Calls `tell` with each call on a canvas that has a number which is not finite, until the result is called. */
function watchNumbers(tell: (call: string) => void): () => void {
  const restores = [CanvasRenderingContext2D, Path2D].flatMap(({ prototype }) => {
    const methods = prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
    const names = Object.entries(Object.getOwnPropertyDescriptors(prototype))
      .filter(([name, { value }]) => typeof value === 'function' && name !== 'constructor').map(([name]) => name);
    return names.map((name) => {
      const method = methods[name];
      return stub(methods, name, function (this: unknown, ...given) {
        const isWrong = given.some((value) => typeof value === 'number' && !Number.isFinite(value));
        if (isWrong) tell(`${name} ${given.join()}`);
        return method.apply(this, given);
      });
    });
  });
  return () => restores.forEach((restore) => restore());
}

describe('Nothing that is not finite', () => {
  let page: ReturnType<typeof holdPage>;
  let restore: () => void;
  const calls: string[] = [];
  beforeEach(() => {
    page = holdPage();
    restore = watchNumbers((call) => calls.push(call));
  });
  afterEach(() => {
    restore();
    page.release();
  });

  for (const size of extremes) {
    it(`is drawn or written for attributes and parameters of ${size}`, async () => {
      for (const [tag, attributes, child] of figuresAt(size)) {
        calls.length = 0;
        const element = make(tag, attributes);
        if (child) {
          const script = Object.assign(document.createElement('script'), { type: 'application/json' });
          script.textContent = JSON.stringify(child);
          element.append(script);
        }
        const figure = await mountFigure(page.timing, html`${element}`);
        await frames(2);
        const controls = [...figure.shadowRoot!.querySelectorAll('input')].flatMap(
          ({ min, max, step, value, ariaValueText }) => [min, max, step, value, ariaValueText]);
        const words = [descriptionOf(figure), figure.shadowRoot!.textContent, ...controls].join(' ');
        const what = JSON.stringify([tag, attributes, child]);
        expect([calls.slice(0, 3), /.{0,40}(NaN|∞|Infinity|undefined)/.exec(words)], what).to.deep.equal([[], null]);
        element.remove();
      }
    });
  }
});
