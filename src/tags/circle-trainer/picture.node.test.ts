import { expect } from 'chai';
import { Network } from '../../core/index.js';
import { Creases } from '../../core/inspect/creases.js';
import { arcs, edges, ground, type Mark, record, RecordingContext } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { creaseLayer } from './creases/picture.js';
import { drawTrainer, type TrainerPicture } from './picture.js';
import { insideFrame } from '../../draw/style.js';
import type { Size } from '../../draw/types.js';

const size = { width: 300, height: 300, density: 2 };
const picture: TrainerPicture = {
  outline: [Float64Array.of(-0.5, -0.5, 0.5, -0.5, 0.5, 0.5, -0.5, 0.5)], levels: [],
  predictions: Float64Array.of(1, 0.4, -1, 0.5), grid: 2, threshold: 0.5, withdrawn: false,
};

const draw = (changed: Partial<TrainerPicture> = {}, into: Size = size): RecordingContext =>
  record((ctx) => drawTrainer(ctx, { ...picture, ...changed }, into, testTheme));
const colourOf = ({ type, pen }: Mark): string => (type.startsWith('fill') ? pen.fillStyle : pen.strokeStyle);

describe('drawTrainer', () => {
  it('draws the frame, the target’s inside and outline, and over them the predictions', () => {
    const { hair, targetWash, accent, ink, muted } = testTheme;
    const colours = draw().marks.filter((mark) => !('path' in mark) || mark.path.length > 0).map(colourOf);
    expect(colours.slice(0, 3)).to.deep.equal([hair, targetWash, accent]);
    expect(colours.length).to.be.above(3);
    expect(new Set(colours.slice(3))).to.deep.equal(new Set([ink, muted]));
  });

  it('keeps target and predictions within the frame, in one and the same box', () => {
    const recording = draw();
    const box = insideFrame(size);
    const [wash] = recording.paths('fill');
    const xs = edges(wash.path).map(([x]) => x);
    expect(Math.min(...xs)).to.be.closeTo(box.x + box.width / 4, 1e-9);
    expect(Math.max(...xs)).to.be.closeTo(box.x + (3 * box.width) / 4, 1e-9);
    const discs = arcs(recording.paths('fill')[1].path);
    expect(discs.map(({ x }) => x)).to.deep.equal([box.x + box.width / 4, box.x + (3 * box.width) / 4]);
  });

  it('fills circles from the threshold on', () => {
    const filled = (threshold: number): number => arcs(draw({ threshold }).paths('fill')[1].path).length;
    expect([filled(0), filled(0.5), filled(0.51), filled(1)]).to.deep.equal([3, 2, 1, 1]);
  });

  it('lets the picture step back behind a message, its frame alone as it was', () => {
    const alphas = (withdrawn: boolean): number[] => draw({ withdrawn }).marks.map(({ pen }) => pen.globalAlpha);
    const [frame, ...rest] = alphas(false);
    const [withdrawnFrame, ...withdrawn] = alphas(true);
    expect(withdrawnFrame).to.equal(frame);
    rest.forEach((alpha, i) => expect(withdrawn[i]).to.be.closeTo(alpha * 0.28, 1e-12));
  });

  it('multiplies the opacity of the caller', () => {
    const recording = new RecordingContext();
    recording.context.globalAlpha = 0.5;
    drawTrainer(recording.context, { ...picture, withdrawn: true }, size, testTheme);
    expect(recording.marks[1].pen.globalAlpha).to.be.closeTo(0.14, 1e-12);
  });

  for (const [density, line] of [[1, 1], [1.25, 1], [1.5, 1], [2, 2], [3, 2]]) {
    it(`frames the picture in whole device pixels, ${line} at the edge, with a density of ${density}`, () => {
      const into = { width: 320, height: 200, density };
      const [mark] = draw({}, into).marks;
      if (mark.type !== 'strokeRect') throw new Error(mark.type);
      const [x, y, width, height] = mark.rect.map((value) => value * density);
      const half = (mark.pen.lineWidth * density) / 2;
      expect(2 * half).to.be.closeTo(line, 1e-9);
      expect([x - half, y - half]).to.deep.equal([0, 0]);
      expect(x + width + half).to.be.closeTo(320 * density, 1e-9);
      expect(y + height + half).to.be.closeTo(200 * density, 1e-9);
      expect(mark.pen.strokeStyle).to.equal(testTheme.hair);
      expect(insideFrame(into).y * density, 'the picture begins inside').to.be.closeTo(y + half, 1e-9);
    });
  }

  it('draws creases over faint predictions, and instead of these what a chosen neuron adds', () => {
    const network = new Network({ layers: [2, 1, 1] });
    network.parameters.set([1, 0, 0]);
    const creases = new Creases();
    creases.trace(network);
    const shares = Float64Array.of(1, -1, 1, -1);
    const shown = { creases, bends: Float64Array.of(-1), chosen: -1, shares, most: 1, grid: 2 };
    const recording = draw({ creases: creaseLayer(shown) });
    const dots = recording.paths('fill')[1];
    expect([dots.pen.fillStyle, dots.pen.globalAlpha]).to.deep.equal([testTheme.ink, 0.26]);
    const strokes = recording.paths('stroke').map(({ pen }) => pen.strokeStyle);
    expect(strokes.slice(-3)).to.deep.equal([ground, testTheme.negative, testTheme.negative]);
    const chosen = draw({ creases: creaseLayer({ ...shown, chosen: 0 }) });
    expect(arcs(chosen.paths('fill')[1].path)).to.have.length(2);
    expect(chosen.paths('fill')[1].pen.fillStyle).to.equal(testTheme.positive);
    expect(chosen.paths('fill').map(({ pen }) => pen.fillStyle)).to.not.include(testTheme.ink);
  });
});
