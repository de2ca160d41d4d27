import { sizes } from '../../../draw/style.js';
import type { Point } from '../network-layout.js';
import type { Size } from '../../../draw/types.js';

/** Where the neurons of a microscope's diagram stand, in CSS pixels: the same in every phase. */
export interface StepLayout {
  /** Centres, [layer][neuron]; inputs first. */
  readonly neurons: readonly (readonly Point[])[];
  /** Radius of the circles of each layer. */
  readonly radii: readonly number[];
  /** Whether numbers fit into the circles of each layer. */
  readonly numbered: readonly boolean[];
  readonly fontSize: number;
  readonly decimals: number;
  /** Width of the widest nudge. */
  readonly widest: number;
}

/** Height of the diagram, whatever it shows. */
export const stepHeight = 396;

/** Room for names above and for the target below. */
const EDGE = 24;
const RADIUS = 16.5;
/** Of the widest nudge, where neurons have room. */
const WIDEST = 6;
/** From one neuron of a layer to the next, and from one input to the other. */
const GAP = 45;
const INPUT_GAP = 108;
/** Around the output's ring. */
const MARGIN = 6;
/** A circle needs this radius for a number. */
const LEAST_NUMBERED = 11;

export function layOutStep(layers: readonly number[], { width }: Pick<Size, 'width'>): StepLayout {
  const last = layers.length - 1;
  const room = (width - 2 * MARGIN) / last;
  const widest = Math.min(RADIUS, 0.3 * room);
  const tall = stepHeight - 2 * EDGE;
  const gaps = layers.map((count, l) => Math.min(l === 0 ? INPUT_GAP : GAP, (tall - 2 * widest) / Math.max(count - 1, 1)));
  const radii = gaps.map((gap) => Math.max(1.5, Math.min(widest, 0.44 * gap)));
  const left = MARGIN + radii[0];
  const right = width - MARGIN - radii[last];
  const neurons = layers.map((count, l) => Array.from({ length: count }, (_, j) => ({
    x: left + ((right - left) * l) / last,
    y: stepHeight / 2 + (j - (count - 1) / 2) * gaps[l],
  })));
  const numbered = radii.map((radius) => radius >= LEAST_NUMBERED);
  const small = radii.some((radius, l) => numbered[l] && radius < 15);
  return {
    neurons, radii, numbered, fontSize: small ? sizes.smallest : sizes.tick, decimals: small ? 1 : 2,
    widest: Math.max(1.5, Math.min(WIDEST, 0.15 * Math.min(...gaps))),
  };
}

/** What lies under a point of the diagram. */
export interface StepPlace {
  /** Of the neuron, or of the one that a weight leads to. */
  readonly layer: number;
  readonly neuron: number;
  /** Where it is a weight: the neuron that it comes from. */
  readonly from?: number;
}

/** How near to a line the pointer has to be, in CSS pixels. */
const NEAR = 5;

/** The neuron under a point, else the line nearest to it, if one is near. */
export function placeAt({ neurons, radii }: StepLayout, { x, y }: Point): StepPlace | undefined {
  for (let layer = 0; layer < neurons.length; layer++) {
    const reach = Math.max(radii[layer], NEAR) ** 2;
    const neuron = neurons[layer].findIndex((at) => (at.x - x) ** 2 + (at.y - y) ** 2 <= reach);
    if (neuron >= 0) return { layer, neuron };
  }
  let found: StepPlace | undefined;
  let nearest = NEAR;
  for (let layer = 1; layer < neurons.length; layer++) {
    const [from, to] = [neurons[layer - 1][0].x + radii[layer - 1], neurons[layer][0].x - radii[layer]];
    if (x < from || x > to) continue;
    const share = (x - from) / (to - from);
    neurons[layer].forEach((end, neuron) => neurons[layer - 1].forEach((start, i) => {
      const distance = Math.abs(start.y + share * (end.y - start.y) - y);
      if (distance >= nearest) return;
      nearest = distance;
      found = { layer, neuron, from: i };
    }));
  }
  return found;
}
