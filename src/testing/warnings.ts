import { forgetWarnings } from '../page/warnings.js';
import { stub } from './host.js';

/** Keeps warnings off the console and in `messages` until `restore`, and lets each be reported again. */
export function catchWarnings(messages: string[] = []): { readonly messages: string[]; readonly restore: () => void } {
  messages.length = 0;
  forgetWarnings();
  const restore = stub(console, 'warn', (message: unknown) => void messages.push(String(message)));
  return { messages, restore };
}

/** Declares hooks that keep warnings off the console in each test of a suite, and returns those of the present test. */
export function holdWarnings(): string[] {
  const warnings: string[] = [];
  let restore: () => void;
  beforeEach(() => void ({ restore } = catchWarnings(warnings)));
  afterEach(() => restore());
  return warnings;
}
