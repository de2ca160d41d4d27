import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { number } from '../attrs/number.js';
import { Announcer, setAnnouncer } from '../page/announcer.js';
import type { Size, Theme } from '../draw/types.js';
import { change, defineHost, detailsOf, frames, until } from '../testing/host.js';
import { holdWarnings } from '../testing/warnings.js';
import { FigureElement } from './figure-element.js';
import { attribute } from './nn-element.js';

class TestFigure extends FigureElement {
  @attribute(number(1)) amount!: number;

  readonly painted: { readonly amount: number; readonly size: Size; readonly theme: Theme }[] = [];
  refused = 0;
  withUnder = true;
  operable: string[] = [];
  words = (): string => `It shows ${this.amount}.`;

  override onNoContext(): void {
    super.onNoContext();
    this.refused++;
  }

  protected override render(): TemplateResult {
    const under = this.withUnder ? html`<i>under</i>` : undefined;
    const { words: description, operable } = this;
    return this.figure({ name: 'A test', description, operable, over: html`<b>over</b>`, under });
  }

  override paint(_ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    this.painted.push({ amount: this.amount, size, theme });
  }
}
defineHost(TestFigure);

async function mount(element = new TestFigure()): Promise<TestFigure> {
  await fixture(html`<div style="inline-size: 200px; block-size: 100px">${element}</div>`);
  await element.updateComplete;
  (element.shadowRoot!.querySelector('.figure') as HTMLElement).style.height = '50px';
  return element;
}

describe('FigureElement', () => {
  const warnings = holdWarnings();

  it('draws what it has in use after an update, and nothing otherwise', async () => {
    const element = await mount();
    await until(() => element.painted.length > 0);
    await frames();
    const before = element.painted.length;
    await frames();
    expect(element.painted).to.have.length(before);
    element.amount = 2;
    await until(() => element.painted.at(-1)!.amount === 2);
    expect(element.painted.at(-1)!.size).to.deep.include({ width: 200, height: 50 });
  });

  it('shows the page through buttons under its picture, and not through those on it', async () => {
    const element = await mount();
    await until(() => element.painted.length > 0);
    const backgrounds = ['.under', '.figure'].map((selector) => {
      const button = document.createElement('button');
      element.shadowRoot!.querySelector(selector)!.append(button);
      return getComputedStyle(button).backgroundColor;
    });
    expect(backgrounds).to.deep.equal(['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  it('gives its picture a description', async () => {
    const element = await mount();
    const described = element.surface!.getAttribute('aria-describedby')!;
    const description = element.shadowRoot!.getElementById(described)!;
    await until(() => description.textContent === 'It shows 1.');
    await change(element, { amount: 3, label: 'Mine' });
    expect([element.surface!.ariaLabel, description.textContent]).to.deep.equal(['Mine', 'It shows 3.']);
  });

  it('ends its description with the names of what can be operated', async () => {
    const element = new TestFigure();
    element.operable = ['one', 'two'];
    await mount(element);
    const description = element.shadowRoot!.getElementById('description')!;
    await until(() => description.textContent !== '');
    expect(description.textContent).to.equal(`It shows 1. ${element.strings.text('operable', { names: 'one, two' })}`);
    element.operable = [];
    element.requestUpdate();
    await element.updateComplete;
    expect(description.textContent).to.equal('It shows 1.');
  });

  it('asks for the description only once the picture is there, and not while it is unseen', async () => {
    const asked: boolean[] = [];
    const [element, unseen] = [new TestFigure(), new TestFigure()];
    for (const each of [element, unseen]) {
      each.words = () => {
        asked.push(each.painted.length > 0);
        return 'Words.';
      };
    }
    await mount(element);
    await until(() => asked.length > 0);
    unseen.hidden = true;
    await mount(unseen);
    await frames(6);
    expect(asked).to.deep.equal([true]);
    unseen.hidden = false;
    await until(() => asked.length === 2);
  });

  describe('what it says aloud', () => {
    let pending: (() => void)[]; // what waits to be said
    const voiceOf = (element: TestFigure): HTMLElement => element.shadowRoot!.querySelector('[role=status]')!;

    beforeEach(() => {
      pending = [];
      const after = (_: number, callback: () => void): void => void pending.push(callback);
      setAnnouncer(window, new Announcer({ now: () => performance.now(), after }));
    });

    afterEach(() => setAnnouncer(window, undefined));

    it('is what it shows, after the reader has operated it', async () => {
      const element = await mount();
      expect(voiceOf(element).textContent).to.equal('');
      for (const type of ['click', 'input', 'nn-input']) {
        element.amount++;
        element.dispatchEvent(new Event(type));
        expect(pending.length, type).to.equal(1);
        pending.pop()!();
        expect(voiceOf(element).textContent, type).to.equal(`It shows ${element.amount}.`);
      }
      element.amount++;
      await element.updateComplete;
      expect(voiceOf(element).textContent, 'nobody operated it').to.equal('It shows 4.');
    });

    it('is only what has changed since it was said, or could be read before', async () => {
      const element = new TestFigure();
      let text = 'Still. It shows 1. Nothing else.';
      element.words = () => text;
      await mount(element);
      await until(() => element.shadowRoot!.getElementById('description')!.textContent !== '');
      const saidAfter = (next: string): string => {
        text = next;
        element.click();
        pending.pop()!();
        return voiceOf(element).textContent!;
      };
      expect(saidAfter('Still. It shows 2. Nothing else.')).to.equal('It shows 2.');
      expect(saidAfter('Still. It shows 3. Nothing else.')).to.equal('It shows 3.');
      expect(saidAfter(text), 'nothing new').to.equal('');
      expect(saidAfter('All new. It shows 3. 一。二。')).to.equal('All new. 一。二。');
    });

    it('is one voice on the page, which falls silent with its figure', async () => {
      const [one, other] = [await mount(), await mount()];
      for (const element of [one, other]) {
        element.amount = 1.5;
        element.click();
        pending.pop()!();
      }
      expect([voiceOf(one).textContent, voiceOf(other).textContent]).to.deep.equal(['', 'It shows 1.5.']);
      other.remove();
      expect(voiceOf(other).textContent).to.equal('');
    });

    it('is not seen and takes no room', async () => {
      const element = await mount();
      const before = element.getBoundingClientRect().height;
      element.click();
      pending.pop()!();
      expect(getComputedStyle(voiceOf(element)).clipPath).to.equal('inset(50%)');
      expect(element.getBoundingClientRect().height).to.equal(before);
    });
  });

  it('puts what belongs there over and under the picture, in its colours', async () => {
    const element = await mount();
    await until(() => element.painted.length > 0);
    const root = element.shadowRoot!;
    expect([root.querySelector('.figure b') === null, root.querySelector('.figure i')]).to.deep.equal([false, null]);
    const ink = getComputedStyle(root.querySelector('.under i')!).getPropertyValue('--_ink');
    expect(ink.trim()).to.equal(element.painted[0].theme.ink);
    element.withUnder = false;
    element.requestUpdate();
    await element.updateComplete;
    expect(root.querySelector('.under')).to.equal(null);
  });

  it('reports a theme token that is not a colour, on the console once', async () => {
    const element = await mount();
    const details = detailsOf(element, 'nn-error');
    for (let k = 0; k < 2; k++) element.onBadToken('--nn-ink', 'ruby red');
    const detail = { code: 'theme', attribute: '--nn-ink', value: 'ruby red', used: '', fatal: false };
    expect([details, warnings.length]).to.deep.equal([[detail, detail], 1]);
  });
});
