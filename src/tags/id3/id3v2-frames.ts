import { inflateSync } from 'node:zlib'
import { readFrames2 } from './id3v2-2.ts'
import { type Id3Frame, textsOf } from './id3v2-frame.ts'
import { renew } from './id3v2-renew.ts'

/** Frames with the same key are the same: texts and pages by their name, others by their content. */
function keyOf({ id, data }: Id3Frame): string {
  if (id === 'TXXX' || id === 'WXXX') return `${id}:${textsOf({ id, data })[0]?.toLowerCase()}`
  return /^[TW]/.test(id) ? id : `${id}:${Buffer.from(data).toString('latin1')}`
}

/** The frames of all tags that stand in a row at the file's start; what is damaged ends its tag. */
export function readFrames(start: Uint8Array): Id3Frame[] {
  const frames: Id3Frame[] = []
  let rest = start
  for (let size = tagSize(rest); size > 0; size = tagSize(rest)) {
    const found = readTag(rest.subarray(0, size))
    const known = new Set(found.length > 0 ? frames.map(keyOf) : [])
    frames.push(...found.filter((frame) => known.size === 0 || !known.has(keyOf(frame))))
    rest = rest.subarray(size)
  }
  return frames
}

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

/** Header, content and footer of the tag at the start; 0 where there is none. */
export function tagSize(bytes: Uint8Array): number {
  if (bytes.length < 10 || Buffer.from(bytes.subarray(0, 3)).toString('latin1') !== 'ID3') return 0
  const footer = byte(bytes, 5) & 0x10 ? 10 : 0
  return 10 + readSyncSafe(bytes, 6) + footer
}

function readTag(bytes: Uint8Array): Id3Frame[] {
  const [version, flags] = [byte(bytes, 3), byte(bytes, 5)]
  const content = bytes.subarray(10)
  if (version === 4)
    return readFrames4(flags & 0x40 ? behindHeader(content, readSyncSafe) : content)
  if (version !== 2 && version !== 3) return []
  const plain = flags & 0x80 ? undoUnsync(content) : content
  if (version === 3)
    return renew(
      readFrames3(flags & 0x40 ? behindHeader(plain, (at) => 4 + readUint32(at, 0)) : plain),
    )
  // A tag of ID3v2.2 may be packed as a whole, by a method that was never said.
  return flags & 0x40 ? [] : renew(readFrames2(plain))
}

/** The extended header says its size first. */
const behindHeader = (content: Uint8Array, size: (content: Uint8Array, at: number) => number) =>
  content.subarray(size(content, 0))

const frameName = /^[A-Z][A-Z0-9]{3}$/

function nameAt(content: Uint8Array, position: number): string | undefined {
  const name = Buffer.from(content.subarray(position, position + 4)).toString('latin1')
  return position + 10 <= content.length && frameName.test(name) ? name : undefined
}

/** https://id3.org/id3v2.3.0, section 3.3 */
function readFrames3(content: Uint8Array): Id3Frame[] {
  const frames: Id3Frame[] = []
  for (let position = 0, id = nameAt(content, 0); id; id = nameAt(content, position)) {
    const size = readUint32(content, position + 4)
    const format = byte(content, position + 9)
    let data = content.subarray(position + 10, position + 10 + size)
    position += 10 + size
    if (data.length < size) break
    const [compressed, encrypted, grouped] = [format & 0x80, format & 0x40, (format & 0x20) !== 0]
    // Only the program that encrypted it can read it.
    if (encrypted) continue
    const group = data.subarray(compressed ? 4 : 0, compressed ? 5 : 1)
    if (compressed) {
      const packed = data.subarray(grouped ? 5 : 4)
      data = Buffer.concat([grouped ? group : new Uint8Array(), inflate(packed)])
    }
    frames.push({ id, data, grouped: grouped || undefined })
  }
  return frames
}

/** https://id3.org/id3v2.4.0-structure, section 4 */
function readFrames4(content: Uint8Array): Id3Frame[] {
  const frames: Id3Frame[] = []
  for (let position = 0, id = nameAt(content, 0); id; id = nameAt(content, position)) {
    const size = frameSize4(content, position)
    const format = byte(content, position + 9)
    let data = content.subarray(position + 10, position + 10 + size)
    position += 10 + size
    if (data.length < size) break
    const grouped = (format & 0x40) !== 0
    if (format & 0x04) continue
    const group = data.subarray(0, grouped ? 1 : 0)
    data = data.subarray(group.length + (format & 0x01 ? 4 : 0))
    if (format & 0x02) data = undoUnsync(data)
    if (format & 0x08) data = inflate(data)
    if (grouped) data = Buffer.concat([group, data])
    frames.push({ id, data, grouped: grouped || undefined })
  }
  return frames
}

/** Old versions of iTunes wrote sizes of ID3v2.4 frames as plain numbers: taken so where only that fits. */
function frameSize4(content: Uint8Array, position: number): number {
  const [size, plain] = [readSyncSafe(content, position + 4), readUint32(content, position + 4)]
  const fits = (end: number) =>
    end === content.length || nameAt(content, end) !== undefined || content[end] === 0
  return !fits(position + 10 + size) && fits(position + 10 + plain) ? plain : size
}

const MAX_INFLATED_BYTES = 16 * 1024 * 1024

function inflate(packed: Uint8Array): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_INFLATED_BYTES })
  } catch {
    return new Uint8Array()
  }
}

function undoUnsync(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0 && i > 0 && bytes[i - 1] === 0xff) continue
    result[length++] = byte(bytes, i)
  }
  return result.subarray(0, length)
}

const byte = (bytes: Uint8Array, at: number) => bytes[at] ?? 0

const readUint32 = (bytes: Uint8Array, at: number) =>
  [0, 1, 2, 3].reduce((sum, i) => sum * 256 + byte(bytes, at + i), 0)

const readSyncSafe = (bytes: Uint8Array, at: number) =>
  [0, 1, 2, 3].reduce((sum, i) => sum * 128 + (byte(bytes, at + i) & 0x7f), 0)

const writeSyncSafe = (size: number) =>
  Uint8Array.of(size >>> 21, (size >>> 14) & 0x7f, (size >>> 7) & 0x7f, size & 0x7f)

function writeUint32(size: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(size)
  return bytes
}
