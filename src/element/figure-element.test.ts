import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { number } from '../attrs/number.js';
import { Announcer, setAnnouncer } from '../page/announcer.js';
import type { Size, Theme } from '../draw/types.js';
import { defineHost, frames, stub, until } from '../testing/host.js';
import { catchWarnings } from '../testing/warnings.js';
import { FigureElement } from './figure-element.js';
import { attribute } from './nn-element.js';

class TestFigure extends FigureElement {
  @attribute(number(1)) amount!: number;

  readonly painted: { readonly amount: number; readonly size: Size; readonly theme: Theme }[] = [];
  refused = 0;
  withUnder = true;
  words = (): string => `It shows ${this.amount}.`;

  override onNoContext(): void {
    super.onNoContext();
    this.refused++;
  }

  protected override render(): TemplateResult {
    return this.figure({
      name: 'A test',
      description: this.words,
      over: html`<b>over</b>`,
      under: this.withUnder ? html`<i>under</i>` : undefined,
    });
  }

  override paint(_ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    this.painted.push({ amount: this.amount, size, theme });
  }
}
defineHost(TestFigure);

async function mount(): Promise<TestFigure> {
  const element = new TestFigure();
  await fixture(html`<div style="inline-size: 200px; block-size: 100px">${element}</div>`);
  await element.updateComplete;
  (element.shadowRoot!.querySelector('.figure') as HTMLElement).style.height = '50px';
  return element;
}

describe('FigureElement', () => {
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

  it('gives its picture a name, which the page may replace, and a description', async () => {
    const element = await mount();
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    const description = (): string => element.shadowRoot!.getElementById(canvas.getAttribute('aria-describedby')!)!.textContent!;
    expect([canvas.getAttribute('role'), canvas.getAttribute('aria-label'), canvas.hasAttribute('tabindex')]).to.deep.equal(['img', 'A test', false]);
    await until(() => description() === 'It shows 1.');
    element.amount = 3;
    element.label = 'Mine';
    await element.updateComplete;
    expect(canvas.getAttribute('aria-label')).to.equal('Mine');
    expect(description()).to.equal('It shows 3.');
    expect(element.surface).to.equal(canvas);
  });

  it('finds the words only once the picture is there, and none where nobody could be told', async () => {
    const asked: boolean[] = [];
    const element = new TestFigure();
    element.words = () => {
      asked.push(element.painted.length > 0);
      return 'Words.';
    };
    const holder = await fixture<HTMLElement>(html`<div style="inline-size: 200px; block-size: 100px"></div>`);
    holder.append(element);
    await until(() => asked.length > 0);
    expect(asked).to.deep.equal([true]);
    const unseen = new TestFigure();
    unseen.words = () => {
      asked.push(false);
      return 'Words.';
    };
    unseen.hidden = true;
    holder.append(unseen);
    await frames(6);
    expect(asked).to.deep.equal([true]);
    unseen.hidden = false;
    await until(() => asked.length === 2);
  });

  describe('what it says aloud', () => {
    let said: (() => void)[]; // what waits to be said
    const voiceOf = (element: TestFigure): string => element.shadowRoot!.querySelector('[role=status]')!.textContent!;

    beforeEach(() => {
      said = [];
      setAnnouncer(window, new Announcer({ now: () => performance.now(), after: (_, callback) => void said.push(callback) }));
    });

    afterEach(() => setAnnouncer(window, undefined));

    it('is what it shows, politely, after the reader has operated it', async () => {
      const element = await mount();
      expect(voiceOf(element)).to.equal('');
      for (const type of ['click', 'input', 'nn-input']) {
        element.amount++;
        element.dispatchEvent(new Event(type));
        expect(said.length, type).to.equal(1);
        said.pop()!();
        expect(voiceOf(element), type).to.equal(`It shows ${element.amount}.`);
      }
      element.amount++;
      await element.updateComplete;
      expect(voiceOf(element), 'nobody asked').to.equal('It shows 4.');
    });

    it('is one voice on the page, which falls silent with its figure', async () => {
      const [one, other] = [await mount(), await mount()];
      one.click();
      said.pop()!();
      other.click();
      said.pop()!();
      expect([voiceOf(one), voiceOf(other)]).to.deep.equal(['', 'It shows 1.']);
      other.remove();
      expect(voiceOf(other)).to.equal('');
    });

    it('can be seen by nobody and takes no room', async () => {
      const element = await mount();
      const before = element.getBoundingClientRect().height;
      element.click();
      said.pop()!();
      const voice = element.shadowRoot!.querySelector('[role=status]')!;
      expect(getComputedStyle(voice).clipPath).to.equal('inset(50%)');
      expect(element.getBoundingClientRect().height).to.equal(before);
    });
  });

  it('puts what belongs there over and under the picture, in its colours', async () => {
    const element = await mount();
    await until(() => element.painted.length > 0);
    const root = element.shadowRoot!;
    expect(root.querySelector('.figure b')).to.exist;
    expect(root.querySelector('.figure i')).to.equal(null);
    const under = root.querySelector('.under i')!;
    expect(getComputedStyle(under).getPropertyValue('--_ink').trim()).to.equal(element.painted[0].theme.ink);
    element.withUnder = false;
    element.requestUpdate();
    await element.updateComplete;
    expect(root.querySelector('.under')).to.equal(null);
  });

  it('shows its content, says so once and stops where there is no 2D canvas', async () => {
    const { messages, restore } = catchWarnings();
    const back = stub(HTMLCanvasElement.prototype, 'getContext', (() => null) as HTMLCanvasElement['getContext']);
    try {
      const element = await mount();
      const codes: string[] = [];
      element.addEventListener('nn-error', (event) => codes.push((event as CustomEvent<{ code: string }>).detail.code));
      await until(() => element.refused > 0);
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('.all')!.getBoundingClientRect().height).to.equal(0);
      expect(element.shadowRoot!.querySelector('slot')!.parentElement!.hidden).to.equal(false);
      expect(element.painted).to.deep.equal([]);
      element.amount = 5;
      await frames();
      expect([element.refused, codes, messages.length]).to.deep.equal([1, ['no-context'], 1]);
    } finally {
      back();
      restore();
    }
  });

  it('reports a theme token that is not a colour, on the console once', async () => {
    const { messages, restore } = catchWarnings();
    const element = await mount();
    const details: unknown[] = [];
    element.addEventListener('nn-error', (event) => details.push((event as CustomEvent).detail));
    element.onBadToken('--nn-ink', 'ruby red');
    element.onBadToken('--nn-ink', 'ruby red');
    restore();
    const detail = { code: 'theme', attribute: '--nn-ink', value: 'ruby red', used: '', fatal: false };
    expect([details, messages.length]).to.deep.equal([[detail, detail], 1]);
  });
});
