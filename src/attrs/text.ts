import { defineKind, optional, type Kind } from './kind.js';

/** A text of 1 to `maxLength` characters, trimmed. A number that a script writes reads as its text. */
export function text(initial: string, maxLength = 200): Kind<string> {
  return defineKind(initial, `a text of 1 to ${maxLength} characters`, (raw) => {
    const value = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim() : '';
    return value === '' || value.length > maxLength ? undefined : { value };
  }, { maxLength: maxLength + 100 });
}

/** A text as `text`, or none, which is the empty text. */
export function optionalText(maxLength = 200): Kind<string> {
  return optional(text('', maxLength), '', (raw) => typeof raw === 'string' && raw.trim() === '');
}
