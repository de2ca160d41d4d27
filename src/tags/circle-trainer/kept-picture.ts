import { cellCentres, predictGrid, type Network } from '../../core/index.js';
import { fitsSlice, SlicedEvaluation } from '../../core/sliced-evaluation.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';
import { TrainerLayers } from './picture.js';

/** What a trainer keeps of its picture from one frame to the next, so that none takes long. */
export class KeptPicture {
  readonly layers = new TrainerLayers();
  private readonly _host: Pick<NnCircleTrainer, 'canvas' | 'grid'>;
  private _slices: SlicedEvaluation | undefined;

  constructor(host: Pick<NnCircleTrainer, 'canvas' | 'grid'>) {
    this._host = host;
  }

  /**
   * Returns the predictions in the cells, [grid × grid], row by row from the top. Those of a large network are some
   * frames old in part until it rests: it has the picture drawn again while there are more to come.
   */
  predictions(network: Network): Float64Array {
    const { grid, canvas } = this._host;
    if (fitsSlice(network, grid * grid)) return predictGrid(network, grid);
    if (this._slices?.rowLength !== grid) this._slices = new SlicedEvaluation(cellCentres(grid), grid);
    if (!this._slices.follow(network)) canvas.redraw();
    return this._slices.values;
  }
}
