/** What the tags do on pages where globals are missing or patched, by old libraries, fakes and filters. */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { it } from 'node:test';
import { describeInEach, html, moduleScript, tags } from './suite.mjs';

const body = tags.map((tag) => `<${tag} controls><p>Content of ${tag}.</p></${tag}>`).join('');
const missing = (name, object = 'window') => [`no ${name}`,
  `Object.defineProperty(${object}, '${name}', { value: undefined, configurable: true, writable: true });`];

/** What happens to a page before the module, by name. */
const before = Object.fromEntries([
  ...['IntersectionObserver', 'ResizeObserver', 'MutationObserver', 'matchMedia', 'Intl', 'requestIdleCallback']
    .map((name) => missing(name)),
  missing('PluralRules', 'Intl'),
  missing('attachInternals', 'HTMLElement.prototype'),
  ['Prototype.js', `Array.from = function (iterable) {
    if (!iterable) return [];
    var length = iterable.length || 0, results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  };`],
  ['more in Array.prototype', 'Array.prototype.each = Array.prototype.last = function () {};'],
  ['Object.prototype.get', 'Object.prototype.get = function () {};'],
  ['Array.prototype.toJSON', 'Array.prototype.toJSON = function () { return "[old]"; };'],
]);

/** What happens to a page after the module. */
const later = {
  'fakes of time and chance': `Math.random = () => 0.5;
    Math.exp = () => NaN;
    performance.now = Date.now = () => 0;
    window.requestAnimationFrame = window.setTimeout = () => 1;`,
  'Object.prototype.get, late': before['Object.prototype.get'],
};

/** WebKit's driver needs what these replace. */
const undriven = ['Object.prototype.get', 'Object.prototype.get, late', 'Array.prototype.toJSON'];

/** Cases that may show the content, with what the one warning names. */
const reduced = {
  'no IntersectionObserver': 'IntersectionObserver',
  'no ResizeObserver': 'ResizeObserver',
  'no MutationObserver': 'MutationObserver',
  'no matchMedia': 'matchMedia',
  'no attachInternals': 'attachInternals',
  'Prototype.js': 'Array.from',
};

const cases = [
  ...Object.entries(before).map(([what, code]) => [what, `<script>${code}</script>${moduleScript}`]),
  ...Object.entries(later).map(([what, code]) => [what, `${moduleScript}<script type="module">${code}</script>`]),
];
const pages = Object.fromEntries(cases.map(([, head], k) => [`/${k}`, html(head, body)]));

/** Runs in the page: says of each tag whether it is drawn or shows its content, and goes to one that is blank. */
function look(tags) {
  const isDrawn = (canvas) => {
    if (!canvas?.width || !canvas.height) return false;
    const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
    const ctx = copy.getContext('2d', { willReadFrequently: true }); // else a browser remarks on it
    ctx.drawImage(canvas, 0, 0);
    return ctx.getImageData(0, 0, copy.width, copy.height).data.some((value) => value !== 0);
  };
  return tags.map((tag) => {
    const element = document.querySelector(tag);
    const content = element.firstElementChild.checkVisibility();
    const drawn = isDrawn(element.shadowRoot?.querySelector('canvas'));
    if (!drawn && !content) element.scrollIntoView();
    return drawn && !content ? 'drawn' : content && !drawn ? 'content' : `${tag} ${drawn ? 'both' : 'blank'}`;
  }).join();
}

describeInEach('hostile pages', { pages, size: { width: 800, height: 2400 } }, (page) => {
  cases.forEach(([what], k) => {
    if (page.engine === 'webkit' && undriven.includes(what)) return;
    const named = reduced[what];
    it(`${named ? 'show the content, and say why once' : 'are drawn on'}: ${what}`, async () => {
      await page.browser.open(`${page.server.url}/${k}`);
      const wanted = tags.map(() => (named ? 'content' : 'drawn')).join();
      let seen;
      for (let tries = 0; tries < 20 && seen !== wanted; tries++) {
        await wait(50);
        seen = await page.browser.evaluate(look, tags);
      }
      const said = (await page.browser.console()).filter(({ type }) => ['exception', 'error', 'warn'].includes(type));
      const texts = said.map(({ text }) => text);
      assert.deepEqual({ seen, count: texts.length }, { seen: wanted, count: named ? 1 : 0 }, texts.join('\n'));
      if (named) assert.ok(texts[0].includes(named), texts[0]);
    });
  });
});
