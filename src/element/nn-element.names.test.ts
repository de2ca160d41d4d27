import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { NnActivation } from '../tags/activation/nn-activation.js';
import { NnCircleTrainer } from '../tags/circle-trainer/nn-circle-trainer.js';
import { NnDeform } from '../tags/deform/nn-deform.js';
import { NnNeuron } from '../tags/neuron/nn-neuron.js';
import { NnParamView } from '../tags/param-view/nn-param-view.js';
import { NnElement } from './nn-element.js';

/** The prototypes of a chain from this one to `end`, which is left out. */
function* prototypes(at: object, end: object | null): Generator<object> {
  for (; at !== end; at = Object.getPrototypeOf(at) as object) yield at;
}

describe('names', () => {
  /** Attributes and properties of one thing are alike in lower case and without dashes. */
  const plain = (name: string): string => name.replaceAll('-', '').toLowerCase();
  const taken = new Set([...prototypes(HTMLElement.prototype, null)].flatMap(Object.getOwnPropertyNames).map(plain));

  for (const Class of [NnElement, NnActivation, NnCircleTrainer, NnDeform, NnNeuron, NnParamView]) {
    // Declared properties are enumerable, methods are not.
    const properties: string[] = [];
    for (const name in Class.prototype) if (!(name in HTMLElement.prototype)) properties.push(name);
    const observed = Class.observedAttributes.filter((name) => name !== 'id'); // watched, not declared

    it(`of attributes and properties of ${Class.name} are no member of HTMLElement`, () => {
      expect([...taken]).to.include.members(['hidden', 'tabindex']);
      expect(properties.length).to.be.above(Class === NnElement ? 0 : 5);
      // As <label> has it: `for` is a word of the language.
      const attributes = properties.map((name) => (name === 'htmlFor' ? 'for' : plain(name)));
      expect(observed.map(plain)).to.have.members(attributes, 'each property has its attribute');
      expect([...properties, ...observed].filter((name) => taken.has(plain(name)))).to.deep.equal([]);
    });

    it(`of methods and fields of ${Class.name} are no member of HTMLElement`, () => {
      const methods = [...prototypes(Class.prototype, LitElement.prototype)].flatMap(Object.getOwnPropertyNames);
      expect(methods.filter((name) => name !== 'constructor' && name in HTMLElement.prototype)).to.deep.equal([]);
    });
  }
});
