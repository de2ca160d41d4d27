import { expect } from 'chai';
import { ground, record, RecordingContext } from '../testing/recording-context.js';
import { testTheme } from '../testing/theme.js';
import { drawText, textWidth, type Run, type TextStyle } from './text.js';

const runs: readonly Run[] = ['slope of ', { variable: 'w', index: '12' }, ' = 0.71'];
const widths = [9 * 20, 20 * 1.12, 2 * 20 * 0.78, 7 * 20].map((em) => em * 0.55);
const width = widths.reduce((a, b) => a + b);
const write = (options: Partial<TextStyle> = {}): RecordingContext =>
  record((ctx) => drawText(ctx, runs, 100, 50, { size: 20, colour: testTheme.ink, ...options }, testTheme));

describe('drawText', () => {
  it('writes each piece where the one before ends', () => {
    expect(write().words).to.deep.equal(['slope of ', 'w', '12', ' = 0.71']);
    let end = 100;
    write().texts.forEach(({ x }, k) => {
      expect(x).to.be.closeTo(end, 1e-9);
      end += widths[k];
    });
  });

  it('sets variables in italics, a little larger, and their index smaller and lower, in the page\u2019s font', () => {
    const [words, variable, index] = write().texts;
    expect(words.pen.font).to.equal('20px sans-serif');
    expect(variable.pen.font).to.match(/^italic 22\.4\d*px "Iowan/);
    expect(index.pen.font).to.match(/^15\.6\d*px sans-serif$/);
    expect(variable.y).to.equal(words.y);
    expect(index.y).to.be.above(words.y);
  });

  it('aligns the whole line at x', () => {
    expect(write({ align: 'center' }).texts[0].x).to.be.closeTo(100 - width / 2, 1e-9);
    expect(write({ align: 'right' }).texts[0].x).to.be.closeTo(100 - width, 1e-9);
  });

  it('erases what lies under the whole line before it writes', () => {
    const { marks } = write({ halo: true });
    expect(marks.map(({ type }) => type)).to.deep.equal(
      ['fillRect', ...Array(4).fill('strokeText'), ...Array(4).fill('fillText')]);
    const colours = marks.map(({ pen }) => pen.fillStyle);
    expect(colours).to.deep.equal([...Array(5).fill(ground), ...Array(4).fill(testTheme.ink)]);
    expect(write().marks).to.have.length(4);
  });

  it('erases the gaps between letters too, from the top of a digit to its foot', () => {
    const { marks, texts } = write({ halo: true });
    const [plate] = marks;
    if (plate.type !== 'fillRect') throw new Error(plate.type);
    const [left, top, wide, high] = plate.rect;
    expect([left, top + high]).to.deep.equal([texts[0].x, texts[0].y]);
    expect([wide, top + high / 2]).to.deep.equal([width, 50]);
  });

  it('runs left to right on every page', () => {
    const recording = new RecordingContext();
    Object.assign(recording.context, { textAlign: 'center', direction: 'rtl', textBaseline: 'top' });
    drawText(recording.context, runs, 0, 0, { size: 20, colour: testTheme.ink }, testTheme);
    for (const { pen } of recording.texts) {
      expect([pen.direction, pen.textAlign, pen.textBaseline]).to.deep.equal(['ltr', 'left', 'alphabetic']);
    }
  });
});

describe('textWidth', () => {
  it('is the width of what would be written, and writes nothing', () => {
    const { marks } = record((ctx) => expect(textWidth(ctx, runs, 20, testTheme)).to.be.closeTo(width, 1e-9));
    expect(marks).to.deep.equal([]);
  });
});
