import { optionalText } from '../../attrs/text.js';
import type { Source } from '../../model/trainer-registry.js';
import { durations } from '../../page/timing.js';
import { FigureElement } from '../../element/figure-element.js';
import { linkedMarkup } from './linked-markup.js';
import { LinkedModel } from './linked-model.js';
import { attribute } from '../../element/nn-element.js';

/** A figure that shows a model of its own or, live, what of a trainer's suits it. */
export abstract class LinkedFigure extends FigureElement {
  /** Id of a trainer, whose model it shows live in place of its own. */
  @attribute(optionalText(), { name: 'for' }) htmlFor!: string;

  protected readonly linked = new LinkedModel(this, {
    canvas: this.canvas,
    id: () => this.htmlFor,
    lacks: (layers) => this.lacks(layers),
    paceMs: () => this.paceMs,
    fail: (detail, sentence) => this.report(detail, sentence),
  });

  /** The trainer whose model is shown; may be set to one that has no id, or to undefined. */
  get source(): Source | undefined {
    return this.linked.source;
  }

  set source(source: Source | undefined) {
    this.linked.source = source;
  }

  /** The HTML of this very picture; of one that is linked, together with its trainer, which is not shown. */
  override toHtml(): string {
    const { linked: { run, source } } = this;
    return run && source ? linkedMarkup(source, this.localName, this.linkedAttributes()) : this.ownHtml();
  }

  /** What is in use beside the trainer's model. */
  protected linkedAttributes(): [name: string, value: string][] {
    return this.attributesInUse([], ['for']);
  }

  /** The HTML of a model of its own. */
  protected ownHtml(): string {
    return super.toHtml();
  }

  /** What a trainer has to be that one with these layers is not, to follow "expected"; undefined where it can be shown. */
  protected lacks(_layers: readonly number[]): string | undefined {
    return undefined;
  }

  /** How often the words around the picture follow a model that trains. */
  protected get paceMs(): number {
    return durations.words;
  }
}
