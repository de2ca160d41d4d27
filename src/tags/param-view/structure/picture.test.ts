import { expect } from '@open-wc/testing';
import { arcs, edges, RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { drawStructure, shownNeurons, structureHeight, type StructureTexts } from './picture.js';

function texts(layers: readonly number[]): StructureTexts {
  return {
    names: layers.map((_, l) => (l === 0 ? 'input' : l === layers.length - 1 ? 'output' : 'hidden')),
    counts: layers.map(String),
    sums: layers.slice(1).map((count, l) => String(count * (layers[l] + 1))),
    parameters: layers.slice(1).map((count, l) => [`${count * layers[l]} weights`, `${count} biases`]),
    total: String(layers.slice(1).reduce((sum, count, l) => sum + count * (layers[l] + 1), 0)),
    totalName: 'parameters',
  };
}

function record(layers: readonly number[], width = 420): RecordingContext {
  const recording = new RecordingContext();
  drawStructure(recording.context, layers, texts(layers), { width, height: structureHeight, density: 2 }, testTheme);
  return recording;
}

const circlesOf = (recording: RecordingContext) => recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.ink).flatMap(({ path }) => arcs(path));
const words = (recording: RecordingContext): string[] => recording.texts.map(({ text }) => text);

describe('drawStructure', () => {
  it('draws every neuron of the circle model and a line for every weight, from centre to centre', () => {
    const recording = record([2, 8, 1]);
    const circles = circlesOf(recording);
    expect(circles).to.have.length(11);
    const [links] = recording.paths('stroke');
    expect(links.pen.strokeStyle).to.equal(testTheme.muted);
    const centres = new Set(circles.map(({ x, y }) => `${x} ${y}`));
    const lines = edges(links.path);
    expect(lines).to.have.length(24);
    for (const [x0, y0, x1, y1] of lines) expect([centres.has(`${x0} ${y0}`), centres.has(`${x1} ${y1}`)]).to.deep.equal([true, true]);
    expect(new Set(lines.map(String)).size).to.equal(24);
  });

  it('says how many neurons and parameters there are, and where', () => {
    const said = words(record([2, 8, 1]));
    for (const word of ['2', '8', '1', 'input', 'hidden', 'output', '16 weights', '8 biases', '8 weights', '1 biases', '33', ' parameters', 'x', 'y', 'o']) expect(said).to.include(word);
    expect(said.filter((word) => word === 'h')).to.have.length(8);
    const chips = record([2, 8, 1]).paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.parameterFill);
    expect(chips).to.have.length(4);
  });

  it('shows the first and last of many neurons, with dots between and no line to them', () => {
    expect(shownNeurons(12)).to.deep.equal(Array.from({ length: 12 }, (_, j) => j));
    expect(shownNeurons(64)).to.deep.equal([0, 1, 2, 3, 4, 5, -1, 61, 62, 63]);
    const recording = record([2, 64, 1]);
    expect(circlesOf(recording)).to.have.length(2 + 9 + 1);
    expect(edges(recording.paths('stroke')[0].path)).to.have.length(27);
    expect(recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.muted)).to.have.length(3);
    expect(words(recording)).to.include('64').and.include('257');
  });

  it('keeps all within the picture, and neurons apart, at any width and depth', () => {
    for (const layers of [[2, 1, 1], [2, 8, 1], [2, 6, 4, 1], [2, 64, 64, 64, 64, 1]]) {
      for (const width of [240, 320, 720, 1600]) {
        const recording = record(layers, width);
        const circles = circlesOf(recording);
        for (const { x, y, radius } of circles) {
          expect(x - radius).to.be.at.least(0);
          expect(x + radius).to.be.at.most(width);
          expect(y - radius).to.be.at.least(48);
          expect(y + radius).to.be.at.most(352);
        }
        circles.forEach((a, k) => circles.slice(k + 1).forEach((b) => {
          if (a.x === b.x) expect(Math.abs(a.y - b.y)).to.be.above(a.radius + b.radius);
        }));
        for (const { text, x, y, pen } of recording.texts) {
          const size = parseFloat(/([\d.]+)px/.exec(pen.font)![1]);
          expect(x, text).to.be.at.least(0);
          expect(x + text.length * 0.55 * size, `${text} of ${layers.join('-')} at ${width}`).to.be.at.most(width);
          expect(y).to.be.at.most(structureHeight);
          if (pen.fillStyle === testTheme.parameterInk) expect(size, `${text} of ${layers.join('-')} at ${width}`).to.be.at.least(10.5);
        }
      }
    }
  });

  it('counts weights and biases apart where there is room everywhere, else in one chip each, else not at all', () => {
    const chips = (layers: readonly number[], width: number): string[] =>
      record(layers, width).texts.filter(({ pen }) => pen.fillStyle === testTheme.parameterInk).map(({ text }) => text);
    expect(chips([2, 6, 4, 1], 720)).to.deep.equal(['12 weights', '6 biases', '24 weights', '4 biases', '4 weights', '1 biases']);
    expect(chips([2, 6, 4, 1], 300)).to.deep.equal(['18', '28', '5']);
    expect(chips([2, 64, 64, 64, 64, 1], 240)).to.deep.equal([]);
  });

  it('lets no chip meet another', () => {
    for (const layers of [[2, 8, 1], [2, 6, 4, 1], [2, 64, 64, 64, 64, 1]]) {
      for (const width of [240, 320, 420, 720]) {
        const chips = record(layers, width).paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.parameterFill)
          .map(({ path: [rect] }) => rect as { x: number; y: number; width: number });
        chips.forEach((a, k) => chips.slice(k + 1).forEach((b) => {
          if (a.y === b.y) expect(b.x, `${layers.join('-')} at ${width}`).to.be.above(a.x + a.width);
        }));
      }
    }
  });

  it('leaves the context as it found it', () => {
    const recording = record([2, 8, 1]);
    expect([recording.depth, recording.pen]).to.deep.equal([0, new RecordingContext().pen]);
  });
});
