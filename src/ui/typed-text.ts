import { css, noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { Problem } from '../attrs/kind.js';
import type { StringsController } from '../page/strings-controller.js';

/** Says in a language why what a reader typed cannot be used. */
export type Explanation = (strings: StringsController) => string;

/** Fields whose text cannot be used. */
const mistakes = new WeakMap<HTMLInputElement, Explanation>();

let count = 0;

/** Styles of what is wrong, beneath its field. */
export const mistakeStyles = css`
  [aria-invalid='true'] { border-color: var(--_negative, currentcolor); box-shadow: 0 0 0 1px var(--_negative); }
  .wrong { grid-column: 1 / -1; margin: 0; overflow-wrap: anywhere; }
  .wrong:empty { position: absolute; } /* takes no row, and is there to be read out from the first word on */
`;

/** Keeps what a reader typed in its field, marked as wrong and explained beneath it; undefined where it is right. */
export function explainMistake(
  field: HTMLInputElement, explanation: Explanation | undefined, strings: StringsController,
): void {
  if (explanation) mistakes.set(field, explanation);
  else mistakes.delete(field);
  showMistake(field, strings);
}

/** Writes into the element after a field what is wrong with its text. */
function showMistake(field: HTMLInputElement, strings: StringsController): void {
  const place = field.nextElementSibling as HTMLElement;
  const text = mistakes.get(field)?.(strings) ?? '';
  if (place.textContent === text) return;
  place.id ||= `wrong-${++count}`;
  place.textContent = text;
  field.setAttribute('aria-invalid', String(text !== ''));
  field.setAttribute('aria-describedby', place.id);
}

/** Writes the value in use into a field when that is another, unless the text there `isSame`. */
class TypedText extends Directive {
  private _last: string | undefined;

  override render(_written: string, _strings: StringsController, _isSame?: (text: string) => boolean): unknown {
    return noChange;
  }

  override update(
    part: ElementPart, [written, strings, isSame = () => false]: Parameters<TypedText['render']>,
  ): unknown {
    const field = part.element as HTMLInputElement;
    if (written !== this._last) {
      if (!isSame(field.value)) field.value = written;
      mistakes.delete(field);
    }
    this._last = written;
    showMistake(field, strings); // maybe in another language
    return noChange;
  }
}

/** For an input before a `<p class="wrong" role="alert">`: shows the value in use, and what is wrong with a text. */
export const typedText = directive(TypedText);

/** Explains to a reader why a text is neither a shape nor an expression. */
export function explainTarget(text: string, { expected, hint = '' }: Problem): Explanation {
  const [, column = '1', there = hint] = /column (\d+): expected (.*)/s.exec(expected) ?? [];
  const [, instead] = /^(?:did you mean )?"([^"]+)"/.exec(there) ?? [];
  const [, x, y] = /^finite .* x = (\S+), y = (\S+)/.exec(there) ?? [];
  const [found] = /[\p{L}\d_.]+|\S|$/u.exec(text.slice(Number(column) - 1))!;
  return (strings) => {
    const written = (coordinate: string): string => strings.format(Number(coordinate.replace('−', '-')));
    if (y !== undefined) return strings.text('wrongValue', { x: written(x), y: written(y) });
    return strings.sentences(
      found === '' ? strings.text('wrongEnd') : strings.text('wrongAt', { found, column }),
      ...(instead === undefined ? [] : [strings.text('expectedThere', { text: instead })]),
    );
  };
}
