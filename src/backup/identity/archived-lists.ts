import type { Archive } from '../../archive/archive.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { KeptList } from '../../model/lists/kept-list.ts'
import type { Entry } from '../../model/playlist.ts'
import { readRecorded } from '../../report/changes/recorded.ts'

/** What an archive holds of a list. */
export interface ListState {
  /** When it was last kept: ISO 8601, UTC. */
  readonly at?: string
  readonly entries: readonly Entry[]
  /** False where no backup of it has come to its end: then the entries are what was kept until then. */
  readonly isRecorded: boolean
}

/** The lists of an archive, to compare with what comes in. */
export interface ArchivedLists {
  lists(): readonly KeptList[]
  stateOf(list: KeptList): Promise<ListState>
}

/** What is read of an archive for it. */
export interface ListSource {
  lists(): readonly KeptList[]
  readText(folder: string, name: string): Promise<string | undefined>
  files(): Promise<readonly ArchivedFile[]>
}

/** Of an archive that is open. */
export const listsOf = (archive: Pick<Archive, 'lists' | 'list' | 'readText'>): ArchivedLists =>
  readLists({
    lists: () => archive.lists(),
    readText: (folder, name) => archive.readText(folder, name),
    files: async () => archive.list(),
  })

/** Each list is read once. */
export function readLists(source: ListSource): ArchivedLists {
  const states = new Map<string, Promise<ListState>>()
  return {
    lists: () => source.lists(),
    stateOf(list) {
      const known = states.get(list.id) ?? readState(list, source)
      states.set(list.id, known)
      return known
    },
  }
}

async function readState({ folder }: KeptList, source: ListSource): Promise<ListState> {
  const text = await source.readText(folder, 'report.json')
  const recorded = text === undefined ? undefined : readRecorded(text)
  if (recorded) return { at: recorded.at, entries: recorded.entries, isRecorded: true }
  const files = (await source.files()).filter(({ path }) => path.startsWith(`${folder}/`))
  const entries = files.map(
    ({ track }, at) => ({ kind: 'track', position: at + 1, track }) as const,
  )
  return { entries, isRecorded: false }
}
