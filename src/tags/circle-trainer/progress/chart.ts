import type { LocalPoint } from '../../../page/pointer-controller.js';
import type { StringsController } from '../../../page/strings-controller.js';
import type { TrainingRun } from '../../../model/training-run.js';
import { milestones, type LearningCurve } from '../../../core/index.js';
import { drawLearning, layOutLearning, nearestMilestone, type LearningLayout, type LearningPicture } from './chart-picture.js';
import type { Size, Theme } from '../../../draw/types.js';
import type { PacedScore } from './score-sampler.js';
import type { Tooltip } from '../../../ui/tooltip.js';
import type { NumbersTable } from '../../../features/toolbar/index.js';

/** Of the canvas under the square, in CSS pixels: the chart, and what keeps it apart. */
const HEIGHT = 112;
const APART = 8;
export const chartRoom = HEIGHT + APART;
/** What is read off is written over the lines, not on them. */
const CLEAR = 8;

/** Rows of the table at most. */
const MOST_ROWS = 20;

/** How a run has gone, as a chart on the canvas under the square, and as numbers. */
export class TrainerChart {
  private readonly _run: TrainingRun;
  private readonly _score: PacedScore;
  private readonly _strings: StringsController;
  private readonly _tooltip: Tooltip;
  private _layout: LearningLayout | undefined; // as it was last drawn
  private _marked = -1;

  constructor(run: TrainingRun, score: PacedScore, strings: StringsController, tooltip: Tooltip) {
    this._run = run;
    this._score = score;
    this._strings = strings;
    this._tooltip = tooltip;
  }

  /** Marks what is known nearest to a point of the picture; returns whether another is marked now. */
  point({ x }: LocalPoint): boolean {
    const curve = this._curve;
    if (!this._layout || !curve) return false;
    const index = nearestMilestone(this._layout, curve, x);
    const news = index !== this._marked;
    this._marked = index;
    if (index < 0) this._tooltip.hide();
    else this._tooltip.show({ x: this._layout.loss.x(Math.log10(milestones[index])), y: this._layout.loss.box.y + CLEAR }, this._tell(index));
    return news;
  }

  /** Marks nothing; returns whether something was marked. */
  leave(): boolean {
    if (this._marked < 0) return false;
    this._marked = -1;
    this._tooltip.hide();
    return true;
  }

  /** Under the square of a canvas; `now` in ms. */
  paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme, now: number): void {
    const picture = this._picture(now);
    const box = { x: 0, y: size.height - HEIGHT, width: size.width, height: HEIGHT };
    this._layout = layOutLearning(ctx, picture, box, theme);
    drawLearning(ctx, picture, this._layout, size, theme);
  }

  /** For those who do not see it. */
  describe(): string {
    const known = this._known();
    if (known.length === 0) return '';
    const { _strings: strings } = this;
    const { loss } = this._run.curve!;
    const [from, to] = [known[0], known[known.length - 1]];
    return strings.text('chartNow', {
      from: strings.number(milestones[from]), to: strings.number(milestones[to]), first: strings.format(loss[from]), last: strings.format(loss[to]),
    });
  }

  /** The numbers of the lines, some where there are many. */
  table(): NumbersTable {
    const { _strings: strings } = this;
    const known = this._known();
    const every = Math.max(1, Math.ceil(known.length / MOST_ROWS));
    const rows = known.filter((_, k) => (known.length - 1 - k) % every === 0);
    const { loss, iou, testLoss } = this._run.curve!;
    const tested = rows.some((k) => !Number.isNaN(testLoss[k]));
    return {
      caption: strings.text('overSteps'),
      heads: [strings.text('step'), ...(tested ? [strings.text('lossTraining'), strings.text('lossTest')] : [strings.text('loss')]), 'IoU'],
      rows: rows.map((k) => ({
        name: strings.number(milestones[k]),
        cells: [loss[k], ...(tested ? [testLoss[k]] : []), iou[k]].map((value) => (Number.isNaN(value) ? '' : strings.format(value))),
      })),
    };
  }

  /** Without what came after a step at which the run was sent another way. */
  private get _curve(): LearningCurve | undefined {
    const { curve, trainer } = this._run;
    curve?.forgetAfter(trainer!.lastStep);
    return curve;
  }

  /** Indices of the milestones at which the run has been. */
  private _known(): number[] {
    const curve = this._curve;
    const known: number[] = [];
    for (let k = 0; k < (curve?.length ?? 0); k++) if (!Number.isNaN(curve!.loss[k])) known.push(k);
    return known;
  }

  private _picture(now: number): LearningPicture {
    const { _run: run, _strings: strings } = this;
    const curve = this._curve!;
    const { steps } = run.trainer!;
    const score = this._score.at(now);
    // A milestone may be newer than the score, which is not worked out in every frame.
    let last = curve.length - 1;
    while (last >= 0 && (milestones[last] > steps || Number.isNaN(curve.loss[last]))) last--;
    const tip = last >= 0 && milestones[last] > score.steps
      ? { steps: milestones[last], loss: curve.loss[last], iou: curve.iou[last], testLoss: curve.testLoss[last] } : score;
    const tested = !Number.isNaN(tip.testLoss ?? NaN);
    return {
      curve, steps, tip, marked: this._marked < curve.length ? this._marked : -1, format: strings.format,
      names: { loss: strings.text(tested ? 'lossTraining' : 'loss'), iou: 'IoU', testLoss: strings.text('lossTest') },
    };
  }

  private _tell(index: number): string {
    const { _strings: strings } = this;
    const { loss, iou, testLoss } = this._run.curve!;
    const told = strings.text('chartAt', {
      steps: strings.number(milestones[index]), loss: strings.format(loss[index]), iou: strings.format(iou[index], 2),
    });
    return Number.isNaN(testLoss[index]) ? told : `${told}; ${strings.text('lossTest')} ${strings.format(testLoss[index])}`;
  }
}
