/** Makes the README's pictures from the built files: `npm run build && node scripts/pictures.mjs`. */
import { closeBrowsers, launch, serve } from './pages/drive.mjs';
import { html } from './pages/suite.mjs';

const steps = [0, 300, 2000, 20000];

const page = (ink, paper, columns, body) => html(`<script type="module" src="/nn-elements.min.js"></script>
<style>
  body { margin: 0; padding: 16px; display: grid; grid-template-columns: repeat(${columns}, minmax(0, 1fr)); gap: 16px;
    align-items: end; font: 14px/1.4 Arimo, 'Liberation Sans', Helvetica, Arial, sans-serif;
    color: ${ink}; background: ${paper} }
  nn-circle-trainer:not([controls])::part(button) { display: none }
  .pair > nn-neuron::part(formula) { display: none }
  [data-spoil="signs"] { --nn-positive: #c62828; --nn-negative: #2e7d32 }
  p { margin: 6px 0 0 }
</style>`, body);

const strip = steps.map((count) => `<div><nn-circle-trainer seed="172" paused data-steps="${count}"></nn-circle-trainer>
  <p>${count.toLocaleString('en')} steps</p></div>`).join('');
const tags = `<nn-neuron probe="0.8 0.1"></nn-neuron><nn-activation fn="relu leaky-relu" probe="-3.2"></nn-activation>
  <nn-param-view x="0.2" y="-0.4"></nn-param-view><nn-deform target="xor" layer="1"></nn-deform>`;

/** Each rule of the visual language kept, and broken by `spoil`: tag, words for good and bad, kind of breach. */
const pairs = [
  ['<nn-neuron w="1.2 -0.5; -1.2 0.5" b="-0.2; -0.2" activation="leaky-relu" alpha="0.5"></nn-neuron>',
    'blue and orange', 'red and green', 'signs'],
  ['<nn-neuron probe="0.3 -0.6"></nn-neuron>', 'words with a halo', 'without', 'casing'],
  ['<nn-circle-trainer seed="172" paused data-steps="5000"></nn-circle-trainer>',
    'the outline under the dots', 'over them', 'over'],
];
const good = pairs.map(([tag, words]) => `<div class="pair">${tag}<p>Good: ${words}</p></div>`).join('');
const bad = pairs
  .map(([tag, , words, spoil]) => `<div class="pair" data-spoil="${spoil}">${tag}<p>Bad: ${words}</p></div>`).join('');
const toolbars = `<nn-circle-trainer seed="172" controls style="inline-size: 420px"></nn-circle-trainer>
  <nn-neuron probe="0.8 0.1" controls style="inline-size: 320px"></nn-neuron>`;

const microscope = '<nn-param-view show="step" data-phase="8"></nn-param-view>';

/** Name, columns, body, height and width of each. */
const pictures = [
  ['trainer', 4, strip, 268], ['tags', 2, tags, 1060], ['toolbar', 2, toolbars, 840],
  ['microscope', 1, microscope, 724, 752], ['language', 3, good + bad, 590, 720],
];
const schemes = [['light', '#1b1d22', '#ffffff'], ['dark', '#e9e7e2', '#14161a']];

/** Runs in the page before anything is drawn: breaks the rules where an element asks for it. */
function spoil() {
  const { strokeText, fillRect, stroke } = CanvasRenderingContext2D.prototype;
  const spoilt = (ctx) => ctx.canvas.getRootNode().host?.closest('[data-spoil]')?.dataset.spoil;
  CanvasRenderingContext2D.prototype.strokeText = function (...given) {
    if (spoilt(this) !== 'casing') strokeText.apply(this, given);
  };
  CanvasRenderingContext2D.prototype.fillRect = function (...given) {
    const isHalo = spoilt(this) === 'casing' && this.globalCompositeOperation === 'destination-out';
    if (!isHalo) fillRect.apply(this, given);
  };
  CanvasRenderingContext2D.prototype.stroke = function (...given) {
    const isCasing = spoilt(this) === 'casing' && this.lineWidth > 3 && this.lineWidth < 5;
    if (!isCasing) stroke.apply(this, given);
  };
}

for (const [name, columns, body, height, width = 960] of pictures) {
  const pages = Object.fromEntries(
    schemes.map(([scheme, ink, paper]) => [`/${scheme}.html`, page(ink, paper, columns, body)]),
  );
  const server = await serve('dist', { pages });
  const browser = await launch('chromium', { width, height, density: 2 });
  await browser.page.evaluateOnNewDocument(spoil);
  for (const [scheme] of schemes) {
    if (name === 'language' && scheme === 'dark') continue; // told in words there
    await browser.open(`${server.url}/${scheme}.html`);
    await browser.evaluate(async () => {
      await customElements.whenDefined('nn-deform'); // the last one
      for (const tag of document.querySelectorAll('[data-steps]')) {
        if (tag.dataset.steps > 0) tag.step(Number(tag.dataset.steps));
      }
      for (const tag of document.querySelectorAll('[data-phase]')) {
        for (let phase = 1; phase < tag.dataset.phase; phase++) tag.shadowRoot.querySelector('.next').click();
        tag.shadowRoot.activeElement?.blur();
      }
      await new Promise((done) => setTimeout(done, 1000));
      const over = document.querySelector('[data-spoil=over] nn-circle-trainer')?.shadowRoot.querySelector('canvas');
      if (!over) return;
      const ctx = over.getContext('2d');
      Object.assign(ctx, { strokeStyle: '#1a5fb4', lineWidth: 1.6 });
      ctx.beginPath();
      ctx.arc(over.clientWidth / 2, over.clientHeight / 2, over.clientWidth / 4, 0, 2 * Math.PI);
      ctx.stroke();
    });
    await browser.screenshot(`docs/images/${name}-${scheme}.png`);
  }
  await browser.close();
  await server.close();
}
await closeBrowsers();
