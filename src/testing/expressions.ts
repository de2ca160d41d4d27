import type { Random } from '../core/random.js';

/** An expression as a tree, independent of what is tested: printed as text and evaluated by the engine's functions. */
export type ExpressionTree = number | string | Branch;
type Branch = [name: string, ...operands: ExpressionTree[]];

/** How tightly each operator binds; chains of one level go from the left. */
const levels: Readonly<Record<string, number>> = {
  or: 1, and: 2, not: 3, '<': 4, '<=': 4, '>': 4, '>=': 4, '==': 4, '!=': 4, '+': 5, '-': 5, '*': 6, '/': 6, negate: 7,
  '^': 8,
};
const comparisons = ['<', '<=', '>', '>=', '==', '!='];

const arithmetic = ['+', '-', '*', '/', '^', 'negate'];
const decisions = [...comparisons, 'and', 'or', 'not', 'step'];
const plain = ['abs', 'sqrt', 'min', 'max', 'sign', 'floor'];
const transcendental = ['exp', 'log', 'sin', 'cos', 'tan', 'atan2'];
const single = ['negate', 'not', 'step', 'abs', 'sqrt', 'sign', 'floor', 'exp', 'log', 'sin', 'cos', 'tan'];

/** Returns a random tree of at most `depth` levels of operations. */
export function randomTree(random: Random, depth: number): ExpressionTree {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  if (depth === 0 || random() < 0.15) {
    return random() < 0.6 ? one(['x', 'y', 'x', 'y', 'r', 'theta', 'pi', 'e']) : Math.floor(random() * 500) / 100;
  }
  const name = one(one([arithmetic, arithmetic, decisions, plain, transcendental]));
  const many = name === 'min' || name === 'max' ? 2 + Math.floor(random() * 3) : single.includes(name) ? 1 : 2;
  return [name, ...Array.from({ length: many }, () => randomTree(random, depth - 1))];
}

/** Returns the text of a tree with the parentheses that it needs, and more parentheses and spaces by chance. */
export function printTree(tree: ExpressionTree, random: Random, least = 0): string {
  const space = (): string => [' ', '', '', '  ', '\n\t'][Math.floor(random() * 5)];
  if (!Array.isArray(tree)) return typeof tree === 'number' ? numeral(tree, random) : String(tree);
  const [name, ...operands] = tree as Branch;
  const level = levels[name];
  if (level === undefined) {
    return `${name}${space()}(${operands.map((each) => space() + printTree(each, random) + space()).join(',')})`;
  }
  const [a, b] = operands;
  let text: string;
  if (name === 'negate') text = `${random() < 0.5 ? '-' : '−'}${space()}${printTree(a, random, level)}`;
  else if (name === 'not') text = `not ${printTree(a, random, level)}`;
  else {
    // The right operand binds tighter, since chains go from the left. Exceptions: ^ goes from the right and takes a
    // minus there; comparisons do not chain.
    const left = name === '^' || comparisons.includes(name) ? level + 1 : level;
    const right = name === '^' ? levels.negate : level + 1;
    const gap = /\w/.test(name) ? ' ' : space();
    text = `${printTree(a, random, left)}${gap}${name}${gap}${printTree(b, random, right)}`;
  }
  return level < least || random() < 0.1 ? `(${space()}${text}${space()})` : text;
}

function numeral(value: number, random: Random): string {
  const way = random();
  if (way < 0.2) return value.toExponential();
  return way < 0.4 && value > 0 && value < 1 ? String(value).slice(1) : String(value);
}

const is = (value: number): boolean => !Number.isNaN(value) && value !== 0;

const isDecision = (tree: ExpressionTree): boolean => Array.isArray(tree) && (
  decisions.includes(tree[0]) || (tree[0] === '^' && tree.slice(1).every(isDecision)));

/** Returns the value of a tree at a point, by the engine's own functions. */
export function evaluateTree(tree: ExpressionTree, x: number, y: number): number {
  if (typeof tree === 'number') return tree;
  if (typeof tree === 'string') {
    return { x, y, r: Math.hypot(x, y), theta: Math.atan2(y, x), pi: Math.PI, e: Math.E }[tree]!;
  }
  const [name, ...operands] = tree as Branch;
  const values = operands.map((each) => evaluateTree(each, x, y));
  const [a, b] = values;
  switch (name) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return a / b;
    case '^': return operands.every(isDecision) ? Number(is(a) !== is(b)) : Math.pow(a, b);
    case 'negate': return -a;
    case '<': return Number(a < b);
    case '<=': return Number(a <= b);
    case '>': return Number(a > b);
    case '>=': return Number(a >= b);
    case '==': return Number(a === b);
    case '!=': return Number(a !== b && !Number.isNaN(a) && !Number.isNaN(b));
    case 'and': return Number(is(a) && is(b));
    case 'or': return Number(is(a) || is(b));
    case 'not': return Number(!is(a));
    case 'step': return Number(a > 0);
    default: return (Math as unknown as Record<string, (...values: number[]) => number>)[name](...values);
  }
}
