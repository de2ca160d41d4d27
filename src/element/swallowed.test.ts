import { expect } from '@open-wc/testing';
import { frames, until } from '../testing/host.js';
import { holdWarnings } from '../testing/warnings.js';
import '../index.js';

const tags = ['nn-activation', 'nn-circle-trainer', 'nn-deform', 'nn-neuron', 'nn-param-view'];
const fallbacks = [
  'text', '<img alt="a">', '<picture><source><img alt="a"></picture>', '<p>text <a href="#">a</a></p><p>b</p>',
  '<script type="text/plain"></script>', '<link>', '<noscript>text</noscript>', '<em>text</em>, <code>a</code>',
  '<!-- comment -->', '<svg><g></g></svg>', '<figure><img alt="a"><figcaption>b</figcaption></figure><script></script>',
  '<table><tr><td>0.7</td></tr></table>', '<div class="fallback"><p>text</p><img alt="a"></div>', '<ul><li>a</li></ul>',
  '<video></video>',
];

/** Puts HTML on the page. */
function put(text: string): HTMLElement {
  const page = document.createElement('div');
  page.append(document.createRange().createContextualFragment(text));
  document.body.append(page);
  return page;
}

describe('a tag whose end tag is missing', () => {
  const warnings = holdWarnings();
  let page: HTMLElement;
  afterEach(() => page.remove());

  for (const tag of tags) {
    it(`is told of once, with what it swallowed: <${tag} />`, async () => {
      page = put(`<${tag} seed="1" paused /><p>All that follows</p><h2 id="next">is gone</h2>
        <nn-neuron id="n"></nn-neuron>`);
      const codes: string[] = [];
      page.addEventListener('nn-error', (event) => codes.push((event as CustomEvent<{ code: string }>).detail.code));
      await until(() => codes.includes('content'), 'it was never told');
      const found = warnings.splice(0).filter((text) => text.includes('holds'));
      expect(found).to.have.length(1);
      expect(found[0]).to.contain(`<${tag}> holds <p>, <h2 id="next">, <nn-neuron id="n">`).and.to.contain(`</${tag}>`);
      page.querySelector(tag)!.append(document.createElement('h3'));
      await frames(4);
      expect(warnings).to.deep.equal([]);
    });

    it(`is not one that holds a fallback: <${tag}>`, async () => {
      page = put(fallbacks.map((fallback) => `<${tag} seed="1" paused>${fallback}</${tag}>`).join(''));
      for (const element of page.querySelectorAll<HTMLElement & { updateComplete: Promise<unknown> }>(tag)) {
        await element.updateComplete;
      }
      await frames(4);
      expect(warnings).to.deep.equal([]);
    });
  }

  it('is told of where a box that it holds is more than a fallback', async () => {
    for (const rest of ['<div><h2>Next</h2><p>text</p></div>', '<figure></figure><div></div>', '<section></section>']) {
      page = put(`<nn-neuron>${rest}</nn-neuron>`);
      await until(() => warnings.length > 0, `it was never told of ${rest}`);
      expect(warnings.splice(0)).to.have.length(1);
      page.remove();
    }
  });

  it('is told of where it swallowed a tag within a paragraph, and how much else', async () => {
    page = put('<nn-neuron><p><nn-neuron></nn-neuron></p><ul></ul><ol></ol><div></div></nn-neuron>');
    await until(() => warnings.length > 0, 'it was never told');
    expect(warnings.splice(0).join()).to.contain('<p>, <nn-neuron>, <ul> and 2 more');
  });
});
