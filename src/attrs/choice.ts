import { defineKind, type Kind } from './kind.js';

function find<T extends string>(names: readonly T[], raw: unknown): T | undefined {
  const wanted = typeof raw === 'string' ? raw.trim().toLowerCase() : undefined;
  return names.find((name) => name === wanted);
}

/** One of some lower-case names, written in any case. */
export function choice<T extends string>(names: readonly T[], initial: T): Kind<T> {
  return defineKind(initial, `one of ${names.join(', ')}`, (raw) => {
    const value = find(names, raw);
    return value === undefined ? undefined : { value };
  });
}

/** One or several of some lower-case names, in any case, between spaces or commas. Others and repeats are left out. */
export function choices<T extends string>(names: readonly T[], initial: readonly T[]): Kind<readonly T[]> {
  const expected = `some of ${names.join(', ')}`;
  return defineKind(Object.freeze([...initial]), expected, (raw) => {
    const words = typeof raw === 'string' ? raw.split(/[\s,]+/).filter(Boolean) : raw;
    if (!Array.isArray(words)) return undefined;
    const found = words.map((word) => find(names, word));
    const value = Object.freeze([...new Set(found.filter((name) => name !== undefined))]);
    if (value.length === 0) return undefined;
    return found.includes(undefined) ? { value, problem: { code: 'syntax', expected } } : { value };
  });
}
