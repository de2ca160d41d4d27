import { isTargetName } from '../core/index.js';
import type { StringsController } from '../page/strings-controller.js';

/** Returns an expression to stand among words: left to right, whatever the page's direction. */
export function isolated(expression: string): string {
  return `\u2066${expression}\u2069`;
}

/** Returns the name of a target, or its expression in quotes. */
export function targetName(target: string, strings: Pick<StringsController, 'text'>): string {
  return isTargetName(target) ? strings.text(target) : strings.text('theExpression', { expression: isolated(target) });
}

/** Returns a point as text: (0.32, −0.5), or with so many `decimals`. */
export function pairText([x, y]: readonly [number, number], { format }: StringsController, decimals?: number): string {
  return `(${format(x, decimals)}, ${format(y, decimals)})`;
}

/** Returns `name` with a subscript, as w₁. */
export function indexed(name: string, index: number): string {
  return name + [...String(index)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
}
