/** Returns how many letters must be put in, taken out or replaced to make one text of another. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let k = 0; k < b.length; k++) {
      next.push(Math.min(next[k] + 1, row[k + 1] + 1, row[k] + (a[i] === b[k] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}

/** Longest text that is compared; no name is as long. */
const MAX_LENGTH = 40;

/**
 * Returns the name that is probably meant by a text: the one that it is like but for capitals, signs and a third of its
 * letters, or of which it is the beginning. Undefined where there is none.
 */
export function nearestName<T extends string>(text: string, names: Iterable<T>): T | undefined {
  const plain = (each: string): string => each.toLowerCase().replace(/[^a-z\d]/g, '');
  const wanted = plain(text.slice(0, MAX_LENGTH));
  let [nearest, least]: [T | undefined, number] = [undefined, Math.min(3, wanted.length / 3 + 0.1)];
  for (const name of names) {
    const isBeginning = wanted.length > 3 && plain(name).startsWith(wanted);
    const distance = isBeginning ? 0.5 : editDistance(wanted, plain(name));
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}
