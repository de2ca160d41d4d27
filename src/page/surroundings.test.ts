import { expect, fixture, html } from '@open-wc/testing';
import { watchLeaks } from '../testing/host.js';
import { Surroundings } from './surroundings.js';

describe('Surroundings', () => {
  let outer: HTMLElement;
  let inner: HTMLElement;
  let pictures: HTMLElement[];
  let leaks: ReturnType<typeof watchLeaks>;

  beforeEach(async () => {
    outer = await fixture<HTMLElement>(html`<div><p></p></div>`);
    inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    pictures = [document.createElement('b'), document.createElement('i')];
    inner.append(pictures[0]);
    outer.parentElement!.append(pictures[1]);
    leaks = watchLeaks([document]);
  });
  afterEach(() => leaks.restore());

  /** Watches both pictures, and returns what was told since the last call, a letter for each picture. */
  const watch = (): { surroundings: Surroundings; told: () => Promise<string>; watchers: object[] } => {
    const surroundings = new Surroundings(window);
    let text = '';
    const watchers = ['a', 'b'].map((name, k) => {
      const watcher = { onChange: () => (text += name), onMotionEnd: () => (text += name.toUpperCase()) };
      surroundings.add(watcher, pictures[k]);
      return watcher;
    });
    const told = async (): Promise<string> => {
      await Promise.resolve(); // a mutation observer is told before that
      const all = text;
      text = '';
      return all;
    };
    return { surroundings, told, watchers };
  };

  it('tells of attributes around a picture, through shadow roots, once for all changes of a task', async () => {
    const { told } = watch();
    inner.title = 'of the first alone';
    outer.title = 'its host';
    expect(await told()).to.equal('a');
    document.body.title = 'of both';
    expect(await told()).to.equal('ab');
    document.body.removeAttribute('title');
    expect(await told()).to.equal('ab');
  });

  it('tells of the styles of a picture, but not of its other attributes nor of what stands beside it', async () => {
    const { told } = watch();
    pictures[0].className = 'x';
    expect(await told()).to.equal('a');
    pictures[0].title = 'x';
    outer.querySelector('p')!.className = 'x';
    expect(await told()).to.equal('');
  });

  it('tells of the end of a motion around a picture', async () => {
    const { told } = watch();
    for (const type of ['transitionend', 'animationend']) {
      outer.dispatchEvent(new Event(type, { bubbles: true }));
      outer.querySelector('p')!.dispatchEvent(new Event(type, { bubbles: true }));
    }
    expect(await told()).to.equal('AA');
  });

  it('has one observer for all, and nothing left when the last picture goes', async () => {
    const { surroundings, told, watchers: [first, second] } = watch();
    expect([leaks.observers, leaks.listeners]).to.deep.equal([1, 2]);
    surroundings.delete(first as never);
    inner.title = 'no longer';
    document.body.title = 'still';
    expect(await told()).to.equal('b');
    document.body.removeAttribute('title');
    surroundings.delete(second as never);
    expect([leaks.observers, leaks.listeners, await told()]).to.deep.equal([0, 0, '']);
  });
});
