import { defineKind, type Kind } from './kind.js';
import { list } from './list.js';

/** Two numbers, or none: the property then reads, and may be set to, an empty array. */
export function optionalPair(shape: { min: number; max: number; ascending?: boolean }): Kind<readonly number[]> {
  const some = list([], { minLength: 2, maxLength: 2, ...shape });
  const none = defineKind(some.initial, '', (raw) => (Array.isArray(raw) && raw.length === 0 ? { value: some.initial } : undefined));
  return {
    initial: some.initial,
    read: (raw) => (none.read(raw).problem ? some.read(raw) : { value: some.initial }),
  };
}
