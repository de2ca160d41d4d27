/** Says which test runs where, by the name of its file, and makes one module of the tests of a folder. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/** Rooms whose tests need no page. */
const PURE = /^src\/(core|attrs|strings|draw)\//;

const all = readdirSync('src', { recursive: true })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts'))
  .sort();
const isFor = (where, path) => path.endsWith(`.${where}.test.ts`);
const runsInNode = (path) => isFor('node', path) || isFor('engines', path)
  || (PURE.test(path) && !isFor('browser', path));
const runsInBrowsers = (path) => !runsInNode(path) || isFor('engines', path);

/** Tests that need a process to themselves: they take long, or weigh the heap. */
const ALONE = /\.long\.test\.ts$|\/garbage\./;

/** The folder whose tests run together: a room of src, or a tag's or a feature's folder in its room. */
function folderOf(path) {
  if (ALONE.test(path)) return path.slice('src/'.length, -'.test.ts'.length);
  return /^src\/((?:tags|features)\/[^/]+|[^/]+(?=\/))?/.exec(path)[1] ?? 'src';
}

function byFolder(paths) {
  const folders = new Map();
  for (const path of paths) folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), path]);
  return folders;
}

/** Test files by folder. */
export const inNode = byFolder(all.filter(runsInNode));
export const inBrowsers = byFolder(all.filter(runsInBrowsers));

/**
 * Returns the code of one module that holds the tests of all `files`, each in a suite that is named after
 * its file. The code `prelude` comes first, `inEach` first in each suite; `options` go to esbuild.
 */
export async function bundleTests(files, { prelude = '', inEach = '', ...options }) {
  // `require` runs a file where its suite is declared, so that its hooks end with it.
  const suites = files.map((file) => `describe('${file}', () => { ${inEach} require('./${file}'); });`);
  const { outputFiles } = await build({
    stdin: { contents: [prelude, ...suites].join('\n'), resolveDir: resolve('.'), sourcefile: 'tests.js' },
    bundle: true,
    write: false,
    format: 'esm',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    ...options,
  });
  return outputFiles[0].text;
}
