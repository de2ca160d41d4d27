import { expect } from 'chai';
import { arcs, edges, endOf, pointsOf, record, type RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { dashes, lines, radii } from '../../../draw/style.js';
import type { Plot } from '../../../draw/plot.js';
import { SumLine } from '../line-of-sum.js';
import type { SumSettings } from '../surface-of-sum.js';
import { drawLine } from './line.js';
import type { SurfaceTexts } from './surface.js';

const texts: SurfaceTexts = {
  format: (value) => String(+value.toFixed(2)), flat: [['flat, y = 0'], ['flat']], fold: 'fold', probe: ['y = 0.7'],
  inputs: [{ variable: 'x' }], output: { variable: 'y' },
};

function draw(settings: Partial<SumSettings> = {}, probe = 0.2, width = 480, words = texts) {
  const { line } = new SumLine({
    w: [[2]], b: [[0.3]], activation: 'relu', alpha: 0.01, domain: [-1, 1], range: [], grid: 21, parts: false,
    ...settings,
  });
  let plot!: Plot;
  const size = { width, height: width / 1.5, density: 2 };
  const recording = record((ctx) => {
    plot = drawLine(ctx, line, probe, words, size, testTheme);
  });
  return { recording, plot, line };
}

const thickOf = (recording: RecordingContext, colour: string): number[][] => recording.paths('stroke')
  .filter(({ pen }) => pen.strokeStyle === colour && pen.lineWidth === lines.probe && pen.lineJoin === 'round')
  .flatMap(({ path }) => edges(path));

describe('drawLine', () => {
  it('draws y over x in the colours of its sign', () => {
    const { recording, plot, line } = draw({ activation: 'leaky-relu', alpha: 0.5 });
    for (const [colour, side] of [[testTheme.positive, 1], [testTheme.negative, -1]] as const) {
      const pieces = thickOf(recording, colour);
      expect(pieces.length).to.be.above(50);
      for (const [x, y] of pieces) {
        expect(y).to.be.closeTo(plot.y(line.at(plot.xAt(x))), 1e-6);
        expect(side * line.at(plot.xAt(x))).to.be.at.least(-1e-9);
      }
    }
  });

  it('draws the flat part in its own colour, a dot at the fold, and names both', () => {
    const { recording, plot } = draw();
    const flat = thickOf(recording, testTheme.muted);
    expect(Math.max(...flat.map(([, , x]) => x))).to.be.closeTo(plot.x(-0.15), 1e-6);
    const [dot] = recording.paths('fill').filter(({ pen, path }) =>
      pen.fillStyle === testTheme.ink && pen.globalCompositeOperation === 'source-over' && arcs(path).length === 1);
    expect(arcs(dot.path)[0]).to.include({ radius: 3 });
    expect(arcs(dot.path)[0].x).to.be.closeTo(plot.x(-0.15), 1e-9);
    expect(recording.words).to.include.members(['flat, y = 0', 'fold', 'x', 'y', 'y = 0.7', '0.2']);
    expect(draw({}, 0.2, 280).recording.words).to.not.include('fold');
  });

  it('stands a ring on a stick at the probe, or none', () => {
    const { recording, plot } = draw();
    const rings = recording.paths('stroke')
      .filter(({ path }) => arcs(path).some(({ radius }) => radius === radii.probe));
    expect(rings).to.have.length(1);
    const [ring] = arcs(rings[0].path);
    expect([ring.x, ring.y].map((at) => Math.round(at))).to.deep.equal([plot.x(0.2), plot.y(0.7)].map(Math.round));
    const none = draw({}, NaN).recording;
    expect(none.paths('stroke').some(({ path }) => arcs(path).length > 0)).to.equal(false);
    expect(none.words).to.not.include('y = 0.7').and.not.include('0.2');
  });

  it('draws each neuron of a sum too, if asked', () => {
    const dotted = (parts: boolean): number => draw({ w: [[2], [-3]], b: [[0.3], [1]], parts }, NaN).recording
      .paths('stroke').filter(({ pen }) => pen.lineDash.join() === dashes.drop.join()).length;
    expect([dotted(false), dotted(true)]).to.deep.equal([0, 2]);
  });

  it('keeps within its box where a range cuts it off', () => {
    const { recording, plot: { box } } = draw({ range: [0, 0.5] });
    for (const { path } of recording.paths('stroke').filter(({ pen }) => pen.lineJoin === 'round')) {
      for (const [, y] of pointsOf(path)) expect(y).to.be.within(box.y - 1e-9, box.y + box.height + 1e-9);
    }
  });

  it('writes within the canvas at any width, and keeps texts apart', () => {
    for (const width of [240, 320, 480, 720, 1100]) {
      for (const probe of [-1, -0.2, 0.2, 0.8, 1]) {
        const { recording } = draw({ w: [[2], [-3]], b: [[0.3], [-1]] }, probe, width);
        for (const mark of recording.texts) {
          expect(mark.x, mark.text).to.be.at.least(-0.01);
          expect(endOf(mark), mark.text).to.be.at.most(width + 0.01);
        }
      }
    }
  });

  it('writes the name of a fold off the numbers of the axis', () => {
    for (const fold of ['fold', '折り目', 'a long name']) {
      for (const width of [300, 320, 480, 720]) {
        for (const b of [0, 0.3, 1]) {
          const { recording } = draw({ b: [[b]] }, 0.2, width, { ...texts, fold });
          const name = recording.texts.find(({ text }) => text === fold);
          if (!name) continue;
          for (const mark of recording.texts) {
            if (Number.isNaN(Number(mark.text)) || Math.abs(mark.y - name.y) > 8) continue;
            const isApart = mark.x > endOf(name) + 3 || endOf(mark) + 3 < name.x;
            expect(isApart, `${fold}, ${mark.text}, ${width}`).to.equal(true);
          }
        }
      }
    }
  });
});
