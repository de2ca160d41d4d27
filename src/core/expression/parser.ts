import { constants, functions, operators, variables, type Operation } from './functions.js';
import { quote, readTokens, failAt, type Token } from './tokens.js';

/** A number, a variable, or an operation on other parts; `column` is where it is told of. */
export type ExpressionNode =
  | { readonly type: 'number'; readonly value: number; readonly column: number }
  | { readonly type: 'variable'; readonly name: string; readonly column: number }
  | { readonly type: 'operation'; readonly name: string; readonly operation: Operation; readonly operands: readonly ExpressionNode[]; readonly column: number };

/** Deepest nesting of parentheses, functions and operators before an operand. */
const DEEPEST = 64;
const comparisons = ['<', '<=', '>', '>=', '==', '!='];

/**
 * Reads an expression. From loose to tight: `or`, `and`, `not`, comparisons (one at a time), `+ -`,
 * `* /`, minus before an operand, `^` from the right: −x^2 is −(x^2), 2^3^2 is 2^9.
 *
 * Operations on numbers alone are done at once. Throws: RangeError that names the column.
 */
export function parseExpression(text: string): ExpressionNode {
  return new Parser(readTokens(text)).whole();
}

class Parser {
  private readonly _tokens: readonly Token[];
  private _at = 0;
  private _depth = 0;

  constructor(tokens: readonly Token[]) {
    this._tokens = tokens;
  }

  whole(): ExpressionNode {
    const part = this._or();
    if (this._next.type !== 'end') this._refuse('an operator or the end');
    return part;
  }

  private get _next(): Token {
    return this._tokens[this._at];
  }

  private _or(): ExpressionNode {
    return this._chain(['or'], () => this._chain(['and'], () => this._not()));
  }

  private _not(): ExpressionNode {
    const token = this._take('not');
    return token ? make(token, operators.get('not')!, [this._deeper(() => this._not())]) : this._comparison();
  }

  private _comparison(): ExpressionNode {
    const left = this._sum();
    const token = this._take(...comparisons);
    if (!token) return left;
    const part = make(token, operators.get(token.text)!, [left, this._sum()]);
    const second = this._take(...comparisons);
    if (second) failAt(second.column, '"and" or "or" between comparisons, as in a < b and b < c', quote(second.text));
    return part;
  }

  private _sum(): ExpressionNode {
    return this._chain(['+', '-'], () => this._chain(['*', '/'], () => this._signed()));
  }

  private _signed(): ExpressionNode {
    const token = this._take('-');
    return token ? make({ ...token, text: 'negate' }, operators.get('negate')!, [this._deeper(() => this._signed())]) : this._power();
  }

  private _power(): ExpressionNode {
    const base = this._operand();
    const token = this._take('^');
    return token ? make(token, operators.get('^')!, [base, this._deeper(() => this._signed())]) : base;
  }

  private _operand(): ExpressionNode {
    const { type, text, column } = this._next;
    if (type === 'number') {
      this._at++;
      const value = Number(text);
      return Number.isFinite(value) ? { type, value, column } : failAt(column, 'a number below 1.8e308', quote(text));
    }
    if (type === 'name') return this._named();
    if (!this._take('(')) return this._refuse('a number, a name or "("');
    const part = this._deeper(() => this._or());
    this._close();
    return part;
  }

  private _named(): ExpressionNode {
    const token = this._next;
    const { text: name, column } = token;
    this._at++;
    const value = constants.get(name);
    if (value !== undefined) return { type: 'number', value, column };
    if (variables.has(name)) return { type: 'variable', name, column };
    const operation = functions.get(name);
    if (!operation) {
      const names = [...variables.keys(), ...constants.keys()].join(', ');
      return failAt(column, `${names} or a function: ${[...functions.keys()].join(' ')}`, quote(name));
    }
    if (!this._take('(')) return this._refuse(`"(" after ${name}`);
    const operands = this._deeper(() => this._list());
    const { from, to } = operation;
    if (operands.length < from) return this._refuse(`"," and a second operand of ${name}`);
    if (operands.length > to) return failAt(operands[to].column, `${to === 1 ? 'one operand' : `${to} operands`} of ${name}`, 'more');
    this._close();
    if (to === 1) return make(token, operation, operands);
    return operands.slice(1).reduce((left, right) => make(token, operation, [left, right]), operands[0]);
  }

  private _list(): ExpressionNode[] {
    const parts = [this._or()];
    while (this._take(',')) parts.push(this._or());
    return parts;
  }

  private _chain(texts: readonly string[], read: () => ExpressionNode): ExpressionNode {
    let left = read();
    for (let token = this._take(...texts); token; token = this._take(...texts)) left = make(token, operators.get(token.text)!, [left, read()]);
    return left;
  }

  private _deeper<T>(read: () => T): T {
    if (++this._depth > DEEPEST) failAt(this._next.column, `at most ${DEEPEST} levels of nesting`);
    const value = read();
    this._depth--;
    return value;
  }

  private _close(): void {
    if (!this._take(')')) this._refuse('an operator or ")"');
  }

  private _refuse(expected: string): never {
    failAt(this._next.column, expected, quote(this._next.text));
  }

  /** The next token if it is one of these operators; goes past it. */
  private _take(...texts: readonly string[]): Token | undefined {
    const token = this._next;
    if (token.type !== 'operator' || !texts.includes(token.text)) return undefined;
    this._at++;
    return token;
  }
}

/** An operation, or its result where that is the same everywhere. */
function make({ text: name, column }: Token, operation: Operation, operands: readonly ExpressionNode[]): ExpressionNode {
  const [a, b] = operands;
  if (name === '/' && b.type === 'number' && b.value === 0) failAt(b.column, 'a divisor other than 0');
  if (a.type !== 'number' || (b && b.type !== 'number')) return { type: 'operation', name, operation, operands, column };
  const value = operation.f(a.value, b ? (b as typeof a).value : NaN);
  return Number.isFinite(value) ? { type: 'number', value, column } : { type: 'operation', name, operation, operands, column };
}
