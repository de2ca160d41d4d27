import { PerWindow } from './per-window.js';

/** A page that never finishes loading, as with a stream, counts as loaded so long after its text was parsed. */
const MAX_LOAD_MS = 3000;

/** Whether a window's page has loaded. Work that can wait begins then. */
export interface PageLoad {
  readonly isOver: boolean;
  /** Fulfilled when it is. */
  readonly over: Promise<void>;
}

const loads = new PerWindow<PageLoad>('load.1', (view) => {
  const { document } = view;
  const load = { isOver: document.readyState === 'complete', over: Promise.resolve() };
  if (load.isOver) return load;
  load.over = new Promise((resolve) => {
    const end = (): void => {
      load.isOver = true;
      resolve();
    };
    const onParsed = (): void => void view.setTimeout(end, MAX_LOAD_MS);
    view.addEventListener('load', end, { once: true });
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', onParsed, { once: true });
    else onParsed();
  });
  return load;
});

/** Returns how far the page of a window has loaded. */
export const pageLoadOf = (view: Window): PageLoad => loads.get(view);
