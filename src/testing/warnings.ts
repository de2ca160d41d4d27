import { forgetWarnings } from '../page/warnings.js';
import { stub } from './host.js';

/** Keeps warnings off the console until `restore`, and lets each be reported again. */
export function catchWarnings(): { readonly messages: string[]; readonly restore: () => void } {
  const messages: string[] = [];
  forgetWarnings();
  const restore = stub(console, 'warn', (message: unknown) => void messages.push(String(message)));
  return { messages, restore };
}

/** Declares hooks that keep warnings off the console in each test of a suite, and returns those of the present test. */
export function holdWarnings(): string[] {
  const warnings: string[] = [];
  let restore: () => void;
  beforeEach(() => {
    warnings.length = 0;
    forgetWarnings();
    restore = stub(console, 'warn', (message: unknown) => void warnings.push(String(message)));
  });
  afterEach(() => restore());
  return warnings;
}
