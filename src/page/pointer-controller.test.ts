import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { countListeners, defineHost, frames, Host, until } from '../testing/host.js';
import { localPoint, PointerController, type LocalPoint } from './pointer-controller.js';

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

  const handlers = {
    onTap: (point: LocalPoint) => log.push(['tap', ...rounded(point)]),
    onHover: (point?: LocalPoint) => log.push(point ? ['hover', ...rounded(point)] : ['left']),
    onPress: (point: LocalPoint) => log.push(['press', ...rounded(point)]),
    onDrag: (dx: number, dy: number, point: LocalPoint) =>
      log.push(['drag', Math.round(dx), Math.round(dy), ...rounded(point)]),
  };

  /** Puts a surface at (40, 20) of a stage in the page's corner. */
  async function put(names: (keyof typeof handlers)[] = ['onTap', 'onHover', 'onDrag'], style = ''): Promise<void> {
    stage = document.createElement('div');
    stage.style.cssText = `position: absolute; left: 0; top: 0; width: 400px; height: 300px; ${style}`;
    host = new TestSurface();
    host.style.cssText = 'position: absolute; left: 40px; top: 20px;';
    for (const name of names) Object.assign(host, { [name]: handlers[name] });
    new PointerController(host);
    stage.append(host);
    document.body.append(stage);
    await host.updateComplete;
    await frames(2); // what was not yet painted gets no mouse in Firefox
  }

  const move = (x: number, y: number): Promise<void> => sendMouse({ type: 'move', position: [x, y] });
  const down = (): Promise<void> => sendMouse({ type: 'down' });
  const up = (): Promise<void> => sendMouse({ type: 'up' });
  const told = (kind: string): Log => log.filter(([name]) => name === kind);

  const captured: number[] = [];

  /** Fires a finger's events, or others'; they have no pointer that could be captured. */
  function fire(events: readonly (readonly [type: string, x: number, y: number])[], init: PointerEventInit = {}): void {
    host.surface.setPointerCapture = (id) => void captured.push(id);
    for (const [type, clientX, clientY] of events) {
      host.surface.dispatchEvent(new PointerEvent(`pointer${type}`, {
        bubbles: true, isPrimary: true, pointerType: 'touch', pointerId: 77, button: 0, clientX, clientY, ...init,
      }));
    }
    Reflect.deleteProperty(host.surface, 'setPointerCapture');
  }

  beforeEach(() => {
    log = [];
    captured.length = 0;
  });

  afterEach(async () => {
    stage.remove();
    window.scrollTo(0, 0);
    await sendMouse({ type: 'move', position: [500, 400] }); // a mouse that stays where it is fires no event
  });

  it('hovers with a mouse and a pen, and never with a finger, which may be about to scroll', async () => {
    await put(['onHover']);
    fire([['down', 100, 50], ['move', 120, 50], ['up', 120, 50]]);
    for (const pointerType of ['mouse', 'pen']) fire([['move', 120, 50]], { pointerType });
    expect(log).to.deep.equal([['hover', 80, 30], ['hover', 80, 30]]);
  });

  // In the viewport, where the mouse is, and on the surface.
  const places: [name: string, style: string, at: [number, number], local: [number, number]][] = [
    ['plain', '', [140, 70], [100, 50]],
    ['under transform: scale(.5)', 'transform: scale(.5); transform-origin: 0 0', [70, 35], [100, 50]],
    ['under transform: scale(2)', 'transform: scale(2); transform-origin: 0 0', [280, 60], [100, 10]],
    ['under zoom: 1.5', 'zoom: 1.5', [210, 105], [100, 50]],
    ['under zoom and a transform', 'zoom: 1.5; transform: scale(.5); transform-origin: 0 0', [105, 53], [100, 50.7]],
    ['scrolled', 'top: 5000px; height: 5000px', [140, 170], [100, 50]],
  ];
  const expectNear = ([, x, y]: Log[number], local: readonly number[]): void => {
    expect(x).to.be.closeTo(local[0], 1);
    expect(y).to.be.closeTo(local[1], 1);
  };

  for (const [name, style, at, local] of places) {
    it(`has the right position ${name}`, async function () {
      if (style.startsWith('zoom') && !CSS.supports('zoom', '1.5')) this.skip();
      await put(['onHover', 'onTap'], style);
      if (name === 'scrolled') {
        window.scrollTo(0, 4900);
        await frames();
      }
      await move(at[0], at[1]);
      await until(() => told('hover').length > 0);
      expectNear(told('hover').at(-1)!, local);
      await down();
      await up();
      await until(() => told('tap').length > 0);
      expectNear(told('tap')[0], local);
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
    expectNear(told('hover').at(-1)!, [70, 35]);
  });

  it('hovers while the mouse is over it, and reports that it has left', async () => {
    await put();
    await move(60, 40);
    await until(() => log.length > 0);
    await move(100, 50);
    await until(() => log.some(([, x]) => x === 60));
    await move(350, 250);
    await until(() => told('left').length > 0);
    expect([log.at(-1), told('drag')]).to.deep.equal([['left'], []]);
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

  it('does not tap where it was dragged, but at the next tap', async () => {
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

  it('ignores the mouse’s other buttons', async () => {
    await put(['onPress', 'onTap', 'onHover', 'onDrag']);
    fire([['down', 60, 40]], { pointerType: 'mouse', button: 2 });
    fire([['move', 70, 40]], { pointerType: 'mouse', button: -1 });
    fire([['up', 70, 40]], { pointerType: 'mouse', button: 2 });
    expect([log, captured]).to.deep.equal([[['hover', 30, 20]], []]);
  });

  it('lets a finger scroll that goes up or down first, and drag anywhere after it has gone across', async () => {
    await put();
    fire([['down', 60, 40], ['move', 62, 52], ['move', 64, 90], ['up', 64, 90]]);
    expect(told('drag')).to.deep.equal([]);
    fire([['down', 60, 40], ['move', 70, 44], ['move', 74, 90]]);
    expect(told('drag')).to.have.length(2);
  });

  it('forgets a finger that was lifted, or that the page took to scroll, and ignores a second one', async () => {
    await put(['onPress', 'onTap', 'onHover', 'onDrag']);
    fire([['down', 60, 40], ['move', 70, 40]]);
    fire([['down', 150, 90], ['move', 150, 90]], { isPrimary: false, pointerId: 78 });
    fire([['up', 70, 40]]);
    expect(log).to.deep.equal([['press', 20, 20], ['drag', 10, 0, 30, 20]]);
    fire([['down', 60, 40], ['cancel', 60, 40], ['move', 90, 40]]);
    expect(told('drag')).to.have.length(1);
    expect(captured, 'only a drag captures the pointer').to.deep.equal([77]);
  });

  for (const names of [['onTap'], ['onTap', 'onDrag']] as const) {
    it(`tells taps from drags with ${names.join(' and ')}, and lets a click without a press through`, async () => {
      await put([...names]);
      const click = (): number => {
        host.surface.click();
        return told('tap').length;
      };
      fire([['down', 60, 40], ['move', 61, 41], ['up', 61, 41]]);
      expect([click(), told('drag').length], 'hands shake').to.deep.equal([1, 0]);
      fire([['down', 60, 40], ['move', 120, 40], ['up', 120, 40]]);
      expect(click(), 'the click that ends a drag').to.equal(1);
      expect(click(), 'of assistive technology').to.equal(2);
      fire([['down', 60, 40], ['move', 120, 40], ['cancel', 120, 40]]);
      expect(click(), 'after a drag that the page took').to.equal(3);
    });
  }

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
