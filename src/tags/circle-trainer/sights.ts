import { css, html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { LocalPoint } from '../../page/pointer-controller.js';
import type { StringsController } from '../../page/strings-controller.js';
import type { TrainingRun } from '../../model/training-run.js';
import { insideFrame } from '../../draw/style.js';
import { drawTrainer, type TrainerPicture } from './picture.js';
import type { Size, Theme } from '../../draw/types.js';
import { predictionText } from './description.js';
import { PacedScore } from './progress/score-sampler.js';
import { PointProbe, wholePicture, type PlanePlace } from '../../ui/probe.js';
import type { Tooltip } from '../../ui/tooltip.js';
import type { NumbersTable } from '../../features/toolbar/index.js';
import { chartRoom, TrainerChart } from './progress/chart.js';
import { TrainerCreases } from './creases/creases.js';
import { trainerScore, trainerScoreStyles, writeScore } from './progress/score.js';

export const trainerSightsStyles = [
  trainerScoreStyles,
  css`
    .figure.charted { --_chart: ${chartRoom}px; aspect-ratio: auto; padding-block-end: calc(100% + var(--_chart)); }
    .charted .sliders { inset-block-end: calc(8px + var(--_chart)); }
    .charted .badge { inset-block-start: calc(50% - var(--_chart) / 2); max-block-size: calc(100% - var(--_chart)); }
  `,
];

/** What is to be seen of a trainer, by the names of its own members. */
export interface SightsHost extends ReactiveElement {
  readonly score: boolean;
  readonly chart: boolean;
  readonly creases: boolean;
  readonly grid: number;
  readonly surface: HTMLElement | null | undefined;
  readonly strings: StringsController;
  readonly tooltip: Tooltip;
}

export interface SightsOptions {
  readonly run: TrainingRun;
  readonly strings: StringsController;
  readonly tooltip: Tooltip;
  readonly redraw: () => void;
}

/**
 * What can be seen and pointed at of a trainer besides its predictions: the prediction at a point, creases,
 * and under the square a chart and the score.
 */
export class TrainerSights {
  private readonly _host: SightsHost;
  private readonly _options: SightsOptions;
  private readonly _score: PacedScore;
  private readonly _chart: TrainerChart;
  private readonly _creases: TrainerCreases;
  private readonly _probe: PointProbe;

  constructor(host: SightsHost, options: SightsOptions) {
    const { run, strings, tooltip, redraw } = options;
    this._host = host;
    this._options = options;
    this._score = new PacedScore(run);
    this._chart = new TrainerChart(run, this._score, strings, tooltip);
    const square = wholePicture(host, () => this._below);
    this._creases = new TrainerCreases({
      run, strings, tooltip, grid: () => host.grid, place: square.pointOf,
      onChoice: () => {
        redraw();
        host.requestUpdate();
      },
    });
    this._probe = new PointProbe(host, { ...square, describe: (at) => predictionText(run.trainer!.network, at, strings) });
  }

  /** Class names of the box that holds the picture. */
  get classes(): string {
    return this._host.chart ? 'charted' : '';
  }

  /** The place of the plane at which the sliders are. */
  get at(): PlanePlace {
    return this._probe.at;
  }

  /** Whether a point of the picture is on the square, and so a click there a new start. */
  isOnSquare({ y }: LocalPoint): boolean {
    return y < this._host.surface!.clientHeight - this._below;
  }

  readonly onHover = (point: LocalPoint | undefined): void => {
    if (point) this.point(point);
    else this.hide();
  };

  /** Tells what lies under a point of the picture: of the chart, of a crease, or the prediction. */
  point(point: LocalPoint): void {
    const { _host: host, _chart: chart, _creases: creases, _probe: probe, _options: { redraw } } = this;
    const onSquare = this.isOnSquare(point);
    const { clientWidth: width, clientHeight: height } = host.surface!;
    const box = insideFrame({ width, height: height - this._below, density: 1 });
    let news = onSquare && chart.leave();
    if (host.creases && onSquare && creases.point(point, [(2 * (point.x - box.x)) / box.width - 1, 1 - (2 * (point.y - box.y)) / box.height], box)) {
      probe.forget();
      return redraw();
    }
    news = creases.leave() || news;
    if (onSquare) {
      probe.showAt(point);
    } else {
      probe.hide();
      news = chart.point(point) || news;
    }
    if (news) redraw();
  }

  /** Nothing is pointed at any more. */
  hide(): void {
    const news = [this._chart.leave(), this._creases.leave()].includes(true);
    this._probe.hide();
    if (news) this._options.redraw();
  }

  /** Sliders over the picture that do by keyboard what a pointer does, for where there is no toolbar. */
  quietSliders(): TemplateResult {
    const { strings } = this._options;
    return html`${this._probe.keyboardSliders(strings.text('prediction'))}${this._host.creases ? this._creases.quietSlider() : nothing}`;
  }

  /** The same as fields of a toolbar. */
  fields(): TemplateResult {
    const { strings } = this._options;
    return html`${this._host.creases ? html`<div class="fields"><div class="double">${this._creases.field()}</div></div>` : nothing}${this._probe.fields(strings.text('prediction'))}`;
  }

  /** Under the picture. */
  under(): TemplateResult | undefined {
    const { run, strings } = this._options;
    return this._host.score ? trainerScore(this._score.at(performance.now()), run.trainer!, strings) : undefined;
  }

  /** Writes the score between two updates. */
  write(root: ParentNode): void {
    const { run, strings } = this._options;
    if (this._host.score) writeScore(root, this._score.at(performance.now()), run.trainer!, strings);
  }

  /** What an unseen picture shows besides what any trainer's does. */
  describe(told: string): string {
    const { _host: { chart, creases }, _options: { run, strings } } = this;
    if (run.rest === 'unusable') return told;
    return strings.sentences(...[told, chart ? this._chart.describe() : '', creases ? this._creases.describe() : ''].filter((each) => each !== ''));
  }

  tables(): NumbersTable[] {
    return this._host.chart ? [this._chart.table()] : [];
  }

  /** Draws all of it; `now` in ms, or Infinity where nothing moves. */
  paint(ctx: CanvasRenderingContext2D, picture: TrainerPicture, size: Size, theme: Theme, now: number): void {
    const { chart, creases } = this._host;
    drawTrainer(ctx, creases ? { ...picture, creased: this._creases.picture() } : picture, { ...size, height: size.height - this._below }, theme);
    if (chart && this._options.run.curve) this._chart.paint(ctx, size, theme, now);
    if (creases) this._creases.follow(now);
    this._probe.updateNumbers(now);
  }

  private get _below(): number {
    return this._host.chart ? chartRoom : 0;
  }
}
