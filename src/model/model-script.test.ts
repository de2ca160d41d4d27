import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { ChildModel } from './model-script.js';
import { NnElement } from '../element/nn-element.js';

class Parent extends NnElement {
  readonly told: [json: string | undefined, expected: string | undefined][] = [];
  readonly child = new ChildModel(this, (json, expected) => this.told.push([json, expected]));
}
customElements.define('test-parent', Parent);

function script(json: string, type = 'application/json'): HTMLScriptElement {
  const element = document.createElement('script');
  element.type = type;
  element.textContent = json;
  return element;
}

/** An element on the page with these children. */
async function mount(...children: Node[]): Promise<Parent> {
  const parent = new Parent();
  parent.append(...children);
  await fixture(html`<div>${parent}</div>`);
  return parent;
}

const json = '{"layers": [2, 1, 1], "parameters": [1, 2, 3, 4, 5]}';
const model = { layers: [2, 1, 1], parameters: [1, 2, 3, 4, 5] };

describe('ChildModel', () => {
  it('holds what the child script says', async () => {
    const { child, told } = await mount(script(json));
    expect(child.value).to.deep.equal(model);
    expect(child.unusable).to.equal(false);
    expect(told).to.deep.equal([[json, undefined]]);
  });

  it('is empty and silent without such a child', async () => {
    for (const children of [[], [document.createElement('p')], [script(json, 'text/plain')], [script('  \n ')]]) {
      const { child, told } = await mount(...children);
      expect(child.value).to.deep.equal({});
      expect(child.unusable).to.equal(false);
      expect(told).to.deep.equal([]);
    }
  });

  it('finds the script among text and other children, not within them', async () => {
    const inner = document.createElement('p');
    inner.append(script('{"layers": [2, 9, 1]}'));
    const { child } = await mount(document.createTextNode('A circle.'), inner, script(json));
    expect(child.value).to.deep.equal(model);
  });

  for (const bad of ['[1, 2]', '{"layers": [2, "8", 1]}', '{"parameters": []}', '{"parameters": [1,]}', 'null', `{"x": "${'y'.repeat(1_100_000)}"}`]) {
    it(`is unusable, and says what was expected, with ${bad.slice(0, 40)}`, async () => {
      const { child, told } = await mount(script(bad));
      expect(child.value).to.deep.equal({});
      expect(child.unusable).to.equal(true);
      expect(told).to.have.length(1);
      expect(told[0][0]).to.equal(bad);
      expect(told[0][1]).to.contain('a JSON object such as {"layers"');
    });
  }

  it('follows a script that comes late, changes and goes', async () => {
    const parent = await mount();
    const late = script('{"parameters": "none"}');
    parent.append(late);
    await nextFrame();
    expect(parent.child.unusable).to.equal(true);
    late.textContent = json;
    await nextFrame();
    expect(parent.child.unusable).to.equal(false);
    expect(parent.child.value).to.deep.equal(model);
    late.textContent = 'bad';
    await nextFrame();
    expect(parent.child.unusable).to.equal(true);
    expect(parent.child.value).to.deep.equal({});
    late.remove();
    await nextFrame();
    expect(parent.child.unusable).to.equal(false);
    expect(parent.child.value).to.deep.equal({});
    expect(parent.told.map(([text]) => text)).to.deep.equal(['{"parameters": "none"}', json, 'bad', undefined]);
  });

  it('says nothing when the element only moves', async () => {
    const parent = await mount(script(json));
    const home = parent.parentElement!;
    parent.remove();
    home.append(parent);
    await nextFrame();
    expect(parent.told).to.have.length(1);
    expect(parent.child.value).to.deep.equal(model);
  });

  it('sees what changed while the element was off the page', async () => {
    const late = script(json);
    const parent = await mount(late);
    const home = parent.parentElement!;
    parent.remove();
    late.textContent = '{"layers": [2, 3, 1]}';
    await nextFrame();
    expect(parent.told).to.have.length(1);
    home.append(parent);
    expect(parent.child.value).to.deep.equal({ layers: [2, 3, 1] });
  });
});
