/** A day, perhaps with a time, as exports and spreadsheets write it. */
export interface Moment {
  /** ISO 8601: `2023-11-27`, `2023-11-27T10:12:00`, with `Z` where it is known to be UTC. */
  readonly iso: string
  readonly hasTime: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?([ap])\.?m\.?)?)?`
const ZONE = String.raw`(?: ?(Z|UTC|GMT|[+-]00:?00|[+-]\d\d:?\d\d))?`

const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}${ZONE}$`, 'i')
const YEAR_LAST = new RegExp(
  `^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|(?<=/)\\d{2})${TIME}${ZONE}$`,
  'i',
)
const DAY_NAMED = new RegExp(
  `^(\\d{1,2})\\.?[ -]([a-z]{3})[a-z]*\\.?,?[ -](\\d{4})${TIME}${ZONE}$`,
  'i',
)
const MONTH_FIRST = new RegExp(`^([a-z]{3})[a-z]*\\.? (\\d{1,2}),? (\\d{4})${TIME}${ZONE}$`, 'i')
/** `Mon May 23 13:14:33 2022`. */
const UNIX = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (?:[a-z]{3,4} )?(\d{4})$/i

/**
 * Reads a day or a moment; nothing where it is none. Of `3/4/2021` nobody can say what is the month:
 * `dayFirst` does, and with points or dashes the day is first anyway.
 */
export function readMoment(given: string, dayFirst = false): Moment | undefined {
  const text = given.trim()
  if (text.length > 40 || text.length < 6) return undefined
  if (/^1\d{8,9}$/.test(text)) return fromEpoch(Number(text) * 1000)
  if (/^1\d{12}$/.test(text)) return fromEpoch(Number(text))
  const [, y, m, d, ...time] = YEAR_FIRST.exec(text) ?? []
  if (y) return build(y, Number(m), d, time)
  const [, first, sign, second, year, ...clock] = YEAR_LAST.exec(text) ?? []
  if (first) {
    const full = year?.length === 2 ? `${Number(year) > 50 ? 19 : 20}${year}` : year
    const isDay = Number(first) > 12 || (Number(second) <= 12 && (dayFirst || sign !== '/'))
    return isDay
      ? build(full, Number(second), first, clock)
      : build(full, Number(first), second, clock)
  }
  const [, day, month, of, ...hour] = DAY_NAMED.exec(text) ?? []
  if (day) return build(of, monthOf(month), day, hour)
  const [, name, date, in_, ...at] = MONTH_FIRST.exec(text) ?? []
  if (name) return build(in_, monthOf(name), date, at)
  const [, mon, on, h, min, s, inYear] = UNIX.exec(text) ?? []
  return mon ? build(inYear, monthOf(mon), on, [h, min, s]) : undefined
}

/** True where a column's dates can only be read with the day first: `18/5/2021`. */
export const isDayFirst = (cells: readonly string[]) =>
  cells.some((cell) => Number(/^\s*(\d{1,2})\/\d{1,2}\/(?:\d{4}|\d\d\b)/.exec(cell)?.[1]) > 12)

const monthOf = (name = '') => MONTHS.indexOf(name.toLowerCase()) + 1

const fromEpoch = (ms: number): Moment => ({
  iso: new Date(ms).toISOString().slice(0, 19).concat('Z'),
  hasTime: true,
})

function build(
  year: string | undefined,
  month: number,
  day: string | undefined,
  [hour, minute, second, half, zone]: readonly (string | undefined)[],
): Moment | undefined {
  const number = Number(day)
  if (month < 1 || month > 12 || number < 1 || number > 31) return undefined
  const date = `${year}-${pad(month)}-${pad(number)}`
  if (hour === undefined) return { iso: date, hasTime: false }
  const of12 = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)
  if (of12 > 23 || Number(minute) > 59) return undefined
  const utc = zone !== undefined && /^(?:Z|UTC|GMT|[+-]00:?00)$/i.test(zone)
  const offset = utc ? 'Z' : (zone ?? '')
  return { iso: `${date}T${pad(of12)}:${minute}:${second ?? '00'}${offset}`, hasTime: true }
}

const pad = (number: number) => String(number).padStart(2, '0')
