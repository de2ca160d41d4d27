import { fixture, html } from '@open-wc/testing';
import { css, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { boolean } from '../attrs/boolean.js';
import { choice } from '../attrs/choice.js';
import { list, rows } from '../attrs/list.js';
import { parameters } from '../attrs/model.js';
import { integer, number } from '../attrs/number.js';
import { optionalText } from '../attrs/text.js';
import { attribute, NnElement } from '../element/nn-element.js';

/** One attribute of each kind, one whose value in use depends on another, and protected members made public. */
export class Sample extends NnElement {
  static override styles: CSSResult[] = [...NnElement.styles, css`.probe { inline-size: 7px; }`];

  @attribute(integer(5, { min: 1, max: 10 })) count!: number;
  @attribute(number(0.5, { min: 0, max: 1 })) firstRatio!: number;
  @attribute(boolean) open!: boolean;
  @attribute(choice(['round', 'square'], 'round')) shape!: string;
  @attribute(list([1, 2], { minLength: 1, maxLength: 3, min: 0, max: 9 })) sizes!: readonly number[];
  @attribute(rows([[1, 0]], { columns: 2, maxRows: 2, min: -9, max: 9 })) pairs!: readonly (readonly number[])[];
  @attribute(optionalText(), { name: 'for' }) htmlFor!: string;
  @attribute(parameters) weights!: readonly number[] | null;
  @attribute<number, Sample>(integer(1, { min: 1, max: 10 }), {
    used: ({ count }, place = 1) => Math.min(place, count),
    misfit: ({ count }, place) => (place > count ? `up to ${count}` : undefined),
    dependsOn: ['count', 'elsewhere'],
  }) place!: number;

  /** Names of what changed, one entry an update. */
  readonly updates: string[][] = [];

  get changes(): Set<string> {
    return this.dirty;
  }

  changeElsewhere(): void {
    this.noteChange('elsewhere');
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.updates.push([...changed.keys()].map(String));
  }

  protected override render(): TemplateResult {
    return html`<div class="figure"><canvas></canvas><span class="probe"></span></div>` as TemplateResult;
  }
}
customElements.define('test-sample', Sample);

/** The same class under another tag. */
export class OtherSample extends Sample {}
customElements.define('test-other-sample', OtherSample);

type Loose = Record<string, unknown>;

/** Reads and writes a property by a name that the compiler does not know. */
export function loose(element: Element): Loose {
  return element as unknown as Loose;
}

/** Puts a sample on the page. Attributes are set in the order of their keys. */
export async function mountSample(attributes: Record<string, string> = {}): Promise<Sample> {
  const element = new Sample();
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await fixture(html`<div>${element}</div>`);
  await element.updateComplete;
  return element;
}

/** An attribute of the sample, its property, and a text with the value that it gives. */
interface Case {
  readonly property: string;
  readonly name: string;
  readonly text: string;
  /** What a script would write for the same. */
  readonly written: unknown;
  readonly used: unknown;
  readonly initial: unknown;
}

/** A good value for every attribute that the sample watches. */
export const cases: readonly Case[] = [
  { property: 'count', name: 'count', text: ' 7 ', written: 7, used: 7, initial: 5 },
  { property: 'firstRatio', name: 'first-ratio', text: '2.5e-1', written: 0.25, used: 0.25, initial: 0.5 },
  { property: 'open', name: 'open', text: '', written: true, used: true, initial: false },
  { property: 'shape', name: 'shape', text: ' SQUARE ', written: 'square', used: 'square', initial: 'round' },
  { property: 'sizes', name: 'sizes', text: '3 4, 5', written: [3, 4, 5], used: [3, 4, 5], initial: [1, 2] },
  {
    property: 'pairs', name: 'pairs', text: '1 \u22122; 3 4', written: [[1, -2], [3, 4]], used: [[1, -2], [3, 4]],
    initial: [[1, 0]],
  },
  { property: 'htmlFor', name: 'for', text: ' demo ', written: 'demo', used: 'demo', initial: '' },
  { property: 'weights', name: 'weights', text: '[1, -2.5]', written: [1, -2.5], used: [1, -2.5], initial: null },
  { property: 'label', name: 'label', text: ' My circle ', written: 'My circle', used: 'My circle', initial: '' },
];
