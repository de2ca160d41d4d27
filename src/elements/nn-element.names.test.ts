import { expect } from '@open-wc/testing';
import { NnActivation } from './nn-activation.js';
import { NnCircleTrainer } from './nn-circle-trainer.js';
import { NnDeform } from './nn-deform.js';
import { NnElement } from './nn-element.js';
import { NnNeuron } from './nn-neuron.js';
import { NnParamView } from './nn-param-view.js';

describe('names', () => {
  /** Members of every element, in lower case and without dashes, as attributes and properties of one thing are. */
  const taken = new Set<string>();
  for (let at: object | null = HTMLElement.prototype; at; at = Object.getPrototypeOf(at) as object | null) {
    for (const name of Object.getOwnPropertyNames(at)) taken.add(name.toLowerCase());
  }
  const plain = (name: string): string => name.replaceAll('-', '').toLowerCase();

  for (const Class of [NnElement, NnActivation, NnCircleTrainer, NnDeform, NnNeuron, NnParamView]) {
    // Declared properties are enumerable, methods are not.
    const properties: string[] = [];
    for (const name in Class.prototype) if (!(name in HTMLElement.prototype)) properties.push(name);
    const declared: string[] = []; // by itself and by what it extends
    for (let at = Class.prototype as object; at !== Object.getPrototypeOf(NnElement.prototype); at = Object.getPrototypeOf(at) as object) declared.push(...Object.keys(at));
    const observed = Class.observedAttributes.filter((name) => name !== 'id'); // watched, not declared

    it(`of attributes and properties of ${Class.name} are no member of HTMLElement`, () => {
      expect(taken).to.include('hidden').and.include('tabindex');
      expect(declared.length).to.be.above(Class === NnElement ? 0 : 5);
      // As <label> has it: `for` is a word of the language.
      const attributes = properties.map((name) => (name === 'htmlFor' ? 'for' : plain(name)));
      expect(observed.map(plain)).to.have.members(attributes, 'each property has its attribute');
      expect([...declared, ...observed].filter((name) => taken.has(plain(name)))).to.deep.equal([]);
    });

    it(`of methods and fields of ${Class.name} are no member of HTMLElement`, () => {
      const methods = Object.getOwnPropertyNames(Class.prototype).filter((name) => name !== 'constructor');
      expect(methods.filter((name) => name in HTMLElement.prototype)).to.deep.equal([]);
    });
  }
});
