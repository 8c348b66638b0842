import type { Id3Frame } from './id3v2-frame.ts'

/** The bytes of one tag. */
export function writeFrames(frames: readonly Id3Frame[], version: 3 | 4 = 4): Uint8Array {
  const parts = frames.flatMap(({ id, data, grouped }) => [
    Buffer.from(id, 'latin1'),
    version === 4 ? writeSyncSafe(data.length) : writeUint32(data.length),
    Uint8Array.of(0, grouped ? (version === 4 ? 0x40 : 0x20) : 0),
    data,
  ])
  const size = parts.reduce((sum, { length }) => sum + length, 0)
  const header = Uint8Array.of(0x49, 0x44, 0x33, version, 0, 0)
  return Buffer.concat([header, writeSyncSafe(size), ...parts])
}

const writeSyncSafe = (size: number) =>
  Uint8Array.of(size >>> 21, (size >>> 14) & 0x7f, (size >>> 7) & 0x7f, size & 0x7f)

function writeUint32(size: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(size)
  return bytes
}
