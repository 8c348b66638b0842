import { type BigIntStats, constants } from 'node:fs'
import { appendFile, lstat, open } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { readLines } from '../journal/lines.ts'
import { type FileState, isPast, isSameState, stateOf } from './file-state.ts'
import { type ArchivePaths, newTemporary } from './paths.ts'

/** In `.songkeep/`. It may be thrown away: then every file is read once more. */
const FILE_STATES = 'file-states.jsonl'

/** A longer line is not ours. */
const MAX_LINE_BYTES = 1 << 14
/** So many lines that count for nothing are never worth writing the others anew. */
const MIN_STALE_LINES = 1000

type Content = Pick<ArchivedFile, 'path' | 'sha256'>

interface Known extends FileState {
  readonly sha256: string
}

/**
 * What kept files looked like when they were last known to be whole: size, both times and inode. A file that looks the
 * same is not read again. As git does, a state is only noted where a later change is sure to show in it: two writes
 * within one tick of the clock leave the same times (git's "racily clean" entries).
 */
export class FileStates {
  readonly #paths: ArchivePaths
  readonly #readOnly: boolean
  readonly #known = new Map<string, Known>()
  readonly #pending: string[] = []
  /** Lines in the file, those that later ones replace among them. */
  #lines = 0
  #loaded: Promise<void> | undefined
  /** How far the file system's clock is ahead of this machine's. */
  #aheadNs: Promise<bigint> | undefined

  constructor(paths: ArchivePaths, readOnly: boolean) {
    this.#paths = paths
    this.#readOnly = readOnly
    if (!readOnly) this.#aheadNs = compareClocks(paths.work)
  }

  /** True where the file looks as it did when it was known to be this content. */
  async isKnown({ path, sha256 }: Content, stats: BigIntStats): Promise<boolean> {
    this.#loaded ??= this.#load()
    await this.#loaded
    const known = this.#known.get(path)
    return known?.sha256 === sha256 && isSameState(known, stateOf(stats))
  }

  /** The file has got its name this moment: the time of that is the file system's own. */
  async notePlaced({ path, sha256 }: Content): Promise<void> {
    const stats = await lstat(join(this.#paths.root, path), { bigint: true }).catch(() => undefined)
    if (stats?.isFile() && isPast(stats.mtimeNs, stats.ctimeNs))
      await this.#note(path, sha256, stats)
  }

  /** The file looked so before it was read at `readAtNs`, and after; what was read is this content. */
  async noteRead({ path, sha256 }: Content, stats: BigIntStats, readAtNs: bigint): Promise<void> {
    const aheadNs = await this.#aheadNs
    if (aheadNs === undefined) return
    const now = readAtNs + aheadNs
    if (isPast(stats.mtimeNs, now) && isPast(stats.ctimeNs, now))
      await this.#note(path, sha256, stats)
  }

  /** Writes down what was noted; a cache alone, so nothing waits for the disk, and no error counts. */
  async save(): Promise<void> {
    if (this.#readOnly || this.#pending.length === 0) return
    const lines = this.#pending.splice(0)
    const path = join(this.#paths.state, FILE_STATES)
    try {
      this.#lines += lines.length
      if (this.#lines <= 2 * this.#known.size + MIN_STALE_LINES)
        return await append(path, lines.join(''))
      const all = [...this.#known].map(([path, known]) => writeLine(path, known))
      await writeAtomic(path, all, newTemporary(this.#paths))
      this.#lines = all.length
    } catch {}
  }

  async #note(path: string, sha256: string, stats: BigIntStats) {
    this.#loaded ??= this.#load()
    await this.#loaded
    const known = { sha256, ...stateOf(stats) }
    this.#known.set(path, known)
    if (!this.#readOnly) this.#pending.push(writeLine(path, known))
  }

  async #load() {
    const path = join(this.#paths.state, FILE_STATES)
    if (!(await look(path).catch(() => undefined))?.isFile()) return
    try {
      for await (const { text } of readLines(path, MAX_LINE_BYTES, this.#paths.signal)) {
        this.#lines++
        const [of, known] = readLine(text ?? '') ?? []
        if (of !== undefined && known) this.#known.set(of, known)
      }
    } catch {
      // What could be read of it counts.
      this.#paths.signal?.throwIfAborted()
    }
  }
}

/**
 * Files that a check has read and found damaged: they are read before they are believed again, however they look. What
 * cannot be written down is no worse than before.
 */
export async function distrustFiles(state: string, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return
  const nothing = { sha256: '', bytes: '', modifiedNs: '', changedNs: '', inode: '' }
  const lines = paths.map((path) => writeLine(path, nothing))
  await append(join(state, FILE_STATES), lines.join('')).catch(() => {})
}

/** This machine's clock, in nanoseconds since 1970. */
export const clockNs = () => BigInt(Date.now()) * 1_000_000n

/** The folder for unfinished work was made a moment ago: its time is by the file system's clock. */
async function compareClocks(work: string): Promise<bigint> {
  const { mtimeNs } = await lstat(work, { bigint: true })
  return mtimeNs - clockNs()
}

async function append(path: string, text: string) {
  const flags = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY
  await using file = await open(path, flags | (constants.O_NOFOLLOW ?? 0), 0o666)
  await appendFile(file, text)
}

function writeLine(path: string, { sha256, bytes, modifiedNs, changedNs, inode }: Known): string {
  return `${JSON.stringify([path, sha256, bytes, modifiedNs, changedNs, inode])}\n`
}

function readLine(text: string): readonly [string, Known] | undefined {
  let fields: unknown
  try {
    fields = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(fields) || !fields.every((each) => typeof each === 'string')) return undefined
  const [path, sha256, bytes, modifiedNs, changedNs, inode] = fields as readonly string[]
  if (path === undefined || sha256 === undefined || inode === undefined) return undefined
  return [
    path,
    { sha256, bytes: bytes ?? '', modifiedNs: modifiedNs ?? '', changedNs: changedNs ?? '', inode },
  ]
}
