import type { StringsController } from '../../page/strings-controller.js';
import type { StringKey } from '../../strings/en.js';
import type { Extent } from './deformation.js';

/** What is told of a plane. */
export interface PlaneNow {
  readonly layer: number;
  readonly layers: number;
  readonly extent: Extent;
  /** Whether each point lies inside the target; none without a target. */
  readonly inside: readonly boolean[];
  /** Share of the target that a line in the picture divides right, as it is written; undefined where there is none. */
  readonly share: string | undefined;
  /** Of the network that a trainer trains. */
  readonly linked?: boolean;
}

type Words = Pick<StringsController, 'text' | 'format' | 'number' | 'sentences'>;

/** For the input, a whole layer, between the input and the first, between two. */
type Keys = readonly [StringKey, StringKey, StringKey, StringKey];

function where(strings: Words, layer: number, layers: number, keys: Keys): string {
  const from = Math.floor(layer);
  const key = keys[layer === 0 ? 0 : from === layer ? 1 : from === 0 ? 2 : 3];
  return strings.text(key, { from: strings.number(from), layer: strings.number(Math.ceil(layer)), layers: strings.number(layers) });
}

/** Under the picture. */
export function planeCaption(strings: Words, layer: number, layers: number): string {
  return where(strings, layer, layers, ['input', 'afterLayer', 'afterInput', 'betweenLayers']);
}

/** For those who do not see it. */
export function describePlane(strings: Words, { layer, layers, extent, inside, share, linked }: PlaneNow): string {
  const { left, right, bottom, top } = extent;
  const told = [
    ...(linked ? [strings.text('deformLinked')] : []),
    where(strings, layer, layers, ['deformInput', 'deformAfter', 'deformFirst', 'deformBetween']),
    strings.text('deformExtent', {
      left: strings.format(left), right: strings.format(right), bottom: strings.format(bottom), top: strings.format(top),
    }),
  ];
  if (inside.length > 0) {
    const count = inside.filter(Boolean).length;
    told.push(strings.text('deformPoints', { inside: strings.number(count), count: strings.number(inside.length) }));
  }
  if (share !== undefined) told.push(strings.text('deformDivides', { share }));
  return strings.sentences(...told);
}
