import { lstatSync } from 'node:fs'
import { basename, join, posix, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { openArchive } from '../../archive/archive.ts'
import { readPlaylistFolders } from '../../archive/files/reports.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Outcome } from '../../model/outcome.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import { UserError } from '../../words/user-error.ts'
import { parseReport } from '../archives/archived-report.ts'
import { readHistory } from '../archives/read-history.ts'
import { requireArchive } from '../archives/require-archive.ts'
import { type LastCheck, readChecks } from './read-checks.ts'
import { readMirrors } from './read-mirrors.ts'

/** What an archive tells of itself, as far as `tail` wants it. */
export interface ArchiveContent {
  /** Its folder's name. */
  readonly name: string
  readonly files: readonly ArchiveFileState[]
  readonly rows: readonly ReportRow[]
  /** What its services name or play no longer. */
  readonly withdrawn: readonly { readonly track: Track; readonly at?: string }[]
  readonly notes: readonly Reason[]
}

export interface ArchiveFileState {
  readonly file: ArchivedFile
  /** It is there with its size, and no check has found it otherwise since. */
  readonly isWhole: boolean
  /** The last look at its bytes; absent where there was none since it was kept. */
  readonly checkedAt?: string
  /** Mirrors of the archive that are known to have it whole. */
  readonly mirrors: number
}

/** One track of a list's last report. */
export interface ReportRow {
  readonly track: Track
  /** Absent where the run did not come to it. */
  readonly outcome?: Exclude<Outcome, { readonly kind: 'skipped' }>
  /** Of its kept file, relative to the archive. */
  readonly path?: string
}

/** Reads without the lock, and writes nothing. UserError where the folder is no archive. */
export async function readArchive(dir: string, signal?: AbortSignal): Promise<ArchiveContent> {
  await requireArchive(dir)
  const root = resolve(dir)
  await using archive = await openArchive(root, { readOnly: true, signal })
  const checks = await readChecks(root, signal)
  const mirrors = await readMirrors(root, signal)
  const files = await stateOf(archive.list(), { root, checks, mirrors }, signal)
  const broken = files.filter(({ isWhole }) => !isWhole).length
  return {
    name: basename(root),
    files,
    rows: await readRows(root, signal),
    withdrawn: await readWithdrawn(root),
    notes: [
      ...archive.notes,
      ...(broken > 0 ? [reason('app.tail-not-whole', { files: broken })] : []),
    ],
  }
}

interface KnownState {
  readonly root: string
  readonly checks: ReadonlyMap<string, LastCheck>
  /** When each whole mirror was seen. */
  readonly mirrors: readonly string[]
}

/**
 * What lies in the place of each file, no link followed. Asked for in the main thread, which is several times as fast
 * as by promises where the system has it in memory; others have their turn after each thousand.
 */
async function stateOf(
  files: readonly ArchivedFile[],
  { root, checks, mirrors }: KnownState,
  signal?: AbortSignal,
): Promise<readonly ArchiveFileState[]> {
  const folders = new Map<string, boolean>()
  const states: ArchiveFileState[] = []
  for (const file of files) {
    if (states.length % 1000 === 0) await setImmediate()
    signal?.throwIfAborted()
    const check = checks.get(file.path)
    const isThere = isFolder(posix.dirname(file.path), root, folders) && hasSize(file, root)
    states.push({
      file,
      isWhole: isThere && check?.isWhole !== false,
      checkedAt: check?.at,
      mirrors: mirrors.filter((at) => Date.parse(at) >= Date.parse(file.keptAt)).length,
    })
  }
  return states
}

function isFolder(path: string, root: string, known: Map<string, boolean>): boolean {
  if (path === '.') return true
  const before = known.get(path)
  if (before !== undefined) return before
  const isOne =
    isFolder(posix.dirname(path), root, known) && lookAt(join(root, path))?.isDirectory() === true
  known.set(path, isOne)
  return isOne
}

function hasSize({ path, bytes }: ArchivedFile, root: string): boolean {
  const found = lookAt(join(root, path))
  return found?.isFile() === true && found.size === bytes
}

/** Undefined also where the system refuses to tell. */
function lookAt(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

async function readRows(root: string, signal?: AbortSignal): Promise<readonly ReportRow[]> {
  const all: ReportRow[] = []
  for await (const { report } of readPlaylistFolders(root)) {
    signal?.throwIfAborted()
    const parsed = report === undefined ? undefined : parseReport(report)
    for (const { row, outcome } of parsed?.rows.values() ?? []) {
      if (outcome?.kind === 'skipped' || row.state === 'skipped') continue
      if (outcome) all.push({ track: outcome.track, outcome, path: row.file })
      else all.push({ track: { title: row.title, artists: row.artists } })
    }
  }
  return all
}

/** An archive that no backup has come to the end of has no list, and nothing withdrawn. */
async function readWithdrawn(root: string) {
  const lists = await readHistory(root).catch((error: unknown) => {
    if (error instanceof UserError) return []
    throw error
  })
  return lists.flatMap(({ withdrawn }) =>
    withdrawn.flatMap(({ entry, at }) =>
      entry.kind === 'track' ? { track: entry.track, at } : [],
    ),
  )
}
