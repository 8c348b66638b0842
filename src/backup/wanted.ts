import type { Archive } from '../archive/archive.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { Entry } from '../model/playlist.ts'
import { dropRetold, HISTORY, readHistoryLine } from '../report/changes/history.ts'
import type { Recorded } from '../report/changes/recorded.ts'
import { foldText } from '../text/fold.ts'
import { takeTitleApart } from '../text/title/title.ts'

/** What a list wants of an archive's files. */
export type Wants = Pick<Recorded, 'entries' | 'paths'>

/** A row that nothing names any more. */
export const isEmpty = (entry: Entry) =>
  entry.kind === 'skipped' && entry.withdrawn === true && entry.uri === undefined

/** Tracks that were removed when empty rows were added: they may still be in the playlist, unnamed. */
export async function readLost(folder: string, archive: Archive): Promise<readonly Entry[]> {
  const text = (await archive.readText(folder, HISTORY)) ?? ''
  const lines = text.split('\n').flatMap((line) => readHistoryLine(line) ?? [])
  return dropRetold(lines).flatMap(({ added, removed }) => (added.some(isEmpty) ? removed : []))
}

/**
 * A file is wanted by its path, by its track, or by its name: an entry that has no file of its own may
 * have lost it only for now, and share one with another entry of the same song otherwise.
 */
export function findUnwanted(
  playlists: readonly Wants[],
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
