import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Playlist } from '../../model/playlist.ts'
import { type Reason, reason, textReason } from '../../model/reason.ts'
import { secondsToMs } from '../reading/clean.ts'
import { buildPlaylist, checkCount, type ReadRow, skipRow } from '../reading/entries.ts'
import { nameByFile } from '../reading/names/named-by-file.ts'
import type { PlaylistDatabase } from './database.ts'

type Row = Readonly<Record<string, SQLOutputValue>>

/**
 * Engine DJ's `Engine Library/Database2/m.db` (from Engine 2.0 on). The tracks of a list are a chain, each naming the
 * next; a track of another drive's database is named by its number there alone.
 * https://github.com/xsco/libdjinterop documents the schema.
 */
export const engineDj: PlaylistDatabase = {
  name: 'engine-dj',
  title: textReason('Engine DJ (m.db)'),
  tables: ['Playlist', 'PlaylistEntity', 'Track'],

  read(database) {
    const lists = rowsOf(database, 'SELECT id, title FROM Playlist ORDER BY id')
    const tracks = new Map(readTracks(database).map((row) => [row.id, readTrack(row)]))
    const own = ownId(database)
    const entities = Map.groupBy(
      rowsOf(
        database,
        'SELECT id, listId, trackId, databaseUuid, nextEntityId FROM PlaylistEntity ORDER BY id',
      ),
      ({ listId }) => listId,
    )
    const notes = rulesNote(database)
    const rowOf = ({ trackId, databaseUuid }: Row): ReadRow => {
      const isOwn = own === undefined || !databaseUuid || databaseUuid === own
      const track = isOwn ? tracks.get(trackId ?? null) : undefined
      return track ?? skipRow(String(trackId), reason('playlist.not-in-collection'))
    }
    return lists.map(({ id, title }, index): Playlist => {
      const fallbackName = `Playlist ${index + 1}`
      const head = {
        format: 'engine-dj',
        name: title,
        fallbackName,
        notes: index === 0 ? notes : [],
      }
      return buildPlaylist(head, inOrder(entities.get(id ?? null) ?? []).map(rowOf))
    })
  },

  count: (database) =>
    Number(database.prepare('SELECT count(*) AS records FROM PlaylistEntity').get()?.records),
}

const COLUMNS = [
  'id',
  'path',
  'filename',
  'title',
  'artist',
  'album',
  'length',
  'year',
  'playOrder',
  'timesPlayed',
]

/** Versions of the schema differ in their columns. */
function readTracks(database: DatabaseSync): readonly Row[] {
  const known = new Set(rowsOf(database, 'PRAGMA table_info(Track)').map(({ name }) => name))
  const columns = COLUMNS.filter((column) => known.has(column))
  return rowsOf(database, `SELECT ${columns.join(', ')} FROM Track`)
}

/** Every row; UserError where there are more than a library has. */
function rowsOf(database: DatabaseSync, query: string): readonly Row[] {
  const rows: Row[] = []
  for (const row of database.prepare(query).iterate()) {
    rows.push(row)
    checkCount(rows.length)
  }
  return rows
}

const hasTable = (database: DatabaseSync, name: string) =>
  database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !==
  undefined

const ownId = (database: DatabaseSync) =>
  hasTable(database, 'Information')
    ? (database.prepare('SELECT uuid FROM Information LIMIT 1').get()?.uuid ?? undefined)
    : undefined

function rulesNote(database: DatabaseSync): readonly Reason[] {
  if (!hasTable(database, 'Smartlist')) return []
  const names = rowsOf(database, 'SELECT title FROM Smartlist LIMIT 50').map(({ title }) =>
    String(title),
  )
  return names.length > 0 ? [reason('playlist.rules-left-out', { names })] : []
}

/** From the one that nobody names as his next; what the chain does not reach comes after, as it was added. */
function inOrder(entities: readonly Row[]): readonly Row[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const named = new Set(entities.map(({ nextEntityId }) => nextEntityId))
  const ordered = new Set<Row>()
  const starts = [...entities.filter(({ id }) => !named.has(id ?? null)), ...entities]
  for (const start of starts)
    for (
      let next: Row | undefined = start;
      next && !ordered.has(next);
      next = byId.get(next.nextEntityId ?? null)
    )
      ordered.add(next)
  return [...ordered]
}

function readTrack(row: Row): ReadRow {
  return nameByFile({
    kind: 'track',
    title: row.title,
    artists: [row.artist],
    album: row.album,
    durationMs: secondsToMs(row.length),
    date: row.year,
    plays: row.timesPlayed,
    path: row.path ?? row.filename,
  })
}
