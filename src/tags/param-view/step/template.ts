import { html, nothing, type TemplateResult } from 'lit';
import { badge } from '../../../ui/badge.js';
import { icons } from '../../../ui/buttons.js';
import { mentions } from './names.js';
import { panel } from './panel.js';
import { codeOf, groupsOf } from './phases.js';
import type { StepView } from './step-view.js';

/** Steps that the reader takes at once. */
const MANY_STEPS = 100;

/** Renders the bar of phases, the panel, the listing and the buttons around the picture, which stands in `.space`. */
export function template(view: StepView): TemplateResult {
  const point = ({ target }: Event): void => {
    const { names, line } = (target as Element).closest<HTMLElement>('[data-names]')?.dataset ?? {};
    view.point(names, line === undefined ? undefined : Number(line));
  };
  const leave = (): void => view.point(undefined);
  return html`
    ${view.diverged ? badge(view.strings.text('diverged')) : nothing}
    <div class="microscope" @keydown=${moveFocus}
      @pointerover=${point} @pointerleave=${leave} @focusin=${point} @focusout=${leave}>
      <div class="sheet">
        ${phaseBar(view)}<div class="space"></div>
        ${panel(view)}${listing(view)}${buttons(view)}
      </div>
    </div>`;
}

/** Arrow keys go from symbol to symbol and from line to line, which are one stop of Tab. */
function moveFocus(event: KeyboardEvent): void {
  const { key } = event;
  const by = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
  const from = (event.target as Element).closest<HTMLElement>('[data-names][tabindex]');
  if (by === 0 || !from) return;
  event.preventDefault();
  const all = [...from.closest('.panel, .code')!.querySelectorAll<HTMLElement>('[data-names][tabindex]')];
  all[all.indexOf(from) + by]?.focus();
}

/** Says `2 of 8`. */
function positionOf({ strings, phases }: StepView, phase: number): string {
  return strings.text('phaseOf', { phase: strings.number(phase + 1), phases: strings.number(phases.length) });
}

function phaseBar(view: StepView): TemplateResult {
  const { dissection: { layers, order }, phase: now, strings } = view;
  const [before, after = ''] = strings.text('sample').split('{number}');
  const segment = (k: number): TemplateResult => html`
    <button class="segment ${k < now ? 'done' : k === now ? 'now' : ''}" part="button" aria-label=${positionOf(view, k)}
      aria-current=${k === now ? 'step' : nothing} @click=${() => view.jump(k)}></button>`;
  return html`
    <div class="stepper">
      ${groupsOf(layers, order).map(({ name, first, count }) => html`
        <div class="group" role="group" aria-label=${strings.text(name)} .style=${`--_count: ${count}`}>
          <span class="name ${now >= first && now < first + count ? 'now' : ''}" aria-hidden="true">${
            strings.text(name)}</span>
          ${Array.from({ length: count }, (_, k) => segment(first + k))}
        </div>`)}
      <p class="sample">${before}<b>${strings.number(view.sample)}</b>${after}</p>
    </div>`;
}

function listing(view: StepView): TemplateResult {
  const { pointed: { names, line }, isCodeOpen } = view;
  const classesOf = (text: string, phase: number, k: number): string => {
    const isLit = line === undefined ? mentions(text, names) : line === k;
    return `${phase === view.phase ? 'now' : ''} ${isLit ? 'pointed' : ''}`;
  };
  return html`
    <div class="code">
      <button class="fold" part="button" aria-expanded=${isCodeOpen ? 'true' : 'false'} aria-controls="code"
        @click=${() => view.toggleCode()}>${icons.open}<span>${view.strings.text('code')}</span></button>
      <ol id="code" class=${isCodeOpen ? 'open' : ''}>${codeOf(view.names, view.phases).map(({ text, phase }, k) => html`
        <li class=${classesOf(text, phase, k)} data-names=${text} data-line=${k}
          tabindex=${k === 0 ? 0 : -1}><code>${text}</code></li>`)}</ol>
    </div>`;
}

/** The button to go on has room for both its texts, so that nothing moves at the last phase. */
function buttons(view: StepView): TemplateResult {
  const { strings, isAtEnd } = view;
  const isStuck = !view.canTrain || view.diverged;
  return html`
    <div class="foot">
      <button class="text back" part="button" ?disabled=${view.isAtStart} @click=${() => view.back()}>${
        strings.text('back')}</button>
      <button class="text next" part="button" ?disabled=${isStuck && isAtEnd} @click=${() => view.next()}>
        <span class=${isAtEnd ? 'later' : ''}>${strings.text('next')}</span>
        <span class=${isAtEnd ? '' : 'later'}>${strings.text('nextSample')}</span></button>
      <span class="position">${positionOf(view, view.phase)}</span>
      <span class="more"><button class="text quiet whole" part="button" ?disabled=${isStuck}
        @click=${() => view.train(1, 0)}>${strings.text('wholeStep')}</button>
      <button class="text quiet many" part="button" ?disabled=${isStuck} @click=${() => view.train(MANY_STEPS)}>${
        strings.text('manySteps', { count: strings.number(MANY_STEPS) })}</button></span>
    </div>`;
}
