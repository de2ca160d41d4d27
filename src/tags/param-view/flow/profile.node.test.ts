import { expect } from 'chai';
import { createRandom } from '../../../core/index.js';
import { arcs, edges, pointsOf, record, type RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { drawProfile, profileScale, type Profile } from './profile.js';
import { lines } from '../../../draw/style.js';
import type { Box } from '../../../draw/types.js';

const box: Box = { x: 16, y: 404, width: 400, height: 66 };
const random = createRandom('profile');
const SAMPLES = 201;

function profile(extra: Partial<Profile> = {}): Profile {
  return {
    predictions: Float64Array.from({ length: SAMPLES }, () => 1.6 * random() - 0.2),
    targets: Float64Array.from({ length: SAMPLES }, (_, k) => +(k > 50 && k < 150)),
    at: -0.4, prediction: 0.56,
    titles: [['prediction along y, x = 0.2'], ['along y'], ['y']], targetName: 'target',
    ticks: ['\u22121', '\u22120.5', '0', '0.5', '1'],
    ...extra,
  };
}

const draw = (what: Profile, width = box.width): RecordingContext =>
  record((ctx) => drawProfile(ctx, what, { ...box, width }, 2, testTheme));
const washes = ({ marks }: RecordingContext) => marks.flatMap((mark) =>
  (mark.type === 'fillRect' && mark.pen.fillStyle === testTheme.targetWash ? [mark] : []));

/** Returns the input and the prediction of a point of the canvas. */
function invert(what: Profile, x: number, y: number): [number, number] {
  const py = profileScale(what, box);
  return [(2 * (x - box.x)) / box.width - 1, (py(0) - y) / (py(0) - py(1))];
}

describe('drawProfile', () => {
  it('plots each prediction over its input, 0 on the axis', () => {
    const shown = profile();
    const curve = draw(shown).paths('stroke').find(({ path }) => path.length === SAMPLES)!;
    expect([curve.pen.strokeStyle, curve.pen.lineWidth]).to.deep.equal([testTheme.ink, lines.curve]);
    pointsOf(curve.path).forEach(([x, y], k) => {
      const [input, prediction] = invert(shown, x, y);
      expect(input).to.be.closeTo(k / 100 - 1, 1e-9);
      expect(prediction).to.be.closeTo(shown.predictions[k], 1e-9);
    });
    expect(profileScale(shown, box)(0)).to.be.closeTo(box.y + box.height, 1e-9);
  });

  it('has room for 1, and for the largest prediction beyond it', () => {
    for (const [prediction, highest] of [[0, 1], [40, 40]]) {
      const shown = profile({ predictions: new Float64Array(SAMPLES).fill(prediction) });
      expect(profileScale(shown, box)(highest)).to.be.within(box.y, box.y + 8);
    }
  });

  it('washes the inside of the target, with upright edges in the middle of a jump, and nothing else', () => {
    const shown = profile();
    const recording = draw(shown);
    const [wash] = washes(recording);
    const [x, y, width, height] = wash.rect;
    expect(wash.pen.fillStyle).to.equal(testTheme.targetWash);
    expect(invert(shown, x, y)[0]).to.be.closeTo(-0.495, 1e-9);
    expect(invert(shown, x + width, y)[0]).to.be.closeTo(0.495, 1e-9);
    expect(invert(shown, x, y)[1]).to.be.closeTo(1, 1e-9);
    expect(y + height).to.be.closeTo(box.y + box.height, 1e-9);
    const outline = recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.accent);
    expect(outline).to.have.length(1);
    expect(edges(outline[0].path)).to.have.length(3); // open below: no line along the axis
    expect(recording.texts.find(({ text }) => text === 'target')!.x).to.be.above(x + width);
  });

  it('names the target over the curve, which may cross the word', () => {
    const { marks } = draw(profile());
    const name = marks.findIndex((mark) => mark.type === 'strokeText' && mark.text === 'target');
    const curve = marks.findIndex((mark) => mark.type === 'stroke' && mark.path.length === SAMPLES);
    expect(curve).to.be.within(0, name - 1);
  });

  it('washes several stretches, up to the ends, and none if the target is unknown', () => {
    const isInside = (k: number): boolean => k < 40 || (k > 80 && k < 120) || k > 160;
    const rects = washes(draw(profile({ targets: Float64Array.from({ length: SAMPLES }, (_, k) => +isInside(k)) })));
    expect(rects).to.have.length(3);
    expect(rects[0].rect[0]).to.equal(box.x);
    expect(rects[2].rect[0] + rects[2].rect[2]).to.be.closeTo(box.x + box.width, 1e-9);
    const unknown = draw(profile({ targets: undefined }));
    expect(washes(unknown)).to.deep.equal([]);
    expect(unknown.words).to.not.include('target');
  });

  it('draws a target with values between 0 and 1 as a curve, upright where it jumps', () => {
    const targets = new Float64Array(SAMPLES).map((_, k) => (k < 50 || k >= 150 ? 0 : k < 100 ? (k - 50) / 100 : 1));
    const shown = profile({ targets });
    const recording = draw(shown);
    const [wash] = recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.targetWash);
    const [line] = recording.paths('stroke').filter(({ pen }) => pen.strokeStyle === testTheme.accent);
    const at = (segments: typeof line.path): [number, number][] => pointsOf(segments).map((point) => {
      const [x, value] = invert(shown, ...point);
      return [+(100 * (x + 1)).toFixed(6), +value.toFixed(6)];
    });
    expect(at(wash.path).slice(-1)).to.deep.equal([[200, 0]]);
    const told = at(line.path.filter(({ type }) => type === 'line'));
    expect(told[0], 'nothing along the axis').to.deep.equal([51, 0.01]);
    expect(told).to.deep.include.members([
      [75, 0.25], [99, 0.49], [99.5, 0.49], [99.5, 1], [100, 1], [149, 1], [149.5, 1], [149.5, 0], [150, 0],
    ]);
    expect([told.at(-1), washes(recording)]).to.deep.equal([[150, 0], []]);
  });

  it('marks the value of the input on the curve, with a line down to the axis', () => {
    const shown = profile();
    const recording = draw(shown);
    const [ring] = recording.paths('stroke').flatMap(({ path }) => arcs(path));
    expect(invert(shown, ring.x, ring.y).map((value) => +value.toFixed(9))).to.deep.equal([-0.4, 0.56]);
    const drop = recording.paths('stroke').find(({ pen }) => pen.lineDash.length > 0)!;
    expect(edges(drop.path)).to.deep.equal([[ring.x, box.y + box.height, ring.x, ring.y]]);
    const erased = recording.paths('fill').filter(({ pen }) => pen.globalCompositeOperation === 'destination-out');
    const thumb = erased.flatMap(({ path }) => arcs(path))[0];
    expect([thumb.x, thumb.y, thumb.radius > 5 && thumb.radius < 7]).to.deep.equal([ring.x, box.y + box.height, true]);
  });

  it('numbers the axis, with fewer numbers if it is short', () => {
    const numbers = (width: number) => draw(profile(), width).words.filter((text) => /^[\u2212\d.]+$/.test(text));
    expect(numbers(400)).to.deep.equal(['\u22121', '\u22120.5', '0', '0.5', '1']);
    expect(numbers(130)).to.deep.equal(['\u22121', '0', '1']);
  });

  it('writes the longest title that fits', () => {
    const title = (width: number) => draw(profile({ targets: undefined }), width).words[0];
    expect([title(400), title(130), title(40)]).to.deep.equal(['prediction along y, x = 0.2', 'along y', 'y']);
  });

  it('keeps a wild prediction out of the words around it', () => {
    const [{ path: [rect] }] = draw(profile({ predictions: new Float64Array(SAMPLES).fill(-50) })).paths('clip');
    if (rect.type !== 'rect') throw new Error(rect.type);
    expect(rect.y + rect.height).to.be.at.most(box.y + box.height + 10);
  });
});
