import { lines, opacities } from '../../draw/style.js';

/** How one of several curves looks; the colour by its name in the theme. */
export interface CurveStyle {
  readonly colour: 'ink' | 'accent' | 'muted';
  readonly width: number;
  readonly alpha: number;
  readonly dash: readonly number[];
}

const solid: readonly number[] = [];

/** Each shows on top of those before it, so that where curves coincide all of them can be seen; none differs by colour alone. */
const several: readonly CurveStyle[] = [
  { colour: 'accent', width: lines.underlay, alpha: opacities.underlay, dash: solid },
  { colour: 'ink', width: lines.curve, alpha: 1, dash: solid },
  { colour: 'muted', width: lines.curve, alpha: 1, dash: [9, 4] },
  { colour: 'ink', width: 3, alpha: 1, dash: [1.5, 4] },
  { colour: 'accent', width: lines.curve, alpha: 1, dash: [9, 3, 2, 3] },
];

/** The style of curve number `index` of `count`, at most five. */
export function curveStyle(index: number, count: number): CurveStyle {
  return several[count === 1 ? 1 : index];
}
