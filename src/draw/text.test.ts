import { expect } from '@open-wc/testing';
import { blank, PixelCanvas } from '../testing/pixels.js';
import { RecordingContext } from '../testing/recording-context.js';
import { testTheme } from '../testing/theme.js';
import { drawText, textWidth, type Run, type TextStyle } from './text.js';

const runs: readonly Run[] = ['slope of ', { variable: 'w', index: '12' }, ' = 0.71'];
const style: TextStyle = { size: 20, colour: testTheme.ink };

/** What was written, by what it says; the recording context gives each character 0.55 em. */
function write(what: readonly Run[], x: number, y: number, options: Partial<TextStyle> = {}) {
  const recording = new RecordingContext();
  const width = drawText(recording.context, what, x, y, { ...style, ...options }, testTheme);
  return { recording, width, texts: recording.texts };
}

describe('drawText', () => {
  it('writes one piece after the other, each where the one before ends', () => {
    const { texts, width } = write(runs, 100, 50);
    expect(texts.map(({ text }) => text)).to.deep.equal(['slope of ', 'w', '12', ' = 0.71']);
    const widths = [9 * 20, 20 * 1.12, 2 * 20 * 0.78, 7 * 20].map((em) => em * 0.55);
    let at = 100;
    texts.forEach(({ x }, k) => {
      expect(x).to.be.closeTo(at, 1e-9);
      at += widths[k];
    });
    expect(width).to.be.closeTo(at - 100, 1e-9);
    expect(textWidth(new RecordingContext().context, runs, 20, testTheme)).to.be.closeTo(width, 1e-9);
  });

  it('sets variables in italics, larger by a little, and their index smaller and lower, in the page\u2019s font', () => {
    const [words, variable, index] = write(runs, 0, 50).texts;
    expect(words.pen.font).to.equal('20px sans-serif');
    expect(variable.pen.font).to.match(/^italic 22\.4\d*px "Iowan/);
    expect(index.pen.font).to.match(/^15\.6\d*px sans-serif$/);
    expect(variable.y).to.equal(words.y);
    expect(index.y).to.be.above(words.y);
  });

  it('aligns the whole line at x', () => {
    const { width } = write(runs, 100, 50);
    expect(write(runs, 100, 50, { align: 'center' }).texts[0].x).to.be.closeTo(100 - width / 2, 1e-9);
    expect(write(runs, 100, 50, { align: 'right' }).texts[0].x).to.be.closeTo(100 - width, 1e-9);
  });

  it('lays a halo under all of it first', () => {
    const { recording } = write(runs, 0, 50, { halo: testTheme.paper });
    expect(recording.marks.map(({ type }) => type)).to.deep.equal([...Array<string>(4).fill('strokeText'), ...Array<string>(4).fill('fillText')]);
    expect(recording.marks[0].pen.strokeStyle).to.equal(testTheme.paper);
    expect(recording.marks[4].pen.fillStyle).to.equal(testTheme.ink);
    expect(write(runs, 0, 50).recording.marks.some(({ type }) => type === 'strokeText')).to.equal(false);
  });

  it('runs left to right on every page, and leaves the context as it found it', () => {
    const recording = new RecordingContext();
    Object.assign(recording.context, { textAlign: 'center', direction: 'rtl', font: '7px serif', fillStyle: '#123456' });
    const before = recording.pen;
    drawText(recording.context, runs, 0, 0, style, testTheme);
    textWidth(recording.context, runs, 20, testTheme);
    expect(recording.texts.every(({ pen }) => pen.direction === 'ltr' && pen.textAlign === 'left')).to.equal(true);
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
  });

  it('hangs by the middle of its digits', () => {
    const canvas = new PixelCanvas(60, 60, 2);
    drawText(canvas.context, ['0'], 30, 30, { size: 30, colour: testTheme.ink, align: 'center' }, testTheme);
    const rows = Array.from({ length: 120 }, (_, y) => y).filter((y) => Array.from({ length: 120 }, (_, x) => x).some((x) => canvas.device(x, y) !== blank && canvas.device(x, y)[3] > 128));
    const middle = (rows[0] + rows[rows.length - 1] + 1) / 4;
    expect(middle).to.be.closeTo(30, 1.5);
  });
});
