import { expect } from '@open-wc/testing';
import { createRandom, Network, type NetworkOptions } from '../../../core/index.js';
import { pixel, PixelCanvas } from '../../../testing/pixels.js';
import { arcs, RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { layOutFlow } from '../network-layout.js';
import { drawFlow, isActive, type FlowPicture } from './picture.js';
import { lines } from '../../../draw/style.js';

const random = createRandom('flow picture');
const minus = (value: number, decimals: number): string => value.toFixed(decimals).replace('-', '\u2212');

/** A random network after `forward`, laid out and with its numbers written. */
function picture(layers: readonly number[], width: number, options: Partial<NetworkOptions> = {}): FlowPicture & { input: number[] } {
  const network = new Network({ layers, ...options });
  network.initialize(random, 'uniform');
  for (let k = 0; k < network.parameters.length; k++) network.parameters[k] *= 2;
  const input = [2 * random() - 1, 2 * random() - 1];
  network.forward(input);
  const layout = layOutFlow(layers, width, 1);
  const write = (value: number): string => minus(value, layout.decimals);
  return {
    network, layout, input, free: [false, true],
    texts: {
      outputs: layers.map((_, l) => Array.from(network.layerOutputs(l), write)),
      parameters: Array.from(network.parameters, write),
      roles: ['fixed', 'free'],
      prediction: ['prediction', 'out'],
    },
  };
}

function record(what: FlowPicture): RecordingContext {
  const recording = new RecordingContext();
  drawFlow(recording.context, what, 2, testTheme);
  return recording;
}

/** The circles drawn, each with the pen of its ring, and the text within. */
function circles(recording: RecordingContext) {
  return recording.paths('stroke').flatMap(({ path, pen }) => arcs(path).map(({ x, y, radius }) => ({
    x, y, radius: radius + pen.lineWidth / 2, pen,
    text: recording.texts.find((text) => Math.abs(text.y - y) < 6 && Math.abs(text.x - x) < radius)?.text,
  })));
}

describe('drawFlow', () => {
  for (const width of [720, 420, 320]) {
    it(`writes into each circle what that neuron puts out, at ${width} px`, () => {
      const shown = picture([2, 8, 1], width);
      const { layout, network, input } = shown;
      const p = network.parameters;
      const h = Array.from({ length: 8 }, (_, j) => {
        const z = p[16 + j] + input[0] * p[2 * j] + input[1] * p[2 * j + 1];
        return z > 0 ? z : 0.01 * z;
      });
      const out = h.reduce((sum, a, j) => sum + a * p[24 + j], p[32]);
      const wanted = [input, h, [out > 0 ? out : 0.01 * out]];
      const drawn = circles(record(shown));
      expect(drawn).to.have.length(11);
      let k = 0;
      layout.neurons.forEach((column, l) => column.forEach((at, j) => {
        const circle = drawn[k++];
        expect([circle.x, circle.y]).to.deep.equal([at.x, at.y]);
        expect(circle.radius).to.be.closeTo(layout.radii[l], 1e-9);
        expect(circle.text).to.equal(minus(wanted[l][j], layout.decimals));
      }));
    });
  }

  it('writes numbers within their rings, the thick one of a free input too', () => {
    for (const width of [720, 420, 320, 240]) {
      const shown = picture([2, 8, 1], width);
      const texts = { ...shown.texts, outputs: shown.texts.outputs.map((some) => some.map(() => minus(-0.25, shown.layout.decimals))) };
      const recording = new RecordingContext();
      const em = 0.61; // a character, as in wide letters
      recording.measureText = (text) => ({ width: text.length * em * parseFloat(/([\d.]+)px/.exec(recording.font)![1]) });
      drawFlow(recording.context, { ...shown, texts }, 2, testTheme);
      for (const { x, y, radius, pen } of circles(recording)) {
        const written = recording.texts.find((each) => Math.abs(each.y - y) < 6 && Math.abs(each.x - x) < radius)!;
        const size = parseFloat(/([\d.]+)px/.exec(written.pen.font)![1]);
        expect(written.text.length * em * size, `at ${width}`).to.be.at.most(2 * (radius - pen.lineWidth));
      }
    }
  });

  it('rings the free input, active neurons and idle ones differently, and mutes idle numbers', () => {
    const shown = picture([2, 8, 1], 720);
    const recording = record(shown);
    const drawn = circles(recording);
    expect([drawn[0].pen.lineWidth, drawn[1].pen.lineWidth]).to.deep.equal([lines.activeRing, lines.probe]);
    const active = Array.from({ length: 8 }, (_, j) => shown.network.layerOutputs(1)[j] > 0);
    expect(new Set(active).size, 'some of both').to.equal(2);
    active.forEach((is, j) => {
      const { pen, text, x, y } = drawn[2 + j];
      expect([pen.strokeStyle, pen.lineWidth]).to.deep.equal(is ? [testTheme.ink, lines.activeRing] : [testTheme.muted, lines.idleRing]);
      const written = recording.texts.find((each) => each.text === text && Math.abs(each.y - y) < 6 && Math.abs(each.x - x) < 18)!;
      expect(written.pen.fillStyle).to.equal(is ? testTheme.ink : testTheme.muted);
    });
  });

  it('writes each parameter into its cell on yellow, right in the row of its neuron', () => {
    for (const width of [720, 420, 300]) {
      const shown = picture([2, 8, 1], width);
      const recording = record(shown);
      const { layout: { cell, boxX, outputCellX, biasY, neurons: [, hidden] }, network: { parameters: p }, texts } = shown;
      const boxes = recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.parameterFill);
      expect(boxes).to.have.length(17);
      const cellText = (x: number, y: number): string | undefined => recording.texts.find(({ x: at, y: middle, pen }) =>
        pen.fillStyle === testTheme.parameterInk && at >= x - 1.5 && at < x + cell.width && Math.abs(middle - y) < 7)?.text;
      hidden.forEach(({ y }, j) => {
        [2 * j, 2 * j + 1, 16 + j].forEach((at, k) => expect(cellText(boxX + k * cell.width, y)).to.equal(texts.parameters[at]));
        expect(cellText(outputCellX, y)).to.equal(texts.parameters[24 + j]);
      });
      expect(cellText(outputCellX, biasY)).to.equal(texts.parameters[p.length - 1]);
      for (const { pen } of recording.texts) expect(parseFloat(/([\d.]+)px/.exec(pen.font)![1])).to.be.at.least(8); // an index at least
    }
  });

  it('marks parameters and leaves numbers out where neurons are many, and draws every neuron', () => {
    const shown = picture([2, 24, 1], 420);
    const recording = record(shown);
    expect(circles(recording)).to.have.length(27);
    expect(recording.texts.map(({ text }) => text)).to.include('x').and.include(shown.texts.outputs[2][0]).and.not.include(shown.texts.outputs[1][0]);
    const [ticks] = recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.parameterFill);
    expect(ticks.path.filter(({ type }) => type === 'rect')).to.have.length(25);
    expect(record(picture([2, 64, 64, 1], 420)).paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.parameterFill)).to.have.length(0);
  });

  it('names inputs, columns and the output', () => {
    const wide = record(picture([2, 8, 1], 720)).texts.map(({ text }) => text);
    for (const name of ['x', 'y', 'w', 'b', 'h', 'fixed', 'free']) expect(wide).to.include(name);
    const deep = record(picture([2, 6, 4, 1], 720)).texts;
    expect(deep.filter(({ text }) => text === 'h')).to.have.length(2);
  });

  it('never writes beyond the picture', () => {
    for (const width of [240, 320, 420, 720]) {
      for (const layers of [[2, 8, 1], [2, 6, 4, 1], [2, 24, 1]]) {
        const recording = record(picture(layers, width));
        for (const { text, x, pen } of recording.texts) {
          const size = parseFloat(/([\d.]+)px/.exec(pen.font)![1]);
          expect(x, `${text} at ${width}`).to.be.at.least(-0.5);
          expect(x + text.length * 0.55 * size, `${text} at ${width}`).to.be.at.most(width + 0.5);
        }
      }
    }
  });

  it('leaves the context as it found it', () => {
    const recording = new RecordingContext();
    Object.assign(recording.context, { fillStyle: '#111111', strokeStyle: '#222222', lineWidth: 9 });
    const before = recording.pen;
    drawFlow(recording.context, picture([2, 8, 1], 420), 2, testTheme);
    expect([recording.pen, recording.depth]).to.deep.equal([before, 0]);
  });

  it('shows on a real canvas: yellow in a box, paper in a circle', () => {
    const shown = picture([2, 8, 1], 720);
    const canvas = new PixelCanvas(720, 500, 2);
    drawFlow(canvas.context, shown, 2, testTheme);
    const { layout: { boxX, cell, neurons, radii } } = shown;
    expect(canvas.at(boxX + 2.5, neurons[1][0].y - cell.height / 2 + 3)).to.deep.equal(pixel(testTheme.parameterFill));
    expect(canvas.at(neurons[1][0].x, neurons[1][0].y - radii[1] + 4)).to.deep.equal(pixel(testTheme.paper));
  });
});

describe('isActive', () => {
  it('tells z > 0 from what comes out, also of a sigmoid', () => {
    for (const activation of ['linear', 'relu', 'leaky-relu', 'sigmoid', 'tanh'] as const) {
      const network = new Network({ layers: [2, 2, 1], activation, outputActivation: 'sigmoid' });
      network.parameters.set([1, 0, -1, 0, 0, 0, 1, 1, -5]);
      network.forward([0.5, 0]);
      expect([isActive(network, 1, 0), isActive(network, 1, 1), isActive(network, 2, 0)], activation).to.deep.equal([true, false, false]);
    }
  });
});
