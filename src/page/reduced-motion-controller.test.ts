import { expect, fixture, html } from '@open-wc/testing';
import { defineHost, Host, stub } from '../testing/host.js';
import { ReducedMotionController } from './reduced-motion-controller.js';

class TestMover extends Host {
  stops = 0;
  readonly motion = new ReducedMotionController(this, () => this.stops++);
}
defineHost(TestMover);

/** The reader's setting, which a test turns on and off. */
class Preference extends EventTarget {
  matches = false;
  readonly media = '(prefers-reduced-motion: reduce)';
  listeners = 0;

  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listeners++;
    super.addEventListener(...args);
  }

  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listeners--;
    super.removeEventListener(...args);
  }

  set(reduced: boolean): void {
    this.matches = reduced;
    this.dispatchEvent(new Event('change'));
  }
}

describe('MotionController', () => {
  let page: HTMLElement;
  let preference: Preference;
  let mover: TestMover;
  let restore: () => void;
  let asked: string[];

  beforeEach(async () => {
    page = await fixture(html`<div></div>`);
    preference = new Preference();
    asked = [];
    restore = stub(window, 'matchMedia', (query) => {
      asked.push(query);
      return preference as unknown as MediaQueryList;
    });
    mover = new TestMover();
  });

  afterEach(() => restore());

  it('is not reduced before it is on a page, nor where the reader did not ask for it', () => {
    expect(mover.motion.reduced).to.equal(false);
    page.append(mover);
    expect([mover.motion.reduced, mover.stops]).to.deep.equal([false, 0]);
    expect(asked).to.deep.equal(['(prefers-reduced-motion: reduce)']);
  });

  it('is reduced at the connection if the reader asked for it before', () => {
    preference.matches = true;
    page.append(mover);
    expect([mover.motion.reduced, mover.stops]).to.deep.equal([true, 1]);
  });

  it('tells when the reader asks for it later, each time, and not when the wish is withdrawn', () => {
    page.append(mover);
    preference.set(true);
    expect([mover.motion.reduced, mover.stops]).to.deep.equal([true, 1]);
    preference.set(false);
    expect([mover.motion.reduced, mover.stops]).to.deep.equal([false, 1]);
    preference.set(true);
    expect(mover.stops).to.equal(2);
  });

  it('does not stop again what the reader started, when the element is moved', () => {
    preference.matches = true;
    page.append(mover);
    page.prepend(mover);
    expect(mover.stops).to.equal(1);
  });

  it('notices at the next connection what changed in between', () => {
    page.append(mover);
    mover.remove();
    preference.set(true);
    expect(mover.stops).to.equal(0);
    page.append(mover);
    expect(mover.stops).to.equal(1);
  });

  it('listens once while connected, and not at all afterwards', () => {
    page.append(mover);
    page.prepend(mover);
    expect(preference.listeners).to.equal(1);
    mover.remove();
    expect(preference.listeners).to.equal(0);
  });

  it('asks the browser itself', () => {
    restore();
    page.append(mover);
    expect(mover.motion.reduced).to.equal(matchMedia('(prefers-reduced-motion: reduce)').matches);
  });
});
