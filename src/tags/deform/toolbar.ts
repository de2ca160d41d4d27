import { css, html, type TemplateResult } from 'lit';
import type { NumbersTable } from '../../features/toolbar/index.js';
import type { StringsController } from '../../page/strings-controller.js';
import { numberField, withNumberAt } from '../../ui/fields.js';
import { pairText } from '../../ui/text.js';
import type { DeformedPlane } from './deformed-plane.js';
import { planeCaption } from './description.js';
import type { NnDeform } from './nn-deform.js';

const bounds = { min: -10, max: 10, step: 0.01 };
const subscripts = '₁₂';
/** The square's corners, edge middles and centre, row by row from the top. */
const nodes = [1, 0, -1].flatMap((y) => [-1, 0, 1].map((x) => [x, y] as const));

export const matrixStyles = css`
  .matrices { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px 24px; }
  .matrix { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 4px 8px; direction: ltr; }
  .matrix .box { padding: 0 4px; }
  @container (inline-size >= 400px) {
    .matrices { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
`;

/** Renders a field for each weight and bias of each layer, a neuron a row. */
export function matrixFields(host: NnDeform): TemplateResult {
  const { w, strings } = host;
  const field = (attribute: 'w' | 'b', name: string, layer: number, row: number, column: number): TemplateResult => {
    const layers = host[attribute];
    return numberField({
      ...bounds, name, value: layers[layer][row][column], strings,
      onInput: (value) => host.changeByReader(attribute, layers.map((rows, l) => (
        l === layer ? withNumberAt(rows, row, column, value) : rows)), attribute === 'w' ? 'b' : undefined),
    });
  };
  return html`
    <div class="matrices">
      ${w.map((rows, layer) => html`
        <fieldset class="matrix"><legend>${strings.text('layerNumber', { number: strings.number(layer + 1) })}</legend>
          ${rows.map((numbers, row) => html`
            ${numbers.map((_, column) => field('w', `w${subscripts[row]}${subscripts[column]}`, layer, row, column))}
            ${field('b', `b${subscripts[row]}`, layer, row, 0)}`)}
        </fieldset>`)}
    </div>`;
}

/** Returns a table of the square's corners, edge middles and centre, and where each layer takes them. */
export function nodeTable(plane: DeformedPlane, strings: StringsController): NumbersTable {
  const { layerCount } = plane;
  return {
    heads: Array.from({ length: layerCount + 1 }, (_, layer) => planeCaption(strings, layer, layerCount)),
    rows: nodes.map((node) => ({
      name: pairText(node, strings),
      cells: Array.from({ length: layerCount }, (_, k) => pairText(plane.map(node, k + 1), strings)),
    })),
  };
}
