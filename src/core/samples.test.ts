import { expect } from 'chai';
import { createRandom } from './random.js';
import { drawSamples } from './samples.js';

const source = { target: (x: number, y: number) => +(x > y), noise: 0 };

function draw(count: number, noise = 0, training?: Parameters<typeof drawSamples>[2]): { points: Float64Array; labels: Float64Array } {
  const points = new Float64Array(2 * count);
  const labels = new Float64Array(count);
  drawSamples(createRandom('samples'), { ...source, noise }, training, count, points, labels);
  return { points, labels };
}

describe('drawSamples', () => {
  it('draws fresh points and asks the target what they should give', () => {
    const { points, labels } = draw(64);
    const random = createRandom('samples');
    for (const [k, label] of labels.entries()) {
      const [x, y] = [2 * random() - 1, 2 * random() - 1];
      expect([points[2 * k], points[2 * k + 1], label]).to.deep.equal([x, y, +(x > y)]);
    }
  });

  it('draws the same samples however many at a time', () => {
    const training = { points: Float64Array.from({ length: 20 }, (_, i) => i / 20), labels: Float64Array.from({ length: 10 }, (_, i) => i % 2) };
    for (const [noise, data] of [[0, undefined], [0.1, undefined], [0, training]] as const) {
      const random = createRandom('samples');
      const whole = draw(64, noise, data);
      const [point, label] = [new Float64Array(2), new Float64Array(1)];
      for (let k = 0; k < 64; k++) {
        drawSamples(random, { ...source, noise }, data, 1, point, label);
        expect([...point, ...label]).to.deep.equal([whole.points[2 * k], whole.points[2 * k + 1], whole.labels[k]]);
      }
    }
  });

  it('blurs fresh points only after their label is known', () => {
    const { points, labels } = draw(2000, 0.3);
    const wrong = [...labels].filter((label, k) => label !== +(points[2 * k] > points[2 * k + 1])).length;
    expect(wrong / 2000).to.be.within(0.05, 0.25);
    expect(Math.max(...points)).to.be.above(1);
  });

  it('draws every example about as often as any other', () => {
    const training = { points: Float64Array.of(0, 0.5, 1, 0.5, 2, 0.5, 3, 0.5), labels: Float64Array.of(0, 1, 0, 1) };
    const { points, labels } = draw(4000, 0, training);
    const counts = [0, 0, 0, 0];
    for (let k = 0; k < 4000; k++) {
      counts[points[2 * k]]++;
      expect([points[2 * k + 1], labels[k]]).to.deep.equal([0.5, points[2 * k] % 2]);
    }
    for (const count of counts) expect(count).to.be.within(900, 1100);
  });
});
