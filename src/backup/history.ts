import type { Archive } from '../archive/archive.ts'
import type { Changes } from '../model/lists/changes.ts'
import type { Playlist } from '../model/playlist.ts'
import { reason } from '../model/reason.ts'
import { comparePlaylists, isUnchanged } from '../report/changes/compare.ts'
import { HISTORY, writeHistoryLine } from '../report/changes/history.ts'
import { type Recorded, readRecorded } from '../report/changes/recorded.ts'
import { restoreEntries } from '../report/changes/restore.ts'

export interface WithHistory {
  /** With the names that an earlier backup knew its empty rows by. */
  readonly playlist: Playlist
  /** Absent the first time, and where one of the two states may be cut. */
  readonly changes?: Changes
}

/** Looks up what the archive last recorded of a playlist, and what has become of it since then. */
export async function restoreHistory(playlist: Playlist, archive: Archive): Promise<WithHistory> {
  const before = await readBefore(playlist, archive)
  if (!before) return { playlist }
  const restored = restoreNames(playlist, before)
  if (before.partial || playlist.partial) return { playlist: restored }
  const changes = comparePlaylists(before.entries, restored.entries)
  return { playlist: restored, changes: { since: before.at, ...changes } }
}

/** The names that empty rows had in an earlier state of the playlist. */
export function restoreNames(playlist: Playlist, before: Recorded): Playlist {
  const note = reason('backup.name-from-earlier', { at: before.at })
  return { ...playlist, entries: restoreEntries(before.entries, playlist.entries, note) }
}

async function readBefore(playlist: Playlist, archive: Archive): Promise<Recorded | undefined> {
  const text = await archive.readText(archive.folderOf(playlist), 'report.json')
  const before = text === undefined ? undefined : readRecorded(text)
  // Reports from before lists had ids name none: the folder is the list's alone.
  return before?.id === undefined || before.id === playlist.id ? before : undefined
}

/** Adds what has changed to the playlist's history. To be done before the new state is recorded. */
export async function recordChanges(
  folder: string,
  at: string,
  changes: Changes | undefined,
  archive: Archive,
): Promise<void> {
  if (!changes || isUnchanged(changes)) return
  await archive.appendText(folder, HISTORY, writeHistoryLine(at, changes))
}
