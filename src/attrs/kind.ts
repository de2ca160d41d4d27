import { plainCopy } from '../core/plain-copy.js';

/** What was wrong with a value, in words for the page's author. */
export interface Problem {
  /** `syntax`: the value is not of the kind, the default is used; `range`: it is out of bounds, the nearest is used. */
  readonly code: 'syntax' | 'range';
  /** What is accepted, to follow the word "expected". */
  readonly expected: string;
  /** How to correct the value, if that is known. */
  readonly hint?: string;
}

export interface Parsed<T> {
  /** The value to use, whatever was given. */
  readonly value: T;
  readonly problem?: Problem;
}

/** A kind of attribute: how its text, or what a script writes to its property, becomes a value. */
export interface Kind<T> {
  /** The value in use when nothing is given. */
  readonly initial: T;
  /** Returns a value to use for anything. Never throws. */
  readonly read: (raw: unknown) => Parsed<T>;
  /** Whether the element cannot work without a usable value. */
  readonly fatal?: boolean;
}

/** Longest text that is parsed, in UTF-16 units; kinds of JSON have limits of their own. */
export const MAX_TEXT_LENGTH = 2000;

/**
 * Defines a kind by a reader that returns undefined for what it cannot read, and may throw. It gets arrays as copies.
 *
 * Text longer than `maxLength` never reaches the reader. `hintFor` returns the hint for text that cannot be read.
 */
export function defineKind<T>(
  initial: T, expected: string, read: (raw: unknown) => Parsed<T> | undefined,
  { maxLength = MAX_TEXT_LENGTH, hintFor }: {
    readonly maxLength?: number;
    readonly hintFor?: (text: string) => string | undefined;
  } = {},
): Kind<T> {
  return {
    initial,
    read: (raw) => {
      const tooLong = typeof raw === 'string' && raw.length > maxLength;
      const parsed = tooLong ? undefined : valueOrUndefined(() => read(plainCopy(raw)));
      if (parsed) return parsed;
      const hint = tooLong ? `longer than ${maxLength} characters`
        : typeof raw === 'string' ? hintFor?.(raw) : undefined;
      return { value: initial, problem: { code: 'syntax', expected, ...(hint !== undefined && { hint }) } };
    },
  };
}

/** Extends a kind by values that mean "none". Its property then reads as `none`, which is also the default. */
export function optional<T>(kind: Kind<T>, none: T, isNone: (raw: unknown) => boolean): Kind<T> {
  return {
    initial: none,
    read: (raw) => (valueOrUndefined(() => isNone(raw)) ? { value: none } : kind.read(raw)),
  };
}

/** Extends a kind by the word `none`, and by what scripts write for it. Its property reads `none` by default too. */
export function orNone<T>(kind: Kind<T>, none: T, isNone: (raw: unknown) => boolean): Kind<T> {
  const read = (raw: unknown): Parsed<T> => {
    const { value, problem } = kind.read(raw);
    return { value, ...(problem && { problem: { ...problem, expected: `${problem.expected}, or none` } }) };
  };
  return optional({ ...kind, read }, none, (raw) =>
    (typeof raw === 'string' ? raw.trim().toLowerCase() === 'none' : isNone(raw)));
}

/** Returns a value to use, with a `range` problem if it had to be changed to fit. */
export function fitted<T>(value: T, changed: boolean, expected: string): Parsed<T> {
  return changed ? { value, problem: { code: 'range', expected } } : { value };
}

/** Returns the value of JSON text, and anything but text as it is. Throws: SyntaxError. */
export function parseJson(raw: unknown): unknown {
  return typeof raw === 'string' ? JSON.parse(raw) : raw;
}

/** Returns a result, or undefined if it throws, as objects from a page may when they are looked at. */
export function valueOrUndefined<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}

/** Returns a value as an author would write it in an attribute. */
export function toAttributeText(value: unknown): string {
  if (Array.isArray(value)) return value.map(toAttributeText).join([' ', '; ', ' | '][depthOf(value[0])]);
  return value === Infinity ? 'none' : String(value);
}

/** Returns how many arrays are nested. */
function depthOf(value: unknown): number {
  return Array.isArray(value) ? 1 + depthOf(value[0]) : 0;
}
