import type { StringsController } from '../../../page/strings-controller.js';
import type { Profile } from './profile.js';
import type { Network, Target } from '../../../core/index.js';

const SAMPLES = 201;

interface ProfiledModel { readonly network: Network; readonly target: Target | undefined }

/** Profiles of the prediction along x or y, in arrays kept from one picture to the next. */
export class Profiles {
  private readonly _points = new Float64Array(2 * SAMPLES);
  private readonly _predictions = [new Float64Array(SAMPLES), new Float64Array(SAMPLES)];
  private readonly _targets = [new Float64Array(SAMPLES), new Float64Array(SAMPLES)];

  /** Along input `axis` (0 for x) through (x, y). The network forgets its last `forward`. */
  along(axis: 0 | 1, { network, target }: ProfiledModel, x: number, y: number, strings: StringsController): Profile {
    const points = this._points;
    for (let k = 0; k < SAMPLES; k++) {
      const value = (2 * k) / (SAMPLES - 1) - 1;
      points[2 * k] = axis === 0 ? value : x;
      points[2 * k + 1] = axis === 0 ? y : value;
    }
    const predictions = this._predictions[axis];
    network.evaluate(points, predictions);
    const targets = target && this._targets[axis];
    targets?.forEach((_, k) => (targets[k] = target!(points[2 * k], points[2 * k + 1])));
    const [own, other] = axis === 0 ? [{ variable: 'x' }, { variable: 'y' }] : [{ variable: 'y' }, { variable: 'x' }];
    const along = [`${strings.text('predictionAlong')} `, own];
    return {
      predictions,
      targets,
      at: axis === 0 ? x : y,
      prediction: network.forward([x, y])[0],
      titles: [[...along, ', ', other, ` = ${strings.format(axis === 0 ? y : x)}`], along, [own]],
      targetName: strings.text('target'),
      ticks: [-1, -0.5, 0, 0.5, 1].map((value) => strings.number(value)),
    };
  }
}
