import type { Units } from '../../src/words/units.ts'

/** Numbers, dates and lengths as one language writes them: the program's own, and what only the page needs. */
export interface Formats extends Units {
  /** `12.3`: with so many digits at most. */
  decimal(value: number, digits: number): string
  /** `+9.0`, `−3.5`: with just so many digits and a true minus sign; zero has no sign. */
  signed(value: number, digits: number): string
  /** Of 0 to 1: `12 %`. */
  percent(share: number): string
  /** `21 November 2026`, where the reader is. What is no date is given as it is. */
  day(iso: string): string
  /** `21 November 2026 at 06:40`, where the reader is. */
  time(iso: string): string
}

export function createFormats(locale: string, units: Units): Formats {
  const percents = new Intl.NumberFormat(locale, { style: 'percent' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  return {
    ...units,
    decimal: (value, digits) => value.toLocaleString(locale, { maximumFractionDigits: digits }),
    signed: (value, digits) => formatSigned(value, digits, locale),
    percent: (share) => percents.format(share),
    day: (iso) => formatDate(days, iso),
    time: (iso) => formatDate(times, iso),
  }
}

function formatSigned(value: number, digits: number, locale: string): string {
  const size = Math.abs(value).toLocaleString(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  if (Math.abs(value) < 0.5 / 10 ** digits) return size
  return value < 0 ? `−${size}` : `+${size}`
}

function formatDate(format: Intl.DateTimeFormat, iso: string): string {
  const time = new Date(iso)
  return Number.isNaN(time.getTime()) ? iso : format.format(time)
}
