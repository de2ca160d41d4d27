/** A piece of an expression. */
export interface Token {
  /** `operator` is any sign, parentheses and commas among them, or a word that stands for one. */
  readonly type: 'number' | 'name' | 'operator' | 'end';
  readonly text: string;
  /** Of its first character, from 1. */
  readonly column: number;
}

/** Longest expression, in characters. */
export const MAX_EXPRESSION_LENGTH = 200;
const LONGEST_FOUND = 20;

const token = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([a-z_]\w*)|(<=|>=|==|!=|[-+*/^(),<>\u2212]))/iy;
const words = new Set(['and', 'or', 'not']);

/** What is written for a sign that there is not. */
const instead = new Map([
  ['=', '"=="'], ['&', '"and"'], ['|', '"or"'], ['!', '"not"'], ['×', '"*"'], ['·', '"*"'], ['÷', '"/"'],
  ['≤', '"<="'], ['≥', '">="'], ['≠', '"!="'],
]);

/** Throws: RangeError, always, that names the column and what was expected there. */
export function failAt(column: number, expected: string, found?: string): never {
  throw new RangeError(`column ${column}: expected ${expected}${found === undefined ? '' : `, found ${found}`}`);
}

/** `text` as a message can hold it. */
export function quote(text: string): string {
  return text === '' ? 'the end' : `"${text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text}"`;
}

/** A sign by itself, or its number where it cannot be seen. */
function nameOf(sign: string): string {
  return /[\p{C}\p{Z}\p{M}]/u.test(sign) ? `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` : `"${sign}"`;
}

/** Throws: RangeError with the column of a sign that is none of the language, or of the first character too many. */
export function readTokens(text: string): readonly Token[] {
  const read = text.slice(0, MAX_EXPRESSION_LENGTH + 1);
  const tokens: Token[] = [];
  let at = 0;
  for (const end = read.trimEnd().length; at < end;) {
    token.lastIndex = at;
    const match = token.exec(read);
    if (!match) {
      const column = at + /^\s*/.exec(read.slice(at))![0].length;
      const sign = String.fromCodePoint(read.codePointAt(column)!);
      failAt(column + 1, instead.get(sign) ?? 'a number, a name or an operator', nameOf(sign));
    }
    const [whole, number, name, sign] = match;
    const found = number ?? name ?? sign;
    const type = number !== undefined ? 'number' : sign !== undefined || words.has(name) ? 'operator' : 'name';
    tokens.push({ type, text: found === '\u2212' ? '-' : found, column: at + whole.length - found.length + 1 });
    at += whole.length;
  }
  if (text.length > MAX_EXPRESSION_LENGTH) failAt(MAX_EXPRESSION_LENGTH + 1, `at most ${MAX_EXPRESSION_LENGTH} characters`);
  tokens.push({ type: 'end', text: '', column: at + 1 });
  return tokens;
}
