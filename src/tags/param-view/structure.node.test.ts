import { expect } from 'chai';
import { Network } from '../../core/index.js';
import {
  arcs, edges, endOf, fontSize, record, type Mark, type RecordingContext,
} from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { NeuronThumbnails } from './neuron-thumbnails.js';
import { drawStructure, shownNeurons, structureHeight, type StructureTexts } from './structure.js';

type RectMark = Extract<Mark, { readonly rect: readonly number[] }>;

function texts(layers: readonly number[]): StructureTexts {
  return {
    names: layers.map((_, l) => (l === 0 ? 'input' : l === layers.length - 1 ? 'output' : 'hidden')),
    counts: layers.map(String),
    sums: layers.slice(1).map((count, l) => String(count * (layers[l] + 1))),
    parameters: layers.slice(1).map((count, l) => [`${count * layers[l]} weights`, `${count} biases`]),
    total: String(layers.slice(1).reduce((sum, count, l) => sum + count * (layers[l] + 1), 0)),
    totalName: 'parameters', prediction: 'prediction',
  };
}

const draw = (layers: readonly number[], width = 420): RecordingContext => record((ctx) =>
  drawStructure(ctx, layers, texts(layers), { width, height: structureHeight, density: 2 }, testTheme));
const circlesOf = (recording: RecordingContext) => recording.paths('stroke')
  .filter(({ pen }) => pen.strokeStyle === testTheme.ink).flatMap(({ path }) => arcs(path));
const chipsOf = (recording: RecordingContext) => recording.paths('fill')
  .filter(({ pen }) => pen.fillStyle === testTheme.parameterFill)
  .map(({ path: [rect] }) => rect as { x: number; y: number; width: number });

describe('drawStructure', () => {
  it('draws every neuron of the circle model and a line for every weight, from centre to centre', () => {
    const recording = draw([2, 8, 1]);
    const circles = circlesOf(recording);
    expect(circles).to.have.length(11);
    const [links] = recording.paths('stroke');
    expect(links.pen.strokeStyle).to.equal(testTheme.muted);
    const centres = new Set(circles.map(({ x, y }) => `${x} ${y}`));
    const lines = edges(links.path);
    expect(lines).to.have.length(24);
    for (const [x0, y0, x1, y1] of lines) expect(centres).to.include.keys([`${x0} ${y0}`, `${x1} ${y1}`]);
    expect(new Set(lines.map(String)).size).to.equal(24);
  });

  it('writes how many neurons and parameters there are', () => {
    const recording = draw([2, 8, 1]);
    expect(recording.words).to.include.members([
      '2', '8', '1', 'input', 'hidden', 'output', '16 weights', '8 biases', '8 weights', '1 biases', '33',
      ' parameters', 'x', 'y', 'o',
    ]);
    expect(recording.words.filter((word) => word === 'h'), 'with those of the formulas').to.have.length(10);
    expect(chipsOf(recording)).to.have.length(4);
  });

  it('shows the first and last of many neurons, with dots between and no line to them', () => {
    expect(shownNeurons(12)).to.deep.equal(Array.from({ length: 12 }, (_, j) => j));
    expect(shownNeurons(64)).to.deep.equal([0, 1, 2, 3, 4, 5, -1, 61, 62, 63]);
    const recording = draw([2, 64, 1]);
    expect(circlesOf(recording)).to.have.length(2 + 9 + 1);
    expect(edges(recording.paths('stroke')[0].path)).to.have.length(27);
    expect(recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.muted)).to.have.length(3);
    expect(recording.words).to.include.members(['64', '257']);
  });

  it('keeps all within the picture, and neurons and chips apart, at any width and depth', () => {
    for (const layers of [[2, 1, 1], [2, 8, 1], [2, 6, 4, 1], [2, 64, 64, 64, 64, 1]]) {
      for (const width of [240, 320, 720, 1600]) {
        const recording = draw(layers, width);
        const circles = circlesOf(recording);
        for (const { x, y, radius } of circles) {
          expect(x).to.be.within(radius, width - radius);
          expect(y).to.be.within(48 + radius, 352 - radius);
        }
        circles.forEach((a, k) => circles.slice(k + 1).forEach((b) => {
          if (a.x === b.x) expect(Math.abs(a.y - b.y)).to.be.above(a.radius + b.radius);
        }));
        for (const mark of recording.texts) {
          const what = `${mark.text} of ${layers.join('-')} at ${width}`;
          expect(mark.x, what).to.be.at.least(0);
          expect(endOf(mark), what).to.be.at.most(width);
          expect(mark.y).to.be.at.most(structureHeight);
          if (mark.pen.fillStyle === testTheme.parameterInk) expect(fontSize(mark), what).to.be.at.least(10.5);
        }
        const chips = chipsOf(recording);
        chips.forEach((a, k) => chips.slice(k + 1).forEach((b) => {
          if (a.y === b.y) expect(b.x, `chips of ${layers.join('-')} at ${width}`).to.be.above(a.x + a.width);
        }));
      }
    }
  });

  it('names hidden neurons by their place, and by layer and place where there are several layers', () => {
    const names = (layers: readonly number[]): string[] => {
      const { texts: all } = draw(layers, 720);
      return all.filter(({ y }) => y < 360).flatMap(({ text }, k, marks) => (text === 'h' ? [marks[k + 1].text] : []));
    };
    expect(names([2, 3, 1])).to.deep.equal(['1', '2', '3']);
    expect(names([2, 2, 1, 1])).to.deep.equal(['11', '12', '21']);
    expect(names([2, 10, 1, 1]).slice(8)).to.deep.equal(['1,9', '1,10', '21']);
  });

  it('writes what a hidden neuron and the output compute, in two lines where one is too long', () => {
    const formulas = (layers: readonly number[], width: number): [string, number] => {
      const written = draw(layers, width).texts.filter(({ y }) => y > 440);
      const lines = new Set(written.filter(({ text }) => text === 'f').map(({ y }) => y));
      return [written.map(({ text }) => text).join(''), lines.size];
    };
    expect(formulas([2, 8, 1], 420)).to.deep.equal(['hj = f(p·w1j + b1j)o = f(h·w2 + b2)', 1]);
    expect(formulas([2, 8, 1], 240)[1]).to.equal(2);
    expect(formulas([2, 4, 3, 1], 720)[0]).to.equal('hlj = f(hl\u22121·wlj + blj), h0 = po = f(h2·w3 + b3)');
  });

  it('has each neuron show its output over the plane where it is given, within its circle', () => {
    const network = new Network({ layers: [2, 3, 1], activation: 'linear', outputActivation: 'linear' });
    network.parameters.set([1, 0, 0, 1, 0, 0], 0); // x, y, 0
    const thumbnails = new NeuronThumbnails();
    thumbnails.update(network);
    const size = { width: 420, height: structureHeight, density: 2 };
    const recording = record((ctx) => drawStructure(ctx, [2, 3, 1], texts([2, 3, 1]), size, testTheme, thumbnails));
    const cells = recording.marks.filter((mark): mark is RectMark => (
      mark.type === 'fillRect' && [testTheme.positive, testTheme.negative].includes(mark.pen.fillStyle)));
    expect(cells, 'none for an output of 0 everywhere').to.have.length(2 * 144);
    const [first, second] = [cells.slice(0, 144), cells.slice(144)];
    const isPositive = ({ pen }: (typeof cells)[number]): boolean => pen.fillStyle === testTheme.positive;
    first.forEach((cell, k) => expect(isPositive(cell), 'to the right').to.equal(k % 12 > 5));
    second.forEach((cell, k) => expect(isPositive(cell), 'above').to.equal(k < 72));
    expect(first[11].pen.globalAlpha).to.be.closeTo(1, 1e-9);
    expect(first[6].pen.globalAlpha).to.be.closeTo(1 / 11, 1e-9);
    expect(recording.words).to.include('prediction');
    const circles = circlesOf(recording);
    for (const { rect: [x, y, width, height] } of cells) {
      expect(circles.some((circle) => x >= circle.x - circle.radius && x + width <= circle.x + circle.radius
        && y >= circle.y - circle.radius && y + height <= circle.y + circle.radius)).to.equal(true);
    }
  });

  it('writes the names of neurons that show their outputs outside all circles', () => {
    for (const layers of [[2, 8, 1], [2, 12, 4, 1], [2, 3, 1]]) {
      for (const width of [320, 610, 720]) {
        const thumbnails = new NeuronThumbnails();
        thumbnails.update(new Network({ layers }));
        const size = { width, height: structureHeight, density: 2 };
        const recording = record((ctx) => drawStructure(ctx, layers, texts(layers), size, testTheme, thumbnails));
        const circles = circlesOf(recording);
        const names = recording.texts.filter(({ text, y }) => /^[hop\d,]+$/.test(text) && y > 84 && y < 345);
        for (const mark of names) {
          const high = 0.72 * fontSize(mark); // as high as a digit
          for (const { x, y, radius } of circles) {
            const [right, down] = [mark.x, mark.y - high].map((from, axis) =>
              Math.max(from - [x, y][axis], 0, [x, y][axis] - [endOf(mark), mark.y][axis]));
            expect(Math.hypot(right, down), `${mark.text} of ${layers.join()}, ${width}`).to.be.above(radius + 1);
          }
        }
        expect(names.length).to.be.at.least(layers[1]);
      }
    }
  });

  it('counts weights and biases apart if there is room everywhere, else together, else not at all', () => {
    const chips = (layers: readonly number[], width: number): string[] =>
      draw(layers, width).texts.filter(({ pen }) => pen.fillStyle === testTheme.parameterInk).map(({ text }) => text);
    expect(chips([2, 6, 4, 1], 720))
      .to.deep.equal(['12 weights', '6 biases', '24 weights', '4 biases', '4 weights', '1 biases']);
    expect([chips([2, 6, 4, 1], 300), chips([2, 64, 64, 64, 64, 1], 240)]).to.deep.equal([['18', '28', '5'], []]);
  });
});
