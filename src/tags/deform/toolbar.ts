import { css, html, type TemplateResult } from 'lit';
import type { StringsController } from '../../page/strings-controller.js';
import { planeCaption } from './description.js';
import type { Deformation, Layers } from './deformation.js';
import { numberField, withNumberAt } from '../../ui/fields.js';
import type { NumbersTable } from '../../features/toolbar/index.js';
import { pairText } from '../../ui/text.js';

const bounds = { min: -10, max: 10, step: 0.01 };
/** Of the grid, told as numbers: corners, middles of the sides, and the middle. */
const NINE = [[-1, 1], [0, 1], [1, 1], [-1, 0], [0, 0], [1, 0], [-1, -1], [0, -1], [1, -1]] as const;

export const deformToolbarStyles = css`
  .matrices { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px 24px; }
  .matrix { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 4px 8px; direction: ltr; }
  .matrix .box { padding: 0 4px; }
  @container (inline-size >= 400px) {
    .matrices { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
`;

/** The matrix and the biases of each layer, a neuron a row; `place` are the fields of the point that is followed. */
export function deformToolbar(
  w: Layers, b: Layers, place: TemplateResult, strings: StringsController, change: (attribute: string, value: unknown) => void,
): TemplateResult {
  const field = (attribute: 'w' | 'b', layers: Layers, name: string, layer: number, row: number, column: number): TemplateResult => numberField({
    ...bounds, name, value: layers[layer][row][column], strings, onInput: (value) => change(attribute, layers.map((rows, l) => (l === layer ? withNumberAt(rows, row, column, value) : rows))),
  });
  return html`
    <div class="matrices">
      ${w.map((rows, layer) => html`
        <fieldset class="matrix"><legend>${strings.text('layerNumber', { number: strings.number(layer + 1) })}</legend>
          ${rows.map((numbers, row) => html`
            ${numbers.map((_, column) => field('w', w, `w${'₁₂'[row]}${'₁₂'[column]}`, layer, row, column))}
            ${field('b', b, `b${'₁₂'[row]}`, layer, row, 0)}`)}
        </fieldset>`)}
    </div>
    ${place}`;
}

/** Where nine points of the plane come to lie. */
export function deformNumbers(plane: Deformation, layers: number, strings: StringsController): NumbersTable {
  return {
    heads: Array.from({ length: layers + 1 }, (_, layer) => planeCaption(strings, layer, layers)),
    rows: NINE.map((at) => ({
      name: pairText(at, strings),
      cells: Array.from({ length: layers }, (_, k) => pairText(plane.follow(at, k + 1), strings)),
    })),
  };
}
