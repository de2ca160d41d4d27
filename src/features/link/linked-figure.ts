import { optionalText } from '../../attrs/text.js';
import { durations } from '../../page/timing.js';
import { FigureElement } from '../../element/figure-element.js';
import { TrainerLink } from './trainer-link.js';
import { attribute } from '../../element/nn-element.js';

/** A figure that shows a model of its own or, live, what of a trainer's suits it. */
export abstract class LinkedFigure extends FigureElement {
  /** Id of a trainer, whose model it shows live in place of its own. */
  @attribute(optionalText(), { name: 'for' }) htmlFor!: string;

  /** @internal */
  readonly link = new TrainerLink(this);

  /** The trainer whose model is shown; may be set to one that has no id, or to undefined. */
  get source(): HTMLElement | undefined {
    return this.link.source;
  }

  set source(source: HTMLElement | undefined) {
    this.link.source = source;
  }

  /** The HTML of this very picture; of one that is linked, together with its trainer, which is not shown. */
  override toHtml(): string {
    return this.link.toHtml(this.linkedAttributes()) ?? this.ownHtml();
  }

  /** What is in use beside the trainer's model. */
  protected linkedAttributes(): [name: string, value: string][] {
    return this.attributesInUse([], ['for']);
  }

  /** The HTML of a model of its own. */
  protected ownHtml(): string {
    return super.toHtml();
  }

  /** @internal */
  misfitOfLayers(_layers: readonly number[]): string | undefined {
    return undefined;
  }

  /** @internal */
  get updateEveryMs(): number {
    return durations.words;
  }
}
