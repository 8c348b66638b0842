import type { Kept } from '../model/kept.ts'
import { audioFormats, qualities } from '../model/media.ts'
import { isKeptPath } from './clean.ts'

/** No line we write is longer; a longer one is damaged. */
export const MAX_LINE_BYTES = 1 << 20

export type KeptLine =
  | { readonly kind: 'kept'; readonly kept: Kept }
  | { readonly kind: 'damaged'; readonly reason: string }

/** Reads one line of an inventory, believing nothing. */
export function readKeptLine(line: string): KeptLine {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { kind: 'damaged', reason: 'not JSON' }
  }
  const wrong = kept(value, 'line')
  if (wrong) return { kind: 'damaged', reason: wrong }
  return { kind: 'kept', kept: value as Kept }
}

export const writeKeptLine = (kept: Kept) => `${JSON.stringify(kept)}\n`

/** Says what is wrong with a value, or nothing. */
type Check = (value: unknown, name: string) => string | undefined

const check =
  (test: (value: unknown) => boolean): Check =>
  (value, name) =>
    test(value) ? undefined : `wrong or missing: ${name}`

const text = check((value) => typeof value === 'string')
const count = check((value) => Number.isSafeInteger(value) && Number(value) >= 0)
const number = check((value) => Number.isFinite(value))
const oneOf = (...values: readonly string[]) =>
  check((value) => typeof value === 'string' && values.includes(value))
const optional =
  (inner: Check): Check =>
  (value, name) =>
    value === undefined ? undefined : inner(value, name)
const list =
  (inner: Check): Check =>
  (value, name) => {
    if (!Array.isArray(value)) return `wrong or missing: ${name}`
    return value.map((item, at) => inner(item, `${name}[${at}]`)).find(Boolean)
  }
const record =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, name) => {
    if (typeof value !== 'object' || value === null) return `wrong or missing: ${name}`
    const values = new Map(Object.entries(value))
    return Object.entries(fields)
      .map(([field, inner]) => inner(values.get(field), `${name}.${field}`))
      .find(Boolean)
  }

const texts = list(text)
const sha256 = check((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))

const track = record({
  title: text,
  artists: texts,
  album: optional(text),
  albumArtists: optional(texts),
  durationMs: optional(number),
  year: optional(number),
  isrc: optional(text),
  trackNumber: optional(number),
  discNumber: optional(number),
  uri: optional(text),
  path: optional(text),
  addedAt: optional(text),
  plays: optional(number),
})

const evidence = record({
  field: text,
  level: text,
  weight: number,
  left: optional(text),
  right: optional(text),
})

const answer = record({ url: text, sha256, at: text })

const chosen = record({
  source: text,
  id: text,
  title: text,
  artists: texts,
  album: optional(text),
  url: optional(text),
  uploader: optional(text),
  fileUrl: optional(text),
  answer: optional(answer),
  sha256,
  probability: number,
  evidence: list(evidence),
  notes: texts,
})

const host = record({
  name: text,
  reason: text,
  conditions: optional(texts),
  termsUrl: optional(text),
  readOn: optional(text),
})

const verdict = record({
  action: oneOf('copy', 'link', 'review'),
  reasons: texts,
  licence: record({ id: text, name: text, url: optional(text), asGiven: optional(text) }),
  host: optional(host),
})

const fingerprint = record({
  algorithm: oneOf('chromaprint-2'),
  code: check((value) => typeof value === 'string' && /^[\w-]{1,20000}$/.test(value)),
  durationMs: count,
})

const loudness = record({ integratedLufs: number, rangeLu: number, peak: number, gainDb: number })

const albumGain = record({ gainDb: number, peak: number })

const kept = record({
  path: check((value) => typeof value === 'string' && isKeptPath(value)),
  sha256,
  bytes: count,
  durationMs: number,
  format: oneOf(...audioFormats),
  quality: optional(oneOf(...qualities)),
  how: oneOf('encoded', 'copied', 'kept'),
  track,
  chosen,
  verdict,
  fingerprint: optional(fingerprint),
  loudness: optional(loudness),
  albumGain: optional(albumGain),
  keptAt: text,
})
