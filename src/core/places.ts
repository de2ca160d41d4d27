/** An interval [low, high]. */
type Interval = readonly number[];

/** Returns the coordinate of node k of `count` ≥ 2 nodes spread evenly over [−1, 1]; the first is −1, the last 1. */
export function nodeCoordinate(k: number, count: number): number {
  return (2 * k) / (count - 1) - 1;
}

/** Returns the nodes of a grid on [−1, 1]²: [count² × 2], row by row from the bottom (y = −1) and the left (x = −1). */
export function gridNodes(count: number): Float64Array<ArrayBuffer> {
  return pointsOf(count, (column) => nodeCoordinate(column, count), (row) => nodeCoordinate(row, count));
}

/** Returns the centres of count² cells on [−1, 1]²: [count² × 2], row by row from the top (y near 1) and the left. */
export function cellCentres(count: number): Float64Array<ArrayBuffer> {
  return pointsOf(count, (column) => (2 * column + 1) / count - 1, (row) => 1 - (2 * row + 1) / count);
}

function pointsOf(count: number, x: (column: number) => number, y: (row: number) => number): Float64Array<ArrayBuffer> {
  const points = new Float64Array(2 * count * count);
  let i = 0;
  for (let row = 0; row < count; row++) {
    const height = y(row);
    for (let column = 0; column < count; column++) {
      points[i++] = x(column);
      points[i++] = height;
    }
  }
  return points;
}

/** Maps a coordinate of the plane linearly to a domain: −1 to `low`, 1 to `high`. */
export function toDomain(coordinate: number, [low, high]: Interval): number {
  return low + ((coordinate + 1) * (high - low)) / 2;
}

/** Maps a value of a domain linearly to the plane: `low` to −1, `high` to 1. */
export function fromDomain(value: number, [low, high]: Interval): number {
  return (2 * value - low - high) / (high - low);
}
