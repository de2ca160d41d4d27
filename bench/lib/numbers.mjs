import { cpus, totalmem } from 'node:os';

export function quantile(values, q) {
  const sorted = [...values].sort((x, y) => x - y);
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted[low] + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]);
}

export const median = (values) => quantile(values, 0.5);

/** Half the distance between the quartiles, as a share of the median. */
export const spread = (values) => (quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median(values);

export const short = (value) => (value === undefined || Number.isNaN(value) ? '–' : `${+value.toPrecision(value < 0.1 ? 1 : 2)}`);

export const row = (cells) => `| ${cells.join(' | ')} |`;

export const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

export const machine = () => `${cpus().length} cores of ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, V8 ${process.versions.v8}`;
