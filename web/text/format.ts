/** Numbers, dates and lengths as one language writes them. */
export interface Formats {
  /** `10,000`. */
  count(value: number): string
  /** `12.3`: with so many digits at most. */
  decimal(value: number, digits: number): string
  /** `+9.0`, `−3.5`: with just so many digits and a true minus sign; zero has no sign. */
  signed(value: number, digits: number): string
  /** Of 0 to 1: `12 %`. */
  percent(share: number): string
  /** Decimal units, as file managers show them. */
  bytes(value: number): string
  /** `3:07`, `1:02:03`: the length of one recording. */
  duration(ms: number): string
  /** `45 s`, `12 min`, `1 h 5 min`: a span of time, no finer than a reader wants it. */
  span(ms: number): string
  /** `21 November 2026`, where the reader is. What is no date is given as it is. */
  day(iso: string): string
  /** `21 November 2026 at 06:40`. */
  time(iso: string): string
  /** `one, two and three`. */
  list(items: readonly string[]): string
}

export function createFormats(locale: string): Formats {
  const counts = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const decimal = (value: number, digits: number) =>
    value.toLocaleString(locale, { maximumFractionDigits: digits })
  return {
    count: (value) => counts.format(value),
    decimal,
    signed: (value, digits) => formatSigned(value, digits, locale),
    percent: (share) => percents.format(share),
    bytes: (value) => formatBytes(value, decimal),
    duration: formatDuration,
    span: formatSpan,
    day: (iso) => formatDate(days, iso),
    time: (iso) => formatDate(times, iso),
    list: (items) => lists.format(items),
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

function formatBytes(bytes: number, decimal: Formats['decimal']): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${decimal(value, unit > 0 && value < 9.95 ? 1 : 0)} ${units[unit]}`
}

function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const pad = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${pad(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`
}

function formatSpan(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}

function formatDate(format: Intl.DateTimeFormat, iso: string): string {
  const time = new Date(iso)
  return Number.isNaN(time.getTime()) ? iso : format.format(time)
}
