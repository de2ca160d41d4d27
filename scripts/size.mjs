/**
 * Holds bytes to the budgets in package.json: of all five tags in one file as published, and of each tag
 * bundled alone, Lit included, as a page has it that imports one. Wants dist/.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { bundle } from './bundle.mjs';

const { 'size-limit': budgets } = JSON.parse(readFileSync('package.json', 'utf8'));
for (const { name, path } of budgets) {
  if (name.startsWith('<')) await bundle(`src/define/${name.slice(1, -1)}.ts`, dirname(path), basename(path));
}
const { status } = spawnSync('node_modules/.bin/size-limit', { stdio: 'inherit' });
process.exitCode = status ?? 1;
