/** What page tests share: a suite for each engine with a server and a window, and the text of a page. */
import { after, before, describe } from 'node:test';
import { available, launch, serve } from './drive.mjs';

export const tags = ['nn-neuron', 'nn-activation', 'nn-circle-trainer', 'nn-param-view', 'nn-deform'];

export const moduleScript = '<script type="module" src="/dist/nn-elements.min.js"></script>';
export const styleSheet = '<link rel="stylesheet" href="/dist/nn-elements.css">';

/** Returns the text of a page. */
export function html(head, body) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}</head>
<body>${body}</body>
</html>`;
}

/**
 * Declares a suite for each engine. While it runs, the argument of `body` has an `engine`, a `server` of
 * `folder`, with the other options of `serve`, and a `browser` with a window of that `size`.
 */
export function describeInEach(title, { engines = available, folder = '.', size, ...options }, body) {
  for (const engine of engines) {
    describe(`${title} in ${engine}`, () => {
      const page = { engine };

      before(async () => {
        page.server = await serve(folder, options);
        page.browser = await launch(engine, size);
      });

      after(async () => {
        await page.browser?.close();
        await page.server?.close();
      });

      body(page);
    });
  }
}
