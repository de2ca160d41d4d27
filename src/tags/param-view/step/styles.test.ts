import { expect } from '@open-wc/testing';
import { go, microscopePage, own } from '../../../testing/microscope-page.js';

describe('the microscope at any width', () => {
  const page = microscopePage();

  it('keeps its height from phase to phase, as wide and as narrow as it may be', async () => {
    for (const width of [720, 420, 320, 240]) {
      const view = await page.mount(own, width);
      const heights = new Set<number>();
      for (let phase = 0; phase < 8; phase++) {
        await go(view, phase);
        heights.add(view.offsetHeight);
      }
      expect([...heights], `at ${width}`).to.have.length(1);
    }
  });
});
