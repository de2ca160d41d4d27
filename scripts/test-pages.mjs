/** Drives the built package in real browsers, a file at a time: they share two cores. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from './test-node.mjs';

const chosen = process.argv.slice(2);
const files = readdirSync('scripts/pages')
  .filter((name) => name.endsWith('.test.mjs') && (chosen.length === 0 || chosen.some((part) => name.includes(part))))
  .map((name) => join('scripts/pages', name));
process.exitCode = runTests('page tests', files, ['--test-concurrency=1', '--test-timeout=300000']);
