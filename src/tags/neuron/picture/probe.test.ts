import { expect } from '@open-wc/testing';
import { blank, pixel, PixelCanvas } from '../../../testing/pixels.js';
import { arcs, edges, RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { Projection } from './projection.js';
import { drawProbe, type Probe } from './probe.js';
import { casing, dashes, radii, snap } from '../../../draw/style.js';

const probe: Probe = { u: 0.8, v: 0.1, h: 0.6 };

function draw(at: Probe, view: readonly number[], density = 1): { recording: RecordingContext; projection: Projection } {
  const projection = new Projection(view, 150, 150, 100);
  const recording = new RecordingContext();
  drawProbe(recording.context, at, projection, density, testTheme);
  return { recording, projection };
}

describe('drawProbe', () => {
  for (const view of [[42, 33], [-60, 20], [130, 70], [0, 5]] as const) {
    it(`stands a stick under a ring at its point and leads dashed to both front edges, seen from ${view}`, () => {
      const { recording, projection } = draw(probe, view);
      const [foot, top] = [projection.y(0.8, 0.1), projection.y(0.8, 0.1, 0.6)];
      const x = projection.x(0.8, 0.1);
      const [drops, under, stick, ring] = recording.paths('stroke');
      expect(drops.pen).to.deep.include({ lineDash: dashes.drop, strokeStyle: testTheme.ink });
      const { front } = projection;
      expect(edges(drops.path)).to.deep.equal([
        [x, foot, projection.x(0.8, front.v), projection.y(0.8, front.v)],
        [x, foot, projection.x(front.u, 0.1), projection.y(front.u, 0.1)],
      ]);
      const at = snap(x, 2, 1);
      expect(edges(stick.path)).to.deep.equal([[at, foot, at, top]]);
      expect(stick.pen).to.deep.include({ lineWidth: 2, strokeStyle: testTheme.ink, lineDash: [] });
      expect(under.pen).to.deep.include({ lineWidth: 2 + casing, strokeStyle: testTheme.paper });
      expect(arcs(ring.path)).to.deep.equal([{ type: 'arc', x: at, y: top, radius: radii.probe, from: 0, to: 2 * Math.PI }]);
      const [dot, hole] = recording.paths('fill');
      expect([arcs(dot.path)[0].x, arcs(dot.path)[0].y]).to.deep.equal([at, foot]);
      expect([dot.pen.fillStyle, hole.pen.fillStyle]).to.deep.equal([testTheme.ink, testTheme.paper]);
    });
  }

  it('hangs below the floor where y is below 0', () => {
    const { recording, projection } = draw({ ...probe, h: -0.4 }, [42, 33]);
    const ring = recording.paths('stroke')[3];
    expect(arcs(ring.path)[0].y).to.be.above(projection.y(0.8, 0.1));
  });

  it('leaves the context as it found it', () => {
    const recording = new RecordingContext();
    Object.assign(recording.context, { fillStyle: '#111111', strokeStyle: '#222222', lineWidth: 9, globalAlpha: 0.5 });
    const before = recording.pen;
    drawProbe(recording.context, probe, new Projection([42, 33], 150, 150, 100), 2, testTheme);
    expect(recording.pen).to.deep.equal(before);
    expect(recording.depth).to.equal(0);
  });

  it('shows on a real canvas: ink along the stick, paper in the ring', () => {
    const canvas = new PixelCanvas(300, 300, 2);
    const projection = new Projection([42, 33], 150, 150, 100);
    drawProbe(canvas.context, probe, projection, 2, testTheme);
    const x = snap(projection.x(0.8, 0.1), 2, 2);
    const [foot, top] = [projection.y(0.8, 0.1), projection.y(0.8, 0.1, 0.6)];
    expect(canvas.at(x, (foot + top) / 2)).to.deep.equal(pixel(testTheme.ink));
    expect(canvas.at(x, top)).to.deep.equal(pixel(testTheme.paper));
    expect(canvas.at(x + radii.probe, top)).to.deep.equal(pixel(testTheme.ink));
    expect(canvas.at(x + 20, (foot + top) / 2)).to.deep.equal(blank);
  });
});
