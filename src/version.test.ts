import { expect } from '@open-wc/testing';
import { version } from './version.js';

describe('version', () => {
  it('is the package’s, or two copies on a page would name the wrong ones', async () => {
    const response = await fetch(new URL('../package.json', import.meta.url));
    const { version: published } = (await response.json()) as { version: string };
    expect(version).to.equal(published);
  });
});
