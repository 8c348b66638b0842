import { join } from 'node:path'
import { appendLine } from '../../archive/journal/append.ts'
import { readLines } from '../../archive/journal/lines.ts'
import { codeOf } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import { type CheckLine, readCheckLine, writeCheckLine } from '../../fixity/audit/check-line.ts'
import type { LastCheck } from '../../fixity/audit/plan.ts'
import { PARITY_FOLDER } from '../../fixity/parity/parity.ts'
import { type Reason, reasonOf } from '../../model/reason.ts'

const FIXITY_LOG = 'fixity.jsonl'

const MAX_LINE_BYTES = 1 << 14
/** Lines that wait for their place on the disk: a kill costs no more, and they are checked again. */
const FLUSH_LINES = 256
const FLUSH_MS = 1000

/** What earlier checks say: when each file was last found whole, and what the records were then. */
export interface CheckHistory {
  readonly files: ReadonlyMap<string, LastCheck>
  /** When parity was last found whole: milliseconds since 1970. */
  readonly parityAt?: number
  /** The last whole check of each of the archive's own records that has a digest. */
  readonly records: ReadonlyMap<string, CheckLine>
}

/** Lines that cannot be read count for nothing: what they told of is checked again. */
export async function readCheckHistory(
  dir: string,
  recordNames: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<CheckHistory> {
  const files = new Map<string, LastCheck>()
  const records = new Map<string, CheckLine>()
  let parityAt: number | undefined
  const path = join(dir, FIXITY_LOG)
  if (!(await look(path))?.isFile()) return { files, records }
  for await (const { text } of readLines(path, MAX_LINE_BYTES, signal)) {
    const line = text === undefined ? undefined : readCheckLine(text)
    if (!line) continue
    const { at, path, sha256, outcome } = line
    if (path === PARITY_FOLDER) parityAt = Date.parse(at)
    else if (outcome === 'missing' || outcome === 'damaged' || sha256 === undefined)
      files.delete(path)
    else if (recordNames.has(path)) records.set(path, line)
    else files.set(path, { at: Date.parse(at), sha256 })
  }
  return { files, records, parityAt }
}

/** Adds what was checked to `fixity.jsonl`, many lines at a time. */
export class CheckLog {
  readonly #path: string
  readonly #checkRoot: () => Promise<void>
  #lines: string[] = []
  #flushedAt = performance.now()
  /** Why nothing can be written: a read-only disk, a full one. Checking goes on without its record. */
  #fault: Reason | undefined

  /** `checkRoot` throws where the archive's folder is not in its place any more: no other gets a record of its checks. */
  constructor(dir: string, checkRoot: () => Promise<void>) {
    this.#path = join(dir, FIXITY_LOG)
    this.#checkRoot = checkRoot
  }

  get fault(): Reason | undefined {
    return this.#fault
  }

  async add(line: Omit<CheckLine, 'at'>): Promise<void> {
    this.#lines.push(writeCheckLine({ at: new Date().toISOString(), ...line }))
    const isDue =
      this.#lines.length >= FLUSH_LINES || performance.now() - this.#flushedAt > FLUSH_MS
    if (isDue) await this.flush()
  }

  /** Returns when all lines so far are on the disk, or cannot be. */
  async flush(): Promise<void> {
    const lines = this.#lines
    this.#lines = []
    this.#flushedAt = performance.now()
    if (lines.length === 0 || this.#fault) return
    await this.#checkRoot()
    try {
      await appendLine(this.#path, lines.join(''))
    } catch (error) {
      if (codeOf(error) === undefined) throw error
      this.#fault = reasonOf(error)
    }
  }
}
