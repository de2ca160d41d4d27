import { expect } from '@open-wc/testing';
import { createRandom } from '../../../core/index.js';
import { blank, pixel, PixelCanvas } from '../../../testing/pixels.js';
import { arcs, edges, RecordingContext, type Mark } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { Projection } from './projection.js';
import { dashes, radii, snap } from '../../../draw/style.js';
import { edges as sides } from './folds.js';
import { drawRows, type Heights } from './rows.js';
import type { Theme } from '../../../draw/types.js';

type Path = Extract<Mark, { path: unknown }>;

/** Heights of a function over the square. */
function surface(grid: number, f: (u: number, v: number) => number): Heights {
  const at = (k: number): number => -1 + (2 * k) / (grid - 1);
  const heights = Float64Array.from({ length: grid * grid }, (_, k) => f(at(k % grid), at(Math.floor(k / grid))));
  const edgesOf = sides.map(([u0, v0, u1, v1]) => Float64Array.from(Array.from({ length: grid }, (_, k) => {
    const [u, v] = [u0 + ((u1 - u0) * k) / (grid - 1), v0 + ((v1 - v0) * k) / (grid - 1)];
    return [u, v, f(u, v)];
  }).flat()));
  return { grid, heights, edges: edgesOf, most: Math.max(...heights.map(Math.abs)) };
}

function draw(data: Heights, view: readonly number[], under = false, density = 16, theme: Theme = testTheme): { recording: RecordingContext; projection: Projection } {
  const projection = new Projection(view, 300, 300, 200);
  const recording = new RecordingContext();
  drawRows(recording.context, data, projection, under, density, theme);
  return { recording, projection };
}

const sticksOf = (recording: RecordingContext): Path[] => recording.paths('stroke').filter(({ path, pen }) => path.length === 2 && pen.lineWidth === 1 && path[0].type === 'move' && 'x' in path[0] && 'x' in path[1] && path[0].x === path[1].x);
const curtainsOf = (recording: RecordingContext): Path[] => recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.paper);

describe('drawRows', () => {
  const random = createRandom('rows');
  const cases = Array.from({ length: 6 }, () => ({
    a: 2 * random() - 1, b: 2 * random() - 1, c: 2 * random() - 1, view: [360 * random() - 180, 5 + 80 * random()] as const, grid: 5 + Math.floor(8 * random()),
  }));

  for (const { a, b, c, view, grid } of cases) {
    it(`stands a stick from the floor to a dot at every point over it: ${a.toFixed(2)} u + ${b.toFixed(2)} v + ${c.toFixed(2)} from ${view[0].toFixed()}, ${view[1].toFixed()}`, () => {
      const data = surface(grid, (u, v) => Math.max(0, a * u + b * v + c));
      const { recording, projection } = draw(data, view);
      const sticks = sticksOf(recording);
      const dots = recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.positive).flatMap(({ path }) => arcs(path));
      const flat = recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.muted).flatMap(({ path }) => arcs(path));
      let raised = 0;
      data.heights.forEach((h, k) => {
        const [u, v] = [-1 + (2 * (k % grid)) / (grid - 1), -1 + (2 * Math.floor(k / grid)) / (grid - 1)];
        const [x, foot, top] = [projection.x(u, v), projection.y(u, v), projection.y(u, v, h)];
        if (h === 0) {
          expect(flat.some((dot) => Math.abs(dot.x - x) < 1e-9 && Math.abs(dot.y - foot) < 1e-9), `flat ${u} ${v}`).to.equal(true);
          return;
        }
        raised++;
        const at = snap(x, 1, 16);
        expect(dots.some((dot) => dot.x === at && Math.abs(dot.y - top) < 1e-9 && dot.radius === radii.dot), `dot ${u} ${v}`).to.equal(true);
        const stick = sticks.find(({ path }) => edges(path).some(([x0, y0, , y1]) => x0 === at && Math.abs(y0 - foot) < 1e-9 && Math.abs(y1 - top) < 1e-9));
        expect(stick?.pen.globalAlpha, `stick ${u} ${v}`).to.be.closeTo(0.3 + (0.55 * h) / data.most, 1e-9);
        expect(stick?.pen.strokeStyle).to.equal(testTheme.positive);
      });
      expect([sticks.length, dots.length, flat.length]).to.deep.equal([raised, raised, grid * grid - raised]);
    });
  }

  it('draws under the floor what is there alone, in the colour of minus', () => {
    const data = surface(9, (u) => u);
    const { recording } = draw(data, [42, 33], true);
    expect(sticksOf(recording)).to.have.length(9 * 4);
    expect(recording.marks.some(({ pen }) => [pen.strokeStyle, pen.fillStyle].includes(testTheme.positive))).to.equal(false);
    expect(sticksOf(recording)[0].pen.strokeStyle).to.equal(testTheme.negative);
    expect(recording.paths('fill').some(({ pen }) => pen.fillStyle === testTheme.muted), 'no dots of the floor').to.equal(false);
  });

  it('dashes what is under the floor where colours cannot tell', () => {
    const forced = { ...testTheme, forced: true };
    const data = surface(5, (u) => u);
    expect(sticksOf(draw(data, [42, 33], true, 16, forced).recording)[0].pen.lineDash).to.deep.equal(dashes.negative);
    expect(sticksOf(draw(data, [42, 33], false, 16, forced).recording)[0].pen.lineDash).to.deep.equal([]);
  });

  for (const view of [[42, 33], [60, 33], [-42, 33], [-70, 33], [130, 33], [100, 33], [-170, 33]] as const) {
    it(`hangs a curtain before each row, from far to near, seen from ${view[0]}°`, () => {
      const { recording, projection } = draw(surface(7, () => 0.5), view);
      const curtains = curtainsOf(recording);
      expect(curtains).to.have.length(7);
      const depths = curtains.map(({ path }) => {
        const [begin, end] = path as unknown as { x: number; y: number }[];
        const { u, v } = projection.floor((begin.x + end.x) / 2, (begin.y + end.y) / 2);
        return projection.depth(u, v);
      });
      expect(depths).to.deep.equal([...depths].sort((one, other) => other - one));
      expect(depths[0]).to.be.above(0.5);
      // Each row's sticks come right after its curtain.
      const order = recording.marks.filter((mark) => curtains.includes(mark as Path) || sticksOf(recording).includes(mark as Path)).map(({ type }) => type);
      expect(order.slice(0, 8)).to.deep.equal(['fill', ...Array<string>(7).fill('stroke')]);
      expect(curtains[0].pen.globalAlpha).to.equal(0.34);
    });
  }

  it('draws rims where the surface is off the floor: behind before the rows, in front after them', () => {
    const data = surface(5, (u) => Math.max(0, u));
    const { recording, projection } = draw(data, [42, 33]);
    const rims = recording.paths('stroke').filter((mark) => !sticksOf(recording).includes(mark));
    expect(rims).to.have.length(2);
    expect(recording.marks.indexOf(rims[0])).to.be.below(recording.marks.indexOf(sticksOf(recording)[0]));
    expect(recording.marks.indexOf(rims[1])).to.be.above(recording.marks.indexOf(sticksOf(recording).at(-1)!));
    // Behind: u = 1, raised throughout, and the raised half of v = 1.
    const behind = edges(rims[0].path);
    expect(behind).to.have.length(4 + 2);
    expect(edges(rims[1].path)).to.have.length(2);
    for (const [x0, y0] of [...behind, ...edges(rims[1].path)]) {
      const onRim = data.edges.some((edge) => Array.from({ length: 5 }, (_, k) => edge.subarray(3 * k, 3 * k + 3))
        .some(([u, v, h]) => Math.hypot(projection.x(u, v) - x0, projection.y(u, v, h) - y0) < 1e-9));
      expect(onRim).to.equal(true);
    }
  });

  it('makes dots and sticks smaller where they would run into one another', () => {
    const projection = new Projection([42, 33], 100, 100, 40);
    const recording = new RecordingContext();
    drawRows(recording.context, surface(61, () => 1), projection, false, 4, testTheme);
    const pitch = (2 / 60) * 40;
    const dots = recording.paths('fill').flatMap(({ path }) => arcs(path));
    expect(Math.max(...dots.map(({ radius }) => 2 * radius))).to.be.below(pitch / 2);
    expect(Math.max(...recording.paths('stroke').filter(({ path }) => path.length === 2).map(({ pen }) => pen.lineWidth))).to.be.below(pitch / 2);
  });

  it('leaves the context as it found it', () => {
    const recording = new RecordingContext();
    Object.assign(recording.context, { fillStyle: '#111111', strokeStyle: '#222222', lineWidth: 9 });
    const before = recording.pen;
    drawRows(recording.context, surface(5, (u) => u), new Projection([42, 33], 0, 0, 10), true, 1, { ...testTheme, forced: true });
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
  });

  it('shows on a real canvas: a crisp stick with nothing beside it', () => {
    const canvas = new PixelCanvas(300, 300, 2);
    const projection = new Projection([0, 45], 150, 150, 100);
    // One stick in the middle of the front row.
    drawRows(canvas.context, surface(5, (u, v) => (u === 0 && v === -1 ? 1 : 0)), projection, false, 2, testTheme);
    const x = snap(150, 1, 2);
    const y = (projection.y(0, -1) + projection.y(0, -1, 1)) / 2;
    const [, green, , alpha] = canvas.at(x, y);
    expect(alpha).to.be.above(0.85 * 250);
    expect(green).to.be.above(150);
    expect(canvas.at(x, projection.y(0, -1, 1))).to.deep.equal(pixel(testTheme.positive));
    expect(canvas.at(x + 70, y)).to.deep.equal(blank);
  });
});
