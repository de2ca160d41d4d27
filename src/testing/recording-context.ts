/** The state in force when something was drawn. */
export interface Pen {
  readonly fillStyle: string;
  readonly strokeStyle: string;
  readonly lineWidth: number;
  readonly lineJoin: string;
  readonly globalAlpha: number;
  /** a, b, c, d, e, f as `setTransform` takes them. */
  readonly transform: readonly number[];
}

/** A piece of a path, in the coordinates it was given in. */
export type Segment =
  | { readonly type: 'move' | 'line'; readonly x: number; readonly y: number }
  | { readonly type: 'arc'; readonly x: number; readonly y: number; readonly radius: number; readonly from: number; readonly to: number }
  | { readonly type: 'close' };

/** Something drawn, with the path or rectangle it was drawn along. */
export type Mark =
  | { readonly type: 'fill' | 'stroke'; readonly path: readonly Segment[]; readonly rule: string; readonly pen: Pen }
  | { readonly type: 'fillRect' | 'strokeRect' | 'clearRect'; readonly rect: readonly number[]; readonly pen: Pen };

const identity = [1, 0, 0, 1, 0, 0];

const fresh: Pen = {
  fillStyle: '#000000', strokeStyle: '#000000', lineWidth: 1, lineJoin: 'miter', globalAlpha: 1, transform: identity,
};

type Supported = Pick<
  CanvasRenderingContext2D,
  'save' | 'restore' | 'beginPath' | 'closePath' | 'moveTo' | 'lineTo' | 'arc' | 'fill' | 'stroke' | 'fillRect'
  | 'strokeRect' | 'clearRect' | 'setTransform' | 'scale' | 'translate'
>;

/**
 * Stands in for a canvas's context and keeps what was drawn, in order, with the state in force.
 *
 * It knows what the drawing functions use; anything else throws, so that no test passes over a call
 * that was not looked at.
 */
export class RecordingContext implements Supported {
  readonly marks: Mark[] = [];
  fillStyle = fresh.fillStyle;
  strokeStyle = fresh.strokeStyle;
  lineWidth = fresh.lineWidth;
  lineJoin = fresh.lineJoin;
  globalAlpha = fresh.globalAlpha;
  private _transform: readonly number[] = identity;
  private _path: Segment[] = [];
  private readonly _saved: Pen[] = [];

  /** To be given to a drawing function. */
  readonly context = new Proxy(this, {
    get: (target, name) => {
      if (!(name in target)) throw new Error(`RecordingContext has no ${String(name)}`);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
    set: (target, name, value) => {
      if (!(name in fresh)) throw new Error(`RecordingContext has no ${String(name)}`);
      return Reflect.set(target, name, value);
    },
  }) as unknown as CanvasRenderingContext2D;

  /** The state now. */
  get pen(): Pen {
    const { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha } = this;
    return { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha, transform: this._transform };
  }

  /** States saved and not yet restored. */
  get depth(): number {
    return this._saved.length;
  }

  /** Path marks of one kind. */
  paths(type: 'fill' | 'stroke'): Extract<Mark, { path: unknown }>[] {
    return this.marks.filter((mark) => mark.type === type) as Extract<Mark, { path: unknown }>[];
  }

  save(): void {
    this._saved.push(this.pen);
  }

  restore(): void {
    const pen = this._saved.pop();
    if (!pen) throw new Error('restore without save');
    const { transform, ...rest } = pen;
    Object.assign(this, rest);
    this._transform = transform;
  }

  beginPath(): void {
    this._path = [];
  }

  closePath(): void {
    this._path.push({ type: 'close' });
  }

  moveTo(x: number, y: number): void {
    this._path.push({ type: 'move', x, y });
  }

  lineTo(x: number, y: number): void {
    this._path.push({ type: 'line', x, y });
  }

  arc(x: number, y: number, radius: number, from: number, to: number): void {
    if (radius < 0) throw new DOMException(`radius ${radius}`, 'IndexSizeError'); // as a canvas does
    this._path.push({ type: 'arc', x, y, radius, from, to });
  }

  fill(rule: unknown = 'nonzero'): void {
    this.marks.push({ type: 'fill', path: [...this._path], rule: String(rule), pen: this.pen });
  }

  stroke(): void {
    this.marks.push({ type: 'stroke', path: [...this._path], rule: '', pen: this.pen });
  }

  fillRect(...rect: number[]): void {
    this.marks.push({ type: 'fillRect', rect, pen: this.pen });
  }

  strokeRect(...rect: number[]): void {
    this.marks.push({ type: 'strokeRect', rect, pen: this.pen });
  }

  clearRect(...rect: number[]): void {
    this.marks.push({ type: 'clearRect', rect, pen: this.pen });
  }

  setTransform(...values: unknown[]): void {
    this._transform = values as number[];
  }

  scale(x: number, y: number): void {
    const [a, b, c, d, e, f] = this._transform;
    this._transform = [a * x, b * x, c * y, d * y, e, f];
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this._transform;
    this._transform = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }
}

/** Discs and rings along a path: its arcs. */
export function arcs(path: readonly Segment[]): Extract<Segment, { type: 'arc' }>[] {
  return path.filter((segment) => segment.type === 'arc');
}

/** The straight lines of a path, each from x, y to x, y, as a canvas would draw them. */
export function edges(path: readonly Segment[]): [number, number, number, number][] {
  const found: [number, number, number, number][] = [];
  let start: readonly [number, number] | undefined;
  let at: readonly [number, number] | undefined;
  for (const segment of path) {
    if (segment.type === 'move') {
      start = at = [segment.x, segment.y];
    } else if (segment.type === 'close') {
      if (at && start) found.push([...at, ...start]);
      at = start;
    } else if (segment.type === 'line') {
      if (at) found.push([...at, segment.x, segment.y]);
      at = [segment.x, segment.y];
    }
  }
  return found;
}
