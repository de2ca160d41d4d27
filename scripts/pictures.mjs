/** Makes the README's pictures from the built files: `npm run build && node scripts/pictures.mjs`. */
import { launch, serve } from './pages/drive.mjs';

const steps = [0, 300, 2000, 20000];
const page = (ink, paper) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title>
<script type="module" src="/nn-elements.min.js"></script>
<style>
  body { margin: 0; padding: 16px; display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 16px;
    font: 14px/1.4 Arimo, Helvetica, Arial, sans-serif; color: ${ink}; background: ${paper} }
  nn-circle-trainer::part(button) { display: none }
  p { margin: 6px 0 0 }
</style>
${steps.map((count) => `<div><nn-circle-trainer seed="109" paused></nn-circle-trainer><p>${count.toLocaleString('en')} steps</p></div>`).join('')}`;

const server = await serve('dist', { pages: { '/light.html': page('#1b1d22', '#ffffff'), '/dark.html': page('#e9e7e2', '#14161a') } });
const browser = await launch('chromium', { width: 960, height: 268, density: 2 });
for (const scheme of ['light', 'dark']) {
  await browser.open(`${server.url}/${scheme}.html`);
  await browser.evaluate(async (counts) => {
    await customElements.whenDefined('nn-circle-trainer');
    [...document.querySelectorAll('nn-circle-trainer')].forEach((tag, i) => counts[i] && tag.step(counts[i]));
    await new Promise((done) => setTimeout(done, 500));
  }, steps);
  await browser.screenshot(`docs/images/trainer-${scheme}.png`);
}
await browser.close();
await server.close();
