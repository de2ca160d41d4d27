import { expect, fixture, html } from '@open-wc/testing';
import { loose, mountSample, Sample } from '../testing/sample-element.js';
import { holdWarnings } from '../testing/warnings.js';

let lateTags = 0;

/** Returns a tag that is no element yet, and what makes it one. */
function plainTag(): { plain: HTMLElement; define: () => void } {
  const tag = `test-late-${++lateTags}`;
  return { plain: document.createElement(tag), define: () => customElements.define(tag, class extends Sample {}) };
}

type Change = (element: HTMLElement) => void;
const property = (value: unknown): Change => (element) => void (loose(element).count = value);
const attribute = (value: string): Change => (element) => element.setAttribute('count', value);
const noAttribute: Change = (element) => element.removeAttribute('count');

describe('NnElement before the upgrade', () => {
  const warnings = holdWarnings();

  /** Changes before the upgrade, changes after it, and the count then in use. */
  const cases: [title: string, before: Change[], after: Change[], count: number][] = [
    ['keeps a property that a script set', [property(7)], [], 7],
    ['works as ever after that: the attribute', [property(7)], [attribute('8')], 8],
    ['works as ever after that: the property', [property(7)], [attribute('8'), property(9)], 9],
    ['prefers a property to the attribute set after it', [property(7), attribute('2')], [], 7],
    ['prefers a property to the attribute set before it', [attribute('2'), property(7)], [], 7],
    ['prefers an attribute written right after the upgrade', [attribute('2'), property(7)], [attribute('3')], 3],
    ['goes back to the default without the attribute', [attribute('2'), property(7)], [noAttribute], 5],
    ['takes an attribute that is written again', [attribute('2'), property(7)], [attribute('2')], 2],
    ['takes null for the default', [attribute('2'), property(null)], [], 5],
    ['takes undefined for the default', [attribute('2'), property(undefined)], [], 5],
  ];
  for (const [title, before, after, count] of cases) {
    it(title, async () => {
      const { plain, define } = plainTag();
      for (const change of before) change(plain);
      const written = plain.getAttribute('count');
      await fixture(html`<div>${plain}</div>`);
      define();
      expect([plain.getAttribute('count'), Object.hasOwn(plain, 'count')]).to.deep.equal([written, false]);
      for (const change of after) change(plain);
      expect(loose(plain).count).to.equal(count);
      await (plain as Sample).updateComplete;
      expect(loose(plain).count).to.equal(count);
    });
  }

  it('leaves other attributes in force where a property is set', async () => {
    const { plain, define } = plainTag();
    plain.setAttribute('first-ratio', '0.25');
    plain.setAttribute('sizes', '3 4');
    loose(plain).count = 7;
    await fixture(html`<div>${plain}</div>`);
    define();
    expect([loose(plain).count, loose(plain).firstRatio, loose(plain).sizes]).to.deep.equal([7, 0.25, [3, 4]]);
  });

  it('does the same in a tree that is upgraded before it is on the page', async () => {
    const [one, other] = [plainTag(), plainTag()];
    const tree = document.createElement('section');
    tree.append(document.createElement('p'), one.plain);
    tree.firstElementChild!.append(other.plain);
    for (const [{ plain, define }, count] of [[one, 7], [other, 'many']] as const) {
      plain.setAttribute('count', '2');
      loose(plain).count = count;
      define();
    }
    expect(Object.hasOwn(one.plain, 'count')).to.equal(true, 'no upgrade of what is not on the page');
    customElements.upgrade(tree);
    expect([loose(one.plain).count, loose(other.plain).count]).to.deep.equal([7, 5]);
    one.plain.setAttribute('count', '3');
    await fixture(html`<div>${tree}</div>`);
    await (other.plain as Sample).updateComplete;
    expect(loose(one.plain).count).to.equal(3);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('count="many"');
  });

  it('gives a clone the attributes of its original and none of its properties', async () => {
    const element = await mountSample({ count: '2' });
    element.count = 7;
    element.firstRatio = 0.25;
    const clone = element.cloneNode(true) as Sample;
    expect([clone.count, clone.firstRatio]).to.deep.equal([2, 0.5]);
  });
});
