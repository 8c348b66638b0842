import { secondsToMs } from './clean.ts'

const UNITS =
  /^(?:pt)?(?:(\d{1,3}) ?h(?:ours?|rs?)?)?,? ?(?:(\d{1,4}) ?m(?:in(?:ute)?s?)?)?\.?,? ?(?:(\d{1,6}(?:\.\d{1,9})?) ?s(?:ec(?:ond)?s?)?)?\.?$/i

/**
 * How long something lasts, in milliseconds, from what people and services write: `225`, `225.3`, `3:45`,
 * `1:02:03`, `225000 ms`, `3m 45s`, `3 min 45 sec`, and ISO 8601's `PT3M45S`. A bare number is seconds.
 * NaN when it cannot be read, nothing when there is nothing.
 */
export function lengthToMs(value: string): number | undefined {
  const text = value.slice(0, 100).trim()
  const exact = /^(\d{1,12}) ?(?:ms|msec|milliseconds)$/i.exec(text)
  if (exact) return Number(exact[1])
  const units = /\d/.test(text) && /[hms]/i.test(text) ? UNITS.exec(text) : null
  if (!units) return secondsToMs(text)
  const [hours = 0, minutes = 0, seconds = 0] = units.slice(1).map((part) => Number(part ?? 0))
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000)
}

/** True for a length that says so by its signs: a clock's colon or a unit. */
export function isLength(value: string): boolean {
  const text = value.trim()
  return (
    /[:hms]/i.test(text) &&
    !/^\d{1,2}:\d{2}:\d{2} ?[ap]m$/i.test(text) &&
    (lengthToMs(text) ?? 0) > 0
  )
}
