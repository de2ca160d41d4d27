import { expect } from 'chai';
import { naiveFunctions } from './naive-network.js';
import { isWritten, Oracle, threeDecimals } from './step-oracle.js';

describe('Oracle', () => {
  const weights = Array.from({ length: 16 }, (_, k) => (k % 2 ? -0.25 : 0.5));
  const parameters = [...weights, ...Array<number>(8).fill(0.1), ...Array<number>(8).fill(0.2), 0];
  const functions = [naiveFunctions['leaky-relu'](0.01), naiveFunctions['leaky-relu'](0.01)];
  const step = { layers: [2, 8, 1], parameters, functions, x: 0.3, y: -0.4, target: 0, learningRate: 0.1 };

  it("knows the guide's numbers by their names", () => {
    const oracle = new Oracle({ ...step, inPlace: false });
    const expected = {
      'h1_z[3]': 0.35, 'prediction': 0.56, 'error': 0.56, 'dH[1]': 0.112, 'dZ[8]': 0.112, 'w1[2].y': -0.25,
      'b1[1]': 0.1, 'w2[4]': 0.2, 'b2': 0, 'dW[2]': 0.196, 'f′(outZ)': 1,
    };
    for (const [symbol, value] of Object.entries(expected)) {
      expect(oracle.valueOf(symbol), symbol).to.be.closeTo(value, 1e-12);
    }
    expect(oracle.valueOf('w2[4]', true)).to.be.closeTo(0.1804, 1e-12);
    expect(oracle.valueOf('b2', true)).to.be.closeTo(-0.056, 1e-12);
    expect(new Oracle({ ...step, inPlace: true }).valueOf('w1[1].x', true)).to.be.closeTo(0.49696928, 1e-12);
    expect(() => oracle.valueOf('w9')).to.throw('knows no w9');
  });

  it('writes three decimals, and takes either of two where a number lies between them', () => {
    expect([-0.0004, -1.25, 1234.56, 123456].map(threeDecimals))
      .to.deep.equal(['0.000', '−1.250', '1,234.6', '1.2 × 10⁵']);
    expect([isWritten('0.124', 0.12350000000001), isWritten('0.125', 0.1235)]).to.deep.equal([true, false]);
  });
});
