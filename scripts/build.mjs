/** Makes dist/: modules and declarations by tsc, then the files that hold Lit too. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { build } from 'vite';

/** Names what the classic script gives to the page. */
const GLOBAL = 'nnElements';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

for (const [format, fileName] of [['es', 'nn-elements.min.js'], ['iife', 'nn-elements.iife.js']]) {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      minify: true,
      lib: { entry: 'src/index.ts', formats: [format], name: GLOBAL, fileName: () => fileName },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  });
}
copyFileSync('src/nn-elements.css', 'dist/nn-elements.css');
