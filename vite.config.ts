import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = fileURLToPath(new URL('demo/', import.meta.url));
const pages = readdirSync(folder).filter((name) => name.endsWith('.html')).map((name) => folder + name);

/** The development server and the demo; scripts/build.mjs makes the package. */
export default defineConfig({
  root: 'demo',
  base: './', // the built demo works in any folder
  // Lit as readers get it: its development build warns on every page.
  resolve: { conditions: ['module', 'browser', 'production'] },
  server: { fs: { allow: ['..'] } },
  build: {
    outDir: '../dist-demo',
    emptyOutDir: true,
    rollupOptions: { input: pages },
  },
});
