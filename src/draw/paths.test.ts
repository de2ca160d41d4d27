import { expect } from 'chai';
import { arcs, edges, RecordingContext, record } from '../testing/recording-context.js';
import { addCircle, addLine, addPolyline, drawCircle, drawWithin, fillPath, strokePath } from './paths.js';

const line = { colour: '#123456', width: 3 };

describe('strokePath', () => {
  it('strokes what is traced alone, in its colour, width, dash and join', () => {
    const [{ path, pen }] = record((ctx) => {
      ctx.moveTo(9, 9); // of the caller
      strokePath(ctx, { ...line, dash: [4, 3], join: 'round' }, () => addLine(ctx, 1, 2, 3, 4));
    }).paths('stroke');
    expect(edges(path)).to.deep.equal([[1, 2, 3, 4]]);
    expect(pen).to.include({ strokeStyle: '#123456', lineWidth: 3, lineJoin: 'round', globalAlpha: 1 });
    expect(pen.lineDash).to.deep.equal([4, 3]);
  });
});

describe('fillPath', () => {
  it('fills in its colour by its rule', () => {
    const [{ path, pen, rule }] = record((ctx) =>
      fillPath(ctx, '#abcdef', () => addCircle(ctx, 5, 6, 2), 1, 'evenodd')).paths('fill');
    expect([arcs(path).length, pen.fillStyle, rule]).to.deep.equal([1, '#abcdef', 'evenodd']);
  });
});

it('strokePath and fillPath multiply the opacity of the caller', () => {
  const { context, marks } = new RecordingContext();
  context.globalAlpha = 0.5;
  const trace = (): void => addLine(context, 0, 0, 1, 1);
  strokePath(context, { ...line, alpha: 0.5 }, trace);
  fillPath(context, '#000000', trace, 0.2);
  strokePath(context, line, trace);
  expect(marks.map(({ pen }) => pen.globalAlpha)).to.deep.equal([0.25, 0.1, 0.5]);
});

describe('drawCircle', () => {
  it('fills a circle, and strokes it only where it is given how', () => {
    const typesOf = (stroke?: typeof line): string[] =>
      record((ctx) => drawCircle(ctx, 1, 2, 3, '#000000', stroke)).marks.map(({ type }) => type);
    expect([typesOf(), typesOf(line)]).to.deep.equal([['fill'], ['fill', 'stroke']]);
  });
});

describe('drawWithin', () => {
  it('cuts off at the box what is drawn in it', () => {
    const box = { x: 1, y: 2, width: 3, height: 4 };
    const recording = record((ctx) => drawWithin(ctx, box, () => drawCircle(ctx, 0, 0, 9, '#000000')));
    expect(recording.marks.map(({ type }) => type)).to.deep.equal(['clip', 'fill']);
    expect(recording.paths('clip')[0].path).to.deep.equal([{ type: 'rect', ...box, radius: 0 }]);
  });
});

describe('addPolyline and addCircle', () => {
  it('join the points of a line, and nothing to a circle', () => {
    const [{ path }] = record((ctx) => strokePath(ctx, line, () => {
      addPolyline(ctx, 3, (k) => [k, 10 * k]);
      addCircle(ctx, 5, 6, 2);
    })).paths('stroke');
    expect(path.map(({ type }) => type)).to.deep.equal(['move', 'line', 'line', 'move', 'arc']);
    expect(path[3]).to.include({ x: 7, y: 6 });
  });
});
