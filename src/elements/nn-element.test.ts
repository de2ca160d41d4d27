import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { css, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { boolean } from '../attrs/boolean.js';
import { choice } from '../attrs/choice.js';
import { list, rows } from '../attrs/list.js';
import { parameters } from '../attrs/model.js';
import { integer, number } from '../attrs/number.js';
import { optionalText } from '../attrs/text.js';
import { version } from '../version.js';
import { catchWarnings } from '../testing/warnings.js';
import { NnCircleTrainer } from './nn-circle-trainer.js';
import { attribute, NnElement, type NnErrorDetail } from './nn-element.js';

/** One attribute of each kind, and what is protected laid open. */
class Sample extends NnElement {
  static override styles: CSSResult[] = [...NnElement.styles, css`.probe { inline-size: 7px; }`];

  @attribute(integer(5, { min: 1, max: 10 })) count!: number;
  @attribute(number(0.5, { min: 0, max: 1 })) firstRatio!: number;
  @attribute(boolean) open!: boolean;
  @attribute(choice(['round', 'square'], 'round')) shape!: string;
  @attribute(list([1, 2], { minLength: 1, maxLength: 3, min: 0, max: 9 })) sizes!: readonly number[];
  @attribute(rows([[1, 0]], { columns: 2, maxRows: 2, min: -9, max: 9 })) pairs!: readonly (readonly number[])[];
  @attribute(optionalText(), 'for') htmlFor!: string;
  @attribute(parameters) weights!: readonly number[] | null;

  /** Names of what changed, one entry an update. */
  readonly updates: string[][] = [];

  get changes(): Set<string> {
    return this.dirty;
  }

  isGiven(property: string): boolean {
    return this.given(property);
  }

  isUnusable(name: string): boolean {
    return this.unusable(name);
  }

  take(property: string, value: unknown): void {
    this.use(property, value);
  }

  reportToken(token: string, found: string): void {
    this.badToken(token, found);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.updates.push([...changed.keys()].map(String));
  }

  protected override render(): TemplateResult {
    return html`<div class="figure"><canvas></canvas><span class="probe"></span></div>` as TemplateResult;
  }
}
customElements.define('test-sample', Sample);

class OtherSample extends Sample {}
customElements.define('test-other-sample', OtherSample);

type Loose = Record<string, unknown>;

/** Reads and writes a property by a name that the compiler does not know. */
function loose(element: Element): Loose {
  return element as unknown as Loose;
}

/** Attributes are set in the order of their keys. */
async function mount(attributes: Record<string, string> = {}, Class: typeof Sample = Sample): Promise<Sample> {
  const element = new Class();
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await fixture(html`<div>${element}</div>`);
  await element.updateComplete;
  return element;
}

let lateTags = 0;

/** A tag that is not an element yet, and what makes it one. */
function plainTag(): { plain: HTMLElement; define: () => void } {
  const tag = `test-late-${++lateTags}`;
  return { plain: document.createElement(tag), define: () => customElements.define(tag, class extends Sample {}) };
}

interface Case {
  readonly property: string;
  readonly name: string;
  readonly text: string;
  /** What a script would write for the same. */
  readonly written: unknown;
  readonly used: unknown;
  readonly initial: unknown;
}

const cases: Case[] = [
  { property: 'count', name: 'count', text: ' 7 ', written: 7, used: 7, initial: 5 },
  { property: 'firstRatio', name: 'first-ratio', text: '2.5e-1', written: 0.25, used: 0.25, initial: 0.5 },
  { property: 'open', name: 'open', text: '', written: true, used: true, initial: false },
  { property: 'shape', name: 'shape', text: ' SQUARE ', written: 'square', used: 'square', initial: 'round' },
  { property: 'sizes', name: 'sizes', text: '3 4, 5', written: [3, 4, 5], used: [3, 4, 5], initial: [1, 2] },
  { property: 'pairs', name: 'pairs', text: '1 \u22122; 3 4', written: [[1, -2], [3, 4]], used: [[1, -2], [3, 4]], initial: [[1, 0]] },
  { property: 'htmlFor', name: 'for', text: ' demo ', written: 'demo', used: 'demo', initial: '' },
  { property: 'weights', name: 'weights', text: '[1, -2.5]', written: [1, -2.5], used: [1, -2.5], initial: null },
  { property: 'label', name: 'label', text: ' My circle ', written: 'My circle', used: 'My circle', initial: '' },
];

describe('NnElement', () => {
  let messages: string[];
  let restore: () => void;

  beforeEach(() => {
    ({ messages, restore } = catchWarnings());
  });

  afterEach(() => restore());

  describe('an attribute and its property', () => {
    for (const { property, name, text, written, used, initial } of cases) {
      it(`give one value for ${name}="${text}", the one in use`, async () => {
        const byAttribute = await mount({ [name]: text });
        const byProperty = await mount();
        const byText = await mount();
        expect(loose(byProperty)[property]).to.deep.equal(initial);
        loose(byProperty)[property] = written;
        loose(byText)[property] = text;
        expect(loose(byAttribute)[property]).to.deep.equal(used);
        expect(loose(byProperty)[property]).to.deep.equal(used);
        if (property !== 'open') expect(loose(byText)[property]).to.deep.equal(used);
        await byProperty.updateComplete;
        expect(byAttribute.getAttribute(name)).to.equal(text);
        expect(byProperty.hasAttribute(name)).to.equal(false);
        expect(messages).to.deep.equal([]);
      });

      it(`go back to the default of ${name} with null, undefined or without the attribute`, async () => {
        const element = await mount();
        for (const nothing of [null, undefined]) {
          loose(element)[property] = written;
          expect(loose(element)[property]).to.deep.equal(used);
          loose(element)[property] = nothing;
          expect(loose(element)[property]).to.deep.equal(initial);
        }
        element.setAttribute(name, text);
        element.removeAttribute(name);
        expect(loose(element)[property]).to.deep.equal(initial);
        await element.updateComplete;
        expect(messages).to.deep.equal([]);
      });
    }

    it('draws anew after either', async () => {
      const element = await mount();
      element.updates.length = 0;
      element.count = 7;
      await element.updateComplete;
      element.setAttribute('first-ratio', '0.25');
      await element.updateComplete;
      expect(element.updates).to.deep.equal([['count'], ['firstRatio']]);
      expect([...element.changes]).to.deep.equal(['count', 'firstRatio']);
    });

    it('are named alike, camel-cased and dashed, and no attribute is watched but those declared', async () => {
      const element = await mount({ firstRatio: '0.1', firstratio: '0.2' });
      expect(element.firstRatio).to.equal(0.5);
      expect(Sample.observedAttributes).to.include.members(cases.map(({ name }) => name));
      expect(NnElement.observedAttributes).to.deep.equal(['label']);
    });

    it('are of a class and its heirs, not of its sisters', () => {
      class Heir extends Sample {
        @attribute(boolean) more!: boolean;
      }
      expect(Heir.observedAttributes).to.include.members(['label', 'count', 'more']);
      expect(Sample.observedAttributes).to.not.include('more');
      expect(OtherSample.observedAttributes).to.deep.equal(Sample.observedAttributes);
    });
  });

  describe('of two writes the later', () => {
    it('wins, whether it is the attribute or the property', async () => {
      const element = await mount({ count: '2' });
      element.count = 3;
      expect(element.count).to.equal(3);
      element.setAttribute('count', '4');
      expect(element.count).to.equal(4);
      element.count = 6;
      element.removeAttribute('count');
      expect(element.count).to.equal(5);
      element.count = 7;
      expect(element.count).to.equal(7);
      await element.updateComplete;
      expect(element.count).to.equal(7);
    });

    it('wins though the attribute’s text is what it was', async () => {
      const element = await mount({ count: '2', open: '' });
      element.count = 3;
      element.open = false;
      element.setAttribute('count', '2');
      element.setAttribute('open', '');
      expect(element.count).to.equal(2);
      expect(element.open).to.equal(true);
    });

    it('wins over what the element itself put in use', async () => {
      const element = await mount({ count: '2' });
      element.changes.clear();
      element.take('count', 9);
      expect(element.count).to.equal(9);
      expect(element.changes.size).to.equal(0, 'the element knows of it');
      element.setAttribute('count', '3');
      expect(element.count).to.equal(3);
    });

    it('leaves the attribute as its author wrote it', async () => {
      const element = await mount({ count: ' 07 ', shape: 'SQUARE', sizes: '99' });
      element.count = 3;
      element.shape = 'round';
      element.take('sizes', [4]);
      await element.updateComplete;
      expect(element.getAttributeNames().map((name) => element.getAttribute(name))).to.deep.equal([' 07 ', 'SQUARE', '99']);
    });
  });

  describe('before the upgrade', () => {
    it('a property that a script set is not lost, and works as a property after', async () => {
      const { plain, define } = plainTag();
      loose(plain).count = 7;
      await fixture(html`<div>${plain}</div>`);
      define();
      expect(loose(plain).count).to.equal(7);
      expect(Object.hasOwn(plain, 'count')).to.equal(false);
      plain.setAttribute('count', '8');
      expect(loose(plain).count).to.equal(8);
      loose(plain).count = 9;
      expect(loose(plain).count).to.equal(9);
    });

    for (const first of ['property', 'attribute']) {
      it(`a property wins over the attribute that is there, the ${first} being set first`, async () => {
        const { plain, define } = plainTag();
        if (first === 'property') loose(plain).count = 7;
        plain.setAttribute('count', '2');
        if (first === 'attribute') loose(plain).count = 7;
        await fixture(html`<div>${plain}</div>`);
        define();
        expect(loose(plain).count).to.equal(7);
        await (plain as Sample).updateComplete;
        expect(loose(plain).count).to.equal(7);
        expect(plain.getAttribute('count')).to.equal('2');
      });
    }

    it('gives way to an attribute written right after it, before the first update', async () => {
      const { plain, define } = plainTag();
      plain.setAttribute('count', '2');
      loose(plain).count = 7;
      await fixture(html`<div>${plain}</div>`);
      define();
      plain.setAttribute('count', '3');
      expect(loose(plain).count).to.equal(3);
      await (plain as Sample).updateComplete;
      expect(loose(plain).count).to.equal(3);
    });

    it('gives way to an attribute removed or written alike right after it', async () => {
      const [one, other] = [plainTag(), plainTag()];
      for (const { plain, define } of [one, other]) {
        plain.setAttribute('count', '2');
        loose(plain).count = 7;
        await fixture(html`<div>${plain}</div>`);
        define();
      }
      one.plain.removeAttribute('count');
      expect(loose(one.plain).count).to.equal(5);
      other.plain.setAttribute('count', '2');
      expect(loose(other.plain).count).to.equal(2);
    });

    it('an attribute written where a property alone was set wins after it', async () => {
      const { plain, define } = plainTag();
      loose(plain).count = 7;
      await fixture(html`<div>${plain}</div>`);
      define();
      plain.setAttribute('count', '3');
      expect(loose(plain).count).to.equal(3);
    });

    it('a property set to null or undefined asks for the default, whatever the attribute says', async () => {
      for (const nothing of [null, undefined]) {
        const { plain, define } = plainTag();
        plain.setAttribute('count', '2');
        loose(plain).count = nothing;
        await fixture(html`<div>${plain}</div>`);
        define();
        expect(loose(plain).count).to.equal(5);
      }
    });

    it('a property leaves other attributes in force', async () => {
      const { plain, define } = plainTag();
      plain.setAttribute('first-ratio', '0.25');
      plain.setAttribute('sizes', '3 4');
      loose(plain).count = 7;
      await fixture(html`<div>${plain}</div>`);
      define();
      expect([loose(plain).count, loose(plain).firstRatio]).to.deep.equal([7, 0.25]);
      expect(loose(plain).sizes).to.deep.equal([3, 4]);
    });

    it('all of that holds in a tree that is upgraded before it is on the page', async () => {
      const [one, other] = [plainTag(), plainTag()];
      const tree = document.createElement('section');
      tree.append(document.createElement('p'), one.plain);
      tree.firstElementChild!.append(other.plain);
      one.plain.setAttribute('count', '2');
      loose(one.plain).count = 7;
      other.plain.setAttribute('count', '2');
      loose(other.plain).count = 'many';
      one.define();
      other.define();
      expect(Object.hasOwn(one.plain, 'count')).to.equal(true, 'no upgrade of what is not on the page');
      customElements.upgrade(tree);
      expect(loose(one.plain).count).to.equal(7);
      expect(loose(other.plain).count).to.equal(5);
      one.plain.setAttribute('count', '3');
      expect(loose(one.plain).count).to.equal(3);
      await fixture(html`<div>${tree}</div>`);
      await (other.plain as Sample).updateComplete;
      expect(loose(one.plain).count).to.equal(3);
      expect(messages).to.have.length(1);
      expect(messages[0]).to.contain('count="many"');
    });

    it('a clone has the attributes of its model and none of its properties', async () => {
      const element = await mount({ count: '2' });
      element.count = 7;
      element.firstRatio = 0.25;
      const clone = element.cloneNode(true) as Sample;
      expect(clone.count).to.equal(2);
      expect(clone.firstRatio).to.equal(0.5);
    });
  });

  describe('writing the same again', () => {
    it('changes nothing: no update, nothing to take in, the very same list', async () => {
      const element = await mount({ count: '7', sizes: '3 4', pairs: '1 2; 3 4', weights: '[1, 2]', shape: 'round' });
      const { sizes, pairs } = element;
      element.changes.clear();
      element.updates.length = 0;
      element.count = 7;
      element.sizes = [3, 4];
      element.setAttribute('sizes', ' 3, 4 ');
      element.pairs = [[1, 2], [3, 4]];
      element.weights = [1, 2];
      element.shape = 'round';
      expect(element.isUpdatePending).to.equal(false);
      expect(element.changes.size).to.equal(0);
      expect(element.sizes).to.equal(sizes);
      expect(element.pairs).to.equal(pairs);
    });

    it('notices a list that differs only in order, length or nesting', async () => {
      const element = await mount({ sizes: '3 4', pairs: '1 2; 3 4' });
      for (const sizes of [[4, 3], [4], [4, 3, 3]]) {
        element.changes.clear();
        element.sizes = sizes;
        expect([...element.changes]).to.deep.equal(['sizes']);
        expect(element.sizes).to.deep.equal(sizes);
      }
      element.changes.clear();
      element.pairs = [[1, 2], [3, 5]];
      expect([...element.changes]).to.deep.equal(['pairs']);
    });

    it('is not fooled by a list that a script changes after it wrote it', async () => {
      const element = await mount();
      const sizes = [3, 4];
      element.sizes = sizes;
      sizes[0] = 9;
      expect(element.sizes).to.deep.equal([3, 4]);
      expect(Object.isFrozen(element.sizes)).to.equal(true);
      element.sizes = sizes;
      expect(element.sizes).to.deep.equal([9, 4]);
    });
  });

  describe('a bad value', () => {
    /** The tag’s one warning, and its one `nn-error`, after this attribute or property was written. */
    async function complaint(write: (element: Sample) => void): Promise<{ message: string; detail: NnErrorDetail }> {
      const element = await mount();
      const told = oneEvent(element, 'nn-error');
      write(element);
      const { detail } = (await told) as CustomEvent<NnErrorDetail>;
      expect(messages).to.have.length(1);
      return { message: messages[0], detail };
    }

    it('gives the default, and says what was found, what is accepted and what is used', async () => {
      const { message, detail } = await complaint((element) => element.setAttribute('count', 'many'));
      expect(message).to.equal('<test-sample> count="many": expected an integer from 1 to 10; "5" is used.');
      expect(detail).to.deep.equal({ code: 'syntax', attribute: 'count', value: 'many', used: 5, fatal: false });
    });

    it('beyond a bound gives the bound, with code range', async () => {
      const { message, detail } = await complaint((element) => element.setAttribute('count', '99'));
      expect(message).to.equal('<test-sample> count="99": expected an integer from 1 to 10; "10" is used.');
      expect(detail).to.deep.equal({ code: 'range', attribute: 'count', value: '99', used: 10, fatal: false });
    });

    it('in a property is told like one in the attribute, with the attribute’s name and what was written', async () => {
      const written = { not: 'a list' };
      const { message, detail } = await complaint((element) => { loose(element).sizes = written; });
      expect(message).to.equal('<test-sample> sizes="{"not":"a list"}": expected 1 to 3 numbers from 0 to 9, separated by spaces; "1 2" is used.');
      expect(detail.value).to.equal(written);
      expect(detail.used).to.deep.equal([1, 2]);
    });

    it('of a dashed attribute is told by the name that its author wrote', async () => {
      const { detail } = await complaint((element) => { element.firstRatio = -3; });
      expect(detail).to.deep.equal({ code: 'range', attribute: 'first-ratio', value: -3, used: 0, fatal: false });
    });

    it('says how to mend it where that can be told', async () => {
      const { message } = await complaint((element) => element.setAttribute('first-ratio', '0,5'));
      expect(message).to.equal('<test-sample> first-ratio="0,5": expected a number from 0 to 1 (use a point, not a comma, as in 1.5); "0.5" is used.');
    });

    it('for which there is nothing to use instead is ignored, and says so', async () => {
      const { message, detail } = await complaint((element) => element.setAttribute('weights', '[1, "x"]'));
      expect(message).to.match(/; it is ignored\.$/);
      expect(detail).to.deep.equal({ code: 'syntax', attribute: 'weights', value: '[1, "x"]', used: null, fatal: true });
    });

    it('of great length is cut at 60 characters on the console, and whole in the event', async () => {
      const { message, detail } = await complaint((element) => element.setAttribute('count', 'y'.repeat(300)));
      expect(message).to.contain(`count="${'y'.repeat(60)}…"`);
      expect(message).to.not.contain('y'.repeat(61));
      expect(detail.value).to.equal('y'.repeat(300));
    });

    it('reaches a listener on the document, out of shadow roots', async () => {
      const host = await fixture<HTMLElement>(html`<div></div>`);
      const element = new Sample();
      host.attachShadow({ mode: 'open' }).append(element);
      await element.updateComplete;
      const told = oneEvent(document, 'nn-error');
      element.count = NaN;
      const event = (await told) as CustomEvent<NnErrorDetail>;
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
      expect(event.detail.attribute).to.equal('count');
    });

    it('is told once for each tag, attribute and value, and to scripts for each element', async () => {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const seen: string[] = [];
      holder.addEventListener('nn-error', (event) => {
        const { attribute: name, value } = (event as CustomEvent<NnErrorDetail>).detail;
        seen.push(`${(event.target as Element).localName} ${name} ${String(value)}`);
      });
      const give = async (Class: typeof Sample, name: string, value: string): Promise<void> => {
        const element = new Class();
        element.setAttribute(name, value);
        holder.append(element);
        await element.updateComplete;
      };
      await give(Sample, 'count', 'a');
      await give(Sample, 'count', 'a');
      expect(messages).to.have.length(1);
      await give(OtherSample, 'count', 'a');
      await give(Sample, 'count', 'b');
      await give(Sample, 'first-ratio', 'a');
      await give(Sample, 'first-ratio', 'a');
      expect(messages.map((message) => message.slice(0, message.indexOf(':')))).to.deep.equal([
        '<test-sample> count="a"', '<test-other-sample> count="a"', '<test-sample> count="b"', '<test-sample> first-ratio="a"',
      ]);
      expect(seen).to.deep.equal([
        'test-sample count a', 'test-sample count a', 'test-other-sample count a', 'test-sample count b',
        'test-sample first-ratio a', 'test-sample first-ratio a',
      ]);
    });

    it('is told of no more than 20 times a page, and to scripts always', async () => {
      const element = await mount();
      let events = 0;
      element.addEventListener('nn-error', () => events++);
      for (let i = 0; i < 30; i++) {
        element.setAttribute('count', `bad ${i}`);
        await element.updateComplete;
      }
      expect(messages).to.have.length(20);
      expect(events).to.equal(30);
    });

    it('says nothing if a good one, or none, takes its place before the update', async () => {
      const element = await mount({ 'count': 'many', 'first-ratio': 'x' });
      expect(messages).to.have.length(2);
      let events = 0;
      element.addEventListener('nn-error', () => events++);
      element.setAttribute('count', 'more');
      element.setAttribute('count', '3');
      element.setAttribute('first-ratio', '9');
      element.removeAttribute('first-ratio');
      element.setAttribute('sizes', 'none');
      element.sizes = [2];
      loose(element).shape = 7;
      loose(element).shape = null;
      await element.updateComplete;
      expect(messages).to.have.length(2);
      expect(events).to.equal(0);
      expect([element.count, element.firstRatio, element.shape]).to.deep.equal([3, 0.5, 'round']);
      expect(element.sizes).to.deep.equal([2]);
    });

    it('of several before one update, only the last of each attribute is told', async () => {
      const element = await mount();
      for (const value of ['a', 'b', '99']) element.setAttribute('count', value);
      await element.updateComplete;
      expect(messages).to.have.length(1);
      expect(messages[0]).to.contain('count="99"');
    });

    it('is told at the update after it, and not again at each later one', async () => {
      const element = await mount();
      let events = 0;
      element.addEventListener('nn-error', () => events++);
      element.setAttribute('count', 'many');
      await element.updateComplete;
      element.firstRatio = 0.25;
      await element.updateComplete;
      expect(events).to.equal(1);
    });

    it('may be mended by whoever hears of it', async () => {
      Sample.disableWarning?.('change-in-update');
      const element = await mount();
      element.addEventListener('nn-error', () => {
        element.count = 3;
        element.firstRatio = 0.1;
      });
      element.setAttribute('count', 'many');
      element.setAttribute('first-ratio', 'small');
      await element.updateComplete;
      await element.updateComplete;
      expect([element.count, element.firstRatio]).to.deep.equal([3, 0.1]);
      expect(messages).to.have.length(1);
    });

    it('before the element is on the page is told when it comes there', async () => {
      const element = new Sample();
      element.setAttribute('count', 'many');
      await Promise.resolve();
      expect(messages).to.deep.equal([]);
      await fixture(html`<div>${element}</div>`);
      await element.updateComplete;
      expect(messages).to.have.length(1);
    });

    it('never throws and never leaves anything but a sound value in use', async () => {
      const cyclic: unknown[] = [];
      cyclic.push(cyclic);
      const odd: unknown[] = [
        NaN, Infinity, -Infinity, 5n, Symbol('x'), () => 1, {}, [], [[]], [NaN], [[NaN]], cyclic, new Date(NaN),
        Object.create(null), { toString: null, toJSON: () => { throw new Error('no'); } }, '\0', '0x10', '\uFF18', 'NaN', '1e309', 'x'.repeat(100_000),
      ];
      const element = await mount();
      const numeric = (value: unknown): boolean => Array.isArray(value) ? value.every(numeric) : Number.isFinite(value);
      for (const { property, name } of cases) {
        for (const value of odd) {
          loose(element)[property] = value;
          if (typeof value === 'string') element.setAttribute(name, value);
          const { count, firstRatio, open, shape, sizes, pairs, weights, htmlFor, label } = element;
          expect([count, firstRatio, sizes, pairs, weights ?? 0].every(numeric), `${property} ${typeof value}`).to.equal(true);
          expect(open).to.be.a('boolean');
          expect(shape).to.be.oneOf(['round', 'square']);
          expect(`${htmlFor}${label}`).to.be.a('string');
          await element.updateComplete;
        }
      }
    });
  });

  describe('what the page gives', () => {
    it('is known from what is only the default, though the values be equal', async () => {
      const element = await mount();
      expect(element.isGiven('firstRatio')).to.equal(false);
      element.firstRatio = 0.5;
      expect(element.isGiven('firstRatio')).to.equal(true);
      loose(element).firstRatio = null;
      expect(element.isGiven('firstRatio')).to.equal(false);
      element.setAttribute('first-ratio', 'bad');
      expect(element.isGiven('firstRatio')).to.equal(true);
      element.removeAttribute('first-ratio');
      expect(element.isGiven('firstRatio')).to.equal(false);
      element.take('firstRatio', 0.75);
      expect(element.isGiven('firstRatio')).to.equal(false);
    });

    it('is unusable if it is no such value, not if it is merely beyond a bound', async () => {
      const element = await mount({ count: 'many' });
      expect(element.isUnusable('count')).to.equal(true);
      element.setAttribute('count', '99');
      expect(element.isUnusable('count')).to.equal(false);
      element.setAttribute('count', 'many');
      element.removeAttribute('count');
      expect(element.isUnusable('count')).to.equal(false);
    });
  });

  it('says once that a theme’s token is no colour, and which', async () => {
    const element = await mount();
    const details: NnErrorDetail[] = [];
    element.addEventListener('nn-error', (event) => details.push((event as CustomEvent<NnErrorDetail>).detail));
    element.reportToken('--nn-ink', 'ruby red');
    element.reportToken('--nn-ink', 'ruby red');
    expect(messages).to.deep.equal(['<test-sample> --nn-ink: "ruby red" is no colour; the default is used.']);
    expect(details[0]).to.deep.equal({ code: 'theme', attribute: '--nn-ink', value: 'ruby red', used: '', fatal: false });
  });

  it('names the version of its package, for a second copy on the page to compare', () => {
    expect(Sample.version).to.equal(version);
  });

  it('is hidden by the hidden attribute, and else a block no wider than its place', async () => {
    const element = await mount();
    const { style } = element.parentElement!;
    style.inlineSize = '300px';
    expect(getComputedStyle(element).display).to.equal('block');
    expect(element.offsetWidth).to.equal(300);
    style.inlineSize = '900px';
    expect(element.offsetWidth).to.equal(480);
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
  });

  describe('in another document', () => {
    /** How the element looks there, by styles of its own and of its base. */
    function looks(element: Sample): string[] {
      const view = element.ownerDocument.defaultView!;
      const inner = (selector: string): CSSStyleDeclaration => view.getComputedStyle(element.renderRoot.querySelector(selector)!);
      return [view.getComputedStyle(element).display, inner('canvas').position, inner('.probe').width];
    }
    const styled = ['block', 'absolute', '7px'];

    async function frameDocument(): Promise<Document> {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<!doctype html><title>frame</title>';
      const loaded = oneEvent(frame, 'load');
      await fixture(html`<div>${frame}</div>`);
      await loaded;
      return frame.contentDocument!;
    }

    it('an element that moves into a frame and back keeps its styles', async () => {
      const element = await mount();
      expect(looks(element)).to.deep.equal(styled);
      const home = element.parentElement!;
      (await frameDocument()).body.append(element);
      await element.updateComplete;
      expect(looks(element)).to.deep.equal(styled);
      home.append(element);
      await element.updateComplete;
      expect(looks(element)).to.deep.equal(styled);
    });

    it('an element made here and first shown in a frame has its styles', async () => {
      const element = new Sample();
      (await frameDocument()).body.append(element);
      await element.updateComplete;
      expect(looks(element)).to.deep.equal(styled);
    });

    it('an element survives a document without a window', async () => {
      const element = await mount();
      const home = element.parentElement!;
      const inert = document.implementation.createHTMLDocument('');
      inert.body.append(element);
      home.append(element);
      await element.updateComplete;
      expect(looks(element)).to.deep.equal(styled);
    });
  });
});

describe('names', () => {
  /** Members of every element, in lower case and without dashes, as attributes and properties of one thing are. */
  const taken = new Set<string>();
  for (let at: object | null = HTMLElement.prototype; at; at = Object.getPrototypeOf(at) as object | null) {
    for (const name of Object.getOwnPropertyNames(at)) taken.add(name.toLowerCase());
  }
  const plain = (name: string): string => name.replaceAll('-', '').toLowerCase();

  for (const Class of [NnElement, NnCircleTrainer]) {
    // Declared properties are enumerable, methods are not.
    const properties: string[] = [];
    for (const name in Class.prototype) if (!(name in HTMLElement.prototype)) properties.push(name);
    const declared = Object.keys(Class.prototype);
    const observed = Class.observedAttributes.filter((name) => name !== 'id'); // watched, not declared

    it(`of attributes and properties of ${Class.name} are no member of HTMLElement`, () => {
      expect(taken).to.include('hidden').and.include('tabindex');
      expect(declared).to.include(Class === NnElement ? 'label' : 'hiddenLayers');
      expect(observed.map(plain)).to.have.members(properties.map(plain), 'each property has its attribute');
      expect([...declared, ...observed].filter((name) => taken.has(plain(name)))).to.deep.equal([]);
    });

    it(`of methods and fields of ${Class.name} are no member of HTMLElement`, () => {
      const methods = Object.getOwnPropertyNames(Class.prototype).filter((name) => name !== 'constructor');
      expect(methods.filter((name) => name in HTMLElement.prototype)).to.deep.equal([]);
    });
  }
});
