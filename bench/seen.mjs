/**
 * Scrolls to trainers as a reader does and measures what is seen: the step at which 90 % of the picture is visible, and
 * the seconds from there to 10, 100, 1,000 and 10,000, in headless Chromium and Firefox; of a trainer by itself, and of
 * one with six linked views above it, which the reader meets first.
 *
 *   node bench/seen.mjs [runs]     runs an engine, by default 20
 */
import { spawnSync } from 'node:child_process';
import { short, table } from './lib/numbers.mjs';

const RUNS = Number(process.argv[2] ?? 20);
const MARKS = [10, 100, 1000, 10_000];

for (const script of ['scripts/browsers.mjs', 'scripts/build.mjs']) {
  if (spawnSync(process.execPath, [script], { stdio: 'inherit' }).status !== 0) process.exit(1);
}
const { available, launch, serve } = await import('../scripts/pages/drive.mjs');

const space = '<p style="block-size: 1500px">Text</p>';
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Seen</title>
  <link rel="stylesheet" href="/dist/nn-elements.css"><script type="module" src="/dist/nn-elements.min.js"></script>
  ${space}${body}${space}`;
const view = (attributes) => `<nn-param-view for="t" ${attributes} style="inline-size: 480px"></nn-param-view>`;
const views = [
  view(''), view('show="structure"'), view('show="flow" free="x"'),
  '<nn-neuron for="t" neuron="out"></nn-neuron>', '<nn-neuron for="t" neuron="1.1"></nn-neuron>', view('y="0.3"'),
].join('');
const pages = {};
for (let seed = 1; seed <= RUNS; seed++) {
  pages[`/alone-${seed}.html`] = page(`<nn-circle-trainer seed="${seed}" id="t"></nn-circle-trainer>`);
  pages[`/linked-${seed}.html`] = page(`${views}<nn-circle-trainer seed="${seed}" id="t"></nn-circle-trainer>`);
}

/** Runs in the page: scrolls down by 100 px each 100 ms until `name` is to be seen, then watches it. */
async function read({ name, marks }) {
  const tag = document.querySelector(name);
  const { trainer } = document.querySelector('nn-circle-trainer');
  const picture = tag.shadowRoot.querySelector('canvas');
  const share = () => {
    const { top, bottom, height } = picture.getBoundingClientRect();
    return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / height;
  };
  const shares = [];
  const passed = [];
  let begin;
  let first;
  const scrolling = setInterval(() => {
    if (begin === undefined) scrollBy(0, 100);
  }, 100);
  await new Promise((done) => {
    const frame = (time) => {
      if (begin === undefined) {
        shares.push(share());
        if (shares.at(-1) >= 0.9) [begin, first] = [time, trainer.steps];
      }
      while (passed.length < marks.length && trainer.steps >= marks[passed.length]) passed.push(time - begin);
      if (passed.length === marks.length || time - begin > 20_000) done();
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  clearInterval(scrolling);
  return { first, passed };
}

const server = await serve('.', { pages });
const rows = [];
for (const engine of available.filter((each) => each !== 'webkit')) {
  const browser = await launch(engine, { width: 1000, height: 800, density: 1 });
  for (const [kind, name] of [['alone', 'nn-circle-trainer'], ['linked', 'nn-param-view']]) {
    const found = [];
    for (let seed = 1; seed <= RUNS; seed++) {
      await browser.open(`${server.url}/${kind}-${seed}.html`);
      found.push(await browser.evaluate(read, { name, marks: MARKS }));
    }
    const gaps = found.map(({ passed }) => passed.map((time, k) => (time - (passed[k - 1] ?? 0)) / 1000));
    const range = (values) => `${short(Math.min(...values))} to ${short(Math.max(...values))}`;
    rows.push([`${engine}, ${kind}`, Math.max(...found.map(({ first }) => first)),
      ...MARKS.map((_, k) => range(gaps.map((each) => each[k])))]);
  }
  await browser.close();
}
const columns = MARKS.map((mark, k) => `s from ${k ? MARKS[k - 1] : 'then'} to ${mark}`);
console.log(table([`${RUNS} seeds`, 'most steps when 90 % is seen', ...columns], rows));
process.exit(0);
