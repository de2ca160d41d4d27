/**
 * Measures pages in headless Chromium and Firefox, as far as they are installed: script time and frames
 * with many trainers, the first picture beside a plain canvas and a p5 sketch, and whether memory grows.
 *
 *   npm run bench:page [minutes]     minutes of the gallery's memory, by default 10
 *   npm run bench:page views         only views of one model, in a minute an engine
 *
 * What was printed goes to docs/performance.md too.
 */
import { spawnSync } from 'node:child_process';
import { record } from './lib/document.mjs';
import { machine, median, quantile, short, table } from './lib/numbers.mjs';
import { pages, widths } from './lib/pages.mjs';
import { views } from './lib/views.mjs';

const ONLY_VIEWS = process.argv[2] === 'views';
const MINUTES = Number(process.argv[2] ?? 10);
const SECONDS = 5;
const LOADS = 7;

if (!ONLY_VIEWS) await import('./lib/setup.mjs');
for (const script of ['scripts/browsers.mjs', 'scripts/build.mjs']) {
  if (spawnSync(process.execPath, [script], { stdio: 'inherit' }).status !== 0) process.exit(1);
}
const { available, launch, serve } = await import('../scripts/pages/drive.mjs');
const { build } = await import('vite');
const engines = available.filter((engine) => engine !== 'webkit');
const server = await serve('.', { pages });
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Runs in the page: what happened within `seconds`. */
async function observe(seconds, scrolling) {
  const { seen } = window;
  const trainers = [...document.querySelectorAll('nn-circle-trainer')];
  const before = trainers.map(({ trainer }) => trainer.steps);
  Object.assign(seen, { script: [], times: [], requested: 0 });
  seen.draws.clear();
  const begin = performance.now();
  if (scrolling) {
    await new Promise((done) => {
      const scroll = () => {
        scrollBy(0, 20);
        if (performance.now() - begin > 1000 * seconds) done();
        else requestAnimationFrame(scroll);
      };
      requestAnimationFrame(scroll);
    });
  } else {
    await new Promise((done) => setTimeout(done, 1000 * seconds));
  }
  const frames = new Map();
  seen.times.forEach((time, k) => frames.set(time, (frames.get(time) ?? 0) + seen.script[k]));
  const draws = trainers.map((tag) => seen.draws.get(tag.shadowRoot.querySelector('canvas')) ?? 0);
  return {
    script: [...frames.values()],
    perSecond: frames.size / ((performance.now() - begin) / 1000),
    requested: seen.requested,
    draws,
    steps: trainers.map(({ trainer }, k) => trainer.steps - before[k]),
  };
}

const between = (values) => (values.length === 0 ? '–' : `${short(Math.min(...values))}–${short(Math.max(...values))}`);

async function crowd(engine) {
  const browser = await launch(engine, { width: 1600, height: 1000, density: 2 });
  const rows = [];
  for (const where of ['on', 'off']) {
    for (const [count, width] of Object.entries(widths)) {
      await browser.open(`${server.url}/${where}-${count}.html`);
      await sleep(3000);
      const { script, perSecond, requested, draws, steps } = await browser.evaluate(observe, SECONDS);
      rows.push([`${count} ${where === 'on' ? `visible, ${width} px` : 'off screen'}`,
        script.length ? short(median(script)) : '0', script.length ? short(quantile(script, 0.95)) : '0', short(perSecond),
        requested, between(draws.map((n) => n / SECONDS)), between(steps.map((n) => n / SECONDS))]);
    }
  }
  await browser.open(`${server.url}/scroll.html`);
  await sleep(2000);
  const { script, perSecond, requested, draws } = await browser.evaluate(observe, SECONDS, true);
  rows.push(['50 in a column, scrolling', short(median(script)), short(quantile(script, 0.95)), short(perSecond), requested,
    between(draws.map((n) => n / SECONDS)), '']);
  await browser.close();
  return table(['trainers', 'script ms a frame', '95 %', 'frames/s', `frames asked for in ${SECONDS} s`, 'pictures/s of each', 'steps/s of each'], rows);
}

async function load(engine) {
  const names = { plain: 'a plain canvas, its script in the page', file: 'a plain canvas, its script in a file', tag: '`<nn-circle-trainer>`', p5: 'a p5 sketch', fifty: '50 trainers' };
  const found = Object.fromEntries(Object.keys(names).map((name) => [name, []]));
  for (let round = -1; round < LOADS; round++) {
    for (const name of Object.keys(names)) {
      const browser = await launch(engine, { width: 1600, height: 1000, density: 2 });
      await browser.open(`${server.url}/${name}.html`);
      await sleep(800);
      const { first, longest, shift } = await browser.evaluate(() => ({ ...window.seen, draws: 0 }));
      if (round >= 0) found[name].push({ first, longest, shift });
      await browser.close();
    }
  }
  const column = (name, key) => found[name].map((each) => each[key]);
  const against = (name, other, combine) => short(median(found[name].map(({ first }, k) => combine(first, found[other][k].first))));
  return `${table(['', 'first picture, ms', 'longest task, ms', 'layout shift'], Object.entries(names).map(([name, title]) => [
    title, short(median(column(name, 'first'))), engine === 'chromium' ? short(median(column(name, 'longest'))) : '–',
    engine === 'chromium' ? short(Math.max(...column(name, 'shift'))) : '–',
  ]))}\n\nThe tag's first picture comes after ${against('tag', 'p5', (a, b) => a / b)} of the time of the p5 sketch's, and ${against('tag', 'plain', (a, b) => a - b)} ms after the plain canvas's, or ${against('tag', 'file', (a, b) => a - b)} where that too has its script in a file, as a tag always has.`;
}

/** Bytes of script, of the browser's own objects for it and of typed arrays, when nothing more can be freed. */
async function memory(browser) {
  const client = await browser.page.createCDPSession();
  for (let k = 0; k < 3; k++) await client.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await client.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

/** kB that a trainer in view takes beyond its canvas, from pages with one and with fifty more. */
async function weight() {
  const used = {};
  for (const kind of ['trainers', 'canvases']) {
    for (const count of [1, 51]) {
      const browser = await launch('chromium', { width: 1600, height: 1000, density: 2 });
      await browser.open(`${server.url}/${kind}-${count}.html`);
      await sleep(4000);
      used[`${kind}-${count}`] = await memory(browser);
      await browser.close();
    }
  }
  const each = (kind) => (used[`${kind}-51`] - used[`${kind}-1`]) / 50 / 1000;
  return `A trainer takes ${Math.round(each('trainers') - each('canvases'))} kB beyond its canvas: script, the browser's own objects for it, and typed arrays; mean of fifty.`;
}

/** MB of the gallery's heap after a minute and after `minutes`, all of it in view and training again and again. */
async function heap(minutes) {
  const outDir = 'node_modules/.cache/bench-demo';
  await build({ configFile: 'vite.config.ts', logLevel: 'error', build: { outDir: `../${outDir}` } });
  const gallery = await serve(outDir);
  const browser = await launch('chromium', { width: 1200, height: 9000 });
  await browser.open(gallery.url);
  const found = [];
  for (let quarters = 1; quarters <= 4 * minutes; quarters++) {
    await sleep(15_000);
    await browser.evaluate(() => document.querySelectorAll('nn-circle-trainer').forEach((tag) => { tag.reset(); tag.play(); }));
    if (quarters !== 4 && quarters !== 4 * minutes) continue;
    // At rest: what a frame under way holds would be counted with it.
    await browser.evaluate(() => document.querySelectorAll('nn-circle-trainer, nn-deform').forEach((tag) => tag.pause()));
    await sleep(1000);
    found.push(await memory(browser) / 1e6);
    await browser.evaluate(() => document.querySelectorAll('nn-circle-trainer, nn-deform').forEach((tag) => tag.play()));
  }
  await browser.close();
  await gallery.close();
  return `The gallery's heap, all of it in view and begun anew every 15 s, after a minute: ${found[0].toFixed(2)} MB; after ${minutes}: ${found[found.length - 1].toFixed(2)} MB.`;
}

/** Views of one model, where clocks are fine: on a page of its own origin. */
async function compareViews() {
  const isolated = await serve('.', { pages, headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' } });
  const found = [`On ${machine()}.`];
  for (const engine of engines) found.push(`${engine === 'chromium' ? 'Chromium' : 'Firefox'}:`, await views(launch, engine, isolated.url));
  await isolated.close();
  console.log(found.join('\n\n'));
  record('views', `\n${found.join('\n\n')}\n`);
}

await compareViews();
if (ONLY_VIEWS) {
  await server.close();
  process.exit();
}
const parts = [`On ${machine()}.`];
for (const engine of engines) {
  parts.push(`### ${engine === 'chromium' ? 'Chromium' : 'Firefox'}`, await crowd(engine), await load(engine));
  console.log(parts.slice(-3).join('\n\n'));
}
if (engines.includes('chromium')) {
  parts.push('### Memory', await weight(), ...(MINUTES >= 1 ? [await heap(MINUTES)] : []));
  console.log(parts[parts.length - 1]);
}
await server.close();
record('page', `\n${parts.join('\n\n')}\n`);
