import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FigureElement } from './figure-element.js';
import { everyFigure, mountEmbedded } from '../testing/every-figure.js';
import { descriptionOf } from '../testing/figure-page.js';
import { frames, until } from '../testing/host.js';
import { make } from '../testing/link-page.js';

/** Presses a key with Ctrl, or with Command where that is the key. */
async function pressWithCtrl(key: string): Promise<void> {
  const modifier = /Mac/.test(navigator.userAgent) ? 'Meta' : 'Control';
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
}

const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);

/** Selects all of the page, copies it, and returns what is pasted into a field. */
async function copied(): Promise<string> {
  getSelection()!.removeAllRanges();
  (document.activeElement as HTMLElement | null)?.blur();
  await pressWithCtrl('a');
  await pressWithCtrl('c');
  const field = document.body.appendChild(document.createElement('textarea'));
  field.focus();
  await pressWithCtrl('v');
  await until(() => field.value !== '', 'nothing was pasted');
  field.remove();
  return field.value;
}

/** Puts each text of a shadow root into elements of its own, as translators of pages do. */
function translate(root: ShadowRoot, words = (text: string): string => text): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts.filter(({ data }) => data.trim() !== '')) {
    const outer = document.createElement('font');
    outer.appendChild(document.createElement('font')).textContent = words(text.data);
    text.replaceWith(outer);
  }
}

/** Returns all words of a figure that are rendered. */
const wordsOf = ({ shadowRoot }: FigureElement): string =>
  [...shadowRoot!.querySelectorAll('.all')].map(({ textContent }) => textContent!.replace(/\s+/g, ' ')).join();

describe('words of a tag', () => {
  for (const [title, create] of everyFigure) {
    it(`that name controls of <${title}> cannot be selected`, async () => {
      const figure = await mountEmbedded(create());
      await frames(2);
      const stylesOf = (selector: string): Set<string> =>
        new Set([...figure.shadowRoot!.querySelectorAll(selector)].map((element) => {
          const { userSelect, webkitUserSelect } = getComputedStyle(element);
          return userSelect || webkitUserSelect;
        }));
      expect([...stylesOf('[part=toolbar], button, [part=slider], .voice, .tooltip')]).to.deep.equal(['none']);
      expect([...stylesOf('input[type=text]'), 'text'], 'a field can be').to.include('text').and.not.include('none');
    });
  }

  it('are not copied where they name controls, and are where they say something', async function () {
    if (isWebKit) this.skip(); // its driver has no clipboard
    const deform = make('nn-deform');
    await fixture<HTMLElement>(html`<div lang="en"><p>before</p>${
      make('nn-activation', { controls: '', probe: '1.5' })}${deform}<p>after</p></div>`);
    await deform.updateComplete;
    const text = await copied();
    expect(text).to.match(/^\s*before[\s\S]*after\s*$/).and.to.contain('1.50').and.to.contain('inside');
    for (const word of ['copy HTML', 'numbers', 'leaky ReLU', 'α', 'layer 1']) expect(text).to.not.contain(word);
  });

  for (const [title, create] of everyFigure) {
    it(`of <${title}> do not become stale on a page that is translated`, async () => {
      const [plain, translated] = [await mountEmbedded(create()), await mountEmbedded(create())];
      translate(translated.shadowRoot!);
      if (!title.includes('structure"') || title.includes('controls')) {
        expect(translated.shadowRoot!.querySelector('font')).to.not.equal(null);
      }
      for (const figure of [plain, translated]) {
        figure.parentElement!.lang = 'ja';
        await until(() => figure.strings.lang === 'ja', 'it is not Japanese');
      }
      await until(() => /[ぁ-ん]/.test(descriptionOf(plain)) && wordsOf(translated) === wordsOf(plain),
        `${wordsOf(translated)}, not ${wordsOf(plain)}`);
    });
  }

  it('of a button that plays and pauses are the right ones on a page that is translated', async () => {
    const trainer = make('nn-circle-trainer', { controls: '', seed: '1', paused: '' });
    await mountEmbedded(trainer);
    const play = trainer.shadowRoot!.querySelector<HTMLElement>('.play')!;
    translate(trainer.shadowRoot!, (text) => `«${text}»`);
    expect(play.textContent!.trim()).to.equal('«play»');
    trainer.play();
    await trainer.updateComplete;
    expect(play.textContent!.trim()).to.equal('pause');
    trainer.pause();
  });
});

describe('a box that shrinks to fit a tag', () => {
  for (const lang of ['en', 'ja']) {
    it(`is 480 px wide in a page in ${lang}, and no wider than its place`, async () => {
      for (const [title, create] of everyFigure) {
        const figure = create();
        const page = await fixture<HTMLElement>(html`<div lang=${lang} style="inline-size: 900px">
          <div style="float: inline-start">${figure}</div></div>`);
        const box = page.firstElementChild!;
        await figure.updateComplete;
        expect(box.getBoundingClientRect().width, title).to.be.closeTo(480, 0.1);
        page.style.inlineSize = '300px';
        expect(box.getBoundingClientRect().width, title).to.equal(300);
        page.remove();
      }
    });
  }
});
