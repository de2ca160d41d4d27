/** Adds up what the test runners report; they are processes of their own, so through a file. */
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

const file = process.env.NN_TOTALS;

/** Notes a result for whoever adds up, and what failed, each in a line; nothing if nobody does. */
export function note(label, passed, failed, failures = []) {
  if (file) appendFileSync(file, `${JSON.stringify({ label, passed, failed, failures })}\n`);
}

export function clear(path) {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
}

export function read(path) {
  try {
    return readFileSync(path, 'utf8').trim().split('\n').filter(Boolean).map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}
