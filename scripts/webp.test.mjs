import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { animate } from './webp.mjs';

/** A still picture in the file's form, whose pixels are `bytes`, after a chunk that is none of its pixels. */
function still(bytes) {
  const chunk = (name, data) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
  };
  const body = Buffer.concat([Buffer.from('WEBP'), chunk('ICCP', Buffer.from([9])), chunk('VP8 ', Buffer.from(bytes))]);
  return chunk('RIFF', body);
}

/** The chunks between two offsets: name, offset of the data, length. */
function chunksOf(file, from, to) {
  const found = [];
  for (let at = from; at < to;) {
    const length = file.readUInt32LE(at + 4);
    found.push([file.toString('latin1', at, at + 4), at + 8, length]);
    at += 8 + length + (length % 2);
  }
  return found;
}

describe('animate', () => {
  const frames = [{ still: still([1, 2, 3]), milliseconds: 400 }, { still: still([4, 5]), milliseconds: 70_000 }];
  const file = animate(frames, 1080, 576);
  const chunks = chunksOf(file, 12, file.length);

  it('writes the length of the file, its size and one chunk a frame', () => {
    assert.equal(file.readUInt32LE(4), file.length - 8);
    assert.deepEqual(chunks.map(([name]) => name), ['VP8X', 'ANIM', 'ANMF', 'ANMF']);
    const [[, header]] = chunks;
    assert.deepEqual([file.readUIntLE(header + 4, 3), file.readUIntLE(header + 7, 3)], [1079, 575]);
  });

  it('keeps of each still its pixels alone, and how long it is shown', () => {
    const shown = chunks.slice(2).map(([, at, length]) => {
      const [[name, from, count], ...others] = chunksOf(file, at + 16, at + length);
      return [file.readUIntLE(at + 12, 3), name, [...file.subarray(from, from + count)], others.length];
    });
    assert.deepEqual(shown, [[400, 'VP8 ', [1, 2, 3], 0], [70_000, 'VP8 ', [4, 5], 0]]);
  });
});
