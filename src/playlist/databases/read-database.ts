import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Playlist } from '../../model/playlist.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { placeTracks } from '../input/place-tracks.ts'
import { compareRecords } from '../records.ts'
import type { PlaylistDatabase } from './database.ts'
import { engineDj } from './engine-dj.ts'

/** Every program whose database is read. */
export const databases: readonly PlaylistDatabase[] = [engineDj]

/** A library of 200,000 tracks with all that a program has found out about their sound. */
const MAX_MEGABYTES = 4096

/** True for the bytes that a database of SQLite begins with. */
export const isDatabase = (head: Uint8Array) =>
  Buffer.from(head.subarray(0, 15)).toString('latin1') === 'SQLite format 3'

/**
 * The playlists of a program's database. A copy of it is read, since opening the file itself could write beside it, and
 * what has not been written into it yet (`-wal`) belongs to it.
 */
export async function readDatabase(path: string): Promise<readonly Playlist[]> {
  const name = basename(path)
  if ((await stat(path)).size > MAX_MEGABYTES * 1024 * 1024)
    throw new UserError(reason('playlist.too-large', { input: name, maxMegabytes: MAX_MEGABYTES }))
  const folder = await mkdtemp(join(tmpdir(), 'songkeep-'))
  try {
    const copy = join(folder, 'copy.db')
    await copyFile(path, copy)
    await copyFile(`${path}-wal`, `${copy}-wal`).catch(() => {})
    // Paths are written from the folder above the one of the databases.
    const playlists = readCopy(copy, name)
    return playlists.map((playlist) => placeTracks(playlist, dirname(dirname(path))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function readCopy(copy: string, name: string): readonly Playlist[] {
  try {
    using database = new DatabaseSync(copy)
    database.exec('PRAGMA trusted_schema = OFF')
    // A view of the same name could be anything.
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    const names = new Set(tables.map((table) => table.name))
    const known = databases.find((each) => each.tables.every((table) => names.has(table)))
    if (!known) throw new UserError(reason('playlist.unknown-format', { input: name }))
    const playlists = known.read(database)
    const notes = compareRecords(playlists, known.count(database))
    return playlists.map((each, at) =>
      at === 0 ? { ...each, notes: [...notes, ...each.notes] } : each,
    )
  } catch (error) {
    if (error instanceof UserError) throw error
    const detail = error instanceof Error ? error.message.slice(0, 200) : ''
    throw new UserError(reason('playlist.database-damaged', { input: name, detail }), undefined, {
      cause: error,
    })
  }
}
