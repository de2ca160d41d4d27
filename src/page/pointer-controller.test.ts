import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { countListeners, defineHost, frames, Host, stub, until } from '../testing/host.js';
import { localPoint, PointerController, type LocalPoint, type PointerHost } from './pointer-controller.js';

class TestSurface extends Host {
  get surface(): HTMLElement {
    return this.renderRoot?.querySelector('div') as HTMLElement;
  }

  override render(): TemplateResult {
    return html`<div style="width: 200px; height: 100px; touch-action: none"></div>`;
  }
}
defineHost(TestSurface);

type Log = (readonly [string, ...number[]])[];

const rounded = ({ x, y }: LocalPoint): [number, number] => [Math.round(x), Math.round(y)];

describe('PointerController', () => {
  let stage: HTMLElement;
  let host: TestSurface;
  let log: Log;

  const options: Required<Omit<PointerHost, 'surface' | keyof ReactiveControllerHost>> = {
    onTap: (point) => log.push(['tap', ...rounded(point)]),
    onHover: (point) => log.push(point ? ['hover', ...rounded(point)] : ['left']),
    onPress: (point) => log.push(['press', ...rounded(point)]),
    onDrag: (dx, dy, point) => log.push(['drag', Math.round(dx), Math.round(dy), ...rounded(point)]),
  };

  /** Puts a surface at (40, 20) of a stage in the page's corner. */
  async function put(wanted: (keyof typeof options)[] = ['onTap', 'onHover', 'onDrag'], style = ''): Promise<void> {
    stage = document.createElement('div');
    stage.style.cssText = `position: absolute; left: 0; top: 0; width: 400px; height: 300px; ${style}`;
    host = new TestSurface();
    host.style.cssText = 'position: absolute; left: 40px; top: 20px;';
    const chosen = Object.fromEntries(wanted.map((name) => [name, options[name]]));
    new PointerController(Object.assign(host, chosen));
    stage.append(host);
    document.body.append(stage);
    await host.updateComplete;
    await frames(2); // what was not yet painted gets no mouse in Firefox
  }

  const move = (x: number, y: number): Promise<void> => sendMouse({ type: 'move', position: [x, y] });
  const down = (): Promise<void> => sendMouse({ type: 'down' });
  const up = (): Promise<void> => sendMouse({ type: 'up' });
  const told = (kind: string): Log => log.filter(([name]) => name === kind);

  /** A finger's event, unless told otherwise; synthetic ones have no pointer that could be captured. */
  function finger(type: string, x: number, y: number, init: PointerEventInit = {}): void {
    host.surface.dispatchEvent(new PointerEvent(type, {
      bubbles: true, isPrimary: true, pointerType: 'touch', pointerId: 77, button: 0, clientX: x, clientY: y, ...init,
    }));
  }

  beforeEach(() => {
    log = [];
  });

  afterEach(async () => {
    stage.remove();
    window.scrollTo(0, 0);
    await sendMouse({ type: 'move', position: [500, 400] }); // a mouse that stays where it is tells nothing
  });

  // From the viewport, where the mouse is, to the surface.
  const places = [
    { name: 'plain', style: '', at: [140, 70], local: [100, 50] },
    { name: 'under transform: scale(.5)', style: 'transform: scale(.5); transform-origin: 0 0', at: [70, 35], local: [100, 50] },
    { name: 'under transform: scale(2)', style: 'transform: scale(2); transform-origin: 0 0', at: [280, 60], local: [100, 10] },
    { name: 'under zoom: 1.5', style: 'zoom: 1.5', at: [210, 105], local: [100, 50] },
    { name: 'under zoom and a transform', style: 'zoom: 1.5; transform: scale(.5); transform-origin: 0 0', at: [105, 53], local: [100, 50.7] },
    { name: 'scrolled', style: 'top: 5000px; height: 5000px', at: [140, 170], local: [100, 50] },
  ] as const;

  it('hovers with a mouse and a pen, and never with a finger, which may be about to scroll', async () => {
    await put(['onHover']);
    finger('pointerdown', 100, 50);
    finger('pointermove', 120, 50);
    finger('pointerup', 120, 50);
    finger('pointermove', 120, 50, { pointerType: 'mouse' });
    finger('pointermove', 120, 50, { pointerType: 'pen' });
    expect(log).to.deep.equal([['hover', 80, 30], ['hover', 80, 30]]);
  });

  for (const { name, style, at, local } of places) {
    it(`has the right position ${name}`, async function () {
      if (style.startsWith('zoom') && !CSS.supports('zoom', '1.5')) this.skip();
      await put(['onHover', 'onTap'], style);
      if (name === 'scrolled') {
        window.scrollTo(0, 4900);
        await frames();
      }
      await move(at[0], at[1]);
      await until(() => told('hover').length > 0);
      const [, x, y] = told('hover').at(-1)!;
      expect(x).to.be.closeTo(local[0], 1);
      expect(y).to.be.closeTo(local[1], 1);
      await down();
      await up();
      await until(() => told('tap').length > 0);
      expect(told('tap')[0][1]).to.be.closeTo(local[0], 1);
      expect(told('tap')[0][2]).to.be.closeTo(local[1], 1);
    });
  }

  it('has the right position when zoom comes from beyond a shadow root, and from more than one', async function () {
    if (!CSS.supports('zoom', '1.5')) this.skip();
    await put(['onHover'], 'zoom: 1.5');
    const outer = document.createElement('div');
    stage.append(outer);
    outer.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    outer.append(host);
    host.style.setProperty('zoom', '0.8');
    await frames(2);
    await move(132, 66); // from (48, 24), by 1.2
    await until(() => told('hover').length > 0);
    const [, x, y] = told('hover').at(-1)!;
    expect(x).to.be.closeTo(70, 1);
    expect(y).to.be.closeTo(35, 1);
  });

  it('hovers while the mouse is over it, and tells when it left', async () => {
    await put();
    await move(60, 40);
    await until(() => log.length > 0);
    await move(100, 50);
    await until(() => log.some(([, x]) => x === 60));
    await move(350, 250);
    await until(() => told('left').length > 0);
    expect(log.at(-1)).to.deep.equal(['left']);
    expect(told('drag')).to.deep.equal([]);
  });

  it('taps where it is clicked', async () => {
    await put();
    await move(60, 40);
    await down();
    await up();
    await until(() => told('tap').length > 0);
    expect(told('tap')).to.deep.equal([['tap', 20, 20]]);
    expect(told('drag')).to.deep.equal([]);
  });

  it('drags by what the mouse moves while it is held, beyond the edge too', async () => {
    await put();
    await move(60, 40);
    await down();
    await move(80, 45);
    await move(350, 250);
    await until(() => told('drag').some(([, , , x]) => x === 310));
    await up();
    const sum = told('drag').reduce(([x, y], [, dx, dy]) => [x + dx, y + dy], [0, 0]);
    expect(sum).to.deep.equal([290, 210]);
    const drags = told('drag').length;
    await move(90, 50);
    await until(() => log.at(-1)?.[0] === 'hover' && log.at(-1)?.[1] === 50);
    expect(told('drag')).to.have.length(drags);
  });

  it('takes no drag for a tap, but the next tap for one', async () => {
    await put();
    await move(60, 40);
    await down();
    await move(90, 60);
    await move(60, 40);
    await up();
    await frames();
    expect(told('drag').length).to.be.above(0);
    expect(told('tap')).to.deep.equal([]);
    await down();
    await up();
    await until(() => told('tap').length > 0);
    expect(told('tap')).to.have.length(1);
  });

  it('taps by a click without a pointer, as assistive technology makes one', async () => {
    await put();
    host.surface.click();
    expect(told('tap')).to.have.length(1);
  });

  it('leaves the mouse\'s other buttons alone', async () => {
    await put();
    const restore = stub(host.surface, 'setPointerCapture', () => {
      throw new Error('captured');
    });
    finger('pointerdown', 60, 40, { pointerType: 'mouse', button: 2 });
    finger('pointermove', 70, 40, { pointerType: 'mouse', button: -1 });
    finger('pointerup', 70, 40, { pointerType: 'mouse', button: 2 });
    expect(log).to.deep.equal([['hover', 30, 20]]);
    restore();
  });

  it('takes a finger that goes up or down for one that scrolls, and one that goes across for a drag', async () => {
    await put();
    finger('pointerdown', 60, 40);
    finger('pointermove', 62, 52);
    finger('pointermove', 64, 90);
    finger('pointerup', 64, 90);
    expect(told('drag')).to.deep.equal([]);
    const restore = stub(host.surface, 'setPointerCapture', () => undefined);
    finger('pointerdown', 60, 40);
    finger('pointermove', 70, 44);
    finger('pointermove', 74, 90);
    restore();
    expect(told('drag'), 'once it drags it may go anywhere').to.have.length(2);
  });

  it('forgets a finger that was lifted, or that the page took to scroll, and ignores a second one', async () => {
    await put();
    const captured: number[] = [];
    const restore = stub(host.surface, 'setPointerCapture', (id) => void captured.push(id));
    finger('pointerdown', 60, 40);
    finger('pointermove', 70, 40);
    finger('pointermove', 150, 90, { isPrimary: false, pointerId: 78 });
    finger('pointerup', 70, 40);
    expect(log).to.deep.equal([['drag', 10, 0, 30, 20]]);
    log = [];
    finger('pointerdown', 60, 40);
    finger('pointercancel', 60, 40);
    finger('pointermove', 90, 40);
    expect(told('drag')).to.deep.equal([]);
    expect(captured, 'only a drag keeps the pointer').to.deep.equal([77]);
    restore();
  });

  it('does not take a drag for a tap where only taps are wanted, nor lose a click after a drag the page took', async () => {
    await put(['onTap']);
    finger('pointerdown', 60, 40);
    finger('pointermove', 120, 40);
    finger('pointerup', 120, 40);
    host.surface.click();
    expect(told('tap')).to.deep.equal([]);
    finger('pointerdown', 60, 40);
    finger('pointermove', 120, 40);
    finger('pointercancel', 120, 40);
    host.surface.click();
    expect(told('tap')).to.have.length(1);
  });

  it('takes a press that trembles for a tap, and lets a click without a press through after a drag', async () => {
    await put();
    const restore = stub(host.surface, 'setPointerCapture', () => undefined);
    finger('pointerdown', 60, 40);
    finger('pointermove', 61, 41);
    finger('pointerup', 61, 41);
    host.surface.click();
    expect(told('drag')).to.deep.equal([]);
    expect(told('tap')).to.have.length(1);
    finger('pointerdown', 60, 40);
    finger('pointermove', 90, 40);
    finger('pointerup', 90, 40);
    host.surface.click();
    expect(told('tap'), 'the click that ends a drag').to.have.length(1);
    host.surface.click();
    expect(told('tap')).to.have.length(2);
    restore();
  });

  it('tells where a press begins, before what becomes of it, and of none but the first finger and button', async () => {
    await put(['onPress', 'onDrag']);
    const restore = stub(host.surface, 'setPointerCapture', () => {}); // no such pointer is down
    finger('pointerdown', 60, 40);
    finger('pointermove', 90, 40);
    finger('pointerup', 90, 40);
    finger('pointerdown', 60, 40, { isPrimary: false });
    finger('pointerdown', 60, 40, { pointerType: 'mouse', button: 2 });
    expect(log).to.deep.equal([['press', 20, 20], ['drag', 30, 0, 50, 20]]);
    restore();
  });

  it('leaves no listener behind, and none twice, however often it is moved and updated', async () => {
    await put();
    host.remove();
    const counter = countListeners(host.surface);
    stage.append(host);
    const { count } = counter;
    expect(count).to.be.above(0);
    for (let k = 0; k < 3; k++) {
      stage.prepend(host);
      host.requestUpdate();
      await host.updateComplete;
    }
    expect(counter.count).to.equal(count);
    host.requestUpdate();
    host.remove();
    expect(counter.count).to.equal(0);
    await host.updateComplete; // an update that was due comes after the removal
    expect(counter.count).to.equal(0);
    counter.restore();
    host.surface.click();
    expect(log).to.deep.equal([]);
  });
});

describe('localPoint', () => {
  it('gives a number for an element of no size', () => {
    const element = document.createElement('div');
    expect(localPoint({ clientX: 5, clientY: 5 }, element)).to.deep.equal({ x: 0, y: 0 });
  });
});
