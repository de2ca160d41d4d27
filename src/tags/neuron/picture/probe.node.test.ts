import { expect } from 'chai';
import { arcs, edges, endOf, ground, record, type RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { Labels } from './labels.js';
import { drawProbe, writeProbe, type Probe } from './probe.js';
import { Projection } from './projection.js';
import { casing, dashes, radii, snap } from '../../../draw/style.js';

const probe: Probe = { u: 0.8, v: 0.1, h: 0.6 };

function draw(at: Probe, view: readonly number[]): { recording: RecordingContext; projection: Projection } {
  const projection = new Projection(view, 150, 150, 100);
  return { recording: record((ctx) => drawProbe(ctx, at, projection, 1, testTheme)), projection };
}

describe('drawProbe', () => {
  for (const view of [[42, 33], [-60, 20], [130, 70], [0, 5]] as const) {
    it(`draws a stick under a ring at its point and dashed lines to both front edges, seen from ${view}`, () => {
      const { recording, projection } = draw(probe, view);
      const [x, foot] = projection.point(0.8, 0.1);
      const top = projection.y(0.8, 0.1, 0.6);
      const [drops, casingOfStick, stick, ring] = recording.paths('stroke');
      expect(drops.pen).to.deep.include({ lineDash: dashes.drop, strokeStyle: testTheme.ink });
      const { front } = projection;
      expect(edges(drops.path)).to.deep.equal([
        [x, foot, ...projection.point(0.8, front.v)], [x, foot, ...projection.point(front.u, 0.1)],
      ]);
      const at = snap(x, 2, 1);
      expect(edges(stick.path)).to.deep.equal([[at, foot, at, top]]);
      expect(stick.pen).to.deep.include({ lineWidth: 2, strokeStyle: testTheme.ink, lineDash: [] });
      expect(casingOfStick.pen).to.include({ lineWidth: 2 + casing, globalCompositeOperation: 'destination-out' });
      expect(arcs(ring.path)).to.have.length(1);
      expect(arcs(ring.path)[0]).to.deep.include({ x: at, y: top, radius: radii.probe });
      const [dot, hole] = recording.paths('fill');
      expect(arcs(dot.path)[0]).to.deep.include({ x: at, y: foot });
      expect([dot, hole].map(({ pen }) => pen.globalCompositeOperation), 'the page shows through the ring')
        .to.deep.equal(['source-over', 'destination-out']);
    });
  }

  it('hangs below the floor if y is below 0', () => {
    const { recording, projection } = draw({ ...probe, h: -0.4 }, [42, 33]);
    const ring = recording.paths('stroke')[3];
    expect(arcs(ring.path)[0].y).to.be.above(projection.y(0.8, 0.1));
  });
});

describe('writeProbe', () => {
  /** Writes at a probe; `free` tells whether there is still room for a text on the stick. */
  function write(at: Probe, width: number) {
    const projection = new Projection([42, 33], width / 2, 200, 100);
    let free = true;
    const recording = record((ctx) => {
      const labels = new Labels(ctx, { width, height: 400, density: 1 }, testTheme);
      writeProbe(labels, at, ['y = 0.71'], projection, testTheme);
      free = labels.write(['x'], [projection.point(at.u, at.v, at.h / 2)], { size: 12, colour: '#000000' });
    });
    return { recording, projection, text: recording.texts[0], free };
  }

  it('writes beside the ring, on the side with room, on a cleared plate', () => {
    const { text, recording } = write({ u: 0, v: 0, h: 0.5 }, 400);
    expect(text.x).to.be.above(200);
    expect(recording.marks[0].pen.fillStyle).to.equal(ground);
    const narrow = write({ u: 1, v: -1, h: 0.5 }, 300);
    expect(endOf(narrow.text)).to.be.below(narrow.projection.x(1, -1));
  });

  it('keeps other texts off the stick', () => {
    expect(write({ u: 0, v: 0, h: 0.5 }, 400).free).to.equal(false);
  });
});
