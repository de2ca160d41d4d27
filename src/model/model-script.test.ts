import { expect, fixture, html } from '@open-wc/testing';
import { defineHost, Host, until } from '../testing/host.js';
import type { NnErrorDetail } from '../page/events.js';
import { ModelScript } from './model-script.js';

class Parent extends Host {
  /** The layers in use at each change, and the code and value of each failure. */
  readonly log: unknown[] = [];
  readonly sentences: string[] = [];
  readonly script = new ModelScript(this, 'nothing is shown');

  report({ code, value, fatal }: NnErrorDetail, sentence: string): void {
    this.log.push(fatal && [code, value]);
    this.sentences.push(sentence);
  }

  onModelScript(): void {
    this.log.push(this.script.value.layers?.join() ?? 'empty');
  }
}
defineHost(Parent);

function scriptElement(text: string, type = 'application/json'): HTMLScriptElement {
  const element = document.createElement('script');
  element.type = type;
  element.textContent = text;
  return element;
}

const layers = (...widths: number[]): string => `{"layers": [${widths.join(', ')}]}`;

describe('ModelScript', () => {
  let page: HTMLElement;
  let parent: Parent;

  beforeEach(async () => {
    page = await fixture(html`<div></div>`);
    parent = new Parent();
  });

  /** Puts the element on the page with these children. */
  function mount(...children: Node[]): void {
    parent.append(...children);
    page.append(parent);
  }

  const logged = (...log: unknown[]): Promise<void> => until(() => JSON.stringify(parent.log) === JSON.stringify(log));
  /** Resolves once observers have had their turn. */
  const observed = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  it('reads a child at the connection, at once', () => {
    parent.append(scriptElement(' {"layers": [2, 1, 1], "parameters": [1, 2, 3, 4, 5]}\n'));
    expect(parent.log).to.deep.equal([]);
    page.append(parent);
    expect(parent.log).to.deep.equal(['2,1,1']);
    expect(parent.script.value).to.deep.equal({ layers: [2, 1, 1], parameters: [1, 2, 3, 4, 5] });
    expect(parent.script.isUnusable).to.equal(false);
  });

  const inner = (): HTMLElement => {
    const element = document.createElement('div');
    element.append(scriptElement(layers(2, 9, 1)));
    return element;
  };
  const ignored: Record<string, () => Node[]> = {
    'no child': () => [],
    'another element': () => [document.createElement('p')],
    'scripts of other types': () => [
      scriptElement('{"@type": "Article"}', 'application/ld+json'), scriptElement('{"imports": {}}', 'importmap'),
      scriptElement('x', 'text/plain'),
    ],
    'an empty script': () => [scriptElement('  \n ')],
    'a script of another figure': () => {
      const other = document.createElement('nn-other');
      other.append(scriptElement(layers(2, 9, 1)));
      return [other];
    },
  };
  for (const [what, children] of Object.entries(ignored)) {
    it(`is empty and silent with ${what}`, async () => {
      mount(...children());
      parent.append('text');
      await observed();
      expect(parent.script.value).to.deep.equal({});
      expect(parent.script.isUnusable).to.equal(false);
      expect(parent.log).to.deep.equal([]);
    });
  }

  const strays: Record<string, [() => Node, string]> = {
    'of another type': [() => scriptElement(layers(2, 9, 1), 'text/json'), 'found type="text/json"; it is not read.'],
    'of a misspelt type': [() => scriptElement(layers(2, 9, 1), 'aplication/json'), 'found type="aplication/json"'],
    'in another element': [inner, 'found it in a <div>; it is not read.'],
  };
  for (const [what, [child, message]] of Object.entries(strays)) {
    it(`reports JSON ${what} once, and does not read it`, async () => {
      mount(child());
      for (let k = 0; k < 2; k++) {
        parent.append('text');
        await observed();
      }
      expect([parent.script.value, parent.script.isUnusable]).to.deep.equal([{}, false]);
      expect([parent.log, parent.sentences.length]).to.deep.equal([[false], 1]);
      expect(parent.sentences[0]).to.contain(message);
    });
  }

  it('reads the rest of an object with unknown keys, and names them', () => {
    mount(scriptElement('{"points": [[0, 0, 1]], "layers": [2, 3, 1]}'));
    expect(parent.log).to.deep.equal([false, '2,3,1']);
    expect(parent.sentences[0]).to.match(/key "points" is not read, did you mean "data"\?\); the rest is used\.$/);
  });

  it('names line and column of a mistake in JSON', () => {
    mount(scriptElement('{\n  "data": [[0, 0, 1],]\n}'));
    expect(parent.sentences[0]).to.contain('(line 2, column 22: "]" after a comma)');
  });

  it('finds the script among text and other children', () => {
    mount(document.createTextNode('A circle.'), inner(), scriptElement(layers(2, 1, 1)));
    expect(parent.log).to.deep.equal(['2,1,1']);
  });

  const long = `{"x": "${'y'.repeat(1_100_000)}"}`;
  for (const bad of ['[1, 2]', '{"layers": [2, "8", 1]}', '{"parameters": []}', '{"parameters": [1,]}', 'null', long]) {
    it(`is unusable, and says so before anything else, with ${bad.slice(0, 40)}`, () => {
      mount(scriptElement(bad));
      expect(parent.script.value).to.deep.equal({});
      expect(parent.script.isUnusable).to.equal(true);
      expect(parent.log).to.deep.equal([['syntax', bad], 'empty']);
      expect(parent.sentences[0]).to.contain('{"layers"').and.match(/; nothing is shown\.$/);
    });
  }

  it('follows a script that comes late, changes in every way and goes', async () => {
    mount();
    const late = scriptElement('bad');
    parent.append(late);
    await logged(['syntax', 'bad'], 'empty');
    late.textContent = layers(2, 1, 1);
    await logged(['syntax', 'bad'], 'empty', '2,1,1');
    expect(parent.script.isUnusable).to.equal(false);
    (late.firstChild as Text).data = layers(2, 2, 1);
    await logged(['syntax', 'bad'], 'empty', '2,1,1', '2,2,1');
    late.remove();
    await logged(['syntax', 'bad'], 'empty', '2,1,1', '2,2,1', 'empty');
    parent.append(scriptElement('  '));
    await observed();
    expect(parent.log).to.have.length(5);
  });

  it('reads the text that comes only after its element', async () => {
    const child = scriptElement('');
    mount(child);
    child.append('{"layers": [2, ');
    child.append('3, 1]}');
    await logged('2,3,1');
  });

  it('reads the next script when the first leaves', async () => {
    const first = scriptElement(layers(2, 1, 1));
    mount(first, scriptElement(layers(2, 2, 1)));
    first.remove();
    await logged('2,1,1', '2,2,1');
  });

  it('says nothing when the element moves or gets other children', async () => {
    mount(scriptElement(layers(2, 1, 1)));
    parent.remove();
    page.prepend(parent);
    parent.append(document.createElement('p'));
    await observed();
    expect(parent.log).to.deep.equal(['2,1,1']);
  });

  it('sees what changed while the element was off the page only when it is back', async () => {
    const child = scriptElement(layers(2, 1, 1));
    mount(child);
    parent.remove();
    child.textContent = layers(2, 3, 1);
    await observed();
    expect(parent.log).to.deep.equal(['2,1,1']);
    page.append(parent);
    expect(parent.log).to.deep.equal(['2,1,1', '2,3,1']);
  });

  it('reports parameters of an attribute that do not fit', () => {
    parent.script.fail('parameters', [1], '1 parameters: expected 33');
    expect(parent.log).to.deep.equal([['parameters', [1]]]);
    expect(parent.sentences).to.deep.equal(['1 parameters: expected 33; nothing is shown.']);
  });
});
