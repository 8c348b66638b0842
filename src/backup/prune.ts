import type { Archive } from '../archive/archive.ts'
import type { Report } from '../model/outcome.ts'
import type { Entry } from '../model/playlist.ts'
import type { Progress } from '../model/progress.ts'
import { type Reason, reason } from '../model/reason.ts'
import { type Recorded, readRecorded } from '../report/changes/recorded.ts'
import { findUnwanted, isEmpty, readLost } from './wanted.ts'

/** What pruning has to know of a playlist. */
type State = Pick<Recorded, 'id' | 'name' | 'uri' | 'at' | 'partial' | 'entries' | 'paths'>

/** A playlist as one run has seen it. */
export interface PlaylistState extends State {
  readonly stopped: boolean
}

export function stateOfReport({ playlist, outcomes, finishedAt, stopped }: Report): PlaylistState {
  const { id, name, uri, entries, partial = false } = playlist
  const paths = outcomes.flatMap((one) =>
    'kept' in one ? [[one.position, one.kept.path] as const] : [],
  )
  const state = { id, name, uri, at: finishedAt, partial, entries }
  return { ...state, paths: new Map(paths), stopped }
}

/**
 * Moves to the trash what is kept for tracks that are in no playlist of the archive any more. Wherever
 * it is not sure which tracks those are, it does nothing and says why.
 */
export async function prune(
  seen: readonly PlaylistState[],
  archive: Archive,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Progress> {
  const folders = new Map(seen.map((one) => [archive.folderOf(one), one]))
  const addresses = new Set(seen.map(({ uri }) => uri))
  const playlists: State[] = [...seen]
  const lost: Entry[] = []
  for await (const { folder, report } of archive.playlistFolders()) {
    const stored = report === undefined ? undefined : readRecorded(report)
    const playlist = folders.get(folder) ?? stored
    if (!playlist) return refuse(reason('backup.prune-unreadable-report', { folder }))
    // The playlist has been renamed since: the folder of its old name does not count.
    if (!folders.has(folder) && playlist.uri !== undefined && addresses.has(playlist.uri)) continue
    if (!folders.has(folder)) playlists.push(playlist)
    if (playlist.entries.some(isEmpty)) lost.push(...(await readLost(folder, archive)))
  }
  const doubt = seen.map(findDoubt).find(Boolean) ?? playlists.map(findCut).find(Boolean)
  if (doubt) return refuse(doubt)
  const pruned = await archive.prune(findUnwanted(playlists, lost, archive))
  return { kind: 'pruned', pruned, dryRun }
}

const refuse = (reason: Reason) => ({ kind: 'not-pruned', reason }) as const

function findDoubt({ name, stopped, entries }: PlaylistState): Reason | undefined {
  if (stopped) return reason('backup.prune-backup-stopped', { playlist: name })
  // An empty input is more often a mistake than a wish.
  if (!entries.some(({ kind }) => kind === 'track'))
    return reason('backup.prune-no-tracks', { playlist: name })
  return undefined
}

const findCut = ({ name, partial }: State) =>
  partial ? reason('backup.prune-partial', { playlist: name }) : undefined
