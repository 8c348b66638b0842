import type { SQLOutputValue } from 'node:sqlite'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Shorter ones gain nothing. */
const LEAST = 512

/**
 * The details of ten thousand entries are some hundred megabytes of JSON that says the same again and again:
 * packed they are a tenth of it.
 */
export function packDetail(detail: unknown): string | Uint8Array | null {
  if (detail === undefined) return null
  const text = JSON.stringify(detail)
  return text.length < LEAST ? text : deflateRawSync(text, { level: 3 })
}

export function unpackDetail(packed: SQLOutputValue | undefined): unknown {
  if (typeof packed === 'string') return JSON.parse(packed)
  return packed instanceof Uint8Array ? JSON.parse(inflateRawSync(packed).toString()) : undefined
}
