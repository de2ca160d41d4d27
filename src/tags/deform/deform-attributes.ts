import { boolean } from '../../attrs/boolean.js';
import { choice } from '../../attrs/choice.js';
import { parameters } from '../../attrs/model.js';
import { integer, number } from '../../attrs/number.js';
import { target } from '../../attrs/target.js';
import { activationNames, type ActivationName, type ModelState } from '../../core/index.js';
import { defaultAlpha } from './deform-defaults.js';
import { biasesKind, layerKind, weightsKind } from './attributes.js';
import type { Layers } from './deformation.js';
import { LinkedFigure } from '../../features/link/index.js';
import { markup } from '../../element/markup.js';
import { attribute } from '../../element/nn-element.js';
import { leadingPairs } from './layers.js';
import { seedKind } from '../../attrs/training.js';

/** What a page may say of a bent plane. */
export abstract class DeformAttributes extends LinkedFigure {
  /** Weights: layers of two neurons separated by `|`, neurons by `;`, as `1 .5; -.5 1 | 1 0; 0 1`. 1 to 4 layers, within ±10. */
  @attribute(weightsKind) w!: Layers;
  /** Biases of the layers of `w`, as `0.1 -0.2 | 0 0.3`, within ±10; missing ones are 0. */
  @attribute(biasesKind) b!: Layers;
  /** Weights and biases of all layers of two, and perhaps of an output behind them, as a flat JSON array laid out as in core. `w` goes before it. */
  @attribute(parameters) parameters!: readonly number[] | null;
  /** `linear relu leaky-relu sigmoid tanh`. */
  @attribute(choice(activationNames, 'leaky-relu')) activation!: ActivationName;
  /** Slope of leaky ReLU for negative input, from 0 to 1. */
  @attribute(number(defaultAlpha, { min: 0, max: 1 })) alpha!: number;
  /** How many layers the plane has gone through, from 0; fractions lie between. All if not given. Reads where it is. */
  @attribute(layerKind) layer!: number;
  /** Moves from layer to layer by itself, unless the reader's system asks for less motion. */
  @attribute(boolean) autoplay!: boolean;
  /** Grid lines a side, from 5 to 61. */
  @attribute(integer(21, { min: 5, max: 61 })) grid!: number;
  /** Random matrices of two layers instead of the default ones, where `w` is not given. */
  @attribute(seedKind) seed!: string;
  /** Puts points on the plane, inside and outside of one of `circle ring square cross xor half spiral heart`, or of an expression. */
  @attribute(target('')) target!: string;

  /** @internal */
  override onNoContext(): void {
    super.onNoContext();
    this.pause();
  }

  abstract pause(): void;

  override misfitOfLayers(layers: readonly number[]): string | undefined {
    return leadingPairs(layers) > 0 ? undefined : 'a trainer whose first hidden layer has two neurons, as hidden-layers="2 2"';
  }

  /** The HTML of a plane whose numbers stand in a child, or else in what the page gives. */
  protected planeHtml(numbers: ModelState | undefined): string {
    const never = ['for', 'parameters', ...['w', 'b'].filter((name) => numbers || !this.isGiven(name))];
    return markup(this.localName, this.attributesInUse([], never), numbers && { layers: numbers.layers, parameters: numbers.parameters });
  }
}
