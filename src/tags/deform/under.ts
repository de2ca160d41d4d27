import { css, html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../ui/buttons.js';
import { rangeInput } from '../../ui/slider.js';
import { indexed, pairText, targetName } from '../../ui/text.js';
import { positionText } from './description.js';
import type { NnDeform } from './nn-deform.js';
import type { DeformScene } from './scene.js';

/** Styles of what stands under the pictures. */
export const underStyles = css`
  .written { display: flex; flex-wrap: wrap; margin: 4px 0 0; line-height: 20px; direction: ltr; }
  .written span {
    flex: 1 0 clamp(var(--_panel), (600px - 100%) * 9999, 100%); min-inline-size: 0;
    display: flex; justify-content: center; align-items: baseline; white-space: pre;
  }
  .written var { font: italic 1.12em/1 "Iowan Old Style", Palatino, P052, Georgia, serif; }
  .legend-of { container-type: inline-size; }
  .legend {
    display: flex; flex-wrap: wrap; align-content: flex-start; column-gap: 12px; margin: 4px 0 0;
    color: var(--_muted, currentcolor);
  }
  /* As many lines as nn-elements.css reserves, whether the page's font needs them or not. */
  @container (inline-size < 595px) { .legend { min-block-size: 36.4px; } }
  @container (inline-size < 370px) { .legend { min-block-size: 54.6px; } }
  .legend span:nth-child(3) { padding-inline-start: 20px; text-indent: -20px; }
  .absent { visibility: hidden; }
  .legend i {
    display: inline-block; box-sizing: border-box; inline-size: 8px; block-size: 8px; border-radius: 50%;
  }
  .legend .inside { background: var(--_positive); }
  .legend .outside { border: 1.5px solid var(--_negative); }
  .legend .line {
    inline-size: 16px; block-size: 0; border-radius: 0; border-block-start: 2px dashed; vertical-align: 4px;
  }
  @media (forced-colors: active) {
    .legend i { forced-color-adjust: none; }
  }
`;

/** Returns the names of the controls of `sliderRow`. */
export const rowNames = ({ strings, paused }: NnDeform): string[] =>
  [strings.text(paused ? 'play' : 'pause'), strings.text('layer')];

/** Renders the button that plays and pauses, and the slider from the input to the last layer with a name at each. */
export function sliderRow(
  { strings, paused, position, lastLayer }: NnDeform, written: number, onToggle: () => void,
  onInput: (layer: number) => void,
): TemplateResult {
  const names = Array.from({ length: lastLayer + 1 }, (_, layer) => (layer === 0
    ? strings.text('input')
    : strings.text('layerNumber', { number: strings.number(layer) })));
  return html`
    <div class="row">
      <button part="button" aria-label=${strings.text(paused ? 'play' : 'pause')} @click=${onToggle}>
        ${paused ? icons.play : icons.pause}</button>
      <div part="slider">
        ${rangeInput({
          name: strings.text('layer'), min: 0, max: lastLayer, step: 0.01, stretches: lastLayer, value: position,
          text: positionText(strings, written, lastLayer), onInput,
        })}
        <div class="ticks" aria-hidden="true">${names.map((name) => html`<span>${name}</span>`)}</div>
      </div>
    </div>`;
}

/** Renders the way of one point through the layers, with the formula of each. */
export function writtenPoint({ strings, lastLayer }: NnDeform, scene: DeformScene): TemplateResult {
  const vector = (layer: number): TemplateResult =>
    (layer === 0 ? html`<var>p</var>` : html`<var>h</var>${indexed('', layer)}`);
  const sum = (layer: number): TemplateResult => html` = <var>f</var>(<var>W</var>${indexed('', layer)}${
    vector(layer - 1)} + <var>b</var>${indexed('', layer)})`;
  const stop = (layer: number): TemplateResult => html`<span>${vector(layer)}${layer === 0 ? nothing : sum(layer)} = ${
    pairText(scene.plane.map(scene.followed, layer), strings, 2)}</span>`;
  return html`<p class="written">${Array.from({ length: lastLayer + 1 }, (_, layer) => stop(layer))}</p>`;
}

/** Renders what the points and the dividing line are. The words about a line keep their room where it is not seen. */
export function legend(
  { strings, target, link }: NnDeform, { decision }: DeformScene, share: string, isLineSeen: boolean,
): TemplateResult {
  const outside = link.network
    ? strings.text('outsideLinked')
    : strings.text('outside', { target: targetName(target, strings) });
  const line = html`<span class=${isLineSeen ? '' : 'absent'}
    ><i class="line"></i> ${strings.text('divides', { share })}</span>`;
  return html`
    <div class="legend-of"><p class="legend">
      <span><i class="inside"></i> ${strings.text('inside')}</span> <span><i class="outside"></i> ${outside}</span>
      ${decision ? line : nothing}
    </p></div>`;
}
