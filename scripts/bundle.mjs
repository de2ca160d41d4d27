import { build } from 'vite';
import { banner, footer } from './notices.mjs';
import { squeezed } from './squeeze.mjs';

/** Names what a classic script gives to the page. */
const GLOBAL = 'nnElements';

/**
 * Makes one file of `entry` and all that it imports, Lit included, for a page without a bundler. It begins with whose
 * it is, and ends with Lit's licence if Lit is in it.
 */
export function bundle(entry, outDir, fileName, format = 'es') {
  return build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [squeezed],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      minify: 'terser',
      terserOptions: {
        module: true, ecma: 2022, compress: { passes: 3 }, mangle: { properties: { regex: /^_[a-z]/i } },
      },
      lib: { entry, formats: [format], name: GLOBAL, fileName: () => fileName },
      rolldownOptions: {
        checks: { pluginTimings: false },
        output: {
          codeSplitting: false, postBanner: banner,
          postFooter: ({ moduleIds }) => (moduleIds.some((id) => id.includes('/lit-html/')) ? footer : ''),
        },
      },
    },
  });
}
