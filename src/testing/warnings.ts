import { forgetWarnings } from '../page/warnings.js';
import { stub } from './host.js';

/** Keeps warnings off the console until `restore`, and lets each be told anew. */
export function catchWarnings(): { readonly messages: string[]; readonly restore: () => void } {
  const messages: string[] = [];
  forgetWarnings();
  const restore = stub(console, 'warn', (message: unknown) => void messages.push(String(message)));
  return { messages, restore };
}
