import { expect, fixture, html } from '@open-wc/testing';
import { defineHost, Host, stub } from '../testing/host.js';
import { trainers, LinkController, TrainerRegistration, type Source } from './trainer-registry.js';
import { TrainingRun } from './training-run.js';

class TestSource extends Host {
  readonly run = new TrainingRun();
  readonly link = new TrainerRegistration(this, this.run);

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'id') this.link.idChanged();
  }
}
defineHost(TestSource);

class TestView extends Host {
  for = 'model';
  readonly found: (Source | undefined)[] = [];
  readonly missing: string[] = [];
  readonly link = new LinkController(this, {
    id: () => this.for,
    onChange: (source) => this.found.push(source),
    onMissing: (id) => this.missing.push(id),
  });
}
defineHost(TestView);

function source(id = 'model'): TestSource {
  const element = new TestSource();
  element.id = id;
  return element;
}

describe('LinkController', () => {
  let page: HTMLElement;
  let view: TestView;

  beforeEach(async () => {
    page = await fixture(html`<div></div>`);
    view = new TestView();
  });

  /** An open shadow root somewhere in `parent`. */
  function shadow(parent: Node = page): ShadowRoot {
    const host = document.createElement('div');
    parent.appendChild(host);
    return host.attachShadow({ mode: 'open' });
  }

  it('finds a source that was there before', () => {
    const model = source();
    page.append(model, view);
    expect(view.found).to.deep.equal([model]);
    expect(view.link.source).to.equal(model);
  });

  it('finds a source that comes later', () => {
    const model = source();
    page.append(view);
    expect(view.link.source).to.equal(undefined);
    page.append(model);
    expect(view.found).to.deep.equal([model]);
  });

  it('finds a source whose tag is defined only later', () => {
    const plain = document.createElement('test-late-source');
    plain.id = 'model';
    page.append(plain, view);
    expect(view.link.source).to.equal(undefined);
    customElements.define('test-late-source', class extends TestSource {});
    expect(view.link.source).to.equal(plain);
  });

  it('lets go of a source that was removed, and takes the one that replaces it', () => {
    const [first, second] = [source(), source()];
    page.append(view, first);
    first.remove();
    page.append(second);
    expect(view.found).to.deep.equal([first, undefined, second]);
  });

  it('takes the one that replaces it in a single call', () => {
    const [first, second] = [source(), source()];
    page.append(view, first);
    first.replaceWith(second);
    expect(view.link.source).to.equal(second);
  });

  it('follows a source that moves, without letting go for good', () => {
    const model = source();
    page.append(model, view);
    page.append(model);
    expect(view.link.source).to.equal(model);
  });

  it('takes the next of two with one id when the first leaves', () => {
    const [first, second] = [source(), source()];
    page.append(first, second, view);
    expect(view.link.source).to.equal(first);
    first.remove();
    expect(view.link.source).to.equal(second);
  });

  it('follows the ids of sources', () => {
    const [first, second] = [source(), source('other')];
    page.append(first, second, view);
    first.id = 'gone';
    expect(view.link.source).to.equal(undefined);
    second.id = 'model';
    expect(view.link.source).to.equal(second);
    second.removeAttribute('id');
    expect(view.link.source).to.equal(undefined);
  });

  it('follows its own id with the next update', async () => {
    const [first, second] = [source(), source('other')];
    page.append(first, second, view);
    view.for = 'other';
    view.requestUpdate();
    await view.updateComplete;
    expect(view.link.source).to.equal(second);
    view.for = '';
    view.requestUpdate();
    await view.updateComplete;
    expect(view.link.source).to.equal(undefined);
  });

  it('takes no element of another kind', () => {
    const other = document.createElement('div');
    other.id = 'model';
    page.append(other, view);
    expect(view.link.source).to.equal(undefined);
    expect(trainers.find(view, 'model')).to.equal(undefined);
  });

  it('takes no element of another kind in its own root, but the source in the document then', () => {
    const model = source();
    page.append(model);
    const root = shadow();
    const other = document.createElement('div');
    other.id = 'model';
    root.append(other, view);
    expect(view.link.source).to.equal(model);
  });

  it('looks in its own root before the document', () => {
    const [outer, inner] = [source(), source()];
    const root = shadow();
    page.append(outer);
    root.append(view);
    expect(view.link.source).to.equal(outer);
    root.append(inner);
    expect(view.link.source).to.equal(inner);
    inner.remove();
    expect(view.link.source).to.equal(outer);
  });

  it('never looks into a shadow root that it is not in', () => {
    shadow().append(source());
    page.append(view);
    expect(view.link.source).to.equal(undefined);
  });

  it('finds another source after it moved into another root', () => {
    const [outer, inner] = [source(), source()];
    const root = shadow();
    page.append(outer, view);
    root.append(inner, view);
    expect(view.found.at(-1)).to.equal(inner);
  });

  it('takes the element that a script gives before any id, and goes back to the id', () => {
    const [byId, given] = [source(), source('')];
    page.append(byId, view);
    view.link.source = given; // not even on the page
    expect(view.link.source).to.equal(given);
    view.link.source = undefined;
    expect(view.link.source).to.equal(byId);
  });

  it('takes the element that a script gave before it was on the page', () => {
    const given = source('');
    view.link.source = given;
    page.append(view);
    expect(view.found).to.deep.equal([given]);
  });

  it('tells only of changes', async () => {
    const model = source();
    page.append(model, view);
    page.append(source('unrelated'));
    view.requestUpdate();
    await view.updateComplete;
    view.link.source = model;
    expect(view.found).to.deep.equal([model]);
  });

  it('no longer listens once it is removed, and looks again when it is back', async () => {
    const [first, second] = [source(), source()];
    page.append(first, view);
    view.remove();
    first.replaceWith(second);
    view.requestUpdate();
    await view.updateComplete;
    expect(view.found).to.deep.equal([first]);
    page.append(view);
    expect(view.found).to.deep.equal([first, second]);
  });

  it('gives what its source trains, while that is on the page', () => {
    const [model, given] = [source(), source('')];
    page.append(model, view);
    expect(view.link.run).to.equal(model.run);
    model.remove();
    expect(view.link.run).to.equal(undefined);
    view.link.source = given; // known as a source only on the page
    expect(view.link.run).to.equal(undefined);
    page.append(given);
    expect(view.link.run).to.equal(given.run);
  });

  describe('where its id names no source', () => {
    let timers: Map<number, () => void>;
    let restores: (() => void)[];

    beforeEach(() => {
      timers = new Map();
      let count = 0;
      restores = [
        stub(window, 'setTimeout', ((callback: () => void, ms: number) => {
          if (ms === 1000) timers.set(++count, callback);
          return count;
        }) as unknown as typeof window.setTimeout),
        stub(window, 'clearTimeout', ((id: number) => void timers.delete(id)) as unknown as typeof window.clearTimeout),
      ];
    });

    afterEach(() => restores.forEach((restore) => restore()));

    const secondPasses = (): void => {
      for (const callback of [...timers.values()]) callback();
      timers.clear();
    };

    it('tells of it once, after the page had time to bring one', async () => {
      page.append(view);
      expect(view.missing).to.deep.equal([]);
      secondPasses();
      expect(view.missing).to.deep.equal(['model']);
      page.append(source('unrelated'));
      view.requestUpdate();
      await view.updateComplete;
      secondPasses();
      expect(view.missing).to.deep.equal(['model']);
    });

    it('says nothing if one comes in time, if it leaves itself, or if it names none', async () => {
      page.append(view);
      page.append(source());
      secondPasses();
      const gone = new TestView();
      gone.for = 'nowhere';
      page.append(gone);
      gone.remove();
      secondPasses();
      const none = new TestView();
      none.for = '';
      page.append(none);
      secondPasses();
      expect([...view.missing, ...gone.missing, ...none.missing]).to.deep.equal([]);
    });

    it('takes an element of another kind for missing, and one that comes after all', () => {
      const other = document.createElement('p');
      other.id = 'model';
      page.append(other, view);
      secondPasses();
      expect(view.missing).to.deep.equal(['model']);
      const model = source();
      other.replaceWith(model);
      expect(view.link.source).to.equal(model);
    });

    it('tells of another id, and of the same one again after it was there', async () => {
      const model = source();
      page.append(view, model);
      model.remove();
      secondPasses();
      expect(view.missing).to.deep.equal(['model']);
      view.for = 'other';
      view.requestUpdate();
      await view.updateComplete;
      secondPasses();
      expect(view.missing).to.deep.equal(['model', 'other']);
    });

    it('waits for the rest of a page that is still being read', () => {
      const state = stub(document, 'readyState', 'loading');
      try {
        page.append(view);
        secondPasses();
        expect(view.missing).to.deep.equal([]);
        document.dispatchEvent(new Event('DOMContentLoaded'));
        secondPasses();
        expect(view.missing).to.deep.equal(['model']);
      } finally {
        state();
      }
    });
  });

  it('lets another view come or go while all are told of a change', () => {
    const [model, late] = [source(), new TestView()];
    page.append(view);
    view.found.push = (...found) => {
      page.append(late);
      return Array.prototype.push.apply(view.found, found);
    };
    page.append(model);
    expect(late.link.source).to.equal(model);
  });
});
