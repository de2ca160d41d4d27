import type { LocalPoint } from '../../page/pointer-controller.js';
import type { CreaseView } from './creases/index.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';
import type { Progress } from './progress/index.js';

/** Shows the numbers at a point of a trainer's picture: of the chart, of a crease, or the prediction. */
export class PointedNumbers {
  private readonly _host: NnCircleTrainer;
  private readonly _creaseView: CreaseView;
  private readonly _progress: Progress;

  constructor(host: NnCircleTrainer, creaseView: CreaseView, progress: Progress) {
    this._host = host;
    this._creaseView = creaseView;
    this._progress = progress;
  }

  /** Whether a point is on the square, and not on the chart. */
  isOnSquare({ y }: LocalPoint): boolean {
    return y < this._host.squareSize.height;
  }

  show(point: LocalPoint): void {
    const { _host: { canvas, creases, probe }, _creaseView: creaseView, _progress: progress } = this;
    const isOnSquare = this.isOnSquare(point);
    let isChanged = isOnSquare && progress.unmark();
    if (isOnSquare && creases && creaseView.pointAt(point)) {
      probe.forget();
      return canvas.redraw();
    }
    isChanged = creaseView.leave() || isChanged;
    if (isOnSquare) {
      probe.showAt(point);
    } else {
      probe.hide();
      isChanged = progress.mark(point) || isChanged;
    }
    if (isChanged) canvas.redraw();
  }

  hide(): void {
    const isChanged = [this._progress.unmark(), this._creaseView.leave()].includes(true);
    this._host.probe.hide();
    if (isChanged) this._host.canvas.redraw();
  }
}
