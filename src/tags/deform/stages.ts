import { css } from 'lit';
import type { Box, Size } from '../../draw/types.js';
import type { ShownLayer } from './attributes.js';

/** A picture of the plane among others. */
export interface Panel {
  /** The picture's place, with a strip for its scale below, in the picture's pixels. */
  readonly box: Box;
  /** The layers that the plane has gone through; undefined in the picture that moves. */
  readonly layer: number | undefined;
}

/** The places of all pictures of one figure. */
export interface Stages {
  /** Whether several pictures stand side by side. */
  readonly isWide: boolean;
  readonly panels: readonly Panel[];
  /** Small pictures of the input and of each whole layer, over the ticks of the slider. */
  readonly thumbnails: readonly (Panel & { readonly layer: number })[];
  /** Where the picture that moves is at rest among the others. */
  readonly home: number;
}

/** From this width on pictures stand side by side. */
const WIDE = 600;
/** The least width of each of more than three. */
const MIN_PANEL = 200;
const MIN_PANELS = 3;
const MAX_PANELS = 5;
/** The strip under each picture that holds its scale. */
export const STRIP = 24;
/** The height of the thumbnails' strip, their greatest side and the least space between two. */
const THUMBNAILS = 64;
const MAX_THUMBNAIL = 56;
const THUMBNAIL_GAP = 8;
/** How far the slider's first and last tick are from the edges where there are thumbnails. */
const EDGE = 48;

/** The width of one of several pictures side by side, for CSS, by the most pictures that there can be. */
const panelWidths = css`
  .most-3 { --_panel: calc(100% / 3); }
  .most-4 { --_panel: clamp(25%, (800px * var(--_grow, 1) - 100%) * 9999, 100% / 3); }
  .most-5 {
    --_panel: clamp(
      20%, (1000px * var(--_grow, 1) - 100%) * 9999, clamp(25%, (800px * var(--_grow, 1) - 100%) * 9999, 100% / 3)
    );
  }
`;

/** Styles that make room for the pictures, and put the slider's ticks below them. The numbers are those above. */
export const stageStyles = css`
  ${panelWidths}
  .figure.one, .figure.one + .under { max-inline-size: 480px; margin-inline: auto; }
  .figure.one { aspect-ratio: 1; }
  .figure:not(.one) {
    padding-block-end: clamp(var(--_panel) + 24px * var(--_grow, 1), (600px - 100%) * 9999, min(100%, 420px) + 64px);
  }
  .row {
    position: relative;
    padding-inline: calc(max(min(var(--_panel) / 2, (100% - 599.99px) * 9999), 48px) - 7px);
  }
  .row button { position: absolute; inset-block-start: 0; inset-inline-start: 0; }
  .row input { display: block; }
  .ticks { display: flex; justify-content: space-between; padding-inline: 7px; block-size: 20px; direction: ltr; }
  .ticks span { display: flex; justify-content: center; inline-size: 0; white-space: nowrap; }
`;

/** Returns the class that says how many pictures there can be side by side. */
export const panelsClass = (layerCount: number): string => `most-${mostPanels(layerCount)}`;

function mostPanels(layerCount: number): number {
  return Math.min(Math.max(layerCount + 1, MIN_PANELS), MAX_PANELS);
}

/** Lays out the pictures of a plane that goes through `layerCount` ≥ 1 layers. */
export function layOutStages({ width, height }: Size, layerCount: number, shown: ShownLayer): Stages {
  const whole = { x: 0, y: 0, width, height };
  if (shown !== 'all') return { isWide: false, panels: [{ box: whole, layer: shown }], thumbnails: [], home: shown };
  if (width >= WIDE) return layOutSideBySide(width, height, layerCount);
  const spacing = (width - 2 * EDGE) / layerCount;
  const side = Math.max(1, Math.min(MAX_THUMBNAIL, spacing - THUMBNAIL_GAP));
  return {
    isWide: false,
    panels: [{ box: { ...whole, height: height - THUMBNAILS }, layer: undefined }],
    thumbnails: Array.from({ length: layerCount + 1 }, (_, layer) => ({
      box: { x: EDGE + spacing * layer - side / 2, y: height - side - 2, width: side, height: side }, layer,
    })),
    home: layerCount,
  };
}

function layOutSideBySide(width: number, height: number, layerCount: number): Stages {
  const count = Math.min(mostPanels(layerCount), Math.max(MIN_PANELS, Math.floor(width / MIN_PANEL)));
  const each = width / count;
  const middle = Math.floor(count / 2);
  // With one layer there is nothing whole between the first picture and the last.
  const homeOf = (k: number): number => (layerCount < 2 ? k / (count - 1) : Math.round((k * layerCount) / (count - 1)));
  return {
    isWide: true,
    panels: Array.from({ length: count }, (_, k) => ({
      box: { x: k * each, y: 0, width: each, height }, layer: k === middle ? undefined : homeOf(k),
    })),
    thumbnails: [],
    home: homeOf(middle),
  };
}

/** Returns the picture under a point; undefined between or below them. */
export function panelAt({ panels }: Stages, x: number, y: number): Panel | undefined {
  return panels.find(({ box }) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height);
}

/** Returns the layer of the thumbnail under a point, with a little around it. */
export function thumbnailAt({ thumbnails }: Stages, x: number, y: number): number | undefined {
  const reach = THUMBNAIL_GAP / 2;
  return thumbnails.find(({ box }) => (
    x >= box.x - reach && x <= box.x + box.width + reach && y >= box.y - reach))?.layer;
}
