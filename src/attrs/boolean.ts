import type { Kind } from './kind.js';

/** True if the attribute is present, whatever its text. `"false"` is true too, as in HTML, with a problem. */
export const boolean: Kind<boolean> = {
  initial: false,
  read: (raw) => {
    if (typeof raw !== 'string') return { value: Boolean(raw) };
    if (raw.trim().toLowerCase() !== 'false') return { value: true };
    const expected = 'the attribute alone, or its absence';
    return { value: true, problem: { code: 'syntax', expected, hint: 'remove it to switch it off' } };
  },
};
