import { expect, fixture, html } from '@open-wc/testing';
import { loose, mountSample, Sample } from '../testing/sample-element.js';
import { catchWarnings } from '../testing/warnings.js';

let lateTags = 0;

/** A tag that is not an element yet, and what makes it one. */
function plainTag(): { plain: HTMLElement; define: () => void } {
  const tag = `test-late-${++lateTags}`;
  return { plain: document.createElement(tag), define: () => customElements.define(tag, class extends Sample {}) };
}

describe('NnElement', () => {
  let messages: string[];
  let restore: () => void;

  beforeEach(() => {
    ({ messages, restore } = catchWarnings());
  });

  afterEach(() => restore());

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
      const element = await mountSample({ count: '2' });
      element.count = 7;
      element.firstRatio = 0.25;
      const clone = element.cloneNode(true) as Sample;
      expect(clone.count).to.equal(2);
      expect(clone.firstRatio).to.equal(0.5);
    });
  });
});
