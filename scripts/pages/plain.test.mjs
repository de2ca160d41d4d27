import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { available, launch, serve } from './drive.mjs';
import { html, tags } from './suite.mjs';

const body = `<p>Before.</p>
<nn-circle-trainer id="demo" seed="109"><img src="data:," alt="A circle, learned."></nn-circle-trainer>
<p>After.</p>`;

/** All five as they are, and one that is linked before what it is linked to. */
const bodyOfAll = `<nn-param-view for="late"></nn-param-view>
${tags.map((tag) => `<${tag}></${tag}>`).join('\n')}
<nn-circle-trainer id="late" seed="109"></nn-circle-trainer>
<p>After.</p>`;

/** Each in a wide place and in narrow ones, with its toolbar. */
const withBars = [
  ...tags.map((tag) => `<${tag} controls></${tag}>`),
  ...['structure', 'step'].map((show) => `<nn-param-view controls show="${show}"></nn-param-view>`),
  ...['score', 'chart', 'score chart creases controls']
    .map((shown) => `<nn-circle-trainer ${shown}></nn-circle-trainer>`),
].join('\n<p>Between.</p>\n');
const bodyOfBars = [480, 320, 260].map((width) => `<div style="inline-size: ${width}px">${withBars}</div>`).join('\n');

/** In a reader's larger font, where engines lay out the same. */
const bodyOfLarge = [
  '<nn-circle-trainer chart></nn-circle-trainer>', '<nn-param-view></nn-param-view>',
  '<nn-param-view show="structure"></nn-param-view>', '<nn-circle-trainer></nn-circle-trainer>',
].join('\n<p>Between.</p>\n');
const largeFont = '<style>html { font-size: 32px }</style>';

const moduleScript = '<script type="module" src="nn-elements.min.js"></script>';
const classicScript = '<script defer src="nn-elements.iife.js"></script>';
const styleSheet = '<link rel="stylesheet" href="nn-elements.css">';

/** What a person saves beside the script. */
const pages = {
  'module.html': html(moduleScript, body),
  'classic.html': html(classicScript, body),
  'all.html': html(moduleScript, bodyOfAll),
  'all-classic.html': html(classicScript, bodyOfAll),
  'all-styled.html': html(styleSheet + moduleScript, bodyOfAll),
  'all-unscripted.html': html(styleSheet, bodyOfAll),
  'bars-styled.html': html(styleSheet + moduleScript, bodyOfBars),
  'bars-unscripted.html': html(styleSheet, bodyOfBars),
  'large-styled.html': html(styleSheet + moduleScript + largeFont, bodyOfLarge),
  'large-unscripted.html': html(styleSheet + largeFont, bodyOfLarge),
  'german.html': html(`${moduleScript}<script defer src="strings/de.js"></script>`, `<div lang="de-CH">${body}</div>`),
  'german-first.html': html(`<script type="module" src="strings/de.js"></script>${classicScript}`,
    `<div lang="de-CH">${body}</div>`),
  'twice.html': html(moduleScript + classicScript, body),
};

const files = ['nn-elements.min.js', 'nn-elements.iife.js', 'nn-elements.css', 'strings/de.js'];

/** Runs in the page: waits until the tag has drawn after so many steps, and says what can be seen of it. */
async function look(steps = 3000) {
  const tag = document.querySelector('nn-circle-trainer');
  while (!(tag.trainer?.steps > steps)) await new Promise(requestAnimationFrame);
  const canvas = tag.shadowRoot.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const share = (wanted) => {
    let count = 0;
    for (let i = 0; i < data.length; i += 4) count += +wanted(...data.subarray(i, i + 4));
    return count / (data.length / 4);
  };
  const { width, height } = tag.getBoundingClientRect();
  return {
    inked: share((r, g, b, a) => r < 60 && g < 60 && b < 60 && a > 200), // circles; frame and outline are lighter
    width,
    height,
    density: canvas.width / canvas.clientWidth,
    fallbackHeight: tag.querySelector('img').getBoundingClientRect().height,
  };
}

/** Runs in the page: shows each tag to the browser and says which of them, by place and name, have drawn nothing. */
async function lookAtAll() {
  const empty = [];
  // Read from a copy: a browser remarks on a canvas that is read again and again.
  const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const all = [...document.querySelectorAll('body *')].filter(({ localName }) => localName.startsWith('nn-'));
  for (const tag of all) {
    tag.scrollIntoView({ block: 'center' });
    const drawn = () => {
      const canvas = tag.shadowRoot?.querySelector('canvas');
      if (!canvas?.width) return false;
      Object.assign(copy.canvas, { width: canvas.width, height: canvas.height });
      copy.drawImage(canvas, 0, 0);
      return copy.getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
    };
    for (let frames = 0; frames < 600 && !drawn(); frames++) await new Promise(requestAnimationFrame);
    if (!drawn()) empty.push(`${all.indexOf(tag)} ${tag.localName}`);
  }
  scrollTo(0, 0);
  return { count: all.length, empty };
}

describe('a single file', () => {
  it('says whose it is first, and last under which licence Lit is in it', async () => {
    const { name, version, license } = JSON.parse(await readFile('package.json', 'utf8'));
    const notices = await readFile('THIRD-PARTY-NOTICES.txt', 'utf8');
    for (const file of ['nn-elements.min.js', 'nn-elements.iife.js', 'strings/de.js']) {
      const text = await readFile(`dist/${file}`, 'utf8');
      assert.ok(text.startsWith(`/*! ${name} ${version} | ${license} license | Copyright (c) `), file);
      const last = text.slice(text.lastIndexOf('/*!')).replace(/^ \* ?/gm, '');
      assert.equal(last.includes(notices.trim()), !file.startsWith('strings'), file);
    }
    assert.match(notices, /Copyright \(c\) .* Google/);
    assert.match(notices, /Redistributions in binary form must reproduce/);
  });
});

for (const engine of available) {
  describe(`a plain page in ${engine}`, () => {
    let folder, server, browser;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'my-post-'));
      await mkdir(join(folder, 'strings'));
      for (const file of files) await copyFile(join('dist', file), join(folder, file));
      for (const [name, html] of Object.entries(pages)) await writeFile(join(folder, name), html);
      server = await serve(folder);
      browser = await launch(engine, { width: 700, height: 800, density: 2 });
    });

    after(async () => {
      await browser?.close();
      await server?.close();
      await rm(folder, { recursive: true });
    });

    /** Checks that a page said nothing and asked for nothing but its script. */
    async function expectQuiet(name, script) {
      assert.deepEqual(await browser.console(), []);
      const asked = (await browser.requests()).filter((url) => !url.startsWith('data:'));
      assert.deepEqual(asked.sort(), [`${server.url}/${name}`, `${server.url}/${script}`].sort());
    }

    for (const [name, script] of [['module.html', 'nn-elements.min.js'], ['classic.html', 'nn-elements.iife.js']]) {
      it(`learns before the reader's eyes from ${script}, asks for nothing else and says nothing`, async () => {
        await browser.open(`${server.url}/${name}`);
        const seen = await browser.evaluate(look);
        assert.ok(seen.inked > 0.02, `only ${seen.inked} of the picture is inked`);
        const { width, height, density, fallbackHeight } = seen;
        assert.deepEqual([width, height, density, fallbackHeight], [480, 480, 2, 0]);
        await expectQuiet(name, script);
      });
    }

    for (const [name, script] of [['all.html', 'nn-elements.min.js'], ['all-classic.html', 'nn-elements.iife.js']]) {
      it(`shows all five tags from ${script}, asks for nothing else and says nothing`, async () => {
        await browser.open(`${server.url}/${name}`);
        assert.deepEqual(await browser.evaluate(lookAtAll), { count: 7, empty: [] });
        await expectQuiet(name, script);
      });
    }

    for (const [name, what] of [['all', ''], ['bars', ', toolbars and all'], ['large', ', in a large font']]) {
      it(`moves nothing when all five come alive, with the style sheet${what}`, async () => {
        const tops = () => [...document.querySelectorAll('body *')]
          .map((each) => [each.localName, Math.round(each.getBoundingClientRect().top)]);
        await browser.open(`${server.url}/${name}-unscripted.html`);
        const reserved = await browser.evaluate(tops);
        await browser.open(`${server.url}/${name}-styled.html`);
        await browser.evaluate(lookAtAll);
        assert.deepEqual(await browser.evaluate(tops), reserved);
      });
    }

    for (const name of ['german.html', 'german-first.html']) {
      it(`speaks another language by its file alone, in ${name}`, async () => {
        await browser.open(`${server.url}/${name}`);
        await browser.evaluate(look, 0);
        const label = await browser.evaluate(() => {
          const { shadowRoot } = document.querySelector('nn-circle-trainer');
          return shadowRoot.querySelector('.play').getAttribute('aria-label');
        });
        assert.equal(label, 'anhalten');
        assert.deepEqual(await browser.console(), []);
      });
    }

    it('is one element when both scripts are there, without a word', async () => {
      await browser.open(`${server.url}/twice.html`);
      await browser.evaluate(look, 0);
      assert.deepEqual(await browser.console(), []);
    });

    it('pauses by its button and begins anew at a click', async () => {
      await browser.open(`${server.url}/module.html`);
      await browser.evaluate(look, 0);
      const box = await browser.evaluate(() => {
        const { x, y, width } = document.querySelector('nn-circle-trainer').getBoundingClientRect();
        return { x, y, width };
      });
      await browser.click(box.x + box.width - 22, box.y + 22);
      const paused = () => document.querySelector('nn-circle-trainer').paused;
      assert.equal(await browser.evaluate(paused), true);
      await browser.click(box.x + 100, box.y + 200);
      assert.deepEqual(await browser.evaluate(() => {
        const { seed, trainer, paused: still } = document.querySelector('nn-circle-trainer');
        return [seed, trainer.steps, still];
      }), ['109-1', 0, true]);
    });

    it('is driven by keyboard alone, with the focus in sight', async () => {
      await browser.open(`${server.url}/module.html`);
      await browser.evaluate(look, 0);
      const focused = () => {
        const active = document.querySelector('nn-circle-trainer').shadowRoot.activeElement;
        const style = active && getComputedStyle(active);
        return active && [active.className, style.opacity, style.outlineStyle];
      };
      await browser.press('Tab');
      assert.deepEqual(await browser.evaluate(focused), ['start', '1', 'solid']);
      await browser.press('Enter');
      assert.equal(await browser.evaluate(() => document.querySelector('nn-circle-trainer').seed), '109-1');
      await browser.press('Tab');
      assert.deepEqual(await browser.evaluate(focused), ['play', '1', 'solid']);
      await browser.press('Space');
      assert.equal(await browser.evaluate(() => document.querySelector('nn-circle-trainer').paused), true);
      await browser.press('Enter');
      assert.equal(await browser.evaluate(() => document.querySelector('nn-circle-trainer').paused), false);
    });

    it('runs where the page forbids everything but its own scripts', async () => {
      // The recorder is an inline script, so a page that forbids those is watched by its events alone.
      const strict = await serve(folder, {
        headers: {
          'content-security-policy': "default-src 'none'; script-src 'self'; img-src data:; "
            + "require-trusted-types-for 'script'; trusted-types lit-html",
        },
      });
      try {
        await browser.open(`${strict.url}/module.html`);
        const seen = await browser.evaluate(look);
        assert.ok(seen.inked > 0.02);
        assert.equal(seen.width, 480);
        if (engine !== 'webkit') assert.deepEqual(await browser.console(), []);
        await browser.open(`${strict.url}/all.html`);
        assert.deepEqual(await browser.evaluate(lookAtAll), { count: 7, empty: [] });
        if (engine !== 'webkit') assert.deepEqual(await browser.console(), []);
      } finally {
        await strict.close();
      }
    });

    // A WebDriver session of WebKit opens no files.
    if (engine !== 'webkit') {
      it('learns from a file on disk with the classic script', async () => {
        await browser.open(pathToFileURL(join(folder, 'classic.html')).href);
        const seen = await browser.evaluate(look);
        assert.ok(seen.inked > 0.02);
        assert.deepEqual(await browser.console(), []);
        await browser.open(pathToFileURL(join(folder, 'all-classic.html')).href);
        assert.deepEqual(await browser.evaluate(lookAtAll), { count: 7, empty: [] });
        assert.deepEqual(await browser.console(), []);
      });
    }
  });
}
