import type { StringsController } from '../../page/strings-controller.js';
import type { ActivationName } from '../../core/index.js';
import { sumText } from './formula.js';
import { OUT } from './attributes.js';
import type { NeuronModel } from './surface-of-sum.js';

/** What is told of a surface besides its own numbers. */
export interface SurfaceSettings {
  readonly domain: readonly number[];
  readonly probe: readonly number[];
  /** Neurons added up. */
  readonly count: number;
  readonly activation: ActivationName;
  readonly alpha: number;
  /** Of a trainer's network, as `neuronKind` names it; undefined for an element's own. */
  readonly neuron: string | undefined;
}

type Words = Pick<StringsController, 'text' | 'format' | 'number' | 'sentences'>;

/** What its numbers are read off. */
type SurfaceModel = Pick<NeuronModel, 'least' | 'most' | 'surface' | 'at' | 'contributions'>;

function placeOf(neuron: string, strings: Words): { readonly layer: string; readonly neuron: string } {
  const [layer, index] = neuron.split('.').map((part) => strings.number(Number(part)));
  return { layer, neuron: index };
}

/** A neuron of a network, under its picture and in lists. */
export function neuronName(neuron: string, strings: Words): string {
  return neuron === OUT ? strings.text('networkOutput') : strings.text('neuronOf', placeOf(neuron, strings));
}

/** An activation, with its slope where it has one. */
export function functionName({ activation, alpha }: Pick<SurfaceSettings, 'activation' | 'alpha'>, strings: Words): string {
  const name = strings.text(activation);
  return activation === 'leaky-relu' ? `${name}, α = ${strings.format(alpha)}` : name;
}

/** For those who do not see it. */
export function describeSurface(settings: SurfaceSettings, model: SurfaceModel, strings: Words): string {
  const { domain, probe, count, activation, neuron } = settings;
  const { least, most, surface: { folds, flat } } = model;
  const { format } = strings;
  const told = neuron === undefined ? [] : [neuron === OUT ? strings.text('outputLinked') : strings.text('neuronLinked', placeOf(neuron, strings))];
  told.push(strings.text(neuron === undefined ? 'neuronSurface' : 'neuronHeights', {
    from: format(domain[0]), to: format(domain[1]), count: format(count), activation: functionName(settings, strings), least: format(least), most: format(most),
  }));
  if (folds.length > 0) told.push(strings.text('neuronFolds', { folds: format(folds.length) }));
  if (flat.length > 0) told.push(strings.text('neuronFlat'));
  const [x, y] = probe;
  const parts = x === undefined ? [] : model.contributions(x, y);
  if (activation === 'linear' && (neuron === undefined || neuron.startsWith('1.'))) told.push(strings.text('neuronPlane'));
  if (x !== undefined) {
    const at = { x: format(x), y: format(y), value: format(model.at(x, y)) };
    const sum = parts.map((part) => `f(${sumText(probe, part, format)})`).join(' + ');
    told.push(sum === '' ? strings.text('neuronAt', at) : strings.text('neuronProbe', { ...at, sum }));
  }
  return strings.sentences(...told);
}
