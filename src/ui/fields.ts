import { css, html, noChange, nothing, type TemplateResult } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';
import { live } from 'lit/directives/live.js';
import { clamp, parseDecimal } from '../attrs/number.js';
import type { StringsController } from '../page/strings-controller.js';
import { icons } from './buttons.js';
import { rangeInput, type SliderOptions } from './slider.js';

/** Native fields with a name above them, 28 px high. */
export const fieldStyles = css`
  .field { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 8px; align-items: center; }
  .field > span { color: var(--_muted, currentcolor); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .field > .value { color: inherit; direction: ltr; }
  .field > :is(input[type='range'], .box, .wide, .alone) { grid-column: 1 / -1; }
  .box, .exact {
    box-sizing: border-box; inline-size: 100%; min-inline-size: 0; block-size: 28px; margin: 0; padding: 0 8px;
    font: inherit; font-size: 13px; font-variant-numeric: inherit; letter-spacing: normal; text-align: start;
    color: var(--_ink, currentcolor); background: var(--_paper, transparent); border: 1px solid var(--_muted, currentcolor); border-radius: 4px; appearance: none;
  }
  .box.formula { direction: ltr; }
  :is(.box, .exact)[type='number'] { direction: ltr; appearance: textfield; }
  .exact { inline-size: 4.5em; padding: 0 6px; }
  :is(.box, .exact, .action, input[type='range']):disabled { opacity: 0.5; cursor: default; }
  /* iOS zooms the page to a field with smaller text. */
  @supports (-webkit-touch-callout: none) {
    :is(.box, .exact) { font-size: 16px; }
  }
  input[step='any']::-webkit-inner-spin-button { appearance: none; margin: 0; }
  .select { position: relative; display: block; }
  .select select { padding-inline-end: 26px; text-overflow: ellipsis; cursor: pointer; }
  .select svg { position: absolute; inset-block: 7px; inset-inline-end: 7px; pointer-events: none; color: var(--_muted, currentcolor); }
  fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  legend { padding: 0; color: var(--_muted, currentcolor); }
  .checks div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 100px), 1fr)); }
  .check { display: flex; align-items: center; gap: 6px; min-block-size: 28px; cursor: pointer; white-space: nowrap; }
  .check input { inline-size: 16px; block-size: 16px; margin: 0; accent-color: var(--_ink, currentcolor); }
`;

interface Bounded { readonly min: number; readonly max: number; readonly step: number }

export interface NumberFieldOptions extends Bounded {
  readonly name: string;
  readonly value: number;
  readonly strings: StringsController;
  /** The reader typed or stepped to it; within the bounds. */
  readonly onInput: (value: number) => void;
  readonly disabled?: boolean;
}

/** What a field says, moved to the nearest bound; undefined where it is no number yet, as "−". */
function valueOf(field: HTMLInputElement, { min, max, step }: Bounded): number | undefined {
  const found = parseDecimal(field.value);
  return found === undefined ? undefined : clamp(step === 1 ? Math.round(found) : found, { min, max });
}

/** Every state that is a number counts at once; where it is beyond a bound, the field's validity message says so. */
function useTypedNumber(field: HTMLInputElement, { strings, onInput, ...bounds }: NumberFieldOptions): void {
  const used = valueOf(field, bounds);
  if (used === undefined) return;
  const { min, max } = bounds;
  const beyond = used !== parseDecimal(field.value);
  field.setCustomValidity(beyond ? strings.text('within', { min: strings.format(min), max: strings.format(max) }) : '');
  onInput(used);
  if (beyond) field.reportValidity();
}

/** Arrow keys go by the step from any number: native ones would call what lies between two steps invalid. */
function stepByArrowKey(event: KeyboardEvent, options: NumberFieldOptions): void {
  const way = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
  if (way === 0 || options.step === 1) return;
  event.preventDefault();
  const field = event.target as HTMLInputElement;
  const from = valueOf(field, options) ?? options.value;
  const to = Math.round((from + way * options.step) * 1e9) / 1e9;
  field.value = String(clamp(to, options));
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** It is done: what stands in the field is what is in use. */
function showValueInUse(field: HTMLInputElement, { value }: NumberFieldOptions): void {
  field.setCustomValidity('');
  field.value = String(value);
}

/** Writes another number into a field whose text does not say it already, as "-0" and ".5" do while more is typed. */
class NumberText extends Directive {
  private _last: number | undefined;

  override render(value: number): unknown {
    return String(value);
  }

  override update(part: PropertyPart, [value]: [number]): unknown {
    const field = part.element as HTMLInputElement;
    if (value !== this._last && parseDecimal(field.value) !== value) field.value = String(value);
    this._last = value;
    return noChange;
  }
}

const numberText = directive(NumberText);

function numberInput(options: NumberFieldOptions, classes: string): TemplateResult {
  const { name, min, max, step, value, disabled = false } = options;
  return html`
    <input type="number" class=${classes} aria-label=${name} min=${min} max=${max} step=${step === 1 ? step : 'any'} .value=${numberText(value)} ?disabled=${disabled}
      @keydown=${(event: KeyboardEvent) => stepByArrowKey(event, options)}
      @input=${(event: Event) => useTypedNumber(event.target as HTMLInputElement, options)}
      @change=${(event: Event) => showValueInUse(event.target as HTMLInputElement, options)}
      @blur=${(event: Event) => showValueInUse(event.target as HTMLInputElement, options)}>`;
}

/** A matrix with another number in one place, for fields of its numbers. */
export function withNumberAt(matrix: readonly (readonly number[])[], row: number, column: number, value: number): readonly (readonly number[])[] {
  return matrix.map((numbers, j) => (j === row ? numbers.map((each, i) => (i === column ? value : each)) : numbers));
}

/** A number field under its name. */
export function numberField(options: NumberFieldOptions): TemplateResult {
  return html`<div class="field"><span class="alone" aria-hidden="true">${options.name}</span>${numberInput(options, 'box')}</div>`;
}

/** A slider under its name and a field for exact numbers. */
export function numberSlider(options: NumberFieldOptions): TemplateResult {
  const { name, min, max, step, value, strings, onInput } = options;
  return html`
    <div class="field"><span aria-hidden="true">${name}</span>${numberInput(options, 'exact')}${rangeInput({
      name, min, max, step: 10 * step, value, text: strings.format(value), onInput, stretches: 2,
    })}</div>`;
}

export interface ChoiceOptions<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly choices: readonly T[];
  readonly nameOf: (choice: T) => string;
  readonly onInput: (choice: T) => void;
}

/** A native list to choose one from. */
export function choiceField<T extends string>({ name, value, choices, nameOf, onInput }: ChoiceOptions<T>): TemplateResult {
  return html`
    <label class="field"><span class="alone">${name}</span><span class="select wide">
      <select class="box" @change=${(event: Event) => onInput((event.target as HTMLSelectElement).value as T)}>
        ${choices.map((choice) => html`<option value=${choice} .selected=${live(choice === value)}>${nameOf(choice)}</option>`)}
      </select>${icons.open}</span></label>`;
}

export interface ChecksOptions<T extends string> extends Omit<ChoiceOptions<T>, 'value' | 'onInput'> {
  /** In the order in which they were chosen. */
  readonly values: readonly T[];
  readonly onInput: (values: readonly T[]) => void;
}

/** Boxes to tick, at least one. */
export function checkboxes<T extends string>({ name, values, choices, nameOf, onInput }: ChecksOptions<T>): TemplateResult {
  const tick = (choice: T, ticked: boolean): void => onInput(ticked ? [...values, choice] : values.filter((each) => each !== choice));
  return html`
    <fieldset class="checks"><legend>${name}</legend><div>
      ${choices.map((choice) => html`
        <label class="check"><input type="checkbox" .checked=${live(values.includes(choice))} ?disabled=${values.length === 1 && values[0] === choice}
          @change=${(event: Event) => tick(choice, (event.target as HTMLInputElement).checked)}>${nameOf(choice)}</label>`)}
    </div></fieldset>`;
}

/**
 * A text to type, which counts when it is done; until then it is left alone. An empty one gives way to the
 * one in use, and so does one for which `onChange` returns false.
 */
export function textField(name: string, value: string, longest: number, onChange: (text: string) => unknown, classes = ''): TemplateResult {
  return html`
    <label class="field"><span class="alone">${name}</span>
      <input type="text" class="box ${classes}" maxlength=${longest} autocomplete="off" autocapitalize="off" spellcheck="false" .value=${value}
        @change=${(event: Event) => {
          const field = event.target as HTMLInputElement;
          const text = field.value.trim();
          if (text === '' || onChange(text) === false) field.value = value;
        }}></label>`;
}

export interface DecadesOptions {
  readonly name: string;
  /** Powers of ten. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly text: string;
  /** Integers only. */
  readonly whole?: boolean;
  readonly onInput: (value: number) => void;
}

/** A slider under its name and its value. */
export function sliderField(options: SliderOptions): TemplateResult {
  return html`
    <div class="field"><span aria-hidden="true">${options.name}</span><span class="value" aria-hidden="true" .textContent=${live(options.text)}></span>${rangeInput(options)}</div>`;
}

/** A slider over powers of ten, ten steps each, to two significant digits. */
export function powerOfTenSlider({ name, from, to, value, text, whole = false, onInput }: DecadesOptions): TemplateResult {
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

export interface ActionOptions {
  readonly name: string;
  readonly icon?: TemplateResult;
  readonly onClick: () => void;
  readonly classes?: string;
  /** Its name is told, not shown. */
  readonly bare?: boolean;
  readonly disabled?: boolean;
}

/** A button; where there is little room, only its icon is seen. */
export function actionButton({ name, icon, onClick, classes = '', bare = false, disabled = false }: ActionOptions): TemplateResult {
  return html`
    <button class="action ${classes}" part="button" aria-label=${bare ? name : nothing} title=${bare ? name : nothing} ?disabled=${disabled} @click=${onClick}>${icon ?? nothing}${
      bare ? nothing : html`<span>${name}</span>`}</button>`;
}
