import fc from 'fast-check';

/** Numbers spread evenly, unlike those of `fc.double`, most of which are nearly 0. */
export function evenly(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 1e6 }).map((k) => min + ((max - min) * k) / 1e6);
}

/** Numbers of any size between two bounds. */
export function numbers(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}
