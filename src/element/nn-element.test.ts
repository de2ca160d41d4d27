import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { boolean } from '../attrs/boolean.js';
import { change, stub } from '../testing/host.js';
import { cases, loose, mountSample, OtherSample, Sample } from '../testing/sample-element.js';
import { holdWarnings } from '../testing/warnings.js';
import { version } from '../version.js';
import { turnOfFirstUpdate } from './first-updates.js';
import { attribute, NnElement } from './nn-element.js';

describe('NnElement', () => {
  const warnings = holdWarnings();
  afterEach(() => expect(warnings).to.deep.equal([]));

  describe('an attribute and its property', () => {
    for (const { property, name, text, written, used, initial } of cases) {
      it(`give one value for ${name}="${text}", the one in use`, async () => {
        const [byAttribute, byProperty, byText] =
          [await mountSample({ [name]: text }), await mountSample(), await mountSample()];
        expect(loose(byProperty)[property]).to.deep.equal(initial);
        loose(byProperty)[property] = written;
        loose(byText)[property] = text;
        for (const element of [byAttribute, byProperty, ...(property === 'open' ? [] : [byText])]) {
          expect(loose(element)[property]).to.deep.equal(used);
        }
        await byProperty.updateComplete;
        expect([byAttribute.getAttribute(name), byProperty.hasAttribute(name)]).to.deep.equal([text, false]);
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
      });
    }

    it('update the element after either', async () => {
      const element = await mountSample();
      element.updates.length = 0;
      await change(element, { count: 7 });
      element.setAttribute('first-ratio', '0.25');
      await element.updateComplete;
      expect(element.updates).to.deep.equal([['count'], ['firstRatio']]);
      expect([...element.changes]).to.deep.equal(['count', 'firstRatio']);
    });

    it('are named alike, camel-cased and dashed, and no attribute is watched but those declared', async () => {
      const element = await mountSample({ firstRatio: '0.1', firstratio: '0.2' });
      expect([element.firstRatio, warnings.splice(0).length], 'not read, and told').to.deep.equal([0.5, 1]);
      expect(Sample.observedAttributes).to.have.members([...cases.map(({ name }) => name), 'place']);
      expect(NnElement.observedAttributes).to.deep.equal(['label']);
    });

    it('are of a class and its subclasses, not of its siblings', () => {
      class Subclass extends Sample {
        @attribute(boolean) more!: boolean;
      }
      expect(Subclass.observedAttributes).to.include.members(['label', 'count', 'more']);
      expect(Sample.observedAttributes).to.not.include('more');
      expect(OtherSample.observedAttributes).to.deep.equal(Sample.observedAttributes);
    });
  });

  describe('the later of two writes', () => {
    it('wins, whether it is the attribute or the property', async () => {
      const element = await mountSample({ count: '2' });
      const writes: [write: () => void, count: number][] = [
        [() => element.count = 3, 3], [() => element.setAttribute('count', '4'), 4], [() => element.count = 6, 6],
        [() => element.removeAttribute('count'), 5], [() => element.count = 7, 7],
      ];
      for (const [write, count] of writes) {
        write();
        expect(element.count).to.equal(count);
      }
      await element.updateComplete;
      expect(element.count).to.equal(7);
    });

    it('wins though the text of the attribute is what it was', async () => {
      const element = await mountSample({ count: '2', open: '' });
      Object.assign(element, { count: 3, open: false });
      element.setAttribute('count', '2');
      element.setAttribute('open', '');
      expect([element.count, element.open]).to.deep.equal([2, true]);
    });

    it('wins over what the element itself put in use', async () => {
      const element = await mountSample({ count: '2' });
      element.changes.clear();
      element.setInUse('count', 9);
      expect([element.count, element.changes.size], 'which is not dirty').to.deep.equal([9, 0]);
      element.setAttribute('count', '3');
      expect(element.count).to.equal(3);
    });

    it('leaves the attribute as its author wrote it', async () => {
      const attributes = { count: ' 07 ', shape: 'SQUARE', sizes: '9' };
      const element = await mountSample(attributes);
      Object.assign(element, { count: 3, shape: 'round' });
      element.setInUse('sizes', [4]);
      await element.updateComplete;
      for (const [name, text] of Object.entries(attributes)) expect(element.getAttribute(name)).to.equal(text);
    });
  });

  describe('writing the same again', () => {
    it('changes nothing: no update, nothing dirty, the very same list', async () => {
      const element = await mountSample(
        { count: '7', sizes: '3 4', pairs: '1 2; 3 4', weights: '[1, 2]', shape: 'round' });
      const { sizes, pairs } = element;
      element.changes.clear();
      Object.assign(element, { count: 7, sizes: [3, 4], pairs: [[1, 2], [3, 4]], weights: [1, 2], shape: 'round' });
      element.setAttribute('sizes', ' 3, 4 ');
      expect([element.isUpdatePending, element.changes.size]).to.deep.equal([false, 0]);
      expect([element.sizes === sizes, element.pairs === pairs]).to.deep.equal([true, true]);
    });

    it('notices a list that differs only in order, length or nesting', async () => {
      const element = await mountSample({ sizes: '3 4', pairs: '1 2; 3 4' });
      const writes: [property: string, value: unknown][] =
        [['sizes', [4, 3]], ['sizes', [4]], ['sizes', [4, 3, 3]], ['pairs', [[1, 2], [3, 5]]]];
      for (const [property, value] of writes) {
        element.changes.clear();
        loose(element)[property] = value;
        expect([[...element.changes], loose(element)[property]]).to.deep.equal([[property], value]);
      }
    });

    it('is not fooled by a list that a script changes after it wrote it', async () => {
      const element = await mountSample();
      const sizes = [3, 4];
      element.sizes = sizes;
      sizes[0] = 9;
      expect([element.sizes, Object.isFrozen(element.sizes)]).to.deep.equal([[3, 4], true]);
      element.sizes = sizes;
      expect(element.sizes).to.deep.equal([9, 4]);
    });
  });

  it('knows what the page gives from what is only the default, though the values be equal', async () => {
    const element = await mountSample();
    const writes: [write: () => void, isGiven: boolean][] = [
      [() => undefined, false], [() => element.firstRatio = 0.5, true],
      [() => loose(element).firstRatio = null, false], [() => element.setAttribute('first-ratio', 'bad'), true],
      [() => element.removeAttribute('first-ratio'), false], [() => element.setInUse('firstRatio', 0.75), false],
    ];
    for (const [write, isGiven] of writes) {
      write();
      expect(element.isGiven('firstRatio'), String(write)).to.equal(isGiven);
    }
  });

  it('takes a value for unusable if it is not of its kind, not if it is merely beyond a bound', async () => {
    const element = await mountSample();
    for (const [count, isUnusable] of [['many', true], ['99', false], ['many', true], ['3', false]] as const) {
      element.setAttribute('count', count);
      expect(element.isUnusable('count')).to.equal(isUnusable);
    }
    element.setAttribute('count', 'many');
    element.removeAttribute('count');
    expect(element.isUnusable('count')).to.equal(false);
  });

  it('has the version of its package, for a second copy on the page to compare', () => {
    expect(Sample.version).to.equal(version);
  });

  it('is hidden by the hidden attribute, and else a block no wider than its place', async () => {
    const element = await mountSample();
    for (const [place, width] of [[300, 300], [900, 480]]) {
      element.parentElement!.style.inlineSize = `${place}px`;
      expect([getComputedStyle(element).display, element.offsetWidth]).to.deep.equal(['block', width]);
    }
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
  });

  describe('in another document', () => {
    /** Expects the styles of the element itself and of its base class. */
    async function expectStyled(element: Sample): Promise<void> {
      await element.updateComplete;
      const view = element.ownerDocument.defaultView!;
      const [canvas, probe] = ['canvas', '.probe'].map((selector) =>
        view.getComputedStyle(element.renderRoot.querySelector(selector)!));
      expect([view.getComputedStyle(element).display, canvas.position, probe.width])
        .to.deep.equal(['block', 'absolute', '7px']);
    }

    async function frameBody(): Promise<HTMLElement> {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<!doctype html><title>frame</title>';
      const loaded = oneEvent(frame, 'load');
      await fixture(html`<div>${frame}</div>`);
      await loaded;
      return frame.contentDocument!.body;
    }

    it('an element that moves into a frame and back keeps its styles', async () => {
      const element = await mountSample();
      await expectStyled(element);
      for (const place of [await frameBody(), element.parentElement!]) {
        place.append(element);
        await expectStyled(element);
      }
    });

    it('an element made here and first shown in a frame has its styles', async () => {
      const element = new Sample();
      (await frameBody()).append(element);
      await expectStyled(element);
    });

    it('an element that has to wait for its first update there gets it', async () => {
      const element = new Sample();
      const body = await frameBody();
      turnOfFirstUpdate();
      const later = performance.now() + 1000;
      const restoreClock = stub(performance, 'now', () => later);
      try {
        body.append(element);
        await Promise.resolve();
        expect(element.hasUpdated).to.equal(false);
        await element.updateComplete;
      } finally {
        restoreClock();
      }
      await expectStyled(element);
    });

    it('an element survives a document without a window', async () => {
      const element = await mountSample();
      const home = element.parentElement!;
      document.implementation.createHTMLDocument('').body.append(element);
      home.append(element);
      await expectStyled(element);
    });
  });
});
