import { layOutDeform, type DeformLayout } from './picture.js';
import type { Deformation } from './deformation.js';
import type { ProbedPicture } from '../../ui/probe.js';
import { REACH } from '../../ui/tooltip.js';

export interface PlanePictured {
  readonly host: { readonly surface: HTMLElement | null | undefined };
  readonly plane: () => Deformation;
  readonly layer: () => number;
}

/** Finds points of the grid where they lie now, and follows places of the input there. */
export function planePicture({ host, plane, layer }: PlanePictured): Omit<ProbedPicture, 'describe'> {
  const measure = (): DeformLayout => {
    const { clientWidth: width, clientHeight: height } = host.surface!;
    return layOutDeform({ width, height, density: 1 }, plane().frame(layer()));
  };
  return {
    placeAt: ({ x, y }) => {
      const { px, py, scale } = measure();
      return plane().origin([(x - px(0)) / scale, (py(0) - y) / scale], layer(), REACH / scale);
    },
    pointOf: (at) => {
      const { px, py } = measure();
      const [x, y] = plane().follow(at, layer());
      return { x: px(x), y: py(y) };
    },
  };
}
