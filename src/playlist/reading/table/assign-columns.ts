import { definedOnly } from '../../../base/defined.ts'
import { splitArtistTitle } from '../names/artist-title.ts'
import { type ColumnKind, isWords } from './column-kinds.ts'
import { guessColumns } from './guess-columns.ts'
import { isOfRelease, type Meaning } from './header-meaning.ts'
import type { Columns, NamedColumns } from './name-columns.ts'

/** What the columns of a table are, and how that is known. */
export interface Assigned {
  readonly columns: Columns
  /** `named` by the header, told by the `content`, or `unsure`: no more than possible. */
  readonly how: 'named' | 'content' | 'unsure'
  /** A title is named, but nobody who sings it, though a column of words is left. */
  readonly artistless?: true
  /** A list of records, of artists: of what is no track. */
  readonly of?: 'releases' | 'artists'
}

/**
 * What the header names, else what the content shows: an artist is never lost in silence, and what no column
 * of words is left for is taken from the title.
 */
export function assignColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  kinds: readonly ColumnKind[],
  named: NamedColumns,
): Assigned {
  const { columns, meanings } = named
  const filled = fillFrom(kinds, named, columns)
  const of = kindOfList(header, rows, named, kinds)
  if (of) return { columns: filled, how: 'named', of }
  const { title } = columns.single
  const artists =
    columns.artists.length > 0 ? columns.artists : placesOf(meanings, 'album-artist').slice(0, 1)
  if (title !== undefined && artists.length > 0)
    return { columns: { ...filled, artists }, how: 'named' }
  // An artist may come within the title, but then no column of words is left that could be one.
  const free = wordColumns(kinds, meanings, filled)
  if (title === undefined) return guessRest(rows, filled, free)
  const combined = meanings[title] !== 'title' || areParted(rows, title)
  if (combined || free.length === 0) return { columns: filled, how: 'named' }
  const persons = placesOf(meanings, 'person').filter((at) => free.includes(at))
  if (persons.length > 0)
    return { columns: { ...filled, artists: persons.slice(0, 1) }, how: 'content' }
  const guessed = guessRest(rows, filled, free)
  return guessed.how === 'content' ? guessed : { columns: filled, how: 'named', artistless: true }
}

const placesOf = (meanings: readonly (Meaning | undefined)[], wanted: Meaning) =>
  meanings.flatMap((each, at) => (each === wanted ? [at] : []))

/** True where nearly every title names its artist before a dash. */
function areParted(rows: readonly (readonly string[])[], title: number): boolean {
  const given = rows.map((row) => (row[title] ?? '').trim()).filter(Boolean)
  return (
    given.length > 0 &&
    given.filter((cell) => splitArtistTitle(cell).artist).length >= given.length * 0.6
  )
}

/** Tables of records and of artists, which have a column of names and none of tracks. */
function kindOfList(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { columns: { single, artists }, meanings }: NamedColumns,
  kinds: readonly ColumnKind[],
): Assigned['of'] {
  const released = header.filter(
    (cell) => isOfRelease(cell) || /^release[ _]?id$/i.test(cell.trim()),
  )
  const ofTracks = single.duration ?? single.isrc ?? single.uri
  const format = header.findIndex((cell) => /^formats?$/i.test(cell.trim()))
  const ofDiscs = format >= 0 && rows.every((row) => DISC.test(row[format] ?? ''))
  if (released.length + (ofDiscs ? 1 : 0) >= 2 && ofTracks === undefined) return 'releases'
  if (single.title !== undefined || single.uri !== undefined) return undefined
  const isLeft = kinds.some((kind, at) => isWords(kind) && meanings[at] === undefined)
  if (isLeft) return undefined
  if (single.album !== undefined && artists.length > 0) return 'releases'
  return artists.length > 0 && single.album === undefined ? 'artists' : undefined
}

/** What records are sold as. */
const DISC =
  /^$|\b(?:lps?|eps?|cds?|cdr|vinyl|cass(?:ette)?|mc|sacd|dvd|blu-?ray|box(?: set)?)\b|\d+(?:"|”|''|-?inch)/i

function guessRest(
  rows: readonly (readonly string[])[],
  filled: Columns,
  free: readonly number[],
): Assigned {
  const { title, album } = filled.single
  const [artist] = filled.artists
  const guess = guessColumns(rows, free, { title, artist, album })
  // Links alone need no more.
  if (!guess)
    return { columns: filled, how: title === undefined && free.length > 0 ? 'unsure' : 'named' }
  const artists = filled.artists.length > 0 ? filled.artists : [guess.artist]
  const columns: Columns = {
    ...filled,
    artists,
    single: definedOnly({
      ...filled.single,
      title: guess.title,
      album: guess.album ?? filled.single.album,
    }),
  }
  return { columns, how: guess.margin >= 1 ? 'content' : 'unsure' }
}

/** Fields that a column's shape alone gives away, where nobody has said what it is. */
export function fillFrom(
  kinds: readonly ColumnKind[],
  { meanings }: NamedColumns,
  columns: Columns,
): Columns {
  const taken = new Set([...columns.artists, ...Object.values(columns.single)])
  const find = (...wanted: ColumnKind[]) => {
    const at = kinds.findIndex(
      (kind, place) => wanted.includes(kind) && !taken.has(place) && isOpen(meanings[place]),
    )
    return at < 0 ? undefined : at
  }
  const { single } = columns
  // Whatever its header calls it: nothing else looks so.
  const pathAt = kinds.findIndex((kind, place) => kind === 'path' && !taken.has(place))
  const duration = single.duration ?? find('ms') ?? find('length') ?? find('seconds')
  const given = {
    isrc: single.isrc ?? find('isrc'),
    uri: single.uri ?? find('uri'),
    duration,
    year: single.year ?? find('year') ?? find('date'),
    added: single.added ?? find('moment'),
    path: single.path ?? (pathAt < 0 ? undefined : pathAt),
  }
  const milliseconds = columns.milliseconds || (duration !== undefined && kinds[duration] === 'ms')
  return { ...columns, single: { ...single, ...definedOnly(given) }, milliseconds }
}

/** What a column is has not been said, or not so that its shape may not say more. */
const isOpen = (meaning: Meaning | undefined) => meaning === undefined || meaning === 'id'

/** Columns of words that nobody has named; those of a few words only where there is nothing else. */
function wordColumns(
  kinds: readonly ColumnKind[],
  meanings: readonly (Meaning | undefined)[],
  columns: Columns,
): number[] {
  const taken = new Set([...columns.artists, ...Object.values(columns.single)])
  const isFree = (at: number) =>
    !taken.has(at) &&
    (isOpen(meanings[at]) || meanings[at] === 'person' || meanings[at] === 'number')
  const of = (...wanted: ColumnKind[]) =>
    kinds.flatMap((kind, at) => (wanted.includes(kind) && isFree(at) ? [at] : []))
  const texts = of('text')
  const known = (columns.single.title === undefined ? 0 : 1) + columns.artists.length
  return texts.length + known >= 2 || texts.length === 0 ? texts : of('text', 'few')
}
