/** A piece of an expression. */
export interface Token {
  /** An `operator` is any sign, including parentheses and commas, or one of the words `and`, `or`, `xor`, `not`. */
  readonly type: 'number' | 'name' | 'operator' | 'end';
  /** As the language has it, whatever the author wrote. */
  readonly text: string;
  /** Column of its first character, from 1. */
  readonly column: number;
}

/** Longest expression, in UTF-16 units. */
export const MAX_EXPRESSION_LENGTH = 200;
const MAX_QUOTED_LENGTH = 20;

const signs = '<=|>=|==|!=|\\*\\*|&&|\\|\\||[-+*/^(),<>\u2212×·⋅÷≤≥≠∧∨⊕¬]';
const token = new RegExp('\\s*(?:(\\d+\\.?\\d*(?:e[+-]?\\d+)?|\\.\\d+(?:e[+-]?\\d+)?)'
  + `|((?:(?:math|np|numpy)\\.)?[a-z_]\\w*|[πθ])|([⁰¹²³⁴-⁹⁻]+)|(${signs}))`, 'iy');
const words = new Set(['and', 'or', 'xor', 'not']);

/** What people write for signs and names of the language. */
const synonyms = new Map([
  ['**', '^'], ['&&', 'and'], ['||', 'or'], ['\u2212', '-'], ['×', '*'], ['·', '*'], ['⋅', '*'], ['÷', '/'],
  ['≤', '<='], ['≥', '>='], ['≠', '!='], ['∧', 'and'], ['∨', 'or'], ['⊕', 'xor'], ['¬', 'not'],
  ['π', 'pi'], ['θ', 'theta'], ['ln', 'log'], ['arctan2', 'atan2'],
]);

/** What to write instead of some signs that are not in the language. */
const replacements = new Map([
  ['=', '"=="'], ['&', '"and"'], ['|', '"or", or "abs" as in abs(x)'], ['!', '"not"'], ['√', '"sqrt" as in sqrt(x)'],
  ['[', '"("'], ['{', '"("'], [']', '")"'], ['}', '")"'],
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

/** Returns raised digits and signs as ordinary ones. */
function lowered(raised: string): string {
  return raised.replace(/./g, (sign) => '-0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)]);
}

/** Splits a text into tokens. Throws: RangeError with the column of the first sign that is not in the language. */
export function readTokens(text: string): readonly Token[] {
  // Full width forms, as East Asian keyboards have them, are read as the signs that they stand for.
  const read = text.slice(0, MAX_EXPRESSION_LENGTH + 1)
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
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
    const [whole, number, name, raised, sign] = match;
    const written = number ?? name ?? raised ?? sign;
    const column = at + whole.length - written.length + 1;
    at += whole.length;
    if (raised !== undefined) {
      tokens.push({ type: 'operator', text: '^', column });
      for (const { type, text: found } of readTokens(lowered(raised)).slice(0, -1)) {
        tokens.push({ type, text: found, column });
      }
      continue;
    }
    const plain = written.toLowerCase().replace(/^\w+\.(?=[a-z_])/, ''); // Math.sin, np.pi
    const found = number ?? synonyms.get(plain) ?? plain;
    const type = number !== undefined ? 'number' : sign !== undefined || words.has(found) ? 'operator' : 'name';
    tokens.push({ type, text: found, column });
  }
  if (text.length > MAX_EXPRESSION_LENGTH) {
    failAt(MAX_EXPRESSION_LENGTH + 1, `at most ${MAX_EXPRESSION_LENGTH} characters`);
  }
  tokens.push({ type: 'end', text: '', column: at + 1 });
  return tokens;
}
