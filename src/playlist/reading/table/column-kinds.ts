import { isLength } from '../length.ts'
import { kindOfSpotifyUri } from '../spotify-uri.ts'

/** What the cells of one column are, told from the cells alone. */
export type ColumnKind =
  | 'isrc'
  | 'uri'
  /** A number of milliseconds that a track lasts. */
  | 'ms'
  /** A number of seconds. */
  | 'seconds'
  /** A length that says so: `3:45`, `PT3M45S`. */
  | 'length'
  | 'year'
  | 'date'
  /** A date with a time of day. */
  | 'moment'
  /** Counts the rows. */
  | 'index'
  | 'number'
  /** Words, a few that come again and again: a genre, a kind, who added it. */
  | 'few'
  | 'text'
  | 'empty'

/** A shape counts when nearly every cell that says anything has it. */
const MIN_SHARE = 0.9

export function kindOfColumn(cells: readonly string[]): ColumnKind {
  const given = cells.map((cell) => cell.trim()).filter(Boolean)
  if (given.length === 0) return 'empty'
  const isMost = (test: (cell: string) => boolean) =>
    given.filter((cell) => test(cell)).length >= given.length * MIN_SHARE
  if (isMost((cell) => ISRC.test(cell))) return 'isrc'
  if (isMost(isAddress)) return 'uri'
  if (isMost((cell) => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(cell))) return 'moment'
  if (isMost((cell) => /^\d{4}-\d\d(?:-\d\d)?$|^\d{1,2}[/.]\d{1,2}[/.]\d{4}$/.test(cell)))
    return 'date'
  if (isMost(isLength)) return 'length'
  if (isMost((cell) => /^\d{1,15}(?:\.\d+)?$/.test(cell))) return kindOfNumbers(given.map(Number))
  const distinct = new Set(given.map((cell) => cell.toLowerCase())).size
  return given.length >= 10 && distinct <= Math.max(2, given.length * 0.08) ? 'few' : 'text'
}

const ISRC = /^[A-Z]{2}-?[A-Z0-9]{3}-?\d{2}-?\d{5}$/i

const isAddress = (cell: string) =>
  kindOfSpotifyUri(cell) !== undefined || /^https?:\/\/\S+$/i.test(cell) || isBareId(cell)

/** Spotify's ids, in base 62: a word of 22 letters without any digit is a word. */
const isBareId = (cell: string) => /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{22}$/.test(cell)

function kindOfNumbers(numbers: readonly number[]): ColumnKind {
  if (
    numbers.length > 2 &&
    numbers.every((each, at) => at === 0 || each === (numbers[at - 1] ?? 0) + 1)
  )
    return 'index'
  const share = (low: number, high: number) =>
    numbers.filter((each) => each >= low && each <= high).length / numbers.length
  const middle = numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
  if (share(1900, 2100) >= MIN_SHARE && numbers.every(Number.isInteger)) return 'year'
  // Half of all tracks last between two and seven minutes; a count or a tempo has another middle.
  if (middle >= 90_000 && middle <= 900_000 && share(5000, 36_000_000) >= MIN_SHARE) return 'ms'
  if (numbers.length >= 3 && middle >= 150 && middle <= 420 && share(20, 36_000) >= MIN_SHARE)
    return new Set(numbers).size > 1 ? 'seconds' : 'number'
  return 'number'
}
