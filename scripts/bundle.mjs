import { build } from 'vite';
import { banner, footer } from './notices.mjs';
import { squeezed } from './squeeze.mjs';

/** Names what a classic script gives to the page. */
const GLOBAL = 'nnElements';

/**
 * Lets Lit load on a page whose security policy refuses it a Trusted Types policy: where markup needs none it works
 * all the same, else `define` says what to write. As published, Lit throws while it loads.
 */
const litWithoutPolicy = {
  name: 'lit-without-policy',
  transform(code, id) {
    if (!/\/lit-html\/lit-html\.js$/.test(id)) return null;
    const made = code.replace(/\w+\?\w+\.createPolicy\([^)]*\):void 0/, '(()=>{try{return $&}catch{}})()');
    if (made === code) throw new Error('bundle: lit-html makes its policy in another way than expected');
    return { code: made, map: null };
  },
};

/**
 * Makes one file of `entry` and all that it imports, Lit included, for a page without a bundler. It begins with whose
 * it is, and ends with Lit's licence if Lit is in it.
 */
export function bundle(entry, outDir, fileName, format = 'es') {
  return build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [litWithoutPolicy, squeezed],
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
