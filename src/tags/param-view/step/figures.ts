import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { StringsController } from '../../../page/strings-controller.js';
import { traceOutline } from '../../../core/contour.js';
import type { Dissection, Sample, Target } from '../../../core/index.js';
import { oncePer } from '../../../element/memo.js';
import { nameInPicture } from './names.js';
import { symbolsOf, type Notation } from './notation.js';
import { roundedNumber } from './numbers.js';

/** Room at each end of the line of numbers, in percent of its width. */
const INSET = 5;

/** Labels nearer than this to one another would touch, in percent. */
const MIN_DISTANCE = 26;

/** Writes a name of the program on a picture in symbols, or as a word. */
function nameIn(name: string, notation: Notation, strings: StringsController): unknown {
  if (notation === 'program') return nameInPicture(name, strings);
  return symbolsOf(name, false).map((run) => {
    if (typeof run === 'string') return run;
    const { variable, index } = run;
    const lowered = index === undefined ? nothing : svg`<tspan class="index" dy="3">${index}</tspan>`;
    return svg`<tspan class="variable">${variable}</tspan>${lowered}`;
  });
}

/** A mask that leaves out a circle, so that what lies behind the figure shows within its ring. */
const hole = (x: string | number, y: number): SVGTemplateResult => svg`
  <mask id="hole" maskUnits="userSpaceOnUse" x="-50%" y="-50%" width="200%" height="200%">
    <rect x="-50%" y="-50%" width="200%" height="200%" fill="#fff"></rect><circle cx=${x} cy=${y} r="4.5"></circle>
  </mask>`;

/** Renders prediction and target on a line of numbers, and the error between them. The formula says the same. */
export function errorFigure(
  { a, error, sample: { target } }: Dissection, strings: StringsController, notation: Notation = 'program',
): TemplateResult {
  const [prediction] = a[a.length - 1];
  if (!Number.isFinite(prediction)) return html``;
  const [from, to] = [Math.min(0, prediction, target), Math.max(1, prediction, target)];
  const placeOf = (value: number): number => INSET + ((100 - 2 * INSET) * (value - from)) / (to - from);
  const [p, t] = [placeOf(prediction), placeOf(target)];
  const middle = Math.min(Math.max((p + t) / 2, 16), 84);
  const areNear = Math.abs(p - t) < MIN_DISTANCE;
  // Labels side by side need room to the edge of the picture; else one stands below the other.
  const isStacked = areNear && (Math.min(p, t) < 24 || Math.max(p, t) > 84);
  const anchorOf = (x: number, isLeft: boolean): string => {
    if (isStacked) return x > 50 ? 'end' : 'start';
    if (areNear) return isLeft ? 'end' : 'start';
    return x > 88 ? 'end' : x < 12 ? 'start' : 'middle';
  };
  const { text, tone } = roundedNumber(error, strings);
  const percent = (x: number): string => `${x}%`;
  const tick = (value: number): SVGTemplateResult => {
    const x = percent(placeOf(value));
    return svg`<line class="axis-line" x1=${x} x2=${x} y1="42" y2="47"></line>
        <text class="muted" x=${x} y="60" text-anchor="middle">${strings.format(value)}</text>`;
  };
  return html`
    <svg class="compared" aria-hidden="true">
      ${hole(percent(p), 42)}
      <g mask="url(#hole)">
        <line class="axis-line" x1=${percent(INSET - 2)} x2=${percent(100 - INSET + 2)} y1="42" y2="42"></line>
        ${[0, 1].map(tick)}
        <circle class="target" cx=${percent(t)} cy="42" r="4"></circle>
      </g>
      <line class="difference ${tone}" x1=${percent(p)} x2=${percent(t)} y1="30" y2="30"></line>
      <text class=${tone} x=${percent(middle)} y="20" text-anchor="middle">${
        nameIn('error', notation, strings)} ${text}</text>
      <circle class="prediction" cx=${percent(p)} cy="42" r="4.5"></circle>
      <text x=${percent(p)} y="78" text-anchor=${anchorOf(p, p <= t)}>${nameIn('prediction', notation, strings)}</text>
      <text class="accent" x=${percent(t)} y=${isStacked ? 93 : 78} text-anchor=${anchorOf(t, t < p)}>${
        nameIn('target', notation, strings)}</text>
    </svg>`;
}

/** Half the side of the plane in its picture, in CSS pixels, and half the side of the picture. */
const HALF = 116;
const PICTURE_HALF = 120;

/** Returns the outline of a target as a path, which takes a while to trace. */
const outlineOf = oncePer((target: Target): string => {
  const place = (value: number, k: number): string => (HALF * (k % 2 === 0 ? value : -value)).toFixed(1);
  return traceOutline(target).map((loop) => `M${Array.from(loop, place).join(' ')}Z`).join('');
});

/** Renders the sample in its plane, over the target if there is one. The formula says the same in numbers. */
export function sampleFigure(sample: Sample, target: Target | undefined): TemplateResult {
  const extent = Math.max(1, Math.abs(sample.x), Math.abs(sample.y)); // data may lie beyond the plane
  const [x, y] = [(HALF * sample.x) / extent, (-HALF * sample.y) / extent];
  return html`
    <svg class="placed" aria-hidden="true"
      viewBox="${-PICTURE_HALF} ${-PICTURE_HALF} ${2 * PICTURE_HALF} ${2 * PICTURE_HALF}">
      ${hole(x, y)}
      <g mask="url(#hole)">
        <g transform="scale(${1 / extent})">
          <path class="inside" d=${target ? outlineOf(target) : ''} fill-rule="evenodd"></path>
          <rect class="frame" x=${-HALF} y=${-HALF} width=${2 * HALF} height=${2 * HALF}></rect>
        </g>
        <path class="axes" d="M${-HALF} 0H${HALF}M0 ${-HALF}V${HALF}"></path>
        <path class="drop" d="M${x} 0V${y}H0"></path>
      </g>
      <circle class=${sample.target >= 0.5 ? 'point filled' : 'point'} cx=${x} cy=${y} r="4.5"></circle>
      <text class="letter" x=${x} y=${y > 0 ? -6 : 14} text-anchor="middle">x</text>
      <text class="letter" x=${x > 0 ? -6 : 6} y=${y + 4} text-anchor=${x > 0 ? 'end' : 'start'}>y</text>
    </svg>`;
}
