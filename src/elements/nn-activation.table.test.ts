import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../define/nn-activation.js';
import type { NnActivation } from '../define/nn-activation.js';
import type { ManualTiming } from '../testing/manual-clock.js';
import { holdPage } from '../testing/trainer-page.js';
import { forgetWarnings } from './report.js';

/** What an author may write by mistake, or nearly so. */
const inputs = {
  empty: '', abc: 'abc', '-1': '-1', '0': '0', '0.5': '0.5', '7': '7', '1e9': '1e9', NaN: 'NaN', Infinity: 'Infinity', '1,5': '1,5', '8px': '8px',
  '0x10': '0x10', 'two numbers': '-2 3', 'with U+2212': '\u22122 3', descending: '3 -2', equal: '2 2', 'beyond the bounds': '-1e9 1e9', 'three numbers': '1 2 3',
  'one name': 'tanh', 'two names': 'ReLU, leaky-relu', 'an unknown name': 'relu gelu tanh', 'the same twice': 'tanh tanh',
  JSON: '{"a": [1]}', '100 kB': 'x'.repeat(100_000),
} as const;

type Input = keyof typeof inputs;
type Cell = readonly [used: unknown, warns: boolean];

interface Row {
  readonly attribute: string;
  readonly property: keyof NnActivation;
  /** In use for every input that is not listed, with a warning. */
  readonly initial: unknown;
  readonly cells: Partial<Record<Input, Cell>>;
}

const table: readonly Row[] = [
  {
    attribute: 'fn', property: 'fn', initial: ['relu'],
    cells: {
      'one name': [['tanh'], false], 'two names': [['relu', 'leaky-relu'], false], 'an unknown name': [['relu', 'tanh'], true], 'the same twice': [['tanh'], false],
    },
  },
  { attribute: 'alpha', property: 'alpha', initial: 0.01, cells: { '-1': [0, true], '0': [0, false], '0.5': [0.5, false], '7': [1, true], '1e9': [1, true] } },
  {
    attribute: 'domain', property: 'domain', initial: [-5, 5],
    cells: { 'two numbers': [[-2, 3], false], 'with U+2212': [[-2, 3], false], 'beyond the bounds': [[-100, 100], true], 'three numbers': [[1, 2], true] },
  },
  {
    attribute: 'range', property: 'range', initial: [],
    cells: { 'two numbers': [[-2, 3], false], 'with U+2212': [[-2, 3], false], 'beyond the bounds': [[-1e6, 1e6], true], 'three numbers': [[1, 2], true] },
  },
  { attribute: 'derivative', property: 'derivative', initial: true, cells: Object.fromEntries(Object.keys(inputs).map((input) => [input, [true, false]])) },
  {
    attribute: 'probe', property: 'probe', initial: NaN,
    cells: { '-1': [-1, false], '0': [0, false], '0.5': [0.5, false], '7': [5, true], '1e9': [5, true] },
  },
  {
    attribute: 'label', property: 'label', initial: '',
    cells: Object.fromEntries(Object.entries(inputs).filter(([input]) => input !== '100 kB').map(([input, text]) => [input, [text, false]])),
  },
];

describe('<nn-activation>, whatever its attributes say', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;

  beforeEach(() => {
    ({ timing, warnings, release } = holdPage());
  });

  afterEach(() => release());

  async function mount(): Promise<NnActivation> {
    const element = await fixture<NnActivation>(html`<nn-activation></nn-activation>`);
    await waitUntil(() => timing.pending, 'it was never seen');
    return element;
  }

  const isDrawn = (element: NnActivation): boolean => {
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
  };

  for (const { attribute, property, initial, cells } of table) {
    it(`uses a sane ${attribute}, says so when it is not the author's, and draws`, async () => {
      const element = await mount();
      element.fn = ['relu', 'leaky-relu'];
      for (const [input, given] of Object.entries(inputs) as [Input, string][]) {
        const [used, warns] = cells[input] ?? [initial, true];
        forgetWarnings();
        warnings.length = 0;
        element.setAttribute(attribute, given);
        await element.updateComplete;
        const cell = `${attribute}="${input}"`;
        expect(element[property], cell).to.deep.equal(used);
        expect(warnings.length, `${cell}: ${warnings.join()}`).to.equal(+warns);
        for (const warning of warnings) {
          expect(warning.startsWith(`<nn-activation> ${attribute}="${Number(given) === 1e9 ? '1' : given.slice(0, 60)}`), warning).to.equal(true);
          expect(warning).to.contain('expected ');
          expect(warning.length).to.be.below(300);
        }
        if (input === '1,5' && warns && attribute !== 'fn') expect(warnings[0]).to.contain('use a point');
        expect(element.getAttribute(attribute), 'the attribute is the author\'s').to.equal(given);
        timing.settle(2000);
        expect(isDrawn(element), cell).to.equal(true);
        element.removeAttribute(attribute);
        await element.updateComplete;
        warnings.length = 0;
      }
      expect(element[property], 'the default is back').to.deep.equal(attribute === 'derivative' ? false : initial);
    });
  }

  it('has a row for every attribute', () => {
    const declared = (customElements.get('nn-activation') as unknown as { observedAttributes: string[] }).observedAttributes;
    expect(table.map(({ attribute }) => attribute).sort()).to.deep.equal([...declared].sort());
  });

  it('moves a probe into the domain, back out of it when that widens, and says so once', async () => {
    const element = await mount();
    const errors: unknown[] = [];
    element.addEventListener('nn-error', (event) => errors.push((event as CustomEvent<object>).detail));
    element.setAttribute('probe', '4');
    element.setAttribute('domain', '-2 2');
    await element.updateComplete;
    expect(element.probe).to.equal(2);
    expect(errors).to.deep.equal([{ code: 'range', attribute: 'probe', value: 4, used: 2, fatal: false }]);
    expect(warnings).to.deep.equal(['<nn-activation> probe="4": expected a number within the domain, from -2 to 2; "2" is used.']);
    element.derivative = true;
    await element.updateComplete;
    expect(errors, 'no second time for something else').to.have.length(1);
    element.removeAttribute('domain');
    await element.updateComplete;
    expect(element.probe).to.equal(4);
    expect(warnings).to.have.length(1);
  });

  it('takes what scripts write, and an empty list or NaN for none', async () => {
    const element = await mount();
    Object.assign(element, { fn: ['tanh', 'sigmoid'], domain: [-1, 1], range: [-2, 2], probe: 0.5 });
    await element.updateComplete;
    expect([element.fn, element.domain, element.range, element.probe]).to.deep.equal([['tanh', 'sigmoid'], [-1, 1], [-2, 2], 0.5]);
    Object.assign(element, { fn: null, domain: undefined, range: [], probe: NaN });
    await element.updateComplete;
    expect([element.fn, element.domain, element.range, element.probe]).to.deep.equal([['relu'], [-5, 5], [], NaN]);
    expect(warnings).to.deep.equal([]);
  });
});
