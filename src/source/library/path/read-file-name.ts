import { definedOnly } from '../../../base/defined.ts'
import { readVersions } from '../../../text/versions/versions.ts'

/** What a file's name says without its ending. */
export interface FileNameParts {
  readonly title: string
  readonly artist?: string
  readonly album?: string
  readonly trackNumber?: number
  readonly discNumber?: number
}

/** Where the file lies. */
export interface Surroundings {
  /** As the folders have it. */
  readonly artist?: string
  readonly isInAlbum: boolean
  /** Nearly all files beside it begin with a number of their own. */
  readonly isNumbered: boolean
}

/** Alone between dashes: `03`, `2-11`, `(3)`, `A1`. */
const COUNT_ALONE = /^[([]?(?:(\d{1,2})[-.])?(\d{1,3})[)\].]?$/

/** `03. Title`, `1-03 Title`, `(12) Title`, `03 Title`; `99 Luftballons`, `1979` and `(500) Days` are names. */
const COUNT_MARKED =
  /^(?:\(\d{1,2}\)|\[\d{1,2}\]|(?:(\d{1,2})[-.](?=\d))?\d{1,3}(?:\.(?!\d)|\)|\]|-(?=\D))) *(?=\S)/
const COUNT_PADDED = /^[([]?(?:\d{1,2}[-.])?0\d{1,2}[)\]]? +(?=\S)/
/** A number and no more, where the folder tells that it counts. */
const COUNT_BARE = /^(?:\d{1,2}[-.])?\d{1,3}[ _-]+(?=\S)/
/** A side of a record and the place on it. */
const SIDE = /^[A-H]\d{1,2}(?:[.)\]]| -)? +(?=\S)/
const SIDE_ALONE = /^[A-H]\d{1,2}$/

/** In an album a number before the title counts tracks, up to what a record holds. */
const MOST_TRACKS = 99

export function readFileName(name: string, place: Surroundings): FileNameParts {
  const pieces = name.split(/ [-–—] /).map((piece) => piece.trim())
  const [first = '', ...others] = pieces
  const alone = others.length > 0 ? readAlone(first, place) : undefined
  if (alone) return { ...readPieces(others, place), ...alone }
  const count = findCount(first, others, place)
  if (count === undefined) return readPieces(pieces, place)
  const rest = [first.slice(count.length), ...others]
  return { ...readPieces(rest, place), ...readCount(count) }
}

/** The number before a dash. A band may be called like a side of a record: A1. */
function readAlone(first: string, place: Surroundings): Partial<FileNameParts> | undefined {
  if (COUNT_ALONE.test(first)) return readCount(first)
  const isSide = SIDE_ALONE.test(first) && (place.isNumbered || isOther(first, place))
  return isSide ? {} : undefined
}

/** In an album of somebody else. */
const isOther = (first: string, { artist, isInAlbum }: Surroundings) =>
  isInAlbum && artist !== undefined && !isSame(first, artist)

function findCount(
  first: string,
  others: readonly string[],
  place: Surroundings,
): string | undefined {
  const marked = COUNT_MARKED.exec(first) ?? COUNT_PADDED.exec(first)
  if (marked) return marked[0]
  const bare = COUNT_BARE.exec(first)?.[0]
  if (bare !== undefined && counts(bare, first, others, place)) return bare
  const side = SIDE.exec(first)?.[0]
  return side !== undefined && (place.isNumbered || isOther(first, place)) ? side : undefined
}

/** `10 Yellow Sun - Remastered 2011` counts in an album, `50 Cent - In Da Club` only where all files are numbered. */
function counts(
  bare: string,
  first: string,
  others: readonly string[],
  place: Surroundings,
): boolean {
  if (place.isNumbered) return true
  if (!place.isInAlbum || (readCount(bare).trackNumber ?? 0) > MOST_TRACKS) return false
  if (others.length === 0) return true
  const isArtist = place.artist !== undefined && isSame(first, place.artist)
  return !isArtist && (place.artist !== undefined || others.every(isVersion))
}

const isSame = (left: string, right: string) => left.toLowerCase() === right.toLowerCase()

/** `Remastered 2011`, `Live`: no title, but what a version is called; a number alone may be one. */
const isVersion = (piece: string) => !/^\d+$/.test(piece) && readVersions(piece) !== undefined

function readPieces(pieces: readonly string[], { artist }: Surroundings): FileNameParts {
  const [first = ''] = pieces
  const countAt = pieces.findIndex(
    (piece, at) => at > 0 && /^(?:\d{1,3}|[A-H]\d{1,2})$/.test(piece),
  )
  if (countAt > 0 && countAt < pieces.length - 1) {
    return {
      title: pieces.slice(countAt + 1).join(' - '),
      artist: first,
      album: countAt > 1 ? pieces.slice(1, countAt).join(' - ') : undefined,
      ...readCount(pieces[countAt] ?? ''),
    }
  }
  // In an artist's own folder, a dash belongs to the title unless the artist stands before it.
  const namesArtist = artist === undefined || isSame(first, artist)
  const [, ...others] = pieces
  if (!namesArtist || others.every(isVersion)) return { title: pieces.join(' - ') }
  return { title: others.join(' - '), artist: first }
}

/** A side of a record tells no number of the whole. */
function readCount(text: string): Partial<FileNameParts> {
  const [, disc, track] = /^[([]?(?:(\d{1,2})[-.])?(\d{1,3})(?!\d)/.exec(text) ?? []
  return definedOnly({ discNumber: toNumber(disc), trackNumber: toNumber(track) })
}

function toNumber(digits: string | undefined): number | undefined {
  const number = Number.parseInt(digits ?? '', 10)
  return number > 0 ? number : undefined
}

/** What a name begins with where it may count: the number, or the side of a record with its place. */
export const startOfName = (name: string): string | undefined =>
  /^[([]?((?:\d{1,2}[-.])?\d{1,3}|[A-H]\d{1,2})(?![\p{L}\d])/u.exec(name)?.[1]
