import { defineKind, type Kind } from './kind.js';

/** Any text of 1 to `longest` characters, trimmed; a number a script writes reads as its text. */
export function text(initial: string, longest = 200): Kind<string> {
  return defineKind(initial, `a text of 1 to ${longest} characters`, (raw) => {
    const value = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim() : '';
    return value === '' || value.length > longest ? undefined : { value };
  }, { longest: longest + 100 });
}

/** Like `text`, but an empty one is no mistake and reads as none. */
export function optionalText(longest = 200): Kind<string> {
  const some = text('', longest);
  return { initial: '', read: (raw) => (typeof raw === 'string' && raw.trim() === '' ? { value: '' } : some.read(raw)) };
}
