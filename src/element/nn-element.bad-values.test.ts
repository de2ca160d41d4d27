import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { cases, loose, mountSample, OtherSample, Sample } from '../testing/sample-element.js';
import { catchWarnings } from '../testing/warnings.js';
import type { NnErrorDetail } from '../page/events.js';

describe('NnElement', () => {
  let messages: string[];
  let restore: () => void;

  beforeEach(() => {
    ({ messages, restore } = catchWarnings());
  });

  afterEach(() => restore());

  describe('a bad value', () => {
    /** The tag’s one warning, and its one `nn-error`, after this attribute or property was written. */
    async function complaint(write: (element: Sample) => void): Promise<{ message: string; detail: NnErrorDetail }> {
      const element = await mountSample();
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
      const element = await mountSample();
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
      const element = await mountSample({ 'count': 'many', 'first-ratio': 'x' });
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
      const element = await mountSample();
      for (const value of ['a', 'b', '99']) element.setAttribute('count', value);
      await element.updateComplete;
      expect(messages).to.have.length(1);
      expect(messages[0]).to.contain('count="99"');
    });

    it('is told at the update after it, and not again at each later one', async () => {
      const element = await mountSample();
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
      const element = await mountSample();
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
      const element = await mountSample();
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
});
