import type { Reason } from '../../model/reason.ts'
import { explainStorage } from '../files/inside.ts'
import { writeDerivedFiles, writeIndexFiles } from '../inventory/index-files.ts'
import { openForReading, openForWriting } from '../open.ts'
import { type DescribeFile, LineSearch, type ReindexFinding } from './line-search.ts'

export interface ReindexOptions {
  /** Writes nothing, and says what would be done. */
  readonly dryRun?: boolean
  /** What a file says of itself, for one that nothing but a manifest names. */
  readonly describe: DescribeFile
  /** How many of the inventory's files have been read. */
  readonly onRead?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface Reindexed {
  /** What was wrong with the inventory itself. */
  readonly notes: readonly Reason[]
  /** What did not fit; nothing of files that are as their lines say. */
  readonly findings: readonly ReindexFinding[]
  /** Files that have a line now. */
  readonly files: number
  /** Lines that have got a digest which they did not have. */
  readonly digested: number
}

/**
 * Makes again what can be made of the files themselves: reads every archived file, takes lost lines back from whatever
 * record names them, finds files that were moved or renamed by their digests, adds missing digests, and writes
 * inventory, manifests and working state anew. No file but these is touched, and no line is dropped. Throws as
 * `openArchive` does, and the signal's reason.
 */
export async function reindexArchive(dir: string, options: ReindexOptions): Promise<Reindexed> {
  const { dryRun, describe, onRead, signal } = options
  try {
    await using opened = await (dryRun ? openForReading : openForWriting)(dir, signal, describe)
    const { inventory, paths, lists, notes } = opened
    const before = inventory.all()
    const search = new LineSearch(paths)
    await search.check(before, (done) => onRead?.(done, before.length))
    await search.adopt()
    await search.findMoved()
    await search.describe(describe)
    const known = new Map(before.map((file) => [file.path, file]))
    const changed = search.lines.filter((file) => known.get(file.path) !== file)
    if (!dryRun) {
      await opened.guard?.check()
      for (const finding of search.findings) {
        const left = finding.kind === 'moved' ? known.get(finding.from) : undefined
        if (left) inventory.remove(left)
      }
      for (const file of changed) inventory.remember(file)
      if (changed.length > 0) inventory.unsettled.noteStale()
      await writeIndexFiles(inventory, paths)
      await writeDerivedFiles(inventory, paths)
      await lists.save()
    }
    const findings = [...opened.findings, ...search.findings.filter(isNew(opened.findings))]
    const digested = changed.filter(({ path }) => known.has(path)).length
    return { notes, findings, files: search.lines.length, digested }
  } catch (error) {
    throw explainStorage(error, dir)
  }
}

/** What was told when the archive was opened is not told again. */
function isNew(told: readonly ReindexFinding[]) {
  const keys = new Set(told.map(({ kind, path }) => `${kind} ${path}`))
  return ({ kind, path }: ReindexFinding) => !keys.has(`${kind} ${path}`)
}
