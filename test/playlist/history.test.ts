import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Playlist } from '../../src/model/playlist.ts'
import { readJsonRows } from '../../src/playlist/input/json-rows.ts'
import { readPlaylists } from '../../src/playlist/read.ts'
import { MarkCounter } from '../../src/playlist/reading/count/marks.ts'
import { anyJson } from '../support/any-json.ts'
import { codePoint } from '../support/code-point.ts'
import { errorLike } from '../support/words/reasons.ts'
import { makeZip } from './input/zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'songkeep-history-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PERSONAL = {
  username: 'SECRET-user',
  platform: 'SECRET-device',
  conn_country: 'SECRET-country',
  ip_addr: 'SECRET-10.0.0.1',
  ip_addr_decrypted: 'SECRET-10.0.0.2',
  user_agent_decrypted: 'SECRET-agent',
}

const play = (title: string, artist: string, uri: string, ts: string, ms = 180_000) => ({
  ts,
  ...PERSONAL,
  ms_played: ms,
  master_metadata_track_name: title,
  master_metadata_album_artist_name: artist,
  master_metadata_album_album_name: 'Shore',
  spotify_track_uri: uri,
})

const SALT = 'spotify:track:0000000000000000000001'
const PLAIN = 'spotify:track:0000000000000000000002'

const EXTENDED = JSON.stringify([
  play('Salt', 'Mira', SALT, '2024-04-20T18:15:22Z'),
  play('Plain', 'Various Artists', PLAIN, '2023-01-01T00:00:00Z'),
  play('Plain', 'Various Artists', PLAIN, '2024-01-01T00:00:00Z'),
  // Skipped at once, and a podcast: no plays.
  play('Drift', 'Mira', 'spotify:track:3', '2024-01-01T00:00:00Z', 2000),
  { ts: '2024-01-01T00:00:00Z', ms_played: 900_000, master_metadata_track_name: null },
])

const RECENT = JSON.stringify([
  { endTime: '2024-04-20 18:15', artistName: 'Mira', trackName: 'Salt', msPlayed: 180_000 },
])

const track = (trackName: string, artistName: string, trackUri?: string) => ({
  track: { trackName, artistName, albumName: 'Shore', trackUri },
})

const PLAYLISTS = JSON.stringify({
  playlists: [
    {
      name: 'Evening',
      lastModifiedDate: '2024-01-01',
      items: [
        track('Fog', 'Grüne Insel'),
        track('Salt', 'Mira'),
        track('Plain', 'Paper Boats', PLAIN),
        { episode: { episodeName: 'Talk' } },
      ],
    },
  ],
})

const played = (playlist: Playlist | undefined) =>
  playlist?.entries.map((entry) =>
    entry.kind === 'track' ? [entry.position, entry.track.title, entry.track.plays] : entry.text,
  )

async function writeZip(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, await makeZip(files))
  return path
}

test('a history alone is a playlist of what was played, from the first time on', async () => {
  const path = join(folder, 'Streaming_History_Audio_2023-2024_0.json')
  writeFileSync(path, EXTENDED)
  const [history] = await readPlaylists(path)
  expect(history).toMatchObject({ name: 'Listening History', format: 'spotify-export' })
  expect(played(history)).toEqual([
    [1, 'Plain', 2],
    [2, 'Salt', 1],
  ])
  expect(history?.entries[0]).toMatchObject({ track: { addedAt: '2023-01-01T00:00:00Z' } })
})

test('beside playlists it counts for them, by address or by name, from a zip or a folder', async () => {
  const files = {
    'MyData/Playlist1.json': PLAYLISTS,
    'MyData/Streaming_History_Audio_2024_0.json': EXTENDED,
    // The same year once more, and what is never opened.
    'MyData/StreamingHistory_music_0.json': RECENT,
    'MyData/Userdata.json': '{"username": "SECRET"',
    'MyData/Identity.json': 'SECRET',
    'MyData/Payments.json': 'SECRET',
  }
  const path = await writeZip('export.zip', files)
  const expected = [[1, 'Fog', undefined], [2, 'Salt', 1], [3, 'Plain', 2], 'Talk']
  const [zipped, ...others] = await readPlaylists(path)
  expect(others).toEqual([])
  expect(played(zipped)).toEqual(expected)
  mkdirSync(join(folder, 'MyData'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  expect(await readPlaylists(join(folder, 'MyData'))).toEqual([zipped])
  const [ordered] = await readPlaylists(path, { order: 'plays' })
  expect(played(ordered)).toEqual([[1, 'Plain', 2], [2, 'Salt', 1], [3, 'Fog', undefined], 'Talk'])
})

test("the account data's own history counts where there is no other", async () => {
  const path = await writeZip('recent.zip', {
    'Playlist1.json': PLAYLISTS,
    'StreamingHistory_music_0.json': RECENT,
    'StreamingHistory_podcast_0.json': '[',
  })
  expect(played((await readPlaylists(path))[0])?.[1]).toEqual([2, 'Salt', 1])
})

test('who played it, where and on what is nowhere in what is read', async () => {
  const named = join(folder, 'endsong_0.json')
  const other = join(folder, 'renamed.json')
  for (const path of [named, other]) {
    writeFileSync(path, EXTENDED)
    expect(JSON.stringify(await readPlaylists(path))).not.toMatch(/SECRET/)
  }
  // Under any name it is read as the same.
  expect(await readPlaylists(other)).toEqual(await readPlaylists(named))
})

test("ListenBrainz's export, a file for each month, is one log", async () => {
  const listen = (track_name: string, listened_at: number) =>
    JSON.stringify({ listened_at, track_metadata: { track_name, artist_name: 'Mira' } })
  const path = await writeZip('listenbrainz.zip', {
    'user.json': '{"user_name": "SECRET"}',
    'feedback.jsonl': '{}',
    'listens/2025/1.jsonl': `${listen('Salt', 1735800000)}\n${listen('Drift', 1735700000)}\n`,
    'listens/2024/12.jsonl': listen('salt', 1733000000),
  })
  const playlists = await readPlaylists(path)
  expect(playlists.map(played)).toEqual([
    [
      [1, 'salt', 2],
      [2, 'Drift', 1],
    ],
  ])
  expect(JSON.stringify(playlists)).not.toMatch(/SECRET/)
})

test('without any count the order stays, and that is said', async () => {
  const path = join(folder, 'Playlist1.json')
  writeFileSync(path, PLAYLISTS)
  const [playlist] = await readPlaylists(path, { order: 'plays' })
  expect(played(playlist)?.[0]).toEqual([1, 'Fog', undefined])
  expect(playlist?.notes.at(-1)?.code).toBe('playlist.no-plays')
})

describe('a list that comes in pieces', () => {
  const rowsOf = async (bytes: Uint8Array, size: number) => {
    const rows: unknown[] = []
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    }
    for await (const some of readJsonRows(pieces())) rows.push(...some)
    return rows
  }

  test('is the same list, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string({ unit: codePoint }), anyJson())),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(0, 2),
        async (list, size, indent) => {
          const bytes = Buffer.from(JSON.stringify(list, null, indent))
          expect(await rowsOf(bytes, size)).toEqual(JSON.parse(bytes.toString()))
        },
      ),
    )
  })

  test.each(['', '{}', '[', '[{"a":1}', '[{"a":1},', '[{"a":"]}', '[{"a" 1}]', '[{]'])(
    '%j is refused with a sentence',
    async (text) => {
      await expect(rowsOf(Buffer.from(text), 3)).rejects.toThrow(
        errorLike(text === '{}' ? 'playlist.history-no-list' : 'playlist.history-damaged'),
      )
    },
  )

  test('a row without an end is given up', async () => {
    const bytes = Buffer.from(`[{"a":"${'x'.repeat(3 * 1024 * 1024)}`)
    await expect(rowsOf(bytes, 64 * 1024)).rejects.toThrow(errorLike('playlist.history-damaged'))
  })
})

test('rows that are no plays are told, and plays are counted apart from reading them', async () => {
  const path = join(folder, 'Streaming_History_Audio_told.json')
  writeFileSync(path, EXTENDED)
  const [history] = await readPlaylists(path)
  expect(history?.notes).toMatchObject([
    { code: 'playlist.history-plays' },
    { code: 'playlist.rows-gathered', params: { rows: 3, entries: 2 } },
    { code: 'playlist.plays-not-counted', params: { short: 1, other: 1 } },
  ])
})

test.each([1, 3, 7, 64])('words are counted in pieces of %i bytes', async (size) => {
  const marks = new MarkCounter(['"ms_played"', '"msPlayed"'])
  const bytes = Buffer.from(EXTENDED + RECENT)
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  expect(Buffer.concat(await Array.fromAsync(marks.watch(pieces())))).toEqual(bytes)
  expect(marks.count).toBe(6)
})
