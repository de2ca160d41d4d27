import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../index.js';
import { mountFigure } from '../testing/figure-page.js';
import { errorsOf, make } from '../testing/link-page.js';
import { holdPage } from '../testing/trainer-page.js';
import type { FigureElement } from './figure-element.js';

type Stateful = FigureElement & { getState(): Promise<object>; setState(state: unknown): Promise<void> };

const fails = (): never => {
  throw new Error('hostile');
};
const cyclic: unknown[] = [];
cyclic.push(cyclic);
const endless = Object.assign([1, 2], { * [Symbol.iterator]() { for (;;) yield 1; } });
const throwing = Object.defineProperty([1, 2], 0, { get: fails });
const proxy = new Proxy({}, { get: fails, has: fails, ownKeys: fails, getPrototypeOf: fails });

/** What no property can use; made anew, since messages are told once. */
const hostile: Readonly<Record<string, unknown>> = {
  proxy, cyclic, throwing, sparse: new Array(2 ** 32 - 1), bigint: 10n, symbol: Symbol('x'), 'function': fails,
  'a text that is none': { toString: fails, valueOf: fails },
};

/** Returns the state with one part replaced, or read through a getter. */
const states: Readonly<Record<string, (state: Record<string, unknown>) => unknown>> = {
  ...Object.fromEntries(Object.entries(hostile).map(([name, value]) => [name, () => value])),
  'a list': () => [1], 'nothing': () => undefined,
  'a getter that throws': (state) => Object.defineProperty({ ...state }, 'alpha', { get: fails }),
  'a getter that changes its mind': (state) => {
    let reads = 0;
    return Object.defineProperty({ ...state }, 'parameters', { get: () => (reads++ > 0 ? state.parameters : NaN) });
  },
  'parameters of another type': (state) => ({ ...state, parameters: Float64Array.from(state.parameters as number[]) }),
  'parameters with a hole': (state) => ({ ...state, parameters: new Array((state.parameters as []).length) }),
  'parameters without an end': (state) => ({ ...state, parameters: new Array(2 ** 32 - 1) }),
  'cyclic layers': (state) => ({ ...state, layers: cyclic }),
  ...Object.fromEntries([NaN, Infinity, -1, 1.5, 1e12 + 1, 2 ** 53 - 1, 2 ** 53, '5'].map((steps) =>
    [`${typeof steps} ${steps} steps`, (state: object) => ('steps' in state ? { ...state, steps } : { steps })])),
};

for (const tag of ['nn-activation', 'nn-circle-trainer', 'nn-deform', 'nn-neuron', 'nn-param-view'] as const) {
  describe(`<${tag}>, given what is hostile,`, () => {
    let page: ReturnType<typeof holdPage>;
    let element: FigureElement;
    beforeEach(async () => {
      page = holdPage();
      element = await mountFigure(page.timing, html`${make(tag, { paused: '' })}`);
    });
    afterEach(() => page.release());

    it('keeps its default and throws nothing, whatever is written to a property', async () => {
      const properties = Object.getOwnPropertyNames(Object.getPrototypeOf(element)).filter((name) => {
        const accessor = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), name);
        return accessor?.set && accessor.get && name !== 'source' && name !== 'state' && !name.startsWith('_');
      });
      expect(properties).to.not.have.length(0);
      for (const name of properties) {
        const written = element as unknown as Record<string, unknown>;
        const before = written[name];
        const isBoolean = typeof before === 'boolean';
        expect(() => void (written[name] = endless), `${name}: endless`).to.not.throw(); // and it ends
        for (const [what, value] of Object.entries(hostile)) {
          expect(() => void (written[name] = value), `${name}: ${what}`).to.not.throw();
          if (name === 'seed' && tag === 'nn-circle-trainer') expect(written[name], what).to.match(/^\d+$/); // random
          else if (!isBoolean) expect(written[name], `${name}: ${what}`).to.deep.equal(before);
        }
        written[name] = null;
        await element.updateComplete;
      }
    });

    if (tag === 'nn-activation' || tag === 'nn-neuron') return;

    it('refuses a state that cannot be used, says so, and loses nothing', async () => {
      const figure = element as Stateful;
      const { timing } = page;
      while (timing.pending) timing.tick();
      const before = await figure.getState();
      const errors = errorsOf(figure);
      for (const [what, make] of Object.entries(states)) {
        errors.length = 0;
        if (tag === 'nn-deform' && what.endsWith('steps')) continue; // it has none
        const state = make(JSON.parse(JSON.stringify(before)) as Record<string, unknown>);
        await figure.setState(state);
        expect(errors, what).to.deep.equal(['state']);
        expect(await figure.getState(), what).to.deep.equal(before);
      }
      errors.length = 0;
      await figure.setState(before);
      expect([errors, await figure.getState()]).to.deep.equal([[], before]);
    });
  });
}
