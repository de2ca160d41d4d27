import { css, type TemplateResult } from 'lit';
import { milestones, type LearningCurve } from '../../../core/index.js';
import type { Size, Theme } from '../../../draw/types.js';
import type { NumbersTable } from '../../../features/toolbar/index.js';
import type { LocalPoint } from '../../../page/pointer-controller.js';
import type { NnCircleTrainer } from '../nn-circle-trainer.js';
import {
  drawLearning, layOutLearning, nearestMilestone, stepPlace, type LearningLayout, type LearningPicture,
} from './chart-picture.js';
import { renderScore, scoreStyles, writeScore } from './score.js';
import { ScoreSampler } from './score-sampler.js';

/** Height of the chart and of the space over it, in the picture's pixels. */
const HEIGHT = 112;
const SPACE = 8;
/** From the top of the chart down to the tooltip, in CSS pixels: not on the lines. */
const TOOLTIP_TOP = 8;

const MAX_TABLE_ROWS = 20;

export const progressStyles = [
  scoreStyles,
  css`
    .figure.charted {
      --_chart: calc(${HEIGHT + SPACE}px * var(--_grow, 1));
      aspect-ratio: auto; padding-block-end: calc(100% + var(--_chart));
    }
    .charted .sliders { inset-block-end: calc(8px + var(--_chart)); }
    .charted .badge {
      inset-block-start: calc(50% - var(--_chart) / 2); max-block-size: calc(100% - var(--_chart));
    }
  `,
];

/** Shows how well a run learns: with `score` as numbers under the picture, with `chart` as lines under the square. */
export class Progress {
  private readonly _host: NnCircleTrainer;
  private readonly _sampler: ScoreSampler;
  private _layout: LearningLayout | undefined; // as last drawn
  private _marked = -1; // index of a milestone

  constructor(host: NnCircleTrainer) {
    this._host = host;
    this._sampler = new ScoreSampler(host.run);
  }

  /** The height of the canvas under the square, in the picture's pixels. */
  get chartHeight(): number {
    return this._host.chart ? HEIGHT + SPACE : 0;
  }

  /** Renders the score, for under the picture. */
  render(): TemplateResult | undefined {
    const { run, score, strings } = this._host;
    return score ? renderScore(this._sampler.sample(performance.now()), run.trainer!, strings) : undefined;
  }

  /** Writes the score between two updates. */
  write(): void {
    const { renderRoot, run, score, strings } = this._host;
    if (score) writeScore(renderRoot, this._sampler.sample(performance.now()), run.trainer!, strings);
  }

  /** Marks the milestone of the chart nearest to a point of the picture. Returns whether the mark has changed. */
  mark({ x }: LocalPoint): boolean {
    const curve = this._curve;
    if (!this._layout || !curve) return false;
    const { tooltip } = this._host;
    const { loss } = this._layout;
    const index = nearestMilestone(this._layout, curve, x);
    const isChanged = index !== this._marked;
    this._marked = index;
    if (index < 0) tooltip.hide();
    else tooltip.show({ x: loss.x(stepPlace(milestones[index])), y: loss.box.y + TOOLTIP_TOP }, this._textAt(index));
    return isChanged;
  }

  /** Removes the mark. Returns whether there was one. */
  unmark(): boolean {
    if (this._marked < 0) return false;
    this._marked = -1;
    this._host.tooltip.hide();
    return true;
  }

  /** Draws the chart, if there is one, at the bottom of a canvas; `now` in ms, Infinity for the present score. */
  paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme, now: number): void {
    if (!this._host.chart || !this._host.run.curve) return;
    const picture = this._picture(now);
    const box = { x: 0, y: size.height - HEIGHT, width: size.width, height: HEIGHT };
    this._layout = layOutLearning(ctx, picture, box, theme);
    drawLearning(ctx, picture, this._layout, size, theme);
  }

  /** Returns from where to where the loss has come, for readers who do not see the chart; empty for none. */
  describe(): string {
    const { chart, run, strings } = this._host;
    const known = this._known();
    if (!chart || known.length === 0) return '';
    const { loss } = run.curve!;
    const [from, to] = [known[0], known[known.length - 1]];
    return strings.text('chartNow', {
      from: strings.number(milestones[from]), to: strings.number(milestones[to]),
      first: strings.loss(loss[from]), last: strings.loss(loss[to]),
    });
  }

  /** Returns a table of the chart's numbers, or of some of them where there are many; none without a chart. */
  tables(): NumbersTable[] {
    const { chart, run, strings } = this._host;
    if (!chart) return [];
    const known = this._known();
    const every = Math.max(1, Math.ceil(known.length / MAX_TABLE_ROWS));
    const indices = known.filter((_, k) => (known.length - 1 - k) % every === 0);
    const { loss, iou, testLoss } = run.curve!;
    const isTested = indices.some((k) => !Number.isNaN(testLoss[k]));
    const lossText = (value: number): string => (Number.isNaN(value) ? '' : strings.loss(value));
    const iouText = (value: number): string => (Number.isNaN(value) ? '' : strings.share(value, 2));
    const soundIou = iou.map((value, k) => (milestones[k] <= this._soundUntil ? value : NaN));
    const columns: [string, Float64Array, (value: number) => string][] = isTested ? [
      [strings.text('lossTraining'), loss, lossText], [strings.text('lossTest'), testLoss, lossText],
      [strings.text('iouTest'), soundIou, iouText],
    ] : [[strings.text('loss'), loss, lossText], ['IoU', soundIou, iouText]];
    return [{
      caption: strings.text('overSteps'),
      heads: [strings.text('step'), ...columns.map(([name]) => name)],
      rows: indices.map((k) => ({
        name: strings.number(milestones[k]), cells: columns.map(([, values, textOf]) => textOf(values[k])),
      })),
    }];
  }

  /** The curve, without the part after a step at which the run changed its course. */
  private get _curve(): LearningCurve | undefined {
    const { curve, trainer } = this._host.run;
    if (!trainer!.diverged) curve?.forgetAfter(trainer!.lastStep); // after divergence it shows the loss on its way out
    return curve;
  }

  /** The last step whose IoU counts. */
  private get _soundUntil(): number {
    const { diverged, steps } = this._host.run.trainer!;
    return diverged ? steps : Infinity;
  }

  /** Returns the indices of the milestones that have a score. One on the way out may be beyond all numbers. */
  private _known(): number[] {
    const curve = this._curve;
    return Array.from({ length: curve?.length ?? 0 }, (_, k) => k).filter((k) => Number.isFinite(curve!.loss[k]));
  }

  private _picture(now: number): LearningPicture {
    const { run, strings } = this._host;
    const curve = this._curve!;
    const { diverged, steps: present } = run.trainer!;
    const steps = diverged ? Infinity : present; // the loss on its way out is all of the present
    const score = this._sampler.sample(now);
    // A milestone may be newer than the score.
    const last = this._known().reverse().find((k) => milestones[k] <= steps);
    const tip = last !== undefined && milestones[last] > score.steps
      ? {
        steps: milestones[last], loss: curve.loss[last], iou: diverged ? score.iou : curve.iou[last],
        testLoss: curve.testLoss[last],
      }
      : score;
    const isTested = !Number.isNaN(tip.testLoss ?? NaN);
    return {
      curve, steps, soundUntil: this._soundUntil, tip, marked: this._marked < curve.length ? this._marked : -1,
      format: strings.format,
      names: {
        loss: strings.text(isTested ? 'lossTraining' : 'loss'), iou: isTested ? strings.text('iouTest') : 'IoU',
        testLoss: strings.text('lossTest'), step: strings.text('step'),
      },
    };
  }

  private _textAt(index: number): string {
    const { run, strings } = this._host;
    const { loss, iou, testLoss } = run.curve!;
    const text = strings.text('chartAt', {
      steps: strings.number(milestones[index]),
      loss: strings.loss(loss[index]),
      iou: milestones[index] <= this._soundUntil ? strings.share(iou[index], 2) : '–',
    });
    if (Number.isNaN(testLoss[index])) return text;
    return `${text}; ${strings.text('lossTest')} ${strings.loss(testLoss[index])}`;
  }
}
