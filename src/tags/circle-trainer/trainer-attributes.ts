import { boolean } from '../../attrs/boolean.js';
import { choice } from '../../attrs/choice.js';
import { data, type DataRow } from '../../attrs/data.js';
import { list } from '../../attrs/list.js';
import { parameters } from '../../attrs/model.js';
import { integer, number } from '../../attrs/number.js';
import { target } from '../../attrs/target.js';
import {
  activationNames, initSchemes, updateOrders, type ActivationName, type InitScheme, type UpdateOrder,
} from '../../core/index.js';
import { FigureElement } from '../../element/figure-element.js';
import { defaultHiddenLayers } from '../../model/model-options.js';
import { attribute } from '../../element/nn-element.js';
import { learningRateKind, seedKind } from '../../attrs/training.js';

/** What a page may say of a trainer. */
export abstract class TrainerAttributes extends FigureElement {
  /** Neurons in each hidden layer: 1 to 4 integers from 1 to 64, as `8` or `6 4`. */
  @attribute(list(defaultHiddenLayers, { minLength: 1, maxLength: 4, min: 1, max: 64, integers: true })) hiddenLayers!: readonly number[];
  /** The hidden layers' function: `linear relu leaky-relu sigmoid tanh`. */
  @attribute(choice(activationNames, 'leaky-relu')) activation!: ActivationName;
  /** The output's function, of the same names. */
  @attribute(choice(activationNames, 'leaky-relu')) outputActivation!: ActivationName;
  /** Slope of leaky ReLU for negative input, from 0 to 1. */
  @attribute(number(0.01, { min: 0, max: 1 })) alpha!: number;
  /** η, from 0 to 10. Applies while training; after divergence it begins the run anew. */
  @attribute(learningRateKind) learningRate!: number;
  /** Samples in a sixtieth of a second, from 1 to 10000, whatever the display's rate. */
  @attribute(integer(100, { min: 1, max: 10000 })) stepsPerFrame!: number;
  /** Steps after which it rests, from 1 to 10⁹, or `none`, which reads Infinity. */
  @attribute(integer(100000, { min: 1, max: 1e9 }, { none: true })) maxSteps!: number;
  /** How first weights are drawn: `he` or `uniform`. */
  @attribute(choice(initSchemes, 'he')) init!: InitScheme;
  /** `simultaneous`, the exact gradient, or `in-place`. Applies while training. */
  @attribute(choice(updateOrders, 'simultaneous')) updateOrder!: UpdateOrder;
  /** Makes runs repeatable. Random if not given; reads the one in use, which a new start changes. */
  @attribute(seedKind) seed!: string;
  /** What to learn: `circle ring square cross xor half spiral heart`, or an expression in x and y as `sin(3*x) > y`. Applies while training. */
  @attribute(target('circle')) target!: string;
  /** Half the width of a target that has one, from 0.05 to 1. Applies while training. */
  @attribute(number(0.5, { min: 0.05, max: 1 })) radius!: number;
  /** Points to learn in place of the target: `[[x, y, label], …]`, 2 to 5000, labels from 0 to 1 or −1 to 1. Applies while training. */
  @attribute(data) data!: readonly DataRow[] | null;
  /** Standard deviation of what is added to x and to y of each point, from 0 to 1. Applies while training. */
  @attribute(number(0, { min: 0, max: 1 })) noise!: number;
  /** Share of the data that is learned, from 0.01 to 1; the rest tests what was learned. Applies while training. */
  @attribute(number(1, { min: 0.01, max: 1 })) split!: number;
  /** Circles a side, from 5 to 64. */
  @attribute(integer(25, { min: 5, max: 64 })) grid!: number;
  /** Prediction from which a circle is filled, from 0 to 1. */
  @attribute(number(0.5, { min: 0, max: 1 })) threshold!: number;
  /** Shows under the picture steps, loss, accuracy beside what one answer everywhere would have, and IoU. */
  @attribute(boolean) score!: boolean;
  /** Shows under the picture how loss and IoU went, over steps. */
  @attribute(boolean) chart!: boolean;
  /** Shows where each hidden neuron folds, and of the one that is pointed at what it adds. */
  @attribute(boolean) creases!: boolean;
  /** The attribute makes it start still; the property is the present state and may be set. */
  @attribute(boolean) paused!: boolean;
  /** First weights and biases as a flat JSON array, layer by layer: weights row by row, then biases. */
  @attribute(parameters) parameters!: readonly number[] | null;
}
