import { css } from 'lit';
import type { Theme } from '../draw/types.js';
import { contrast, luminance, mix, parseColour, toCss, type Colour } from './colour.js';
import { groundOf, type Ground } from './ground.js';

/** The computed property of the probe that carries each public colour. */
const carriers = {
  ink: 'color',
  paper: 'backgroundColor',
  muted: 'borderTopColor',
  accent: 'borderRightColor',
  positive: 'borderBottomColor',
  negative: 'borderLeftColor',
  parameter: 'outlineColor',
} as const;

type Token = keyof typeof carriers;

const tokens = Object.keys(carriers) as readonly Token[];

/** Defaults for dark text on light paper and for the reverse; ink is the page's own text colour. */
const palettes = {
  light: {
    paper: [255, 255, 255], muted: [100, 106, 118], accent: [26, 95, 180],
    positive: [26, 95, 180], negative: [184, 67, 12], parameter: [255, 216, 74],
  },
  dark: {
    paper: [20, 22, 26], muted: [154, 160, 171], accent: [125, 181, 245],
    positive: [125, 181, 245], negative: [242, 147, 90], parameter: [240, 199, 69],
  },
} as const;

/** The least share of its own colour that a sign has on a ground where it cannot be read well. */
const MIN_HUE = 0.6;

const black: Colour = [0, 0, 0, 1];
const white: Colour = [1, 1, 1, 1];

/** Ink of a higher luminance is on a dark page: readable grey on white is below, the text of dark themes above. */
const MAX_INK_OF_LIGHT_PAGE = 0.26;
/** Both palettes stand out alike from a ground of this luminance, where the page's ink does not tell which it is. */
const MAX_DARK_GROUND = 0.23;
/** Text that stands out less than this is on another ground than was found, such as a slide's own layer. */
const MIN_INK_CONTRAST = 2.5;

/**
 * Styles of a box of no size that computes the tokens, as a canvas understands neither `var()` nor `light-dark()`.
 * Its transitions end with `transitionend` at each change, a theme switched by a class on the page included.
 */
export const probeStyles = css`
  .probe {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    border: 0 solid;
    pointer-events: none;
    transition: 1ms;
    transition-property: color, background-color, border-color, outline-color, visibility;
    color: color-mix(in srgb, var(--nn-ink, currentcolor) 100%, transparent);
    background-color: color-mix(in srgb, var(--nn-paper, transparent) 100%, transparent);
    border-top-color: color-mix(in srgb, var(--nn-muted, transparent) 100%, transparent);
    border-right-color: color-mix(in srgb, var(--nn-accent, transparent) 100%, transparent);
    border-bottom-color: color-mix(in srgb, var(--nn-positive, transparent) 100%, transparent);
    border-left-color: color-mix(in srgb, var(--nn-negative, transparent) 100%, transparent);
    outline-color: color-mix(in srgb, var(--nn-parameter, transparent) 100%, transparent);
    column-rule-color: color-mix(in srgb, var(--_resolved, transparent) 100%, transparent);
  }
  @media (forced-colors: active) {
    .probe {
      forced-color-adjust: none;
      color: CanvasText;
      background-color: Canvas;
      border-top-color: CanvasText;
      border-right-color: Highlight;
      border-bottom-color: CanvasText;
      border-left-color: CanvasText;
      outline-color: Canvas;
    }
  }
`;

/**
 * Reads the theme that a probe with the styles above computes. Calls `onBad` for a token that is not a colour, with
 * its text, and uses its default.
 */
export function readTheme(probe: HTMLElement, onBad: (token: string, text: string) => void): Theme {
  const view = probe.ownerDocument.defaultView ?? window;
  const style = view.getComputedStyle(probe);
  const forced = view.matchMedia('(forced-colors: active)').matches;
  const given = new Map<Token, Colour>();
  for (const token of tokens) {
    const text = style.getPropertyValue(`--nn-${token}`).trim();
    if (text !== '' && !CSS.supports('color', text)) onBad(`--nn-${token}`, text);
    else if (forced || token === 'ink' || text !== '') given.set(token, parseColour(style[carriers[token]]) ?? black);
  }
  // A bad ink inherits, as the page's text colour would.
  const page = given.get('ink') ?? parseColour(style.color) ?? black;
  // Paper is white: a browser that leaves out the page's dark background darkens its text, but no canvas.
  const printed = view.matchMedia('print').matches;
  const onPaper = !forced && printed && style.printColorAdjust !== 'exact';
  const ink = onPaper && luminance(page) > MAX_INK_OF_LIGHT_PAGE ? black : page;
  const ground = groundOn(probe, onPaper, given.get('paper'));
  const isSeen = ground.isCertain && contrast(ink, ground.colour) >= MIN_INK_CONTRAST;
  // A ground in between is dark where the page writes on it in a lighter ink: colours are mixed with that.
  const dark = isSeen ? luminance(ink) > luminance(ground.colour) : luminance(ink) > MAX_INK_OF_LIGHT_PAGE;
  const defaults = palettes[dark ? 'dark' : 'light'];
  const pick = (token: Exclude<Token, 'ink'>): Colour => {
    const [r, g, b] = defaults[token];
    return given.get(token) ?? [r / 255, g / 255, b / 255, 1];
  };
  const fits = isSeen || luminance(ground.colour) < MAX_DARK_GROUND === dark;
  const paper = given.get('paper') ?? (fits ? ground.colour : pick('paper'));
  const readable = (token: 'muted' | 'accent' | 'positive' | 'negative'): Colour =>
    given.get(token) ?? strengthen(pick(token), ink, [paper[3] < 1 ? ground.colour : paper], 4.5,
      token === 'muted' ? 0 : MIN_HUE);
  const accent = readable('accent');
  const parameter = pick('parameter');
  const parameterFill = mix(parameter, paper, dark ? 0.24 : 0.5);
  return {
    ink: toCss(ink),
    paper: toCss(paper),
    muted: toCss(readable('muted')),
    accent: toCss(accent),
    positive: toCss(readable('positive')),
    negative: toCss(readable('negative')),
    parameter: toCss(parameter),
    hair: toCss([ink[0], ink[1], ink[2], ink[3] * (dark ? 0.16 : 0.165)]), // thin on whatever lies behind
    wash: toCss([ink[0], ink[1], ink[2], ink[3] * (dark ? 0.04 : 0.05)]),
    targetWash: toCss([accent[0], accent[1], accent[2], dark ? 0.17 : 0.11]),
    parameterFill: toCss(parameterFill),
    parameterEdge: toCss(forced ? ink : strengthen(parameter, ink, [parameterFill, paper], 3)),
    parameterInk: toCss(contrast(ink, parameterFill) >= contrast(paper, parameterFill) ? ink : paper),
    dark,
    forced,
    printed,
    fontFamily: style.fontFamily,
  };
}

/** Returns what lies behind a picture: white where it is printed, else the token's colour on what the page paints. */
function groundOn(probe: HTMLElement, onPaper: boolean, token: Colour | undefined): Ground {
  const { colour, isCertain } = onPaper ? { colour: white, isCertain: true } : groundOf(probe);
  if (!token) return { colour, isCertain };
  const [r, g, b, alpha] = token;
  return { colour: mix([r, g, b, 1], colour, alpha), isCertain: isCertain || alpha === 1 };
}

/**
 * Mixes a colour with as little ink as gives it a contrast of `least` to each of `grounds`. At least `keep` of it
 * remains.
 */
function strengthen(colour: Colour, ink: Colour, grounds: readonly Colour[], least: number, keep = 0): Colour {
  for (let share = 1; share > keep; share -= 0.05) {
    const mixed = mix(colour, ink, share);
    if (grounds.every((ground) => contrast(mixed, ground) >= least)) return mixed;
  }
  return mix(colour, ink, keep);
}
