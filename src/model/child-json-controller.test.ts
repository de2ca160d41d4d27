import { expect, fixture, html } from '@open-wc/testing';
import { defineHost, Host, until } from '../testing/host.js';
import { ChildJsonController } from './child-json-controller.js';

class TestParent extends Host {
  readonly found: (string | undefined)[] = [];
  readonly json = new ChildJsonController(this, (json) => this.found.push(json));
}
defineHost(TestParent);

function script(text: string, type = 'application/json'): HTMLScriptElement {
  const element = document.createElement('script');
  element.type = type;
  element.textContent = text;
  return element;
}

describe('ChildJsonController', () => {
  let page: HTMLElement;
  let parent: TestParent;

  beforeEach(async () => {
    page = await fixture(html`<div></div>`);
    parent = new TestParent();
  });

  /** Waits until it was told so often. */
  const told = (times: number): Promise<void> => until(() => parent.found.length >= times);
  /** Until observers would have told of a change. */
  const observed = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  it('reads a child that is there at the connection, at once', () => {
    parent.append(script(' {"a": 1}\n'));
    expect(parent.found).to.deep.equal([]);
    page.append(parent);
    expect(parent.found).to.deep.equal(['{"a": 1}']);
  });

  it('reads a child that comes later, as from a parser or a framework', async () => {
    page.append(parent);
    expect(parent.found).to.deep.equal([]);
    parent.append(script('1'));
    await told(1);
    expect(parent.found).to.deep.equal(['1']);
  });

  it('reads the text that comes only after its element', async () => {
    const child = script('');
    parent.append(child);
    page.append(parent);
    child.append('[1, ');
    child.append('2]');
    await told(1);
    expect(parent.found).to.deep.equal(['[1, 2]']);
  });

  it('follows the text, be it set or edited', async () => {
    const child = script('1');
    parent.append(child);
    page.append(parent);
    child.textContent = '2';
    await told(2);
    (child.firstChild as Text).data = '3';
    await told(3);
    expect(parent.found).to.deep.equal(['1', '2', '3']);
  });

  it('tells undefined once when the child is removed or emptied', async () => {
    const child = script('1');
    parent.append(child);
    page.append(parent);
    child.remove();
    await told(2);
    parent.append(script('  '));
    await observed();
    expect(parent.found).to.deep.equal(['1', undefined]);
  });

  it('goes over to the next child when the first leaves', async () => {
    const first = script('1');
    parent.append(first, script('2'));
    page.append(parent);
    first.remove();
    await told(2);
    expect(parent.found).to.deep.equal(['1', '2']);
  });

  it('reads no script of another type and none further down', async () => {
    const inner = document.createElement('div');
    inner.append(script('1'));
    parent.append(inner, script('2', 'text/plain'), script('3', 'application/ld+json'));
    page.append(parent);
    parent.append('text');
    await observed();
    expect(parent.found).to.deep.equal([]);
  });

  it('tells only of changes', async () => {
    parent.append(script('1'));
    page.append(parent);
    page.prepend(parent);
    parent.append(document.createElement('p'));
    await observed();
    expect(parent.found).to.deep.equal(['1']);
  });

  it('follows nothing while it is off the page, and catches up when it is back', async () => {
    const child = script('1');
    parent.append(child);
    page.append(parent);
    parent.remove();
    child.textContent = '2';
    await observed();
    expect(parent.found).to.deep.equal(['1']);
    page.append(parent);
    expect(parent.found).to.deep.equal(['1', '2']);
  });
});
