import { expect, fixture, html } from '@open-wc/testing';
import type { Theme } from '../draw/types.js';
import { blindnesses, difference } from '../testing/colour-blindness.js';
import { stub } from '../testing/host.js';
import { probeStyles, readTheme } from './theme.js';

type Token = 'ink' | 'paper' | 'muted' | 'accent' | 'positive' | 'negative' | 'parameter';
const tokens: readonly Token[] = ['ink', 'paper', 'muted', 'accent', 'positive', 'negative', 'parameter'];

interface Reading { readonly theme: Theme; readonly bad: [string, string][] }

/** The theme of an element in a page of these declarations; a new one each time, so that no transition is under way. */
async function read(declarations: string, own = ''): Promise<Reading> {
  const page = await fixture<HTMLElement>(html`<div><p></p></div>`);
  page.style.cssText = declarations;
  const host = page.firstElementChild as HTMLElement;
  host.style.cssText = own;
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = probeStyles.cssText;
  const probe = document.createElement('span');
  probe.className = 'probe';
  root.append(style, probe);
  const bad: [string, string][] = [];
  return { theme: readTheme(probe, (token, text) => bad.push([token, text])), bad };
}

/** Red, green, blue in 0 to 255 and alpha, of what the theme gives. */
function channels(colour: string): number[] {
  const match = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(colour);
  if (!match) throw new Error(`not in the form of a theme: ${colour}`);
  return match.slice(1).map(Number);
}

function expectNear(colour: string, wanted: readonly number[], within = 1): void {
  channels(colour).forEach((value, k) =>
    expect(value, `${colour} [${k}]`).to.be.closeTo(wanted[k], k < 3 ? within : 0.01));
}

/** Contrast by WCAG 2.2, computed independently. */
function contrastOf(a: string, b: string): number {
  const [x, y] = [a, b].map((colour) => {
    const [r, g, bl] = channels(colour).slice(0, 3).map((byte) => {
      const v = byte / 255;
      return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl + 0.05;
  });
  return Math.max(x, y) / Math.min(x, y);
}

describe('readTheme', () => {
  describe('the palette', () => {
    for (const [colour, dark] of [
      ['#000', false], ['#333', false], ['#6b7280', false], ['navy', false], ['#767676', false], ['#888', false],
      ['#fff', true], ['#e6e6e6', true], ['#b0b3b8', true], ['#c9d1d9', true], ['#839496', true],
      ['oklch(0.9 0.02 250)', true],
    ] as const) {
      it(`is the ${dark ? 'dark' : 'light'} one for text in ${colour}, without any color-scheme`, async () => {
        const { theme } = await read(`color: ${colour}; color-scheme: normal`);
        expect(theme.dark).to.equal(dark);
        expect(theme.accent).to.equal(dark ? 'rgba(125, 181, 245, 1)' : 'rgba(26, 95, 180, 1)');
      });
    }

    it('takes the text colour before the color-scheme', async () => {
      expect((await read('color: #eee; color-scheme: light')).theme.dark).to.equal(true);
      expect((await read('color: #111; color-scheme: dark')).theme.dark).to.equal(false);
    });

    it('is that of an ink given as a token', async () => {
      const { theme } = await read('color: #111; --nn-ink: #f0f0f0');
      expect(theme.dark).to.equal(true);
      expectNear(theme.ink, [240, 240, 240, 1]);
    });

    for (const [name, declarations, dark, paper] of [
      ['cream', 'color: #333; background: #fdf6e3', false, [253, 246, 227, 1]],
      ['deep teal', 'color: #d8e4e6; background: #1b2a2f', true, [27, 42, 47, 1]],
      ['black, with a grey text that light pages have too', 'color: #8a8a8a; background: #000', true, [0, 0, 0, 1]],
      ['a gradient', 'color: #fff; background: linear-gradient(#302060, #104060)', true, [32, 48, 96, 1]],
      ['a dark image without a colour', 'color: #fff; background: url(about:blank)', true, [20, 22, 26, 1]],
      ['another ground than the page paints', 'color: #222; background: #191919', false, [255, 255, 255, 1]],
    ] as const) {
      it(`is the ${dark ? 'dark' : 'light'} one on ${name}`, async () => {
        const { theme } = await read(declarations);
        expect(theme.dark).to.equal(dark);
        expectNear(theme.paper, paper);
      });
    }

    for (const [color, ground] of [
      ['#222', '#fdf6e3'], ['#222', '#d6ebff'], ['#111', '#c8e6c9'], ['#e6e6e6', '#1b2a2f'], ['#fff', '#5b4077'],
      ['#fff', '#1d4e89'],
    ]) {
      it(`can be read on ${ground}, and keeps its colours apart`, async () => {
        const { theme } = await read(`color: ${color}; background: ${ground}`);
        for (const token of ['muted', 'accent', 'positive', 'negative'] as const) {
          expect(contrastOf(theme[token], theme.paper), token).to.be.at.least(4.45); // 4.5 in whole bytes
        }
        expect(contrastOf(theme.parameterInk, theme.parameterFill)).to.be.at.least(4.5);
        const [positive, negative] = [theme.positive, theme.negative].map((each) => channels(each).slice(0, 3));
        expect(difference(positive, negative)).to.be.above(60);
      });
    }

    for (const [ground, ink] of [
      ['#4285f4', '#fff'], ['#3498db', '#fff'], ['#28a745', '#fff'], ['#8e8e8e', '#fff'], ['#777', '#000'],
    ]) {
      it(`goes by the ink on a ground in between: ${ink} on ${ground}`, async () => {
        const { theme } = await read(`color: ${ink}; background: ${ground}`);
        expect(theme.dark).to.equal(ink === '#fff');
        for (const token of ['muted', 'positive', 'negative'] as const) {
          expect(contrastOf(theme[token], theme.paper), token).to.be.at.least(1.9);
        }
      });
    }

    it('goes by a paper that is given, before what the page paints', async () => {
      const { theme } = await read('color: #8a8a8a; background: #fff; --nn-paper: #000');
      expect(theme.dark).to.equal(true);
      expectNear(theme.paper, [0, 0, 0, 1]);
    });

    it('has the page\'s text colour and font', async () => {
      const { theme } = await read('color: rgb(12, 34, 56); font-family: "Nobody Has This", serif');
      expectNear(theme.ink, [12, 34, 56, 1]);
      expect(theme.fontFamily).to.match(/^"?Nobody Has This"?, serif$/);
      expect(theme.forced).to.equal(false);
    });

    for (const [name, colour] of [['light', '#1a1c20'], ['dark', '#e8e8ea']]) {
      it(`of ${name} pages can be read, and black text on parameters`, async () => {
        const { theme } = await read(`color: ${colour}`);
        for (const token of ['ink', 'muted', 'accent', 'positive', 'negative'] as const) {
          expect(contrastOf(theme[token], theme.paper), token).to.be.at.least(4.5);
        }
        expect(contrastOf(theme.parameter, 'rgba(0, 0, 0, 1)')).to.be.at.least(7);
      });

      it(`of ${name} pages separates signs, parameters and the target, to the colour-blind too`, async () => {
        const { theme } = await read(`color: ${colour}`);
        for (const blindness of [undefined, ...blindnesses]) {
          for (const [a, b, least] of [
            ['positive', 'negative', 60], ['accent', 'ink', 20],
            ['parameter', 'positive', 20], ['parameter', 'negative', 20],
          ] as const) {
            const [first, second] = [a, b].map((token) => channels(theme[token]).slice(0, 3));
            expect(difference(first, second, blindness), `${a}, ${b}, ${blindness}`).to.be.above(least);
          }
        }
      });

      it(`of ${name} pages has boxes whose numbers and edges can be seen`, async () => {
        for (const parameter of ['', '--nn-parameter: #0a5', '--nn-parameter: white']) {
          const { theme } = await read(`color: ${colour}; ${parameter}`);
          const { parameterInk: ink, parameterFill: fill, parameterEdge: edge, paper } = theme;
          expect(contrastOf(ink, fill), `${parameter}: number`).to.be.at.least(4.5);
          expect(contrastOf(edge, fill), `${parameter}: edge on the fill`).to.be.at.least(2.95); // 3 in whole bytes
          expect(contrastOf(edge, paper), `${parameter}: edge on paper`).to.be.at.least(2.95);
        }
      });

      it(`of ${name} pages has derived colours that a canvas takes, thin on whatever lies behind`, async () => {
        const { theme } = await read(`color: ${colour}`);
        const context = document.createElement('canvas').getContext('2d')!;
        for (const derived of [theme.hair, theme.wash, theme.targetWash]) {
          context.fillStyle = '#010203';
          context.fillStyle = derived;
          expect(context.fillStyle, derived).not.to.equal('#010203');
        }
        for (const [derived, least, most] of [[theme.hair, 0.1, 0.25], [theme.wash, 0.03, 0.08]] as const) {
          expect(channels(derived).slice(0, 3)).to.deep.equal(channels(theme.ink).slice(0, 3));
          expect(channels(derived)[3]).to.be.within(least, most);
        }
        expect(channels(theme.targetWash).slice(0, 3)).to.deep.equal(channels(theme.accent).slice(0, 3));
        expect(channels(theme.targetWash)[3]).to.be.within(0.05, 0.3);
      });
    }
  });

  describe('a token', () => {
    for (const [text, wanted] of [
      ['rebeccapurple', [102, 51, 153, 1]],
      ['#abc', [170, 187, 204, 1]],
      ['rgb(10 20 30 / 50%)', [10, 20, 30, 0.5]],
      ['hsl(120 100% 25%)', [0, 128, 0, 1]],
      ['hwb(240 0% 0%)', [0, 0, 255, 1]],
      ['oklch(0.628 0.2577 29.23)', [255, 0, 0, 1]],
      ['lab(50% 0 0)', [119, 119, 119, 1]],
      ['color(srgb 1 0.5 0)', [255, 128, 0, 1]],
      ['color-mix(in srgb, red, blue)', [128, 0, 128, 1]],
      ['currentcolor', [1, 2, 3, 1]],
      ['transparent', [0, 0, 0, 0]],
    ] as const) {
      it(`may be ${text}`, async () => {
        for (const token of tokens) {
          const { theme, bad } = await read(`color: rgb(1, 2, 3); --nn-${token}: ${text}`);
          expect(bad, token).to.deep.equal([]);
          expectNear(theme[token], wanted, 2);
        }
      });
    }

    it('may come through a chain of var(), with fallbacks', async () => {
      const chain = '--nn-accent: var(--brand, red); --brand: var(--none, var(--deep)); --deep: teal';
      expectNear((await read(chain)).theme.accent, [0, 128, 128, 1]);
    });

    it('may be light-dark(), which follows the color-scheme', async function () {
      if (!CSS.supports('color', 'light-dark(red, blue)')) this.skip();
      const pair = '--nn-accent: light-dark(rgb(10, 20, 30), rgb(200, 210, 220))';
      expectNear((await read(`color-scheme: light; ${pair}`)).theme.accent, [10, 20, 30, 1]);
      expectNear((await read(`color-scheme: dark; ${pair}`)).theme.accent, [200, 210, 220, 1]);
    });

    it('counts on the element itself before its ancestors', async () => {
      expectNear((await read('--nn-muted: red', '--nn-muted: lime')).theme.muted, [0, 255, 0, 1]);
    });

    it('leaves the others at their defaults', async () => {
      const [plain, given] = [await read('color: #111'), await read('color: #111; --nn-positive: red')];
      expect({ ...given.theme, positive: '' }).to.deep.equal({ ...plain.theme, positive: '' });
    });

    it('of accent and paper reaches the colours derived from them', async () => {
      const { theme } = await read('color: #000; --nn-accent: rgb(200, 0, 0); --nn-paper: rgb(100, 100, 100)');
      expectNear(theme.targetWash, [200, 0, 0, channels(theme.targetWash)[3]]);
      expect(channels(theme.hair)[0]).to.be.below(100);
    });

    for (const text of ['banana', '12px', '#12', 'rgb(1, 2)', 'light-dark(red)', 'url(x.png)']) {
      it(`that is "${text}" is told, and its default used`, async () => {
        const plain = await read('color: #102030');
        for (const token of tokens) {
          const { theme, bad } = await read(`color: #102030; --nn-${token}: ${text}`);
          expect(bad).to.have.length(1);
          expect(bad[0][0]).to.equal(`--nn-${token}`);
          expect(bad[0][1]).to.contain(text.slice(0, 3));
          expect(theme).to.deep.equal(plain.theme);
        }
      });
    }

    it('that is empty, or a var() of nothing, is as if not given', async () => {
      const plain = await read('color: #102030');
      for (const text of [' ', 'var(--nowhere)', 'initial', 'inherit']) {
        for (const token of tokens) {
          const { theme, bad } = await read(`color: #102030; --nn-${token}: ${text}`);
          expect(bad).to.deep.equal([]);
          expect(theme, `${token}: ${text}`).to.deep.equal(plain.theme);
        }
      }
    });
  });

  /** Reads a theme where one media query holds. */
  async function readWhere(holding: string, declarations: string): Promise<Theme> {
    const native = window.matchMedia;
    const restore = stub(window, 'matchMedia', (query) => (
      query === holding ? { matches: true } as MediaQueryList : native.call(window, query)));
    const { theme } = await read(declarations);
    restore();
    return theme;
  }

  it('takes all colours from the system where it imposes them', async () => {
    // The style sheet's own rule is not in force here; what it would set comes from the page instead.
    const given = tokens.map((token, k) => `--nn-${token}: rgb(${k}, ${k}, ${k})`).join('; ');
    const theme = await readWhere('(forced-colors: active)', given);
    expect(theme.forced).to.equal(true);
    tokens.forEach((token, k) => expectNear(theme[token], [k, k, k, 1]));
  });

  it('knows when it is printed, on white unless colours are exact', async () => {
    const exact = 'print-color-adjust: exact; -webkit-print-color-adjust: exact';
    for (const [declarations, dark] of [['color: #fff', false], [`color: #fff; ${exact}`, true]] as const) {
      const theme = await readWhere('print', declarations);
      expect([theme.printed, theme.dark]).to.deep.equal([true, dark]);
    }
    expect((await read('color: #fff')).theme.printed).to.equal(false);
  });
});
