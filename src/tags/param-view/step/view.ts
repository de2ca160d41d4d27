import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { StringsController } from '../../../page/strings-controller.js';
import { badge } from '../../../ui/badge.js';
import { catchFocus, icons } from '../../../ui/buttons.js';
import { isPointed } from './names.js';
import { panel } from './panel.js';
import { MANY_STEPS, type Microscope } from './stepper.js';

/** The microscope around its diagram, which stands in the `space`: where one is, what it says there, the program, and the ways on. */
export function renderMicroscope(microscope: Microscope, host: LitElement, strings: StringsController): TemplateResult {
  if (!microscope.dissection) return html``;
  return html`
    ${microscope.diverged ? badge(strings.text('diverged')) : nothing}
    <div class="microscope" @keydown=${move}
      @pointerover=${(event: Event) => point(event, microscope)} @pointerleave=${() => microscope.point(undefined)}
      @focusin=${(event: Event) => point(event, microscope)} @focusout=${() => microscope.point(undefined)}>
      <div class="sheet">
        ${stepper(microscope, strings)}<div class="space"></div>
        ${panel(microscope, strings)}${code(microscope, strings)}${foot(microscope, host, strings)}
      </div>
    </div>`;
}

/** Symbols and lines that have the same names light up together. */
function point({ target }: Event, microscope: Microscope): void {
  const found = (target as Element).closest<HTMLElement>('[data-names]');
  microscope.point(found?.dataset.names, found?.dataset.line === undefined ? undefined : Number(found.dataset.line));
}

/** Arrow keys go from symbol to symbol and from line to line: one stop of Tab for all of them. */
function move(event: KeyboardEvent): void {
  const way = ['ArrowRight', 'ArrowDown'].includes(event.key) ? 1 : ['ArrowLeft', 'ArrowUp'].includes(event.key) ? -1 : 0;
  const from = (event.target as Element).closest<HTMLElement>('[data-names][tabindex]');
  if (way === 0 || !from) return;
  event.preventDefault();
  const all = [...from.closest('.panel, .code')!.querySelectorAll<HTMLElement>('[data-names][tabindex]')];
  all[all.indexOf(from) + way]?.focus();
}

function stepper(microscope: Microscope, strings: StringsController): TemplateResult {
  const { groups, phase: now, phases, steps } = microscope;
  const segment = (k: number): TemplateResult => html`
    <button class="segment ${k < now ? 'done' : k === now ? 'now' : ''}" part="button"
      aria-label=${strings.text('phaseOf', { phase: strings.number(k + 1), phases: strings.number(phases.length) })} aria-current=${k === now ? 'step' : nothing} @click=${() => microscope.jump(k)}></button>`;
  return html`
    <div class="stepper">
      ${groups.map(({ name, first, count }) => html`
        <div class="group" role="group" aria-label=${strings.text(name)} .style=${`--_count: ${count}`}>
          <span class="name ${now >= first && now < first + count ? 'now' : ''}" aria-hidden="true">${strings.text(name)}</span>
          ${Array.from({ length: count }, (_, k) => segment(first + k))}
        </div>`)}
      <p class="sample">${sample(strings, steps + 1)}</p>
    </div>`;
}

/** Its number in ink. */
function sample(strings: StringsController, number: number): TemplateResult {
  const [before, after = ''] = strings.text('sample').split('{number}');
  return html`${before}<b>${strings.number(number)}</b>${after}`;
}

function code(microscope: Microscope, strings: StringsController): TemplateResult {
  const { code: lines, phase, pointed, codeOpen } = microscope;
  const isLit = (text: string, k: number): boolean => (pointed.line === undefined ? isPointed(text, pointed.keys) : pointed.line === k);
  return html`
    <div class="code">
      <button class="fold" part="button" aria-expanded=${codeOpen ? 'true' : 'false'} aria-controls="code"
        @click=${() => microscope.toggleCode()}>${icons.open}<span>${strings.text('code')}</span></button>
      <ol id="code" class=${codeOpen ? 'open' : ''}>${lines.map(({ text, phase: of }, k) => html`
        <li class="${of === phase ? 'now' : ''} ${isLit(text, k) ? 'pointed' : ''}" data-names=${text} data-line=${k} tabindex=${
          k === 0 ? 0 : -1}><code>${text}</code></li>`)}</ol>
    </div>`;
}

/** The button on has room for both its names, so that nothing moves at the last phase. */
function foot(microscope: Microscope, host: LitElement, strings: StringsController): TemplateResult {
  const { phase, phases, usable, diverged } = microscope;
  const stuck = !usable || diverged;
  const back = (): void => {
    microscope.back();
    void catchFocus(host, '.next');
  };
  const next = (): void => {
    microscope.next();
    void catchFocus(host, '.back');
  };
  return html`
    <div class="foot">
      <button class="text back" part="button" ?disabled=${microscope.atStart} @click=${back}>${strings.text('back')}</button>
      <button class="text next" part="button" ?disabled=${stuck && microscope.atEnd} @click=${next}>${(['next', 'nextSample'] as const).map((key) => html`
        <span class=${(key === 'nextSample') === microscope.atEnd ? '' : 'later'}>${strings.text(key)}</span>`)}</button>
      <span class="position">${strings.text('phaseOf', { phase: strings.number(phase + 1), phases: strings.number(phases.length) })}</span>
      <span class="more"><button class="text quiet whole" part="button" ?disabled=${stuck} @click=${microscope.wholeStep}>${strings.text('wholeStep')}</button>
      <button class="text quiet many" part="button" ?disabled=${stuck} @click=${microscope.manySteps}>${strings.text('manySteps', { count: strings.number(MANY_STEPS) })}</button></span>
    </div>`;
}

