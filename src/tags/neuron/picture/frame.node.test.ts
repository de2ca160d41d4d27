import { expect } from 'chai';
import { edges, endOf, fontSize, ground, record, type RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { Projection } from './projection.js';
import { axisTexts, drawAxes, drawFloor } from './frame.js';
import { HeightScale } from './height-scale.js';
import { Labels } from './labels.js';
import { crisp, lines, opacities, sizes, snap } from '../../../draw/style.js';

const format = (value: number): string => String(value).replace('-', '\u2212');
const size = { width: 400, height: 400, density: 2 };
const names = { inputs: ['1', '2'].map((index) => ({ variable: 'p', index })), output: { variable: 'y' } };
const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const;
const views = [[42, 33], [-60, 20], [130, 70], [0, 30], [180, 45], [-100, 10]] as const;

interface Drawn { readonly recording: RecordingContext; readonly projection: Projection }

function floor(
  flat: number[], covers: boolean, domain: readonly number[] = [-1, 1], heights = new Float64Array(9).fill(1),
): Drawn {
  const projection = new Projection([42, 33], 200, 200, 100);
  const recording = record((ctx) =>
    drawFloor(ctx, { flat, domain, grid: 3, heights }, covers, projection, testTheme));
  return { recording, projection };
}

function axes(view: readonly number[], scale = new HeightScale(0, 1.5)): Drawn & { readonly scale: HeightScale } {
  const projection = new Projection(view, 200, 220, 100);
  const recording = record((ctx) => drawAxes(
    ctx, scale, { ...axisTexts(scale, [-1, 1], format), ...names }, projection, new Labels(ctx, size, testTheme), size,
    testTheme,
  ));
  return { recording, projection, scale };
}

describe('drawFloor', () => {
  it('draws its front edges muted, those behind and the lines where an input is 0 as hairlines', () => {
    const { recording, projection } = floor([], false);
    const [hair, muted] = recording.paths('stroke');
    expect(recording.paths('stroke')).to.have.length(2);
    expect([hair.pen.strokeStyle, muted.pen.strokeStyle, muted.pen.lineWidth])
      .to.deep.equal([testTheme.hair, testTheme.muted, lines.axis]);
    const at = (u: number, v: number): number[] => projection.point(u, v);
    expect(edges(muted.path)).to.have.deep.members([[...at(-1, -1), ...at(1, -1)], [...at(-1, -1), ...at(-1, 1)]]);
    expect(edges(hair.path)).to.have.deep.members([
      [...at(1, -1), ...at(1, 1)], [...at(-1, 1), ...at(1, 1)],
      [...at(0, -1), ...at(0, 1)], [...at(-1, 0), ...at(1, 0)],
    ]);
  });

  it('has a line where an input is 0, or none', () => {
    const { recording, projection } = floor([], false, [-1, 3]);
    expect(edges(recording.paths('stroke')[0].path)[0].slice(0, 2)).to.deep.equal(projection.point(-0.5, -1));
    for (const domain of [[1, 3], [0, 3]]) {
      expect(edges(floor([], false, domain).recording.paths('stroke')[0].path)).to.have.length(2);
    }
  });

  it('lays a wash on the flat region, and erases half of what is under the floor', () => {
    const { recording, projection } = floor([-1, -1, 0, -1, -1, 0], true);
    const [erased, cleared, wash] = recording.paths('fill');
    expect([cleared.path, cleared.pen.fillStyle]).to.deep.equal([wash.path, ground]);
    expect([erased.pen.globalCompositeOperation, erased.pen.globalAlpha, wash.pen.fillStyle, wash.pen.globalAlpha])
      .to.deep.equal(['destination-out', opacities.floor, testTheme.wash, 1]);
    for (const [{ path }, polygon] of [[erased, corners], [wash, [[-1, -1], [0, -1], [-1, 0]]]] as const) {
      expect(edges(path).map(([x, y]) => [x, y])).to.deep.equal(polygon.map(([u, v]) => projection.point(u, v)));
    }
    expect(floor([], false).recording.paths('fill').filter(({ path }) => path.length > 0)).to.deep.equal([]);
  });

  it('lays a wash on each cell whose corners have no height, where no region is known', () => {
    const { recording, projection } = floor([], false, [-1, 1], Float64Array.of(0, 0, 0, 0, 0, 1, 0, 0, 1));
    const [, { path, pen }] = recording.paths('fill');
    expect(pen.fillStyle).to.equal(testTheme.wash);
    const at = (u: number, v: number): number[] => projection.point(u, v);
    expect(edges(path).map(([x, y]) => [x, y])).to.deep.equal([
      at(-1, -1), at(0, -1), at(0, 0), at(-1, 0), at(-1, 0), at(0, 0), at(0, 1), at(-1, 1),
    ]);
  });
});

describe('axisTexts', () => {
  it('names the ends of the domain and 0, or the middle if 0 is outside', () => {
    const texts = (...domain: number[]) => axisTexts(new HeightScale(0, 1.5), domain, format);
    expect(texts(-1, 1)).to.deep.equal({ heights: ['0.5', '1', '1.5'], places: [[-1, '\u22121'], [0, '0'], [1, '1']] });
    expect(texts(-1, 3).places).to.deep.equal([[-1, '\u22121'], [-0.5, '0'], [1, '3']]);
    expect(texts(2, 5).places).to.deep.equal([[-1, '2'], [0, '3.5'], [1, '5']]);
    expect(texts(0, 5).places[1]).to.deep.equal([0, '2.5']);
  });
});

describe('drawAxes', () => {
  for (const view of views) {
    it(`puts the axis of heights at the left corner, on whole pixels, with a tick at each step, from ${view}`, () => {
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
        expect(ticks[k][1]).to.be.closeTo(y, 0.26);
        expect(ticks[k][1]).to.equal(ticks[k][3]);
        const beside = recording.texts.some(({ text, x: at, y: base }) =>
          text === String(value) && at < x - 5 && Math.abs(base - 0.36 * sizes.tick - y) < 0.3);
        const roomy = projection.lift * scale.of(0.5) > sizes.tick * 1.5; // else only as many as do not touch
        if (roomy) expect(beside, `${value} beside its tick`).to.equal(true);
      });
    });

    it(`writes the numbers of the front edges outside the floor, from ${view}`, () => {
      const { recording, projection } = axes(view);
      const names = recording.texts.filter(({ text }) => text === 'p');
      expect(names.length, 'both names').to.equal(2);
      expect(recording.texts.filter(({ text }) => text === '\u22121').length).to.be.at.least(1);
      const outline = corners.map(([u, v]) => projection.point(u, v));
      for (const mark of recording.texts.filter(({ text }) => ['p', '0', '\u22121'].includes(text))) {
        const { x, y, text } = mark;
        const half = (endOf(mark) - x) / 2;
        const sides = outline.map(([x0, y0], k) => {
          const [x1, y1] = outline[(k + 1) % 4];
          return (x1 - x0) * (y - 0.36 * 11 - y0) - (y1 - y0) * (x + half - x0);
        });
        expect(new Set(sides.map(Math.sign)), `${text} lies on the floor`).to.include.keys([1, -1]);
      }
    });
  }

  it('names the height above its axis and each input by its index', () => {
    const { recording, projection, scale } = axes([42, 33]);
    const { left } = projection;
    const y = recording.texts.find(({ text }) => text === 'y')!;
    expect(y.y).to.be.below(projection.y(left.u, left.v, scale.above));
    const indexSize = sizes.name * 0.78;
    const [p1, one, p2, two] = recording.texts.filter((mark) =>
      mark.text === 'p' || (/^[12]$/.test(mark.text) && fontSize(mark) === indexSize));
    expect([p1.text, one.text, p2.text, two.text]).to.deep.equal(['p', '1', 'p', '2']);
    // p₁ along the edge v = −1, on the right; p₂ along u = −1, on the left.
    expect(p1.x).to.be.above(projection.x(-1, -1));
    expect(p2.x).to.be.below(projection.x(-1, -1));
  });

  it('clears the ground for numbers if data lies under them, and leaves out the one beside the axis there', () => {
    const above = axes([42, 33]).recording;
    const both = axes([42, 33], new HeightScale(-2, 2)).recording;
    const cleared = ({ marks }: RecordingContext): number => marks.filter(({ type }) => type === 'strokeText').length;
    const ones = ({ words }: RecordingContext): number => words.filter((text) => text === '1').length;
    expect([cleared(above), cleared(both)], 'only y, or all').to.deep.equal([1, both.texts.length]);
    expect([ones(above), ones(both)], 'height, inputs, index').to.deep.equal([1 + 2 + 1, 1 + 1 + 1]);
  });
});
