import { expect } from '@open-wc/testing';
import { catchWarnings } from './warnings.js';

/** Declares the test of a tag's entry; `load` imports it, which must not have been done before. */
export function testEntry(tag: string, unregistered: CustomElementConstructor, load: () => Promise<Record<string, unknown>>): void {
  it('registers the tag, which the class alone does not, and gives the class', async () => {
    expect(customElements.get(tag)).to.equal(undefined);
    const { messages, restore } = catchWarnings();
    const entry = await load();
    restore();
    expect(Object.values(entry)).to.deep.equal([unregistered]);
    expect(customElements.get(tag)).to.equal(unregistered);
    expect(messages).to.deep.equal([]);
  });
}
