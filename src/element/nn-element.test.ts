import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { boolean } from '../attrs/boolean.js';
import { stub } from '../testing/host.js';
import { cases, loose, mountSample, OtherSample, Sample } from '../testing/sample-element.js';
import { catchWarnings } from '../testing/warnings.js';
import { version } from '../version.js';
import { turnOfFirstUpdate } from './first-updates.js';
import { attribute, NnElement } from './nn-element.js';

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
        const byAttribute = await mountSample({ [name]: text });
        const byProperty = await mountSample();
        const byText = await mountSample();
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
        const element = await mountSample();
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
      const element = await mountSample();
      element.updates.length = 0;
      element.count = 7;
      await element.updateComplete;
      element.setAttribute('first-ratio', '0.25');
      await element.updateComplete;
      expect(element.updates).to.deep.equal([['count'], ['firstRatio']]);
      expect([...element.changes]).to.deep.equal(['count', 'firstRatio']);
    });

    it('are named alike, camel-cased and dashed, and no attribute is watched but those declared', async () => {
      const element = await mountSample({ firstRatio: '0.1', firstratio: '0.2' });
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
      const element = await mountSample({ count: '2' });
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
      const element = await mountSample({ count: '2', open: '' });
      element.count = 3;
      element.open = false;
      element.setAttribute('count', '2');
      element.setAttribute('open', '');
      expect(element.count).to.equal(2);
      expect(element.open).to.equal(true);
    });

    it('wins over what the element itself put in use', async () => {
      const element = await mountSample({ count: '2' });
      element.changes.clear();
      element.setInUse('count', 9);
      expect(element.count).to.equal(9);
      expect(element.changes.size).to.equal(0, 'the element knows of it');
      element.setAttribute('count', '3');
      expect(element.count).to.equal(3);
    });

    it('leaves the attribute as its author wrote it', async () => {
      const element = await mountSample({ count: ' 07 ', shape: 'SQUARE', sizes: '99' });
      element.count = 3;
      element.shape = 'round';
      element.setInUse('sizes', [4]);
      await element.updateComplete;
      expect(element.getAttributeNames().map((name) => element.getAttribute(name))).to.deep.equal([' 07 ', 'SQUARE', '99']);
    });
  });

  describe('writing the same again', () => {
    it('changes nothing: no update, nothing to take in, the very same list', async () => {
      const element = await mountSample({ count: '7', sizes: '3 4', pairs: '1 2; 3 4', weights: '[1, 2]', shape: 'round' });
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
      const element = await mountSample({ sizes: '3 4', pairs: '1 2; 3 4' });
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
      const element = await mountSample();
      const sizes = [3, 4];
      element.sizes = sizes;
      sizes[0] = 9;
      expect(element.sizes).to.deep.equal([3, 4]);
      expect(Object.isFrozen(element.sizes)).to.equal(true);
      element.sizes = sizes;
      expect(element.sizes).to.deep.equal([9, 4]);
    });
  });

  describe('what the page gives', () => {
    it('is known from what is only the default, though the values be equal', async () => {
      const element = await mountSample();
      expect(element.isGiven('firstRatio')).to.equal(false);
      element.firstRatio = 0.5;
      expect(element.isGiven('firstRatio')).to.equal(true);
      loose(element).firstRatio = null;
      expect(element.isGiven('firstRatio')).to.equal(false);
      element.setAttribute('first-ratio', 'bad');
      expect(element.isGiven('firstRatio')).to.equal(true);
      element.removeAttribute('first-ratio');
      expect(element.isGiven('firstRatio')).to.equal(false);
      element.setInUse('firstRatio', 0.75);
      expect(element.isGiven('firstRatio')).to.equal(false);
    });

    it('is unusable if it is no such value, not if it is merely beyond a bound', async () => {
      const element = await mountSample({ count: 'many' });
      expect(element.isUnusable('count')).to.equal(true);
      element.setAttribute('count', '99');
      expect(element.isUnusable('count')).to.equal(false);
      element.setAttribute('count', 'many');
      element.removeAttribute('count');
      expect(element.isUnusable('count')).to.equal(false);
    });
  });

  it('names the version of its package, for a second copy on the page to compare', () => {
    expect(Sample.version).to.equal(version);
  });

  it('is hidden by the hidden attribute, and else a block no wider than its place', async () => {
    const element = await mountSample();
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
      const element = await mountSample();
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

    it('an element that has to wait for its first update there gets it', async () => {
      const element = new Sample();
      const { body } = await frameDocument();
      turnOfFirstUpdate();
      const later = performance.now() + 1000;
      const clock = stub(performance, 'now', () => later);
      try {
        body.append(element);
        await Promise.resolve();
        expect(element.hasUpdated).to.equal(false);
        await element.updateComplete;
      } finally {
        clock();
      }
      expect(looks(element)).to.deep.equal(styled);
    });

    it('an element survives a document without a window', async () => {
      const element = await mountSample();
      const home = element.parentElement!;
      const inert = document.implementation.createHTMLDocument('');
      inert.body.append(element);
      home.append(element);
      await element.updateComplete;
      expect(looks(element)).to.deep.equal(styled);
    });
  });
});
