/** What the scripts do where a page's Content-Security-Policy has lists of Trusted Types. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { serve } from './drive.mjs';
import { describeInEach, html, moduleScript, tags } from './suite.mjs';

const body = tags.map((tag) => `<${tag}><p>Content of ${tag}.</p></${tag}>`).join('');
const anotherLit = '<script>window.trustedTypes?.createPolicy("lit-html", { createHTML: (text) => text })</script>';
const classicScript = '<script defer src="/dist/nn-elements.iife.js"></script>';

const pages = {
  '/once': html(moduleScript, body),
  '/twice': html(moduleScript + classicScript, body),
  '/beside': html(anotherLit + moduleScript, body),
};

const required = "require-trusted-types-for 'script'; ";
const cases = [
  ['a list without lit-html', '/once', `${required}trusted-types x`, false],
  ['a list that another script with Lit has used up', '/beside', `${required}trusted-types lit-html`, false],
  ['a second copy', '/twice', `${required}trusted-types lit-html`, true],
  ['another script with Lit and allow-duplicates', '/beside',
    `${required}trusted-types lit-html 'allow-duplicates'`, true],
  ['a list that no markup needs', '/once', 'trusted-types x', true],
];

/** Runs in the page: waits for the scripts, and says which tags are elements and which contents can be seen. */
async function look(tags) {
  while (document.readyState !== 'complete') await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    supported: 'trustedTypes' in window,
    elements: tags.filter((tag) => customElements.get(tag)).length,
    contents: tags.filter((tag) => document.querySelector(`${tag} p`).checkVisibility()).length,
  };
}

describeInEach('Trusted Types', {}, (page) => {
  for (const [what, path, policy, works] of cases) {
    it(`${works ? 'leave the tags at work' : 'show the content and are named in one line'} under ${what}`, async () => {
      const server = await serve('.', { pages, headers: { 'content-security-policy': policy } });
      try {
        await page.browser.open(server.url + path);
        const { supported, elements, contents } = await page.browser.evaluate(look, tags);
        const shown = works || !supported;
        assert.deepEqual({ elements, contents }, shown ? { elements: 5, contents: 0 } : { elements: 0, contents: 5 });
        const said = await page.browser.console();
        const ours = said.filter(({ text }) => text.startsWith('nn-elements: ')).map(({ text }) => text);
        assert.equal(ours.length, shown ? 0 : 1, JSON.stringify(said));
        if (!shown) assert.match(ours[0], /trusted-types lit-html 'allow-duplicates'/);
        // Firefox calls its own lines about the policy errors of the page.
        const isOwn = ({ text }) => text.startsWith('Content-Security-Policy:');
        assert.deepEqual(said.filter((each) => each.type === 'exception' && !isOwn(each)), []);
      } finally {
        await server.close();
      }
    });
  }
});
