/** A piece of an expression. */
export interface Token {
  /** An `operator` is any sign, including parentheses and commas, or one of the words `and`, `or`, `not`. */
  readonly type: 'number' | 'name' | 'operator' | 'end';
  readonly text: string;
  /** Column of its first character, from 1. */
  readonly column: number;
}

/** Longest expression, in UTF-16 units. */
export const MAX_EXPRESSION_LENGTH = 200;
const MAX_QUOTED_LENGTH = 20;

const token = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([a-z_]\w*)|(<=|>=|==|!=|[-+*/^(),<>\u2212]))/iy;
const words = new Set(['and', 'or', 'not']);

/** What to write instead of some signs that are not in the language. */
const replacements = new Map([
  ['=', '"=="'], ['&', '"and"'], ['|', '"or"'], ['!', '"not"'], ['×', '"*"'], ['·', '"*"'], ['÷', '"/"'],
  ['≤', '"<="'], ['≥', '">="'], ['≠', '"!="'],
]);

/** Throws a RangeError that names the column, the text expected there and the text found. */
export function failAt(column: number, expected: string, found?: string): never {
  throw new RangeError(`column ${column}: expected ${expected}${found === undefined ? '' : `, found ${found}`}`);
}

/** Returns a text in quotation marks for a message, shortened. */
export function quote(text: string): string {
  if (text === '') return 'the end';
  return `"${text.length > MAX_QUOTED_LENGTH ? `${text.slice(0, MAX_QUOTED_LENGTH)}…` : text}"`;
}

/** Returns a sign in quotation marks, or its code point if the sign is invisible. */
function quoteSign(sign: string): string {
  if (!/[\p{C}\p{Z}\p{M}]/u.test(sign)) return `"${sign}"`;
  return `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Splits a text into tokens. Throws: RangeError with the column of the first sign that is not in the language. */
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
      failAt(column + 1, replacements.get(sign) ?? 'a number, a name or an operator', quoteSign(sign));
    }
    const [whole, number, name, sign] = match;
    const found = number ?? name ?? sign;
    const type = number !== undefined ? 'number' : sign !== undefined || words.has(name) ? 'operator' : 'name';
    tokens.push({ type, text: found === '\u2212' ? '-' : found, column: at + whole.length - found.length + 1 });
    at += whole.length;
  }
  if (text.length > MAX_EXPRESSION_LENGTH) {
    failAt(MAX_EXPRESSION_LENGTH + 1, `at most ${MAX_EXPRESSION_LENGTH} characters`);
  }
  tokens.push({ type: 'end', text: '', column: at + 1 });
  return tokens;
}
