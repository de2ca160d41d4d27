/** The state in force when something was drawn. */
interface Pen {
  readonly fillStyle: string;
  readonly strokeStyle: string;
  readonly lineWidth: number;
  readonly lineJoin: string;
  readonly lineCap: string;
  readonly lineDash: readonly number[];
  readonly globalAlpha: number;
  readonly globalCompositeOperation: string;
  readonly font: string;
  readonly textAlign: string;
  readonly textBaseline: string;
  readonly direction: string;
}

interface Point { readonly x: number; readonly y: number }

/** A piece of a path, in the coordinates it was given in. */
export type Segment =
  | Point & { readonly type: 'move' | 'line' }
  | Point & { readonly type: 'arc'; readonly radius: number; readonly from: number; readonly to: number }
  | Point & { readonly type: 'bezier'; readonly controls: readonly [x1: number, y1: number, x2: number, y2: number] }
  | Point & { readonly type: 'rect'; readonly width: number; readonly height: number; readonly radius: number }
  | { readonly type: 'close' };

/** Something drawn along a path. */
export interface PathMark {
  readonly type: 'fill' | 'stroke' | 'clip';
  readonly path: readonly Segment[];
  readonly rule: string;
  readonly pen: Pen;
}

/** Text drawn at a point. */
export interface TextMark extends Point {
  readonly type: 'fillText' | 'strokeText';
  readonly text: string;
  readonly pen: Pen;
}

/** Something drawn. */
export type Mark = PathMark | TextMark
  | { readonly type: 'fillRect' | 'strokeRect'; readonly rect: readonly number[]; readonly pen: Pen };

/** The colour of what erases, so that the page's own ground shows. */
export const ground = 'ground';

const initial: Pen = {
  fillStyle: '#000000', strokeStyle: '#000000', lineWidth: 1, lineJoin: 'miter', lineCap: 'butt', lineDash: [],
  globalAlpha: 1, globalCompositeOperation: 'source-over', font: '10px sans-serif', textAlign: 'start',
  textBaseline: 'alphabetic', direction: 'inherit',
};

/**
 * Stands in for a canvas's context and keeps what was drawn, in order, with the state in force.
 *
 * It has what the drawing functions use; any other member throws, so that no test passes over a call
 * that nobody looked at. Every character is 0.55 em wide.
 */
export class RecordingContext {
  readonly marks: Mark[] = [];
  private _pen: Pen = initial;
  private _path: Segment[] = [];
  private readonly _saved: Pen[] = [];

  /** The context to give to a drawing function. */
  readonly context = new Proxy(this, {
    get: (target, name: keyof Pen) => {
      if (name in initial) return target._pen[name];
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') throw new Error(`RecordingContext has no ${String(name)}`);
      return (value as () => unknown).bind(target);
    },
    set: (target, name, value) => {
      if (!(name in initial)) throw new Error(`RecordingContext has no ${String(name)}`);
      target._pen = { ...target._pen, [name]: value };
      return true;
    },
  }) as unknown as CanvasRenderingContext2D;

  /** The present state. */
  get pen(): Pen {
    return this._pen;
  }

  /** Number of states saved and not yet restored. */
  get depth(): number {
    return this._saved.length;
  }

  /** Returns the path marks of one kind. */
  paths(type: PathMark['type']): PathMark[] {
    return this.marks.filter((mark): mark is PathMark => mark.type === type);
  }

  /** What was written, without halos: text with a halo is drawn twice. */
  get texts(): TextMark[] {
    return this.marks.filter((mark): mark is TextMark => mark.type === 'fillText');
  }

  /** What the texts say. */
  get words(): string[] {
    return this.texts.map(({ text }) => text);
  }

  save(): void {
    this._saved.push(this._pen);
  }

  restore(): void {
    const pen = this._saved.pop();
    if (!pen) throw new Error('restore without save');
    this._pen = pen;
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
    this._path.push({ type: 'bezier', controls: [x1, y1, x2, y2], x, y });
  }

  rect(x: number, y: number, width: number, height: number): void {
    this._path.push({ type: 'rect', x, y, width, height, radius: 0 });
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    if (!(radius >= 0)) throw new RangeError(`radius ${radius}`); // as a canvas does
    this._path.push({ type: 'rect', x, y, width, height, radius });
  }

  clip(): void {
    this._mark('clip', 'nonzero');
  }

  fill(rule = 'nonzero'): void {
    this._mark('fill', rule);
  }

  stroke(): void {
    this._mark('stroke', '');
  }

  setLineDash(dash: readonly number[]): void {
    this._pen = { ...this._pen, lineDash: [...dash] };
  }

  fillText(text: string, x: number, y: number): void {
    this.marks.push({ type: 'fillText', text, x, y, pen: this._colours });
  }

  strokeText(text: string, x: number, y: number): void {
    this.marks.push({ type: 'strokeText', text, x, y, pen: this._colours });
  }

  measureText(text: string): { width: number } {
    const size = parseFloat(/([\d.]+)px/.exec(this._pen.font)?.[1] ?? '10');
    return { width: [...text].length * size * 0.55 };
  }

  fillRect(...rect: number[]): void {
    this.marks.push({ type: 'fillRect', rect, pen: this._colours });
  }

  strokeRect(...rect: number[]): void {
    this.marks.push({ type: 'strokeRect', rect, pen: this._colours });
  }

  /** The state in force, its colours those of the ground where it erases. */
  private get _colours(): Pen {
    const erases = this._pen.globalCompositeOperation === 'destination-out';
    return erases ? { ...this._pen, fillStyle: ground, strokeStyle: ground } : this._pen;
  }

  private _mark(type: PathMark['type'], rule: string): void {
    this.marks.push({ type, path: [...this._path], rule, pen: this._colours });
  }
}

/** Records what `draw` draws. Throws if it does not leave a context as it found it. */
export function record(draw: (ctx: CanvasRenderingContext2D) => void): RecordingContext {
  const faint = new RecordingContext();
  const state = { fillStyle: '#111111', strokeStyle: '#222222', lineWidth: 9, lineJoin: 'bevel', globalAlpha: 0.5 };
  Object.assign(faint.context, state);
  const before = faint.pen;
  draw(faint.context);
  if (faint.depth > 0 || JSON.stringify(faint.pen) !== JSON.stringify(before)) {
    throw new Error(`the context is left with ${JSON.stringify(faint.pen)}, ${faint.depth} states saved`);
  }
  const recording = new RecordingContext();
  draw(recording.context);
  return recording;
}

/** Returns the discs and rings of a path: its arcs. */
export function arcs(path: readonly Segment[]): Extract<Segment, { type: 'arc' }>[] {
  return path.filter((segment) => segment.type === 'arc');
}

/** Returns the points of a path of straight lines. Throws if the path has anything else. */
export function pointsOf(path: readonly Segment[]): [x: number, y: number][] {
  return path.map((segment) => {
    if (segment.type !== 'move' && segment.type !== 'line') throw new Error(segment.type);
    return [segment.x, segment.y];
  });
}

/** Returns the font size of a text in CSS pixels. */
export function fontSize({ pen }: TextMark): number {
  return parseFloat(/([\d.]+)px/.exec(pen.font)![1]);
}

/** Returns where a text ends across. */
export function endOf(mark: TextMark): number {
  return mark.x + [...mark.text].length * fontSize(mark) * 0.55;
}

/** Returns the straight lines of a path, each from x, y to x, y, as a canvas would draw them. */
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
