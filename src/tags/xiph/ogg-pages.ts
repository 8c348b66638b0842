import type { Chunks } from '../../base/copy-file.ts'
import { crcBeforeZeros, crcOf } from './ogg-crc.ts'

/** A page of Ogg: RFC 3533, section 6. */
export interface OggPage {
  readonly bytes: Uint8Array
  readonly flags: number
  readonly serial: number
  readonly lacing: Uint8Array
  readonly content: Uint8Array
}

/** The page begins with the rest of a packet. */
export const CONTINUED = 1
/** The page begins a stream. */
export const FIRST = 2
const HEADER_BYTES = 27
export const MAX_PAGE_BYTES = HEADER_BYTES + 255 + 255 * 255

/** The page at the start of these bytes, where there is a whole one. */
export function readPage(bytes: Uint8Array): OggPage | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < HEADER_BYTES || view.toString('latin1', 0, 4) !== 'OggS') return undefined
  const lacing = bytes.subarray(HEADER_BYTES, HEADER_BYTES + view.readUInt8(26))
  const start = HEADER_BYTES + view.readUInt8(26)
  const end = start + lacing.reduce((sum, length) => sum + length, 0)
  if (end > bytes.length) return undefined
  return {
    bytes: bytes.subarray(0, end),
    flags: view.readUInt8(5),
    serial: view.readUInt32LE(14),
    lacing,
    content: bytes.subarray(start, end),
  }
}

/** A packet ends with a segment shorter than 255; `open` is the beginning of one, from pages before. */
export function takePackets({ lacing, content }: OggPage, open: readonly Uint8Array[]) {
  const whole: Uint8Array[] = []
  let rest = [...open]
  let [from, at] = [0, 0]
  for (const length of lacing) {
    at += length
    if (length === 255) continue
    whole.push(Buffer.concat([...rest, content.subarray(from, at)]))
    rest = []
    from = at
  }
  return { whole, rest: from < at ? [...rest, content.subarray(from, at)] : rest }
}

/** Packets without audio, from page 1 on. A packet of a multiple of 255 bytes ends with an empty segment. */
export function renderPages(packets: readonly Uint8Array[], serial: number) {
  const lacing = Buffer.concat(
    packets.map(({ length }) => {
      const segments = Buffer.alloc(Math.floor(length / 255) + 1, 255)
      segments.writeUInt8(length % 255, segments.length - 1)
      return segments
    }),
  )
  const content = Buffer.concat(packets)
  const pages = Math.ceil(lacing.length / 255)
  const bytes = Buffer.alloc(pages * HEADER_BYTES + lacing.length + content.length)
  let [from, start] = [0, 0]
  for (let number = 1; number <= pages; number++) {
    const at = (number - 1) * 255
    const part = lacing.subarray(at, at + 255)
    const size = part.reduce((sum, length) => sum + length, 0)
    const page = bytes.subarray(start, start + HEADER_BYTES + part.length + size)
    page.write('OggS', 0)
    page.writeUInt8(lacing[at - 1] === 255 ? CONTINUED : 0, 5)
    // No packet ends here: no position.
    page.writeBigInt64LE(part.some((length) => length < 255) ? 0n : -1n, 6)
    page.writeUInt32LE(serial, 14)
    page.writeUInt32LE(number, 18)
    page.writeUInt8(part.length, 26)
    part.copy(page, HEADER_BYTES)
    content.copy(page, HEADER_BYTES + part.length, from, from + size)
    page.writeUInt32LE(crcOf(page), 22)
    from += size
    start += page.length
  }
  return { bytes, pages }
}

/** The part of a page behind its first packets. */
export interface PageTail {
  /** Whether it is the stream's last page. */
  readonly flags: number
  readonly granule: bigint
  readonly lacing: Uint8Array
  readonly content: Uint8Array
}

/** What stands on a page behind so many packets that end there; nothing where that is all. */
export function tailOf({ bytes, flags, lacing, content }: OggPage, packets: number) {
  let [segments, length] = [0, 0]
  for (let left = packets; left > 0 && segments < lacing.length; segments++) {
    const size = lacing[segments] ?? 0
    length += size
    if (size < 255) left--
  }
  if (segments === lacing.length) return undefined
  const granule = Buffer.from(bytes).readBigInt64LE(6)
  const tail = { lacing: lacing.subarray(segments), content: content.subarray(length) }
  return { ...tail, flags: flags & ~CONTINUED, granule } satisfies PageTail
}

/** A page of its own for that. */
export function renderTail(tail: PageTail, serial: number, number: number): Buffer {
  const head = Buffer.alloc(HEADER_BYTES)
  head.write('OggS', 0)
  head.writeUInt8(tail.flags, 5)
  head.writeBigInt64LE(tail.granule, 6)
  head.writeUInt32LE(serial, 14)
  head.writeUInt32LE(number, 18)
  head.writeUInt8(tail.lacing.length, 26)
  const page = Buffer.concat([head, tail.lacing, tail.content])
  page.writeUInt32LE(crcOf(page), 22)
  return page
}

/** The first pages of a file, which others are to take the place of. */
export interface OggHeadPages {
  readonly serial: number
  readonly pages: number
  /** Where the first page behind them begins. */
  readonly end: number
}

/**
 * The file with another head. Where that has another number of pages, those of the audio are renumbered,
 * up to a next stream; a page that was damaged keeps a checksum that says so.
 */
export const withOggHead = (
  head: OggHeadPages,
  fresh: { readonly bytes: Uint8Array; readonly pages: number },
) =>
  async function* (chunks: Chunks): Chunks {
    yield fresh.bytes
    const shift = fresh.pages - head.pages
    let skip = head.end
    let held: Uint8Array = Buffer.of()
    let counting = shift !== 0
    for await (const chunk of chunks) {
      const cut = Math.min(skip, chunk.length)
      skip -= cut
      if (cut === chunk.length) continue
      if (!counting) {
        yield chunk.subarray(cut)
        continue
      }
      // A copy: pages are changed in place, and the chunk is another's.
      const bytes = Buffer.concat([held, chunk.subarray(cut)])
      const done = recount(bytes, shift, head.serial, () => {
        counting = false
      })
      yield bytes.subarray(0, done)
      held = counting ? bytes.subarray(done) : Buffer.of()
      if (!counting) yield bytes.subarray(done)
    }
    yield held
  }

/** Counts whole pages anew and returns where the first one begins that is not whole. */
function recount(bytes: Buffer, shift: number, serial: number, stop: () => void): number {
  let at = 0
  for (;;) {
    const found = bytes.indexOf('OggS', at)
    // What belongs to no page stays as it is; its last bytes may begin a mark.
    if (found < 0) return Math.max(at, bytes.length - 3)
    const page = readPage(bytes.subarray(found))
    if (!page) {
      if (bytes.length - found < MAX_PAGE_BYTES) return found
      at = found + 4
      continue
    }
    if (page.serial === serial) {
      if (page.flags & FIRST) {
        stop()
        return found
      }
      const view = bytes.subarray(found, found + page.bytes.length)
      const was = view.readUInt32LE(18)
      const is = (was + shift) >>> 0
      view.writeUInt32LE(is, 18)
      const change = Buffer.alloc(8)
      change.writeUInt32LE((was ^ is) >>> 0, 0)
      // The checksum itself counts as zero.
      view.writeUInt32LE(
        (view.readUInt32LE(22) ^ crcBeforeZeros(change, view.length - 26)) >>> 0,
        22,
      )
    }
    at = found + page.bytes.length
  }
}
