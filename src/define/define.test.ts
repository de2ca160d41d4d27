import { expect } from '@open-wc/testing';
import { version } from '../version.js';
import { catchWarnings } from '../testing/warnings.js';
import { define } from './define.js';

let count = 0;
const freshTag = (): string => `test-define-${++count}`;

/** A class as a copy of the package of that version would bring. */
function copyOf(itsVersion?: unknown): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly library = 'nn-elements';
    static readonly version = itsVersion;
  };
}

describe('define', () => {
  let messages: string[];
  let restore: () => void;

  beforeEach(() => {
    ({ messages, restore } = catchWarnings());
  });

  afterEach(() => restore());

  it('makes a tag an element, silently', () => {
    const tag = freshTag();
    const own = copyOf(version);
    define(tag, own);
    expect(customElements.get(tag)).to.equal(own);
    expect(document.createElement(tag)).to.be.instanceOf(own);
    expect(messages).to.deep.equal([]);
  });

  it('leaves a tag to the first copy on the page, silently if it is of the same version', () => {
    const tag = freshTag();
    const first = copyOf(version);
    define(tag, first);
    define(tag, copyOf(version));
    expect(customElements.get(tag)).to.equal(first);
    expect(messages).to.deep.equal([]);
  });

  it('names both versions where another one is on the page, and leaves that in use', () => {
    const tag = freshTag();
    const first = copyOf('0.0.1-old');
    customElements.define(tag, first);
    define(tag, copyOf(version));
    expect(customElements.get(tag)).to.equal(first);
    expect(messages).to.have.length(1);
    expect(messages[0]).to.contain('0.0.1-old').and.contain(version);
  });

  it('says so once, whatever the number of tags and of attempts', () => {
    const tags = [freshTag(), freshTag(), freshTag()];
    for (const tag of tags) customElements.define(tag, copyOf('0.0.1-old'));
    for (const tag of [...tags, ...tags]) define(tag, copyOf(version));
    expect(messages).to.have.length(1);
  });

  it('leaves a tag alone that somebody else’s element has, and names it, whatever its version', () => {
    const foreign = class extends HTMLElement {
      static readonly version = version;
    };
    const other = class extends foreign {
      static readonly library = 'another';
    };
    for (const theirs of [class extends HTMLElement {}, foreign, other]) {
      const tag = freshTag();
      customElements.define(tag, theirs);
      define(tag, copyOf(version));
      expect(customElements.get(tag)).to.equal(theirs);
      expect(messages.splice(0)).to.have.length(1).and.satisfy(([message]: string[]) =>
        message.includes(`<${tag}>`) && !message.includes('version'));
    }
  });
});
