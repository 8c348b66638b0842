import type { ArchivedFile } from '../../model/archived-file.ts'
import { audioFormats, qualities } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { readSpelled, spellOut } from '../../words/spell-out.ts'
import {
  check,
  count,
  flag,
  list,
  number,
  oneOf,
  optional,
  record,
  text,
  texts,
  track,
} from '../journal/checks.ts'
import { decodeText } from '../journal/lines.ts'
import { isArchivedFilePath } from '../naming/clean.ts'

/** No line we write is longer; a longer one is damaged. */
export const MAX_LINE_BYTES = 1 << 20

export type InventoryLine =
  | { readonly kind: 'file'; readonly file: ArchivedFile }
  | { readonly kind: 'damaged'; readonly reason: Reason }

/** Reads one line of an inventory, believing nothing; reasons are values again. */
export function readInventoryLine(line: string): InventoryLine {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { kind: 'damaged', reason: reason('archive.line-not-json') }
  }
  const field = archivedFile(value, 'line')
  if (field) return { kind: 'damaged', reason: reason('archive.line-wrong-field', { field }) }
  return { kind: 'file', file: readSpelled(value) as ArchivedFile }
}

const LF = 0x0a

/** The same of a line as it stands on the disk, with its end mark; undefined where it cannot be read. */
export function readLineBytes(bytes: Uint8Array): ArchivedFile | undefined {
  const text = bytes.at(-1) === LF ? decodeText(bytes.subarray(0, -1)) : undefined
  const read = text === undefined ? undefined : readInventoryLine(text)
  return read?.kind === 'file' ? read.file : undefined
}

export const writeInventoryLine = (file: ArchivedFile) => `${JSON.stringify(spellOut(file))}\n`

const sha256 = check((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))

const sha512 = check((value) => typeof value === 'string' && /^[0-9a-f]{128}$/.test(value))

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
  uploaderUrl: optional(text),
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

const album = record({ title: optional(text), artists: texts, hasOwnGain: optional(flag) })

const archivedFile = record({
  path: check((value) => typeof value === 'string' && isArchivedFilePath(value)),
  sha256,
  sha512: optional(sha512),
  soundSha256: optional(sha256),
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
  album: optional(album),
  keptAt: text,
  checkedAt: optional(text),
  doubt: optional(record({ at: text, reasons: texts })),
})
