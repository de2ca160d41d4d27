import { expect } from 'chai';
import { createRandom } from '../../../core/index.js';
import { nodeCoordinate } from '../../../core/places.js';
import {
  arcs, edges, pointsOf, record, type PathMark, type RecordingContext,
} from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { edges as sides } from './folds.js';
import { Projection } from './projection.js';
import { drawRows, type Heights } from './rows.js';
import { dashes, lines, radii, snap } from '../../../draw/style.js';

/** Returns the heights of a function over the square. */
function surface(grid: number, f: (u: number, v: number) => number): Heights {
  const heights = Float64Array.from({ length: grid * grid }, (_, k) =>
    f(nodeCoordinate(k % grid, grid), nodeCoordinate(Math.floor(k / grid), grid)));
  const edgesOf = sides.map(([u0, v0, u1, v1]) => Float64Array.from(Array.from({ length: grid }, (_, k) => {
    const [u, v] = [u0 + ((u1 - u0) * k) / (grid - 1), v0 + ((v1 - v0) * k) / (grid - 1)];
    return [u, v, f(u, v)];
  }).flat()));
  return { grid, heights, edges: edgesOf, most: Math.max(...heights.map(Math.abs)) };
}

function draw(data: Heights, view: readonly number[], under = false, theme = testTheme) {
  const projection = new Projection(view, 300, 300, 200);
  const recording = record((ctx) => drawRows(ctx, data, projection, under, 16, theme));
  const dotsOf = (colour: string) =>
    recording.paths('fill').filter(({ pen }) => pen.fillStyle === colour).flatMap(({ path }) => arcs(path));
  return { recording, projection, dotsOf, sticks: sticksOf(recording) };
}

/** Returns the strokes of a single upright line, one pixel wide. */
function sticksOf(recording: RecordingContext): PathMark[] {
  return recording.paths('stroke').filter(({ path, pen }) => {
    const [[x0, , x1] = [0, 0, 1], ...more] = edges(path);
    return pen.lineWidth === 1 && path.length === 2 && more.length === 0 && x0 === x1;
  });
}

const curtainsOf = (recording: RecordingContext): PathMark[] =>
  recording.paths('fill').filter(({ pen }) => pen.globalCompositeOperation === 'destination-out');

/** Returns the lines over the tops. */
const topsOf = (recording: RecordingContext): PathMark[] =>
  recording.paths('stroke').filter(({ pen }) => pen.lineWidth === lines.row);

describe('drawRows', () => {
  const random = createRandom('rows');
  const cases = Array.from({ length: 6 }, () => ({
    a: 2 * random() - 1, b: 2 * random() - 1, c: 2 * random() - 1,
    view: [360 * random() - 180, 5 + 80 * random()] as const, grid: 5 + Math.floor(8 * random()),
  }));

  for (const { a, b, c, view, grid } of cases) {
    const name = `${[a, b, c].map((each) => each.toFixed(2))} from ${view.map((each) => each.toFixed())}`;
    it(`draws a stick from the floor to a dot at every point over it: ${name}`, () => {
      const data = surface(grid, (u, v) => Math.max(0, a * u + b * v + c));
      const { sticks, dotsOf, projection } = draw(data, view);
      const dots = dotsOf(testTheme.positive);
      const flat = dotsOf(testTheme.muted);
      let raised = 0;
      data.heights.forEach((h, k) => {
        const [u, v] = [nodeCoordinate(k % grid, grid), nodeCoordinate(Math.floor(k / grid), grid)];
        const [x, foot] = projection.point(u, v);
        const top = projection.y(u, v, h);
        if (h === 0) {
          expect(flat.some((dot) => Math.hypot(dot.x - x, dot.y - foot) < 1e-9), `flat ${u} ${v}`).to.equal(true);
          return;
        }
        raised++;
        const at = snap(x, 1, 16);
        const isDot = dots.some((dot) => Math.hypot(dot.x - x, dot.y - top) < 1e-9 && dot.radius === radii.dot);
        expect(isDot, `dot ${u} ${v}`).to.equal(true);
        const stick = sticks.find(({ path }) => {
          const [[x0, y0, , y1]] = edges(path);
          return x0 === at && Math.abs(y0 - foot) < 1e-9 && Math.abs(y1 - top) < 1e-9;
        });
        expect(stick?.pen.globalAlpha, `stick ${u} ${v}`).to.be.closeTo(0.3 + (0.55 * h) / data.most, 1e-9);
        expect(stick?.pen.strokeStyle).to.equal(testTheme.positive);
      });
      expect([sticks.length, dots.length, flat.length]).to.deep.equal([raised, raised, grid * grid - raised]);
    });
  }

  it('draws only what lies under the floor with `under`, in the colour of minus', () => {
    const { recording, sticks, dotsOf } = draw(surface(9, (u) => u), [42, 33], true);
    expect(sticks).to.have.length(9 * 4);
    expect(sticks[0].pen.strokeStyle).to.equal(testTheme.negative);
    expect(recording.paths('stroke').map(({ pen }) => pen.strokeStyle)).to.not.include(testTheme.positive);
    expect([dotsOf(testTheme.positive), dotsOf(testTheme.muted)], 'no dots on the floor').to.deep.equal([[], []]);
  });

  it('dashes what is under the floor if colours cannot tell', () => {
    const dashOf = (under: boolean): readonly number[] =>
      draw(surface(5, (u) => u), [42, 33], under, { ...testTheme, forced: true }).sticks[0].pen.lineDash;
    expect([dashOf(true), dashOf(false)]).to.deep.equal([dashes.negative, []]);
  });

  for (const turn of [42, 60, -42, -70, 130, 100, -170]) {
    it(`hangs a curtain before each row, from far to near, seen from ${turn}°`, () => {
      const { recording, projection, sticks } = draw(surface(7, () => 0.5), [turn, 33]);
      const curtains = curtainsOf(recording);
      expect(curtains).to.have.length(7);
      const depths = curtains.map(({ path }) => {
        const points = pointsOf(path); // from the floor, along the tops, back to the floor
        const [[x0, y0], [x1, y1]] = [points[0], points[points.length - 2]];
        const { u, v } = projection.floor((x0 + x1) / 2, (y0 + y1) / 2);
        return projection.depth(u, v);
      });
      expect(depths).to.deep.equal([...depths].sort((one, other) => other - one));
      expect(depths[0]).to.be.above(0.5);
      // Each row's sticks come right after its curtain.
      const order = recording.marks.filter((mark) => [...curtains, ...sticks].some((each) => each === mark));
      expect(order.slice(0, 8).map(({ type }) => type)).to.deep.equal(['fill', ...Array<string>(7).fill('stroke')]);
      expect(curtains[0].pen.globalAlpha).to.equal(0.8);
    });
  }

  it('draws a line over the tops of each row, which leaves the floor at the fold', () => {
    // A fold between two points of the grid: u = 0.1 lies a fifth of the way from 0 to 0.5.
    const { recording, projection } = draw(surface(5, (u) => Math.max(0, u - 0.1)), [20, 33]);
    const tops = topsOf(recording);
    expect(tops).to.have.length(5);
    tops.forEach(({ path, pen }, r) => {
      const v = 1 - r / 2;
      const wanted = [[0.1, 0], [0.5, 0.4], [1, 0.9]].map(([u, h]) => projection.point(u, v, h));
      pointsOf(path).forEach(([x, y], k) =>
        expect(Math.hypot(x - wanted[k][0], y - wanted[k][1])).to.be.below(1e-9));
      expect([path.length, pen.strokeStyle]).to.deep.equal([3, testTheme.positive]);
    });
    const [curtain] = curtainsOf(recording);
    expect(pointsOf(curtain.path).length, 'and the way back along the floor').to.equal(5);
  });

  it('lets a line cross the floor where the surface is 0', () => {
    const data = surface(5, (u) => u + 0.25);
    for (const under of [false, true]) {
      const { recording, projection } = draw(data, [20, 33], under);
      const crossing = projection.point(-0.25, 1);
      const ends = pointsOf(topsOf(recording)[0].path).some(([x, y]) =>
        Math.hypot(x - crossing[0], y - crossing[1]) < 1e-9);
      expect(ends).to.equal(true);
    }
  });

  it('lifts a hill off a flat floor, row by row', () => {
    const heights = Float64Array.from({ length: 25 }, (_, k) => (k === 12 ? 1 : 0));
    const { recording } = draw({ grid: 5, heights, most: 1, edges: [] }, [20, 33]);
    expect([curtainsOf(recording).length, topsOf(recording).length]).to.deep.equal([1, 1]);
    expect(pointsOf(topsOf(recording)[0].path).length, 'up and down again').to.equal(3);
  });

  it('draws rims where the surface is off the floor: behind before the rows, in front after them', () => {
    const data = surface(5, (u) => Math.max(0, u));
    const { recording: { marks }, projection, sticks } = draw(data, [42, 33]);
    const [behind, front] = [marks[0], marks[marks.length - 1]] as PathMark[];
    const look = { strokeStyle: testTheme.positive, globalAlpha: 0.85 };
    for (const { pen } of [behind, front]) expect(pen).to.include(look);
    expect(sticks).to.not.include(behind);
    // Behind: u = 1, raised throughout, and the raised half of v = 1.
    expect([edges(behind.path).length, edges(front.path).length]).to.deep.equal([4 + 2, 2]);
    for (const [x0, y0] of [...edges(behind.path), ...edges(front.path)]) {
      const onRim = data.edges.some((edge) => Array.from({ length: 5 }, (_, k) => edge.subarray(3 * k, 3 * k + 3))
        .some(([u, v, h]) => Math.hypot(projection.x(u, v) - x0, projection.y(u, v, h) - y0) < 1e-9));
      expect(onRim).to.equal(true);
    }
  });

  it('makes dots and sticks smaller where they would run into one another', () => {
    const projection = new Projection([42, 33], 100, 100, 40);
    const recording = record((ctx) => drawRows(ctx, surface(61, () => 1), projection, false, 4, testTheme));
    const pitch = (2 / 60) * 40;
    const dots = recording.paths('fill').flatMap(({ path }) => arcs(path));
    expect(Math.max(...dots.map(({ radius }) => 2 * radius))).to.be.below(pitch / 2);
    const sticks = recording.paths('stroke').filter(({ path }) => path.length === 2);
    expect(Math.max(...sticks.map(({ pen }) => pen.lineWidth))).to.be.below(pitch / 2);
  });
});
