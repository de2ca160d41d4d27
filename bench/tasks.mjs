/**
 * Looks for the attribute values that keep the page's main thread longest in one task, in headless Chromium: when a tag
 * comes, trains or moves, when it is dragged, and when a slider is. Prints the five slowest settings that it found,
 * beside an empty page. A task's time is what its thread was busy, not what passed on the clock.
 *
 *   node bench/tasks.mjs [settings]     random settings a tag, by default 12; with 0 only the heaviest of each
 *   TAG=nn-neuron VERBOSE=1 node bench/tasks.mjs     one tag alone, and all that is tried
 *
 * The search tries all heavy values together, then random mixtures, and then changes the slowest of each tag value by
 * value. What is slowest is measured anew, three times; the least counts, for what is beside it makes it longer only.
 */
import { machine, short, table } from './lib/numbers.mjs';
import { bundle } from '../scripts/bundle.mjs';
import { closeBrowsers, launch, serve } from '../scripts/pages/drive.mjs';

const MIXTURES = Number(process.argv[2] ?? 12);
const AGAIN = 3;
const FOLDER = 'node_modules/.cache/tasks';
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];

/** Numbers in [0, 1), the same in every run. */
let state = 1;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const pick = (values) => values[Math.floor(random() * values.length)];
const places = (count) => Array.from({ length: count }, () => Number((2 * random() - 1).toFixed(3)));
const flag = [null, ''];
const width = ['480px', '1000px'];
const points = JSON.stringify(Array.from({ length: 5000 }, () => [...places(2), pick([0, 1])]));
const layersOf64 = JSON.stringify({ layers: [2, 64, 64, 64, 64, 1], parameters: places(12_737) });
const wave = '0.5 + 0.5*sin(20*x)*cos(20*y)';
const networks = ['8', '2 64', '64', '8 8 8 8', '64 64 64 64'];
const neuron = '<nn-neuron for="t" grid="61" style="width: 480px"></nn-neuron>';
const view = (attributes) => `<nn-param-view for="t" ${attributes} style="width: 480px"></nn-param-view>`;

/** The values of each tag's attributes, the heaviest last; null is none. `-` is what stands in the tag or after it. */
const spaces = {
  'nn-circle-trainer': {
    'hidden-layers': networks, grid: [null, '64'], target: [null, 'spiral', 'sin(40*x)*sin(40*y) > 0', wave],
    'steps-per-frame': [null, '10000'], activation: [null, 'sigmoid', 'tanh'], data: [null, points],
    split: [null, '0.5'], noise: [null, '0.3'], score: flag, chart: flag, creases: flag, mistakes: flag,
    controls: flag, probe: [null, '0.3 0.3'], at: [null, '3000'], width,
    '-after': [null, view('show="structure"'), view('show="step"'), neuron, view('free="both"') + neuron],
  },
  'nn-neuron': {
    w: [null, '1', '1 2; -2 1', '1 .5; -1 .5; .3 1; .4 -1; 1 1; -1 -1; .2 .1; -.3 .9'], grid: [null, '61'],
    parts: flag, activation: [null, 'tanh', 'leaky-relu'], domain: [null, '-100 100'], controls: flag,
    probe: [null, 'none', '0 0'], width,
  },
  'nn-param-view': {
    show: [null, 'structure', 'step'], free: [null, 'both'], controls: flag, width, '-in': [null, layersOf64],
  },
  'nn-deform': {
    w: [null, '1 .5; -.5 1 | 1 -1; 1 1 | .5 1; 1 .3 | 1 0; .4 1'], grid: [null, '61'], activation: [null, 'tanh'],
    autoplay: flag, layer: [null, '1.5'], controls: flag, target: [null, 'none', wave], width,
  },
  'nn-activation': {
    fn: [null, 'linear relu leaky-relu sigmoid tanh'], derivative: flag, domain: [null, '-100 100'], controls: flag, width,
  },
};

const settings = (tag, choose) =>
  ({ tag, values: Object.fromEntries(Object.entries(spaces[tag]).map(([name, values]) => [name, choose(values)])) });

function markup({ tag, values: { width: wide, '-in': child, '-after': after, ...attributes } }) {
  const text = Object.entries(attributes).map(([name, value]) => (value === null ? '' : ` ${name}='${value}'`)).join('');
  const script = child ? `<script type="application/json">${child}</script>` : '';
  return `<${tag} id="t" seed="7"${text} style="width: ${wide}">${script}</${tag}>${after ?? ''}`;
}

await bundle('src/index.ts', FOLDER, 'tags.js', 'iife');
const server = await serve('.', {
  pages: { '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tasks</title><link rel="icon" href="data:,">
    <link rel="stylesheet" href="/src/nn-elements.css"><script defer src="/${FOLDER}/tags.js"></script><div id="place"></div>` },
});
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Returns the ms of the longest task of the main thread, and what took most of it. */
function longestTask(traceEvents) {
  const isMain = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid} ${tid}`));
  const events = traceEvents.filter(({ pid, tid, tdur }) => tdur && isMain.has(`${pid} ${tid}`));
  const task = events.filter(({ name }) => name === 'RunTask').sort((a, b) => b.tdur - a.tdur)[0];
  const within = events.filter(({ pid, tid, ts }) => pid === task.pid && tid === task.tid && ts >= task.ts && ts < task.ts + task.dur);
  const [most] = within.filter(({ name }) => /^(FireAnimationFrame|TimerFire|Commit|EventDispatch|Paint|Layout|RunMicrotasks|FunctionCall|FireIdleCallback|UpdateLayoutTree|MajorGC)$/.test(name))
    .sort((a, b) => b.tdur - a.tdur);
  return { ms: task.tdur / 1000, what: most?.name ?? '' };
}

/** Drags from left to right within an element, if there is one. */
async function drag(page, box, up) {
  if (!box) return;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.2, y);
  await page.mouse.down();
  for (let k = 0; k < 8; k++) {
    await page.mouse.move(box.x + box.width * (0.25 + 0.07 * k), y + up * k);
    await sleep(20);
  }
  await page.mouse.up();
}

/** Returns the longest task, its cause and when it was, of a page with this HTML and what a reader does there. */
async function measure(html) {
  const browser = await launch('chromium', { width: 1040, height: 1000, density: 1 });
  const { page } = browser;
  await browser.open(`${server.url}/`);
  await sleep(200);
  const found = [];
  const watch = async (when, act) => {
    await page.tracing.start({ categories: CATEGORIES });
    await act();
    const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
    found.push({ ...longestTask(traceEvents), when });
  };
  await watch('coming', async () => {
    await page.evaluate((text) => { document.querySelector('#place').innerHTML = text; }, html);
    await sleep(900);
  });
  await watch('moving', () => sleep(1200));
  const boxes = await page.evaluate(() => [...document.querySelectorAll('#place > *')].map(({ shadowRoot: root }) => (
    [root.querySelector('canvas'), ...[...root.querySelectorAll('.toolbar input[type=range], input.drag')].slice(0, 2)]
      .filter(Boolean).map((element) => element.getBoundingClientRect().toJSON())
      .filter((box) => box.width > 0 && box.y < innerHeight - 20))).flat());
  await watch('dragging', async () => {
    for (const box of boxes) await drag(page, box, 3);
    await sleep(300);
  });
  await browser.close();
  return found.sort((a, b) => b.ms - a.ms)[0];
}

const seen = new Map();
async function measureSetting(setting) {
  const html = markup(setting);
  if (!seen.has(html)) {
    seen.set(html, { setting, html, ...(await measure(html)) });
    if (process.env.VERBOSE) console.error(describe(seen.get(html)));
  }
  return seen.get(html);
}

const describe = ({ html, ms, when, what }) => `${short(ms)} ms ${when} ${what} ${html.replace(/\[\[.{200,}\]\]/, '5,000 points').replace(/\{"layers.*\}/, '64 64 64 64').replace('id="t" seed="7" ', '')}`;

const tags = Object.keys(spaces).filter((tag) => !process.env.TAG || tag === process.env.TAG);
for (const tag of tags) {
  let worst = await measureSetting(settings(tag, (values) => values.at(-1)));
  for (let k = 0; k < MIXTURES; k++) {
    const next = await measureSetting(settings(tag, random() < 0.5 ? pick : (values) => pick([pick(values), values.at(-1)])));
    if (next.ms > worst.ms) worst = next;
  }
  for (const [name, values] of MIXTURES === 0 ? [] : Object.entries(spaces[tag])) {
    for (const value of values) {
      const next = await measureSetting({ tag, values: { ...worst.setting.values, [name]: value } });
      if (next.ms > worst.ms) worst = next;
    }
  }
}

const slowest = [...seen.values()].sort((a, b) => b.ms - a.ms).slice(0, 10);
for (const each of slowest) {
  for (let k = 0; k < AGAIN; k++) {
    const again = await measure(each.html);
    if (again.ms < each.ms) Object.assign(each, again);
  }
}
const empty = await measure('');
await server.close();
await closeBrowsers();
const five = slowest.sort((a, b) => b.ms - a.ms).slice(0, 5);
const rows = five.map((each) => [`\`${describe(each).replace(/^\S+ ms \S+ \S* /, '').replaceAll('|', '\\|')}\``, each.when, short(each.ms)]);
console.log(`On ${machine()}; of ${seen.size} settings.\n`);
console.log(table(['setting', 'when', 'longest task, ms'], [...rows, ['an empty page', empty.when, short(empty.ms)]]));
