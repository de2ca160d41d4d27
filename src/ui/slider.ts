import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { MIN_DRAG_PX } from '../page/pointer-controller.js';

export interface SliderOptions {
  /** Its name, beside it and for those who do not see it. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** How far an arrow key goes. */
  readonly step: number;
  readonly value: number;
  /** The value as it is written beside the slider. */
  readonly text: string;
  /** The value as it is spoken, if it says more. */
  readonly spoken?: string;
  /** Called when the reader moves it. */
  readonly onInput: (value: number) => void;
  /** Stretches between marks on the track; 1 marks its ends alone. */
  readonly stretches?: number;
  readonly disabled?: boolean;
  /** Extra class names: `quiet` shows it only while it has the focus. */
  readonly classes?: string;
}

/** The lines of a slider, but for a disc at its thumb: the page's own ground shows within that ring. */
const track = css`
  block-size: 28px; background: var(--_lines);
  mask: radial-gradient(circle at calc(7px + var(--_at, 0) * (100% - 14px)), #0000 4.5px, #000 5.5px);
`;
const thumb = css`
  box-sizing: border-box; inline-size: 14px; block-size: 14px;
  background: none; border: 2px solid var(--_ink, currentcolor); border-radius: 50%;
`;

/**
 * Native range inputs that look like the pictures: a thin track, ink up to a ring. They run left to
 * right on every page, as the axes beside them do.
 */
export const sliderStyles = css`
  .slider {
    display: flex; align-items: center; gap: 12px; font-size: 13px; line-height: 1.4; color: var(--_ink, currentcolor);
  }
  .slider span { color: var(--_muted, currentcolor); }
  .slider .value { min-inline-size: 3em; text-align: end; white-space: nowrap; direction: ltr; color: inherit; }
  .slider.quiet:not(:focus-within) { opacity: 0; pointer-events: none; }
  .sliders { position: absolute; inset-inline: 8px; inset-block-end: 8px; }
  .sliders .slider {
    position: absolute; inset-inline: 0; inset-block-end: 0; padding-inline: 8px;
    background: var(--_paper, transparent);
  }
  input[type='range'] {
    flex: 1 1 6em; min-inline-size: 0; box-sizing: border-box; inline-size: 100%; block-size: 28px;
    margin: 0; padding: 0; appearance: none; direction: ltr; cursor: pointer; touch-action: pan-y pinch-zoom;
    border-radius: 4px; forced-color-adjust: none; background: none;
    --_lines:
      linear-gradient(var(--_ink, currentcolor) 0 0) 7px 50% / calc(var(--_at, 0) * (100% - 14px)) 2px no-repeat,
      linear-gradient(var(--_muted, currentcolor) 0 0) 50% 50% / calc(100% - 14px) 1px no-repeat,
      linear-gradient(90deg, var(--_muted, currentcolor) 1px, transparent 1px)
        6.5px 50% / calc((100% - 14px) / var(--_stretches, 1)) 9px repeat-x padding-box content-box;
  }
  input[type='range']:focus-visible { outline: 2px solid var(--_accent, currentcolor); outline-offset: 2px; }
  input[type='range']::-webkit-slider-runnable-track { ${track} }
  input[type='range']::-moz-range-track { ${track} }
  input[type='range']::-webkit-slider-thumb { appearance: none; margin-block-start: 7px; ${thumb} }
  input[type='range']::-moz-range-thumb { ${thumb} }
  @media print {
    .slider.quiet { display: none; }
  }
`;

/** What a finger took hold of that may be about to scroll: some engines move a slider at its first touch. */
const touched = new WeakMap<HTMLInputElement, { readonly value: string; readonly x: number; readonly y: number }>();

/** Puts a slider back where a finger found it if that scrolls, and lets it move if it drags across or taps. */
function holdTouch(event: PointerEvent, onInput: (value: number) => void): void {
  const input = event.target as HTMLInputElement;
  if (event.type === 'pointerdown') {
    if (event.pointerType === 'touch') touched.set(input, { value: input.value, x: event.clientX, y: event.clientY });
    return;
  }
  const start = touched.get(input);
  if (!start) return;
  const [dx, dy] = [Math.abs(event.clientX - start.x), Math.abs(event.clientY - start.y)];
  if (event.type === 'pointermove' && (dx < MIN_DRAG_PX || dy > dx)) return;
  touched.delete(input);
  if (event.type === 'pointermove') event.preventDefault(); // the drag is taken: own-drags.ts
  if (event.type === 'pointercancel') input.value = start.value;
  else if (input.value !== start.value) onInput(input.valueAsNumber);
}

/** Renders a range input alone, with a name for those who do not see one beside it. */
export function rangeInput(options: SliderOptions): TemplateResult {
  const { name, min, max, step, value, text, spoken = text, onInput, stretches = 1, disabled = false } = options;
  const share = (value - min) / (max - min);
  const hold = (event: PointerEvent): void => holdTouch(event, onInput);
  // Live: the thumb goes back to the value in use where the reader's move is not taken, or came between two updates.
  // Unlike an attribute, the text of the style object is no inline style to a content policy.
  return html`
    <input type="range" aria-label=${name} min=${min} max=${live(String(max))} step=${step}
      .value=${live(String(value))} aria-valuetext=${spoken ? live(spoken) : nothing} ?disabled=${disabled}
      .style=${live(`--_at: ${share}; --_stretches: ${stretches}`)}
      @pointerdown=${hold} @pointermove=${hold} @pointerup=${hold} @pointercancel=${hold}
      @input=${({ target }: Event) => {
        const input = target as HTMLInputElement;
        if (!touched.has(input)) onInput(input.valueAsNumber);
      }}>`;
}

/** Renders a range input between its name and its value, which is no part of the name. */
export function slider(options: SliderOptions): TemplateResult {
  return html`
    <label class="slider ${options.classes ?? ''}" part="slider">
      <span>${options.name}</span>${rangeInput(options)}<span class="value" aria-hidden="true">${options.text}</span>
    </label>`;
}
