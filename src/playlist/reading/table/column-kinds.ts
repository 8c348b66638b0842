import { isLength, lengthToMs } from '../length.ts'
import { isAudioFile } from '../location.ts'
import { readMoment } from '../moment.ts'
import { readServiceLink } from '../services/service-link.ts'

/** What the cells of one column are, told from the cells alone. */
export type ColumnKind =
  | 'isrc'
  /** Addresses or ids, each of a track. */
  | 'uri'
  /** Addresses of anything else: of artists, of pictures. */
  | 'address'
  /** Where files of sound lie. */
  | 'path'
  /** Yes and no. */
  | 'flag'
  /** A number of milliseconds that a track lasts. */
  | 'ms'
  /** A number of seconds. */
  | 'seconds'
  /** A length that says so: `3:45`, `PT3M45S`. */
  | 'length'
  /** The time of day, or of a mix, at which something begins. */
  | 'clock'
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

/** @param isId the column says that it holds addresses or ids: then a word may be one */
export function kindOfColumn(cells: readonly string[], isId = false): ColumnKind {
  const given = cells.map((cell) => cell.trim()).filter(Boolean)
  if (given.length === 0) return 'empty'
  const isMost = (test: (cell: string) => boolean) =>
    given.filter((cell) => test(cell)).length >= given.length * MIN_SHARE
  if (isMost((cell) => ISRC.test(cell))) return 'isrc'
  if (isMost(isAddress)) return kindOfAddresses(given)
  if (isMost((cell) => isAudioFile(cell) && /[\\/]/.test(cell))) return 'path'
  if (isId && isMost((cell) => /^(?:[\w-]{11}|[A-Za-z0-9]{22})$/.test(cell))) return 'uri'
  if (isMost((cell) => FLAG.test(cell)) && (given.length > 1 || /\p{L}/u.test(given[0] ?? '')))
    return isCount(given) ? 'index' : 'flag'
  // Seconds since 1970 are numbers like others, unless the header says more.
  const isDigits = (cell: string) => /^\d+$/.test(cell)
  if (isMost((cell) => !isDigits(cell) && readMoment(cell)?.hasTime === true))
    return isMost((cell) => /T00:00:00/.test(readMoment(cell)?.iso ?? '')) ? 'date' : 'moment'
  if (
    isMost(
      (cell) => (!isDigits(cell) && readMoment(cell) !== undefined) || /^\d{4}-\d\d$/.test(cell),
    )
  )
    return 'date'
  if (isMost((cell) => /^\d{1,2}:\d{2}(?::\d{2})? ?[ap]m$/i.test(cell))) return 'clock'
  if (isMost((cell) => isLength(cell) || /^0?0:00(?::00)?$/.test(cell)))
    return isClock(given) ? 'clock' : 'length'
  if (isMost((cell) => /^\d{1,15}(?:[.,]\d+)?$/.test(cell)))
    return kindOfNumbers(given.map((cell) => Number(cell.replace(',', '.'))))
  const distinct = new Set(given.map((cell) => cell.toLowerCase())).size
  return given.length >= 10 && distinct <= Math.max(2, given.length * 0.08) ? 'few' : 'text'
}

/** Words that may name something. */
export const isWords = (kind: ColumnKind | undefined) => kind === 'text' || kind === 'few'

const ISRC = /^[A-Z]{2}-?[A-Z0-9]{3}-?\d{2}-?\d{5}$/i
const FLAG = /^(?:true|false|yes|no|y|n|ja|nein|oui|non|s[ií]|não|nao|да|нет|on|off|[01✓✗✔✘☑☐])$/i

const isAddress = (cell: string) =>
  /^https?:\/\/\S+$/i.test(cell) || /^spotify:[a-z]+:/.test(cell) || isBareId(cell)

/** Ids of 22 letters and digits are Spotify's, those of 11 YouTube's: words have no digits within. */
const isBareId = (cell: string) =>
  /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{22}$/.test(cell) ||
  /^(?=.*[\d_-])(?=.*[A-Za-z])[\w-]{11}$/.test(cell)

/** Tracks' own: links of services to tracks, or addresses of which no two are the same and none is a picture's. */
function kindOfAddresses(cells: readonly string[]): 'uri' | 'address' {
  const kinds = cells.map((cell) => (isBareId(cell) ? 'track' : readServiceLink(cell)?.kind))
  const tracks = kinds.filter((kind) => kind === 'track' || kind === 'local' || kind === 'short')
  if (tracks.length >= cells.length / 2) return 'uri'
  if (kinds.includes('other') || cells.some((cell) => PICTURE.test(cell))) return 'address'
  return new Set(cells).size >= cells.length * MIN_SHARE ? 'uri' : 'address'
}

const PICTURE = /\.(?:jpe?g|png|webp|gif|avif|svg)(?:[?#].*)?$|\/image\//i

/** Half an hour and more between the first and the last, and as much from one to the next as a song lasts. */
function isClock(cells: readonly string[]): boolean {
  const lengths = cells.map((cell) => lengthToMs(cell) ?? Number.NaN)
  const middle = middleOf(lengths)
  if (middle >= LONGEST_USUAL_MS && cells.every((cell) => cell.split(':').length === 3)) return true
  if (lengths.length < 3 || lengths.some((each, at) => each < (lengths[at - 1] ?? 0))) return false
  // Hours and minutes, a song apart: no list of lengths rises so by seconds.
  const ofDay = cells.map((cell) => /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(cell))
  const minutes = ofDay.map((found) => Number(found?.[1]) * 60 + Number(found?.[2]))
  if (
    minutes
      .slice(1)
      .every((each, at) => each - (minutes[at] ?? 0) >= 2 && each - (minutes[at] ?? 0) <= 9)
  )
    return true
  const steps = lengths.slice(1).map((each, at) => each - (lengths[at] ?? 0))
  return middleOf(steps) >= 25_000 && (lengths.at(-1) ?? 0) >= 12 * 60_000
}

const LONGEST_USUAL_MS = 3_600_000

const middleOf = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

/** `1`, `2`, `3`; two of them are enough where they begin so. */
function isCount(cells: readonly string[]): boolean {
  const numbers = cells.map(Number)
  const rising = numbers.every((each, at) => at === 0 || each === (numbers[at - 1] ?? 0) + 1)
  return rising && (numbers.length > 2 || (numbers.length === 2 && (numbers[0] ?? 2) <= 1))
}

function kindOfNumbers(numbers: readonly number[]): ColumnKind {
  if (isCount(numbers.map(String))) return 'index'
  const share = (low: number, high: number) =>
    numbers.filter((each) => each >= low && each <= high).length / numbers.length
  const middle = middleOf(numbers)
  if (share(1900, 2100) >= MIN_SHARE && numbers.every(Number.isInteger)) return 'year'
  // Half of all tracks last between two and seven minutes; a count or a tempo has another middle.
  if (middle >= 90_000 && middle <= 900_000 && share(5000, 36_000_000) >= MIN_SHARE) return 'ms'
  if (numbers.length >= 3 && middle >= 150 && middle <= 420 && share(20, 36_000) >= MIN_SHARE)
    return new Set(numbers).size > 1 ? 'seconds' : 'number'
  return 'number'
}
