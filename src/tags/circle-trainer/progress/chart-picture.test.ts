import { expect } from '@open-wc/testing';
import { LearningCurve, milestones } from '../../../core/index.js';
import { arcs, edges, RecordingContext, type Segment } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { drawLearning, layOutLearning, nearestMilestone, type LearningLayout, type LearningPicture } from './chart-picture.js';
import { dashes } from '../../../draw/style.js';

const size = { width: 300, height: 420, density: 2 };
const box = { x: 0, y: 308, width: 300, height: 112 };

/** A run whose loss falls from 0.25 as its steps grow, and whose IoU rises. */
function curveUpTo(steps: number, testLoss?: number): LearningCurve {
  const curve = new LearningCurve();
  for (let at = 0; at <= steps; at = curve.nextMilestone(at)) curve.record(at, { loss: 0.25 / Math.sqrt(1 + at), iou: at / (100 + at), testLoss });
  return curve;
}

function picture(steps: number, changed: Partial<LearningPicture> = {}): LearningPicture {
  const known = changed.curve ?? curveUpTo(steps);
  return {
    curve: known, steps, tip: { steps, loss: 0.25 / Math.sqrt(1 + steps), iou: steps / (100 + steps) }, marked: -1,
    names: { loss: 'loss', iou: 'IoU', testLoss: 'loss, test' }, format: (value) => String(Number(value.toPrecision(3))), ...changed,
  };
}

function record(shown: LearningPicture): { recording: RecordingContext; layout: LearningLayout } {
  const recording = new RecordingContext();
  const layout = layOutLearning(recording.context, shown, box, testTheme);
  drawLearning(recording.context, shown, layout, size, testTheme);
  return { recording, layout };
}

const isPoint = (segment: Segment): segment is Extract<Segment, { type: 'move' | 'line' }> => segment.type === 'move' || segment.type === 'line';
const linesOf = (recording: RecordingContext, colour: string) => recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === colour && pen.lineWidth === 1.6);

describe('drawLearning', () => {
  it('draws the loss in ink on axes of powers of ten, and the IoU in the second colour from 0 to 1', () => {
    const { recording, layout: { loss, iou } } = record(picture(5000));
    const [line] = linesOf(recording, testTheme.ink);
    const points = line.path.filter(isPoint);
    const known = [...milestones].filter((at) => at >= 1 && at <= 5000);
    expect(points).to.have.length(known.length + 1);
    points.forEach(({ x, y, type }, k) => {
      const at = known[k] ?? 5000;
      expect(type).to.equal(k === 0 ? 'move' : 'line');
      expect((x - loss.box.x) / loss.box.width).to.be.closeTo(Math.log10(at) / Math.log10(5000), 1e-9);
      const [low, high] = loss.ys;
      expect((loss.box.y + loss.box.height - y) / loss.box.height).to.be.closeTo((Math.log10(0.25 / Math.sqrt(1 + at)) - low) / (high - low), 1e-9);
    });
    const [other] = linesOf(recording, testTheme.accent);
    other.path.filter(isPoint).forEach(({ y }, k) => {
      const at = known[k] ?? 5000;
      expect((iou.box.y + iou.box.height - y) / iou.box.height).to.be.closeTo(at / (100 + at), 1e-9);
    });
    const dots = recording.paths('fill').map(({ path, pen }) => [pen.fillStyle, arcs(path)[0].x]);
    expect(dots).to.deep.equal([[testTheme.accent, loss.box.x + loss.box.width], [testTheme.ink, loss.box.x + loss.box.width]]);
  });

  it('stays within its box, names and numbers too, in any width', () => {
    for (const width of [200, 240, 320, 480, 1200]) {
      for (const steps of [0, 1, 40, 1000, 123456, 1e9]) {
        const shown = picture(steps);
        const recording = new RecordingContext();
        const layout = layOutLearning(recording.context, shown, { ...box, width }, testTheme);
        drawLearning(recording.context, shown, layout, { ...size, width }, testTheme);
        for (const { text, x, y } of recording.texts) {
          expect(x, `${text} of ${steps} in ${width}`).to.be.at.least(0);
          expect(x + text.length * 6.6, `${text} of ${steps} in ${width}`).to.be.at.most(width + 3);
          expect(y).to.be.within(box.y, box.y + box.height);
        }
        for (const { path } of recording.paths('stroke')) for (const [x, y] of edges(path)) expect([x >= 0, x <= width, y >= box.y, y <= box.y + box.height]).to.not.include(false);
      }
    }
  });

  it('has at least a power of ten of steps and two of losses', () => {
    for (const loss of [1e-9, 0.001, 0.02, 0.1, 0.7, 1, 5000, Infinity, NaN]) {
      const { layout: { loss: { xs, ys: [low, high] } } } = record(picture(1, { curve: new LearningCurve(), tip: { steps: 1, loss, iou: 0 } }));
      expect(xs).to.deep.equal([0, 1]);
      expect(Math.floor(high) - Math.ceil(low), String(loss)).to.be.at.least(1);
    }
  });

  it('lets later steps step back behind the present one, which is marked', () => {
    const { recording, layout: { loss } } = record(picture(100, { curve: curveUpTo(5000) }));
    const [later, now] = linesOf(recording, testTheme.ink);
    const at = loss.x(2);
    expect([later.pen.globalAlpha < 0.5, now.pen.globalAlpha]).to.deep.equal([true, 1]);
    expect(Math.min(...later.path.filter(isPoint).map(({ x }) => x))).to.be.closeTo(at, 1e-9);
    expect(Math.max(...now.path.filter(isPoint).map(({ x }) => x))).to.be.closeTo(at, 1e-9);
    const upright = recording.paths('stroke').filter(({ pen, path }) => pen.strokeStyle === testTheme.muted && Math.abs(edges(path)[0][0] - at) < 1);
    expect(upright).to.have.length(1);
    expect(recording.paths('fill').map(({ path }) => arcs(path)[0].x)).to.deep.equal([at, at]);
  });

  it('dashes a second loss where there is one, and names all three', () => {
    const { recording } = record(picture(500, { curve: curveUpTo(500, 0.2), tip: { steps: 500, loss: 0.01, iou: 0.8, testLoss: 0.2 } }));
    expect(linesOf(recording, testTheme.ink).map(({ pen }) => pen.lineDash)).to.deep.equal([dashes.derivative, []]);
    const texts = recording.texts.map(({ text }) => text);
    for (const name of ['IoU', 'loss', 'loss, test']) expect(texts).to.include(name);
  });

  it('marks what is looked at on each line', () => {
    const marked = milestones.indexOf(100);
    const { recording, layout: { loss } } = record(picture(5000, { marked }));
    const dots = recording.paths('fill').flatMap(({ path }) => arcs(path)).filter(({ x }) => Math.abs(x - loss.x(2)) < 1e-9);
    expect(dots).to.have.length(2);
  });

  it('draws no line at step 0, and nothing wild where numbers are', () => {
    expect(linesOf(record(picture(0)).recording, testTheme.ink).flatMap(({ path }) => path)).to.deep.equal([]);
    const curve = curveUpTo(10);
    curve.loss[5] = Infinity;
    const { recording } = record(picture(10, { curve }));
    for (const { x, y } of linesOf(recording, testTheme.ink).flatMap(({ path }) => path).filter(isPoint)) expect([x, y].every(Number.isFinite)).to.equal(true);
  });

  it('leaves the context as it found it', () => {
    const { recording } = record(picture(100, { curve: curveUpTo(5000), marked: 5 }));
    expect(recording.depth).to.equal(0);
    expect(recording.pen).to.deep.equal(new RecordingContext().pen);
  });
});

describe('nearestMilestone', () => {
  it('finds the known step nearest to a place, and none where nothing is known', () => {
    const shown = picture(1000);
    const { layout } = record(shown);
    expect(milestones[nearestMilestone(layout, shown.curve, layout.loss.x(2) + 0.5)]).to.equal(100);
    expect(milestones[nearestMilestone(layout, shown.curve, -50)]).to.equal(1);
    expect(milestones[nearestMilestone(layout, shown.curve, 5000)]).to.equal(1000);
    expect(nearestMilestone(layout, new LearningCurve(), 100)).to.equal(-1);
  });
});
