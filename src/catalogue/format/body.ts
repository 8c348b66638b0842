import type { Recording } from '../../model/recording.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'
import type { Dictionary } from './dictionary.ts'
import { readIdBody, splitId, writeIdBody } from './id.ts'
import { packIsrc, unpackIsrc } from './isrc.ts'

/**
 * The body of a record: everything but title, artists and album.
 *
 *     u8 flags (bits 0–3 of FLAGS, 4 a second flag byte follows, 5–7 kind of id)
 *     [u8 more flags]
 *     varint origin: a dictionary entry `source NUL id prefix`, or 0 and the entry as text
 *     id (id.ts) · [varint duration, ms] · [varint year, zigzag from 2000] · [u48 ISRC] · [varint popularity]
 *     [varint licence: dictionary, or 0 and text] · [varint URL: dictionary entry of its beginning, or 0; then text]
 *     [text ISRC] · [f64 popularity]
 */
const FLAGS = { duration: 1, year: 2, isrc: 4, popularity: 8, more: 16 } as const
const MORE = { licence: 1, url: 2, urlEndsInId: 4, isrcText: 8, popularityFraction: 16 } as const

/** What a body says; the rest of a recording is kept by its block. */
export type Body = Omit<Recording, 'title' | 'artists' | 'album'>

export function writeBody(body: Body, dictionary: Dictionary, to: ByteWriter): void {
  const { durationMs, year, isrc, popularity, licence, url } = body
  const packedIsrc = isrc === undefined ? undefined : packIsrc(isrc)
  const isCount = popularity !== undefined && Number.isSafeInteger(popularity) && popularity >= 0
  const id = splitId(body.id)
  const urlEndsInId = url !== undefined && id.body !== '' && url.endsWith(id.body)
  let flags = 0
  let more = 0
  if (durationMs !== undefined) flags |= FLAGS.duration
  if (year !== undefined) flags |= FLAGS.year
  if (packedIsrc !== undefined) flags |= FLAGS.isrc
  else if (isrc !== undefined) more |= MORE.isrcText
  if (isCount) flags |= FLAGS.popularity
  else if (popularity !== undefined) more |= MORE.popularityFraction
  if (licence !== undefined) more |= MORE.licence
  if (url !== undefined) more |= urlEndsInId ? MORE.url | MORE.urlEndsInId : MORE.url
  if (more > 0) flags |= FLAGS.more

  const flagsAt = to.length
  to.u8(0)
  if (more > 0) to.u8(more)
  dictionary.write(`${body.source}\0${id.prefix}`, to)
  to.buffer[flagsAt] = flags
  const kind = writeIdBody(id.body, to)
  to.buffer[flagsAt] = flags | (kind << 5)
  if (durationMs !== undefined) to.varint(durationMs)
  if (year !== undefined) to.varint(year >= 2000 ? (year - 2000) * 2 : (1999 - year) * 2 + 1)
  if (packedIsrc !== undefined) to.u48(packedIsrc)
  if (isCount) to.varint(popularity)
  if (licence !== undefined) dictionary.write(licence, to)
  if (url !== undefined) writeUrl(url, urlEndsInId ? id.body.length : 0, dictionary, to)
  if (isrc !== undefined && packedIsrc === undefined) to.lengthAndText(isrc)
  if (popularity !== undefined && !isCount) to.f64(popularity)
}

function writeUrl(url: string, idLength: number, dictionary: Dictionary, to: ByteWriter): void {
  if (idLength > 0) {
    dictionary.write(url.slice(0, -idLength), to)
    return
  }
  const cut = Math.max(url.lastIndexOf('/'), url.lastIndexOf('=')) + 1
  dictionary.write(url.slice(0, cut), to)
  to.lengthAndText(url.slice(cut))
}

export function readBody(from: ByteReader, dictionary: Dictionary): Body {
  const flags = from.u8()
  const more = flags & FLAGS.more ? from.u8() : 0
  const origin = dictionary.read(from)
  const cut = origin.indexOf('\0')
  const idBody = readIdBody(flags >>> 5, from)
  const durationMs = flags & FLAGS.duration ? from.varint() : undefined
  const year = flags & FLAGS.year ? unfoldYear(from.varint()) : undefined
  const packed = flags & FLAGS.isrc ? unpackIsrc(from.u48()) : undefined
  const count = flags & FLAGS.popularity ? from.varint() : undefined
  const licence = more & MORE.licence ? dictionary.read(from) : undefined
  const url = more & MORE.url ? readUrl(from, dictionary, more, idBody) : undefined
  const isrc = more & MORE.isrcText ? from.lengthAndText() : packed
  const popularity = more & MORE.popularityFraction ? from.f64() : count
  return {
    id: origin.slice(cut + 1) + idBody,
    source: origin.slice(0, cut),
    durationMs,
    year,
    isrc,
    licence,
    url,
    popularity,
  }
}

const unfoldYear = (folded: number) => (folded & 1 ? 1999 - (folded >>> 1) : 2000 + (folded >>> 1))

function readUrl(from: ByteReader, dictionary: Dictionary, more: number, idBody: string): string {
  const start = dictionary.read(from)
  return start + (more & MORE.urlEndsInId ? idBody : from.lengthAndText())
}
