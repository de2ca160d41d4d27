import { expect } from 'chai';
import { arcs, edges, endOf, record, type RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { drawStep, layOutStep, placeAt, stepHeight, type Light, type StepPicture } from './diagram.js';

const layers = [2, 3, 1];

function pictureOf(changed: Partial<StepPicture> = {}, of: readonly number[] = layers): StepPicture {
  return {
    texts: of.map((count, l) => Array.from({ length: count }, (_, j) => `${l}.${j}`)),
    lights: of.map((count) => Array<Light>(count).fill(0)),
    links: [],
    names: of.slice(1).map((_, k) => ({ runs: [`name${k + 1}`], lit: k === 0 })),
    target: { runs: ['target 1'], lit: false },
    ringed: false,
    ...changed,
  };
}

const draw = (changed: Partial<StepPicture> = {}, of = layers, theme = testTheme): RecordingContext =>
  record((ctx) => drawStep(ctx, pictureOf(changed, of), layOutStep(of, { width: 270 }), theme));
const textIn = (recording: RecordingContext, text: string) => recording.texts.find((each) => each.text === text)!;

describe('drawStep', () => {
  it('draws every line and ring at rest in hair and every number muted', () => {
    const recording = draw();
    const [hairs, ...rings] = recording.paths('stroke');
    expect([hairs.pen.strokeStyle, edges(hairs.path).length]).to.deep.equal([testTheme.hair, 9]);
    expect(rings.map(({ pen }) => pen.strokeStyle)).to.deep.equal(Array(6).fill(testTheme.hair));
    expect(textIn(recording, '1.2').pen.fillStyle).to.equal(testTheme.muted);
  });

  it('lights a neuron in ink of 1.5 px, wider if it is the example, in the same place', () => {
    const at = (light: Light) => {
      const recording = draw({ lights: [[0, 0], [0, light, 0], [0]] });
      const ring = recording.paths('stroke').filter(({ path }) => arcs(path).length > 0)[3];
      const [{ x, y }] = arcs(ring.path);
      const { strokeStyle: colour, lineWidth: width } = ring.pen;
      return { x, y, colour, width, text: textIn(recording, '1.1').pen.fillStyle };
    };
    const rest = at(0);
    expect(at(1)).to.deep.equal({ ...rest, colour: testTheme.ink, width: 1.5, text: testTheme.ink });
    expect(at(2)).to.deep.equal({ ...rest, colour: testTheme.ink, width: 2, text: testTheme.ink });
  });

  it('draws lines as wide as their value and in the colour of its sign, and none twice', () => {
    const recording = draw({ links: [{ layer: 2, values: [-4, 2, 0] }] });
    const straight = recording.paths('stroke').filter(({ path }) => edges(path).length > 0);
    expect(straight.map(({ pen, path }) => [pen.strokeStyle, pen.lineWidth, edges(path).length])).to.deep.equal([
      [testTheme.hair, 0.75, 6], [testTheme.hair, 0.75, 1], [testTheme.positive, 3, 1], [testTheme.negative, 6, 1],
    ]);
  });

  it('dashes negative lines if colours cannot tell', () => {
    const recording = draw({ links: [{ layer: 2, values: [-4, 2, 1] }] }, layers, { ...testTheme, forced: true });
    expect(recording.paths('stroke').filter(({ pen }) => pen.lineDash.length > 0)).to.have.length(1);
  });

  it('lights the lines into one neuron more than the others, or one of them', () => {
    const widths = (from?: number) => draw({ links: [{ layer: 1, neuron: 1, from }] }).paths('stroke')
      .filter(({ pen, path }) => edges(path).length > 0 && pen.strokeStyle !== testTheme.hair)
      .map(({ pen, path }) => [pen.strokeStyle, pen.lineWidth, edges(path).length]);
    expect(widths()).to.deep.equal([[testTheme.muted, 0.75, 6], [testTheme.ink, 1.5, 2]]);
    expect(widths(1)).to.deep.equal([[testTheme.muted, 0.75, 6], [testTheme.ink, 1.5, 1]]);
  });

  it('has a second ring around the output if the phase is about it', () => {
    expect(draw({ ringed: true }).paths('stroke').length).to.equal(draw().paths('stroke').length + 1);
  });

  it('writes names over their layers and the target under the output, all within the picture', () => {
    const recording = draw();
    for (const text of ['x', 'y', 'name1', 'name2', 'target 1']) {
      expect(textIn(recording, text).x, text).to.be.at.least(0);
      expect(endOf(textIn(recording, text)), text).to.be.at.most(270);
    }
    expect(textIn(recording, 'name1').pen.fillStyle).to.equal(testTheme.ink);
    expect(textIn(recording, 'name2').pen.fillStyle).to.equal(testTheme.muted);
  });

  it('leaves out numbers and lines at rest of wide layers, and never the neurons', () => {
    const wide = [2, 64, 64, 1];
    const recording = draw({ links: [{ layer: 2, neuron: 5 }] }, wide);
    expect(recording.words.filter((text) => text.startsWith('1.'))).to.deep.equal([]);
    expect(recording.paths('stroke').filter(({ path }) => arcs(path).length > 0)).to.have.length(131);
    const drawn = recording.paths('stroke').flatMap(({ path }) => edges(path));
    expect(drawn).to.have.length(128 + 64 + 64);
    const strong = recording.paths('stroke').find(({ pen }) => pen.strokeStyle === testTheme.ink)!;
    expect(strong.pen.lineWidth).to.equal(0.75);
  });
});

const shapes = [[2, 1, 1], [2, 8, 1], [2, 6, 4, 1], [2, 64, 1], [2, 64, 64, 64, 64, 1]];

describe('layOutStep', () => {
  it('keeps every circle within the picture and clear of its neighbours, from 240 px on', () => {
    for (const layers of shapes) {
      for (const width of [240, 270, 320, 679]) {
        const { neurons, radii } = layOutStep(layers, { width });
        neurons.forEach((column, l) => column.forEach(({ x, y }, j) => {
          const what = `${layers.join('-')} at ${width}: ${l}, ${j}`;
          expect(x, what).to.be.within(radii[l], width - radii[l]);
          expect(y, what).to.be.within(22 + radii[l], stepHeight - 22 - radii[l]);
          if (j > 0) expect(y - column[j - 1].y, what).to.be.above(2 * radii[l]);
          if (l > 0) expect(x - neurons[l - 1][0].x, what).to.be.above(radii[l] + radii[l - 1] + 10);
        }));
      }
    }
  });

  it('writes two decimals into large circles, one into small ones, and no number where none fits', () => {
    expect(layOutStep([2, 8, 1], { width: 270 })).to.deep.include({ numbered: [true, true, true], decimals: 2 });
    expect(layOutStep([2, 6, 4, 3, 1], { width: 240 }).numbered).to.deep.equal([true, true, true, true, true]);
    expect(layOutStep([2, 4, 4, 4, 4, 1], { width: 240 }).decimals).to.equal(1);
    expect(layOutStep([2, 64, 1], { width: 320 }).numbered).to.deep.equal([true, false, true]);
  });

  it('has thinner nudges if neurons are close', () => {
    expect(layOutStep([2, 8, 1], { width: 270 }).widest).to.equal(6);
    expect(layOutStep([2, 64, 1], { width: 270 }).widest).to.equal(1.5);
  });
});

describe('placeAt', () => {
  const layout = layOutStep([2, 8, 1], { width: 270 });
  const { neurons, radii } = layout;

  it('finds the neuron under a point', () => {
    neurons.forEach((column, layer) => column.forEach((at, neuron) => {
      const aside = 0.7 * radii[layer];
      expect(placeAt(layout, { x: at.x + aside, y: at.y - aside })).to.deep.equal({ layer, neuron });
    }));
  });

  it('finds the line nearest to a point, and nothing where there is none', () => {
    const from = { x: neurons[0][1].x + radii[0], y: neurons[0][1].y };
    const to = { x: neurons[1][6].x - radii[1], y: neurons[1][6].y };
    const at = (share: number) => ({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
    expect(placeAt(layout, at(0.9))).to.deep.equal({ layer: 1, neuron: 6, from: 1 });
    expect(placeAt(layout, { x: 5, y: 5 })).to.equal(undefined);
    expect(placeAt(layout, { x: at(0.5).x, y: stepHeight - 2 })).to.equal(undefined);
  });
});
