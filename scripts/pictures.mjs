/** Makes the README's pictures from the built files: `npm run build && node scripts/pictures.mjs`. */
import { launch, serve } from './pages/drive.mjs';

const steps = [0, 300, 2000, 20000];

const page = (ink, paper, columns, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title>
<link rel="icon" href="data:,">
<script type="module" src="/nn-elements.min.js"></script>
<style>
  body { margin: 0; padding: 16px; display: grid; grid-template-columns: repeat(${columns}, minmax(0, 1fr)); gap: 16px;
    align-items: end; font: 14px/1.4 Arimo, Helvetica, Arial, sans-serif; color: ${ink}; background: ${paper} }
  nn-circle-trainer::part(button) { display: none }
  p { margin: 6px 0 0 }
</style>${body}`;

const strip = steps.map((count) => `<div><nn-circle-trainer seed="109" paused></nn-circle-trainer><p>${count.toLocaleString('en')} steps</p></div>`).join('');
const tags = `<nn-neuron probe="0.8 0.1"></nn-neuron><nn-activation fn="relu leaky-relu" probe="-3.2"></nn-activation>
  <nn-param-view x="0.2" y="-0.4"></nn-param-view><nn-deform target="xor" layer="1"></nn-deform>`;

const pictures = [['trainer', 4, strip, 268], ['tags', 2, tags, 1060]];
const schemes = [['light', '#1b1d22', '#ffffff'], ['dark', '#e9e7e2', '#14161a']];

for (const [name, columns, body, height] of pictures) {
  const pages = Object.fromEntries(schemes.map(([scheme, ink, paper]) => [`/${scheme}.html`, page(ink, paper, columns, body)]));
  const server = await serve('dist', { pages });
  const browser = await launch('chromium', { width: 960, height, density: 2 });
  for (const [scheme] of schemes) {
    await browser.open(`${server.url}/${scheme}.html`);
    await browser.evaluate(async (counts) => {
      await customElements.whenDefined('nn-deform'); // the last one
      [...document.querySelectorAll('nn-circle-trainer')].forEach((tag, i) => counts[i] && tag.step(counts[i]));
      await new Promise((done) => setTimeout(done, 1000));
    }, steps);
    await browser.screenshot(`docs/images/${name}-${scheme}.png`);
  }
  await browser.close();
  await server.close();
}
