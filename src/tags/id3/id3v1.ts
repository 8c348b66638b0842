import type { Tags } from '../../model/media.ts'
import { genreNames } from './genres.ts'

/** https://id3.org/ID3v1, and its additions: a track number (1.1), and longer texts before it (`TAG+`). */
export const ID3V1_BYTES = 128
export const ID3V1_PLUS_BYTES = 227

const layout = {
  title: [3, 30],
  artist: [33, 30],
  album: [63, 30],
  year: [93, 4],
  track: 126,
  genre: 127,
} as const
const plus = { title: [4, 60], artist: [64, 60], album: [124, 60] } as const

export interface Id3v1 {
  readonly title: Uint8Array
  readonly artist: Uint8Array
  readonly album: Uint8Array
  readonly year: string
  readonly trackNumber?: number
  readonly genre?: string
}

/** A tag of 128 bytes, and the longer texts that may stand before it. The encoding of its texts is not said. */
export function readId3v1(tag: Buffer, longer?: Buffer): Id3v1 {
  const take = ([start, length]: readonly [number, number], from = tag) =>
    untilNul(from.subarray(start, start + length))
  const text = (name: keyof typeof plus) =>
    longer ? Buffer.concat([take(layout[name]), take(plus[name], longer)]) : take(layout[name])
  return {
    title: text('title'),
    artist: text('artist'),
    album: text('album'),
    year: take(layout.year).toString('latin1').trim(),
    trackNumber: tag[layout.track - 1] === 0 ? tag[layout.track] || undefined : undefined,
    genre: genreNames[tag[layout.genre] ?? 255],
  }
}

function untilNul(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}

export const textsOfId3v1 = ({ title, artist, album }: Id3v1) => [title, artist, album]

export function tagsOfId3v1(tag: Id3v1, decode: (bytes: Uint8Array) => string): Partial<Tags> {
  const text = (bytes: Uint8Array) => decode(bytes).trim() || undefined
  const artist = text(tag.artist)
  return {
    title: text(tag.title),
    artists: artist === undefined ? undefined : [artist],
    album: text(tag.album),
    date: /^[1-9]\d{3}$/.test(tag.year) ? tag.year : undefined,
    trackNumber: tag.trackNumber,
    genres: tag.genre === undefined ? undefined : [tag.genre],
  }
}
