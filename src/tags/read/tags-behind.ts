import { APE_FOOTER_BYTES, type ApeItem, readApeFooter, readApeItems } from '../ape/ape-items.ts'
import { ID3V1_BYTES, ID3V1_PLUS_BYTES, type Id3v1, readId3v1 } from '../id3/id3v1.ts'
import { type FramesRead, readTag } from '../id3/id3v2-read.ts'
import { tagSize } from '../id3/id3v2-tags.ts'
import type { ByteSource } from './file-bytes.ts'

interface TagsBehind {
  /** Where the content ends. */
  readonly end: number
  readonly id3v1?: Id3v1
  readonly ape: readonly ApeItem[]
  readonly id3v2: readonly FramesRead[]
}

/** One tag whose last byte stands before the end. */
type Found = Omit<TagsBehind, 'ape' | 'id3v2'> & Partial<TagsBehind>

/** Whatever tags stand behind the content, in any order. */
export async function readTagsBehind(file: ByteSource, start: number): Promise<TagsBehind> {
  let found: TagsBehind = { end: file.size, ape: [], id3v2: [] }
  for (;;) {
    const one = await readLast(file, start, found.end)
    if (!one) return found
    found = {
      end: one.end,
      id3v1: found.id3v1 ?? one.id3v1,
      ape: found.ape.length > 0 ? found.ape : (one.ape ?? []),
      id3v2: [...found.id3v2, ...(one.id3v2 ?? [])],
    }
  }
}

/** No longer footer than this; ID3v2 without one is looked for in it. */
const TAIL_BYTES = 16 * 1024

async function readLast(file: ByteSource, start: number, end: number): Promise<Found | undefined> {
  const from = Math.max(start, end - TAIL_BYTES)
  const tail = await file.read(from, end - from)
  return (
    readId3v1At(tail, end) ??
    (await readApeAt(file, tail, start, end)) ??
    readLyricsAt(tail, start, end) ??
    (await readId3v2At(file, tail, start, end))
  )
}

function readId3v1At(tail: Buffer, end: number): Found | undefined {
  const tag = tail.subarray(-ID3V1_BYTES)
  if (tag.length < ID3V1_BYTES || tag.toString('latin1', 0, 3) !== 'TAG') return undefined
  const longer = tail.subarray(0, -ID3V1_BYTES).subarray(-ID3V1_PLUS_BYTES)
  const hasLonger = longer.length === ID3V1_PLUS_BYTES && longer.toString('latin1', 0, 4) === 'TAG+'
  const bytes = ID3V1_BYTES + (hasLonger ? ID3V1_PLUS_BYTES : 0)
  return { end: end - bytes, id3v1: readId3v1(tag, hasLonger ? longer : undefined) }
}

/** One that claims to begin before the content does lies: its footer alone is taken away. */
async function readApeAt(file: ByteSource, tail: Buffer, start: number, end: number) {
  const footer = readApeFooter(tail.subarray(-APE_FOOTER_BYTES))
  if (!footer) return undefined
  const from = end - footer.size
  const itemsEnd = end - APE_FOOTER_BYTES
  if (footer.size < APE_FOOTER_BYTES || from < start) return { end: itemsEnd }
  const ape = readApeItems(await file.read(from, itemsEnd - from), footer.items)
  const hasHeader = readApeFooter(await file.read(from - APE_FOOTER_BYTES, APE_FOOTER_BYTES))
  return { end: hasHeader ? from - APE_FOOTER_BYTES : from, ape }
}

/** https://id3.org/Lyrics3v2 and https://id3.org/Lyrics3; what they say is not read. */
function readLyricsAt(tail: Buffer, start: number, end: number): Found | undefined {
  const mark = tail.toString('latin1', Math.max(0, tail.length - 9))
  const isSecond = mark === 'LYRICS200'
  if (!isSecond && mark !== 'LYRICSEND') return undefined
  const size = Number(tail.toString('latin1', tail.length - 15, tail.length - 9))
  const begin = tail.lastIndexOf('LYRICSBEGIN')
  const from = isSecond && size > 0 ? end - 15 - size : begin < 0 ? end : end - tail.length + begin
  return from >= start && from < end ? { end: from } : undefined
}

/** A tag behind the content has a footer, which says where it begins; programs that append one forget it. */
async function readId3v2At(file: ByteSource, tail: Buffer, start: number, end: number) {
  const footer = tail.subarray(-10)
  const size = footer.toString('latin1', 0, 3) === '3DI' ? tagSize(asHeader(footer)) : 0
  if (size > 0 && end - size >= start) {
    const bytes = await file.read(end - size, size)
    if (tagSize(bytes) === size) return { end: end - size, id3v2: [readTag(bytes)] }
  }
  for (let at = tail.indexOf('ID3'); at >= 0; at = tail.indexOf('ID3', at + 1))
    if (tagSize(tail.subarray(at)) === tail.length - at && !isInChunk(tail.subarray(0, at)))
      return { end: end - tail.length + at, id3v2: [readTag(tail.subarray(at))] }
  return undefined
}

/** The last chunk of WAVE, AIFF (sizes of four bytes) or DSDIFF (of eight) may be a tag: it belongs to the content. */
const isInChunk = (before: Buffer) =>
  /ID3 (?:.{4}|.{8})$/is.test(before.toString('latin1', Math.max(0, before.length - 12)))

const asHeader = (footer: Buffer) => Buffer.concat([Buffer.from('ID3'), footer.subarray(3)])
