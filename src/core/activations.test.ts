import { expect } from 'chai';
import { naiveFunctions } from '../testing/naive-network.js';
import { Activation, activationNames, defaultAlpha, type ActivationName } from './activations.js';

const sums = [-30, -3, -1, -0.5, -1e-9, 1e-9, 0.25, 1, 2.5, 30];

describe('Activation', () => {
  for (const name of activationNames) {
    const activation = new Activation(name, 0.2);
    const { f, slope } = naiveFunctions[name](0.2);

    it(`${name} has the value and the slope of its definition`, () => {
      for (const z of sums) {
        expect(activation.value(z), `f(${z})`).to.be.closeTo(f(z), 1e-14 * Math.max(1, Math.abs(z)));
        expect(activation.derivative(z), `f′(${z})`).to.be.closeTo(slope(z), 1e-14);
        expect(activation.slopeAt(activation.value(z)), `slope at f(${z})`).to.equal(activation.derivative(z));
      }
    });

    it(`${name} has a slope that matches central differences`, () => {
      for (const z of [-3, -1, -0.5, 0.25, 1, 2.5]) {
        const difference = (activation.value(z + 1e-5) - activation.value(z - 1e-5)) / 2e-5;
        expect(activation.derivative(z), `f′(${z})`).to.be.closeTo(difference, 1e-8);
      }
    });

    it(`${name} applies to a part of an array as to single numbers, and lets NaN through`, () => {
      const values = Float64Array.from([7, ...sums, NaN, 7]);
      activation.apply(values, 1, values.length - 1);
      expect([...values]).to.deep.equal([7, ...sums.map((z) => activation.value(z)), NaN, 7]);
      expect(activation.value(NaN)).to.be.NaN;
      const m = Float64Array.from([...values, ...values.map(() => 3)]);
      activation.scaleBySlope(m, values.length + 1, 1, sums.length);
      expect([...m]).to.deep.equal([...values, 3, ...sums.map((z) => 3 * activation.derivative(z)), 3, 3]);
    });
  }

  it('has the slope of the left side at a kink: 0 for relu, α for leaky-relu', () => {
    for (const zero of [0, -0]) {
      expect(new Activation('relu').derivative(zero)).to.equal(0);
      expect(new Activation('leaky-relu', 0.3).derivative(zero)).to.equal(0.3);
      expect(new Activation('linear').derivative(zero)).to.equal(1);
    }
  });

  it('is relu for leaky-relu with α = 0, and linear with α = 1', () => {
    for (const z of sums) {
      expect(Math.abs(new Activation('leaky-relu', 0).value(z))).to.equal(new Activation('relu').value(z));
      expect(new Activation('leaky-relu', 1).value(z)).to.equal(z);
    }
  });

  it('keeps sigmoid and tanh in their ranges however large the sum', () => {
    for (const z of [745, 1000, 1e308]) {
      expect(new Activation('sigmoid').value(z)).to.equal(1);
      expect(new Activation('sigmoid').value(-z)).to.be.within(0, 1e-300);
      for (const sum of [z, -z]) expect(new Activation('tanh').value(sum)).to.equal(Math.sign(sum));
    }
  });

  it('refuses an unknown name, also those of Object, and an α outside [0, 1]', () => {
    for (const name of ['', 'ReLU', 'constructor', '__proto__', 'toString']) {
      expect(() => new Activation(name as ActivationName), name).to.throw(RangeError, 'is none of linear');
    }
    for (const alpha of [-1e-9, 1.001, NaN, Infinity]) {
      expect(() => new Activation('leaky-relu', alpha)).to.throw(RangeError, `alpha is ${alpha}, not in [0, 1]`);
    }
    expect([new Activation('leaky-relu').alpha, defaultAlpha]).to.deep.equal([0.01, 0.01]);
  });
});
