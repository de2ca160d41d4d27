import { css, type TemplateResult } from 'lit';
import type { Size, Theme } from '../../../draw/types.js';
import type { NumbersTable } from '../../../features/toolbar/index.js';
import type { LocalPoint } from '../../../page/pointer-controller.js';
import type { NnCircleTrainer } from '../nn-circle-trainer.js';
import { Chart, CHART_HEIGHT } from './chart.js';
import { renderScore, scoreStyles, writeScore } from './score.js';
import { ScoreSampler } from './score-sampler.js';

export const progressStyles = [
  scoreStyles,
  css`
    .figure.charted {
      --_chart: ${CHART_HEIGHT}px; aspect-ratio: auto; padding-block-end: calc(100% + var(--_chart));
    }
    .charted .sliders { inset-block-end: calc(8px + var(--_chart)); }
    .charted .badge {
      inset-block-start: calc(50% - var(--_chart) / 2); max-block-size: calc(100% - var(--_chart));
    }
  `,
];

/** The members of a trainer that show how well it learns. */
type ProgressHost = Pick<NnCircleTrainer, 'chart' | 'renderRoot' | 'run' | 'score' | 'strings' | 'tooltip'>;

/** Shows how well a run learns: with `score` numbers under the picture, with `chart` a chart in it. */
export class Progress {
  private readonly _host: ProgressHost;
  private readonly _sampler: ScoreSampler;
  private readonly _chart: Chart;

  constructor(host: ProgressHost) {
    this._host = host;
    this._sampler = new ScoreSampler(host.run);
    this._chart = new Chart(host, this._sampler);
  }

  /** The height of the canvas under the square, in CSS pixels. */
  get chartHeight(): number {
    return this._host.chart ? CHART_HEIGHT : 0;
  }

  /** Marks the milestone of the chart nearest to a point of the picture. Returns whether the mark has changed. */
  mark(point: LocalPoint): boolean {
    return this._chart.mark(point);
  }

  /** Removes the mark. Returns whether there was one. */
  unmark(): boolean {
    return this._chart.unmark();
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

  /** Returns the chart in words, for readers who do not see it; empty for none. */
  describe(): string {
    return this._host.chart ? this._chart.describe() : '';
  }

  tables(): NumbersTable[] {
    return this._host.chart ? [this._chart.table()] : [];
  }

  /** Draws the chart; `now` in ms, Infinity for the present score. */
  paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme, now: number): void {
    if (this._host.chart && this._host.run.curve) this._chart.paint(ctx, size, theme, now);
  }
}
