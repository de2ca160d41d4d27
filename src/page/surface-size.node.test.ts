import { expect } from 'chai';
import { backingStore, readerScale, SurfaceSize, typeScale } from './surface-size.js';

describe('backingStore', () => {
  it('is the size in whole device pixels, at least 1 and at most 2048 a side, in proportion', () => {
    for (const [width, height, density, ...wanted] of [
      [200, 100, 1, 200, 100, 1], [100.5, 60.25, 2, 201, 121, 2], [333, 10.3, 1.25, 416, 13, 1.25],
      [3000, 1500, 1, 2048, 1024, 2048 / 3000], [400, 1200, 3, 683, 2048, 2048 / 1200],
      [2000, 2000, 4, 2048, 2048, 1.024], [0.1, 100_000, 1, 1, 2048, 0.02048],
    ]) {
      const found = backingStore(width, height, density);
      expect([found.width, found.height, found.density]).to.deep.equal(wanted);
    }
  });
});

describe('typeScale', () => {
  it('grows with the root of the width from 480 px on, up to 1.6', () => {
    const widths = [100, 480, 750, 1080, 1228.8, 3000];
    expect(widths.map((width) => typeScale(width))).to.deep.equal([1, 1, 1.25, 1.5, 1.6, 1.6]);
  });

  it('takes another natural width, or none', () => {
    expect([typeScale(720, 720), typeScale(1125, 720), typeScale(5000, Infinity)]).to.deep.equal([1, 1.25, 1]);
  });
});

describe('readerScale', () => {
  it('follows the root font size up to twice, never down, and leaves a picture 240 px', () => {
    for (const [font, width, scale] of [
      [16, 480, 1], [10, 480, 1], [20, 480, 1.25], [32, 480, 2], [64, 480, 2], [32, 360, 1.5], [32, 100, 1], [0, 0, 1],
    ]) expect(readerScale(font, width), `${font} at ${width}`).to.equal(scale);
  });
});

describe('SurfaceSize', () => {
  it('tells the painter fewer, larger pixels where type is larger', () => {
    const size = new SurfaceSize();
    expect(size.set({ width: 750, height: 500, scale: 1.25, density: 2 })).to.equal(true);
    size.fit();
    expect(size.backing).to.deep.equal({ width: 1500, height: 1000 });
    expect(size.picture).to.deep.equal({ width: 600, height: 400, density: 2.5 });
  });

  it('tells the painter whole device pixels, as many down as across', () => {
    const size = new SurfaceSize();
    for (const [width, height, scale, density] of [
      [320, 213.328125, 1, 1], [333.3, 222.2, 1, 2], [1080.4, 720.3, 1.5, 1.25], [3000, 1999.5, 1.6, 1],
    ]) {
      size.set({ width, height, scale, density });
      size.fit();
      const { backing, picture } = size;
      expect(picture.width * picture.density).to.be.closeTo(backing.width, 1e-9);
      expect(picture.height * picture.density).to.be.closeTo(backing.height, 1e-9);
      expect(Math.abs(picture.width - width / scale)).to.be.at.most(0.5 / picture.density);
      expect(Math.abs(picture.height - height / scale)).to.be.at.most(0.5 / picture.density);
    }
    size.set({ width: 320, height: 213.328125, scale: 1, density: 1 });
    size.fit();
    expect(size.picture).to.deep.equal({ width: 320, height: 213, density: 1 });
  });

  it('works nothing out where nothing has changed, or there is nothing', () => {
    const size = new SurfaceSize();
    size.fit();
    expect([size.isEmpty, size.picture.width]).to.deep.equal([true, 0]);
    size.set({ width: 10, height: 10 });
    size.fit();
    const { picture } = size;
    expect(size.set({ width: 10 })).to.equal(false);
    size.fit();
    expect(size.picture).to.equal(picture);
  });
});
