import { expect } from 'chai';
import { ground, RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { Labels } from './labels.js';

const style = { size: 10, colour: '#123456' };

function begin(width = 200, height = 100): { labels: Labels; recording: RecordingContext } {
  const recording = new RecordingContext();
  return { labels: new Labels(recording.context, { width, height, density: 1 }, testTheme), recording };
}

// The recording context's characters are 0.55 em wide: "abcd" is 22 wide and, as a line, 13 high.
describe('Labels', () => {
  it('measures a text as it will be written', () => {
    const { labels, recording } = begin();
    expect([labels.measure(['abcd'], 10), recording.marks]).to.deep.equal([{ width: 22, height: 13 }, []]);
  });

  it('writes in the middle of the first free place', () => {
    const { labels, recording } = begin();
    expect(labels.write(['abcd'], [[50, 50], [100, 50]], style)).to.equal(true);
    expect(labels.write(['efgh'], [[60, 50], [75, 50]], style)).to.equal(true);
    expect(recording.texts.map(({ text, x, pen }) => [text, x, pen.fillStyle]))
      .to.deep.equal([['abcd', 39, '#123456'], ['efgh', 64, '#123456']]);
  });

  it('leaves out what would cover another text, and reserves no room for it', () => {
    const { labels, recording } = begin();
    labels.write(['abcd'], [[50, 50]], style);
    expect(labels.write(['wide text'], [[70, 52]], style)).to.equal(false);
    expect([labels.write(['x'], [[68, 50]], style), recording.words]).to.deep.equal([true, ['abcd', 'x']]);
  });

  it('leaves out what would leave the canvas on any side', () => {
    const { labels, recording } = begin();
    for (const place of [[10.9, 50], [189.1, 50], [100, 6.4], [100, 93.6]] as const) {
      expect(labels.write(['abcd'], [place], style), `${place}`).to.equal(false);
    }
    for (const place of [[11, 50], [189, 50], [100, 6.5], [100, 93.5]] as const) {
      expect(labels.write(['abcd'], [place], style), `${place}`).to.equal(true);
    }
    expect(recording.texts).to.have.length(4);
  });

  it('stands a text on a plate of a colour, if asked', () => {
    const { labels, recording } = begin();
    labels.write(['abcd'], [[50, 50]], style, '#eeeeee');
    const [cleared, plate] = recording.paths('fill');
    expect([cleared, plate].map(({ pen }) => pen.fillStyle)).to.deep.equal([ground, '#eeeeee']);
    expect(cleared.path).to.deep.equal(plate.path);
    expect(plate.path[0]).to.include({ type: 'rect', x: 37, width: 26 });
    expect(recording.marks.map(({ type }) => type)).to.deep.equal(['fill', 'fill', 'fillText']);
  });

  it('keeps off lines', () => {
    const { labels } = begin();
    labels.keepOff([20, 20], [180, 80]);
    labels.keepOff([150, 20], [150, 20]);
    expect(labels.write(['abcd'], [[100, 50], [60, 30], [150, 22]], style)).to.equal(false);
    expect(labels.write(['abcd'], [[100, 20]], style)).to.equal(true);
  });
});
