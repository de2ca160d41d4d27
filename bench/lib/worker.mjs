/** One contender in a process of its own: what another one's code does to the compiler is no business of its. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [file, create] = process.argv.slice(2);
const outfile = fileURLToPath(new URL(`../node_modules/.cache/${file}-${create}.mjs`, import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL(`../contenders/${file}.mjs`, import.meta.url))],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
  logLevel: 'error',
});
const contender = await import(outfile);
const made = new Map();

/** Millions a second of processor time, over about `ms`. */
function rate(work, ms) {
  let chunk = 1;
  let done = 0;
  let spent = 0;
  const begin = process.cpuUsage();
  while (spent < ms * 1000) {
    work(chunk);
    done += chunk;
    const { user, system } = process.cpuUsage(begin);
    if (user + system - spent < 2000 && chunk < 16_384) chunk *= 2; // 16,384 points are what one call may evaluate
    spent = user + system;
  }
  return done / spent;
}

process.on('message', ({ layers, what, ms }) => {
  const key = layers.join('-');
  if (!made.has(key)) made.set(key, contender[create](layers));
  const work = made.get(key)[what];
  process.send(work ? rate(work, ms) : null);
});
process.send('ready');
