import { expect } from 'chai';
import { LearningCurve, milestones } from '../../../core/index.js';
import {
  arcs, edges, endOf, pointsOf, record, type PathMark, type RecordingContext,
} from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import {
  drawLearning, drawPowers, layOutLearning, nearestMilestone, stepPlace, writeNames,
  type LearningLayout, type LearningPicture, type LineName,
} from './chart-picture.js';
import { Plot, type Span } from '../../../draw/plot.js';
import { dashes } from '../../../draw/style.js';

const size = { width: 300, height: 420, density: 2 };
const box = { x: 0, y: 308, width: 300, height: 112 };

const lossAt = (steps: number): number => 0.25 / Math.sqrt(1 + steps);
const iouAt = (steps: number): number => steps / (100 + steps);
const format = (value: number): string => String(Number(value.toPrecision(3)));

/** Returns the curve of a run whose loss falls from 0.25 and whose IoU rises. */
function curveUpTo(steps: number, testLoss?: number): LearningCurve {
  const curve = new LearningCurve();
  for (let at = 0; at <= steps; at = curve.nextMilestone(at)) {
    curve.record(at, { loss: lossAt(at), iou: iouAt(at), testLoss });
  }
  return curve;
}

function picture(steps: number, changed: Partial<LearningPicture> = {}): LearningPicture {
  return {
    curve: changed.curve ?? curveUpTo(steps), steps, soundUntil: Infinity,
    tip: { steps, loss: lossAt(steps), iou: iouAt(steps) }, marked: -1,
    names: { loss: 'loss', iou: 'IoU', testLoss: 'test loss', step: 'step' }, format, ...changed,
  };
}

function draw(shown: LearningPicture, width = 300): { recording: RecordingContext; layout: LearningLayout } {
  let layout!: LearningLayout;
  const recording = record((ctx) => {
    layout = layOutLearning(ctx, shown, { ...box, width }, testTheme);
    drawLearning(ctx, shown, layout, { ...size, width }, testTheme);
  });
  return { recording, layout };
}

const linesOf = (recording: RecordingContext, colour: string): PathMark[] =>
  recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === colour && pen.lineWidth === 1.6);

describe('drawLearning', () => {
  it('draws the loss in ink on axes of powers of ten, and the IoU in the second colour, from step 0 on', () => {
    const { recording, layout: { loss, iou } } = draw(picture(5000));
    const [line] = linesOf(recording, testTheme.ink);
    const known = [...milestones].filter((at) => at <= 5000);
    const { box: inner, ys: [low, high] } = loss;
    const share = (y: number): number => (inner.y + inner.height - y) / inner.height;
    expect(line.path.map(({ type }) => type)).to.deep.equal(['move', ...known.map(() => 'line')]);
    pointsOf(line.path).forEach(([x, y], k) => {
      const at = known[k] ?? 5000;
      expect((x - inner.x) / inner.width).to.be.closeTo(Math.log10(1 + at) / Math.log10(5001), 1e-9);
      expect(share(y)).to.be.closeTo((Math.log10(lossAt(at)) - low) / (high - low), 1e-9);
    });
    const [other] = linesOf(recording, testTheme.accent);
    expect([iou.box, iou.ys]).to.deep.equal([inner, [0, 1]]);
    pointsOf(other.path).forEach(([, y], k) => expect(share(y)).to.be.closeTo(iouAt(known[k] ?? 5000), 1e-9));
    const dots = recording.paths('fill').map(({ path, pen }) => [pen.fillStyle, arcs(path)[0].x]);
    const end = inner.x + inner.width;
    expect(dots).to.deep.equal([[testTheme.accent, end], [testTheme.ink, end]]);
  });

  it('stays within its box, names and numbers too, in any width', () => {
    for (const width of [200, 240, 320, 480, 1200]) {
      for (const steps of [0, 1, 40, 1000, 123456, 1e9]) {
        const { recording } = draw(picture(steps), width);
        for (const mark of recording.texts) {
          const what = `${mark.text} of ${steps} in ${width}`;
          expect(mark.x, what).to.be.at.least(0);
          expect(endOf(mark), what).to.be.at.most(width + 3);
          expect(mark.y, what).to.be.within(box.y, box.y + box.height);
        }
        for (const [x, y] of recording.paths('stroke').flatMap(({ path }) => edges(path))) {
          expect(x).to.be.within(0, width);
          expect(y).to.be.within(box.y, box.y + box.height);
        }
      }
    }
  });

  it('has at least ten steps and one whole power of ten of losses', () => {
    for (const loss of [1e-9, 0.001, 0.02, 0.1, 0.7, 1, 5000, Infinity, NaN]) {
      const shown = picture(1, { curve: new LearningCurve(), tip: { steps: 1, loss, iou: 0 } });
      const { xs, ys: [low, high] } = draw(shown).layout.loss;
      expect(xs).to.deep.equal([0, Math.log10(11)]);
      expect([low % 1 === 0, high % 1 === 0, high > low], String(loss)).to.deep.equal([true, true, true]);
    }
  });

  it('lets later steps step back behind the present one, which is marked', () => {
    const { recording, layout: { loss } } = draw(picture(100, { curve: curveUpTo(5000) }));
    const [later, now] = linesOf(recording, testTheme.ink);
    const at = loss.x(stepPlace(100));
    expect([later.pen.globalAlpha < 0.5, now.pen.globalAlpha]).to.deep.equal([true, 1]);
    expect(Math.min(...pointsOf(later.path).map(([x]) => x))).to.be.closeTo(at, 1e-9);
    expect(Math.max(...pointsOf(now.path).map(([x]) => x))).to.be.closeTo(at, 1e-9);
    const upright = recording.paths('stroke').filter(({ pen, path }) =>
      pen.strokeStyle === testTheme.muted && Math.abs(edges(path)[0][0] - at) < 1);
    expect(upright).to.have.length(1);
    expect(recording.paths('fill').map(({ path }) => arcs(path)[0].x)).to.deep.equal([at, at]);
  });

  it('dashes a second loss where there is one, and names all three', () => {
    const tip = { steps: 500, loss: 0.01, iou: 0.8, testLoss: 0.2 };
    const { recording } = draw(picture(500, { curve: curveUpTo(500, 0.2), tip }));
    expect(linesOf(recording, testTheme.ink).map(({ pen }) => pen.lineDash)).to.deep.equal([dashes.derivative, []]);
    expect(recording.words).to.include.members(['IoU', 'loss', 'test loss']);
  });

  it('marks what is looked at on each line', () => {
    const marked = milestones.indexOf(100);
    const { recording, layout: { loss } } = draw(picture(5000, { marked }));
    const dots = recording.paths('fill').flatMap(({ path }) => arcs(path));
    expect(dots.filter(({ x }) => Math.abs(x - loss.x(stepPlace(100))) < 1e-9)).to.have.length(2);
  });

  it('ends the IoU where the run was last sound, and a loss beyond its axis in an arrow', () => {
    const curve = curveUpTo(215);
    const last = curve.length - 1;
    [curve.loss[last], curve.iou[last]] = [6.69e134, 0.197];
    const tip = { steps: milestones[last], loss: curve.loss[last], iou: iouAt(192) };
    const { recording, layout: { loss } } = draw(picture(Infinity, { curve, soundUntil: 192, tip }));
    const xs = linesOf(recording, testTheme.accent).flatMap(({ path }) => pointsOf(path).map(([x]) => x));
    expect(Math.max(...xs)).to.be.closeTo(loss.x(stepPlace(192)), 1e-9);
    const dots = recording.paths('fill').map(({ path, pen }) => [pen.fillStyle, arcs(path)[0].x]);
    expect(dots).to.deep.equal([[testTheme.accent, loss.x(stepPlace(192))]]);
    const [, arrow] = linesOf(recording, testTheme.ink);
    expect(pointsOf(arrow.path)[1]).to.deep.equal([loss.x(stepPlace(tip.steps)), loss.box.y]);
  });

  it('draws a dot at step 0, and nothing wild where numbers are', () => {
    const { recording: first, layout } = draw(picture(0));
    expect(first.paths('fill').map(({ path }) => arcs(path)[0].x)).to.deep.equal([layout.loss.x(0), layout.loss.x(0)]);
    const curve = curveUpTo(10);
    curve.loss[5] = Infinity;
    const { recording } = draw(picture(10, { curve }));
    const places = linesOf(recording, testTheme.ink).flatMap(({ path }) => pointsOf(path).flat());
    expect(places.every(Number.isFinite)).to.equal(true);
  });
});

describe('nearestMilestone', () => {
  it('finds the known step nearest to a place, and none where nothing is known', () => {
    const shown = picture(1000);
    const { layout } = draw(shown);
    expect(milestones[nearestMilestone(layout, shown.curve, layout.loss.x(stepPlace(100)) + 0.5)]).to.equal(100);
    expect(milestones[nearestMilestone(layout, shown.curve, -50)]).to.equal(0);
    expect(milestones[nearestMilestone(layout, shown.curve, 5000)]).to.equal(1000);
    expect(nearestMilestone(layout, new LearningCurve(), 100)).to.equal(-1);
  });
});

const plotBox = { x: 40, y: 300, width: 200, height: 80 };

describe('drawPowers', () => {
  const powers = (xs: Span, ys: Span, width = plotBox.width): RecordingContext =>
    record((ctx) => drawPowers(ctx, new Plot({ ...plotBox, width }, xs, ys), String, size, testTheme));

  it('writes powers of ten on both axes, with a hairline at each of the steps', () => {
    const recording = powers([0, 3.5], [-2, 0]);
    expect(recording.words).to.deep.equal(['0', '10', '100', '1000', '0.01', '0.1', '1']);
    const [hairs, axis] = recording.paths('stroke');
    expect(edges(hairs.path)).to.have.length(4);
    expect(hairs.pen.strokeStyle).to.equal(testTheme.hair);
    for (const [x] of edges(hairs.path)) expect((2 * x) % 1, 'on half device pixels').to.be.closeTo(0.5, 0.5);
    expect(axis.pen.strokeStyle).to.equal(testTheme.muted);
  });

  it('leaves numbers out at equal distances, so that no two of them touch', () => {
    for (const [width, end] of [[200, 3.1], [100, 5], [120, 9]]) {
      const texts = powers([0, end], [-1, 0], width).texts.filter(({ y }) => y > plotBox.y + plotBox.height + 6);
      const written = texts.map(({ text }) => (text === '0' ? 0 : Math.round(Math.log10(Number(text)))));
      expect(texts.length).to.be.above(1);
      expect(new Set(written.slice(1).map((power, k) => power - written[k])).size, 'one stride').to.equal(1);
      for (let k = 1; k < texts.length; k++) expect(texts[k].x - endOf(texts[k - 1])).to.be.above(3);
    }
  });
});

describe('writeNames', () => {
  const names = (wishes: readonly LineName[], end = 240) =>
    record((ctx) => writeNames(ctx, wishes, end, plotBox, String, testTheme)).texts
      .map(({ text, x, y, pen }) => ({ text, x, middle: y - 0.36 * 12, colour: pen.fillStyle }));

  it('writes each beside the end of its line, in its colour, off the bounds 0 and 1, which always stand', () => {
    const { accent } = testTheme;
    for (const [y, written] of [[303, 314], [340, 340], [380, 366]]) {
      const [name, ...bounds] = names([{ name: 'loss', colour: '#111111', y }]);
      expect([name.text, name.x, name.colour]).to.deep.equal(['loss', 248, '#111111']);
      expect(name.middle).to.be.closeTo(written, 1e-9);
      expect(bounds.map(({ text, x, colour }) => [text, x, colour]))
        .to.deep.equal([['1', 248, accent], ['0', 248, accent]]);
    }
  });

  it('keeps names apart, in order, and within the box', () => {
    for (const ys of [[340, 340], [300, 301], [380, 379], [300, 306, 303], [380, 380, 380]]) {
      const at = names(ys.map((y, k) => ({ name: `line ${k}`, colour: '#111111', y })))
        .filter(({ text }) => text.startsWith('line')).map(({ middle }) => middle);
      for (let k = 1; k < at.length; k++) expect(at[k] - at[k - 1], String(ys)).to.be.at.least(12.999);
      expect(at[0]).to.be.at.least(299);
      expect(at[at.length - 1]).to.be.at.most(381);
    }
  });

  it('keeps off the axis beside a line that ends before the right, and leaves out what is not known', () => {
    const texts = names([{ name: 'IoU', colour: '#0000c8', y: 380 }, { name: 'loss', colour: '#111111', y: NaN }], 60);
    expect(texts.map(({ text, x }) => [text, x])).to.deep.equal([['IoU', 68], ['1', 248], ['0', 248]]);
    expect(texts[0].middle).to.be.at.most(373);
  });
});
