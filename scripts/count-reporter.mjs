import { note } from './totals.mjs';

/** A reporter of node:test that notes its totals; it prints nothing. */
export default async function* count(source) {
  const totals = { pass: 0, fail: 0, cancelled: 0 };
  for await (const { type, data } of source) {
    // The runner's own sums come last, without a file of their own.
    const [, name, value] = (type === 'test:diagnostic' && /^(pass|fail|cancelled) (\d+)$/.exec(data.message)) || [];
    if (name) totals[name] = Number(value);
  }
  note(process.env.NN_LABEL ?? 'tests', totals.pass, totals.fail + totals.cancelled);
  yield '';
}
