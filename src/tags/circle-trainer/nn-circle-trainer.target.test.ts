import { expect, html } from '@open-wc/testing';
import { createTarget } from '../../core/index.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { listen } from '../../testing/figure-page.js';
import { holdPage, mountTrainer, pictureOf } from '../../testing/trainer-page.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';
import { forgetWarnings } from '../../page/warnings.js';

const shapes = 'one of circle, ring, square, cross, xor, half, spiral, heart, or an expression';

/** [attribute, the end of what is expected]. */
const mistakes: [string, string][] = [
  ['sin(x', 'column 6: expected an operator or ")", found the end'],
  ['x = y', 'column 3: expected "==", found "="'],
  ['0.5/x', 'column 4: expected finite values from −1 to 1, found Infinity at x = 0, y = −1'],
  ['alert(1)', 'column 1: expected x, y, r, theta, pi, e or a function: abs sqrt exp log sin cos tan atan2 min max sign floor step, found "alert"'],
  ['x + '.repeat(60), 'column 201: expected at most 200 characters'],
];

describe('The target of <nn-circle-trainer>', () => {
  const page = {} as ReturnType<typeof holdPage>;

  beforeEach(() => {
    forgetWarnings();
    Object.assign(page, holdPage());
  });
  afterEach(() => page.release());

  const label = (trainer: NnCircleTrainer): string | null => trainer.shadowRoot!.querySelector('canvas')!.ariaLabel;
  const select = (trainer: NnCircleTrainer): HTMLSelectElement => trainer.shadowRoot!.querySelector('.toolbar select')!;
  const text = (trainer: NnCircleTrainer): HTMLInputElement | null => trainer.shadowRoot!.querySelector('.toolbar .formula');
  const write = async (trainer: NnCircleTrainer, value: string): Promise<void> => {
    text(trainer)!.value = value;
    text(trainer)!.dispatchEvent(new Event('change', { bubbles: true }));
    await trainer.updateComplete;
  };

  it('may be an expression, which is learned as core learns it, and named in quotes', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="7" paused target=${' sin(3*x) > y '}></nn-circle-trainer>`);
    expect([trainer.target, label(trainer)]).to.deep.equal(['sin(3*x) > y', 'A neural network learning the expression “\u2066sin(3*x) > y\u2069”']);
    trainer.step(500);
    const core = circleTrainer({ target: createTarget('sin(3*x) > y'), seed: '7' });
    core.step(500);
    expect(trainer.trainer.network.parameters).to.deep.equal(core.network.parameters);
    expect(page.warnings).to.deep.equal([]);
    await expect(trainer).to.be.accessible();
  });

  for (const [given, expected] of mistakes) {
    it(`is the circle in place of "${given.slice(0, 20)}", and the column is told`, async () => {
      const trainer = await mountTrainer(html`<nn-circle-trainer paused target=${given}></nn-circle-trainer>`);
      const found = given.length > 60 ? `${given.slice(0, 60)}…` : given;
      expect(page.warnings).to.deep.equal([`<nn-circle-trainer> target="${found}": expected ${shapes}; ${expected}; "circle" is used.`]);
      expect([trainer.target, trainer.getAttribute('target')]).to.deep.equal(['circle', given]);
      expect(trainer.trainer.target(0.4, 0.2)).to.equal(1);
      expect(pictureOf(trainer).drawn).to.equal(true);
    });
  }

  it('tells scripts of a mistake by nn-error', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer paused></nn-circle-trainer>`);
    const told = listen(trainer, ['nn-error']);
    trainer.target = 'x <';
    await trainer.updateComplete;
    expect(told).to.deep.equal([['nn-error', { code: 'syntax', attribute: 'target', value: 'x <', used: 'circle', fatal: false }]]);
  });

  it('is one more choice and a field of its own while it is an expression', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer controls paused target=${'x^2 < y'}></nn-circle-trainer>`);
    expect(select(trainer).selectedOptions[0].textContent).to.equal('\u2066x^2 < y\u2069');
    expect([text(trainer)!.value, text(trainer)!.labels![0].textContent!.trim(), getComputedStyle(text(trainer)!).direction]).to.deep.equal(['x^2 < y', 'expression', 'ltr']);
    await expect(trainer).to.be.accessible();
    const told = listen(trainer);
    await write(trainer, 'x^2 > y');
    expect(told).to.deep.equal([['nn-change', { attribute: 'target', value: 'x^2 > y' }]]);
    expect([trainer.target, select(trainer).value, trainer.trainer.target(0.5, 0)]).to.deep.equal(['x^2 > y', 'x^2 > y', 1]);
    select(trainer).value = 'ring';
    select(trainer).dispatchEvent(new Event('change', { bubbles: true }));
    await trainer.updateComplete;
    expect([trainer.target, text(trainer), select(trainer).options.length]).to.deep.equal(['ring', null, 8]);
  });

  it('stays in use where the reader writes what is none; it is told like an author’s mistake, and the field shows it again', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer controls paused target=${'x^2 < y'}></nn-circle-trainer>`);
    const told = listen(trainer, ['nn-change', 'nn-error']);
    await write(trainer, 'x^2 <');
    expect([trainer.target, text(trainer)!.value]).to.deep.equal(['x^2 < y', 'x^2 < y']);
    expect(page.warnings).to.deep.equal([`<nn-circle-trainer> target="x^2 <": expected ${shapes}; column 6: expected a number, a name or "(", found the end; "x^2 < y" is used.`]);
    expect(told).to.deep.equal([['nn-error', { code: 'syntax', attribute: 'target', value: 'x^2 <', used: 'x^2 < y', fatal: false }]]);
  });
});
