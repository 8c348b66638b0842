import { readPlaylistFolders } from '../../../archive/files/reports.ts'
import type { KeptList } from '../../../model/lists/kept-list.ts'
import { readRecorded } from '../../../report/changes/recorded.ts'
import { requireArchive } from '../require-archive.ts'

export interface ListedList extends KeptList {
  /** When it was last kept: ISO 8601, UTC; absent where no backup of it has come to its end. */
  readonly at?: string
  readonly entries?: number
}

/** The lists of an archive, by folder; writes nothing. */
export async function listLists(dir: string): Promise<readonly ListedList[]> {
  await requireArchive(dir)
  const all: ListedList[] = []
  for await (const { list, report } of readPlaylistFolders(dir)) {
    if (!list) continue
    const recorded = report === undefined ? undefined : readRecorded(report)
    all.push({ ...list, at: recorded?.at, entries: recorded?.entries.length })
  }
  return all
}
