/** The most items that are read of one value from outside: a million points of data are read and cut. */
const MAX_ITEMS = 10_000_000;

/**
 * Returns a value from outside with its arrays copied, holes as undefined. Each item is read once, so that what is
 * checked is what is used, whatever getters and proxies do.
 *
 * Throws: RangeError if arrays hold over ten million items together, as cyclic ones do; what reading an item throws.
 */
export function plainCopy(value: unknown): unknown {
  let left = MAX_ITEMS;
  const copy = (part: unknown): unknown => {
    if (!Array.isArray(part)) return part;
    const { length } = part;
    left -= length;
    if (left < 0) throw new RangeError('plainCopy: more than ten million items');
    const items = new Array<unknown>(length);
    for (let k = 0; k < length; k++) items[k] = copy(part[k]); // no iterator: it may be another's
    return items;
  };
  return copy(value);
}
