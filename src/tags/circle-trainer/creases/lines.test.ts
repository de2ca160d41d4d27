import { expect } from '@open-wc/testing';
import { Creases } from '../../../core/inspect/creases.js';
import { Network } from '../../../core/index.js';
import { edges, RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { drawCreases, nearestCrease } from './lines.js';
import { dashes, lines } from '../../../draw/style.js';
import type { Theme } from '../../../draw/types.js';

const box = { x: 0, y: 0, width: 200, height: 200 };

/** Upright at x = 0 with its active side to the right, and level at y = 0.5 with its active side above. */
function two(): Creases {
  const network = new Network({ layers: [2, 2, 1] });
  network.parameters.set([1, 0, 0, 1, 0, -0.5]);
  const creases = new Creases();
  creases.trace(network);
  return creases;
}

function record(chosen = -1, theme: Theme = testTheme, creases = two()): RecordingContext {
  const recording = new RecordingContext();
  drawCreases(recording.context, creases, Float64Array.from({ length: 100 }, (_, k) => (k === 1 ? -1 : 1)), chosen, box, theme);
  return recording;
}

/** The smallest and the largest of a path's coordinates. */
function extent(path: Parameters<typeof edges>[0]): number[] {
  const all = edges(path);
  const xs = all.flatMap(([x0, , x1]) => [x0, x1]);
  const ys = all.flatMap(([, y0, , y1]) => [y0, y1]);
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}

describe('drawCreases', () => {
  it('strokes each in a casing of paper, then in the colour of its sign, then its ticks on the active side', () => {
    const strokes = record().paths('stroke');
    expect(strokes.map(({ pen }) => [pen.strokeStyle, pen.lineWidth])).to.deep.equal([
      [testTheme.paper, 3.5], [testTheme.positive, lines.crease], [testTheme.positive, 1],
      [testTheme.paper, 3.5], [testTheme.negative, lines.crease], [testTheme.negative, 1],
    ]);
    expect(extent(strokes[1].path)).to.deep.equal([100, 100, 0, 200]);
    expect(extent(strokes[2].path).slice(0, 2), 'ticks to the right').to.deep.equal([100, 105.5]);
    expect(extent(strokes[4].path)).to.deep.equal([0, 200, 50, 50]);
    expect(extent(strokes[5].path).slice(2), 'ticks above').to.deep.equal([44.5, 50]);
  });

  it('puts a tick each 16 px, whatever bends the line has', () => {
    const ticks = edges(record().paths('stroke')[2].path).map(([, y]) => y).sort((a, b) => a - b);
    expect(ticks).to.have.length(12);
    for (let k = 1; k < ticks.length; k++) expect(ticks[k] - ticks[k - 1]).to.be.closeTo(16, 1e-9);
    const network = new Network({ layers: [2, 6, 3, 1] });
    for (let k = 0; k < network.parameters.length; k++) network.parameters[k] = Math.sin(7 * k);
    const bent = new Creases();
    bent.trace(network);
    const line = Array.from({ length: bent.count }, (_, k) => k).find((k) => bent.endOfLine(k) - bent.startOfLine(k) > 20)!;
    let length = 0;
    for (let k = bent.startOfLine(line) + 1; k < bent.endOfLine(line); k++) {
      length += 100 * Math.hypot(bent.points[2 * k] - bent.points[2 * k - 2], bent.points[2 * k + 1] - bent.points[2 * k - 1]);
    }
    expect(edges(record(-1, testTheme, bent).paths('stroke')[3 * line + 2].path)).to.have.length(Math.floor((length - 8) / 16) + 1);
  });

  it('lets all but the chosen neuron\'s step back, which comes last and is wider', () => {
    const strokes = record(0).paths('stroke');
    expect(strokes.map(({ pen }) => pen.globalAlpha < 0.5)).to.deep.equal([true, true, true, false, false, false]);
    expect(strokes[4].pen.strokeStyle).to.equal(testTheme.positive);
    expect(strokes[4].pen.lineWidth).to.be.above(lines.crease);
  });

  it('dashes negative ones where colours cannot tell: in forced colours and on paper', () => {
    for (const [theme, dash] of [[testTheme, []], [{ ...testTheme, forced: true }, dashes.negative], [{ ...testTheme, printed: true }, dashes.negative]] as const) {
      const strokes = record(-1, theme).paths('stroke');
      expect(strokes.map(({ pen }) => pen.lineDash)).to.deep.equal([[], [], [], [], dash, []]);
    }
  });

  it('leaves out ticks where there are too many, but for the chosen one', () => {
    const network = new Network({ layers: [2, 30, 1] });
    for (let j = 0; j < 30; j++) network.parameters.set([1, j / 10], 2 * j);
    const many = new Creases();
    many.trace(network);
    expect(record(-1, testTheme, many).paths('stroke')).to.have.length(60);
    expect(record(3, testTheme, many).paths('stroke')).to.have.length(61);
  });

  it('keeps to the box, and leaves the context as it found it', () => {
    const recording = record();
    expect(recording.paths('clip')[0].path).to.deep.equal([{ type: 'rect', ...box, radius: 0 }]);
    expect(recording.depth).to.equal(0);
    expect(recording.pen).to.deep.equal(new RecordingContext().pen);
  });
});

describe('nearestCrease', () => {
  it('finds the neuron whose crease is nearest, as far as it is within reach', () => {
    const creases = two();
    expect(nearestCrease(creases, box, 110, 120, 22)).to.equal(0);
    expect(nearestCrease(creases, box, 10, 60, 22)).to.equal(1);
    expect(nearestCrease(creases, box, 108, 56, 22), 'both in reach').to.equal(1);
    expect(nearestCrease(creases, box, 60, 120, 22)).to.equal(-1);
    expect(nearestCrease(creases, { ...box, x: 40 }, 150, 120, 22)).to.equal(0);
  });
});
