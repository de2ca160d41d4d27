import { expect } from 'chai';
import { ManualIdleness } from '../testing/manual-idleness.js';
import { IdlePictures, type IdlePicture } from './idle-pictures.js';

describe('IdlePictures', () => {
  let idleness: ManualIdleness;
  let pictures: IdlePictures;
  let drawn: string[];
  beforeEach(() => {
    idleness = new ManualIdleness();
    pictures = new IdlePictures(idleness);
    drawn = [];
  });

  class Picture implements IdlePicture {
    isBlank = true;
    readonly name: string;
    distance: number;
    pixels = 1000;
    costMs = 1;
    preparation = 0; // in steps of 10 ms

    constructor(name: string, distance = 0) {
      this.name = name;
      this.distance = distance;
    }

    prepare(isExpired: () => boolean): boolean {
      for (; this.preparation > 0; this.preparation--) {
        idleness.spend(10);
        if (isExpired()) return --this.preparation <= 0;
      }
      return true;
    }

    draw(): void {
      idleness.spend(this.costMs);
      this.isBlank = false;
      drawn.push(this.name);
      pictures.hold(this, this.pixels);
    }
  }

  const add = (name: string, distance: number, changes: Partial<Picture> = {}): Picture => {
    const picture = Object.assign(new Picture(name, distance), changes);
    pictures.add(picture);
    return picture;
  };

  it('draws nothing before it is idle, then each once, the nearest first, and asks no more', () => {
    add('far', 2000);
    add('near', 10);
    add('seen', 0);
    expect([drawn, idleness.asked]).to.deep.equal([[], 1]);
    idleness.give();
    expect([drawn, idleness.give()]).to.deep.equal([['seen', 'near', 'far'], false]);
  });

  it('leaves what was drawn meanwhile', () => {
    add('seen', 0).isBlank = false;
    add('near', 10);
    idleness.give();
    expect(drawn).to.deep.equal(['near']);
  });

  it('draws one at least, and a further one only while there is time for the longest so far', () => {
    for (const name of ['a', 'b', 'c', 'd']) add(name, 1, { costMs: 20 });
    idleness.give(5);
    expect(drawn).to.deep.equal(['a']);
    idleness.give(50);
    expect(drawn).to.deep.equal(['a', 'b', 'c']);
    idleness.give(50);
    expect([drawn.length, idleness.give()]).to.deep.equal([4, false]);
  });

  it('gets ready over several stretches of time what a picture shows', () => {
    add('own model', 1, { preparation: 8 });
    add('other', 2);
    idleness.give(50);
    expect(drawn).to.deep.equal([]);
    idleness.give(50);
    expect([drawn, idleness.give()]).to.deep.equal([['own model', 'other'], false]);
  });

  it('stops at 64 Mpx of all canvases, but for what is within a window of being seen', () => {
    const seen = new Picture('seen');
    pictures.hold(seen, 60 * 2 ** 20);
    add('fits', 700, { pixels: 3 * 2 ** 20 });
    const late = add('too much', 800, { pixels: 2 * 2 ** 20 });
    add('near', 600, { pixels: 2 ** 20 });
    idleness.give();
    expect([drawn, idleness.give()]).to.deep.equal([['near', 'fits'], false]);
    late.distance = 500;
    pictures.add(late);
    idleness.give();
    expect(drawn.at(-1)).to.equal('too much');
  });

  it('has room again for what a canvas no longer holds', () => {
    const gone = new Picture('gone');
    pictures.hold(gone, 64 * 2 ** 20);
    pictures.delete(gone);
    add('far', 5000);
    idleness.give();
    expect(drawn).to.deep.equal(['far']);
  });

  it('forgets one that has gone, and is not stopped by one that fails', () => {
    pictures.delete(add('gone', 0));
    const error = new Error('no');
    add('bad', 1, {
      draw: () => {
        throw error;
      },
    });
    add('good', 2);
    idleness.give();
    expect([drawn, idleness.reported]).to.deep.equal([['good'], [error]]);
  });
});
