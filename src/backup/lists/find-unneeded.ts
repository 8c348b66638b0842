import type { Archive } from '../../archive/archive.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { KeptList } from '../../model/lists/kept-list.ts'
import type { Entry } from '../../model/playlist.ts'
import { readRecorded } from '../../report/changes/recorded.ts'
import { findUnwanted, isEmpty, readLost, type Wants } from '../wanted.ts'

/** Files that only the lists need which are to go. */
export interface Unneeded {
  readonly files: readonly ArchivedFile[]
  /** Files of theirs that other lists need too. */
  readonly shared: number
  /** Folders of lists whose reports cannot be read: as nobody knows what they need, no file may go. */
  readonly unread: readonly string[]
}

/** `ids`: of the lists that are to go. A file in the folder of a list that stays is always needed. */
export async function findUnneeded(ids: ReadonlySet<string>, archive: Archive): Promise<Unneeded> {
  const staying: Wants[] = []
  const lost: Entry[] = []
  const unread: string[] = []
  const theirs = new Set<string>()
  const foldersStaying: string[] = []
  for await (const { folder, list, report } of archive.playlistFolders()) {
    const wants = report === undefined ? undefined : readRecorded(report)
    if (list && ids.has(list.id)) {
      for (const path of pathsOf(list, wants, archive)) theirs.add(path)
      continue
    }
    foldersStaying.push(folder)
    if (!wants) unread.push(folder)
    else staying.push(wants)
    if (wants?.entries.some(isEmpty)) lost.push(...(await readLost(folder, archive)))
  }
  const own = [...theirs].filter((path) => archive.at(path) !== undefined)
  if (unread.length > 0) return { files: [], shared: own.length, unread }
  const files = findUnwanted(staying, lost, archive).filter(
    ({ path }) =>
      theirs.has(path) && !foldersStaying.some((folder) => path.startsWith(`${folder}/`)),
  )
  return { files, shared: own.length - files.length, unread }
}

/** By the list's report, by its tracks, and what lies in its folder. */
function pathsOf({ folder }: KeptList, wants: Wants | undefined, archive: Archive): string[] {
  const tracks = wants?.entries.flatMap((entry) => (entry.kind === 'track' ? [entry.track] : []))
  return [
    ...(wants?.paths.values() ?? []),
    ...(tracks ?? []).flatMap((track) => archive.listFor(track).map(({ path }) => path)),
    ...archive
      .list()
      .map(({ path }) => path)
      .filter((path) => path.startsWith(`${folder}/`)),
  ]
}
