import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../strings/en.js';
import { ja } from '../strings/ja.js';
import { registerStrings } from '../strings/registry.js';
import { defineHost, frames, Host, stub, until, watchLeaks } from '../testing/host.js';
import { nearestLang, StringsController } from './strings-controller.js';

class TestReader extends Host {
  readonly strings = new StringsController(this);
  updates = 0;

  override updated(): void {
    this.updates++;
  }
}
defineHost(TestReader);

describe('StringsController', () => {
  let page: HTMLElement;
  let reader: TestReader;

  beforeEach(async () => {
    page = await fixture(html`<div></div>`);
    reader = new TestReader();
  });

  function readIn(lang: string): TestReader {
    page.lang = lang;
    page.append(reader);
    return reader;
  }

  const play = (): string => reader.strings.text('play');

  describe('the language', () => {
    it('is that of the nearest ancestor that says one', () => {
      page.lang = 'ja';
      const inner = document.createElement('p');
      page.append(inner);
      inner.append(reader);
      expect(play()).to.equal(ja.play);
    });

    it('is nobody\'s where nobody says', () => {
      const lang = document.documentElement.lang;
      document.documentElement.removeAttribute('lang');
      page.append(reader);
      expect(nearestLang(reader)).to.equal('');
      expect(play()).to.equal(en.play);
      document.documentElement.lang = lang;
    });

    it('is watched by one observer a root, whatever stands in it, and by none once nothing does', async () => {
      const leaks = watchLeaks([]);
      const card = page.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      const all = Array.from({ length: 20 }, () => new TestReader());
      all.forEach((each, k) => (k % 2 === 0 ? page : card).append(each));
      const { observers } = leaks;
      page.lang = 'ja';
      await until(() => all.every(({ strings }) => strings.text('play') === ja.play), 'not all were told');
      for (const each of all) each.remove();
      expect([observers, leaks.observers]).to.deep.equal([2, 0]);
      leaks.restore();
    });

    it('follows a change on an ancestor', async () => {
      readIn('en');
      await reader.updateComplete;
      page.lang = 'ja';
      await until(() => play() === ja.play);
      page.removeAttribute('lang');
      await until(() => play() === en.play);
    });

    it('is the element\'s own before any other, follows its change, and renders again', async () => {
      readIn('en');
      await reader.updateComplete;
      const { updates } = reader;
      reader.lang = 'ja';
      await until(() => reader.updates > updates);
      expect(play()).to.equal(ja.play);
    });

    it('reaches through shadow roots, and follows a change within each', async () => {
      page.lang = 'ja';
      const [outer, middle, inner] = [0, 1, 2].map(() => document.createElement('div'));
      page.append(outer);
      outer.attachShadow({ mode: 'open' }).append(middle);
      middle.attachShadow({ mode: 'open' }).append(inner);
      inner.append(reader);
      expect([nearestLang(reader), play()]).to.deep.equal(['ja', ja.play]);
      middle.lang = 'en';
      await until(() => play() === en.play);
      inner.lang = 'ja';
      await until(() => play() === ja.play);
    });

    it('is looked up again where the element is moved to', () => {
      readIn('ja');
      document.body.append(reader);
      expect(play()).to.equal(en.play);
      reader.remove();
    });

    it('follows nothing once removed', async () => {
      readIn('en');
      reader.remove();
      page.append(document.createElement('i'));
      reader.lang = 'ja';
      await frames(2);
      expect(play()).to.equal(en.play);
      registerStrings('en', {});
      expect(play()).to.equal(en.play);
      page.append(reader);
      expect(play()).to.equal(ja.play);
    });
  });

  describe('a tag', () => {
    for (const lang of ['ja', 'JA', 'ja-JP', 'ja-Jpan-JP-x-private']) {
      it(`of ${lang} reads Japanese`, () => {
        expect(readIn(lang) && play()).to.equal(ja.play);
      });
    }

    const nonsense = [
      '', ' ', 'tlh', 'english!', 'ja_JP', '-', 'x', '日本語', 'en-', 'ja--', 'constructor', 'a'.repeat(10_000),
    ];
    for (const lang of nonsense) {
      it(`of ${JSON.stringify(lang.slice(0, 12))} throws nowhere`, () => {
        readIn(lang);
        expect([en.play, ja.play]).to.include(play());
        expect(reader.strings.number(1.5)).to.equal('1.5');
        expect(() => new Intl.NumberFormat(reader.strings.lang)).not.to.throw();
      });
    }

    it('of a language without strings writes numbers in English too', () => {
      readIn('de');
      expect([reader.strings.lang, reader.strings.number(1234.5)]).to.deep.equal(['en', '1,234.5']);
    });
  });

  describe('registerStrings', () => {
    it('refreshes the elements on the page', async () => {
      readIn('qaa');
      await reader.updateComplete;
      const { updates } = reader;
      expect(play()).to.equal(en.play);
      registerStrings('qaa', { play: 'ludu' });
      expect([play(), reader.strings.text('pause')], 'missing keys in English').to.deep.equal(['ludu', en.pause]);
      await reader.updateComplete;
      expect(reader.updates).to.be.above(updates);
    });

    it('adds to what was registered before, whatever the case of the tag', () => {
      registerStrings('qac-Latn', { play: 'ludu' });
      registerStrings('QAC-latn', { pause: 'haltu' });
      readIn('qac-LATN-DE');
      expect([play(), reader.strings.text('pause')]).to.deep.equal(['ludu', 'haltu']);
    });

    it('serves what is written in the same script, and nobody who reads another', () => {
      registerStrings('sr-Latn', { play: 'pusti' });
      expect(readIn('sr-Latn-RS') && play()).to.equal('pusti');
      for (const lang of ['sr-RS', 'sr', 'sr-Cyrl']) { // which are Cyrillic
        page.lang = lang;
        reader.strings.refresh();
        expect(play(), lang).to.equal(en.play);
      }
      registerStrings('sr-Cyrl', { play: 'пусти' });
      page.lang = 'sr-RS';
      reader.strings.refresh();
      expect(play()).to.equal('пусти');
    });

    it('asks the browser for a script, which takes it long, only where the tag alone has no words', () => {
      let asked = 0;
      const restore = stub(Intl.Locale.prototype, 'maximize', function (this: Intl.Locale) {
        asked++;
        return this;
      });
      for (const lang of ['en', 'ja', 'en-GB']) {
        readIn(lang);
        reader.remove();
      }
      expect(asked).to.equal(0);
      readIn('xx');
      expect(asked).to.equal(1);
      restore();
    });

    it('replaces a word of a language that is here already, and leaves the others', () => {
      registerStrings('ja', { fold: '谷' });
      expect([readIn('ja').strings.text('fold'), play()]).to.deep.equal(['谷', ja.play]);
      registerStrings('ja', { fold: ja.fold });
    });

    it('serves a longer tag before a shorter one', () => {
      registerStrings('qad', { play: 'short' });
      registerStrings('qad-XA', { play: 'long' });
      expect(readIn('qad-XA') && play()).to.equal('long');
      page.lang = 'qad-XB';
      reader.strings.refresh();
      expect(play()).to.equal('short');
    });
  });

  describe('text', () => {
    it('puts each value in each of its places, and leaves a name without a value', () => {
      registerStrings('qae', { scoreNow: '{iou}, {iou} of {accuracy}: {unknown}' });
      readIn('qae');
      const text = reader.strings.text('scoreNow', { iou: '$&', accuracy: '{iou}' });
      expect(text).to.equal('$&, $& of {iou}: {unknown}');
    });
  });

  describe('counted', () => {
    const counted = (...counts: number[]): string[] => counts.map((count) => reader.strings.counted('biases', count));

    it('chooses the form of a count in the language, with the count in its numbers', () => {
      readIn('en');
      expect(counted(1, 2000)).to.deep.equal(['1 bias', '2,000 biases']);
      registerStrings('pl', { biases: { one: '{count} a', few: '{count} b', many: '{count} c', other: '{count} d' } });
      page.lang = 'pl';
      reader.strings.refresh();
      expect(counted(1, 3, 5, 0.5)).to.deep.equal(['1 a', '3 b', '5 c', '0,5 d']);
    });

    it('takes a plain string for every count, and English for a text that a page lacks or got wrong', () => {
      registerStrings('qaf', { biases: '{count}!' });
      readIn('qaf');
      expect(counted(1, 2)).to.deep.equal(['1!', '2!']);
      registerStrings('qaf', { biases: { one: '' } as never, play: { other: '' } as never });
      expect([...counted(2), play()]).to.deep.equal(['2 biases', en.play]);
    });
  });

  it('puts sentences one after the other as each language does', () => {
    expect(reader.strings.sentences('One.', 'Two.')).to.equal('One. Two.');
    expect(reader.strings.sentences('一。', '二。', '三。')).to.equal('一。二。三。');
    expect(reader.strings.sentencesOf('One 0.5. Two, y = 1.')).to.deep.equal(['One 0.5.', 'Two, y = 1.']);
    expect(reader.strings.sentencesOf('一0.5。二。')).to.deep.equal(['一0.5。', '二。']);
  });

  it('joins a list by the commas of the language', () => {
    for (const [lang, expected] of [['en', 'a, {b}, c'], ['ja', 'a、{b}、c'], ['en', 'a']]) {
      readIn(lang);
      expect(reader.strings.list(expected.split(/, |、/))).to.equal(expected);
      reader.remove();
    }
  });

  describe('number', () => {
    it('writes minus as U+2212', () => {
      readIn('en');
      expect(reader.strings.number(-1.25)).to.equal('\u22121.25');
      expect(reader.strings.number(-0)).to.equal('0');
    });

    it('follows its options', () => {
      readIn('ja');
      expect(reader.strings.number(0.804, { style: 'percent' })).to.equal('80%');
      expect(reader.strings.number(1, { minimumFractionDigits: 2 })).to.equal('1.00');
      expect(reader.strings.number(1)).to.equal('1');
    });

    it('is written as the language does, and otherwise once the language changed', () => {
      registerStrings('de', {});
      readIn('de-AT');
      expect(reader.strings.number(0.5)).to.equal('0,5');
      expect([-0.25, 1234.5, -0].map((value) => reader.strings.number(value)))
        .to.deep.equal(['\u22120,25', '1\u00a0234,5', '0']);
      page.lang = 'en';
      reader.strings.refresh();
      expect(reader.strings.number(0.5)).to.equal('0.5');
    });

    it('asks the browser for a format, which takes it long, only where English or Japanese ones differ', () => {
      let asked = 0;
      class Counted extends Intl.NumberFormat {
        constructor(...args: ConstructorParameters<typeof Intl.NumberFormat>) {
          super(...args);
          asked++;
        }
      }
      const restore = stub(Intl, 'NumberFormat', Counted as typeof Intl.NumberFormat);
      const { strings } = reader;
      for (const lang of ['en', 'ja', 'en-GB', 'ja-JP']) {
        readIn(lang);
        expect([strings.format(0.5), strings.loss(0.5), strings.share(0.5, 1), strings.parse('1,250')], lang)
          .to.deep.equal(['0.5', '0.500', '0.5', 1250]);
        reader.remove();
      }
      expect(asked).to.equal(0);
      readIn('en-IN');
      expect([reader.strings.number(1234567), asked]).to.deep.equal(['12,34,567', 1]);
      restore();
    });

    it('writes three significant digits or a fixed number of decimals for a picture, and no minus before 0', () => {
      readIn('en');
      const { format } = reader.strings;
      expect([0.71, -0.03204, 1.2, 1234, 0, -0, 0.7100001, -0.2].map((value) => format(value)))
        .to.deep.equal(['0.71', '\u22120.032', '1.2', '1,230', '0', '0', '0.71', '\u22120.2']);
      const texts = [0.71, -0.004, -0.006, 3].map((value) => format(value, 2));
      expect([texts, format(-0.5, 0)]).to.deep.equal([['0.71', '0.00', '\u22120.01', '3.00'], '\u22121']);
    });

    it('writes a power of ten where there would be a row of zeros', () => {
      const { format, loss } = reader.strings;
      expect([3.66e-7, -2e-5, 1e-5, 0.000366, 4.21e33, 1e7, 9_990_000].map((value) => format(value))).to.deep.equal(
        ['3.66 × 10⁻⁷', '\u22122 × 10⁻⁵', '10⁻⁵', '0.000366', '4.21 × 10³³', '10⁷', '9,990,000']);
      expect([1e-33, 0, 2.5e-5, 0.01, 0.1234, 2].map(loss)).to.deep.equal(
        ['< 10⁻⁶', '< 10⁻⁶', '2.5 × 10⁻⁵', '0.0100', '0.123', '2.00']);
    });

    it('writes a share as 1 only where it is 1', () => {
      const { share } = reader.strings;
      expect([1, 0.9999, 0.9951, 0.5].map((value) => share(value, 2))).to.deep.equal(['1.00', '0.99', '0.99', '0.50']);
      const percents = [1, 0.99999, 0.8041].map((value) => share(value, 1, 'percent'));
      expect(percents).to.deep.equal(['100.0%', '99.9%', '80.4%']);
    });

    it('has something for what is no number', () => {
      readIn('en');
      expect([reader.strings.number(NaN), reader.strings.number(-Infinity)]).to.deep.equal(['NaN', '\u2212∞']);
    });
  });
});
