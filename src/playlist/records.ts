import type { Playlist } from '../model/playlist.ts'
import { isOf, type Reason, reason } from '../model/reason.ts'

/**
 * Nothing is lost in silence: what an input holds is counted apart from reading it, and here compared with what became
 * of it. A record is an entry, or one of those that a note says were gathered or left out.
 */
export function compareRecords(playlists: readonly Playlist[], records: number): readonly Reason[] {
  const entries = playlists.reduce((sum, playlist) => sum + recordsOf(playlist), 0)
  if (entries === records) return []
  return [
    reason(entries < records ? 'playlist.records-lost' : 'playlist.records-more', {
      records,
      entries,
    }),
  ]
}

/** How many records of the input a playlist accounts for. */
export const recordsOf = ({ entries, notes }: Playlist): number =>
  notes.reduce((sum, note) => sum + recordsTold(note), entries.length)

/** Records that a note tells of, and that no entry was made of. */
function recordsTold(note: Reason): number {
  if (isOf(note, 'playlist.rows-gathered')) return note.params.rows - note.params.entries
  if (isOf(note, 'playlist.listens-without-track')) return note.params.count
  if (isOf(note, 'playlist.plays-not-counted')) return note.params.short + note.params.other
  if (isOf(note, 'playlist.rows-before-header')) return note.params.rows
  if (!isOf(note, 'playlist.library-not-read')) return 0
  const { albums, shows, episodes, artists } = note.params
  return albums + shows + episodes + artists
}
