import { choice } from '../../attrs/choice.js';
import { parameters } from '../../attrs/model.js';
import { number } from '../../attrs/number.js';
import { optionalText, text } from '../../attrs/text.js';
import { FigureElement } from '../../element/figure-element.js';
import { attribute } from '../../element/nn-element.js';

/** What the reader may move. */
export const axes = ['y', 'x', 'both'] as const;
export type Axis = (typeof axes)[number];

/** What may be shown of a model. */
export const shows = ['flow', 'structure', 'step'] as const;
export type Show = (typeof shows)[number];

/** What a page may say of a view of a model's parameters. */
export abstract class ViewAttributes extends FigureElement {
  /** Id of a trainer, whose model it shows live. */
  @attribute(optionalText(), { name: 'for' }) htmlFor!: string;
  /** Without a trainer: the model is trained from this seed, at once. */
  @attribute(text('109')) seed!: string;
  /** Without a trainer: these weights and biases as a flat JSON array, layer by layer: weights row by row, then biases. */
  @attribute(parameters) parameters!: readonly number[] | null;
  /** Which input the reader moves: `y`, `x` or `both`. */
  @attribute(choice(axes, 'y')) free!: Axis;
  /** The first input, from −1 to 1. */
  @attribute(number(0, { min: -1, max: 1 })) x!: number;
  /** The second input, from −1 to 1. */
  @attribute(number(0, { min: -1, max: 1 })) y!: number;
  /** `flow`; `structure`, the labelled diagram; or `step`, one training sample taken apart. */
  @attribute(choice(shows, 'flow')) show!: Show;
}
