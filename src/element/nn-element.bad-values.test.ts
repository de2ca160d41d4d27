import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { NnErrorDetail } from '../page/events.js';
import { change, detailsOf } from '../testing/host.js';
import { cases, loose, mountSample, OtherSample, Sample } from '../testing/sample-element.js';
import { holdWarnings } from '../testing/warnings.js';

/** Counts the `nn-error` events of an element. */
function countErrors(element: Element): { count: number } {
  const errors = { count: 0 };
  element.addEventListener('nn-error', () => errors.count++);
  return errors;
}

describe('A bad value of an NnElement', () => {
  const warnings = holdWarnings();
  const notAList = { not: 'a list' };
  const long = 'y'.repeat(300);

  /** What is written, what the one warning contains, and the detail of the one event. */
  type Detail = Omit<NnErrorDetail, 'fatal'>;
  const reports: [title: string, write: (element: Sample) => void, words: string[], detail: Detail][] = [
    ['is replaced by the default, with what was found, what is accepted and what is used',
      (element) => element.setAttribute('count', 'many'),
      ['<test-sample> count="many": ', ' an integer from 1 to 10', '"5" is used'],
      { code: 'syntax', attribute: 'count', value: 'many', used: 5 }],
    ['beyond a bound is replaced by the bound',
      (element) => element.setAttribute('count', '99'), ['count="99"', '"10" is used'],
      { code: 'range', attribute: 'count', value: '99', used: 10 }],
    ['in a property is reported with the attribute’s name and what was written',
      (element) => { loose(element).sizes = notAList; },
      ['sizes="{"not":"a list"}"', '1 to 3 numbers from 0 to 9', '"1 2" is used'],
      { code: 'syntax', attribute: 'sizes', value: notAList, used: [1, 2] }],
    ['of a dashed attribute is reported by the name that its author wrote',
      (element) => { element.firstRatio = -3; }, ['first-ratio="-3"', '"0" is used'],
      { code: 'range', attribute: 'first-ratio', value: -3, used: 0 }],
    ['is reported with how to mend it where that is known',
      (element) => element.setAttribute('first-ratio', '0,5'), ['first-ratio="0,5"', 'use a point', '"0.5" is used'],
      { code: 'syntax', attribute: 'first-ratio', value: '0,5', used: 0.5 }],
    ['is ignored where there is nothing to use instead',
      (element) => element.setAttribute('weights', '[1, "x"]'), ['; it is ignored.'],
      { code: 'syntax', attribute: 'weights', value: '[1, "x"]', used: null }],
    ['of great length is cut at 60 characters on the console, and whole in the event',
      (element) => element.setAttribute('count', long), [`count="${'y'.repeat(60)}…"`],
      { code: 'syntax', attribute: 'count', value: long, used: 5 }],
  ];
  for (const [title, write, words, detail] of reports) {
    it(title, async () => {
      const element = await mountSample();
      const reported = oneEvent(element, 'nn-error');
      write(element);
      const event = (await reported) as CustomEvent<NnErrorDetail>;
      expect(event.detail).to.deep.equal({ ...detail, fatal: detail.attribute === 'weights' });
      expect(event.detail.value).to.equal(detail.value);
      expect(warnings).to.have.length(1);
      for (const each of words) expect(warnings[0]).to.contain(each);
    });
  }

  it('reaches a listener on the document, out of shadow roots', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const element = new Sample();
    host.attachShadow({ mode: 'open' }).append(element);
    await element.updateComplete;
    const reported = oneEvent(document, 'nn-error');
    element.count = NaN;
    const { bubbles, composed, cancelable, detail } = (await reported) as CustomEvent<NnErrorDetail>;
    expect([bubbles, composed, cancelable, detail.attribute]).to.deep.equal([true, true, false, 'count']);
  });

  it('is reported once for each tag, attribute and value, and to scripts for each element', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    const seen: string[] = [];
    holder.addEventListener('nn-error', (event) => {
      const { attribute: name, value } = (event as CustomEvent<NnErrorDetail>).detail;
      seen.push(`<${(event.target as Element).localName}> ${name}="${String(value)}"`);
    });
    const given: [typeof Sample, name: string, value: string][] = [
      [Sample, 'count', 'a'], [Sample, 'count', 'a'], [OtherSample, 'count', 'a'], [Sample, 'count', 'b'],
      [Sample, 'first-ratio', 'a'], [Sample, 'first-ratio', 'a'],
    ];
    for (const [Class, name, value] of given) {
      const element = new Class();
      element.setAttribute(name, value);
      holder.append(element);
      await element.updateComplete;
    }
    const reports = given.map(([Class, name, value]) => `<${new Class().localName}> ${name}="${value}"`);
    expect(warnings.map((message) => message.slice(0, message.indexOf(':')))).to.deep.equal([...new Set(reports)]);
    expect(seen).to.deep.equal(reports);
  });

  it('is reported no more than 20 times a page, and to scripts always', async () => {
    const element = await mountSample();
    const errors = countErrors(element);
    for (let i = 0; i < 30; i++) {
      element.setAttribute('count', `bad ${i}`);
      await element.updateComplete;
    }
    expect([warnings.length, errors.count]).to.deep.equal([20, 30]);
  });

  it('is not reported if a good one, or none, takes its place before the update', async () => {
    const element = await mountSample({ 'count': 'many', 'first-ratio': 'x' });
    expect(warnings).to.have.length(2);
    const errors = countErrors(element);
    element.setAttribute('count', 'more');
    element.setAttribute('count', '3');
    element.setAttribute('first-ratio', '9');
    element.removeAttribute('first-ratio');
    element.setAttribute('sizes', 'none');
    element.sizes = [2];
    loose(element).shape = 7;
    loose(element).shape = null;
    await element.updateComplete;
    expect([warnings.length, errors.count]).to.deep.equal([2, 0]);
    const { count, firstRatio, shape, sizes } = element;
    expect([count, firstRatio, shape, sizes]).to.deep.equal([3, 0.5, 'round', [2]]);
  });

  it('is reported for the last of several writes before one update', async () => {
    const element = await mountSample();
    for (const value of ['a', 'b', '99']) element.setAttribute('count', value);
    await element.updateComplete;
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('count="99"');
  });

  it('is reported at the update after it, and not again at later ones', async () => {
    const element = await mountSample();
    const errors = countErrors(element);
    element.setAttribute('count', 'many');
    await element.updateComplete;
    await change(element, { firstRatio: 0.25 });
    expect(errors.count).to.equal(1);
  });

  it('may be mended by a listener of the report', async () => {
    Sample.disableWarning?.('change-in-update');
    const element = await mountSample();
    element.addEventListener('nn-error', () => Object.assign(element, { count: 3, firstRatio: 0.1 }));
    element.setAttribute('count', 'many');
    element.setAttribute('first-ratio', 'small');
    await element.updateComplete;
    await element.updateComplete;
    expect([element.count, element.firstRatio, warnings.length]).to.deep.equal([3, 0.1, 1]);
  });

  it('is reported when the element comes to the page, not before', async () => {
    const element = new Sample();
    element.setAttribute('count', 'many');
    await Promise.resolve();
    expect(warnings).to.deep.equal([]);
    await fixture(html`<div>${element}</div>`);
    await element.updateComplete;
    expect(warnings).to.have.length(1);
  });

  it('never throws and never leaves anything but a sound value in use', async () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    const odd: unknown[] = [
      NaN, Infinity, -Infinity, 5n, Symbol('x'), () => 1, {}, [], [[]], [NaN], [[NaN]], cyclic, new Date(NaN),
      Object.create(null), { toString: null, toJSON: () => { throw new Error('no'); } },
      '\0', '0x10', '\uFF18', 'NaN', '1e309', 'x'.repeat(100_000),
    ];
    const element = await mountSample();
    const isNumeric = (value: unknown): boolean =>
      (Array.isArray(value) ? value.every(isNumeric) : Number.isFinite(value));
    for (const { property, name } of cases) {
      for (const value of odd) {
        loose(element)[property] = value;
        if (typeof value === 'string') element.setAttribute(name, value);
        const { count, firstRatio, open, shape, sizes, pairs, weights, htmlFor, label } = element;
        const what = `${property} ${typeof value}`;
        expect([count, firstRatio, sizes, pairs, weights ?? 0].every(isNumeric), what).to.equal(true);
        expect(open).to.be.a('boolean');
        expect(shape).to.be.oneOf(['round', 'square']);
        expect(`${htmlFor}${label}`).to.be.a('string');
        await element.updateComplete;
      }
    }
  });
});

describe('A value of an NnElement that does not fit the rest of it', () => {
  const warnings = holdWarnings();

  it('is used as far as it fits, as long as it does not, and stays as it was given', async () => {
    const element = await mountSample({ place: '8' });
    expect([element.place, element.count, element.getAttribute('place')]).to.deep.equal([5, 5, '8']);
    element.count = 9;
    expect(element.place, 'read at once').to.equal(8);
    element.setInUse('place', 10);
    expect(element.place).to.equal(9);
    element.removeAttribute('place');
    expect(element.place, 'of none given').to.equal(1);
  });

  it('is reported when it or what it depends on is written, and at no other update', async () => {
    const element = await mountSample({ place: '8' });
    const details = detailsOf<NnErrorDetail>(element, 'nn-error');
    expect(warnings).to.have.length(1);
    for (const part of ['<test-sample> place="8": expected ', 'up to 5', '"5" is used']) {
      expect(warnings[0]).to.contain(part);
    }
    const updates: [write: () => void, reported: [value: unknown, used: unknown][]][] = [
      [() => element.open = true, []],
      [() => element.count = 4, [[8, 4]]],
      [() => element.count = 8, []],
      [() => element.place = 9, [[9, 8]]],
      [() => element.changeElsewhere(), [[9, 8]]],
      [() => element.place = 2, []],
    ];
    for (const [write, reported] of updates) {
      details.length = 0;
      write();
      element.requestUpdate();
      await element.updateComplete;
      expect(details, String(write)).to.deep.equal(reported.map(([value, used]) =>
        ({ code: 'range', attribute: 'place', value, used, fatal: false })));
    }
  });

  it('is not reported where it is only the default', async () => {
    const element = await mountSample({ count: '1' });
    element.changeElsewhere();
    element.requestUpdate();
    await element.updateComplete;
    expect(warnings).to.deep.equal([]);
  });
});
