/**
 * Makes the README's pictures from the built files: `npm run build && node scripts/pictures.mjs`, or some of them by
 * their names: `node scripts/pictures.mjs trainer views`.
 */
import { writeFileSync } from 'node:fs';
import { closeBrowsers, launch, serve } from './pages/drive.mjs';
import { html } from './pages/suite.mjs';
import { animate } from './webp.mjs';

const steps = [0, 100, 1000, 20000];

/** Fonts from packages, so that no picture depends on the machine's: the page's, and those the tags ask for by name. */
const fonts = [
  ['Inter', 'inter', 400, 'normal'], ['Inter', 'inter', 600, 'normal'],
  ['Iowan Old Style', 'source-serif-4', 400, 'normal'], ['Iowan Old Style', 'source-serif-4', 400, 'italic'],
  ['ui-monospace', 'source-code-pro', 400, 'normal'],
].flatMap(([family, name, weight, style]) => [['latin', ''], ['greek', 'unicode-range: U+370-3FF']]
  .map(([script, range]) => `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style};
    ${range}; src: url('/node_modules/@fontsource/${name}/files/${name}-${script}-${weight}-${style}.woff2') }`));

// The tags come when the fonts are there: a canvas waits for no font.
const page = (ink, paper, columns, body) => html(`<script type="module">
  await Promise.all([...document.fonts].map((face) => face.load()));
  await import('/dist/nn-elements.min.js');
</script>
<style>
  ${fonts.join('\n')}
  body { margin: 0; padding: 16px; display: grid; grid-template-columns: ${columns}; gap: 16px; align-items: end;
    font: 14px/1.4 Inter; color: ${ink}; background: ${paper} }
  nn-circle-trainer:not([controls])::part(button) { display: none }
  .views { align-items: start }
  .views nn-neuron { align-self: center }
  .views nn-circle-trainer::part(score) { zoom: 1.3 }
  .pair > nn-neuron::part(formula) { display: none }
  [data-spoil="signs"] { --nn-positive: #c62828; --nn-negative: #2e7d32 }
  p { margin: 6px 0 0 }
</style>`, body);

const strip = steps.map((count) => `<div><nn-circle-trainer seed="172" paused data-steps="${count}"></nn-circle-trainer>
  <p>${count.toLocaleString('en')} steps</p></div>`).join('');
const tags = `<nn-neuron></nn-neuron><nn-activation fn="relu leaky-relu" probe="-3.2"></nn-activation>
  <nn-deform style="grid-column: 1 / -1; inline-size: 100%"></nn-deform>`;

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
const toolbars = `<nn-circle-trainer seed="172" controls paused data-steps="1000"></nn-circle-trainer>
  <nn-neuron controls></nn-neuron>`;

const microscope = '<nn-param-view show="step" data-phase="8"></nn-param-view>';

const even = (count) => `repeat(${count}, minmax(0, 1fr))`;

/** Name, columns, body and width of each. */
const pictures = [
  ['trainer', even(4), strip], ['tags', even(2), tags], ['toolbar', '420px 320px', toolbars, 788],
  ['microscope', even(1), microscope, 752], ['language', even(3), good + bad, 720],
];
const schemes = [['light', '#1b1d22', '#ffffff'], ['dark', '#e9e7e2', '#14161a']];

/** The animation that the README opens with: a network in three views. */
const views = {
  width: 960, height: 512, density: 1.125, quality: 55,
  columns: 'minmax(0, 1.1fr) minmax(0, 1.5fr) minmax(0, 1.1fr)',
  body: `<nn-circle-trainer id="demo" seed="172" score paused></nn-circle-trainer>
    <nn-param-view for="demo"></nn-param-view><nn-neuron for="demo" neuron="out"></nn-neuron>`,
};

/** The steps of its frames, and how long each is shown in milliseconds: about as long as on a page. */
const moments = [[0, 1000]];
for (let step = 1; step < 100_000; step = Math.max(step + 1, Math.round(step * 1.6))) {
  moments.push([step, step < 4 ? 400 : 250]);
}
moments.push([100_000, 3000]);

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

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);

/** Opens a page of a body in each scheme. Calls `shoot` with the window and the scheme's name. */
async function inEachScheme({ columns, body, ...size }, shoot) {
  const pages = Object.fromEntries(
    schemes.map(([scheme, ink, paper]) => [`/${scheme}.html`, page(ink, paper, columns, body)]),
  );
  const server = await serve('.', { pages });
  const browser = await launch('chromium', size);
  await browser.page.evaluateOnNewDocument(spoil);
  // Nothing plays by itself.
  await browser.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  for (const [scheme] of schemes) {
    await browser.open(`${server.url}/${scheme}.html`);
    await browser.evaluate(() => customElements.whenDefined('nn-deform')); // the last one
    await shoot(browser, scheme);
  }
  await browser.close();
  await server.close();
}

for (const [name, columns, body, width = 960] of pictures.filter(([name]) => isWanted(name))) {
  await inEachScheme({ columns, body, width, density: 2 }, async (browser, scheme) => {
    if (name === 'language' && scheme === 'dark') return; // told in words there
    await browser.evaluate(async () => {
      for (const tag of document.body.querySelectorAll('*')) await tag.updateComplete;
      for (const tag of document.querySelectorAll('[data-steps]')) {
        if (tag.dataset.steps > 0) tag.step(Number(tag.dataset.steps));
      }
      for (const tag of document.querySelectorAll('[data-phase]')) {
        for (let phase = 1; phase < tag.dataset.phase; phase++) tag.shadowRoot.querySelector('.next').click();
        tag.shadowRoot.activeElement?.blur();
      }
      for (const tag of document.querySelectorAll('nn-deform')) {
        const slider = tag.shadowRoot.querySelector('.slider');
        slider.value = 1;
        slider.dispatchEvent(new InputEvent('input'));
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
    await browser.setSize(width, await browser.evaluate(() => document.body.offsetHeight));
    await browser.screenshot(`docs/images/${name}-${scheme}.png`);
  });
}

if (isWanted('views')) {
  await inEachScheme(views, async (browser, scheme) => {
    await browser.evaluate(() => document.body.classList.add('views'));
    const frames = [];
    for (const [step, milliseconds] of moments) {
      await browser.evaluate(async (goal) => {
        const trainer = document.querySelector('#demo');
        if (goal > 0) trainer.step(goal - trainer.trainer.steps);
        await new Promise((done) => setTimeout(done, 250)); // numbers are written ten times a second at most
      }, step);
      const still = Buffer.from(await browser.page.screenshot({ type: 'webp', quality: views.quality }));
      frames.push({ still, milliseconds });
    }
    const [width, height] = [views.width, views.height].map((length) => length * views.density);
    writeFileSync(`docs/images/views-${scheme}.webp`, animate(frames, width, height));
  });
}
await closeBrowsers();
