import { note } from './totals.mjs';

/** A reporter of node:test that notes its totals and what failed; it prints nothing. */
export default async function* count(source) {
  const totals = { pass: 0, fail: 0, cancelled: 0 };
  const failures = [];
  for await (const { type, data } of source) {
    // The runner's own sums come last, without a file of their own.
    const [, name, value] = (type === 'test:diagnostic' && /^(pass|fail|cancelled) (\d+)$/.exec(data.message)) || [];
    if (name) totals[name] = Number(value);
    // A suite, or a file, fails with its tests.
    const error = data.details?.error;
    if (type === 'test:fail' && error?.failureType !== 'subtestsFailed') {
      failures.push(`${data.name}: ${error?.cause?.message ?? error?.message}`);
    }
  }
  note(process.env.NN_LABEL ?? 'tests', totals.pass, totals.fail + totals.cancelled, failures);
  yield '';
}
