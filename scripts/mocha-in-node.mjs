// Injected by the bundler where a test uses one of these names as a global, as mocha defines them.
export { after, afterEach, before, beforeEach, describe, it } from 'node:test';
