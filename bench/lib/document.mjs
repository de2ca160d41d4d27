import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../docs/performance.md', import.meta.url);

/** Puts `text` in place of what stands between `<!-- name -->` and `<!-- /name -->` of docs/performance.md. */
export function record(name, text) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const whole = readFileSync(file, 'utf8');
  const from = whole.indexOf(open);
  const to = whole.indexOf(close);
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${name}`);
  writeFileSync(file, `${whole.slice(0, from + open.length)}\n${text}\n${whole.slice(to)}`);
}
