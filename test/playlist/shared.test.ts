import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ReasonCode } from '../../src/model/reason.ts'
import { formats } from '../../src/playlist/all.ts'
import { readPlaylists } from '../../src/playlist/read.ts'
import { UserError } from '../../src/words/user-error.ts'
import { expectSound } from '../contract/format.ts'
import { describeShared, shared } from '../support/shared.ts'
import { innerCodeOf } from '../support/words/reasons.ts'

const FOLDER = 'data/playlists'

/** File, format, playlists, entries, of these skipped, of these with a note; and what is odd about it. */
type Read = readonly [string, string, number, number, number, number, string]
/** File, and the error that must be told. */
type Refused = readonly [string, ReasonCode]

const READ: readonly Read[] = [
  ['exportify/pavelkomarov-real-2026-03.csv', 'exportify', 1, 46, 0, 0, 'BOM, artists joined by ;'],
  ['exportify/watsonbox-2015-2020-unescaped.csv', 'exportify', 1, 2, 0, 1, 'quotes not escaped'],
  ['exportify/watsonbox-expected-basic.csv', 'exportify', 1, 1, 0, 0, ''],
  ['spotify-export/account-2020/Playlist1.json', 'spotify-export', 2, 7, 0, 0, 'no URIs'],
  ['spotify-export/account-2020/YourLibrary.json', 'spotify-export', 1, 6, 0, 0, 'no URIs'],
  ['spotify-export/account-2025/Playlist1.json', 'spotify-export', 6, 38, 14, 0, '14 episodes'],
  ['spotify-export/account-2025/YourLibrary.json', 'spotify-export', 1, 25, 0, 0, ''],
  [
    'spotify-export/account-2026-synthetic/Playlist1.json',
    'spotify-export',
    1,
    3,
    1,
    0,
    'a local file',
  ],
  ['m3u/beets-playlist.m3u', 'm3u', 1, 2, 0, 2, 'no EXTINF'],
  ['m3u/beets-playlist.m3u8', 'm3u', 1, 2, 0, 2, 'no EXTINF'],
  ['m3u/beets-playlist_non_ext.m3u', 'm3u', 1, 2, 0, 2, 'no #EXTM3U'],
  ['m3u/beets-playlist_windows.m3u8', 'm3u', 1, 2, 0, 2, 'BOM, CRLF, backslashes'],
  ['m3u/iptv-base.m3u', 'm3u', 1, 7, 6, 0, 'television; one file of one second'],
  ['m3u/iptv-comment.m3u', 'm3u', 1, 2, 2, 0, 'television, a line of ===='],
  ['m3u/iptv-duplicate.m3u', 'm3u', 1, 2, 2, 0, 'television'],
  ['m3u/iptv-kodi.m3u', 'm3u', 1, 1, 1, 0, 'television'],
  ['m3u/iptv-pipe.m3u', 'm3u', 1, 2, 2, 0, 'television'],
  ['m3u/iptv-url_tvg.m3u', 'm3u', 1, 1, 1, 0, 'television'],
  ['m3u/iptv-user_agent.m3u', 'm3u', 1, 1, 1, 0, 'television'],
  ['m3u/iptv-vlcopt.m3u', 'm3u', 1, 1, 1, 0, 'television'],
  ['xspf/clementine-test.xspf', 'xspf', 1, 1, 0, 0, 'no namespace, no version'],
  ['listenbrainz/playlist.jspf', 'jspf', 1, 1, 0, 0, 'the identifier is no list'],
  [
    'spotify-backup/playlists-linux.txt',
    'spotify-backup',
    3,
    17,
    3,
    0,
    'CRLF, rows without a title',
  ],
  ['spotify-backup/playlists.json', 'spotify-backup', 2, 17, 3, 0, 'tracks without a title'],
  ['uri-list/desktop-copy.txt', 'uri-list', 1, 5, 4, 0, 'links; a local file is a track'],
  [
    'uri-list/uris-mixed.txt',
    'uri-list',
    1,
    16,
    13,
    0,
    'links; three local files, one line of words',
  ],
]

const OTHERS: readonly Read[] = [
  ['pls/clementine-pls_one.pls', 'pls', 1, 1, 0, 0, 'no line end at the end'],
  ['pls/clementine-pls_somafm.pls', 'pls', 1, 4, 4, 0, 'radio; lower-case keys'],
  ['asx/clementine-test.asx', 'asx', 1, 1, 0, 0, ''],
  [
    'itunes/beets-itunes_library_unix.xml',
    'itunes',
    1,
    3,
    0,
    0,
    'no playlist of its own: the library',
  ],
  ['rekordbox/awkward.xml', 'rekordbox', 1, 3, 0, 0, 'a decoy in a comment, a track twice'],
  ['rekordbox/pyrekordbox-5-database.xml', 'rekordbox', 2, 4, 0, 0, ''],
]

const TABLES: readonly Read[] = [
  ['tunemymusic/apple-source.csv', 'csv', 1, 2, 0, 0, ''],
  ['tunemymusic/csvmusic-sample.csv', 'csv', 1, 9, 0, 0, 'BOM, bare Spotify ids'],
  [
    'tunemymusic/youtube-source-artist-empty.csv',
    'csv',
    1,
    3,
    1,
    2,
    'artist within the title; an empty row',
  ],
  ['soundiiz/index-column.csv', 'csv', 1, 2, 0, 0, 'artists joined by a comma'],
  ['soundiiz/semicolon.csv', 'csv', 1, 1, 0, 0, 'semicolons'],
  [
    'youtube-takeout/Liked music-videos.csv',
    'youtube-takeout',
    1,
    2,
    2,
    0,
    'video ids and nothing else',
  ],
  [
    'youtube-takeout/bom-crlf-newline-in-title.csv',
    'youtube-takeout',
    1,
    1,
    0,
    0,
    'BOM, CRLF, a line end in a title',
  ],
  ['youtube-takeout/music-library-songs-song-url.csv', 'youtube-takeout', 1, 2, 0, 0, ''],
  ['youtube-takeout/music-library-songs.csv', 'csv', 1, 2, 0, 0, 'a column for each artist'],
  ['lastfm/librefm.csv', 'librefm', 1, 3, 0, 0, 'comments whose # was spoilt'],
  ['lastfm/librefm_no_album_column.csv', 'librefm', 1, 2, 0, 0, ''],
  ['lastfm/librefm_with_comments.csv', 'librefm', 1, 3, 0, 0, 'comments'],
]

/** Logs: their entries are the distinct tracks. */
const LOGS: readonly Read[] = [
  [
    'spotify-export/account-2026-synthetic/StreamingHistory_music_0.json',
    'spotify-export',
    1,
    2,
    0,
    0,
    'no URIs',
  ],
  ['spotify-export/extended/Streaming_History_Audio_2023_1.json', 'spotify-export', 1, 4, 0, 0, ''],
  [
    'spotify-export/extended/Streaming_History_Audio_2025_0.json',
    'spotify-export',
    1,
    17,
    0,
    0,
    '',
  ],
  [
    'spotify-export/extended/Streaming_History_Audio_skipped.json',
    'spotify-export',
    1,
    1,
    0,
    0,
    '',
  ],
  ['spotify-export/extended/endsong_0.json', 'spotify-export', 1, 4, 0, 0, 'the old shape'],
  ['lastfm/recenttracks-export.json', 'lastfm', 1, 10, 0, 0, ''],
  ['listenbrainz/maloja-export.json', 'maloja', 1, 10, 0, 0, 'a bullet within an artist'],
  ['listenbrainz/listens-2025-6.jsonl', 'listenbrainz', 1, 5, 0, 0, ''],
]

const REFUSED: readonly Refused[] = [
  ['exportify/watsonbox-translated-headers.json', 'playlist.json-without-tracks'],
  ['lastfm/librefm_no_header.csv', 'playlist.columns-unclear'],
]

/** The files under a shared folder; none where there is no such folder, as suites are gathered there too. */
const list = (folder: string) =>
  existsSync(shared(folder))
    ? readdirSync(shared(folder), { recursive: true, encoding: 'utf8' })
    : []

describeShared('real playlists', FOLDER, () => {
  const present = new Set(list(FOLDER).map((path) => path.replaceAll('\\', '/')))
  const here = (row: Read | Refused) => present.has(row[0])

  test.each([...READ, ...OTHERS, ...TABLES, ...LOGS].filter(here))(
    '%s',
    async (path, format, count, entries, skipped, noted) => {
      const playlists = await readPlaylists(shared(FOLDER, path))
      for (const playlist of playlists) expectSound(playlist, format)
      const all = playlists.flatMap((playlist) => playlist.entries)
      expect({
        count: playlists.length,
        entries: all.length,
        skipped: all.filter(({ kind }) => kind === 'skipped').length,
        noted: all.filter((entry) => entry.kind === 'track' && entry.note).length,
      }).toEqual({ count, entries, skipped, noted })
    },
  )

  test.each(REFUSED.filter(here))('%s is refused', async (path, code) => {
    const error = await readPlaylists(shared(FOLDER, path)).catch((thrown) => thrown)
    expect(innerCodeOf(error)).toBe(code)
  })

  test('every file of a format that is read is in the table', () => {
    const listed = new Set<string>(
      [...READ, ...OTHERS, ...TABLES, ...LOGS, ...REFUSED].map(([path]) => path),
    )
    const read = [
      ...formats.map(({ name }) => name),
      'uri-list',
      'tunemymusic',
      'soundiiz',
      'youtube-takeout',
    ]
    const files = [...present].filter(
      (path) =>
        read.some((name) => path.startsWith(`${name}/`)) &&
        /\.\w+$/.test(path) &&
        !/README|testsuite/.test(path),
    )
    expect(files.filter((path) => !listed.has(path))).toEqual([])
  })
})

const SUITE = `${FOLDER}/xspf/testsuite`

describeShared("XSPF's conformance cases", SUITE, () => {
  test.each(list(SUITE))('%s', async (name) => {
    const result = await readPlaylists(shared(SUITE, name)).catch((error) => error)
    if (name.includes('-fail-')) {
      expect(result).toBeInstanceOf(UserError)
      expect(innerCodeOf(result)).toBe('playlist.no-valid-xspf')
    } else {
      expect(result).toHaveLength(1)
      // Every track of the file is an entry.
      const tracks = readFileSync(join(shared(SUITE), name), 'utf8')
        .replace(/<extension[\s\S]*?<\/extension>/g, '')
        .match(/<track[\s>]/g)
      expect(result[0].entries).toHaveLength(tracks?.length ?? 0)
    }
  })
})

const HEADERS = `${FOLDER}/exportify/watsonbox-translated-headers.json`

describeShared("Exportify's header in its twelve languages", HEADERS, () => {
  const languages = Object.entries<Record<string, string>>(
    existsSync(shared(HEADERS)) ? JSON.parse(readFileSync(shared(HEADERS), 'utf8')) : {},
  )

  test('are twelve', () => {
    expect(languages).toHaveLength(12)
  })

  test.each(languages)('%s', (_, names) => {
    const values: Readonly<Record<string, string>> = {
      added_at: '2021-02-03T04:05:06Z',
      track_duration: '245013',
      album_name: 'Tides',
      isrc: 'ZZAB11900004',
      artist_names: 'Nora Quist, Winters\\, Vale',
      artist_uris: 'spotify:artist:a1, spotify:artist:a2',
      album_release_date: '2019-05-03',
      album_artist_names: 'Winters\\, Vale',
      track_number: '4',
      disc_number: '2',
      track_name: 'Harbour Lights',
      track_uri: 'spotify:track:0000000000000000000001',
    }
    // In an order of its own, so that the names alone tell the columns.
    const row = (cells: readonly (string | undefined)[]) =>
      cells.map((cell) => `"${cell}"`).join(',')
    const text = [
      row(Object.keys(values).map((key) => names[key])),
      row(Object.values(values)),
    ].join('\n')
    const input = { name: 'a.csv', bytes: Buffer.from(text), text }
    const exportify = formats.find(({ name }) => name === 'exportify')
    expect(exportify?.recognise(input)).toBe(1)
    expect(exportify?.read(input)[0]?.entries[0]).toEqual({
      kind: 'track',
      position: 1,
      track: {
        title: 'Harbour Lights',
        artists: ['Nora Quist', 'Winters, Vale'],
        album: 'Tides',
        albumArtists: ['Winters, Vale'],
        durationMs: 245013,
        year: 2019,
        isrc: 'ZZAB11900004',
        trackNumber: 4,
        discNumber: 2,
        uri: 'spotify:track:0000000000000000000001',
        addedAt: '2021-02-03T04:05:06Z',
      },
    })
  })
})
