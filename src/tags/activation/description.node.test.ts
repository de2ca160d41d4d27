import { expect } from 'chai';
import { Activation, type ActivationName } from '../../core/index.js';
import { wordsIn } from '../../testing/words.js';
import { activationName, describeActivation, placeText, probeStep, slopeText, steadyText } from './description.js';
import type { ActivationPicture } from './picture.js';

const [english, japanese] = [wordsIn('en'), wordsIn('ja')];
const activationsOf = (names: string): Activation[] =>
  names.split(' ').map((name) => new Activation(name as ActivationName, 0.01));
const pictureOf = (names: string, more: Partial<ActivationPicture> = {}): ActivationPicture =>
  ({ activations: activationsOf(names), domain: [-5, 5], range: [-1, 5], derivative: false, probe: NaN, ...more });

describe('numbers that change under the reader', () => {
  it('have three significant digits, a real minus, and a power of ten where there would be only zeros', () => {
    for (const [value, text] of [
      [0, '0'], [1, '1.00'], [-0.032, '−0.0320'], [0.8175744761936437, '0.818'], [0.8, '0.800'], [12.345, '12.3'],
      [100, '100'], [-2.5, '−2.50'], [0.0001, '0.000100'], [3.7200759760208356e-44, '3.72 ×\u00a010⁻⁴⁴'],
      [-0.00001, '−1.00 ×\u00a010⁻⁵'],
    ] as const) expect(steadyText(value, english)).to.equal(text);
  });

  it('are as they are for the slope of a function that bends at one place only', () => {
    for (const [name, z, text] of [
      ['relu', -3.2, '0'], ['leaky-relu', -3.2, '0.01'], ['sigmoid', -3.2, '0.0376'], ['relu', 0, '0'],
      ['leaky-relu', 0, '0.01'], ['tanh', 0, '1.00'], ['leaky-relu', 2, '1'],
    ] as const) expect(slopeText(activationsOf(name)[0], z, english), `${name} at ${z}`).to.equal(text);
  });

  it('have as many decimals of z as the pointer can make, wherever it is', () => {
    expect(probeStep([-5, 5])).to.equal(0.01);
    for (const [z, domain, text] of [
      [-3.2, [-5, 5], '−3.20'], [0, [-5, 5], '0.00'], [1.5, [-5, 5], '1.50'], [5, [-5, 5], '5.00'],
      [37, [-100, 100], '37.0'], [0.5, [0, 1], '0.500'],
    ] as const) expect(placeText(z, domain, english)).to.equal(text);
    expect(placeText(0, [0, 5e-324], english), 'no more than can be written').to.have.length.below(30);
  });
});

describe('activationName', () => {
  it('names the functions, in either language', () => {
    expect(activationName(activationsOf('relu'), english)).to.equal('Graph of ReLU');
    expect(activationName(activationsOf('relu leaky-relu tanh'), english)).to.equal('Graph of ReLU, leaky ReLU, tanh');
    expect(activationName(activationsOf('relu sigmoid'), japanese)).to.match(/^ReLU.*シグモイドのグラフ$/);
  });
});

describe('describeActivation', () => {
  it('says which heights are shown over which z, and how far apart two functions are that look alike', () => {
    expect(describeActivation(pictureOf('relu leaky-relu'), english)).to.equal(
      'ReLU, leaky ReLU (α = 0.01), for z from −5 to 5. The axis of f(z) goes from −1 to 5. '
      + 'Left of 0, leaky ReLU is lower than ReLU by up to 0.05.');
    expect(describeActivation(pictureOf('relu tanh'), english)).not.to.contain('lower');
  });

  it('says where the probe is and what every function has there', () => {
    expect(describeActivation(pictureOf('relu sigmoid', { probe: 1.5, derivative: true }), english))
      .to.contain('Dashed lines show slopes. At z = 1.50: ReLU 1.50, slope 1; sigmoid 0.818, slope 0.149.');
    expect(describeActivation(pictureOf('relu'), english)).not.to.contain('At z');
  });

  it('says all of that in Japanese', () => {
    const text = describeActivation(pictureOf('relu leaky-relu', { probe: -3.2, derivative: true }), japanese);
    for (const words of ['z = −3.20のとき', '傾き0.01', '0.05小さ', '破線は傾き']) expect(text).to.contain(words);
    expect(text).not.to.match(/slope|lower|from/);
  });
});
