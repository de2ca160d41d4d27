import { cellCentres, type Network } from '../core/index.js';

/** A network's predictions at the cell centres of a grid, in arrays kept from one picture to the next. */
export class PredictionGrid {
  private _points: Float64Array = new Float64Array(0);
  private _predictions: Float64Array = new Float64Array(0);

  /** [grid²], row by row from the top; valid until the next call. */
  of(network: Network, grid: number): Float64Array {
    if (this._predictions.length !== grid * grid) {
      this._points = cellCentres(grid);
      this._predictions = new Float64Array(grid * grid);
    }
    network.evaluate(this._points, this._predictions);
    return this._predictions;
  }
}
