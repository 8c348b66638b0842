import { open } from 'node:fs/promises'
import { UserError } from '../../model/errors.ts'
import type { Chunks } from '../copy-file.ts'
import { crcBeforeZeros, crcOf } from './ogg-crc.ts'
import type { Changes } from './update.ts'
import {
  pictureComment,
  placeOfComment,
  readVorbisComment,
  updateComments,
  type VorbisComment,
  writeVorbisComment,
} from './vorbis-comment.ts'

/** The headers of an Ogg file with one stream of Vorbis or Opus (RFC 3533, RFC 7845). */
export interface OggHead {
  readonly codec: 'vorbis' | 'opus'
  readonly serial: number
  /** The first page, which stays as it is. */
  readonly first: Uint8Array
  readonly comment: VorbisComment
  /** The packets behind the comments: the setup of Vorbis. */
  readonly others: readonly Uint8Array[]
  /** How many pages hold all this, and where the first page of sound begins. */
  readonly pages: number
  readonly end: number
}

interface Page {
  readonly bytes: Uint8Array
  readonly flags: number
  readonly serial: number
  readonly lacing: Uint8Array
  readonly content: Uint8Array
}

const [CONTINUED, FIRST] = [1, 2]
const headerBytes = 27
const largestHead = 64 * 1024 * 1024
const marks = { vorbis: Buffer.from('\x03vorbis', 'latin1'), opus: Buffer.from('OpusTags') }

export async function readOggHead(path: string): Promise<OggHead> {
  await using file = await open(path)
  const read = async (position: number) => {
    const bytes = Buffer.alloc(headerBytes + 255 + 255 * 255)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, position)
    return readPage(bytes.subarray(0, bytesRead))
  }
  const first = await read(0)
  if (!first || !(first.flags & FIRST)) throw damaged()
  const codec = codecOf(first.content)
  const packets: Uint8Array[] = []
  const wanted = codec === 'opus' ? 1 : 2
  let [pages, end, open_] = [1, first.bytes.length, [] as Uint8Array[]]
  while (packets.length < wanted) {
    const page = await read(end)
    if (!page) throw damaged()
    if (page.serial !== first.serial || page.flags & FIRST)
      throw new UserError('there is more than one stream in it, which Songkeep cannot tag')
    const { whole, rest } = takePackets(page, open_)
    packets.push(...whole)
    open_ = rest
    pages++
    end += page.bytes.length
    if (end > largestHead) throw new UserError('its tags are larger than 64 MB')
  }
  const [comments, ...others] = packets
  if (!comments || packets.length > wanted || open_.length > 0) throw damaged()
  if (Buffer.compare(comments.subarray(0, marks[codec].length), marks[codec]) !== 0) throw damaged()
  const comment = readVorbisComment(comments.subarray(marks[codec].length))
  return { codec, serial: first.serial, first: first.bytes, comment, others, pages, end }
}

const damaged = () => new UserError('the head of the Ogg file is damaged')

function codecOf(content: Uint8Array): OggHead['codec'] {
  const name = Buffer.from(content.subarray(0, 8)).toString('latin1')
  if (name === 'OpusHead') return 'opus'
  if (name.startsWith('\x01vorbis')) return 'vorbis'
  throw new UserError('its Ogg stream is neither Vorbis nor Opus, which Songkeep cannot tag')
}

/** The page at the start of these bytes, where there is a whole one. */
function readPage(bytes: Uint8Array): Page | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < headerBytes || view.toString('latin1', 0, 4) !== 'OggS') return undefined
  const lacing = bytes.subarray(headerBytes, headerBytes + view.readUInt8(26))
  const start = headerBytes + view.readUInt8(26)
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

/** A packet ends with a segment shorter than 255. */
function takePackets({ lacing, content }: Page, open: readonly Uint8Array[]) {
  const whole: Uint8Array[] = []
  let rest = [...open]
  let at = 0
  for (const length of lacing) {
    rest.push(content.subarray(at, at + length))
    at += length
    if (length === 255) continue
    whole.push(Buffer.concat(rest))
    rest = []
  }
  return { whole, rest }
}

/** The headers with new comments, in as many pages as they need. */
export function writeOggHead(head: OggHead, changes: Changes) {
  const { comment, codec, first, others, serial } = head
  const comments = [
    ...updateComments(comment.comments, changes),
    ...(changes.cover ? [pictureComment(changes.cover)] : []),
  ]
  const rest = codec === 'vorbis' ? Buffer.of(1) : keptPadding(comment.rest)
  const packet = Buffer.concat([marks[codec], writeVorbisComment({ ...comment, comments, rest })])
  const pages = renderPages([packet, ...others], serial)
  return { bytes: Buffer.concat([first, ...pages]), pages: 1 + pages.length }
}

/** RFC 7845, section 5.2: what begins with an odd byte is data and stays, anything else is padding. */
const keptPadding = (rest: Uint8Array) => ((rest[0] ?? 0) & 1 ? rest : Buffer.of())

/** Packets without sound, from page 1 on. A packet of a multiple of 255 bytes ends with an empty segment. */
function renderPages(packets: readonly Uint8Array[], serial: number): Buffer[] {
  const segments = packets.flatMap((packet) => {
    const full = Math.floor(packet.length / 255)
    const cuts = Array.from({ length: full }, (_, i) => packet.subarray(i * 255, (i + 1) * 255))
    return [...cuts, packet.subarray(full * 255)]
  })
  const pages: Buffer[] = []
  for (let at = 0; at < segments.length; at += 255) {
    const part = segments.slice(at, at + 255)
    const continued = at > 0 && segments[at - 1]?.length === 255
    const ends = part.some(({ length }) => length < 255)
    const head = Buffer.alloc(headerBytes + part.length)
    head.write('OggS', 0)
    head.writeUInt8(continued ? CONTINUED : 0, 5)
    // No packet ends here: no position.
    head.writeBigInt64LE(ends ? 0n : -1n, 6)
    head.writeUInt32LE(serial, 14)
    head.writeUInt32LE(pages.length + 1, 18)
    head.writeUInt8(part.length, 26)
    for (const [index, { length }] of part.entries()) head.writeUInt8(length, headerBytes + index)
    const page = Buffer.concat([head, ...part])
    page.writeUInt32LE(crcOf(page), 22)
    pages.push(page)
  }
  return pages
}

export const placesInOgg = ({ comment }: OggHead) => comment.comments.map(placeOfComment)

/**
 * The file with another head. Where that has another number of pages, those of the sound are counted anew,
 * up to a next stream; a page that was damaged keeps a checksum that says so.
 */
export const withOggHead = (
  head: OggHead,
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
      if (bytes.length - found < headerBytes + 255 + 255 * 255) return found
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
