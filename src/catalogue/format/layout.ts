import { crc32 } from 'node:zlib'
import { type Reason, reason } from '../../model/reason.ts'

/**
 * Every byte of the file format that has a fixed place. What has not (record blocks) is declared in
 * `block.ts` and `body.ts`. All numbers are little-endian.
 */

/** Raised whenever a file written before could be misread; also covers how keys are made. */
export const VERSION = 2

/** A segment file, header included, never passes 1 GiB. */
export const HEADER_BYTES = 64
export const SEGMENT_PAYLOAD = 2 ** 30 - HEADER_BYTES

/** The parts of an index and their codes in segment headers. A part is one stream of bytes cut into segments. */
export const PARTS = {
  /** JSON: dictionaries and the symbol table of the text codec. */
  dictionary: 1,
  /** One entry an artist, by hash: where the artist's run of tracks begins. */
  artists: 2,
  /** One entry a track, in run order: what a scan of a run looks at. */
  keys: 3,
  /** Where each record block begins. */
  blocks: 4,
  /** Record blocks: what is given back. */
  records: 5,
  /** For each artist credited second or later: the tracks, wherever they lie. */
  guests: 6,
  /** Artist names with one letter left out → artist. */
  neighbours: 7,
  'neighbour-buckets': 8,
  /** Core title → tracks. */
  titles: 9,
  'title-buckets': 10,
  /** ISRC → tracks. */
  isrcs: 11,
  'isrc-buckets': 12,
} as const

export type SegmentPart = keyof typeof PARTS

/** The parts of a list of artists' names, which a catalogue may have beside its indexes. */
export const NAME_PARTS = {
  /** Name → those who are known by it. */
  names: 13,
  'name-buckets': 14,
  /** The names of each artist, one after another. */
  'artist-names': 15,
} as const

export type NamePart = keyof typeof NAME_PARTS

/** What an index that was cut out of a larger one has beside its own parts. */
export const SHARD_PARTS = {
  /** For each posting of `titles`: its place in the whole's bucket, so that shards can be merged in its order. */
  'title-places': 16,
} as const

export type ShardPart = keyof typeof SHARD_PARTS
export type AnyPart = SegmentPart | NamePart | ShardPart

/** What a segment's header calls its part. */
export const PART_CODES: Readonly<Record<AnyPart, number>> = {
  ...PARTS,
  ...NAME_PARTS,
  ...SHARD_PARTS,
}

/**
 * Segment header, 64 bytes:
 * 0 magic `SONGKEEP` · 8 u16 version · 10 u16 part · 12 u32 segment number · 16 f64 payload bytes ·
 * 24 u32 CRC-32 of the payload · 28 16 bytes build id · 44 zeros · 60 u32 CRC-32 of bytes 0–59
 */
const MAGIC = Buffer.from('SONGKEEP', 'latin1')

export interface SegmentHeader {
  readonly part: number
  readonly segment: number
  readonly payloadBytes: number
  readonly payloadCrc: number
  /** 32 hexadecimal digits: segments of different builds are never mixed. */
  readonly build: string
}

export function encodeHeader(header: SegmentHeader): Uint8Array {
  const bytes = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(bytes)
  bytes.writeUInt16LE(VERSION, 8)
  bytes.writeUInt16LE(header.part, 10)
  bytes.writeUInt32LE(header.segment, 12)
  bytes.writeDoubleLE(header.payloadBytes, 16)
  bytes.writeUInt32LE(header.payloadCrc, 24)
  bytes.write(header.build, 28, 16, 'hex')
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 60)), 60)
  return bytes
}

/** The header, or what is wrong with it. */
export function decodeHeader(header: Uint8Array): SegmentHeader | Reason {
  const bytes = Buffer.from(header.buffer, header.byteOffset, header.byteLength)
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) {
    return reason('catalogue.file-no-segment')
  }
  if (bytes.readUInt32LE(60) !== crc32(bytes.subarray(0, 60)))
    return reason('catalogue.file-header-damaged')
  const version = bytes.readUInt16LE(8)
  if (version !== VERSION)
    return reason('catalogue.file-other-version', { version, expected: VERSION })
  return {
    part: bytes.readUInt16LE(10),
    segment: bytes.readUInt32LE(12),
    payloadBytes: bytes.readDoubleLE(16),
    payloadCrc: bytes.readUInt32LE(24),
    build: bytes.toString('hex', 28, 44),
  }
}

/** The build that a segment of any version is of; undefined where it is no segment. */
export function readBuildId(header: Uint8Array): string | undefined {
  const bytes = Buffer.from(header.buffer, header.byteOffset, header.byteLength)
  const isOurs = bytes.length === HEADER_BYTES && bytes.subarray(0, 8).equals(MAGIC)
  return isOurs ? bytes.toString('hex', 28, 44) : undefined
}

export const segmentName = (part: AnyPart, segment: number) =>
  `${part}-${String(segment).padStart(3, '0')}.seg`

/**
 * Artist entry, 17 bytes: 0 u8 hash bits 32–39 · 1 u32 hash bits 0–31 · 5 u32 first track ·
 * 9 u32 first block · 13 u32 first guest row. One entry more than there are artists ends the last run.
 */
export const ARTIST_BYTES = 17

/** Key entry, 8 bytes: 0 u32 signature bits 0–31 · 4 u8 signature bits 32–39 · 5 u8 full title · 6 u16 core title. */
export const KEY_BYTES = 8

/** Guest row, 12 bytes: a key entry · 8 u32 track. */
export const GUEST_BYTES = 12

/** Block entry, 5 bytes: u40 offset into `records`. One more than there are blocks ends the last one. */
export const BLOCK_BYTES = 5
/** A record block holds at most so many tracks of one artist. */
export const BLOCK_TRACKS = 32

/**
 * Posting, 6 or 7 bytes: 0 u16 the hash bits after the bucket's · 2 u32 track, artist or holder (`names.ts`) ·
 * 6 u8 seconds of duration modulo 255, from 1; 0 unknown (titles only). Sorted by hash within a bucket.
 * Buckets: u32 number of the bucket's first posting, one more than there are buckets.
 */
export const POSTING_BYTES = { neighbours: 6, isrcs: 6, titles: 7, names: 6 } as const
/** Postings a bucket holds on average, at most. */
export const BUCKET_POSTINGS = 128
/** Place of a title's posting, 2 bytes: u16. */
export const PLACE_BYTES = 2
/** Tracks that one core title leads to: the best known ones. */
export const TITLE_POSTINGS = 255

export function readU40(view: DataView, at: number): number {
  return view.getUint8(at) * 2 ** 32 + view.getUint32(at + 1, true)
}

/** Seconds modulo 255, from 1; 0 when unknown. */
export const secondsByte = (durationMs: number | undefined) =>
  durationMs === undefined ? 0 : (Math.round(durationMs / 1000) % 255) + 1
