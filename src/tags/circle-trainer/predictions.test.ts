import { expect } from '@open-wc/testing';
import { predictGrid } from '../../core/index.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { testTheme } from '../../testing/theme.js';
import { drawPredictions } from './predictions.js';

const SIDE = 250;
const GRID = 25;
const SEEDS = 60;
const STEPS = [0, 30, 100, 300, 1000];
/** Prediction whose circle has a radius of 0.7 px in a picture of 480 px. */
const SEEN = 0.7 / (0.41 * (480 / GRID));

/** Returns how many cells have a pixel that is drawn. */
function markedCells({ data }: ImageData): number {
  const marked = new Uint8Array(GRID * GRID);
  const cellSide = SIDE / GRID;
  for (let k = 0; k < SIDE * SIDE; k++) {
    if (data[4 * k + 3] === 0) continue;
    marked[Math.floor((k % SIDE) / cellSide) + GRID * Math.floor(Math.floor(k / SIDE) / cellSide)] = 1;
  }
  return marked.filter(Boolean).length;
}

describe('drawPredictions of default runs', () => {
  it('leaves no cell blank, and shows circles in at least 80 % of runs, at every step of the first seconds', () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE });
    const ctx = canvas.getContext('2d', { willReadFrequently: true })!;
    const runsWithCircles = STEPS.map(() => 0);
    for (let seed = 0; seed < SEEDS; seed++) {
      const trainer = circleTrainer({ seed });
      STEPS.forEach((steps, k) => {
        trainer.step(steps - trainer.steps);
        const predictions = predictGrid(trainer.network, GRID);
        if (predictions.filter((value) => value >= SEEN).length >= 20) runsWithCircles[k]++;
        ctx.clearRect(0, 0, SIDE, SIDE);
        drawPredictions(ctx, predictions, GRID, 0.5, { x: 0, y: 0, width: SIDE, height: SIDE }, testTheme);
        expect(markedCells(ctx.getImageData(0, 0, SIDE, SIDE)), `seed ${seed}, step ${steps}`).to.equal(GRID * GRID);
      });
    }
    expect(Math.min(...runsWithCircles) / SEEDS, runsWithCircles.join()).to.be.at.least(0.8);
  });
});
