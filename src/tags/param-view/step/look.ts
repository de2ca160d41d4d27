import type { StringsController } from '../../../page/strings-controller.js';
import type { ActivationName, Dissection } from '../../../core/index.js';
import type { Names } from './names.js';

/** A row of a table, and a column of it, that the formulas take for their example. */
export interface Example { readonly row?: number; readonly column?: number }

/** What is looked at, and how. */
export interface Look {
  readonly dissection: Dissection;
  readonly names: Names;
  readonly strings: StringsController;
  /** Of the hidden layers and of the output. */
  readonly functions: readonly [ActivationName, ActivationName];
  readonly alpha: number;
  /** The row and the column that the reader chose. */
  readonly row: number | undefined;
  readonly column: number | undefined;
  /** The same step in the other update order. */
  readonly other: () => Dissection;
}
