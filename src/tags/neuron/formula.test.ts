import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { formulaStyles } from '../../ui/mathml.js';
import { neuronFormula, neuronFormulaStyles, sumText, type FormulaTexts } from './formula.js';
import type { Contribution } from './surface-model.js';

const format = (value: number): string => String(+value.toPrecision(3)).replace('-', '\u2212');
const first: Contribution = { w: [1.2, -0.5], b: -0.2, z: 0.71, y: 0.71 };
const second: Contribution = { w: [-0.8, 1], b: 0.1, z: -0.44, y: -0.0044 };

const texts: FormulaTexts = {
  inputs: ['1', '2'].map((index) => ({ variable: 'p', index })), output: { variable: 'y' }, activation: 'ReLU',
  isMax: false, format,
};

async function write(
  at: readonly number[], parts: readonly Contribution[], y: number, width = 400, changes: Partial<FormulaTexts> = {},
): Promise<HTMLElement> {
  const holder = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px"></div>`);
  const root = holder.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(formulaStyles.cssText + neuronFormulaStyles.cssText);
  root.adoptedStyleSheets = [sheet];
  render(neuronFormula(at, parts, y, { ...texts, ...changes }), root);
  return root.querySelector<HTMLElement>('.sum')!;
}

const linesOf = (sum: HTMLElement): string[] =>
  [...sum.querySelectorAll('p')].map(({ textContent }) => textContent!.trim());

describe('sumText', () => {
  it('writes a sum as the article does', () => {
    expect(sumText([0.8, 0.1], first, format)).to.equal('0.8·1.2 + 0.1·(\u22120.5) \u2212 0.2');
    expect(sumText([0.2, 0], { w: [2, 0], b: 0.3, z: 0.7, y: 0.7 }, format)).to.equal('0.2·2 + 0·0 + 0.3');
    expect(sumText([-0.2, -0.3], { w: [1, 2], b: 0, z: 0, y: 0 }, format)).to.equal('\u22120.2·1 + (\u22120.3)·2 + 0');
    expect(sumText([0.2], { w: [2], b: 0.3, z: 0.7, y: 0.7 }, format)).to.equal('0.2·2 + 0.3');
  });
});

describe('neuronFormula', () => {
  it('writes one neuron in symbols, in numbers, and its result', async () => {
    const sum = await write([0.8, 0.1], [first], 0.71);
    const [symbols, numbers, result] = linesOf(sum);
    expect(symbols).to.equal('y=f(p1·w1+p2·w2+b) f: ReLU');
    expect(numbers).to.contain('=f(0.8·1.2 + 0.1·\u22120.5 + \u22120.2)');
    expect(result).to.contain('=f(0.71)=0.71');
    const strong = sum.querySelector('.result')!;
    expect([strong.textContent, getComputedStyle(strong).fontWeight]).to.deep.equal(['0.71', '600']);
  });

  it('puts parameters on yellow with their signs, and nothing else', async () => {
    const sum = await write([0.8, 0.1], [first, second], 0.7056);
    const chips = [...sum.querySelectorAll('.chip')].map(({ textContent }) => textContent!.trim());
    expect(chips).to.deep.equal(['1.2', '\u22120.5', '\u22120.2', '\u22120.8', '1', '0.1']);
  });

  it('gives each of several neurons its line, then their sum', async () => {
    const lines = linesOf(await write([0.8, 0.1], [first, second], 0.7056));
    expect(lines).to.have.length(4);
    expect(lines[0]).to.contain('y=f(p·w1+b1)+f(p·w2+b2)');
    expect(lines[2]).to.contain('+f(0.8·\u22120.8 + 0.1·1 + 0.1)');
    expect(lines[3]).to.contain('=0.71+(\u22120.0044)=0.706');
    const many = linesOf(await write([0.8, 0.1], [first, second, first], 1.4156));
    expect(many[0]).to.contain('y=∑if(p·wi+bi)');
    expect(many).to.have.length(5);
  });

  it('writes max(0, …) and one product for one input', async () => {
    const changes = { inputs: [{ variable: 'x' }], isMax: true };
    const one: Contribution = { w: [2], b: 0.3, z: 0.7, y: 0.7 };
    expect(linesOf(await write([0.2], [one], 0.7, 400, changes)))
      .to.deep.equal(['y=max(0,x·w+b)', '=max(0,0.2·2 + 0.3)'.replace('=', 'y='), 'y=max(0,0.7)=0.7']);
    const lines = linesOf(await write([0.2], [one, one], 1.4, 400, changes));
    expect(lines[0]).to.equal('y=max(0,x·w1+b1)+max(0,x·w2+b2)');
  });

  it('names inputs and output as they are called', async () => {
    const changes = { inputs: [{ variable: 'x' }, { variable: 'y' }], output: { variable: 'h' } };
    expect(linesOf(await write([0.8, 0.1], [first], 0.71, 400, changes))[0]).to.equal('h=f(x·w1+y·w2+b) f: ReLU');
  });

  it('aligns its lines at what follows y, which is heard once', async () => {
    const sum = await write([0.8, 0.1], [first], 0.71);
    const [x, ...others] = [...sum.querySelectorAll('p')].map((line) =>
      [...line.querySelectorAll('mo')].find(({ textContent }) => textContent === '=')!.getBoundingClientRect().left);
    for (const other of others) expect(other).to.be.closeTo(x, 1);
    expect(sum.querySelectorAll('mphantom')).to.have.length(2);
  });

  it('breaks a line rather than leave its column', async () => {
    const long: Contribution = { w: [-1.23, -3.45], b: -0.123, z: -0.123, y: 0 };
    for (const width of [240, 320]) {
      const sum = await write([-0.333, -0.567], Array<Contribution>(8).fill({ ...long, y: -0.123 }), 0, width);
      const { right } = sum.getBoundingClientRect();
      for (const math of sum.querySelectorAll('math')) {
        expect(math.getBoundingClientRect().right).to.be.at.most(right);
      }
    }
  });
});
