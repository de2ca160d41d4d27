import { expect } from '@open-wc/testing';
import { edges, RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { drawPowers, writeNames, type LineName } from './chart-axes.js';
import { Plot } from '../../../draw/plot.js';

const format = (value: number): string => String(value);
const size = { width: 300, height: 400, density: 2 };
const box = { x: 40, y: 300, width: 200, height: 80 };

function powers(xs: readonly [number, number], ys: readonly [number, number], width = box.width): RecordingContext {
  const recording = new RecordingContext();
  drawPowers(recording.context, new Plot({ ...box, width }, xs, ys), format, size, testTheme);
  return recording;
}

function names(wishes: readonly LineName[], end = 240): RecordingContext {
  const recording = new RecordingContext();
  writeNames(recording.context, wishes, end, box, format, testTheme);
  return recording;
}

describe('drawPowers', () => {
  it('writes powers of ten on both axes, with a hairline at each of the steps', () => {
    const recording = powers([0, 3.5], [-2.2, 0.1]);
    expect(recording.texts.map(({ text }) => text)).to.deep.equal(['1', '10', '100', '1000', '0.01', '0.1', '1']);
    const [hairs, axis] = recording.paths('stroke');
    expect(edges(hairs.path)).to.have.length(4);
    expect(hairs.pen.strokeStyle).to.equal(testTheme.hair);
    for (const [x] of edges(hairs.path)) expect((2 * x) % 1, 'on half device pixels').to.be.closeTo(0.5, 0.5);
    expect(axis.pen.strokeStyle).to.equal(testTheme.muted);
  });

  it('leaves numbers out at equal distances, so that no two of them touch', () => {
    for (const [width, end] of [[200, 3], [100, 5], [120, 9]]) {
      const texts = powers([0, end], [-1, 0], width).texts.filter(({ y }) => y > box.y + box.height + 6);
      const powersWritten = texts.map(({ text }) => Math.round(Math.log10(Number(text))));
      expect(texts.length).to.be.above(1);
      expect(new Set(powersWritten.slice(1).map((power, k) => power - powersWritten[k])).size, 'one stride').to.equal(1);
      for (let k = 1; k < texts.length; k++) expect(texts[k].x - (texts[k - 1].x + texts[k - 1].text.length * 11 * 0.55)).to.be.above(3);
    }
  });
});

describe('writeNames', () => {
  it('writes each beside the end of its line, in its colour, and the bounds of the axis from 0 to 1 where they leave room', () => {
    const recording = names([{ name: 'loss', colour: '#111111', y: 340 }]);
    expect(recording.texts.map(({ text, x, pen }) => [text, x, pen.fillStyle])).to.deep.equal([['loss', 248, '#111111'], ['1', 248, testTheme.accent], ['0', 248, testTheme.accent]]);
    expect(names([{ name: 'IoU', colour: '#0000c8', y: 303 }]).texts.map(({ text }) => text)).to.deep.equal(['IoU', '0']);
  });

  it('keeps names apart, in order, and within the box', () => {
    for (const ys of [[340, 340], [300, 301], [380, 379], [300, 306, 303], [380, 380, 380]]) {
      const { texts } = names(ys.map((y, k) => ({ name: `line ${k}`, colour: '#111111', y })));
      const at = texts.filter(({ text }) => text.startsWith('line')).map(({ y }) => y - 0.36 * 12);
      for (let k = 1; k < at.length; k++) expect(at[k] - at[k - 1], String(ys)).to.be.at.least(12.999);
      expect(at[0]).to.be.at.least(299);
      expect(at[at.length - 1]).to.be.at.most(381);
    }
  });

  it('keeps off the axis beside a line that ends before the right, and leaves out what is not known', () => {
    const { texts } = names([{ name: 'IoU', colour: '#0000c8', y: 380 }, { name: 'loss', colour: '#111111', y: NaN }], 60);
    expect(texts.map(({ text, x }) => [text, x])).to.deep.equal([['IoU', 68], ['1', 248], ['0', 248]]);
    expect(texts[0].y - 0.36 * 12).to.be.at.most(373);
  });
});
