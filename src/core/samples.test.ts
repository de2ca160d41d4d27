import { expect } from 'chai';
import type { Data } from './examples.js';
import { createRandom } from './random.js';
import { drawSamples } from './samples.js';

const target = (x: number, y: number): number => +(x > y);

/** Draws samples, a portion at a time. Returns them as [x, y, label]. */
function draw(count: number, noise = 0, training?: Data, portion = count): number[][] {
  const random = createRandom('samples');
  const [points, labels] = [new Float64Array(2 * portion), new Float64Array(portion)];
  const samples: number[][] = [];
  while (samples.length < count) {
    drawSamples(random, { target, noise }, training, portion, points, labels);
    labels.forEach((label, k) => samples.push([points[2 * k], points[2 * k + 1], label]));
  }
  return samples;
}

describe('drawSamples', () => {
  it('draws fresh points and their labels', () => {
    const random = createRandom('samples');
    for (const sample of draw(64)) {
      const [x, y] = [2 * random() - 1, 2 * random() - 1];
      expect(sample).to.deep.equal([x, y, +(x > y)]);
    }
  });

  it('draws the same samples however many at a time', () => {
    const points = Float64Array.from({ length: 20 }, (_, i) => i / 20);
    const training = { points, labels: Float64Array.from({ length: 10 }, (_, i) => i % 2) };
    for (const [noise, data] of [[0, undefined], [0.1, undefined], [0, training]] as const) {
      expect(draw(64, noise, data, 1)).to.deep.equal(draw(64, noise, data));
    }
  });

  it('adds noise to fresh points after they are labelled', () => {
    const samples = draw(2000, 0.3);
    const wrong = samples.filter(([x, y, label]) => label !== target(x, y)).length;
    expect(wrong / 2000).to.be.within(0.05, 0.25);
    expect(Math.max(...samples.map(([x]) => x))).to.be.above(1);
  });

  it('draws every example about equally often', () => {
    const training = { points: Float64Array.of(0, 0.5, 1, 0.5, 2, 0.5, 3, 0.5), labels: Float64Array.of(0, 1, 0, 1) };
    const counts = [0, 0, 0, 0];
    for (const [x, y, label] of draw(4000, 0, training)) {
      counts[x]++;
      expect([y, label]).to.deep.equal([0.5, x % 2]);
    }
    for (const count of counts) expect(count).to.be.within(900, 1100);
  });
});
