/** Numbers, sizes and times as a language writes them. */
export interface Units {
  /** `10,000`. */
  count(count: number): string
  /** `3:07`, `1:02:03`: the length of one recording. */
  duration(durationMs: number): string
  /** `214.93 s`: the length of one recording, to the millisecond. */
  seconds(durationMs: number): string
  /** `45 s`, `12 min`, `1 h 5 min`: a span of time, no finer than a reader wants it. */
  span(ms: number): string
  /** Decimal units, as file managers show them. */
  bytes(bytes: number): string
  /** Never 0 % nor 100 %: nothing here is certain. */
  probability(probability: number): string
  /** A match weight in bits, with a true minus sign: `+9.2`, `−3.0`. */
  weight(weight: number): string
  /** `12.30`: with just so many digits. */
  fixed(value: number, digits: number): string
  /** `21 November 2026`; what is no date is given as it is. */
  day(iso: string): string
  /** `21 November 2026, 06:40 UTC`, the same on every machine. */
  time(iso: string): string
  /** `A, B and C`. */
  list(items: readonly string[]): string
}

/** By a language's own habits. Spans, sizes and lengths are written alike in both. */
export function makeUnits(locale: string): Units {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const thousandths = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 3,
    useGrouping: false,
  })
  const fixed = makeFixed(locale)
  const day = (iso: string) => {
    const time = new Date(iso)
    return Number.isNaN(time.getTime()) ? iso : days.format(time)
  }
  return {
    count: (count) => count.toLocaleString(locale),
    duration,
    seconds: (durationMs) => `${thousandths.format(durationMs / 1000)} s`,
    span,
    bytes: (bytes) => sizeOf(bytes, fixed),
    probability: (probability) => chanceOf(probability, locale, fixed),
    weight(weight) {
      const size = fixed(Math.abs(weight), 1)
      if (Math.abs(weight) < 0.05) return size
      return weight < 0 ? `−${size}` : `+${size}`
    },
    fixed,
    day,
    time(iso) {
      const time = new Date(iso)
      if (Number.isNaN(time.getTime())) return iso
      return `${day(iso)}, ${time.toISOString().slice(11, 16)} UTC`
    },
    list: (items) => lists.format(items),
  }
}

type Fixed = Units['fixed']

/** Each format is made once: to make one for each number took most of the time of a report. */
function makeFixed(locale: string): Fixed {
  const formats: Intl.NumberFormat[] = []
  return (value, digits) => {
    formats[digits] ??= new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    return formats[digits].format(value)
  }
}

function duration(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000)
  const pad = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${pad(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`
}

function span(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}

function sizeOf(bytes: number, fixed: Fixed): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${fixed(value, unit > 0 && value < 9.95 ? 1 : 0)} ${units[unit]}`
}

function chanceOf(probability: number, locale: string, fixed: Fixed): string {
  const [over, under] = locale.startsWith('de') ? ['über', 'unter'] : ['over', 'under']
  if (probability > 0.999) return `${over} ${fixed(99.9, 1)} %`
  if (probability < 0.01) return `${under} 1 %`
  if (probability > 0.99) return `${fixed(Math.floor(probability * 1000) / 10, 1)} %`
  return `${Math.round(probability * 100)} %`
}
