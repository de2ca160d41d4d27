import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { cellCentres, type Target, type Trainer } from '../../../core/index.js';
import { oncePer } from '../../../element/memo.js';
import type { StringsController } from '../../../page/strings-controller.js';
import { accuracyText, scoredData } from '../description.js';
import type { StepScore } from './score-sampler.js';

export const scoreStyles = css`
  .score-of { container-type: inline-size; }
  .score {
    display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px 16px; margin: 12px 0 0; padding: 0;
    line-height: 18px; text-align: start; text-indent: 0; text-transform: none; text-shadow: none;
    letter-spacing: normal; word-spacing: normal;
  }
  .score dt { color: var(--_muted, currentcolor); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .score dd { margin: 0; }
  .score .value { font-size: 15px; line-height: 20px; direction: ltr; text-align: left; white-space: nowrap; }
  :host(:dir(rtl)) .score .value { text-align: right; }
  /* Ink on a track, in forced colours and in print too. */
  .score .bar {
    position: relative; block-size: 7px; margin-block-start: 6px; direction: ltr; overflow: hidden;
    background:
      linear-gradient(var(--_ink, currentcolor) 0 0) 0 0 / calc(var(--_share, 0) * 100%) 100% no-repeat
      var(--_wash, transparent);
    forced-color-adjust: none; print-color-adjust: exact;
  }
  /* A mark between two gaps, through which the page's ground shows. */
  .bar:has(i) {
    --_left: calc(var(--_mark) * 100%);
    mask: linear-gradient(90deg, #000 calc(var(--_left) - 3px), #0000 0 calc(var(--_left) - 1px), #000 0
      calc(var(--_left) + 1px), #0000 0 calc(var(--_left) + 3px), #000 0);
  }
  .bar i {
    position: absolute; inset-block: 0; left: calc(var(--_mark) * 100% - 1px); inline-size: 2px;
    background: var(--_ink, currentcolor);
  }
  /* It may overflow: the next column has nothing beside it. */
  .score .note {
    block-size: 15px; margin-block-start: 3px; font-size: 11px; line-height: 15px; white-space: nowrap;
    color: var(--_muted, currentcolor);
  }
  @media (forced-colors: active) {
    .bar { outline: 1px solid var(--_ink, CanvasText); outline-offset: -1px; }
  }
  /* Both losses side by side. */
  .score.tested > :first-child { grid-column: 1 / -1; }
  @container (inline-size >= 410px) {
    .score.tested > :first-child { grid-column: auto; }
    .score { grid-template-columns: repeat(2, minmax(max-content, 5fr)) minmax(0, 11fr) minmax(0, 8fr); }
    .score.tested { grid-template-columns: repeat(3, minmax(max-content, 5fr)) minmax(0, 11fr) minmax(0, 8fr); }
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

/** The target or the data that a score is measured against. */
type Reference = Pick<Trainer, 'target' | 'examples'>;

/** Returns whether most of the square is inside the target, or most of the points are. */
const isMostlyInside = oncePer((what: NonNullable<Trainer['examples']> | Target): boolean => {
  const centres = cellCentres(56);
  const labels = typeof what === 'function'
    ? Float64Array.from({ length: centres.length / 2 }, (_, k) => what(centres[2 * k], centres[2 * k + 1]))
    : scoredData(what).labels;
  return 2 * labels.filter((label) => label >= 0.5).length > labels.length;
});

function entriesOf(score: StepScore, { target, examples }: Reference, strings: StringsController): Entry[] {
  const { steps, loss, testLoss = NaN, accuracy, iou, baseline } = score;
  const percent = (share: number): string => accuracyText(share, examples, strings);
  const isTested = !Number.isNaN(testLoss);
  const always = isMostlyInside(examples ?? target) ? 'alwaysInside' : 'alwaysOutside';
  return [
    { name: strings.text('step'), value: strings.number(steps) },
    { name: strings.text(isTested ? 'lossTraining' : 'loss'), value: strings.loss(loss) },
    ...(isTested ? [{ name: strings.text('lossTest'), value: strings.loss(testLoss) }] : []),
    {
      name: strings.text(isTested ? 'accuracyTest' : 'accuracy'), value: percent(accuracy), share: accuracy,
      mark: baseline,
      note: strings.text(always, { baseline: percent(baseline) }),
    },
    {
      name: isTested ? strings.text('iouTest') : 'IoU', value: strings.share(iou, 2), share: iou,
    },
  ];
}

/** Renders steps, loss, accuracy beside that of the best constant answer, and IoU. Changes are not announced. */
export function renderScore(score: StepScore, reference: Reference, strings: StringsController): TemplateResult {
  const entries = entriesOf(score, reference, strings);
  // Live, because they are written between two updates too.
  return html`
    <div class="score-of"><dl class="score ${entries.length > 4 ? 'tested' : ''}" part="score">
      ${entries.map(({ name, value, share, mark, note }) => html`
        <div><dt>${name}</dt><dd class="value" .textContent=${live(value)}></dd>${
          share === undefined ? nothing : html`
            <dd class="bar" aria-hidden="true" .style=${`--_share: ${share}; --_mark: ${mark ?? 0}`}>${
              mark === undefined ? nothing : html`<i></i>`}</dd>
            ${note === undefined ? nothing : html`<dd class="note" .textContent=${live(note)}></dd>`}`}</div>`)}
    </dl></div>`;
}

/** Writes a score between two updates. */
export function writeScore(
  root: ParentNode, score: StepScore, reference: Reference, strings: StringsController,
): void {
  const entries = entriesOf(score, reference, strings);
  const values = root.querySelectorAll('.score .value');
  if (values.length !== entries.length) return; // an update is due
  entries.forEach(({ value }, k) => {
    if (values[k].textContent !== value) values[k].textContent = value;
  });
  const bars = root.querySelectorAll<HTMLElement>('.score .bar');
  entries.filter(({ share }) => share !== undefined)
    .forEach(({ share }, k) => bars[k].style.setProperty('--_share', String(share)));
}
