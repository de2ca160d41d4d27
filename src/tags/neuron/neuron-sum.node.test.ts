import { expect } from 'chai';
import { NeuronSum } from './neuron-sum.js';

describe('NeuronSum', () => {
  it('adds neurons of one input and of two', () => {
    const one = new NeuronSum({ w: [[2], [-3]], b: [[0.3], [1]], activation: 'relu', alpha: 0.01 });
    expect(one.at([0.2])).to.be.closeTo(0.7 + 0.4, 1e-12);
    expect(one.contributions([0.2]).map(({ w, b, y }) => [w, b, Number(y.toFixed(9))]))
      .to.deep.equal([[[2], 0.3, 0.7], [[-3], 1, 0.4]]);
    const two = new NeuronSum({ w: [[1.2, -0.5]], b: [[-0.2]], activation: 'relu', alpha: 0.01 });
    expect(two.at([0.8, 0.1])).to.be.closeTo(0.71, 1e-12);
  });

  it('takes a sum that is nothing but rounding for 0', () => {
    const sum = new NeuronSum({ w: [[3]], b: [[-0.3]], activation: 'linear', alpha: 0.01 });
    expect(0.1 * 3 - 0.3, 'as computers add').to.not.equal(0);
    expect([sum.at([0.1]), sum.contributions([0.1])[0].z]).to.deep.equal([0, 0]);
  });
});
