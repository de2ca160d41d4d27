import { expect } from '@open-wc/testing';
import { traceOutline } from '../../core/contour.js';
import { createRandom, createTarget, type Examples } from '../../core/index.js';
import { traceLevels } from '../../core/levels.js';
import { PixelCanvas } from '../../testing/pixels.js';
import { stub } from '../../testing/host.js';
import { testTheme } from '../../testing/theme.js';
import { drawTrainer, TrainerLayers, type TrainerPicture } from './picture.js';

const apart = (a: number[], b: number[]): number[] => a.map((value, k) => Math.abs(value - b[k]));

const size = { width: 200, height: 200, density: 1 };

describe('a trainer’s picture with much that stays the same', () => {
  let calls: Record<'arc' | 'lineTo', number>;
  const restore: (() => void)[] = [];
  beforeEach(() => {
    const { prototype } = CanvasRenderingContext2D;
    const { arc, lineTo } = prototype;
    restore.push(stub(prototype, 'arc', function count(this: CanvasRenderingContext2D, ...given) {
      calls.arc++;
      arc.apply(this, given);
    }), stub(prototype, 'lineTo', function count(this: CanvasRenderingContext2D, ...given) {
      calls.lineTo++;
      lineTo.apply(this, given);
    }));
  });
  afterEach(() => restore.splice(0).forEach((end) => end()));

  /** Draws frames until the picture is whole; returns the calls of each and one more, and the pixels. */
  function frames(
    picture: Partial<TrainerPicture>, layers?: TrainerLayers,
  ): { found: typeof calls[]; pixels: number[] } {
    const canvas = new PixelCanvas(200, 200);
    const found: typeof calls[] = [];
    for (let whole = false; found.length < 100;) {
      calls = { arc: 0, lineTo: 0 };
      const was = whole;
      canvas.context.clearRect(0, 0, 200, 200);
      whole = drawTrainer(canvas.context, {
        outline: [], levels: [], predictions: new Float64Array(), grid: 0, threshold: 0.5, withdrawn: false, ...picture,
      }, size, testTheme, layers);
      found.push(calls);
      if (was) break;
    }
    return { found, pixels: [...canvas.context.getImageData(0, 0, 200, 200).data] };
  }

  it('traces a graded target some levels a frame, then none, to the same pixels', () => {
    const target = createTarget('0.5 + 0.5*sin(20*x)*cos(20*y)');
    const shape = { outline: traceOutline(target), levels: traceLevels(target) };
    const direct = frames(shape);
    const kept = frames(shape, new TrainerLayers());
    expect(kept.found.at(-1)!.lineTo).to.equal(0);
    expect(kept.found).to.have.lengthOf(6);
    const all = direct.found[0].lineTo;
    for (const { lineTo } of kept.found) expect(lineTo).to.be.below(all / 2);
    expect(apart(kept.pixels, direct.pixels).filter((each) => each > 2)).to.deep.equal([]); // rounding
  });

  it('draws 5,000 points some hundreds a frame, then none', () => {
    const random = createRandom(1);
    const points = Float64Array.from({ length: 10_000 }, () => 2 * random() - 1);
    const labels = Float64Array.from({ length: 5000 }, () => +(random() < 0.5));
    const none = { points: new Float64Array(), labels: new Float64Array() };
    const examples: Examples = { training: { points, labels }, test: none };
    const direct = frames({ examples });
    const kept = frames({ examples }, new TrainerLayers());
    expect(direct.found[0].arc).to.equal(5000);
    expect(kept.found.reduce((sum, { arc }) => sum + arc, 0)).to.equal(15_000); // erased and painted, and the mask
    for (const { arc } of kept.found) expect(arc).to.be.at.most(2500);
    expect(kept.found.at(-1)!.arc).to.equal(0);
    // At the edges of points over points by less than can be seen.
    const off = apart(kept.pixels, direct.pixels);
    expect(off.reduce((sum, each) => sum + each, 0) / off.length).to.be.below(2);
  });
});
