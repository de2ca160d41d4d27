import { nearestName } from '../nearest.js';
import { constants, functions, operators, variables, type Operation } from './functions.js';
import { failAt, quote, readTokens, type Token } from './tokens.js';

/** An expression as a tree. `column` is the place that messages name. */
export type ExpressionNode = NumberNode | VariableNode | OperationNode;

interface NumberNode {
  readonly type: 'number';
  readonly value: number;
  readonly column: number;
  /** Whether it is the result of a comparison of numbers. */
  readonly decides?: boolean;
}
interface VariableNode { readonly type: 'variable'; readonly name: string; readonly column: number }
interface OperationNode {
  readonly type: 'operation';
  readonly name: string;
  readonly operation: Operation;
  readonly operands: readonly ExpressionNode[];
  readonly column: number;
}

/** Deepest nesting of parentheses, functions and operators before an operand. */
const MAX_DEPTH = 64;
const comparisons = ['<', '<=', '>', '>=', '==', '!='];

/**
 * Parses an expression. From loose to tight: `or` and `xor`, `and`, `not`, comparisons (one at a time), `+ -`, `* /`,
 * minus before an operand, `^` from the right: −x^2 is −(x^2), 2^3^2 is 2^9. Between two comparisons `^` is `xor`, as
 * in Python, C and JavaScript.
 *
 * Operations on numbers are replaced by their results. Throws: RangeError that names the column.
 */
export function parseExpression(text: string): ExpressionNode {
  return new Parser(readTokens(text)).parse();
}

class Parser {
  private readonly _tokens: readonly Token[];
  private _at = 0;
  private _depth = 0;

  constructor(tokens: readonly Token[]) {
    this._tokens = tokens;
  }

  parse(): ExpressionNode {
    const whole = this._or();
    const { type, text } = this._next;
    if (type === 'end') return whole;
    const before = this._tokens[this._at - 1];
    if (type === 'number' || type === 'name' || text === '(') this._fail(`an operator, as "*" after ${before.text}`);
    const isPoint = text === ',' && before.type === 'number' && this._tokens[this._at + 1].type === 'number';
    return this._fail(isPoint ? 'a point within a number, as in 1.5' : 'an operator or the end');
  }

  private get _next(): Token {
    return this._tokens[this._at];
  }

  private _or(): ExpressionNode {
    return this._chain(['or', 'xor'], () => this._chain(['and'], () => this._not()));
  }

  private _not(): ExpressionNode {
    const token = this._take('not');
    return token ? operate(token, [this._nest(() => this._not())]) : this._comparison();
  }

  private _comparison(): ExpressionNode {
    const left = this._sum();
    const token = this._take(...comparisons);
    if (!token) return left;
    const comparison = operate(token, [left, this._sum()]);
    const second = this._take(...comparisons);
    if (second) failAt(second.column, '"and" or "or" between comparisons, as in a < b and b < c', quote(second.text));
    return comparison;
  }

  private _sum(): ExpressionNode {
    return this._chain(['+', '-'], () => this._chain(['*', '/'], () => this._signed()));
  }

  private _signed(): ExpressionNode {
    const token = this._take('-');
    return token ? operate({ ...token, text: 'negate' }, [this._nest(() => this._signed())]) : this._power();
  }

  private _power(): ExpressionNode {
    const base = this._operand();
    const token = this._take('^');
    if (!token) return base;
    const exponent = this._nest(() => this._signed());
    return operate(decides(base) && decides(exponent) ? { ...token, text: 'xor' } : token, [base, exponent]);
  }

  private _operand(): ExpressionNode {
    const { type, text, column } = this._next;
    if (type === 'number') {
      this._at++;
      const value = Number(text);
      return Number.isFinite(value) ? { type, value, column } : failAt(column, 'a number below 1.8e308', quote(text));
    }
    if (type === 'name') return this._named();
    if (!this._take('(')) return this._fail('a number, a name or "("');
    const inner = this._nest(() => this._or());
    this._close();
    return inner;
  }

  private _named(): ExpressionNode {
    const token = this._next;
    const { text: name, column } = token;
    this._at++;
    const value = constants.get(name);
    if (value !== undefined) return { type: 'number', value, column };
    if (variables.has(name)) return { type: 'variable', name, column };
    const operation = functions.get(name);
    if (!operation) return failAt(column, expectedName(name), quote(name));
    if (!this._take('(')) return this._fail(`"(" after ${name}`);
    const operands = this._nest(() => this._list());
    const { from, to } = operation;
    if (operands.length < from) return this._fail(`"," and a second operand of ${name}`);
    if (operands.length > to) failAt(operands[to].column, `${to} operand${to === 1 ? '' : 's'} of ${name}`, 'more');
    this._close();
    if (to === 1) return operate(token, operands, operation);
    return operands.reduce((left, right) => operate(token, [left, right], operation));
  }

  private _list(): ExpressionNode[] {
    const list = [this._or()];
    while (this._take(',')) list.push(this._or());
    return list;
  }

  /** Parses operands joined by any of some operators, from the left. */
  private _chain(signs: readonly string[], parseOperand: () => ExpressionNode): ExpressionNode {
    let left = parseOperand();
    for (let token = this._take(...signs); token; token = this._take(...signs)) {
      left = operate(token, [left, parseOperand()]);
    }
    return left;
  }

  private _nest<T>(parseInner: () => T): T {
    if (++this._depth > MAX_DEPTH) failAt(this._next.column, `at most ${MAX_DEPTH} levels of nesting`);
    const inner = parseInner();
    this._depth--;
    return inner;
  }

  private _close(): void {
    if (!this._take(')')) this._fail('an operator or ")"');
  }

  private _fail(expected: string): never {
    failAt(this._next.column, expected, quote(this._next.text));
  }

  /** Returns the next token and moves past it, if it is one of some operators. */
  private _take(...signs: readonly string[]): Token | undefined {
    const token = this._next;
    if (token.type !== 'operator' || !signs.includes(token.text)) return undefined;
    this._at++;
    return token;
  }
}

/** Returns whether the value of a tree is always 0 or 1, as of a comparison. */
function decides(node: ExpressionNode): boolean | undefined {
  return node.type === 'operation' ? node.operation.decides : node.type === 'number' && node.decides;
}

/** What is written here for some functions of other languages. */
const renamed = new Map([
  ['pow', '"^", as in x^2'], ['sqr', '"^", as in x^2'], ['hypot', '"r", or "sqrt"'], ['atan', '"atan2"'],
  ['arctan', '"atan2"'], ['mod', '"floor"'], ['round', '"floor"'], ['ceil', '"floor"'], ['phi', '"theta"'],
  ['true', '1'], ['false', '0'],
]);

/** Returns what is expected in place of a name that is none. */
function expectedName(name: string): string {
  const instead = renamed.get(name);
  if (instead) return instead;
  if (/^[xyr]+$/.test(name)) return `"${[...name].join('*')}"`;
  const near = nearestName(name, [...variables.keys(), ...constants.keys(), ...functions.keys()]);
  if (near) return `"${near}"`;
  const names = [...variables.keys(), ...constants.keys()].join(', ');
  return `${names} or a function: ${[...functions.keys()].join(' ')}`;
}

/** Returns an operation, or its result if the operands are numbers and the result is finite. */
function operate(
  { text: name, column }: Token, operands: readonly ExpressionNode[], operation = operators.get(name)!,
): ExpressionNode {
  const [a, b] = operands;
  if (name === '/' && b.type === 'number' && b.value === 0) failAt(b.column, 'a divisor other than 0');
  if (a.type === 'number' && (!b || b.type === 'number')) {
    const value = operation.f(a.value, b ? b.value : NaN);
    if (Number.isFinite(value)) return { type: 'number', value, column, decides: operation.decides };
  }
  return { type: 'operation', name, operation, operands, column };
}
