import { frameName2, readFrames2, renewFrame2 } from './id3v2-2.ts'
import { byteAt, inflate, readSyncSafe, readUint32, undoUnsync } from './id3v2-bytes.ts'
import type { Id3Frame } from './id3v2-frame.ts'
import { renew } from './id3v2-renew.ts'

/** A frame that is there and cannot be used. */
export interface DroppedFrame {
  readonly id: string
  readonly why: 'encrypted' | 'damaged' | 'unknown'
}

export interface FramesRead {
  /** As ID3v2.4 has them. */
  readonly frames: readonly Id3Frame[]
  readonly dropped: readonly DroppedFrame[]
}

const HEADER_BYTES = 10
const none: FramesRead = { frames: [], dropped: [] }

/** The frames of one tag, from its header on; what is damaged ends it, and one without any is damaged. */
export function readTag(bytes: Uint8Array): FramesRead {
  const [version, flags] = [byteAt(bytes, 3), byteAt(bytes, 5)]
  const unsynced = (flags & 0x80) !== 0
  const footer = version === 4 && (flags & 0x10) !== 0 ? HEADER_BYTES : 0
  const end = Math.min(HEADER_BYTES + readSyncSafe(bytes, 6), bytes.length - footer)
  const stored = bytes.subarray(HEADER_BYTES, end)
  // ID3v2.4 has it frame by frame, and sizes count what is stored.
  const content = unsynced && version < 4 ? undoUnsync(stored) : stored
  const read = readContent(content, version, flags)
  const isEmpty = read.frames.length + read.dropped.length === 0
  if (!isEmpty || content.every((byte) => byte === 0)) return read
  return { frames: [], dropped: [{ id: `ID3v2.${version}`, why: 'damaged' }] }
}

function readContent(content: Uint8Array, version: number, flags: number): FramesRead {
  const unsynced = (flags & 0x80) !== 0
  if (version === 2) {
    // A tag of ID3v2.2 may be packed as a whole, by a method that was never said.
    return flags & 0x40 ? none : { frames: renew(readFrames2(content)), dropped: [] }
  }
  if (version !== 3 && version !== 4) return none
  const extended = flags & 0x40 ? sizeOfExtended(content, version) : 0
  const read = readFrames34(content.subarray(extended), version, unsynced)
  return version === 3 ? { ...read, frames: renew(read.frames) } : read
}

/** The extended header says its size first; programs set the flag where there is none. */
function sizeOfExtended(content: Uint8Array, version: 3 | 4): number {
  if (nameAt(content, 0) !== undefined) return 0
  const size = version === 3 ? 4 + readUint32(content, 0) : readSyncSafe(content, 0)
  return size < content.length ? size : 0
}

/** iTunes wrote names of ID3v2.2 into later tags, with a space or a NUL behind them. */
const NAME = /^[A-Z][A-Z0-9]{2}[A-Z0-9 \0]$/

function nameAt(content: Uint8Array, position: number): string | undefined {
  if (position + HEADER_BYTES > content.length) return undefined
  const name = Buffer.from(content.subarray(position, position + 4)).toString('latin1')
  return NAME.test(name) ? name : undefined
}

/** https://id3.org/id3v2.3.0, section 3.3, and https://id3.org/id3v2.4.0-structure, section 4 */
function readFrames34(content: Uint8Array, version: 3 | 4, unsynced: boolean): FramesRead {
  const sizeAt = version === 4 && !hasPlainSizes(content) ? readSyncSafe : readUint32
  const frames: Id3Frame[] = []
  const dropped: DroppedFrame[] = []
  for (let position = 0, name = nameAt(content, 0); name; name = nameAt(content, position)) {
    const size = sizeAt(content, position + 4)
    const format = byteAt(content, position + 9)
    const data = content.subarray(position + HEADER_BYTES, position + HEADER_BYTES + size)
    position += HEADER_BYTES + size
    const id = /[ \0]$/.test(name) ? frameName2(name) : name
    if (data.length < size) {
      dropped.push({ id: id ?? name, why: 'damaged' })
      break
    }
    if (size === 0) continue
    if (id === undefined) {
      dropped.push({ id: name.slice(0, 3), why: 'unknown' })
      continue
    }
    const read = version === 3 ? unpack3(data, format) : unpack4(data, format, unsynced)
    if (typeof read === 'string') dropped.push({ id, why: read })
    else frames.push(renewFrame2({ id: name, ...read }))
  }
  return { frames, dropped }
}

type Unpacked = Omit<Id3Frame, 'id'> | DroppedFrame['why']

function unpack3(data: Uint8Array, format: number): Unpacked {
  const [compressed, encrypted, grouped] = [format & 0x80, format & 0x40, (format & 0x20) !== 0]
  // Only the program that encrypted it can read it.
  if (encrypted) return 'encrypted'
  if (!compressed) return { data, grouped: grouped || undefined }
  const group = data.subarray(4, grouped ? 5 : 4)
  const plain = inflate(data.subarray(4 + group.length))
  return plain ? { data: Buffer.concat([group, plain]), grouped: grouped || undefined } : 'damaged'
}

function unpack4(data: Uint8Array, format: number, unsynced: boolean): Unpacked {
  if (format & 0x04) return 'encrypted'
  const grouped = (format & 0x40) !== 0
  const group = data.subarray(0, grouped ? 1 : 0)
  const hasLength = (format & 0x01) !== 0
  const length = hasLength ? readSyncSafe(data, group.length) : undefined
  const stored = data.subarray(group.length + (hasLength ? 4 : 0))
  // Some programs set the tag's flag alone; a length that fits already says that nothing was put in.
  const isSynced = (format & 0x02) === 0 && (!unsynced || length === stored.length)
  const synced = isSynced ? stored : undoUnsync(stored)
  const plain = format & 0x08 ? (inflate(synced) ?? inflate(data.subarray(group.length))) : synced
  if (!plain) return 'damaged'
  return { data: grouped ? Buffer.concat([group, plain]) : plain, grouped: grouped || undefined }
}

/** Old versions of iTunes wrote sizes of ID3v2.4 frames as plain numbers: taken so where that gets further. */
function hasPlainSizes(content: Uint8Array): boolean {
  const [safe, plain] = [readSyncSafe, readUint32].map((sizeAt) => walk(content, sizeAt))
  return (plain?.end ?? 0) > (safe?.end ?? 0) && plain?.isWhole === true && safe?.isWhole === false
}

/** How far the frames lead by such sizes, and whether nothing but padding is left there. */
function walk(content: Uint8Array, sizeAt: typeof readUint32) {
  let end = 0
  while (nameAt(content, end) !== undefined) {
    const next = end + HEADER_BYTES + sizeAt(content, end + 4)
    if (next > content.length) return { end, isWhole: false }
    end = next
  }
  return { end, isWhole: content.subarray(end).every((byte) => byte === 0) }
}
