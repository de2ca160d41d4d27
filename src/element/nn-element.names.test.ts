import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { NnActivation } from '../tags/activation/nn-activation.js';
import { NnCircleTrainer } from '../tags/circle-trainer/nn-circle-trainer.js';
import { NnDeform } from '../tags/deform/nn-deform.js';
import { NnElement } from './nn-element.js';
import { NnNeuron } from '../tags/neuron/nn-neuron.js';
import { NnParamView } from '../tags/param-view/nn-param-view.js';

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
    const observed = Class.observedAttributes.filter((name) => name !== 'id'); // watched, not declared

    it(`of attributes and properties of ${Class.name} are no member of HTMLElement`, () => {
      expect(taken).to.include('hidden').and.include('tabindex');
      expect(properties.length).to.be.above(Class === NnElement ? 0 : 5);
      // As <label> has it: `for` is a word of the language.
      const attributes = properties.map((name) => (name === 'htmlFor' ? 'for' : plain(name)));
      expect(observed.map(plain)).to.have.members(attributes, 'each property has its attribute');
      expect([...properties, ...observed].filter((name) => taken.has(plain(name)))).to.deep.equal([]);
    });

    it(`of methods and fields of ${Class.name} are no member of HTMLElement`, () => {
      const methods: string[] = [];
      for (let at: object = Class.prototype; at !== LitElement.prototype; at = Object.getPrototypeOf(at) as object) {
        methods.push(...Object.getOwnPropertyNames(at).filter((name) => name !== 'constructor'));
      }
      expect(methods.filter((name) => name in HTMLElement.prototype)).to.deep.equal([]);
    });
  }
});
