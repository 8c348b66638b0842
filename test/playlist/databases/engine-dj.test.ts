import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readPlaylists } from '../../../src/playlist/read.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { expectSound } from '../../contract/format.ts'
import { innerCodeOf } from '../../support/words/reasons.ts'

const root = mkdtempSync(join(tmpdir(), 'songkeep-engine-'))
afterAll(() => rmSync(root, { recursive: true }))

const SCHEMA = `
  CREATE TABLE Information (id INTEGER PRIMARY KEY, uuid TEXT);
  CREATE TABLE Track (id INTEGER PRIMARY KEY, length INTEGER, year INTEGER, path TEXT, filename TEXT, title TEXT, artist TEXT, album TEXT);
  CREATE TABLE Playlist (id INTEGER PRIMARY KEY, title TEXT, parentListId INTEGER, nextListId INTEGER);
  CREATE TABLE PlaylistEntity (id INTEGER PRIMARY KEY, listId INTEGER, trackId INTEGER, databaseUuid TEXT, nextEntityId INTEGER);
  CREATE TABLE Smartlist (listUuid TEXT, title TEXT);
  INSERT INTO Information VALUES (1, 'own');
  INSERT INTO Track VALUES (1, 199, 2019, '../Music/salt.mp3', 'salt.mp3', 'Salt & Sand', 'Mira', 'Shore'),
    (2, 301, NULL, '../Music/Tolland - Low Tide.flac', 'Tolland - Low Tide.flac', NULL, NULL, NULL),
    (3, 0, 0, '../Music/3.mp3', '3.mp3', 'Paper Boats - Plain', '', '');
  INSERT INTO Playlist VALUES (1, 'Friday', 0, 0), (2, 'Empty', 0, 0);
  INSERT INTO PlaylistEntity VALUES (1, 1, 1, 'own', 0), (2, 1, 2, 'own', 3), (3, 1, 3, 'own', 4), (4, 1, 1, 'other', 1);
  INSERT INTO Smartlist VALUES ('a', 'Fast ones');`

function makeLibrary(name: string, sql = SCHEMA): string {
  const folder = join(root, name, 'Engine Library', 'Database2')
  mkdirSync(folder, { recursive: true })
  using database = new DatabaseSync(join(folder, 'm.db'))
  database.exec(sql)
  return join(folder, 'm.db')
}

test('lists in the order of their chain, with what their files say where nothing else does', async () => {
  const path = makeLibrary('whole')
  const [friday, empty] = await readPlaylists(path)
  expect(friday).toMatchObject({
    name: 'Friday',
    format: 'engine-dj',
    notes: [{ code: 'playlist.rules-left-out', params: { names: ['Fast ones'] } }],
    entries: [
      { track: { title: 'Low Tide', artists: ['Tolland'], durationMs: 301_000 } },
      { track: { title: 'Plain', artists: ['Paper Boats'] } },
      { kind: 'skipped', reason: { code: 'playlist.not-in-collection' } },
      {
        track: {
          title: 'Salt & Sand',
          artists: ['Mira'],
          album: 'Shore',
          year: 2019,
          path: '../Music/salt.mp3',
          pathFolder: join(root, 'whole', 'Engine Library'),
        },
      },
    ],
  })
  expect(empty).toMatchObject({ name: 'Empty', entries: [] })
})

test('it is found in a folder, and nothing is written beside it', async () => {
  const path = makeLibrary('folder', `PRAGMA journal_mode = WAL; ${SCHEMA}`)
  const before = readFileSync(path)
  const playlists = await readPlaylists(join(root, 'folder'))
  expect(playlists.map(({ name }) => name)).toEqual(['Friday', 'Empty'])
  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(join(path, '..'))).toEqual(['m.db'])
})

test('what the program has not written into it yet is read too', async () => {
  const path = makeLibrary('busy', `PRAGMA journal_mode = WAL; ${SCHEMA}`)
  using open = new DatabaseSync(path)
  open.exec("INSERT INTO Playlist VALUES (3, 'New', 0, 0)")
  expect((await readPlaylists(path)).map(({ name }) => name)).toEqual(['Friday', 'Empty', 'New'])
})

test('chains that are broken or go in circles lose no track', async () => {
  const path = makeLibrary(
    'circle',
    `${SCHEMA} UPDATE PlaylistEntity SET nextEntityId = 2 WHERE id = 1`,
  )
  const [friday] = await readPlaylists(path)
  expect(friday?.entries).toHaveLength(4)
})

test.each([
  ['a database of something else', 'CREATE TABLE Track (id INTEGER)', 'playlist.unknown-format'],
  [
    'a view in the place of a table',
    'CREATE TABLE PlaylistEntity (id); CREATE TABLE Track (id); CREATE VIEW Playlist AS SELECT 1 AS id',
    'playlist.unknown-format',
  ],
  [
    'other columns',
    'CREATE TABLE PlaylistEntity (id); CREATE TABLE Track (id); CREATE TABLE Playlist (id)',
    'playlist.database-damaged',
  ],
])('%s is refused', async (name, sql, code) => {
  const error = await readPlaylists(makeLibrary(name, sql)).catch((thrown) => thrown)
  expect(innerCodeOf(error)).toBe(code)
})

/** More for a thorough run by hand. */
const RUNS = Number(process.env.SONGKEEP_FUZZ_RUNS ?? 100)

test('survives damage', async () => {
  const whole = readFileSync(makeLibrary('damaged'))
  const path = join(root, 'mutant.db')
  const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 30 }),
      fc.option(fc.nat(whole.length), { freq: 5 }),
      async (changes, cut) => {
        const bytes = Buffer.from(whole)
        for (const { at, byte } of changes) if (at > 15) bytes[at] = byte
        writeFileSync(path, bytes.subarray(0, cut ?? bytes.length))
        try {
          for (const playlist of await readPlaylists(path)) expectSound(playlist, 'engine-dj')
        } catch (error) {
          if (!(error instanceof UserError)) throw error
        }
      },
    ),
    { numRuns: RUNS },
  )
}, 60_000)
