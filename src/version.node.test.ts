import { expect } from 'chai';
import published from '../package.json' with { type: 'json' };
import { version } from './version.js';

describe('version', () => {
  it('is the package’s, or two copies on a page would name the wrong ones', () => {
    expect(version).to.equal(published.version);
  });
});
