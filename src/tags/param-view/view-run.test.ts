import { expect, html } from '@open-wc/testing';
import '../../define/nn-param-view.js';
import type { NnParamView } from '../../define/nn-param-view.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { mountFigure } from '../../testing/figure-page.js';
import { holdPage } from '../../testing/trainer-page.js';
import { forgetWarnings } from '../../page/warnings.js';

describe("<nn-param-view>'s model", () => {
  let page: ReturnType<typeof holdPage>;
  beforeEach(() => {
    page = holdPage();
    forgetWarnings();
  });
  afterEach(() => page.release());

  const state = (steps: number): unknown => {
    const trainer = circleTrainer({ seed: 'view' });
    trainer.step(steps);
    return trainer.getState();
  };
  const child = (json: unknown): ReturnType<typeof html> => html`<script type="application/json">${JSON.stringify(json)}</script>`;

  it('is the state in the child, and any other once that is another', async () => {
    const view = await mountFigure<NnParamView>(page.timing, html`<nn-param-view>${child({ state: state(40) })}</nn-param-view>`);
    expect(view.getState()).to.deep.equal(state(40));
    view.querySelector('script')!.textContent = JSON.stringify({ state: state(90) });
    await new Promise((done) => setTimeout(done));
    expect(view.getState()).to.deep.equal(state(90));
    expect(page.warnings).to.deep.equal([]);
  });

  it('is not shown where that is of no use, and the page says why', async () => {
    const view = await mountFigure<NnParamView>(page.timing, html`<nn-param-view>${child({ state: { version: 2 } })}</nn-param-view>`);
    expect(view.shadowRoot!.querySelector('.badge')).not.to.equal(null);
    expect(view.getState()).to.equal(undefined);
    expect(page.warnings).to.have.length(1);
    expect(page.warnings[0]).to.contain('version is 2, expected 1');
  });

  it('refuses a state of another kind whole', async () => {
    const view = await mountFigure<NnParamView>(page.timing, html`<nn-param-view>${child({ state: state(40) })}</nn-param-view>`);
    view.setState({ ...(state(90) as ReturnType<ReturnType<typeof circleTrainer>['getState']>), layers: [3, 8, 1] });
    expect(view.getState()).to.deep.equal(state(40));
    expect(page.warnings[0]).to.match(/nothing has changed\.$/);
  });
});
