import { reason, textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { ByteReader, utf8 } from '../../reading/bytes.ts'
import { buildPlaylist, checkCount, type ReadRow, skipRow } from '../../reading/entries.ts'
import { isAudioFile, isRemote } from '../../reading/location.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { nameByFile } from '../../reading/names/named-by-file.ts'

const MAGIC = [
  0xe1, 0xa0, 0x9c, 0x91, 0xf8, 0x3c, 0x77, 0x42, 0x85, 0x2c, 0x3b, 0xcc, 0x14, 0x01, 0xd3, 0xf2,
]

/**
 * foobar2000's FPL, as others have found it out: https://github.com/rr-/fpl_reader/blob/master/fpl-format.md. Texts that
 * are named by their place in a block, then a record for each track; numbers are little-endian.
 */
export const fpl: PlaylistFormat = {
  name: 'fpl',
  title: textReason('FPL (foobar2000)'),
  isBinary: true,
  recognise: ({ bytes }) => (MAGIC.every((byte, index) => bytes[index] === byte) ? 1 : 0),
  read: (input) => [
    buildPlaylist({ format: 'fpl', name: '', fallbackName: nameOf(input) }, readRows(input)),
  ],
  // The list says how many it has, behind its texts.
  count({ bytes }) {
    const at = MAGIC.length
    const uint32 = (from: number) =>
      [0, 1, 2, 3].reduce((sum, byte) => sum + (bytes[from + byte] ?? 0) * 256 ** byte, 0)
    return Math.min(uint32(at + 4 + uint32(at)), bytes.length)
  },
}

const HAS_METADATA = 0x01
const HAS_PADDING = 0x04
const PADDING_BYTES = 64
/** Size and time of the file. */
const FILE_BYTES = 16
/** Gain and peak, of the album and the track. */
const GAIN_BYTES = 16

function* readRows({ bytes }: FormatInput): Generator<ReadRow> {
  const reader = new ByteReader(bytes)
  reader.at = MAGIC.length
  const texts = reader.bytes(reader.uint32(true))
  const count = reader.uint32(true)
  for (let index = 0; index < count && reader.has(12); index++) {
    checkCount(index + 1)
    yield readTrack(reader, texts)
  }
}

function readTrack(reader: ByteReader, texts: Uint8Array): ReadRow {
  const flags = reader.uint32(true)
  const place = textAt(texts, reader.uint32(true))
  // Which of the songs in the file it is.
  reader.uint32(true)
  let seconds = 0
  let tags: ReadonlyMap<string, string> = new Map()
  if (flags & HAS_METADATA) {
    reader.bytes(FILE_BYTES)
    seconds = reader.float64(true)
    reader.bytes(GAIN_BYTES)
    tags = readTags(reader.bytes(reader.uint32(true) * 4), texts)
    if (flags & HAS_PADDING) reader.bytes(PADDING_BYTES)
  }
  const path = place.replace(/^file:\/\/(?=[a-z]:|\\|\/)/i, '')
  if (isRemote(path) && !isAudioFile(path) && !tags.has('title'))
    return skipRow(path, reason('playlist.stream-or-list'))
  return nameByFile({
    kind: 'track',
    title: tags.get('title'),
    artists: [tags.get('artist')],
    album: tags.get('album'),
    albumArtists: [tags.get('album artist')],
    durationMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined,
    date: tags.get('date'),
    trackNumber: tags.get('tracknumber'),
    discNumber: tags.get('discnumber'),
    uri: isRemote(path) ? path : undefined,
    path: isRemote(path) ? undefined : path,
  })
}

/**
 * Keys with their number, then the values by number: a number without a key of its own repeats the value before. The
 * second kind of keys is about the sound, and not read.
 */
function readTags(entries: Uint8Array, texts: Uint8Array): ReadonlyMap<string, string> {
  const reader = new ByteReader(entries)
  const count = reader.uint32(true)
  reader.at = 12
  const keys: (readonly [number, string])[] = []
  for (let index = 0; index < count && reader.has(8); index++)
    keys.push([reader.uint32(true), textAt(texts, reader.uint32(true))])
  // The number that comes next, with no key.
  reader.uint32(true)
  const values = reader.at
  const tags = new Map<string, string>()
  for (const [number, key] of keys) {
    reader.at = values + number * 4
    const name = key.toLowerCase()
    if (reader.has(4) && !tags.has(name)) tags.set(name, textAt(texts, reader.uint32(true)))
  }
  return tags
}

/** Bytes of a text that are looked at. */
const MAX_TEXT = 10_000

/** Up to the NUL that ends it. */
function textAt(texts: Uint8Array, offset: number): string {
  if (offset >= texts.length) return ''
  const end = texts.indexOf(0, offset)
  return utf8(texts.subarray(offset, Math.min(end < 0 ? texts.length : end, offset + MAX_TEXT)))
}
