import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Run } from '../../../draw/text.js';

/** How quantities are named: as in the article's program, or as in its formulas. */
export type Notation = 'program' | 'symbols';

/** Marks a name of the program among words, for whoever writes the words in a notation. */
export const inBraces = (name: string): string => `{${name}}`;

/** Splits words at the names in braces: every other part is a name, from the second on. */
export const splitAtNames = (text: string): string[] => text.split(/\{([^{}]*)\}/);

/** Returns words with the names in braces as the program has them. */
export const withoutBraces = (text: string): string => text.replace(/[{}]/g, '');

/** A name of the program with its indices: `w1[8].x`, `dOutZ`, `h1_a[j]`. */
const programName = new RegExp(
  '(?<![\\w.])(learningRate|prediction|target|error|outZ|dOutZ|dW|h\\d_[za]|d[HZ]\\d?|[wb]\\d|[xy])(?!\\w)'
  + '((?:\\[\\w+\\])*)(?:\\.([xy]))?', 'g');

/** Symbols of the names that say nothing but what they are; o is the output. */
const plainSymbols: Readonly<Record<string, readonly [variable: string, index?: string]>> = {
  learningRate: ['η'], target: ['t'], error: ['e'], prediction: ['a', 'o'], outZ: ['z', 'o'], dOutZ: ['δ', 'o'],
  dW: ['∂w'], x: ['x'], y: ['y'],
};
/** Symbols of h1_z, h1_a, dH and dZ, whose layer is written only where there are several. */
const layerSymbols: Readonly<Record<string, string>> = { z: 'z', a: 'a', H: '∂a', Z: 'δ' };

function symbolOf(name: string, indices: string, axis: string | undefined, isDeep: boolean): Run {
  const rest = [...indices.matchAll(/\[(\w+)\]/g)].map(([, index]) => index);
  const [known, output] = plainSymbols[name] ?? [];
  const [, layer = ''] = /(\d)/.exec(name) ?? [];
  const kind = /^h\d_(.)|^d(.)/.exec(name);
  const variable = known ?? (kind ? layerSymbols[kind[1] ?? kind[2]] : name[0]);
  const hasLayer = kind ? isDeep : true;
  const index = [output, hasLayer ? layer : '', ...rest, axis].filter(Boolean).join(',');
  return index ? { variable, index } : { variable };
}

/** Writes a formula of the program in symbols: `dZ[8] · x` as δ₈ · x. A network of several hidden layers is deep. */
export function symbolsOf(formula: string, isDeep: boolean): Run[] {
  const text = formula.replace(/sum\(([^()]*)\)/g, 'Σ $1');
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(programName)) {
    const [all, name, indices, axis] = match as unknown as [string, string, string, string | undefined];
    if (match.index > from) runs.push(text.slice(from, match.index));
    runs.push(symbolOf(name, indices, axis, isDeep));
    from = match.index + all.length;
  }
  if (from < text.length) runs.push(text.slice(from));
  return runs;
}

/** The microscopes on the page: all have the notation that the reader chose in any, as long as the page is open. */
const users = new Set<NotationController>();
let chosen: Notation = 'program';

/** Gives a microscope the notation that the reader chose. */
export class NotationController implements ReactiveController {
  private readonly _onChange: () => void;

  constructor(host: ReactiveControllerHost, onChange: () => void) {
    this._onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    users.add(this);
  }

  hostDisconnected(): void {
    users.delete(this);
  }

  get value(): Notation {
    return chosen;
  }

  /** Chooses a notation for all microscopes. */
  choose(notation: Notation): void {
    chosen = notation;
    for (const user of users) user._onChange();
  }
}
