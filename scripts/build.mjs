/** Makes dist/: modules and declarations with tsc, then the files that include Lit. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';
import { thirdParties } from './notices.mjs';

rmSync('dist', { recursive: true, force: true });
// The next compiler writes the same in a tenth of the time.
const compiler = ['node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.build.json'];
const { status } = spawnSync(process.execPath, compiler, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

await bundle('src/index.ts', 'dist', 'nn-elements.min.js');
await bundle('src/index.ts', 'dist', 'nn-elements.iife.js', 'iife');
// A language is one file too, which registers itself with the tags of any of the others.
for (const lang of ['de', 'es', 'fr', 'zh-hans']) {
  await bundle(`src/strings/${lang}.ts`, 'dist/strings', `${lang}.js`, 'iife');
}
copyFileSync('src/nn-elements.css', 'dist/nn-elements.css');
writeFileSync('THIRD-PARTY-NOTICES.txt', thirdParties);
