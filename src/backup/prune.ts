import type { Archive } from '../archive/archive.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { Report } from '../model/outcome.ts'
import type { Entry } from '../model/playlist.ts'
import type { Progress } from '../model/progress.ts'
import { type Reason, reason } from '../model/reason.ts'
import { dropRetold, HISTORY, readHistoryLine } from '../report/changes/history.ts'
import { type Recorded, readRecorded } from '../report/changes/recorded.ts'
import { foldText } from '../text/fold.ts'
import { takeTitleApart } from '../text/title/title.ts'

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

/** A row that nothing names any more. */
const isEmpty = (entry: Entry) =>
  entry.kind === 'skipped' && entry.withdrawn === true && entry.uri === undefined

/** Tracks that were removed when empty rows were added: they may still be in the playlist, unnamed. */
async function readLost(folder: string, archive: Archive): Promise<readonly Entry[]> {
  const text = (await archive.readText(folder, HISTORY)) ?? ''
  const lines = text.split('\n').flatMap((line) => readHistoryLine(line) ?? [])
  return dropRetold(lines).flatMap(({ added, removed }) => (added.some(isEmpty) ? removed : []))
}

/**
 * A file is wanted by its path, by its track, or by its name: an entry that has no file of its own may
 * have lost it only for now, and share one with another entry of the same song otherwise.
 */
function findUnwanted(
  playlists: readonly State[],
  lost: readonly Entry[],
  archive: Archive,
): readonly ArchivedFile[] {
  const paths = new Set<string>()
  const addresses = new Set<string>()
  const songs = new Set<string>()
  const want = (entry: Entry, path: string | undefined) => {
    if (path !== undefined) paths.add(path)
    const uri = entry.kind === 'track' ? entry.track.uri : entry.uri
    if (uri !== undefined) addresses.add(uri)
    if (entry.kind === 'skipped') return
    for (const kept of archive.listFor(entry.track)) paths.add(kept.path)
    if (path === undefined) for (const song of songsOf(entry.track)) songs.add(song)
  }
  for (const playlist of playlists)
    for (const entry of playlist.entries) want(entry, playlist.paths.get(entry.position))
  for (const entry of lost) want(entry, undefined)
  return archive
    .list()
    .filter(
      ({ path, track, chosen }) =>
        !paths.has(path) &&
        !(track.uri !== undefined && addresses.has(track.uri)) &&
        ![track, chosen, { ...track, artists: [] }].some((named) =>
          songsOf(named).some((song) => songs.has(song)),
        ),
    )
}

/** Its title without versions and brackets, with each of its artists, or with none. */
function songsOf({
  title,
  artists,
}: Pick<ArchivedFile['track'], 'title' | 'artists'>): readonly string[] {
  const { core } = takeTitleApart(title)
  return (artists.length > 0 ? artists : ['']).map((artist) => `${core}\n${foldText(artist)}`)
}
