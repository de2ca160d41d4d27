import { median, short, spread, table } from './numbers.mjs';

const ROUNDS = 9;
const SECONDS = 2;

/** Runs in the page: script time of training and of whole frames within `seconds`. */
async function observe(seconds) {
  const { seen } = window;
  const { trainer } = document.querySelector('nn-circle-trainer');
  const spent = { ms: 0, steps: 0 };
  const step = trainer.step;
  trainer.step = function (count) {
    const begin = performance.now();
    step.call(this, count);
    spent.ms += performance.now() - begin;
    spent.steps += count;
  };
  Object.assign(seen, { script: [], times: [] });
  seen.draws.clear();
  await new Promise((done) => setTimeout(done, 1000 * seconds));
  trainer.step = step;
  const frames = new Set(seen.times).size;
  const script = seen.script.reduce((sum, ms) => sum + ms, 0);
  return {
    perStep: (1e6 * spent.ms) / spent.steps,
    drawing: (script - spent.ms) / frames,
    script: script / frames,
    pictures: [...seen.draws.values()].reduce((sum, n) => sum + n, 0) / frames,
  };
}

/**
 * What training costs with six views of one model beside one: rounds of both in turn, in one browser.
 * `url` serves `pages`, isolated, for a finer clock.
 */
export async function views(launch, engine, url) {
  const found = { 1: [], 6: [] };
  const browser = await launch(engine, { width: 1600, height: 1000, density: 1 });
  for (let round = -1; round < ROUNDS; round++) {
    for (const count of Object.keys(found)) {
      await browser.open(`${url}/views-${count}.html`);
      await new Promise((done) => setTimeout(done, 1500));
      const seen = await browser.evaluate(observe, SECONDS);
      if (round >= 0) found[count].push(seen);
    }
  }
  await browser.close();
  const row = (count, title) => [title, ...['perStep', 'script', 'drawing', 'pictures'].map((key) => short(median(found[count].map((each) => each[key]))))];
  const ratios = found[6].map(({ perStep }, k) => perStep / found[1][k].perStep);
  return `${table(['2-2-8-1, 5,000 steps a frame', 'training, ns a step', 'script, ms a frame', 'of it not training', 'pictures a frame'], [
    row(1, 'a trainer alone'), row(6, 'with five other views'),
  ])}\n\nTraining with six views takes ${median(ratios).toFixed(2)} ± ${spread(ratios).toFixed(2)} times what it takes alone; the rest is their drawing.`;
}
