import type { Recording } from '../../model/recording.ts'
import { writeBody } from '../format/body.ts'
import { ByteWriter } from '../format/bytes.ts'
import type { Dictionary } from '../format/dictionary.ts'
import { hashKey, low32 } from '../format/hash.ts'
import { secondsByte } from '../format/layout.ts'
import type { ArtistKey, TrackKeys } from '../query/keys.ts'

/**
 * A track's row between reading and sorting, in the partition of its artist's hash:
 *
 *      0 u32 bytes that follow
 *      4 u32 low bits of the artist's hash
 *      8 u32 album hash, so that an album's tracks lie together
 *     12 8 bytes key entry
 *     20 u40 title hash
 *     25 u8 popularity · 26 u8 seconds
 *     27 u40 ISRC hash, 0 for none
 *     32 u16 where the texts begin
 *     34 artist key · u8 guests, each u40 hash and key
 *        texts: varint bytes of the credit, credit (varint count, names) · album (length + 1, 0 for none) · title · body
 */
export const ROW = {
  artist: 4,
  album: 8,
  key: 12,
  titleHash: 20,
  popularity: 25,
  seconds: 26,
  isrc: 27,
  texts: 32,
  artistKey: 34,
} as const

/** Neighbours are made of the first letters of a name, so many at most. */
const MAX_KEY_LENGTH = 64
/** Artists beyond these are kept in the record, but do not lead to it. */
const MAX_GUESTS = 60

export function writeRow(
  recording: Recording,
  keys: TrackKeys,
  dictionary: Dictionary,
  to: ByteWriter,
): number {
  const start = to.length
  to.u32(0)
  to.u32(low32(keys.artists[0].hash))
  to.u32(recording.album === undefined ? 0 : low32(hashKey(recording.album)))
  to.u32(keys.title.low)
  to.u32(keys.title.high)
  to.u40(keys.title.hash)
  to.u8(popularityByte(recording.popularity))
  to.u8(secondsByte(recording.durationMs))
  to.u40(recording.isrc === undefined ? 0 : hashKey(recording.isrc))
  const textsAt = to.length
  to.u16(0)
  writeKey(keys.artists[0], to)
  const guests = Math.min(keys.artists.length - 1, MAX_GUESTS)
  to.u8(guests)
  for (let guest = 1; guest <= guests; guest++) {
    to.u40(keys.artists[guest]?.hash ?? 0)
    writeKey(keys.artists[guest], to)
  }
  to.buffer.writeUInt16LE(to.length - start, textsAt)
  writeCredit(recording.artists, to)
  if (recording.album === undefined) to.varint(0)
  else {
    to.varint(Buffer.byteLength(recording.album) + 1)
    to.text(recording.album)
  }
  to.lengthAndText(recording.title)
  writeBody(recording, dictionary, to)
  to.buffer.writeUInt32LE(to.length - start - 4, start)
  return to.length - start
}

function writeKey(artist: ArtistKey | undefined, to: ByteWriter): void {
  to.lengthAndText(artist?.key.slice(0, MAX_KEY_LENGTH) ?? '')
}

const credit = new ByteWriter()

function writeCredit(artists: readonly string[], to: ByteWriter): void {
  credit.clear()
  credit.varint(artists.length)
  for (const artist of artists) credit.lengthAndText(artist)
  to.varint(credit.length)
  to.bytes(credit.buffer, 0, credit.length)
}

/** Popularity on a logarithmic scale of 0 to 255: enough to choose the best known. */
const popularityByte = (popularity: number | undefined) =>
  popularity === undefined || !(popularity > 0)
    ? 0
    : Math.min(255, 1 + Math.floor(8 * Math.log2(1 + popularity)))
