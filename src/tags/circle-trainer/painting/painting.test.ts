import { expect } from '@open-wc/testing';
import type { NnCircleTrainer } from '../../../define/nn-circle-trainer.js';
import { listen, pictureOf, slide } from '../../../testing/figure-page.js';
import { createTrainer, modelScript, mountTrainer, quietPage } from '../../../testing/trainer-page.js';

describe('Painting points', () => {
  const page = quietPage();

  async function mount(attributes = '', content = ''): Promise<NnCircleTrainer> {
    const trainer = await mountTrainer(createTrainer(`controls paused seed="7" ${attributes}`, content));
    page.timing.settle();
    return trainer;
  }

  function button(trainer: NnCircleTrainer, name: string): HTMLButtonElement {
    const buttons = [...trainer.shadowRoot!.querySelectorAll<HTMLButtonElement>('.toolbar button')];
    return buttons.find((each) => each.textContent!.trim() === name)!;
  }

  async function press(trainer: NnCircleTrainer, name: string): Promise<void> {
    button(trainer, name).click();
    await trainer.updateComplete;
  }

  type Place = readonly [x: number, y: number];

  /** Fires a pointer event at a place of the plane. */
  function fire(trainer: NnCircleTrainer, type: string, [x, y]: Place, options: PointerEventInit = {}): void {
    const cover = trainer.shadowRoot!.querySelector<HTMLElement>('.paint')!;
    const { left, top, width, height } = cover.getBoundingClientRect();
    const [clientX, clientY] = [left + ((x + 1) / 2) * width, top + ((1 - y) / 2) * height];
    cover.dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary: true, clientX, clientY, ...options }));
  }

  async function stroke(trainer: NnCircleTrainer, places: readonly Place[], options?: PointerEventInit): Promise<void> {
    fire(trainer, 'pointerdown', places[0], options);
    for (const place of places.slice(1)) fire(trainer, 'pointermove', place, options);
    fire(trainer, 'pointerup', places[places.length - 1], options);
    await trainer.updateComplete;
  }

  /** Returns the data, rounded, because pointers are at whole pixels. */
  const painted = (trainer: NnCircleTrainer): (readonly number[])[] | undefined =>
    trainer.data?.map((row) => row.map((value) => Math.round(value * 10) / 10));

  it('is switched on by a button, and leaves clicks for a new start until then', async () => {
    const trainer = await mount();
    expect(trainer.shadowRoot!.querySelector('.paint')).to.equal(null);
    expect(button(trainer, 'paint points').getAttribute('aria-pressed')).to.equal('false');
    await press(trainer, 'paint points');
    expect(button(trainer, 'paint points').getAttribute('aria-pressed')).to.equal('true');
    await expect(trainer).to.be.accessible();
    await press(trainer, 'paint points');
    expect(trainer.shadowRoot!.querySelector('.paint')).to.equal(null);
  });

  it('paints inside, with Shift or the second button outside, and trains on from where it is', async () => {
    const trainer = await mount();
    trainer.step(100);
    await press(trainer, 'paint points');
    await stroke(trainer, [[0.5, -0.5]]);
    await stroke(trainer, [[-0.5, 0.2]], { shiftKey: true });
    await stroke(trainer, [[-0.2, -0.8]], { button: 2 });
    await stroke(trainer, [[0.9, 0.9]], { button: 1 });
    expect(painted(trainer)).to.deep.equal([[0.5, -0.5, 1], [-0.5, 0.2, 0], [-0.2, -0.8, 0]]);
    expect([...trainer.trainer.examples!.training.labels]).to.deep.equal([1, 0, 0]);
    expect([trainer.trainer.steps, trainer.seed]).to.deep.equal([100, '7']);
  });

  it('paints along a stroke, points apart, and none beyond the picture', async () => {
    const trainer = await mount();
    await press(trainer, 'paint points');
    await stroke(trainer, Array.from({ length: 61 }, (_, k) => [k / 50, 0] as const));
    const xs = trainer.data!.map(([x]) => x);
    expect(xs.length).to.be.within(8, 13);
    for (let k = 1; k < xs.length; k++) expect(xs[k] - xs[k - 1]).to.be.within(0.079, 0.13);
    expect(Math.max(...xs)).to.be.at.most(1);
  });

  it('paints at the place of the sliders by buttons, and takes all points away', async () => {
    const trainer = await mount();
    await press(trainer, 'paint points');
    const [x, y] = trainer.shadowRoot!.querySelectorAll<HTMLInputElement>('.pair input');
    slide(x, 0.4);
    slide(y, -0.3);
    await press(trainer, 'add a point inside');
    slide(x, -0.4);
    await press(trainer, 'add a point outside');
    expect(painted(trainer)).to.deep.equal([[0.4, -0.3, 1], [-0.4, -0.3, 0]]);
    await press(trainer, 'remove all points');
    expect([trainer.data, trainer.trainer.examples]).to.deep.equal([null, undefined]);
    expect(button(trainer, 'remove all points').disabled).to.equal(true);
  });

  it('ends a stroke with the switch', async () => {
    const trainer = await mount();
    await press(trainer, 'paint points');
    fire(trainer, 'pointerdown', [-0.6, 0]);
    await press(trainer, 'paint points');
    await press(trainer, 'paint points');
    fire(trainer, 'pointermove', [0.6, 0]);
    expect(trainer.data).to.have.length(1);
  });

  it('tells of each change, and the picture shows it', async () => {
    const trainer = await mount();
    const told = listen(trainer);
    await press(trainer, 'paint points');
    const before = pictureOf(trainer);
    await stroke(trainer, [[0.5, -0.5]]);
    page.timing.settle();
    expect(told).to.deep.equal([['nn-change', { attribute: 'data', value: trainer.data }]]);
    expect(pictureOf(trainer)).not.to.equal(before);
  });

  it('gives way to a target that the reader chooses', async () => {
    const trainer = await mount('data="[[0,0,1],[0.9,0.9,0]]"');
    const select = trainer.shadowRoot!.querySelector<HTMLSelectElement>('.thirds select')!;
    const chosen = (): string => select.selectedOptions[0].textContent!;
    expect(chosen()).to.equal('given points');
    select.value = 'heart';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await trainer.updateComplete;
    expect([trainer.target, trainer.data, trainer.trainer.examples]).to.deep.equal(['heart', null, undefined]);
    expect([chosen(), [...select.options].some((option) => option.value === '')]).to.deep.equal(['a heart', false]);
  });

  it('adds to the points that the page gives, and can be undone in time', async () => {
    const trainer = await mount('', modelScript({ data: [[0, 0, 1], [0.9, 0.9, 0]] }));
    trainer.step(50);
    await press(trainer, 'paint points');
    await stroke(trainer, [[0.5, -0.5]]);
    trainer.step(50);
    expect(painted(trainer)).to.have.length(3);
    const arrival = trainer.goTo(20);
    page.timing.settle();
    await arrival;
    await trainer.updateComplete;
    expect(painted(trainer)).to.have.length(2);
    await press(trainer, 'remove all points');
    expect(trainer.trainer.examples).to.equal(undefined);
  });
});
