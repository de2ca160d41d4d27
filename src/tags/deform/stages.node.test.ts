import { expect } from 'chai';
import { layOutStages, panelAt, panelsClass, thumbnailAt, type Stages } from './stages.js';

const stagesAt = (width: number, layerCount = 2): Stages =>
  layOutStages({ width, height: 300, density: 1 }, layerCount, 'all');
/** Layers of the pictures from left to right; the one that moves where it is at rest, in brackets. */
const shownIn = ({ panels, home }: Stages): string => panels.map(({ layer }) => layer ?? `[${home}]`).join(' ');

describe('layOutStages', () => {
  it('puts input, layers between and last layer side by side from 600 px on, as many as fit', () => {
    const shown = (width: number): string[] => [1, 2, 3, 4].map((count) => shownIn(stagesAt(width, count)));
    expect(shown(600)).to.deep.equal(['0 [0.5] 1', '0 [1] 2', '0 [2] 3', '0 [2] 4']);
    expect(shown(800)).to.deep.equal(['0 [0.5] 1', '0 [1] 2', '0 1 [2] 3', '0 1 [3] 4']);
    expect(shown(1000)[3]).to.equal('0 1 [2] 3 4');
    expect([1, 2, 3, 4].map(panelsClass)).to.deep.equal(['most-3', 'most-3', 'most-4', 'most-5']);
    const { panels, thumbnails, isWide } = stagesAt(720);
    expect(panels.map(({ box }) => [box.x, box.width])).to.deep.equal([[0, 240], [240, 240], [480, 240]]);
    expect([thumbnails, isWide]).to.deep.equal([[], true]);
  });

  it('has one picture below 600 px, with a thumbnail over each tick that lies within it', () => {
    for (const width of [240, 320, 599]) {
      for (const count of [1, 2, 3, 4]) {
        const { panels, thumbnails, isWide, home } = stagesAt(width, count);
        expect([panels.length, panels[0].layer, isWide, home]).to.deep.equal([1, undefined, false, count]);
        expect(thumbnails.map(({ layer }) => layer)).to.deep.equal(Array.from({ length: count + 1 }, (_, k) => k));
        thumbnails.forEach(({ box, layer }, k) => {
          // The slider's ticks are 48 px from both edges.
          expect(box.x + box.width / 2).to.be.closeTo(48 + ((width - 96) * layer) / count, 1e-9);
          expect(box.y).to.be.at.least(panels[0].box.height);
          expect(box.y + box.height).to.be.below(300);
          expect(box.x).to.be.at.least(k === 0 ? 0 : thumbnails[k - 1].box.x + thumbnails[k - 1].box.width);
          expect(box.x + box.width).to.be.at.most(width);
        });
      }
    }
  });

  it('has a single picture where one layer is shown', () => {
    const { panels, thumbnails } = layOutStages({ width: 900, height: 400, density: 1 }, 2, 1.5);
    expect(panels).to.deep.equal([{ box: { x: 0, y: 0, width: 900, height: 400 }, layer: 1.5 }]);
    expect(thumbnails).to.deep.equal([]);
  });

  it('finds the picture and the thumbnail under a point', () => {
    const wide = stagesAt(600);
    expect([10, 210, 590].map((x) => wide.panels.indexOf(panelAt(wide, x, 50)!))).to.deep.equal([0, 1, 2]);
    const narrow = stagesAt(320);
    expect([48, 160, 272].map((x) => thumbnailAt(narrow, x, 270))).to.deep.equal([0, 1, 2]);
    expect([thumbnailAt(narrow, 100, 270), thumbnailAt(narrow, 160, 100)]).to.deep.equal([undefined, undefined]);
    expect([panelAt(narrow, 100, 270), panelAt(narrow, 160, 100)]).to.deep.equal([undefined, narrow.panels[0]]);
  });
});
