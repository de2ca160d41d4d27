import { expect } from '@open-wc/testing';
import * as entry from './index.js';
import type { NnChangeDetail, NnErrorDetail, NnInputDetail, NnStepDetail, StringKey, Strings } from './index.js';
import { version } from './version.js';

describe('the package’s entry', () => {
  it('registers every element', () => {
    const { NnActivation, NnCircleTrainer, NnDeform, NnNeuron, NnParamView } = entry;
    const tags = ['nn-activation', 'nn-circle-trainer', 'nn-deform', 'nn-neuron', 'nn-param-view'];
    expect(tags.map((tag) => customElements.get(tag)))
      .to.deep.equal([NnActivation, NnCircleTrainer, NnDeform, NnNeuron, NnParamView]);
  });

  it('gives the classes, the version and what adds a language, and nothing by accident', () => {
    expect(entry).to.have.all.keys(
      'NnActivation', 'NnCircleTrainer', 'NnDeform', 'NnNeuron', 'NnParamView', 'registerStrings', 'version',
    );
    expect(entry.version).to.equal(version);
  });

  it('adds a language that elements on the page speak at once', async () => {
    const trainer = document.createElement('nn-circle-trainer');
    trainer.lang = 'x-entry';
    trainer.paused = true;
    document.body.append(trainer);
    await trainer.updateComplete;
    const play = trainer.renderRoot.querySelector('.play')!;
    expect(play.getAttribute('aria-label')).to.equal('play');
    const key: StringKey = 'play';
    entry.registerStrings('x-entry', { [key]: 'go on' } satisfies Partial<Strings>);
    await trainer.updateComplete;
    expect(play.getAttribute('aria-label')).to.equal('go on');
    trainer.remove();
  });

  it('gives the types of event details', () => {
    const step: Pick<NnStepDetail, 'steps' | 'loss' | 'accuracy' | 'iou'> = { steps: 1, loss: 0, accuracy: 1, iou: 1 };
    const error: NnErrorDetail = { code: 'syntax', attribute: 'grid', value: 'x', used: 25, fatal: false };
    const input: NnInputDetail = { x: 0, y: 1 };
    const change: NnChangeDetail = { attribute: 'layer', value: 1 };
    expect([input.y, change.value, step.steps, error.used]).to.deep.equal([1, 1, 1, 25]);
  });
});
