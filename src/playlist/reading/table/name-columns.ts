import { definedOnly } from '../../../base/defined.ts'
import { type ColumnKind, isWords } from './column-kinds.ts'
import { foldHeader, type Meaning, meaningOf } from './header-meaning.ts'

/** What a column of a table may hold; the names are those of `--columns`. */
export const COLUMN_FIELDS = [
  'title',
  'artist',
  'album',
  'duration',
  'isrc',
  'uri',
  'year',
  'added',
  'playlist',
  'path',
] as const

export type ColumnField = (typeof COLUMN_FIELDS)[number]

/** Places of columns, from 0; an artist may have several. */
export interface Columns {
  readonly artists: readonly number[]
  readonly single: { readonly [Field in Exclude<ColumnField, 'artist'>]?: number }
  /** True when `duration` is in milliseconds, whatever it looks like. */
  readonly milliseconds: boolean
}

/** A header as it was understood. */
export interface NamedColumns {
  readonly columns: Columns
  /** What each column says it holds, where its cells do not speak against it. */
  readonly meanings: readonly (Meaning | undefined)[]
}

/** Which columns a header names, as far as what stands below it does not speak against it. */
export function nameColumns(header: readonly string[], kinds: readonly ColumnKind[]): NamedColumns {
  const believed = header.map((cell, at) => believe(meaningOf(cell), kinds[at]))
  const said = withoutHour(believed, kinds)
  const places = (...wanted: Meaning[]) =>
    said.flatMap((each, at) => (each && wanted.includes(each) ? [at] : []))
  // Where a counting column and one of words both say that they are the title, the words are.
  const titles = places('title', 'artist-title', 'title-artist')
  const title = titles.find((at) => isWords(kinds[at])) ?? titles[0]
  const artists = pickArtists(header, places('artist'))
  const duration = pickDuration(kinds, places('duration'), places('time'))
  const [uri = firstOf(places('id'), (at) => kinds[at] === 'uri')] = places('uri')
  const meanings = said.map((each, at) => (each === 'title' && at !== title ? 'number' : each))
  const single = definedOnly({
    title,
    album: places('album')[0],
    duration,
    isrc: places('isrc')[0],
    uri,
    year: places('year')[0],
    added: places('added')[0],
    playlist: places('playlist')[0],
  })
  const milliseconds =
    duration !== undefined &&
    /(?:^| )(?:ms|millis|milliseconds|ミリ秒)(?: |$)|ミリ秒/.test(
      foldHeader(header[duration] ?? ''),
    )
  return { columns: { artists, single, milliseconds }, meanings }
}

/** A name may mislead: what the cells are decides. */
function believe(meaning: Meaning | undefined, kind: ColumnKind | undefined): Meaning | undefined {
  if (meaning === undefined || kind === undefined || kind === 'empty') return meaning
  // Nothing is released at a time of day.
  if (meaning === 'year' && kind === 'moment') return 'added'
  const fits = FITTING[meaning]
  return !fits || fits(kind) ? meaning : MISFIT[meaning]
}

const isNumber = (kind: ColumnKind) => /^(?:number|index|seconds|ms|year)$/.test(kind)
const isDay = (kind: ColumnKind) => /^(?:year|date|moment|number|text|few)$/.test(kind)

const FITTING: { readonly [Name in Meaning]?: (kind: ColumnKind) => boolean } = {
  title: (kind) => isWords(kind) || isNumber(kind) || kind === 'date' || kind === 'length',
  artist: (kind) =>
    isWords(kind) || kind === 'uri' || kind === 'address' || kind === 'number' || kind === 'year',
  person: isWords,
  album: (kind) => isWords(kind) || isNumber(kind) || kind === 'date',
  'album-artist': isWords,
  playlist: isWords,
  uri: (kind) => kind === 'uri' || isWords(kind),
  duration: (kind) => !isWords(kind) && !/^(?:uri|address|flag|moment|isrc)$/.test(kind),
  time: (kind) => kind === 'length' || kind === 'seconds' || kind === 'ms' || kind === 'number',
  year: isDay,
  added: (kind) => /^(?:moment|date|number)$/.test(kind) || isWords(kind),
  type: isWords,
  played: (kind) => isNumber(kind) || kind === 'length' || kind === 'clock',
  listened: (kind) => /^(?:moment|date|number|ms)$/.test(kind),
  number: (kind) => isNumber(kind) || kind === 'flag' || isWords(kind),
}

/** What a column is that is not what its name says; nothing where its cells alone tell it. */
const MISFIT: { readonly [Name in Meaning]?: Meaning } = {
  uri: 'other',
  time: 'other',
  year: 'other',
}

/** A day and a time beside each other are when something was played: neither a year nor a length. */
function withoutHour(
  said: readonly (Meaning | undefined)[],
  kinds: readonly ColumnKind[],
): readonly (Meaning | undefined)[] {
  const isDay = (at: number) => said[at] === 'year' && kinds[at] === 'date'
  const hasTime = said.some(
    (each, at) => each === 'time' || (kinds[at] === 'clock' && each === 'other'),
  )
  return hasTime && said.some((_, at) => isDay(at))
    ? said.map((each, at) => (each === 'time' || isDay(at) ? 'other' : each))
    : said
}

/** Several columns of artists are all of the track's: `Artist 1`, `Artist 2`. */
function pickArtists(header: readonly string[], places: readonly number[]): readonly number[] {
  const exact = places.filter((at) =>
    /^(?:track |song )?artists?(?: names?)?(?: s)?(?: \d+)?$/.test(foldHeader(header[at] ?? '')),
  )
  return exact.length > 0 ? exact : places
}

/** Of a clock and a length the length; a bare `time` is one only where nothing else is. */
function pickDuration(
  kinds: readonly ColumnKind[],
  durations: readonly number[],
  times: readonly number[],
) {
  const isLength = (at: number) => /^(?:length|ms|seconds|clock)$/.test(kinds[at] ?? '')
  return durations.find(isLength) ?? durations[0] ?? times[0]
}

const firstOf = (places: readonly number[], test: (at: number) => boolean) => places.find(test)
