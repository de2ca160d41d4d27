/** The state in force when something was drawn. */
export interface Pen {
  readonly fillStyle: string;
  readonly strokeStyle: string;
  readonly lineWidth: number;
  readonly lineJoin: string;
  readonly lineCap: string;
  readonly lineDash: readonly number[];
  readonly globalAlpha: number;
  readonly font: string;
  readonly textAlign: string;
  readonly textBaseline: string;
  readonly direction: string;
  /** a, b, c, d, e, f as `setTransform` takes them. */
  readonly transform: readonly number[];
}

/** A piece of a path, in the coordinates it was given in. */
export type Segment =
  | { readonly type: 'move' | 'line'; readonly x: number; readonly y: number }
  | { readonly type: 'arc'; readonly x: number; readonly y: number; readonly radius: number; readonly from: number; readonly to: number }
  | { readonly type: 'bezier'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly x: number; readonly y: number }
  | { readonly type: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly radius: number }
  | { readonly type: 'close' };

/** Something drawn, with the path or rectangle it was drawn along. */
export type Mark =
  | { readonly type: 'fill' | 'stroke' | 'clip'; readonly path: readonly Segment[]; readonly rule: string; readonly pen: Pen }
  | { readonly type: 'fillText' | 'strokeText'; readonly text: string; readonly x: number; readonly y: number; readonly pen: Pen }
  | { readonly type: 'fillRect' | 'strokeRect' | 'clearRect'; readonly rect: readonly number[]; readonly pen: Pen };

const identity = [1, 0, 0, 1, 0, 0];

const fresh: Pen = {
  fillStyle: '#000000', strokeStyle: '#000000', lineWidth: 1, lineJoin: 'miter', lineCap: 'butt', lineDash: [], globalAlpha: 1,
  font: '10px sans-serif', textAlign: 'start', textBaseline: 'alphabetic', direction: 'inherit', transform: identity,
};

type Supported = Pick<
  CanvasRenderingContext2D,
  'save' | 'restore' | 'beginPath' | 'closePath' | 'moveTo' | 'lineTo' | 'arc' | 'fill' | 'stroke' | 'fillRect'
  | 'strokeRect' | 'clearRect' | 'setTransform' | 'scale' | 'translate' | 'bezierCurveTo' | 'rect' | 'roundRect' | 'clip'
  | 'setLineDash' | 'getLineDash' | 'fillText' | 'strokeText'
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
  lineCap = fresh.lineCap;
  globalAlpha = fresh.globalAlpha;
  font = fresh.font;
  textAlign = fresh.textAlign;
  textBaseline = fresh.textBaseline;
  direction = fresh.direction;
  private _dash: readonly number[] = fresh.lineDash;
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
    const { fillStyle, strokeStyle, lineWidth, lineJoin, lineCap, globalAlpha, font, textAlign, textBaseline, direction } = this;
    return {
      fillStyle, strokeStyle, lineWidth, lineJoin, lineCap, lineDash: this._dash, globalAlpha, font, textAlign, textBaseline,
      direction, transform: this._transform,
    };
  }

  /** States saved and not yet restored. */
  get depth(): number {
    return this._saved.length;
  }

  /** Path marks of one kind. */
  paths(type: 'fill' | 'stroke' | 'clip'): Extract<Mark, { path: unknown }>[] {
    return this.marks.filter((mark) => mark.type === type) as Extract<Mark, { path: unknown }>[];
  }

  /** What was written, halos left out: a pen's text is drawn once as a halo and once filled. */
  get texts(): Extract<Mark, { text: string }>[] {
    return this.marks.filter((mark) => mark.type === 'fillText') as Extract<Mark, { text: string }>[];
  }

  save(): void {
    this._saved.push(this.pen);
  }

  restore(): void {
    const pen = this._saved.pop();
    if (!pen) throw new Error('restore without save');
    const { transform, lineDash, ...rest } = pen;
    Object.assign(this, rest);
    this._transform = transform;
    this._dash = lineDash;
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

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this._path.push({ type: 'bezier', x1, y1, x2, y2, x, y });
  }

  rect(x: number, y: number, width: number, height: number): void {
    this._path.push({ type: 'rect', x, y, width, height, radius: 0 });
  }

  roundRect(x: number, y: number, width: number, height: number, radius: unknown = 0): void {
    if (!(Number(radius) >= 0)) throw new RangeError(`radius ${String(radius)}`); // as a canvas does
    this._path.push({ type: 'rect', x, y, width, height, radius: Number(radius) });
  }

  clip(rule: unknown = 'nonzero'): void {
    this.marks.push({ type: 'clip', path: [...this._path], rule: String(rule), pen: this.pen });
  }

  setLineDash(dash: readonly number[]): void {
    this._dash = [...dash];
  }

  getLineDash(): number[] {
    return [...this._dash];
  }

  fillText(text: string, x: number, y: number): void {
    this.marks.push({ type: 'fillText', text, x, y, pen: this.pen });
  }

  strokeText(text: string, x: number, y: number): void {
    this.marks.push({ type: 'strokeText', text, x, y, pen: this.pen });
  }

  /** As if every character were 0.55 em wide. */
  measureText(text: string): { width: number } {
    const size = parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '10');
    return { width: [...text].length * size * 0.55 };
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
