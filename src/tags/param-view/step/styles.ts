import { css } from 'lit';
import { stepHeight } from './diagram.js';

const ink = css`var(--_ink, currentcolor)`;
const muted = css`var(--_muted, currentcolor)`;
const hair = css`var(--_hair, currentcolor)`;
const accent = css`var(--_accent, currentcolor)`;
const positive = css`var(--_positive, currentcolor)`;
const negative = css`var(--_negative, currentcolor)`;
const paper = css`var(--_paper, Canvas)`;
const serif = css`'Iowan Old Style', Palatino, P052, Georgia, serif`;
const wash = css`var(--_wash, transparent)`;

/** From the top of the figure to the diagram, in CSS pixels. */
const diagramTop = 56;

/** From 680 px on the diagram stands beside the panel and the listing has two columns; below they are stacked. */
export const stepStyles = css`
  .figure.step { block-size: auto; min-block-size: ${diagramTop + stepHeight}px; }
  /* The diagram is laid out by the box that has its proportions, in the room that the sheet leaves. */
  .figure.step canvas {
    z-index: 1; inset: ${diagramTop}px auto auto; inset-inline-start: 0; block-size: ${stepHeight}px;
    inline-size: min(100%, clamp(270px, (680px - 100%) * 9999, 100%));
  }
  .figure.step .badge {
    z-index: 2; inset-block-start: 242px; inset-inline-end: auto; inline-size: 254px; margin: 0 8px;
  }
  .microscope {
    --_plate: transparent; container-type: inline-size; font-size: 13px; line-height: 20px; color: ${ink};
    -webkit-text-fill-color: currentcolor;
    text-align: start; text-indent: 0; text-transform: none; text-shadow: none; letter-spacing: normal;
    word-spacing: normal;
  }
  .microscope p { margin: 0; }
  /* Words run as their language does, whatever the page's way. */
  .microscope :is(p, .name, .position, button) { unicode-bidi: plaintext; }
  .microscope code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace; font-size: 13px;
  }
  .math { font-size: 1.12em; white-space: nowrap; }
  .math, .notation i { font-family: ${serif}; }
  .math sub { font-size: 0.72em; line-height: 0; vertical-align: -0.3em; }
  .microscope :focus-visible { outline: 2px solid ${accent}; outline-offset: 2px; border-radius: 2px; }
  .sheet { display: grid; grid-template-columns: minmax(0, 1fr); }
  .space { block-size: ${stepHeight}px; }

  .group, .tabs, .foot { -webkit-user-select: none; user-select: none; }
  .stepper { position: relative; display: flex; gap: 10px; align-items: end; block-size: 44px; margin-block-end: 12px; }
  .group {
    flex: var(--_count) 1 0; display: grid; grid-template-columns: repeat(var(--_count), minmax(0, 1fr)); gap: 0 3px;
    padding-block-start: 20px;
  }
  .name { position: absolute; inset-block-start: 0; inset-inline-start: 0; white-space: nowrap; color: ${muted}; }
  .name:not(.now) { display: none; }
  .name.now { max-inline-size: calc(100% - 88px); overflow: hidden; text-overflow: ellipsis; color: inherit; }
  .segment {
    inline-size: 100%; block-size: 24px; border: 0; border-radius: 0;
    background: linear-gradient(${hair} 0 0) 0 11px / 100% 2px no-repeat;
  }
  .segment.done { background-image: linear-gradient(${ink} 0 0); }
  .segment.now { background: linear-gradient(${ink} 0 0) 0 10px / 100% 4px no-repeat; }
  .sample { position: absolute; inset-block-start: 0; inset-inline-end: 0; white-space: nowrap; color: ${muted}; }
  .sample b { font-weight: 400; color: ${ink}; }

  .panel { display: flex; flex-direction: column; min-block-size: 412px; min-inline-size: 0; margin-block-start: 16px; }
  .heading { display: flex; gap: 12px; align-items: start; justify-content: space-between; }
  #title { font-size: 17px; line-height: 24px; }
  #title code { font-size: 16px; }
  .microscope .notation { flex: none; margin: 0; }
  .tabs.notation label { min-inline-size: 26px; line-height: 20px; }
  .about { color: ${muted}; }
  .formula {
    flex: none; display: grid; grid-template-columns: repeat(var(--_cells), max-content) minmax(0, 1fr);
    column-gap: 8px; align-items: center; justify-items: center;
    margin-block-start: 12px; direction: ltr; text-align: start; font-size: 15px; overflow-x: auto; overflow-y: hidden;
  }
  .line { display: contents; }
  .line > * { white-space: nowrap; min-block-size: 22px; line-height: 22px; }
  .line > :first-child { grid-column-start: 1; }
  .symbols > * { line-height: 20px; min-block-size: 20px; font-size: 13px; }
  .formula code { font-size: inherit; }
  /* Measured: the gaps above have no room. */
  .formula.tight { column-gap: 3px; font-size: 14px; }
  .tight .symbols > * { font-size: 12px; }
  .formula.apart { display: block; justify-items: stretch; font-size: 14px; }
  .apart .line { display: flex; flex-wrap: wrap; justify-content: start; gap: 0 5px; align-items: center; }
  .apart .line > span:empty { display: none; }
  .apart .line > * { max-inline-size: 100%; }
  .apart .symbols > * { font-size: 12px; }
  .formula .rest, .terms { grid-column: 3 / -1; justify-self: start; white-space: normal; }
  .result { margin-inline-end: 12px; font-size: 17px; }
  /* Room for a minus, so that nothing moves while the numbers change. */
  .moving .formula :is(.positive, .negative, .plain, .chip) {
    display: inline-block; min-inline-size: 6ch; text-align: end;
  }
  .moving .call { min-inline-size: 8ch; }
  .moving .sign { inline-size: 0.75em; }
  .note, .terms { font-size: 12px; line-height: 18px; color: ${muted}; }
  .symbol, .code li, .microscope thead th { cursor: default; }
  .symbol.pointed { background: ${wash}; text-decoration: underline; text-underline-offset: 3px; }
  .positive { color: ${positive}; }
  .negative { color: ${negative}; }
  .microscope .chip {
    padding: 1px 4px; color: var(--_parameter-ink, currentcolor); background: var(--_parameter-fill, transparent);
    border-radius: 3px;
  }
  .microscope .sentences { margin-block-start: 8px; color: ${muted}; }
  /* Without a table a phase spreads out in its room. */
  .airy .formula { row-gap: 8px; margin-block-start: 24px; }
  .airy .compared { margin-block-start: 44px; }
  .microscope .airy .sentences { margin-block-start: 24px; }

  .compared {
    display: block; inline-size: 100%; block-size: 98px; margin-block-start: 14px; direction: ltr; overflow: visible;
  }
  .microscope svg text { font-size: 12px; fill: ${ink}; stroke: none; }
  .microscope svg text.muted { font-size: 11px; fill: ${muted}; }
  .microscope svg text.accent { fill: ${accent}; }
  .microscope svg text.positive { fill: ${positive}; }
  .microscope svg text.negative { fill: ${negative}; }
  .axis-line { stroke: ${muted}; stroke-width: 0.75; }
  .difference { stroke: ${muted}; stroke-width: 3; }
  .difference.positive { stroke: ${positive}; }
  .difference.negative { stroke: ${negative}; }
  .compared .target { fill: ${accent}; }
  .compared .prediction { fill: none; stroke: ${ink}; stroke-width: 2; }
  .placed { display: block; inline-size: min(240px, 100%); aspect-ratio: 1; margin-block-start: 24px; direction: ltr; }
  .placed .inside { fill: var(--_target-wash, none); stroke: ${accent}; stroke-width: 1.6; }
  .placed :is(.frame, .axes) { fill: none; stroke: ${hair}; stroke-width: 0.75; }
  .placed .drop { fill: none; stroke: ${ink}; stroke-width: 1; stroke-dasharray: 2 3; }
  .placed .point { fill: none; stroke: ${ink}; stroke-width: 2; }
  .placed .point.filled { fill: ${ink}; }
  .placed text.letter { font: italic 13px ${serif}; }
  .compared .variable { font: italic 14px ${serif}; }
  .compared .index { font-size: 10px; }

  .rows {
    margin-block-start: 10px; max-block-size: 212px; overflow: auto; direction: ltr; font-size: 12px; line-height: 18px;
  }
  .rows table { border-collapse: collapse; font: inherit; --_bar: clamp(20px, 16cqi, 96px); }
  .rows :is(th, td) { padding: 0.5px 0; font-weight: 400; text-align: end; white-space: nowrap; }
  .rows thead th {
    position: sticky; inset-block-start: 0; z-index: 1; font-size: 12px; color: ${muted};
    backdrop-filter: blur(6px);
  }
  .rows thead th code, .tabs code { font-size: 12px; }
  .rows thead th.pointed { background: ${wash}; color: inherit; }
  .rows :is(td, thead th) { padding-inline-start: clamp(9px, 4cqi, 16px); }
  .rows thead th > * { padding-inline: 4px; }
  .rows tbody tr { cursor: pointer; }
  .rows :is(td:has(.change), th.changed) { padding-inline-start: 7px; }
  .rows th.changed { padding-inline-end: calc(var(--_bar) + 2px); text-align: center; }
  .rows th.barred { padding-inline-end: calc(var(--_bar) + 6px); }
  .rows tbody th { font-family: inherit; font-size: 12px; text-align: start; color: ${muted}; }
  .rows tbody label {
    position: relative; display: block; min-inline-size: 16px; padding-inline-end: 2px; cursor: pointer;
  }
  .rows tbody tr.worked th { color: ${ink}; font-weight: 600; }
  .rows input, .tabs input {
    position: absolute; opacity: 0; pointer-events: none; inline-size: 1px; block-size: 1px; margin: 0;
  }
  :is(.rows, .tabs) label:focus-within { outline: 2px solid ${accent}; outline-offset: -1px; border-radius: 2px; }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .change, .value { display: inline-flex; align-items: center; gap: 2px; justify-content: end; vertical-align: top; }
  .change > span:first-child { min-inline-size: 40px; }
  .change > :nth-child(3) { min-inline-size: 46px; box-sizing: border-box; }
  .rows .chip { padding-block: 0; }
  .arrow { inline-size: 14px; text-align: center; }
  .change .before, .arrow { color: ${muted}; }
  .change > .before:nth-child(3), .value > span:first-child { padding-inline: 4px; }
  .value > span:first-child { min-inline-size: 46px; box-sizing: border-box; }
  .bar { position: relative; inline-size: var(--_bar); block-size: 14px; flex: none; }
  .bar::before {
    content: ''; position: absolute; inset-block: 0; left: 50%; inline-size: 1px; background: ${hair};
    forced-color-adjust: none;
  }
  .bar i { position: absolute; inset-block: 3.5px; forced-color-adjust: none; }
  .bar .more { left: 50%; background: ${positive}; }
  .bar .less { right: 50%; background: ${negative}; }
  .tabs, .list { margin-block-start: 10px; }
  .list { max-inline-size: 160px; }
  .tabs { display: flex; direction: ltr; }
  .tabs label {
    position: relative; flex: 1; text-align: center; line-height: 26px; border: 1px solid ${muted};
    margin-inline-start: -1px; font-size: 12px; cursor: pointer;
  }
  .tabs label:first-child { margin: 0; border-radius: 4px 0 0 4px; }
  .tabs label:last-child { border-radius: 0 4px 4px 0; }
  .tabs label:has(:checked) { color: ${paper}; background: ${ink}; border-color: ${ink}; }
  .rows .other { display: none; }

  .code { margin-block-start: 16px; padding-block-start: 8px; border-block-start: 1px solid ${hair}; direction: ltr; }
  .code ol { display: none; margin: 4px 0 0; padding: 0; list-style: none; counter-reset: line; overflow-x: auto; }
  .code ol.open { display: block; }
  .code li {
    display: flex; gap: 10px; break-inside: avoid; padding-inline: 6px; border-inline-start: 2px solid transparent;
    color: ${muted}; line-height: 19px; counter-increment: line;
  }
  .code li::before {
    content: counter(line); flex: none; inline-size: 14px; text-align: end; font: 11px/19px ui-monospace, monospace;
  }
  .code li code { font-size: 11.5px; white-space: pre; }
  .code li.now { color: ${ink}; background: ${wash}; border-color: ${ink}; }
  .code li.pointed { color: ${ink}; background: ${wash}; }
  .code li.pointed code { text-decoration: underline; text-underline-offset: 3px; }
  .code li:focus-visible { outline-offset: -2px; }
  .fold {
    display: flex; justify-content: start; gap: 6px; inline-size: auto; border: 0; color: ${muted}; background: none;
  }
  .fold svg { rotate: -90deg; }
  .fold[aria-expanded='true'] svg { rotate: none; }

  /* On a narrow page within reach wherever the picture is read; on any ground, so it blurs what passes under it. */
  .foot {
    position: sticky; z-index: 2; inset-block-end: 0; display: flex; gap: 8px; align-items: center;
    padding-block: 8px; backdrop-filter: blur(10px);
  }
  .foot .next span { grid-area: 1 / 1; }
  .foot .next .later { visibility: hidden; }
  .foot .next { color: ${paper}; background: ${ink}; border-color: ${ink}; }
  .quiet { border-color: ${hair}; }
  :is(.foot, .ahead) :disabled { opacity: 0.5; cursor: default; }
  .ahead { display: flex; flex-wrap: wrap; gap: 8px; }
  .position { margin-inline-start: 4px; white-space: nowrap; }

  @container (inline-size >= 680px) {
    .sheet { grid-template-columns: 270px minmax(0, 1fr); column-gap: 28px; }
    :is(.stepper, .code, .foot, .ahead) { grid-column: 1 / -1; }
    .foot { position: static; grid-row: 4; padding-block: 16px 0; backdrop-filter: none; }
    .position { color: ${muted}; }
    .ahead { grid-row: 4; justify-self: end; padding-block-start: 16px; }
    :is(.name, .name.now, .name:not(.now)) {
      position: static; display: block; grid-column: 1 / -1; max-inline-size: none; margin-block-start: -20px;
      overflow: visible;
    }
    .sample { position: static; margin-inline-start: 4px; line-height: 24px; }
    .panel { block-size: 416px; min-block-size: 0; margin: 0; }
    .tabs:not(.notation) { display: none; }
    .rows table { --_bar: 96px; }
    /* Room for the widest of common fonts. */
    .rows table.broad { --_bar: 14px; }
    .rows .broad :is(td, thead th) { padding-inline-start: 6px; }
    .rows .broad :is(td:has(.change), th.changed) { padding-inline-start: 2px; }
    .rows { max-block-size: none; min-block-size: 0; flex: 0 1 auto; }
    .formula + .rows { margin-block-start: 14px; }
    .rows.roomy td { padding-block: 5px; }
    .rows .other { display: table-cell; }
    .code ol, .code ol.open { display: block; columns: 2; column-gap: 16px; margin: 0; }
    .fold { display: none; }
  }
  @container (inline-size < 400px) {
    .panel { min-block-size: 454px; }
  }
  @container (inline-size < 316px) {
    .panel { min-block-size: 512px; }
  }
  @media (forced-colors: active) {
    .microscope .chip { outline: 1px solid CanvasText; outline-offset: -1px; }
    .microscope .pointed { outline: 1px solid Highlight; outline-offset: -1px; }
    .tabs label:has(:checked) { forced-color-adjust: none; }
    .segment { forced-color-adjust: none; }
    .code li:not(.now) { border-color: Canvas; }
    .quiet { border-color: ButtonBorder; }
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar i { transition: inline-size 200ms cubic-bezier(0.2, 0, 0, 1); }
  }
  @media print {
    :is(.foot, .ahead, .fold, .notation) { display: none; }
  }
`;
