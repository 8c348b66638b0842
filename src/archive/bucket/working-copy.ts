import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { asRecord, parseJson } from '../../base/json.ts'
import { DECISIONS } from '../decisions/decisions.ts'
import { STATE_FOLDER } from '../files/paths.ts'
import { LISTS } from '../lists/lists.ts'
import { AppendOnlyFiles } from './append-only-files.ts'
import type { BucketState } from './commits/state.ts'
import { archiveIn } from './own-mark.ts'

/** What is known of a working copy. */
export interface CopyRecord {
  /** Of the archive in the bucket. */
  readonly id: string
  /** False while somebody writes, and after a run that was killed: then it is made to match first. */
  readonly isClean: boolean
  /** Who wrote last, by the name it has in commits. */
  readonly writer?: string
}

/**
 * A folder of this machine that has all of an archive but its audio. It may be thrown away, but for lines that could not be
 * sent yet.
 */
export class WorkingCopy {
  readonly folder: string
  readonly appendOnly: AppendOnlyFiles

  private constructor(folder: string) {
    this.folder = folder
    this.appendOnly = new AppendOnlyFiles(this.dir)
  }

  static async at(folder: string): Promise<WorkingCopy> {
    await mkdir(archiveIn(folder), { recursive: true, mode: 0o700 })
    return new WorkingCopy(folder)
  }

  /** The archive's folder. */
  get dir(): string {
    return archiveIn(this.folder)
  }

  /** The state as it was when the copy was last clean. */
  get statePath(): string {
    return join(this.folder, 'state.jsonl')
  }

  get lockPath(): string {
    return join(this.folder, 'lock')
  }

  /** For an unfinished file of whoever holds the lock. */
  get temporaryPath(): string {
    return join(this.folder, 'unfinished')
  }

  async readRecord(): Promise<CopyRecord | undefined> {
    const text = await readFile(this.#recordPath, 'utf8').catch(() => undefined)
    const { id, isClean, writer } = asRecord(parseJson(text))
    if (typeof id !== 'string' || typeof isClean !== 'boolean') return undefined
    return { id, isClean, writer: typeof writer === 'string' ? writer : undefined }
  }

  async saveRecord(record: CopyRecord): Promise<void> {
    await writeAtomic(this.#recordPath, `${JSON.stringify(record)}\n`)
  }

  /** Removes what the state does not name: what a killed run has left, and audio that lies in the bucket. */
  async removeUnnamed({ texts }: Pick<BucketState, 'texts'>): Promise<void> {
    const names = new Set([LISTS, DECISIONS, ...texts.map(({ path }) => path)])
    await removeOthers(this.dir, '', names)
  }

  get #recordPath(): string {
    return join(this.folder, 'copy.json')
  }
}

/** Folders that become empty go too. The archive's own state stays. */
async function removeOthers(root: string, folder: string, names: ReadonlySet<string>) {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name)
    if (path === STATE_FOLDER || names.has(path)) continue
    if (entry.isDirectory()) {
      await removeOthers(root, path, names)
      await rmdir(join(root, path)).catch(() => {})
    } else await rm(join(root, path), { force: true })
  }
}
