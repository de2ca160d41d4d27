import { expect } from 'chai';
import { createRandom } from '../../core/index.js';
import {
  arcs, edges, ground, pointsOf, record, type PathMark, type RecordingContext,
} from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { crosses, drawDeform, drawThumbnail, layOutDeform, type DeformPicture } from './picture.js';
import { dashes, lines } from '../../draw/style.js';
import type { Box } from '../../draw/types.js';

const place: Box = { x: 20, y: 0, width: 300, height: 324 };
const random = createRandom('deform');

/** Returns two lines of five random points, the second one an axis, and three points. */
function picture(extra: Partial<DeformPicture> = {}): DeformPicture {
  return {
    mesh: Float64Array.from({ length: 20 }, () => 6 * random() - 3),
    lines: [{ from: 0, count: 5, axis: false }, { from: 5, count: 5, axis: true }],
    frame: { x: 0.5, y: -0.25, half: 3.5 },
    points: Float64Array.from({ length: 6 }, () => 2 * random() - 1),
    inside: [true, false, true],
    format: String,
    ...extra,
  };
}

const draw = (what: DeformPicture, into = place, density = 2): RecordingContext =>
  record((ctx) => drawDeform(ctx, what, into, density, testTheme));
const inInk = (recording: RecordingContext): PathMark[] =>
  recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.ink);

describe('drawDeform', () => {
  it('strokes each line through its points, in one scale for both axes and y upwards, grid under axes', () => {
    for (const into of [place, { x: 0, y: 10, width: 500, height: 320 }, { ...place, width: 240 }]) {
      const shown = picture();
      const { frame, mesh } = shown;
      const [grid, axis] = inInk(draw(shown, into));
      // 18 px of padding around the frame, in what the scale leaves of the height.
      const scale = (Math.min(into.width, into.height - 24) / 2 - 18) / frame.half;
      [grid, axis].forEach(({ path }, l) => {
        expect(path.map(({ type }) => type)).to.deep.equal(['move', 'line', 'line', 'line', 'line']);
        pointsOf(path).forEach(([x, y], k) => {
          const at = 2 * (5 * l + k);
          expect((x - into.x - into.width / 2) / scale + frame.x).to.be.closeTo(mesh[at], 1e-9);
          expect((into.y + (into.height - 24) / 2 - y) / scale + frame.y).to.be.closeTo(mesh[at + 1], 1e-9);
        });
      });
      expect([grid.pen.lineWidth, grid.pen.globalAlpha]).to.deep.equal([lines.grid, 0.3]);
      expect([axis.pen.lineWidth, axis.pen.globalAlpha]).to.deep.equal([lines.strongAxis, 1]);
    }
  });

  it('puts upright and level lines on whole pixels, in one width, whatever the density', () => {
    for (const density of [1, 2, 3]) {
      for (const axis of [false, true]) {
        const at = 2 * random() - 1;
        const mesh = Float64Array.of(at, -1, at, 0.3, at, 1, -1, at, 1, at);
        const lying = [{ from: 0, count: 3, axis }, { from: 3, count: 2, axis }];
        const frame = { x: 0.1, y: 0.2, half: 1.5 };
        const { px, py } = layOutDeform(place, frame);
        inInk(draw(picture({ mesh, lines: lying, frame }), place, density)).forEach(({ path, pen }, l) => {
          const device = pen.lineWidth * density;
          expect(device).to.be.closeTo(Math.max(1, Math.round((axis ? lines.strongAxis : lines.grid) * density)), 1e-9);
          for (const [x0, y0, x1, y1] of edges(path)) {
            const [from, to, wanted] = l === 0 ? [x0, x1, px(at)] : [y0, y1, py(at)];
            expect(from).to.equal(to);
            expect(Math.abs(from - wanted)).to.be.at.most(0.51 / density);
            const edge = from * density - device / 2;
            expect(Math.abs(edge - Math.round(edge))).to.be.below(1e-6);
          }
        });
      }
    }
  });

  it('keeps every point of the frame within the picture', () => {
    const { px, py } = layOutDeform(place, { x: 10, y: 20, half: 4 });
    for (const x of [px(6), px(14)]) expect(x).to.be.within(37.9, 302.1);
    for (const y of [py(16), py(24)]) expect(y).to.be.within(17.9, 282.1);
    expect(px(14) - px(6)).to.be.closeTo(py(16) - py(24), 1e-9);
  });

  it('draws each point at its place, filled inside and hollow outside', () => {
    const shown = picture();
    const { px, py } = layOutDeform(place, shown.frame);
    const discs = draw(shown).paths('fill').flatMap(({ path, pen }) =>
      arcs(path).map(({ x, y }) => ({ x, y, fill: pen.fillStyle })));
    const { points, inside } = shown;
    const expected = inside.map((is, k) => ({
      x: px(points[2 * k]), y: py(points[2 * k + 1]), fill: is ? testTheme.positive : ground,
    }));
    expect(discs).to.have.deep.members(expected);
    expect(draw(picture({ inside: [] })).paths('fill').flatMap(({ path }) => path)).to.deep.equal([]);
  });

  it('dashes the line a·x + b·y = c across the whole picture, in a casing, within the picture', () => {
    for (let k = 0; k < 20; k++) {
      const [a, b, c] = [2 * random() - 1, 2 * random() - 1, random()];
      const shown = picture({ decision: [a, b, c] });
      const recording = draw(shown);
      const { px, py, scale } = layOutDeform(place, shown.frame);
      const [casing, line] = recording.paths('stroke').slice(-3);
      expect([line.pen.lineDash, line.pen.strokeStyle]).to.deep.equal([dashes.decision, testTheme.ink]);
      expect([casing.pen.lineDash, casing.pen.strokeStyle]).to.deep.equal([[], ground]);
      expect(casing.pen.lineWidth - line.pen.lineWidth).to.be.closeTo(2.5, 1e-9);
      const [[x0, y0, x1, y1]] = edges(line.path);
      for (const [x, y] of [[x0, y0], [x1, y1]]) {
        expect(a * ((x - px(0)) / scale) + b * ((py(0) - y) / scale)).to.be.closeTo(c, 1e-6);
      }
      expect(Math.hypot(x1 - x0, y1 - y0)).to.be.above(400);
      expect(recording.paths('clip')).to.have.length(1);
    }
    expect(draw(picture({ decision: [0, 0, 1] })).paths('clip')).to.have.length(0);
  });

  it('knows whether the line crosses the picture', () => {
    const shown = picture();
    const { x, y, half } = shown.frame;
    for (const [a, b] of [[1, 0], [0, 1], [0.6, -0.8]] as const) {
      const at = (away: number): readonly [number, number, number] => [a, b, a * x + b * y + away];
      expect([0, half, -half, 3 * half, -3 * half].map((away) => crosses(at(away), place, shown.frame)), `${a} ${b}`)
        .to.deep.equal([true, true, true, false, false]);
    }
    expect(crosses([0, 0, 0], place, shown.frame)).to.equal(false);
  });

  it('draws the plane\u2019s own axes, on whole pixels, if they are in sight', () => {
    const [axes] = draw(picture()).paths('stroke');
    expect(axes.pen.strokeStyle).to.equal(testTheme.hair);
    expect(edges(axes.path)).to.have.length(2);
    for (const [x0, y0, x1, y1] of edges(axes.path)) expect(x0 === x1 || y0 === y1).to.equal(true);
    const [none] = draw(picture({ frame: { x: 100, y: 100, half: 1 } })).paths('stroke');
    expect(edges(none.path)).to.have.length(0);
  });

  it('writes a caption under a picture that has one, and leaves room for it', () => {
    const [, caption] = draw(picture({ caption: ['after layer 1'] })).texts;
    expect(caption.text).to.equal('after layer 1');
    expect(caption.y).to.be.within(300, 324);
    const frame = { x: 0, y: 0, half: 1 };
    expect(layOutDeform({ ...place, height: 348 }, frame, true).scale).to.equal(layOutDeform(place, frame).scale);
  });

  it('has a scale below it, as long as the number beside it says', () => {
    for (const half of [0.003, 0.9, 1, 2.6, 70, 4e5]) {
      const frame = { x: 3, y: -2, half };
      const recording = draw(picture({ frame, points: new Float64Array(0), inside: [] }));
      const [{ text }] = recording.texts;
      const [[x0, y0, x1, y1]] = edges(recording.paths('stroke').slice(-1)[0].path);
      expect(y0).to.equal(y1);
      expect(y0).to.be.within(300, 324);
      expect(x1 - x0, text).to.be.closeTo(Number(text) * layOutDeform(place, frame).scale, 0.51);
      expect(x1 - x0).to.be.within(40, 120);
      expect(text).to.match(/^0?\.?0*[125]0*$/);
    }
  });

  it('rings the point that is followed', () => {
    const shown = picture({ followed: [1, -2] });
    const { px, py } = layOutDeform(place, shown.frame);
    const ring = draw(shown).paths('stroke')
      .flatMap(({ path, pen }) => (pen.lineWidth === lines.probe ? arcs(path) : []));
    expect(ring).to.have.length(1);
    expect([ring[0].x, ring[0].y]).to.deep.equal([px(1), py(-2)]);
  });
});

describe('drawThumbnail', () => {
  it('draws some of the lines, both axes and every point, within its box', () => {
    const box = { x: 100, y: 50, width: 40, height: 40 };
    const even = Array.from({ length: 22 }, (_, k) => ({ from: 2 * k, count: 2, axis: k > 19 }));
    const mesh = Float64Array.from({ length: 88 }, () => 2 * random() - 1);
    const points = Float64Array.of(-1, -1, 1, 1, 0, 0);
    const shown = { mesh, lines: even, points, inside: [true, false, true], frame: { x: 0, y: 0, half: 1 } };
    const recording = record((ctx) => drawThumbnail(ctx, shown, box, testTheme));
    const [grid, axes] = recording.paths('stroke').map(({ path }) => path.filter(({ type }) => type === 'move').length);
    expect([grid, axes]).to.deep.equal([4, 2]);
    for (const { path } of recording.paths('stroke')) {
      for (const [x, y] of pointsOf(path)) {
        expect(x).to.be.within(100, 140);
        expect(y).to.be.within(50, 90);
      }
    }
    const colours = recording.marks.filter(({ type }) => type === 'fillRect').map(({ pen }) => pen.fillStyle);
    expect(colours).to.deep.equal([testTheme.negative, testTheme.positive, testTheme.positive]);
  });
});
