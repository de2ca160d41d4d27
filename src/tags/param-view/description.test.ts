import { expect } from '@open-wc/testing';
import { Network } from '../../core/index.js';
import { StringsController } from '../../page/strings-controller.js';
import { Host } from '../../testing/host.js';
import { describeFlow, describeStructure, flowTexts, structureTexts } from './description.js';

const strings = new StringsController(new Host());

/** h1 = x, h2 = −y (idle for y > 0), out = 2·h1 − h2 + 0.125. */
function small(): Network {
  const network = new Network({ layers: [2, 2, 1], activation: 'relu', outputActivation: 'linear' });
  network.parameters.set([1, 0, 0, -1, 0, 0, 2, -1, 0.125]);
  return network;
}

describe('flowTexts', () => {
  it('writes what each neuron puts out and each parameter, with so many decimals', () => {
    const network = small();
    network.forward([0.5, 0.25]);
    const texts = flowTexts(network, [false, true], 2, strings);
    expect(texts.outputs).to.deep.equal([['0.50', '0.25'], ['0.50', '0.00'], ['1.13']]);
    expect(texts.parameters)
      .to.deep.equal(['1.00', '0.00', '0.00', '\u22121.00', '0.00', '0.00', '2.00', '\u22121.00', '0.13']);
    expect(texts.roles).to.deep.equal(['fixed', 'free']);
    expect(flowTexts(network, [true, true], 1, strings).outputs[0]).to.deep.equal(['0.5', '0.3']);
  });

  it('gives up decimals where a number is large, and from a thousand on all but its power of ten', () => {
    const network = small();
    const write = (decimals: number, ...values: number[]): readonly string[] => {
      network.parameters.set(values);
      return flowTexts(network, [true, true], decimals, strings).parameters.slice(0, values.length);
    };
    expect(write(2, -9.994, -9.996, -99.94, -99.96, 999.4, 999.6, -1e6)).to.deep.equal(
      ['\u22129.99', '\u221210.0', '\u221299.9', '\u2212100', '999', '1·10³', '\u22121·10⁶']);
    expect(write(1, -9.94, -9.96, 12.5, -281.4, 379999))
      .to.deep.equal(['\u22129.9', '\u221210', '13', '\u2212281', '4·10⁵']);
  });

  it('writes no parameters that no cell has room for', () => {
    expect(flowTexts(new Network({ layers: [2, 64, 64, 1] }), [true, true], 2, strings).parameters).to.deep.equal([]);
  });
});

describe('structureTexts', () => {
  it('counts neurons and parameters of each layer', () => {
    const texts = structureTexts(new Network({ layers: [2, 8, 1] }), strings);
    expect(texts).to.deep.equal({
      names: ['input', 'hidden', 'output'], counts: ['2', '8', '1'],
      parameters: [['16 weights', '8 biases'], ['8 weights', '1 bias']],
      sums: ['24', '9'], total: '33', totalName: 'parameters', prediction: 'prediction',
    });
  });
});

/** Returns the numbers in a text, without those of names as w₁. */
const numbersIn = (text: string): string[] => text.match(/\u2212?\d+(\.\d+)?/g) ?? [];

describe('describeFlow', () => {
  it('says what goes in and comes out, how many neurons are active, and which contributes most', () => {
    const numbersAt = (x: number, y: number): string[] => numbersIn(describeFlow(small(), x, y, strings));
    expect(numbersAt(0.5, 0.25)).to.deep.equal(['0.50', '0.25', '1.13', '1', '2', '1', '1.00']);
    expect(numbersAt(0.25, -1)).to.deep.equal(['0.25', '\u22121.00', '\u22120.38', '2', '2', '2', '\u22121.00']);
  });

  it('says it of the last hidden layer where there are more', () => {
    const network = new Network({ layers: [2, 3, 2, 1] });
    network.parameters.fill(1);
    expect(describeFlow(network, 0.5, 0.5, strings)).to.contain('last').and.to.contain('2 of 2');
  });

  it('names the first neuron where a network that diverged has none that contributes most', () => {
    const network = small();
    network.parameters.fill(NaN);
    expect(numbersIn(describeFlow(network, 0.5, 0.5, strings))).to.include('1');
  });
});

describe('describeStructure', () => {
  it('counts neurons and parameters', () => {
    expect(numbersIn(describeStructure(new Network({ layers: [2, 6, 4, 1] }), strings)))
      .to.deep.equal(['2', '6', '4', '1', '51']);
  });
});
