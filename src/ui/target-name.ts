import type { StringsController } from '../page/strings-controller.js';
import { isTargetName } from '../core/index.js';

/** An expression among words: left to right, whatever the page's direction. */
export function isolated(expression: string): string {
  return `\u2066${expression}\u2069`;
}

/** What a target is called: its name, or an expression in quotes. */
export function targetWords(target: string, strings: Pick<StringsController, 'text'>): string {
  return isTargetName(target) ? strings.text(target) : strings.text('theExpression', { expression: isolated(target) });
}
