import { html, svg, type TemplateResult } from 'lit';
import type { StringsController } from '../../../page/strings-controller.js';
import { traceOutline } from '../../../core/contour.js';
import type { Dissection, Sample, Target } from '../../../core/index.js';
import { signed } from './number-text.js';

/** The line of numbers from `from` to `to`, in percent of its width. */
interface Scale { readonly at: (value: number) => number; readonly ticks: readonly number[] }

const INSET = 5;

function scaleOf(values: readonly number[]): Scale {
  const from = Math.min(0, ...values);
  const to = Math.max(1, ...values);
  return { at: (value) => INSET + ((100 - 2 * INSET) * (value - from)) / (to - from), ticks: [0, 1] };
}

/** Two labels nearer than this would touch, in percent. */
const NEAR = 26;

/** Prediction and target on a line of numbers, and the error between them. The formula says the same in numbers. */
export function compared({ a, error, sample: { target } }: Dissection, strings: StringsController): TemplateResult {
  const [prediction] = a[a.length - 1];
  if (!Number.isFinite(prediction)) return html``;
  const { at, ticks } = scaleOf([prediction, target]);
  const [p, t] = [at(prediction), at(target)];
  const near = Math.abs(p - t) < NEAR;
  const anchorOf = (x: number, other: number): string => (near ? (x < other || (x === other && x > 50) ? 'end' : 'start') : x > 88 ? 'end' : x < 12 ? 'start' : 'middle');
  const { text, tone } = signed(error, strings);
  const words = `error ${text}`;
  const middle = Math.min(Math.max((p + t) / 2, 16), 84);
  const pct = (x: number): string => `${x}%`;
  const [pAnchor, tAnchor] = p === t ? ['end', 'start'] : [anchorOf(p, t), anchorOf(t, p)];
  // Labels side by side need room to the edge of the picture.
  const lowered = near && (Math.min(p, t) < 24 || Math.max(p, t) > 84);
  return html`
    <svg class="compared" aria-hidden="true">
      <line class="axis-line" x1=${pct(INSET - 2)} x2=${pct(100 - INSET + 2)} y1="42" y2="42"></line>
      ${ticks.map((tick) => svg`<line class="axis-line" x1=${pct(at(tick))} x2=${pct(at(tick))} y1="42" y2="47"></line>
        <text class="muted" x=${pct(at(tick))} y="60" text-anchor="middle">${strings.format(tick)}</text>`)}
      <line class="difference ${tone}" x1=${pct(p)} x2=${pct(t)} y1="30" y2="30"></line>
      <text class=${tone} x=${pct(middle)} y="20" text-anchor="middle">${words}</text>
      <circle class="target" cx=${pct(t)} cy="42" r="4.5"></circle>
      <circle class="prediction" cx=${pct(p)} cy="42" r="4.5"></circle>
      <text x=${pct(p)} y="78" text-anchor=${lowered ? (p > 50 ? 'end' : 'start') : pAnchor}>prediction</text>
      <text class="accent" x=${pct(t)} y=${lowered ? 93 : 78} text-anchor=${lowered ? (t > 50 ? 'end' : 'start') : tAnchor}>target</text>
    </svg>`;
}

/** Half the side of the plane in its picture, in CSS pixels, and room around it. */
const HALF = 80;
const ROOM = 84;

/** Targets that have been traced. */
const paths = new WeakMap<Target, string>();

function pathOf(target: Target): string {
  let path = paths.get(target);
  if (path === undefined) {
    path = traceOutline(target).map((loop) => `M${Array.from(loop, (value, k) => (HALF * (k % 2 === 0 ? value : -value)).toFixed(1)).join(' ')}Z`).join('');
    paths.set(target, path);
  }
  return path;
}

/** The sample in its plane, over the target where that is known. The formula says the same in numbers. */
export function placed(sample: Sample, target: Target | undefined): TemplateResult {
  const side = Math.max(1, Math.abs(sample.x), Math.abs(sample.y)); // data may lie beyond
  const [x, y] = [(HALF * sample.x) / side, (-HALF * sample.y) / side];
  return html`
    <svg class="placed" aria-hidden="true" viewBox="${-ROOM} ${-ROOM} ${2 * ROOM} ${2 * ROOM}">
      <g transform="scale(${1 / side})">
        <path class="inside" d=${target ? pathOf(target) : ''} fill-rule="evenodd"></path>
        <rect class="frame" x=${-HALF} y=${-HALF} width=${2 * HALF} height=${2 * HALF}></rect>
      </g>
      <path class="axes" d="M${-HALF} 0H${HALF}M0 ${-HALF}V${HALF}"></path>
      <path class="drop" d="M${x} 0V${y}H0"></path>
      <circle class=${sample.target >= 0.5 ? 'point filled' : 'point'} cx=${x} cy=${y} r="4.5"></circle>
      <text class="letter" x=${x} y=${y > 0 ? -6 : 14} text-anchor="middle">x</text>
      <text class="letter" x=${x > 0 ? -6 : 6} y=${y + 4} text-anchor=${x > 0 ? 'end' : 'start'}>y</text>
    </svg>`;
}
