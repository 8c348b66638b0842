import { asText } from '../../base/json.ts'

/** A track that seems to last longer was given in a wrong unit. */
const MAX_DURATION_MS = 24 * 3600 * 1000

const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]?\d(?:\.\d+)?)$/
const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/**
 * A length as hosts write it, in milliseconds: seconds (`148.97`, `"148.97"`), a clock (`"02:28"`,
 * `"1:02:03"`) or ISO 8601 (`"PT2M28S"`). Undefined where there is none, or none that can be right.
 */
export function readDuration(value: unknown): number | undefined {
  const first = Array.isArray(value) ? value[0] : value
  const text = asText(first).trim()
  return inBounds(readSeconds(text) * 1000)
}

/** The same for hosts that count milliseconds. */
export function readDurationMs(value: unknown): number | undefined {
  const first = Array.isArray(value) ? value[0] : value
  const text = asText(first).trim()
  return inBounds(/^\d{1,12}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN)
}

function readSeconds(text: string): number {
  if (text.length > 40) return Number.NaN
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text)
  const clock = CLOCK.exec(text)
  if (clock) return addUp(0, clock[1], clock[2], clock[3])
  const iso = ISO.exec(text)
  return iso ? addUp(iso[1], iso[2], iso[3], iso[4]) : Number.NaN
}

function addUp(...parts: readonly (string | number | undefined)[]): number {
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0))
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
}

function inBounds(ms: number): number | undefined {
  const rounded = Math.round(ms)
  return rounded > 0 && rounded <= MAX_DURATION_MS ? rounded : undefined
}
