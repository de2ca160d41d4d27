import { expect } from '@open-wc/testing';
import { edges, RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { Projection } from './projection.js';
import { axisTexts, drawAxes, drawFloor } from './frame.js';
import { HeightScale } from './height-scale.js';
import { Labels } from './labels.js';
import { crisp, lines, opacities, sizes, snap } from '../../../draw/style.js';

const format = (value: number): string => String(value).replace('-', '\u2212');
const size = { width: 400, height: 400, density: 2 };
const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const;
const views = [[42, 33], [-60, 20], [130, 70], [0, 30], [180, 45], [-100, 10]] as const;

function floor(flat: number[], covers: boolean, domain: readonly number[] = [-1, 1]): { recording: RecordingContext; projection: Projection } {
  const recording = new RecordingContext();
  const projection = new Projection([42, 33], 200, 200, 100);
  drawFloor(recording.context, flat, covers, domain, projection, testTheme);
  return { recording, projection };
}

function axes(view: readonly number[], scale = new HeightScale(0, 1.5), domain: readonly number[] = [-1, 1]): { recording: RecordingContext; projection: Projection; scale: HeightScale } {
  const recording = new RecordingContext();
  const projection = new Projection(view, 200, 220, 100);
  const labels = new Labels(recording.context, size, testTheme);
  drawAxes(recording.context, scale, axisTexts(scale, domain, format), projection, labels, size, testTheme);
  return { recording, projection, scale };
}

describe('drawFloor', () => {
  it('has its front edges stronger than those behind, which go with the lines where an input is 0', () => {
    const { recording, projection } = floor([], false);
    const [hair, muted] = recording.paths('stroke');
    expect(recording.paths('stroke')).to.have.length(2);
    expect([hair.pen.strokeStyle, muted.pen.strokeStyle, muted.pen.lineWidth]).to.deep.equal([testTheme.hair, testTheme.muted, lines.axis]);
    const at = (u: number, v: number): number[] => [projection.x(u, v), projection.y(u, v)];
    expect(edges(muted.path)).to.have.deep.members([[...at(-1, -1), ...at(1, -1)], [...at(-1, -1), ...at(-1, 1)]]);
    expect(edges(hair.path)).to.have.deep.members([
      [...at(1, -1), ...at(1, 1)], [...at(-1, 1), ...at(1, 1)], [...at(0, -1), ...at(0, 1)], [...at(-1, 0), ...at(1, 0)],
    ]);
  });

  it('has the lines where 0 is, or none', () => {
    const { recording, projection } = floor([], false, [-1, 3]);
    expect(edges(recording.paths('stroke')[0].path)[0].slice(0, 2)).to.deep.equal([projection.x(-0.5, -1), projection.y(-0.5, -1)]);
    expect(edges(floor([], false, [1, 3]).recording.paths('stroke')[0].path)).to.have.length(2);
    expect(edges(floor([], false, [0, 3]).recording.paths('stroke')[0].path)).to.have.length(2);
  });

  it('lays a wash on the flat region, and paper on the whole where something is under it', () => {
    const { recording, projection } = floor([-1, -1, 0, -1, -1, 0], true);
    const [paper, wash] = recording.paths('fill');
    expect([paper.pen.fillStyle, paper.pen.globalAlpha, wash.pen.fillStyle, wash.pen.globalAlpha])
      .to.deep.equal([testTheme.paper, opacities.floor, testTheme.wash, 1]);
    expect(edges(paper.path).map(([x, y]) => [x, y])).to.deep.equal(corners.map(([u, v]) => [projection.x(u, v), projection.y(u, v)]));
    expect(edges(wash.path).map(([x, y]) => [x, y])).to.deep.equal([[-1, -1], [0, -1], [-1, 0]].map(([u, v]) => [projection.x(u, v), projection.y(u, v)]));
    expect(floor([], false).recording.paths('fill')).to.deep.equal([]);
  });

  it('leaves the context as it found it', () => {
    const recording = new RecordingContext();
    Object.assign(recording.context, { fillStyle: '#111111', strokeStyle: '#222222', lineWidth: 9 });
    const before = recording.pen;
    drawFloor(recording.context, [-1, -1, 0, -1, -1, 0], true, [-1, 1], new Projection([42, 33], 0, 0, 10), testTheme);
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
  });
});

describe('axisTexts', () => {
  it('names the ends of the domain and 0, or the middle where 0 is outside', () => {
    const scale = new HeightScale(0, 1.5);
    expect(axisTexts(scale, [-1, 1], format)).to.deep.equal({ heights: ['0.5', '1', '1.5'], inputs: [[-1, '\u22121'], [0, '0'], [1, '1']] });
    expect(axisTexts(scale, [-1, 3], format).inputs).to.deep.equal([[-1, '\u22121'], [-0.5, '0'], [1, '3']]);
    expect(axisTexts(scale, [2, 5], format).inputs).to.deep.equal([[-1, '2'], [0, '3.5'], [1, '5']]);
    expect(axisTexts(scale, [0, 5], format).inputs[1]).to.deep.equal([0, '2.5']);
  });
});

describe('drawAxes', () => {
  for (const view of views) {
    it(`stands the height at the left corner, on whole device pixels, with a tick at each step, from ${view}`, () => {
      const { recording, projection, scale } = axes(view);
      const { left } = projection;
      const width = crisp(lines.axis, 2);
      const [axis, ...ticks] = edges(recording.paths('stroke')[0].path);
      const x = snap(projection.x(left.u, left.v), width, 2);
      expect(axis).to.deep.equal([x, projection.y(left.u, left.v, 0), x, projection.y(left.u, left.v, scale.above)]);
      expect(recording.paths('stroke')[0].pen).to.deep.include({ strokeStyle: testTheme.muted, lineWidth: width });
      expect(ticks.map(([x0, , x1]) => [x0, x1])).to.deep.equal(Array(3).fill([x - 5, x]));
      [0.5, 1, 1.5].forEach((value, k) => {
        const y = projection.y(left.u, left.v, scale.of(value));
        expect(ticks[k][1]).to.be.closeTo(y, 0.26).and.equal(ticks[k][3]);
        const beside = recording.texts.some(({ text, x: at, y: base }) => text === String(value) && at < x - 5 && Math.abs(base - 0.36 * sizes.tick - y) < 0.3);
        const roomy = projection.lift * scale.of(0.5) > sizes.tick * 1.5; // else only as many as do not touch
        if (roomy) expect(beside, `${value} beside its tick`).to.equal(true);
      });
    });

    it(`writes what the front edges stand for outside the floor, from ${view}`, () => {
      const { recording, projection } = axes(view);
      const names = recording.texts.filter(({ text }) => text === 'p');
      expect(names.length, 'both names').to.equal(2);
      expect(recording.texts.filter(({ text }) => text === '\u22121').length).to.be.at.least(1);
      const outline = corners.map(([u, v]) => [projection.x(u, v), projection.y(u, v)]);
      for (const { x, y, text, pen } of recording.texts) {
        if (!['p', '0', '\u22121'].includes(text)) continue;
        const half = text.length * 0.55 * parseFloat(/([\d.]+)px/.exec(pen.font)![1]) / 2;
        const sides = outline.map(([x0, y0], k) => {
          const [x1, y1] = outline[(k + 1) % 4];
          return (x1 - x0) * (y - 0.36 * 11 - y0) - (y1 - y0) * (x + half - x0);
        });
        expect(sides.every((side) => side > 0) || sides.every((side) => side < 0), `${text} lies on the floor`).to.equal(false);
      }
    });
  }

  it('names the height above its axis and each input by its index', () => {
    const { recording, projection, scale } = axes([42, 33]);
    const { left } = projection;
    const y = recording.texts.find(({ text }) => text === 'y')!;
    expect(y.y).to.be.below(projection.y(left.u, left.v, scale.above));
    const [p1, one, p2, two] = recording.texts.filter(({ text, pen }) => text === 'p' || ((text === '1' || text === '2') && pen.font.startsWith(String(sizes.name * 0.78))));
    expect([p1.text, one.text, p2.text, two.text]).to.deep.equal(['p', '1', 'p', '2']);
    // p₁ along the edge v = −1, on the right; p₂ along u = −1, on the left.
    expect(p1.x).to.be.above(projection.x(-1, -1));
    expect(p2.x).to.be.below(projection.x(-1, -1));
  });

  it('gives numbers a rim of paper where data lies under them, and leaves out the one beside the axis there', () => {
    const above = axes([42, 33]).recording;
    expect(above.marks.filter(({ type }) => type === 'strokeText')).to.have.length(1); // y, where a slope may rise behind it
    expect(above.texts.filter(({ text }) => text === '1')).to.have.length(1 + 2 + 1); // height, both inputs, index
    const both = axes([42, 33], new HeightScale(-2, 2)).recording;
    expect(both.marks.filter(({ type }) => type === 'strokeText').length).to.equal(both.texts.length);
    expect(both.texts.filter(({ text }) => text === '1')).to.have.length(1 + 1 + 1);
  });

  it('leaves the context as it found it', () => {
    const recording = new RecordingContext();
    Object.assign(recording.context, { fillStyle: '#111111', strokeStyle: '#222222', lineWidth: 9 });
    const before = recording.pen;
    const scale = new HeightScale(-1, 1);
    drawAxes(recording.context, scale, axisTexts(scale, [-1, 1], format), new Projection([42, 33], 200, 200, 90), new Labels(recording.context, size, testTheme), size, testTheme);
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
  });
});
