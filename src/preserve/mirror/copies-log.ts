import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { appendLine } from '../../archive/journal/append.ts'
import { readLines } from '../../archive/journal/lines.ts'
import { look } from '../../base/inside.ts'
import { COPIES } from './names.ts'

/** One line of `copies.jsonl`: a copy was made, checked, or given up. */
export interface CopyRecord {
  /** An absolute folder, or `s3://bucket/prefix`. */
  readonly target: string
  /** The server of a bucket that is not Amazon's. */
  readonly endpoint?: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly did: 'mirror' | 'check' | 'forget'
  /** Files of the copy that are whole as far as is known, and those of them that were read or written then. */
  readonly files: number
  readonly seen: number
  readonly bytes: number
  readonly missing: number
  readonly damaged: number
}

export interface CopiesLog {
  /** Of the archive, for good: written when its first copy is made. */
  readonly archive: string | undefined
  /** The last word on each copy that was not given up, in the order in which they were first made. */
  readonly copies: readonly CopyRecord[]
}

const MAX_LINE_BYTES = 1 << 16

/** Reads `copies.jsonl`, believing nothing; lines that are not ours count for nothing. */
export async function readCopies(root: string, signal?: AbortSignal): Promise<CopiesLog> {
  const path = join(root, COPIES)
  const copies = new Map<string, CopyRecord>()
  let archive: string | undefined
  if (!(await look(path))?.isFile()) return { archive, copies: [] }
  for await (const { text } of readLines(path, MAX_LINE_BYTES, signal)) {
    const value = parse(text)
    if (typeof value?.archive === 'string' && /^[\w-]{1,64}$/.test(value.archive))
      archive ??= value.archive
    const record = value && readRecord(value)
    if (record?.did === 'forget') copies.delete(keyOf(record))
    else if (record) copies.set(keyOf(record), record)
  }
  return { archive, copies: [...copies.values()] }
}

/** Gives an archive an id that lasts, unless it has one. */
export async function ensureArchiveId(root: string): Promise<string> {
  const { archive } = await readCopies(root)
  if (archive !== undefined) return archive
  const line = { archive: randomUUID(), at: new Date().toISOString() }
  await appendLine(join(root, COPIES), `${JSON.stringify(line)}\n`)
  return (await readCopies(root)).archive ?? line.archive
}

export const recordCopy = (root: string, record: CopyRecord): Promise<void> =>
  appendLine(join(root, COPIES), `${JSON.stringify(record)}\n`)

/** Two records are of one copy where these agree. */
export const keyOf = ({ target, endpoint }: Pick<CopyRecord, 'target' | 'endpoint'>): string =>
  `${endpoint ?? ''} ${target}`

type Stored = Readonly<Record<string, unknown>>

function parse(text: string | undefined): Stored | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Stored) : undefined
  } catch {
    return undefined
  }
}

function readRecord(value: Stored): CopyRecord | undefined {
  const { target, endpoint, at, did } = value
  const count = (name: string) => {
    const found = value[name]
    return typeof found === 'number' && found >= 0 ? found : 0
  }
  const isOurs =
    typeof target === 'string' &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    (did === 'mirror' || did === 'check' || did === 'forget')
  if (!isOurs) return undefined
  return {
    target,
    endpoint: typeof endpoint === 'string' ? endpoint : undefined,
    at,
    did,
    files: count('files'),
    seen: count('seen'),
    bytes: count('bytes'),
    missing: count('missing'),
    damaged: count('damaged'),
  }
}
