import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { still } from '../testing/clock-units.js';
import { stub } from '../testing/host.js';
import { ManualTiming } from '../testing/manual-clock.js';
import { Clock, clockOf, setClock } from './clock.js';

describe('clockOf', () => {
  const KEY = Symbol.for('nn-elements.clock.1');
  let before: Clock | undefined;

  beforeEach(() => {
    before = (window as { [KEY]?: Clock })[KEY];
    setClock(window, undefined);
  });

  afterEach(() => setClock(window, before));

  it('is one for a window, kept under the registered symbol for other bundles', () => {
    const clock = clockOf(window);
    expect(clockOf(window)).to.equal(clock);
    expect((window as { [KEY]?: Clock })[KEY]).to.equal(clock);
  });

  it('takes the clock that another bundle put there', () => {
    const foreign = new Clock(new ManualTiming());
    (window as { [KEY]?: Clock })[KEY] = foreign;
    expect(clockOf(window)).to.equal(foreign);
  });

  it('is another one in another window', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="another window"></iframe>`);
    expect(clockOf(frame.contentWindow!)).not.to.equal(clockOf(window));
  });

  it('gives way to a clock of a test, and comes back', () => {
    const own = clockOf(window);
    const test = new Clock(new ManualTiming());
    setClock(window, test);
    expect(clockOf(window)).to.equal(test);
    setClock(window, undefined);
    expect(clockOf(window)).not.to.equal(test).and.not.to.equal(own);
  });

  it('draws on the frames of its window, and then takes none', async () => {
    let requests = 0;
    const native = window.requestAnimationFrame;
    const restore = stub(window, 'requestAnimationFrame', (callback) => {
      requests++;
      return native.call(window, callback);
    });
    const { unit, picture } = still();
    clockOf(window).add(unit);
    expect(picture.draws).to.equal(0);
    for (let k = 0; k < 3; k++) await new Promise((resolve) => native.call(window, resolve));
    restore();
    expect(picture.draws).to.equal(1);
    expect(requests).to.equal(1);
    clockOf(window).delete(unit);
  });

  it('takes its frame back when the last unit leaves', async () => {
    const { unit, picture } = still();
    clockOf(window).add(unit);
    clockOf(window).delete(unit);
    await nextFrame();
    await nextFrame();
    expect(picture.draws).to.equal(0);
  });

  it('tells the page of an exception', async () => {
    const told: unknown[] = [];
    const restore = stub(window, 'reportError', (error) => void told.push(error));
    const error = new Error('drawing');
    const { unit, picture } = still();
    picture.onDraw = () => {
      throw error;
    };
    clockOf(window).add(unit);
    await nextFrame();
    await nextFrame();
    restore();
    expect(told).to.deep.equal([error]);
  });
});
