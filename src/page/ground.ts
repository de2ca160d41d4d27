import { mix, parseColour, type Colour } from './colour.js';
import { composedAncestors } from './layout.js';

/** What lies behind an element. */
export interface Ground {
  /** Opaque. */
  readonly colour: Colour;
  /** False if the page paints none, or an image lies on it: then it is only what is likely. */
  readonly isCertain: boolean;
}

/** The colours in a computed `background-image`; a gradient has some, a picture has none. */
const COLOURS = /(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)/g;

/**
 * Returns the colour behind `probe`: the nearest opaque background through shadow hosts, with whatever half-transparent
 * ones lie on it. A gradient counts as the mean of its colours. `probe` has the styles of `probeStyles`.
 */
export function groundOf(probe: HTMLElement): Ground {
  const view = probe.ownerDocument.defaultView ?? window;
  const layers: Colour[] = []; // from the nearest one on
  let isCertain = true;
  let isOpaque = false;
  const around = composedAncestors(probe).filter((node): node is Element => node.nodeType === Node.ELEMENT_NODE);
  for (const element of around.slice(1)) {
    const style = view.getComputedStyle(element);
    if (style.display === 'contents' || style.backgroundClip === 'text') continue; // paints no background
    const stops = [...style.backgroundImage.matchAll(COLOURS)].map(([text]) => resolve(probe, text));
    if (stops.length > 0) layers.push(meanOf(stops));
    else if (style.backgroundImage !== 'none') isCertain = false;
    layers.push(resolve(probe, style.backgroundColor));
    isOpaque = layers.slice(-2).some(([, , , alpha]) => alpha >= 1);
    if (isOpaque) break;
  }
  const canvas = resolve(probe, 'Canvas');
  const colour = layers.reduceRight<Colour>((below, [r, g, b, a]) => mix([r, g, b, 1], below, a), canvas);
  return { colour, isCertain: isCertain && isOpaque };
}

/** Returns the value of a computed colour, whatever its form; a probe computes those that are not in sRGB. */
function resolve(probe: HTMLElement, text: string): Colour {
  const plain = parseColour(text);
  if (plain) return plain;
  probe.style.setProperty('--_resolved', text);
  const style = (probe.ownerDocument.defaultView ?? window).getComputedStyle(probe);
  const colour = parseColour(style.columnRuleColor);
  probe.style.removeProperty('--_resolved');
  return colour ?? [0, 0, 0, 0];
}

/** Returns the mean of colours, each weighted by its opacity. */
function meanOf(colours: readonly Colour[]): Colour {
  const opacity = colours.reduce((sum, [, , , alpha]) => sum + alpha, 0);
  const mean = (channel: number): number =>
    (opacity === 0 ? 0 : colours.reduce((sum, colour) => sum + colour[channel] * colour[3], 0) / opacity);
  return [mean(0), mean(1), mean(2), opacity / colours.length];
}
