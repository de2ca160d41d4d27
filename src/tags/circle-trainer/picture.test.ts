import { expect } from '@open-wc/testing';
import { traceOutline } from '../../core/contour.js';
import { Creases } from '../../core/inspect/creases.js';
import { createTarget, Network } from '../../core/index.js';
import { blank, pixel, PixelCanvas } from '../../testing/pixels.js';
import { arcs, edges, RecordingContext, type Mark } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { insideFrame } from '../../draw/style.js';
import { drawTrainer, type TrainerPicture } from './picture.js';

const size = { width: 300, height: 300, density: 2 };
const square = [Float64Array.of(-0.5, -0.5, 0.5, -0.5, 0.5, 0.5, -0.5, 0.5)];
const picture: TrainerPicture = {
  outline: square, levels: [], predictions: Float64Array.of(1, 0.4, -1, 0.5), grid: 2, threshold: 0.5, withdrawn: false,
};

function record(changed: Partial<TrainerPicture> = {}): { recording: RecordingContext; colours: string[] } {
  const recording = new RecordingContext();
  drawTrainer(recording.context, { ...picture, ...changed }, size, testTheme);
  const colour = ({ type, pen }: Mark): string => (type.startsWith('fill') ? pen.fillStyle : pen.strokeStyle);
  return { recording, colours: recording.marks.map(colour) };
}

describe('drawTrainer', () => {
  it('draws the frame, the target’s inside and outline, and over them the predictions', () => {
    const { hair, targetWash, accent, ink } = testTheme;
    const { colours } = record();
    expect(colours.slice(0, 3)).to.deep.equal([hair, targetWash, accent]);
    expect(colours.length).to.be.above(3);
    expect(new Set(colours.slice(3))).to.deep.equal(new Set([ink]));
  });

  it('keeps target and predictions within the frame, in one and the same box', () => {
    const { recording } = record();
    const box = insideFrame(size);
    const [wash] = recording.paths('fill');
    const xs = edges(wash.path).map(([x]) => x);
    expect(Math.min(...xs)).to.be.closeTo(box.x + box.width / 4, 1e-9);
    expect(Math.max(...xs)).to.be.closeTo(box.x + (3 * box.width) / 4, 1e-9);
    const discs = arcs(recording.paths('fill')[1].path);
    expect(discs.map(({ x }) => x)).to.deep.equal([box.x + box.width / 4, box.x + (3 * box.width) / 4]);
  });

  it('fills circles from the threshold on', () => {
    const filled = (threshold: number): number => arcs(record({ threshold }).recording.paths('fill')[1].path).length;
    expect([filled(0), filled(0.5), filled(0.51), filled(1)]).to.deep.equal([3, 2, 1, 1]);
  });

  it('lets the picture step back behind a message, its frame alone as it was', () => {
    const plain = record().recording.marks.map(({ pen }) => pen.globalAlpha);
    const withdrawn = record({ withdrawn: true }).recording.marks.map(({ pen }) => pen.globalAlpha);
    expect(withdrawn[0]).to.equal(plain[0]);
    plain.slice(1).forEach((alpha, i) => expect(withdrawn[i + 1]).to.be.closeTo(alpha * 0.28, 1e-12));
  });

  it('steps back from however faint the caller draws', () => {
    const recording = new RecordingContext();
    recording.context.globalAlpha = 0.5;
    drawTrainer(recording.context, { ...picture, withdrawn: true }, size, testTheme);
    expect(recording.marks[1].pen.globalAlpha).to.be.closeTo(0.14, 1e-12);
  });

  it('leaves the context as it found it', () => {
    for (const withdrawn of [false, true]) {
      const recording = new RecordingContext();
      Object.assign(recording.context, { fillStyle: '#111111', strokeStyle: '#222222', lineWidth: 9, globalAlpha: 0.75 });
      const before = recording.pen;
      drawTrainer(recording.context, { ...picture, withdrawn }, size, testTheme);
      expect(recording.pen).to.deep.equal(before);
      expect(recording.depth).to.equal(0);
    }
  });

  it('draws creases over predictions that step back, and in their place what a chosen neuron adds', () => {
    const network = new Network({ layers: [2, 1, 1] });
    network.parameters.set([1, 0, 0]);
    const creases = new Creases();
    creases.trace(network);
    const creased = { creases, signs: Float64Array.of(-1), chosen: -1, shares: Float64Array.of(1, -1, 1, -1), most: 1 };
    const { recording } = record({ creased });
    const dots = recording.paths('fill')[1];
    expect([dots.pen.fillStyle, dots.pen.globalAlpha]).to.deep.equal([testTheme.ink, 0.26]);
    const strokes = recording.paths('stroke').map(({ pen }) => pen.strokeStyle);
    expect(strokes.slice(-3)).to.deep.equal([testTheme.paper, testTheme.negative, testTheme.negative]);
    const chosen = record({ creased: { ...creased, chosen: 0 } }).recording;
    expect(arcs(chosen.paths('fill')[1].path)).to.have.length(2);
    expect(chosen.paths('fill')[1].pen.fillStyle).to.equal(testTheme.positive);
    expect(chosen.marks.some(({ pen, type }) => type === 'fill' && pen.fillStyle === testTheme.ink)).to.equal(false);
  });

  it('shows a circle learned right: discs inside the outline, nothing outside, the frame around', () => {
    const grid = 10;
    const target = createTarget('circle');
    const predictions = new Float64Array(grid * grid).map((_, k) => (
      target((2 * (k % grid) + 1) / grid - 1, 1 - (2 * Math.floor(k / grid) + 1) / grid)
    ));
    const canvas = new PixelCanvas(100, 100, 2);
    drawTrainer(canvas.context, { outline: traceOutline(target), levels: [], predictions, grid, threshold: 0.5, withdrawn: false },
      { width: 100, height: 100, density: 2 }, testTheme);
    expect(canvas.at(55, 55)).to.deep.equal(pixel(testTheme.ink)); // the middle of a cell well inside
    expect(canvas.at(50, 50)).to.deep.equal(pixel(testTheme.targetWash)); // between four discs
    expect(canvas.at(15, 15)).to.deep.equal(blank); // a cell outside
    expect(canvas.device(0, 100)).to.deep.equal(pixel(testTheme.hair));
  });
});
