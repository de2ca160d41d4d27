import { expect, fixture, html } from '@open-wc/testing';
import { mathml, type TemplateResult } from 'lit';
import { defineHost, Host } from '../testing/host.js';
import { formulaStyles, mathNumber, mathVector, parameterChip, variable } from './mathml.js';

class TestFormula extends Host {
  static override styles = [formulaStyles];

  content: TemplateResult = mathml``;

  override render(): TemplateResult {
    const colours = '--_parameter-fill: rgb(1, 2, 3); --_parameter-ink: rgb(4, 5, 6)';
    return html`<div style=${colours}><math>${this.content}</math></div>`;
  }
}
defineHost(TestFormula);

async function write(content: TemplateResult, dir = 'ltr'): Promise<Element> {
  const element = new TestFormula();
  element.content = content;
  await fixture(html`<div dir=${dir}>${element}</div>`);
  return element.shadowRoot!.querySelector('math')!;
}

const width = (element: Element): number => element.getBoundingClientRect().width;

describe('formulas', () => {
  it('are MathML, every piece of them', async () => {
    const math = await write(mathml`${variable('w', '1')}${mathVector(['1', '2'], true)}${mathNumber('3')}`);
    const spaces = new Set([...math.querySelectorAll('*')].map(({ namespaceURI }) => namespaceURI));
    expect([...spaces]).to.deep.equal(['http://www.w3.org/1998/Math/MathML']);
  });

  it('have variables with an index where there is one', async () => {
    const math = await write(mathml`${variable('y')}${variable('w', '2')}`);
    expect([...math.children].map(({ localName }) => localName)).to.deep.equal(['mi', 'msub']);
    const parts = [...math.querySelectorAll('msub > *')].map(({ localName, textContent }) => [localName, textContent]);
    expect(parts).to.deep.equal([['mpadded', 'w'], ['mn', '2']]);
  });

  it('have numbers as they were written, parameters on yellow', async () => {
    const math = await write(mathml`${mathNumber('0.71')}${mathNumber('\u22120.5', true)}`);
    expect([...math.querySelectorAll('mn')].map(({ textContent }) => textContent)).to.deep.equal(['0.71', '\u22120.5']);
    const [row] = math.querySelectorAll('.chip');
    expect(math.querySelectorAll('.chip')).to.have.length(1);
    expect(row.textContent).to.equal('\u22120.5');
    const { backgroundColor, color } = getComputedStyle(row);
    expect([backgroundColor, color]).to.deep.equal(['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
  });

  it('leave air on both sides of a parameter, and above and below it', async () => {
    const math = await write(mathml`${mathNumber('1234')}${mathNumber('1234', true)}`);
    const [plain, parameter] = [math.children[0], math.querySelector('.chip')!];
    expect(width(parameter) - width(plain)).to.be.closeTo(8, 1);
    const number = parameter.querySelector('mn')!.getBoundingClientRect();
    const yellow = parameter.getBoundingClientRect();
    expect([number.left - yellow.left, yellow.right - number.right].map(Math.round)).to.deep.equal([4, 4]);
    expect(yellow.height).to.be.within(18, 28);
  });

  it('put anything on yellow', async () => {
    const math = await write(parameterChip(mathml`<mo>\u2212</mo> <mn>0.2</mn>`));
    expect(math.textContent).to.equal('\u2212 0.2');
  });

  it('write a vector between brackets, with a space to see and one to copy', async () => {
    const math = await write(mathVector(['0.8', '0.1']));
    expect(math.textContent).to.equal('[0.8 0.1]');
    const [first, second] = [...math.querySelectorAll('mn')].map((element) => element.getBoundingClientRect());
    expect(second.left - first.right).to.be.within(2, 8);
    expect((await write(mathVector(['1.2', '\u22120.5'], true))).querySelectorAll('.chip')).to.have.length(2);
    expect((await write(mathVector(['1', '2', '3']))).textContent).to.equal('[1 2 3]');
  });

  it('run left to right on a page that runs the other way', async () => {
    const math = await write(mathml`${mathNumber('1')}${mathNumber('2')}`, 'rtl');
    const [one, two] = [...math.querySelectorAll('mn')].map((number) => number.getBoundingClientRect().left);
    expect(one).to.be.below(two);
  });
});
