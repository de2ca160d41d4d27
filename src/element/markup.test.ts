import { expect } from '@open-wc/testing';
import { markup } from './markup.js';

/** What a page makes of it. */
function parse(text: string): HTMLElement {
  const page = new DOMParser().parseFromString(text, 'text/html');
  return page.body.firstElementChild as HTMLElement;
}

describe('markup', () => {
  it('writes a tag with its attributes', () => {
    expect(markup('nn-x', [['paused', ''], ['seed', '7']])).to.equal('<nn-x paused seed="7"></nn-x>');
  });

  it('comes back as it was, whatever is in it', () => {
    const nasty = `"><script>alert(1)</script>&amp; '<!-- </script>`;
    const found = parse(markup('nn-x', [['label', nasty]], { note: nasty }));
    expect(found.getAttribute('label')).to.equal(nasty);
    expect(found.childElementCount).to.equal(1);
    expect(JSON.parse(found.querySelector('script')!.textContent!)).to.deep.equal({ note: nasty });
    expect(found.nextSibling).to.equal(null);
  });
});
