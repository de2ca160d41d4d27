import { Unit, type Mover, type Picture } from '../page/clock.js';

/** A picture that counts its drawings, each of which costs script time. */
export class TestPicture implements Picture {
  visible = true;
  prominent = true;
  stale = true;
  draws = 0;
  onDraw = (): void => {};

  draw(): void {
    this.draws++;
    this.stale = false;
    this.onDraw();
  }
}

/** A model that makes its pictures stale whenever it moves. */
export class TestMover implements Mover {
  moving = true;
  advances = 0;
  readonly elapsed: number[] = [];
  onAdvance: (elapsedMs: number, expired: () => boolean) => void = () => {};

  advance(elapsedMs: number, expired: () => boolean): void {
    this.advances++;
    this.elapsed.push(elapsedMs);
    this.onAdvance(elapsedMs, expired);
  }
}

/** A unit of one stale picture and no model. */
export function still(picture = new TestPicture()): { unit: Unit; picture: TestPicture } {
  const unit = new Unit();
  unit.pictures.add(picture);
  return { unit, picture };
}

/** A unit of a model that moves and one picture of it. */
export function moving(): { unit: Unit; picture: TestPicture; mover: TestMover } {
  const mover = new TestMover();
  const unit = new Unit(mover);
  const picture = new TestPicture();
  unit.pictures.add(picture);
  mover.onAdvance = () => void (picture.stale = true);
  return { unit, picture, mover };
}
