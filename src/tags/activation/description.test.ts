import { expect } from '@open-wc/testing';
import { StringsController } from '../../page/strings-controller.js';
import { Activation, type ActivationName } from '../../core/index.js';
import type { ActivationPicture } from './picture.js';
import { defineHost, Host } from '../../testing/host.js';
import { activationName, describeActivation, placeText, probeStep, slopeText, steadyText } from './description.js';

class Speaker extends Host {
  readonly strings = new StringsController(this);
}
defineHost(Speaker);

function speak(lang: string): StringsController {
  const speaker = new Speaker();
  speaker.lang = lang;
  speaker.strings.refresh();
  return speaker.strings;
}

const english = speak('en');
const made = (names: string): Activation[] => names.split(' ').map((name) => new Activation(name as ActivationName, 0.01));
const picture = (names: string, more: Partial<ActivationPicture> = {}): ActivationPicture =>
  ({ activations: made(names), domain: [-5, 5], range: [-1, 5], derivative: false, probe: NaN, ...more });

describe('numbers that change under the reader', () => {
  it('have three significant digits, zeros too, and a real minus', () => {
    const cases: [number, string][] = [
      [0, '0'], [1, '1.00'], [-0.032, '−0.0320'], [0.8175744761936437, '0.818'], [0.8, '0.800'], [12.345, '12.3'], [100, '100'], [-2.5, '−2.50'], [0.0001, '0.000100'],
    ];
    for (const [value, text] of cases) expect(steadyText(value, english)).to.equal(text);
  });

  it('have a power of ten where there would be nothing but zeros', () => {
    expect(steadyText(3.7200759760208356e-44, english)).to.equal('3.72 ×\u00a010⁻⁴⁴');
    expect(steadyText(-0.00001, english)).to.equal('−1.00 ×\u00a010⁻⁵');
  });

  it('are as written for the slope of a function that only bends', () => {
    const [relu, leaky, sigmoid, tanh] = made('relu leaky-relu sigmoid tanh');
    expect([relu, leaky, sigmoid].map((each) => slopeText(each, -3.2, english))).to.deep.equal(['0', '0.01', '0.0376']);
    expect([relu, leaky, tanh].map((each) => slopeText(each, 0, english))).to.deep.equal(['0', '0.01', '1.00']);
    expect(slopeText(leaky, 2, english)).to.equal('1');
  });

  it('have as many decimals of z as the pointer can make, wherever it is', () => {
    expect(probeStep([-5, 5])).to.equal(0.01);
    expect([-3.2, 0, 1.5, 5].map((z) => placeText(z, [-5, 5], english))).to.deep.equal(['−3.20', '0.00', '1.50', '5.00']);
    expect(placeText(37, [-100, 100], english)).to.equal('37.0');
    expect(placeText(0.5, [0, 1], english)).to.equal('0.500');
    expect(placeText(0, [0, 5e-324], english), 'no more than can be written').to.have.length.below(30);
  });
});

describe('the name and description of a plot', () => {
  it('name the functions, in either language', () => {
    expect(activationName(made('relu'), english)).to.equal('Graph of ReLU');
    expect(activationName(made('relu leaky-relu tanh'), english)).to.equal('Graph of ReLU, leaky ReLU, tanh');
    expect(activationName(made('relu sigmoid'), speak('ja'))).to.match(/^ReLU.*シグモイドのグラフ$/);
  });

  it('say which heights are shown over which z, and how far apart two are that look alike', () => {
    const text = describeActivation(picture('relu leaky-relu'), english);
    expect(text).to.equal('ReLU, leaky ReLU (α = 0.01), for z from −5 to 5. The axis of f(z) goes from −1 to 5. '
      + 'Left of 0, leaky ReLU is lower than ReLU by up to 0.05.');
    expect(describeActivation(picture('relu tanh'), english)).not.to.contain('lower');
  });

  it('say where the probe is and what every function has there', () => {
    const text = describeActivation(picture('relu sigmoid', { probe: 1.5, derivative: true }), english);
    expect(text).to.contain('Dashed: slopes. At z = 1.50: ReLU 1.50, slope 1; sigmoid 0.818, slope 0.149.');
    expect(describeActivation(picture('relu'), english)).not.to.contain('At z');
  });

  it('say all of that in Japanese', () => {
    const text = describeActivation(picture('relu leaky-relu', { probe: -3.2, derivative: true }), speak('ja'));
    expect(text).to.contain('z = −3.20のとき').and.to.contain('傾き0.01').and.to.contain('最大0.05小さい').and.to.contain('破線は傾き');
    expect(text).not.to.match(/slope|lower|from/);
  });
});
