/** Joins still WebP pictures to an animated one (WebP container specification, RFC 9649). */

/** Returns a chunk of RIFF: four letters, the length, the data, padded to an even length. */
function chunk(name, ...data) {
  const body = Buffer.concat(data);
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function uint24(...values) {
  const bytes = Buffer.alloc(3 * values.length);
  values.forEach((value, k) => bytes.writeUIntLE(value, 3 * k, 3));
  return bytes;
}

/** Returns the chunks of a still picture that hold its pixels, as they are in the file. */
function pixelsOf(still) {
  const chunks = [];
  for (let at = 12; at < still.length;) {
    const next = at + 8 + still.readUInt32LE(at + 4) + (still.readUInt32LE(at + 4) % 2);
    if (['ALPH', 'VP8 ', 'VP8L'].includes(still.toString('latin1', at, at + 4))) chunks.push(still.subarray(at, next));
    at = next;
  }
  return Buffer.concat(chunks);
}

/**
 * Returns an animated WebP that repeats for ever.
 *
 * `frames` are `{ still, milliseconds }`: a WebP file of `width` × `height` pixels, and how long it is shown.
 */
export function animate(frames, width, height) {
  const size = uint24(width - 1, height - 1);
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    chunk('VP8X', Buffer.from([0b10, 0, 0, 0]), size), // animated, without alpha
    chunk('ANIM', Buffer.from([255, 255, 255, 255, 0, 0])), // the ground, and no end
    ...frames.map(({ still, milliseconds }) => chunk(
      'ANMF', uint24(0, 0), size, uint24(milliseconds), Buffer.from([0b10]), pixelsOf(still), // drawn over, unmixed
    )),
  ]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
