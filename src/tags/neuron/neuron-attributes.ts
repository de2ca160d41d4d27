import { boolean } from '../../attrs/boolean.js';
import { choice } from '../../attrs/choice.js';
import { list, rows } from '../../attrs/list.js';
import { integer, number } from '../../attrs/number.js';
import { optionalPair } from '../../attrs/pair.js';
import { activationNames, type ActivationName } from '../../core/index.js';
import { LinkedFigure } from '../../features/link/index.js';
import { neuronKind, viewKind } from './attributes.js';
import { attribute } from '../../element/nn-element.js';

type List = readonly number[];
type Matrix = readonly List[];

/** Bias of the neuron that is shown where the page gives none at all. */
export const SHOWN_BIAS = -0.2;

/** What a page may say of a neuron's surface. */
export abstract class NeuronAttributes extends LinkedFigure {
  /** Which neuron of that trainer: `1.3` is the third of layer 1, `out` the whole network's output. Reads the one shown. */
  @attribute(neuronKind) neuron!: string;
  /** Weights: a row of two numbers from −10 to 10 for each of 1 to 8 neurons, separated by `;`. */
  @attribute(rows([[1.2, -0.5]], { columns: 2, maxRows: 8, min: -10, max: 10 })) w!: Matrix;
  /** Biases from −10 to 10, separated by `;`, one for each row of `w`: a single one serves all, missing ones are 0. */
  @attribute(rows([[SHOWN_BIAS]], { columns: 1, maxRows: 8, min: -10, max: 10 })) b!: Matrix;
  /** f: `linear relu leaky-relu sigmoid tanh`. */
  @attribute(choice(activationNames, 'relu')) activation!: ActivationName;
  /** Slope of leaky ReLU for negative input, from 0 to 1. */
  @attribute(number(0.01, { min: 0, max: 1 })) alpha!: number;
  /** From where to where both inputs go: two numbers from −100 to 100, ascending. */
  @attribute(list([-1, 1], { minLength: 2, maxLength: 2, min: -100, max: 100, ascending: true })) domain!: List;
  /** Least and greatest height shown, what lies beyond is cut off. Fitted, and reads `[]`, if not given. */
  @attribute(optionalPair({ min: -1e6, max: 1e6, ascending: true })) range!: List;
  /** Points a side, from 5 to 61. */
  @attribute(integer(21, { min: 5, max: 61 })) grid!: number;
  /** Turn from −180 to 180 and tilt from 5 to 85, in degrees. Reads the present ones. */
  @attribute(viewKind) view!: List;
  /** The point whose sum is written out, within `domain`. None, and reads `[]`, if not given. */
  @attribute(optionalPair({ min: -100, max: 100 })) probe!: List;
  /** Draws the surface of each neuron of a sum too, dotted. */
  @attribute(boolean) parts!: boolean;
}
