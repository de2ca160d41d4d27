/** What was wrong with a value, in words for the page's author. */
export interface Problem {
  /** `syntax`: not of the kind, the default is used; `range`: beyond a bound, the nearest is used. */
  readonly code: 'syntax' | 'range';
  /** What is accepted, to follow "expected". */
  readonly expected: string;
  /** How to mend it, where that can be told. */
  readonly hint?: string;
}

export interface Parsed<T> {
  /** The value to use, whatever was given. */
  readonly value: T;
  readonly problem?: Problem;
}

/**
 * One kind of attribute. `read` takes attribute text as well as what a script wrote to the property,
 * never throws, and always yields a value to use.
 */
export interface Kind<T> {
  /** In use when nothing is given. */
  readonly initial: T;
  readonly read: (raw: unknown) => Parsed<T>;
  /** Whether the element cannot do what it is for without a usable value. */
  readonly fatal?: boolean;
}

/** Longest text that is parsed at all, in UTF-16 units; JSON may be longer. */
export const MAX_TEXT_LENGTH = 2000;

/** What `kind` may be told besides. */
export interface KindOptions {
  /** Text beyond this never reaches `read`. Default `maxTextLength`. */
  readonly longest?: number;
  /** How to mend a text with digits on both sides of a comma. */
  readonly commaHint?: string;
}

/** A kind from its parts. */
export function defineKind<T>(
  initial: T, expected: string, read: (raw: unknown) => Parsed<T> | undefined,
  { longest = MAX_TEXT_LENGTH, commaHint }: KindOptions = {},
): Kind<T> {
  return {
    initial,
    read: (raw) => {
      const tooLong = typeof raw === 'string' && raw.length > longest;
      let parsed: Parsed<T> | undefined;
      try {
        parsed = tooLong ? undefined : read(raw);
      } catch {
        // an object that throws when it is looked at; told of below
      }
      if (parsed) return parsed;
      const hint = tooLong ? `longer than ${longest} characters`
        : typeof raw === 'string' && /\d,\d/.test(raw) ? commaHint : undefined;
      return { value: initial, problem: { code: 'syntax', expected, ...(hint !== undefined && { hint }) } };
    },
  };
}

/** `value` as an author would write it. */
export function toAttributeText(value: unknown): string {
  if (Array.isArray(value)) return value.map(toAttributeText).join([' ', '; ', ' | '][depth(value[0])]);
  return value === Infinity ? 'none' : String(value);
}

/** How many arrays lie in one another. */
function depth(value: unknown): number {
  return Array.isArray(value) ? 1 + depth(value[0]) : 0;
}
