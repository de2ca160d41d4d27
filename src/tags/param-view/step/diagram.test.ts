import { expect } from 'chai';
import { arcs, edges, RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { drawStep, type Light, type StepPicture } from './diagram.js';
import { layOutStep } from './diagram.js';

const layers = [2, 3, 1];

function pictureOf(changed: Partial<StepPicture> = {}, of: readonly number[] = layers): StepPicture {
  return {
    texts: of.map((count, l) => Array.from({ length: count }, (_, j) => `${l}.${j}`)),
    lights: of.map((count) => Array<Light>(count).fill(0)),
    links: [],
    names: of.slice(1).map((_, k) => ({ text: `name${k + 1}`, lit: k === 0 })),
    target: { text: 'target 1', lit: false },
    ringed: false,
    ...changed,
  };
}

function record(changed: Partial<StepPicture> = {}, of = layers, theme = testTheme): RecordingContext {
  const recording = new RecordingContext();
  drawStep(recording.context, pictureOf(changed, of), layOutStep(of, { width: 270 }), theme);
  return recording;
}

const textIn = (recording: RecordingContext, text: string) => recording.texts.find((each) => each.text === text)!;

describe('drawStep', () => {
  it('draws every line and ring at rest in hair and every number muted', () => {
    const recording = record();
    const [hairs, ...rings] = recording.paths('stroke');
    expect([hairs.pen.strokeStyle, edges(hairs.path).length]).to.deep.equal([testTheme.hair, 9]);
    expect(rings.map(({ pen }) => pen.strokeStyle)).to.deep.equal(Array(6).fill(testTheme.hair));
    expect(textIn(recording, '1.2').pen.fillStyle).to.equal(testTheme.muted);
    expect(recording.depth).to.equal(0);
  });

  it('lights a neuron in ink of 1.5 px, stronger where it is the example, in the same place', () => {
    const at = (light: Light) => {
      const recording = record({ lights: [[0, 0], [0, light, 0], [0]] });
      const ring = recording.paths('stroke').filter(({ path }) => arcs(path).length > 0)[3];
      return { x: arcs(ring.path)[0].x, y: arcs(ring.path)[0].y, colour: ring.pen.strokeStyle, width: ring.pen.lineWidth, text: textIn(recording, '1.1').pen.fillStyle };
    };
    const rest = at(0);
    expect(at(1)).to.deep.equal({ ...rest, colour: testTheme.ink, width: 1.5, text: testTheme.ink });
    expect(at(2)).to.deep.equal({ ...rest, colour: testTheme.ink, width: 2, text: testTheme.ink });
  });

  it('draws lines that carry something as wide as it and in the colour of its sign, and none twice', () => {
    const recording = record({ links: [{ layer: 2, values: [-4, 2, 0] }] });
    const straight = recording.paths('stroke').filter(({ path }) => edges(path).length > 0);
    expect(straight.map(({ pen, path }) => [pen.strokeStyle, pen.lineWidth, edges(path).length])).to.deep.equal([
      [testTheme.hair, 0.75, 6], [testTheme.hair, 0.75, 1], [testTheme.positive, 3, 1], [testTheme.negative, 6, 1],
    ]);
  });

  it('dashes what is negative where colours cannot tell', () => {
    const recording = record({ links: [{ layer: 2, values: [-4, 2, 1] }] }, layers, { ...testTheme, forced: true });
    expect(recording.paths('stroke').filter(({ pen }) => pen.lineDash.length > 0)).to.have.length(1);
  });

  it('lights the lines into one neuron more than the others, or one of them', () => {
    const widths = (from?: number) => record({ links: [{ layer: 1, neuron: 1, from }] }).paths('stroke')
      .filter(({ pen, path }) => edges(path).length > 0 && pen.strokeStyle !== testTheme.hair).map(({ pen, path }) => [pen.strokeStyle, pen.lineWidth, edges(path).length]);
    expect(widths()).to.deep.equal([[testTheme.muted, 0.75, 6], [testTheme.ink, 1.5, 2]]);
    expect(widths(1)).to.deep.equal([[testTheme.muted, 0.75, 6], [testTheme.ink, 1.5, 1]]);
  });

  it('has a second ring around an output that all is about', () => {
    expect(record({ ringed: true }).paths('stroke').length).to.equal(record().paths('stroke').length + 1);
  });

  it('writes names over their layers and the target under the output, all within the picture', () => {
    const recording = record();
    for (const text of ['x', 'y', 'name1', 'name2', 'target 1']) {
      const { x, pen } = textIn(recording, text);
      expect(x, text).to.be.at.least(0);
      expect(x + 0.55 * text.length * parseFloat(/([\d.]+)px/.exec(pen.font)![1]), text).to.be.at.most(270);
    }
    expect([textIn(recording, 'name1').pen.fillStyle, textIn(recording, 'name2').pen.fillStyle]).to.deep.equal([testTheme.ink, testTheme.muted]);
  });

  it('leaves out numbers and then lines at rest of what is wide, and never the neurons', () => {
    const wide = [2, 64, 64, 1];
    const recording = record({ links: [{ layer: 2, neuron: 5 }] }, wide);
    expect(recording.texts.some(({ text }) => text.startsWith('1.'))).to.equal(false);
    expect(recording.paths('stroke').filter(({ path }) => arcs(path).length > 0)).to.have.length(131);
    const drawn = recording.paths('stroke').flatMap(({ path }) => edges(path));
    expect(drawn).to.have.length(128 + 64 + 64);
    expect(recording.paths('stroke').find(({ pen }) => pen.strokeStyle === testTheme.ink)!.pen.lineWidth).to.equal(0.75);
  });
});
