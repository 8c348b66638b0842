import { asRecord, parseJson } from '../../../base/json.ts'
import { readInventoryLine } from '../../inventory/inventory-line.ts'
import { isSafePath } from '../../naming/clean.ts'

/**
 * What has become so in an archive that lies in a bucket. `line`: as it stands in the archive's own file of that name,
 * without its end mark.
 */
export type Entry =
  | { readonly kind: 'file'; readonly line: string }
  | LineEntry
  /** One of a playlist's own texts, or a picture beside kept files. */
  | ({ readonly kind: 'text' } & StoredText)
  /** A kept file or a text that is there no more. */
  | { readonly kind: 'gone'; readonly path: string }

/** Of a file that is only ever added to. */
export interface LineEntry {
  readonly kind: 'list' | 'decision'
  readonly line: string
}

export interface StoredText {
  /** Relative to the archive: in the folder of a list, or of an album. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

const LINES = ['file', 'list', 'decision'] as const

/** One line of a commit or checkpoint. */
export function writeEntry(entry: Entry): string {
  if (entry.kind === 'gone') return `${JSON.stringify({ gone: entry.path })}\n`
  if (entry.kind === 'text') {
    const { path, bytes, sha256 } = entry
    return `${JSON.stringify({ text: { path, bytes, sha256 } })}\n`
  }
  return `{"${entry.kind}":${entry.line}}\n`
}

/** Believes nothing; undefined for what no version up to this one has written. */
export function readEntry(text: string): Entry | undefined {
  const value = asRecord(parseJson(text))
  const [name, ...more] = Object.keys(value)
  if (more.length > 0) return undefined
  if (name === 'gone') return readGone(value.gone)
  if (name === 'text') return readText(asRecord(value.text))
  for (const kind of LINES) if (name === kind) return readLine(kind, text)
  return undefined
}

function readLine(kind: (typeof LINES)[number], text: string): Entry | undefined {
  const start = `{"${kind}":`
  if (!text.startsWith(start)) return undefined
  const line = text.slice(start.length, -1)
  if (kind === 'file' && readInventoryLine(line).kind !== 'file') return undefined
  return { kind, line }
}

const readGone = (path: unknown): Entry | undefined =>
  typeof path === 'string' && isSafePath(path) ? { kind: 'gone', path } : undefined

function readText({ path, bytes, sha256 }: Readonly<Record<string, unknown>>): Entry | undefined {
  const isText =
    typeof path === 'string' &&
    isSafePath(path) &&
    path.includes('/') &&
    Number.isSafeInteger(bytes) &&
    Number(bytes) >= 0 &&
    isDigest(sha256)
  return isText ? { kind: 'text', path, bytes: Number(bytes), sha256 } : undefined
}

const isDigest = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
