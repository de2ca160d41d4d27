import { expect } from 'chai';
import { createRandom, Network } from '../../core/index.js';
import { record } from '../../testing/recording-context.js';
import { testTheme } from '../../testing/theme.js';
import { drawFlows, flowsOf, type Flow } from './network-lines.js';
import { layOutFlow } from './network-layout.js';
import { dashes, lines } from '../../draw/style.js';

const random = createRandom('flow');

/** Returns a network of random parameters, after `forward` of a random input. */
function model(layers: readonly number[]): { network: Network; input: number[] } {
  const network = new Network({ layers });
  network.initialize(random, 'uniform');
  for (let k = 0; k < network.parameters.length; k++) network.parameters[k] *= 2.5;
  const input = [2 * random() - 1, 2 * random() - 1];
  network.forward(input);
  return { network, input };
}

const leaky = (z: number): number => (z > 0 ? z : 0.01 * z);

describe('flowsOf', () => {
  it('carries input × weight to each box, a around each circle, a × weight and the bias to the output', () => {
    for (let run = 0; run < 20; run++) {
      const { network, input: [x, y] } = model([2, 8, 1]);
      const p = network.parameters;
      const layout = layOutFlow([2, 8, 1], 720, 1);
      const flows = flowsOf(network, layout);
      expect(flows).to.have.length(8 * 4 + 9);
      const [inputs, hidden, [output]] = layout.neurons;
      for (let j = 0; j < 8; j++) {
        const a = leaky(p[16 + j] + x * p[2 * j] + y * p[2 * j + 1]);
        const [fromX, fromY, before, after] = flows.slice(4 * j, 4 * j + 4);
        expect([fromX.value, fromY.value].map((v, i) => v - [x, y][i] * p[2 * j + i])).to.deep.equal([0, 0]);
        expect([fromX.from.y, fromY.from.y]).to.deep.equal([inputs[0].y, inputs[1].y]);
        expect(fromX.to.x).to.equal(layout.boxX);
        expect(fromX.to.y, 'x enters above y').to.be.below(fromY.to.y);
        for (const flow of [before, after]) expect(flow.value).to.be.closeTo(a, 1e-12);
        expect([before.to.y, after.from.y]).to.deep.equal([hidden[j].y, hidden[j].y]);
        expect(flows[32 + j].value).to.be.closeTo(a * p[24 + j], 1e-12);
      }
      expect(flows[40].value).to.equal(p[32]);
      expect(flows[40].from.y).to.equal(layout.biasY);
      // They end on the circle, in the order of the rows.
      const ends = flows.slice(32).map(({ to }) => to);
      for (const end of ends) {
        expect(Math.hypot(end.x - output.x, end.y - output.y)).to.be.closeTo(layout.radii[2], 1e-9);
      }
      for (let k = 1; k < 9; k++) expect(ends[k].y).to.be.above(ends[k - 1].y);
    }
  });

  it('carries a × weight between all neurons of deeper networks', () => {
    const { network, input } = model([2, 6, 4, 1]);
    const layout = layOutFlow(network.layers, 720, 1);
    const flows = flowsOf(network, layout);
    expect(flows).to.have.length(12 + 24 + 4);
    const p = network.parameters;
    const first = Array.from({ length: 6 }, (_, j) =>
      leaky(p[12 + j] + input[0] * p[2 * j] + input[1] * p[2 * j + 1]));
    for (let j = 0; j < 4; j++) {
      for (let i = 0; i < 6; i++) {
        const flow = flows[12 + 6 * j + i];
        expect(flow.value).to.be.closeTo(first[i] * p[18 + 6 * j + i], 1e-12);
        expect([flow.from.y, flow.to.y]).to.deep.equal([layout.neurons[1][i].y, layout.neurons[2][j].y]);
      }
    }
  });
});

describe('drawFlows', () => {
  const line = (value: number): Flow => ({ from: { x: value, y: 0 }, to: { x: 100, y: 50 }, value, bent: true });

  /** Draws flows and returns each line by its value, with its pen. */
  function draw(flows: readonly Flow[], theme = testTheme) {
    const strokes = record((ctx) => drawFlows(ctx, flows, 9.5, theme)).paths('stroke');
    return strokes.flatMap(({ path, pen }) => path.flatMap((segment) => (segment.type !== 'move' ? []
      : { value: segment.x, width: pen.lineWidth, colour: pen.strokeStyle, dash: pen.lineDash })));
  }

  it('strokes each in the colour of its sign and as wide as its value, the thickest last', () => {
    const values = Array.from({ length: 30 }, () => 4 * random() - 2);
    const most = Math.max(...values.map(Math.abs));
    const drawn = draw(values.map(line));
    expect(drawn).to.have.length(30);
    drawn.forEach(({ value, width, colour, dash }, k) => {
      const share = Math.abs(value) / most;
      expect(width).to.be.closeTo(share < 0.012 ? lines.link : Math.max(lines.link, 9.5 * share), 1e-9);
      expect(colour).to.equal(share < 0.012 ? testTheme.hair : value < 0 ? testTheme.negative : testTheme.positive);
      expect(dash).to.deep.equal([]);
      if (k > 0) expect(width).to.be.at.least(drawn[k - 1].width);
    });
  });

  it('draws flows of almost 0 as hairlines, under everything else', () => {
    const drawn = draw([1, 0.005, -0.011, 0, -0.5].map(line));
    expect(drawn.slice(0, 3).every(({ colour }) => colour === testTheme.hair)).to.equal(true);
    expect(drawn.slice(3).map(({ value }) => value)).to.deep.equal([-0.5, 1]);
  });

  it('dashes negative flows if colours cannot tell', () => {
    const drawn = draw([1, -0.5, -0.001].map(line), { ...testTheme, forced: true });
    const dashed = drawn.map(({ value, dash }) => [value, dash]);
    expect(dashed).to.deep.equal([[-0.001, []], [-0.5, dashes.negative], [1, []]]);
  });

  function drawNetwork(layers: readonly number[]) {
    const { network } = model(layers);
    const layout = layOutFlow(network.layers, 720, 1);
    const flows = flowsOf(network, layout);
    const strokes = record((ctx) => drawFlows(ctx, flows, layout.widest, testTheme)).paths('stroke');
    const drawn = strokes.flatMap(({ path }) => path.filter(({ type }) => type === 'move')).length;
    return { flows, drawn, widest: layout.widest, widths: strokes.map(({ pen }) => pen.lineWidth) };
  }

  it('draws hundreds of lines in a few strokes, without losing one', () => {
    const { flows, widths, drawn, widest } = drawNetwork([2, 16, 16, 16, 16, 1]);
    expect(flows.length).to.be.above(800);
    expect(drawn).to.equal(flows.length);
    expect(widths.length).to.be.below(20);
    expect(Math.max(...widths)).to.equal(widest);
  });

  it('leaves out only flows of almost 0 if there are thousands', () => {
    const { flows, drawn } = drawNetwork([2, 64, 64, 1]);
    const most = Math.max(...flows.map(({ value }) => Math.abs(value)));
    expect(flows.length).to.be.above(4000);
    expect(drawn).to.equal(flows.filter(({ value }) => Math.abs(value) >= 0.012 * most).length);
  });
});
