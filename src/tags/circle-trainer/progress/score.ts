import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StringsController } from '../../../page/strings-controller.js';
import { cellCentres, type Trainer } from '../../../core/index.js';
import type { StepScore } from './score-sampler.js';

export const trainerScoreStyles = css`
  .score-of { container-type: inline-size; }
  .score {
    display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px 16px; margin: 12px 0 0; padding: 0;
    line-height: 18px; text-align: start; text-indent: 0; text-transform: none; text-shadow: none; letter-spacing: normal; word-spacing: normal;
  }
  .score dt { color: var(--_muted, currentcolor); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .score dd { margin: 0; }
  .score .value { font-size: 15px; line-height: 20px; direction: ltr; text-align: left; white-space: nowrap; }
  :host(:dir(rtl)) .score .value { text-align: right; }
  /* Ink on a track, in forced colours and in print too. */
  .score .bar {
    position: relative; block-size: 7px; margin-block-start: 6px; direction: ltr; overflow: hidden;
    background: linear-gradient(var(--_ink, currentcolor) 0 0) 0 0 / calc(var(--_share, 0) * 100%) 100% no-repeat var(--_wash, transparent);
    forced-color-adjust: none; print-color-adjust: exact;
  }
  .bar i { position: absolute; inset-block: 0; left: calc(var(--_mark, 0) * 100% - 3px); box-sizing: border-box; inline-size: 6px; background: var(--_ink, currentcolor); border: solid var(--_paper, Canvas); border-width: 0 2px; }
  /* What the next column has beside it is empty. */
  .score .note { block-size: 15px; margin-block-start: 3px; font-size: 11px; line-height: 15px; white-space: nowrap; color: var(--_muted, currentcolor); }
  @media (forced-colors: active) {
    .bar { outline: 1px solid var(--_ink, CanvasText); outline-offset: -1px; }
  }
  /* Both losses side by side. */
  .score.tested > :first-child { grid-column: 1 / -1; }
  @container (inline-size >= 410px) {
    .score.tested > :first-child { grid-column: auto; }
    .score { grid-template-columns: minmax(max-content, 5fr) minmax(max-content, 5fr) minmax(0, 11fr) minmax(0, 8fr); }
    .score.tested { grid-template-columns: minmax(max-content, 5fr) minmax(max-content, 5fr) minmax(max-content, 5fr) minmax(0, 11fr) minmax(0, 8fr); }
  }
`;

/** One of the numbers: over a bar where it is a share. */
interface Entry {
  readonly name: string;
  readonly value: string;
  readonly share?: number;
  readonly mark?: number;
  readonly note?: string;
}

/** What is right, by what it is told of. */
export type Judged = Pick<Trainer, 'target' | 'examples'>;

/** Whether most of the square is inside a target, or most points are. */
const mostlyInside = new WeakMap<object, boolean>();

/** Whether it is "inside" that one who always answers the same had better say. */
function isMostlyInside({ target, examples }: Judged): boolean {
  let mostly = mostlyInside.get(examples ?? target);
  if (mostly === undefined) {
    const tested = examples?.test.labels.length ? examples.test.labels : examples?.training.labels;
    const points = cellCentres(56);
    const labels = tested ?? Float64Array.from({ length: points.length / 2 }, (_, k) => target(points[2 * k], points[2 * k + 1]));
    mostly = 2 * labels.filter((label) => label >= 0.5).length > labels.length;
    mostlyInside.set(examples ?? target, mostly);
  }
  return mostly;
}

function entriesOf({ steps, loss, testLoss = NaN, accuracy, iou, baseline }: StepScore, judged: Judged, strings: StringsController): Entry[] {
  const percent = (share: number): string => strings.number(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const exact = (value: number): string => strings.number(value, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  const tested = !Number.isNaN(testLoss);
  return [
    { name: strings.text('step'), value: strings.number(steps) },
    { name: strings.text(tested ? 'lossTraining' : 'loss'), value: exact(loss) },
    ...(tested ? [{ name: strings.text('lossTest'), value: exact(testLoss) }] : []),
    {
      name: strings.text('right'), value: percent(accuracy), share: accuracy, mark: baseline,
      note: strings.text(isMostlyInside(judged) ? 'alwaysInside' : 'alwaysOutside', { baseline: percent(baseline) }),
    },
    { name: 'IoU', value: strings.number(iou, { minimumFractionDigits: 2, maximumFractionDigits: 2 }), share: iou },
  ];
}

const barStyle = ({ share, mark = 0 }: Entry): string => `--_share: ${share ?? 0}; --_mark: ${mark}`;

/** Steps, loss, accuracy beside what always the same answer would have, and IoU, as text and bars. Nobody is told when they change. */
export function trainerScore(score: StepScore, judged: Judged, strings: StringsController): TemplateResult {
  const entries = entriesOf(score, judged, strings);
  // Live, as they are written between two updates too.
  return html`
    <div class="score-of"><dl class="score ${entries.length > 4 ? 'tested' : ''}" part="score">
      ${entries.map((entry) => html`
        <div><dt>${entry.name}</dt><dd class="value" .textContent=${live(entry.value)}></dd>${
          entry.share === undefined ? nothing : html`
            <dd class="bar" aria-hidden="true" .style=${barStyle(entry)}>${entry.mark === undefined ? nothing : html`<i></i>`}</dd>
            ${entry.note === undefined ? nothing : html`<dd class="note" .textContent=${live(entry.note)}></dd>`}`}</div>`)}
    </dl></div>`;
}

/** Between two updates. */
export function writeScore(root: ParentNode, score: StepScore, judged: Judged, strings: StringsController): void {
  const entries = entriesOf(score, judged, strings);
  const values = root.querySelectorAll('.score .value');
  if (values.length !== entries.length) return; // another update is due
  entries.forEach(({ value }, k) => {
    if (values[k].textContent !== value) values[k].textContent = value;
  });
  const bars = root.querySelectorAll<HTMLElement>('.score .bar');
  entries.filter(({ share }) => share !== undefined).forEach(({ share }, k) => bars[k].style.setProperty('--_share', String(share)));
}
