import { expect } from 'chai';
import { createRandom, Network } from '../../../core/index.js';
import { arcs, endOf, fontSize, record, RecordingContext } from '../../../testing/recording-context.js';
import { testTheme } from '../../../testing/theme.js';
import { layOutFlow } from '../network-layout.js';
import { drawFlow, isActive, type FlowPicture } from './picture.js';
import { lines } from '../../../draw/style.js';

const random = createRandom('flow picture');
const minus = (value: number, decimals: number): string => value.toFixed(decimals).replace('-', '\u2212');

/** Returns a random network after `forward`, laid out, with its texts. */
function picture(layers: readonly number[], width: number): FlowPicture & { input: number[] } {
  const network = new Network({ layers });
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
      prediction: 'prediction',
    },
  };
}

const draw = (what: FlowPicture): RecordingContext => record((ctx) => drawFlow(ctx, what, 2, testTheme));

/** Returns the circles drawn, each with the pen of its ring and the text inside. */
function circles(recording: RecordingContext) {
  return recording.paths('stroke').flatMap(({ path, pen }) => arcs(path).map(({ x, y, radius }) => ({
    x, y, radius: radius + pen.lineWidth / 2, pen,
    text: recording.texts.find((text) => Math.abs(text.y - y) < 6 && Math.abs(text.x - x) < radius),
  })));
}

describe('drawFlow', () => {
  for (const width of [720, 420, 320]) {
    it(`writes the output of each neuron into its circle, at ${width} px`, () => {
      const shown = picture([2, 8, 1], width);
      const { layout, network, input } = shown;
      const p = network.parameters;
      const h = Array.from({ length: 8 }, (_, j) => {
        const z = p[16 + j] + input[0] * p[2 * j] + input[1] * p[2 * j + 1];
        return z > 0 ? z : 0.01 * z;
      });
      const out = h.reduce((sum, a, j) => sum + a * p[24 + j], p[32]);
      const wanted = [input, h, [out > 0 ? out : 0.01 * out]];
      const drawn = circles(draw(shown));
      expect(drawn).to.have.length(11);
      let k = 0;
      layout.neurons.forEach((column, l) => column.forEach((at, j) => {
        const circle = drawn[k++];
        expect([circle.x, circle.y]).to.deep.equal([at.x, at.y]);
        expect(circle.radius).to.be.closeTo(layout.radii[l], 1e-9);
        expect(circle.text?.text).to.equal(minus(wanted[l][j], layout.decimals));
      }));
    });
  }

  it('writes numbers within their rings, the thick one of a free input too', () => {
    for (const width of [720, 420, 320, 240]) {
      const shown = picture([2, 8, 1], width);
      const negative = minus(-0.25, shown.layout.decimals);
      const texts = { ...shown.texts, outputs: shown.texts.outputs.map((some) => some.map(() => negative)) };
      const recording = new RecordingContext();
      const em = 0.61; // width of a character in a wide font
      recording.measureText = (text) => {
        const size = parseFloat(/([\d.]+)px/.exec(recording.pen.font)![1]);
        return { width: text.length * em * size };
      };
      drawFlow(recording.context, { ...shown, texts }, 2, testTheme);
      for (const { radius, pen, text } of circles(recording)) {
        const width = negative.length * em * fontSize(text!);
        expect(width, `at ${shown.layout.cell.width}`).to.be.at.most(2 * (radius - pen.lineWidth));
      }
    }
  });

  it('rings the free input, active neurons and idle ones differently, and mutes idle numbers', () => {
    const shown = picture([2, 8, 1], 720);
    const recording = draw(shown);
    const drawn = circles(recording);
    expect([drawn[0].pen.lineWidth, drawn[1].pen.lineWidth]).to.deep.equal([lines.activeRing, lines.probe]);
    const active = Array.from({ length: 8 }, (_, j) => shown.network.layerOutputs(1)[j] > 0);
    expect(new Set(active).size, 'some of both').to.equal(2);
    active.forEach((is, j) => {
      const { pen, text } = drawn[2 + j];
      const colour = is ? testTheme.ink : testTheme.muted;
      expect([pen.strokeStyle, pen.lineWidth]).to.deep.equal([colour, is ? lines.activeRing : lines.idleRing]);
      expect(text!.pen.fillStyle).to.equal(colour);
    });
  });

  it('writes each parameter into its cell on yellow, right in the row of its neuron', () => {
    for (const width of [720, 420, 300]) {
      const shown = picture([2, 8, 1], width);
      const recording = draw(shown);
      const { layout: { cell, boxX, outputCellX, biasY, neurons: [, hidden] }, texts: { parameters } } = shown;
      const boxes = recording.paths('fill').filter(({ pen }) => pen.fillStyle === testTheme.parameterFill);
      expect(boxes).to.have.length(17);
      const numbers = recording.texts.filter(({ pen }) => pen.fillStyle === testTheme.parameterInk);
      const cellText = (left: number, middle: number): string | undefined =>
        numbers.find(({ x, y }) => x >= left - 1.5 && x < left + cell.width && Math.abs(y - middle) < 7)?.text;
      hidden.forEach(({ y }, j) => {
        [2 * j, 2 * j + 1, 16 + j].forEach((at, k) => {
          expect(cellText(boxX + k * cell.width, y)).to.equal(parameters[at]);
        });
        expect(cellText(outputCellX, y)).to.equal(parameters[24 + j]);
      });
      expect(cellText(outputCellX, biasY)).to.equal(parameters[32]);
      for (const mark of recording.texts) expect(fontSize(mark)).to.be.at.least(8); // an index at least
    }
  });

  it('marks parameters and leaves numbers out if there are many neurons, and draws every neuron', () => {
    const shown = picture([2, 24, 1], 420);
    const recording = draw(shown);
    expect(circles(recording)).to.have.length(27);
    expect(recording.words).to.include.members(['x', shown.texts.outputs[2][0]]);
    expect(recording.words).to.not.include(shown.texts.outputs[1][0]);
    const yellow = (what: FlowPicture) => draw(what).paths('fill')
      .filter(({ pen }) => pen.fillStyle === testTheme.parameterFill);
    expect(yellow(shown).flatMap(({ path }) => path.filter(({ type }) => type === 'rect'))).to.have.length(25);
    expect(yellow(picture([2, 64, 64, 1], 420))).to.deep.equal([]);
  });

  it('names inputs, columns and the output', () => {
    expect(draw(picture([2, 8, 1], 720)).words).to.include.members(['x', 'y', 'w', 'b', 'h', 'fixed', 'free']);
    expect(draw(picture([2, 6, 4, 1], 720)).words.filter((text) => text === 'h')).to.have.length(2);
  });

  it('never writes beyond the picture', () => {
    for (const width of [240, 320, 420, 720]) {
      for (const layers of [[2, 8, 1], [2, 6, 4, 1], [2, 24, 1]]) {
        for (const mark of draw(picture(layers, width)).texts) {
          expect(mark.x, `${mark.text} at ${width}`).to.be.at.least(-0.5);
          expect(endOf(mark), `${mark.text} at ${width}`).to.be.at.most(width + 0.5);
        }
      }
    }
  });
});

describe('isActive', () => {
  it('is whether z > 0, also of a sigmoid', () => {
    for (const activation of ['linear', 'relu', 'leaky-relu', 'sigmoid', 'tanh'] as const) {
      const network = new Network({ layers: [2, 2, 1], activation, outputActivation: 'sigmoid' });
      network.parameters.set([1, 0, -1, 0, 0, 0, 1, 1, -5]);
      network.forward([0.5, 0]);
      const active = [[1, 0], [1, 1], [2, 0]].map(([l, j]) => isActive(network, l, j));
      expect(active, activation).to.deep.equal([true, false, false]);
    }
  });
});
