import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Matrix } from '../attrs/list.js';
import { clamp } from '../attrs/number.js';
import type { StringsController } from '../page/strings-controller.js';
import { icons } from './buttons.js';
import { rangeInput, type SliderOptions } from './slider.js';
import { explainMistake, mistakeStyles, typedText, type Explanation } from './typed-text.js';

/** Styles of native fields, 28 px high, with a name above them. */
export const fieldStyles = css`
  ${mistakeStyles}
  .field { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 8px; align-items: center; }
  .field > span { color: var(--_muted, currentcolor); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .field > .value { color: inherit; direction: ltr; }
  .field > :is(input[type='range'], .box, .wide, .alone) { grid-column: 1 / -1; }
  .box, .exact {
    box-sizing: border-box; inline-size: 100%; min-inline-size: 0; block-size: 28px; margin: 0; padding: 0 8px;
    font: inherit; font-size: 13px; font-variant-numeric: inherit; letter-spacing: normal; text-align: start;
    color: var(--_ink, currentcolor); background: none;
    border: 1px solid var(--_muted, currentcolor); border-radius: 4px; appearance: none;
  }
  .box.formula { direction: ltr; }
  [role='spinbutton'] { direction: ltr; }
  .exact { inline-size: 4.5em; padding: 0 6px; }
  :is(.box, .exact, .action, input[type='range']):disabled { opacity: 0.5; cursor: default; }
  /* iOS zooms the page to a field with smaller text. */
  @supports (-webkit-touch-callout: none) {
    :is(.box, .exact) { font-size: 16px; }
  }
  .select { position: relative; display: block; }
  .select select { padding-inline-end: 26px; text-overflow: ellipsis; cursor: pointer; }
  .select svg {
    position: absolute; inset-block: 7px; inset-inline-end: 7px;
    pointer-events: none; color: var(--_muted, currentcolor);
  }
  fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  legend { padding: 0; color: var(--_muted, currentcolor); }
  .checks div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 100px), 1fr)); }
  .check { display: flex; align-items: center; gap: 6px; min-block-size: 28px; cursor: pointer; white-space: nowrap; }
  .check input { inline-size: 16px; block-size: 16px; margin: 0; accent-color: var(--_ink, currentcolor); }
`;

interface NumberFieldOptions {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** How far an arrow key goes; 1 takes integers alone. */
  readonly step: number;
  readonly value: number;
  readonly strings: StringsController;
  /** Called with each number that the reader types or steps to; within the bounds. */
  readonly onInput: (value: number) => void;
  readonly disabled?: boolean;
}

/** Returns the number in a field, moved to the nearest bound; undefined where there is none yet, as for "−". */
function numberIn(field: HTMLInputElement, { min, max, step, strings }: NumberFieldOptions): number | undefined {
  const found = strings.parse(field.value);
  return found === undefined ? undefined : clamp(step === 1 ? Math.round(found) : found, { min, max });
}

/** Uses what was typed as soon as it is a number; where it is beyond a bound, the validity message says so. */
function useTypedNumber(field: HTMLInputElement, options: NumberFieldOptions): void {
  const used = numberIn(field, options);
  if (used === undefined) return;
  const { min, max, strings, onInput } = options;
  const isBeyond = used !== strings.parse(field.value);
  const message = isBeyond ? strings.text('within', { min: strings.format(min), max: strings.format(max) }) : '';
  field.setCustomValidity(message);
  onInput(used);
  if (isBeyond) field.reportValidity();
}

/** Returns a number as it stands in a field, in the notation of the words around it. */
function writtenNumber(value: number, { strings }: NumberFieldOptions): string {
  return strings.number(value, { useGrouping: false, maximumFractionDigits: 12 });
}

function stepByArrowKey(event: KeyboardEvent, options: NumberFieldOptions): void {
  const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
  if (direction === 0) return;
  event.preventDefault();
  const field = event.target as HTMLInputElement;
  const from = numberIn(field, options) ?? options.value;
  field.value = writtenNumber(clamp(Math.round((from + direction * options.step) * 1e9) / 1e9, options), options);
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Replaces what was typed by the value in use, once the reader is done, unless it is no number at all. */
function finishNumber(field: HTMLInputElement, options: NumberFieldOptions): void {
  const { min, max, strings } = options;
  const isWrong = field.value.trim() !== '' && strings.parse(field.value) === undefined;
  field.setCustomValidity('');
  if (!isWrong) field.value = writtenNumber(options.value, options);
  explainMistake(field, isWrong ? (words) => words.text('numberExpected', {
    min: words.format(min), max: words.format(max),
  }) : undefined, strings);
}

const fieldOf = (event: Event): HTMLInputElement => event.target as HTMLInputElement;

/**
 * A field of text: a native number field takes a comma or a point, whichever the browser's own language has, and drops
 * the other, so that 0,5 becomes 5. Keyboards for numbers lack a minus on some phones.
 */
function numberInput(options: NumberFieldOptions, classes: string): TemplateResult {
  const { name, min, max, step, value, disabled = false, strings } = options;
  const written = writtenNumber(value, options);
  return html`
    <input type="text" role="spinbutton" class=${classes} aria-label=${name} autocomplete="off" maxlength="40"
      inputmode=${min < 0 ? 'text' : step === 1 ? 'numeric' : 'decimal'}
      aria-valuemin=${min} aria-valuemax=${max} aria-valuenow=${value} aria-valuetext=${written}
      ?disabled=${disabled} ${typedText(written, strings, (text) => strings.parse(text) === value)}
      @keydown=${(event: KeyboardEvent) => stepByArrowKey(event, options)}
      @input=${(event: Event) => useTypedNumber(fieldOf(event), options)}
      @change=${(event: Event) => finishNumber(fieldOf(event), options)}
      @blur=${(event: Event) => finishNumber(fieldOf(event), options)}><p class="wrong" role="alert"></p>`;
}

/** Returns a copy of a matrix with the number in one place changed. */
export function withNumberAt(matrix: Matrix, row: number, column: number, value: number): Matrix {
  return matrix.map((numbers, j) => (j === row ? numbers.map((each, i) => (i === column ? value : each)) : numbers));
}

/** Renders a number field under its name. */
export function numberField(options: NumberFieldOptions): TemplateResult {
  const name = html`<span class="alone" aria-hidden="true">${options.name}</span>`;
  return html`<div class="field">${name}${numberInput(options, 'box')}</div>`;
}

/** Renders a slider under its name and a field for exact numbers. */
export function numberSlider(options: NumberFieldOptions): TemplateResult {
  const { name, step, value, strings } = options;
  const input = rangeInput({ ...options, step: 10 * step, text: strings.format(value), stretches: 2, disabled: false });
  return html`<div class="field"><span aria-hidden="true">${name}</span>${numberInput(options, 'exact')}${input}</div>`;
}

interface ChoicesOptions<T extends string> {
  readonly name: string;
  readonly choices: readonly T[];
  readonly nameOf: (choice: T) => string;
}

interface ChoiceOptions<T extends string> extends ChoicesOptions<T> {
  readonly value: T;
  readonly onInput: (choice: T) => void;
}

/** Renders a native list to choose one from. */
export function choiceField<T extends string>(
  { name, value, choices, nameOf, onInput }: ChoiceOptions<T>,
): TemplateResult {
  return html`
    <label class="field"><span class="alone">${name}</span><span class="select wide">
      <select class="box" @change=${(event: Event) => onInput((event.target as HTMLSelectElement).value as T)}>
        ${choices.map((choice) => html`
          <option value=${choice} .selected=${live(choice === value)}>${nameOf(choice)}</option>`)}
      </select>${icons.open}</span></label>`;
}

interface CheckboxesOptions<T extends string> extends ChoicesOptions<T> {
  /** In the order in which they were chosen. */
  readonly values: readonly T[];
  readonly onInput: (values: readonly T[]) => void;
}

/** Renders boxes to tick, at least one. */
export function checkboxes<T extends string>(
  { name, values, choices, nameOf, onInput }: CheckboxesOptions<T>,
): TemplateResult {
  const box = (choice: T): TemplateResult => html`
    <input type="checkbox" .checked=${live(values.includes(choice))}
      ?disabled=${values.length === 1 && values[0] === choice}
      @change=${(event: Event) => onInput(fieldOf(event).checked
        ? [...values, choice]
        : values.filter((each) => each !== choice))}>`;
  return html`
    <fieldset class="checks"><legend>${name}</legend><div>
      ${choices.map((choice) => html`<label class="check">${box(choice)}${nameOf(choice)}</label>`)}
    </div></fieldset>`;
}

interface TextFieldOptions {
  readonly name: string;
  readonly value: string;
  readonly strings: StringsController;
  /** Called with the text when the reader is done; returns what is wrong with it, if anything is. */
  readonly onChange: (text: string) => Explanation | undefined;
  readonly classes?: string;
}

/**
 * Renders a text field. It goes back to the value in use where its text is empty; one that is wrong stays, and is
 * marked and explained.
 */
export function textField({ name, value, strings, onChange, classes = '' }: TextFieldOptions): TemplateResult {
  const onDone = (event: Event): void => {
    const field = fieldOf(event);
    const text = field.value.trim();
    if (text === '') field.value = value;
    explainMistake(field, text === '' ? undefined : onChange(text), strings);
  };
  return html`
    <div class="field"><span class="alone" aria-hidden="true">${name}</span>
      <input type="text" class="box ${classes}" aria-label=${name} maxlength="200" autocomplete="off"
        autocapitalize="off" spellcheck="false" @change=${onDone} ${typedText(value, strings)}
        ><p class="wrong" role="alert"></p></div>`;
}

/** Renders a slider under its name and its value. */
export function sliderField(options: SliderOptions): TemplateResult {
  return html`
    <div class="field"><span aria-hidden="true">${options.name}</span
      ><span class="value" aria-hidden="true" .textContent=${live(options.text)}></span>${rangeInput(options)}</div>`;
}

interface PowerOfTenOptions extends Pick<SliderOptions, 'name' | 'value' | 'text' | 'onInput'> {
  /** The lowest and the highest power. */
  readonly from: number;
  readonly to: number;
  /** Whether it takes integers alone. */
  readonly whole?: boolean;
}

/** Renders a slider over powers of ten, ten steps each, to two significant digits. */
export function powerOfTenSlider(
  { name, from, to, value, text, whole = false, onInput }: PowerOfTenOptions,
): TemplateResult {
  const at = clamp(value > 0 ? Math.log10(value) : from, { min: from, max: to });
  return sliderField({
    name, min: from, max: to, step: 0.1, value: at, text, stretches: to - from,
    onInput: (power) => {
      const found = Number((10 ** power).toPrecision(2));
      // Away from where it was: 1.3 would round to the 1 that an arrow key left.
      onInput(!whole ? found : power > at ? Math.ceil(found) : Math.floor(found));
    },
  });
}

interface ActionOptions {
  readonly name: string;
  readonly icon?: TemplateResult;
  readonly onClick: () => void;
  readonly classes?: string;
  /** Whether only the icon is shown, and the name is for the tooltip and those who do not see it. */
  readonly bare?: boolean;
  readonly disabled?: boolean;
}

/** Renders a button; where there is little room, only its icon is seen. */
export function actionButton(
  { name, icon, onClick, classes = '', bare = false, disabled = false }: ActionOptions,
): TemplateResult {
  const label = bare ? name : nothing;
  return html`
    <button class="action ${classes}" part="button" aria-label=${label} title=${label} ?disabled=${disabled}
      @click=${onClick}>${icon ?? nothing}${bare ? nothing : html`<span>${name}</span>`}</button>`;
}
