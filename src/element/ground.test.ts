import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../index.js';
import { mountFigure } from '../testing/figure-page.js';
import { make } from '../testing/link-page.js';
import { holdPage } from '../testing/trainer-page.js';
import type { FigureElement } from './figure-element.js';

/** A colour that no picture has; it is the page's ground. */
const GROUND = [255, 0, 255] as const;
/** The least opacity of a pixel whose colour can be told. */
const MIN_ALPHA = 64;
/** How near to the ground's colour a pixel is that was painted with it. */
const NEAR = 40;

type Attributes = Readonly<Record<string, string>>;

/** Pictures with halos, casings, knobs, curtains and hollow circles. */
const pictures: readonly (readonly [tag: string, attributes: Attributes])[] = [
  ['nn-neuron', { probe: '0.8 0.1' }],
  ['nn-neuron', { w: '1.2 -0.5; -1.2 0.5', b: '-0.2', activation: 'leaky-relu', alpha: '0.5', parts: '' }],
  ['nn-neuron', { w: '2 1', b: '-1', activation: 'tanh', probe: '-0.5 -0.5' }],
  ['nn-neuron', { w: '1.5', b: '-0.2', probe: '0.2' }],
  ['nn-activation', { fn: 'relu leaky-relu', probe: '-3.2' }],
  ['nn-activation', { fn: 'tanh', probe: '1.5', derivative: '' }],
  ['nn-activation', { fn: 'sigmoid', probe: '1' }],
  ['nn-circle-trainer', { seed: '7', paused: '', at: '2000', creases: '', mistakes: '' }],
  ['nn-circle-trainer', { seed: '7', paused: '', at: '500', target: 'ring', chart: '', score: '' }],
  ['nn-circle-trainer', { seed: '7', paused: '', data: '0.5 0.5 1; -0.5 0.5 0; 0 -0.5 1; -0.5 -0.5 0', split: '0.5' }],
  ['nn-param-view', { seed: '109' }],
  ['nn-param-view', { seed: '109', free: 'both' }],
  ['nn-param-view', { layers: '12 12' }],
  ['nn-param-view', { show: 'structure' }],
  ['nn-param-view', { show: 'step' }],
  ['nn-deform', { target: 'xor' }],
  ['nn-deform', { target: 'ring', layer: '0' }],
];

/** Counts the pixels of a picture that are of the ground's colour. */
function paintedGround(element: FigureElement): number {
  const { width, height } = element.surface!;
  const { data } = element.surface!.getContext('2d')!.getImageData(0, 0, width, height);
  let count = 0;
  for (let k = 0; k < data.length; k += 4) {
    const isNear = GROUND.every((value, channel) => Math.abs(data[k + channel] - value) < NEAR);
    if (data[k + 3] >= MIN_ALPHA && isNear) count++;
  }
  return count;
}

/** Counts the pixels of a picture in which there is nothing. */
function emptyPixels(element: FigureElement): number {
  const { width, height } = element.surface!;
  const { data } = element.surface!.getContext('2d')!.getImageData(0, 0, width, height);
  return data.filter((value, k) => k % 4 === 3 && value === 0).length;
}

describe('the ground of a page', () => {
  let page: ReturnType<typeof holdPage>;
  beforeEach(() => void (page = holdPage()));
  afterEach(() => page.release());

  for (const [tag, attributes] of pictures) {
    const text = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join('');

    it(`shows through <${tag}${text}>, which paints it nowhere`, async () => {
      for (const declaration of ['--nn-paper: #f0f', 'background: #f0f']) {
        const element = make(tag as 'nn-neuron', attributes) as FigureElement;
        element.style.cssText = `color: #111; --nn-parameter: #f80; ${declaration}`;
        await mountFigure(page.timing, html`${element}`);
        expect(paintedGround(element), declaration).to.equal(0);
        expect(emptyPixels(element)).to.be.above(0);
      }
    });
  }
});
