import type { StringsController } from '../../page/strings-controller.js';
import type { TextKey } from '../../strings/en.js';
import type { Extent } from './deformed-plane.js';

/** What the description says of a plane. */
export interface DescribedPlane {
  readonly layer: number;
  readonly lastLayer: number;
  readonly extent: Extent;
  /** Whether each point lies inside the target; empty without a target. */
  readonly inside: readonly boolean[];
  /** Share of the target that the line in the picture divides right, as text; undefined without a line. */
  readonly share: string | undefined;
  /** Whether it is the plane of a trainer's network. */
  readonly isLinked?: boolean;
}

type Words = Pick<StringsController, 'text' | 'format' | 'number' | 'sentences'>;

/** Keys of the input, a whole layer, a place between input and first layer, and one between two layers. */
type LayerKeys = readonly [input: TextKey, whole: TextKey, first: TextKey, between: TextKey];

/** Returns the text for a place between the input and the last layer. */
function layerText(strings: Words, layer: number, last: number, keys: LayerKeys): string {
  const from = Math.floor(layer);
  const key = keys[layer === 0 ? 0 : from === layer ? 1 : from === 0 ? 2 : 3];
  return strings.text(key, {
    from: strings.number(from), layer: strings.number(Math.ceil(layer)), layers: strings.number(last),
  });
}

/** Returns the caption under the picture. */
export function planeCaption(strings: Words, layer: number, lastLayer: number): string {
  return layerText(strings, layer, lastLayer, ['input', 'afterLayer', 'afterInput', 'betweenLayers']);
}

/** Says where the plane is on the slider: between whole layers with the number. */
export function positionText(strings: Words, layer: number, lastLayer: number): string {
  const caption = planeCaption(strings, layer, lastLayer);
  return Number.isInteger(layer) ? caption : `${strings.format(layer, 2)}: ${caption}`;
}

/** Describes the picture for readers who do not see it. */
export function describePlane(strings: Words, plane: DescribedPlane): string {
  const { layer, lastLayer, extent: { left, right, bottom, top }, inside, share, isLinked } = plane;
  const { format } = strings;
  const sentences = [
    layerText(strings, layer, lastLayer, ['deformInput', 'deformAfter', 'deformFirst', 'deformBetween']),
    strings.text('deformExtent', {
      left: format(left), right: format(right), bottom: format(bottom), top: format(top),
    }),
  ];
  if (isLinked) sentences.unshift(strings.text('deformLinked'));
  if (inside.length > 0) {
    const [count, all] = [inside.filter(Boolean).length, inside.length].map((each) => strings.number(each));
    sentences.push(strings.text('deformPoints', { inside: count, count: all }));
  }
  if (share !== undefined) sentences.push(strings.text('deformDivides', { share }));
  return strings.sentences(...sentences);
}
