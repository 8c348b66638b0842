import { foldText } from '../../../text/fold.ts'
import { readVersions } from '../../../text/versions/versions.ts'
import { isDayFirst } from '../moment.ts'
import { isTurned } from '../names/artist-names.ts'
import { splitArtistTitle } from '../names/artist-title.ts'
import { findPairing } from '../tracklist/pairing.ts'
import type { Columns } from './name-columns.ts'
import type { Table } from './table.ts'

/** What holds for every row of a table, and is told from many. */
export interface RowRules {
  readonly columns: Columns
  /** The column that says whether a row is a track. */
  readonly type?: number
  readonly of?: Table['of']
  /** Columns of one artist each, commas and all: `Artist 1`, `Artist 2`. */
  readonly whole: ReadonlySet<number>
  /** Persons are named with the last name first. */
  readonly turned: boolean
  readonly dayFirst: boolean
  /** Whether a title without an artist holds both, and which of them first. */
  readonly within: 'artist-first' | 'title-first' | 'none'
}

export function rulesOf({ columns, meanings, of, rows, header, headed }: Table): RowRules {
  const cellsOf = (at: number | undefined) =>
    at === undefined ? [] : rows.map((row) => (row[at] ?? '').trim()).filter(Boolean)
  const type = meanings.indexOf('type')
  const { title } = columns.single
  const alone = rows.flatMap((row) =>
    columns.artists.some((at) => row[at]?.trim()) ? [] : [(row[title ?? 0] ?? '').trim()],
  )
  return {
    columns,
    of,
    type: type < 0 ? undefined : type,
    whole: new Set(headed ? columns.artists.filter((at) => /\d\s*$/.test(header[at] ?? '')) : []),
    turned: columns.artists.some((at) => cellsOf(at).some(isTurned)),
    dayFirst: isDayFirst(cellsOf(columns.single.added)),
    within: title === undefined ? 'none' : findWithin(meanings[title], alone),
  }
}

/** Titles hold artists where nearly all have a dash, and what stands behind it is no version's name. */
function findWithin(
  meaning: Table['meanings'][number],
  titles: readonly string[],
): RowRules['within'] {
  if (meaning === 'artist-title') return 'artist-first'
  if (meaning === 'title-artist') return 'title-first'
  const split = titles.filter(Boolean).map(splitArtistTitle)
  const parted = split.filter(({ artist, title }) => artist && !readVersions(foldText(title)))
  if (parted.length < split.length * 0.6 || split.length === 0) return 'none'
  return artistsStandLast(split) || findPairing(titles).order === 'title-first'
    ? 'title-first'
    : 'artist-first'
}

/** A name that comes again is an artist's: a title seldom does. */
function artistsStandLast(
  split: readonly { readonly artist?: string; readonly title: string }[],
): boolean {
  const both = split.filter(({ artist }) => artist)
  const distinct = (names: readonly (string | undefined)[]) =>
    new Set(names.map((name) => foldText(name ?? ''))).size
  const first = distinct(both.map(({ artist }) => artist))
  const last = distinct(both.map(({ title }) => title))
  return first === both.length && last < first
}
