import type { Kind } from './kind.js';

/** True where the attribute is present, whatever it says; `"false"` is true too, and warned of. */
export const boolean: Kind<boolean> = {
  initial: false,
  read: (raw) => {
    if (typeof raw !== 'string') return { value: Boolean(raw) };
    if (raw.trim().toLowerCase() !== 'false') return { value: true };
    return {
      value: true,
      problem: { code: 'syntax', expected: 'the attribute alone, or its absence', hint: 'remove it to switch it off' },
    };
  },
};
