import { expect, fixture, html } from '@open-wc/testing';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import { seen, stub, tickUntil, until } from '../../testing/host.js';
import { mountTrainer, pictureOf, quietPage } from '../../testing/trainer-page.js';

const points = [[0.1, 0.2, 1], [-0.7, 0.4, 0], [0.3, -0.2, 1], [0.8, 0.8, 0]];

describe('Copying', () => {
  const page = quietPage();
  let copied: string[];
  let restore: () => void;

  beforeEach(() => {
    copied = [];
    restore = stub(navigator.clipboard, 'writeText', (text: string) => {
      copied.push(text);
      return Promise.resolve();
    });
  });
  afterEach(() => restore());

  async function press(trainer: NnCircleTrainer, name: string): Promise<void> {
    const buttons = [...trainer.shadowRoot!.querySelectorAll<HTMLElement>('.copies button')];
    buttons.find((each) => each.textContent === name)!.click();
    await Promise.resolve();
    await trainer.updateComplete;
  }

  /** Puts markup on the page as a reader's own page would have it. */
  async function paste(text: string): Promise<NnCircleTrainer> {
    const holder = await fixture<HTMLElement>(html`<div style="inline-size: 200px"></div>`);
    holder.append(document.createRange().createContextualFragment(text));
    const pasted = holder.querySelector('nn-circle-trainer')!;
    await pasted.updateComplete;
    await tickUntil(page.timing, () => pictureOf(pasted).drawn, 'what was pasted was never drawn');
    await seen(pasted.surface!); // or what changes after the first picture waits for idle time
    page.timing.settle();
    return pasted;
  }

  const plain = html`<nn-circle-trainer controls paused seed="7"></nn-circle-trainer>`;
  for (const [name, template] of Object.entries({
    'a default run': plain,
    'a run with everything changed': html`
      <nn-circle-trainer controls paused seed=${'a "quoted" <seed>'} hidden-layers="6 4" activation="tanh"
        output-activation="sigmoid" learning-rate="0.3" update-order="in-place" init="uniform" target="heart"
        radius="0.8" grid="19" threshold="0.3" label=${'A & B'}></nn-circle-trainer>`,
    'a run with all that can be seen of it': html`
      <nn-circle-trainer controls paused seed="7" score chart creases></nn-circle-trainer>`,
    'a run on data': html`
      <nn-circle-trainer controls paused seed="7" noise="0.05" split="0.5" score chart
        .data=${points}></nn-circle-trainer>`,
  })) {
    it(`gives HTML that shows the very picture of ${name}, pixel for pixel, and goes on as it does`, async () => {
      const trainer = await mountTrainer(template);
      trainer.step(777);
      page.timing.settle();
      await press(trainer, 'copy HTML');
      const before = pictureOf(trainer);
      const [pixels, width] = [before.pixels.join(), before.canvas.width];
      trainer.step(100);
      const later = JSON.stringify(await trainer.getState());
      trainer.closest('div')!.remove();
      const pasted = await paste(copied[0]);
      expect(pasted.paused).to.equal(true);
      const after = pictureOf(pasted);
      expect(after.canvas.width).to.equal(width);
      expect(after.pixels.join() === pixels, 'the same pixels').to.equal(true);
      pasted.step(100);
      expect(JSON.stringify(await pasted.getState())).to.equal(later);
    });
  }

  it('takes a single point along, which only painting makes, without a warning', async () => {
    const trainer = await mountTrainer(plain);
    const child = JSON.stringify({ data: [[0.1, 0.2, 1]], state: await trainer.getState() });
    trainer.remove();
    const script = html`<script type="application/json">${child}</script>`;
    const pasted = await mountTrainer(html`<nn-circle-trainer paused seed="7">${script}</nn-circle-trainer>`);
    expect(pasted.data).to.deep.equal([[0.1, 0.2, 1]]);
  });

  it('gives weights that a child takes', async () => {
    const trainer = await mountTrainer(html`
      <nn-circle-trainer controls paused seed="7" hidden-layers="3"></nn-circle-trainer>`);
    trainer.step(50);
    await press(trainer, 'copy weights');
    const { layers, parameters } = JSON.parse(copied[0]) as { layers: number[]; parameters: number[] };
    expect([layers, parameters]).to.deep.equal([[2, 3, 1], [...trainer.trainer.network.parameters]]);
  });

  it('says that it is done', async () => {
    const trainer = await mountTrainer(plain);
    await press(trainer, 'copy weights');
    const status = trainer.shadowRoot!.querySelector('.copies [role=status]')!;
    await until(() => status.textContent === 'copied', 'it was never said');
  });

  it('shows the text to copy by hand where the browser refuses, until the reader has gone on', async () => {
    restore();
    restore = stub(navigator.clipboard, 'writeText', () => Promise.reject(new Error('no')));
    const trainer = await mountTrainer(plain);
    await press(trainer, 'copy HTML');
    const area = (): HTMLTextAreaElement | null => trainer.shadowRoot!.querySelector('.copies textarea');
    await until(() => trainer.shadowRoot!.activeElement === area() && area() !== null, 'the text never had the focus');
    expect(area()!.value).to.match(/^<nn-circle-trainer [^]*<\/nn-circle-trainer>$/);
    expect([area()!.selectionStart, area()!.selectionEnd]).to.deep.equal([0, area()!.value.length]);
    await expect(trainer).to.be.accessible();
    area()!.blur();
    await trainer.updateComplete;
    expect(area()).to.equal(null);
  });
});

describe('toBlob', () => {
  const page = quietPage();

  it('is the picture as it is now, on the ground of the page', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer paused seed="7"></nn-circle-trainer>`);
    trainer.step(900);
    trainer.parentElement!.style.backgroundColor = '#fdf6e3';
    const blob = (await trainer.toBlob())!;
    page.timing.settle();
    const { canvas } = pictureOf(trainer);
    const expected = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
    expected.fillStyle = 'rgb(253, 246, 227)';
    expected.fillRect(0, 0, canvas.width, canvas.height);
    expected.drawImage(canvas, 0, 0);
    const { data: pixels } = expected.getImageData(0, 0, canvas.width, canvas.height);
    expect(blob.type).to.equal('image/png');
    const image = await createImageBitmap(blob);
    const copy = new OffscreenCanvas(image.width, image.height);
    const ctx = copy.getContext('2d')!;
    ctx.drawImage(image, 0, 0);
    expect([image.width, image.height]).to.deep.equal([canvas.width, canvas.height]);
    const found = ctx.getImageData(0, 0, image.width, image.height).data;
    expect(found.every((value, k) => Math.abs(value - pixels[k]) <= 3)).to.equal(true);
    expect(pictureOf(trainer).pixels[3], 'the canvas itself has no ground').to.be.below(255);
  });

  it('is null where there is no picture', async () => {
    const trainer = document.createElement('nn-circle-trainer') as NnCircleTrainer;
    document.body.append(trainer);
    trainer.hidden = true;
    expect(await trainer.toBlob()).to.equal(null);
    trainer.remove();
  });
});
