import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/model/playlist.ts'
import { readPlaylists } from '../../src/playlist/read.ts'
import { UserError } from '../../src/words/user-error.ts'
import { innerCodeOf } from '../support/words/reasons.ts'

/** What a stranger brings: the name of the file as its program gives it, the text, and the format. */
type Export = readonly [name: string, format: string, text: string, entries: readonly string[]]

const json = (value: unknown) => JSON.stringify(value)
const S1 = 'spotify:track:0000000000000000000001'

const TABLES: readonly Export[] = [
  [
    'freeyourmusic.csv',
    'csv',
    'Title,Artist,Album,Playlist,ISRC,Duration\nSalt,Mira,Shore,Sunday,DEAAA1900001,201\nEbb,Mira,Shore,Sunday,,181',
    ['Mira | Salt | Shore | 201000 | DEAAA1900001', 'Mira | Ebb | Shore | 181000'],
  ],
  [
    'mixxx.csv',
    'csv',
    '"#","Artist","Title","Album","Duration","Location","Date Added"\n"1","Mira","Salt","Shore","03:21","/m/Salt.mp3","1/2/24 10:00 AM"\n"2","Tolland","Ebb","Tides","04:01","/m/Ebb.mp3","1/3/24 10:00 AM"',
    [
      'Mira | Salt | Shore | 201000 | /m/Salt.mp3 | 2024-01-02T10:00:00',
      'Tolland | Ebb | Tides | 241000 | /m/Ebb.mp3 | 2024-01-03T10:00:00',
    ],
  ],
  [
    'djay.csv',
    'csv',
    'Title,Artist,Time,URL\nSalt,Mira,3:21,file:///m/Salt.mp3\nEbb,Tolland,4:01,file:///m/Ebb.mp3',
    ['Mira | Salt | 201000 | file:///m/Salt.mp3', 'Tolland | Ebb | 241000 | file:///m/Ebb.mp3'],
  ],
  [
    'paths.csv',
    'csv',
    'id,where\n7,/m/Mira - Salt.mp3\n9,/m/Tolland - Ebb.flac\n12,/m/Plain - Boats.ogg',
    [
      'Mira | Salt | /m/Mira - Salt.mp3',
      'Tolland | Ebb | /m/Tolland - Ebb.flac',
      'Plain | Boats | /m/Plain - Boats.ogg',
    ],
  ],
  [
    'serato-history.csv',
    'csv',
    'name,artist,start time,playtime\n11/29/23,,10:00:00 PM,01:30:00\nSalt,Mira,10:00:00 PM,00:03:21\nEbb,Tolland,10:03:21 PM,00:04:01',
    ['- 11/29/23', 'Mira | Salt | 201000', 'Tolland | Ebb | 241000'],
  ],
  [
    'SyncedShazams.csv',
    'csv',
    'date,longitude,latitude,title,artist\n2023-08-02T10:00:00Z,13.1,52.1,Salt,Mira\n2023-08-03T10:00:00Z,13.1,52.1,Ebb,Tolland',
    ['Mira | Salt | 2023-08-02T10:00:00Z', 'Tolland | Ebb | 2023-08-03T10:00:00Z'],
  ],
  [
    'amazon.csv',
    'csv',
    'ASIN,Title,Artist Name,Album Name,Purchase Date\nB00A,Salt,Mira,Shore,2019-05-03\nB00B,Ebb,Tolland,Tides,2020-05-03',
    ['Mira | Salt | Shore | 2019-05-03', 'Tolland | Ebb | Tides | 2020-05-03'],
  ],
  [
    'radio.csv',
    'csv',
    'Zeit,Titel,Interpret\n20:03,Salt,Mira\n20:07,Ebb,Tolland\n20:12,Tide,Tolland',
    ['Mira | Salt', 'Tolland | Ebb', 'Tolland | Tide'],
  ],
  [
    'records.csv',
    'csv',
    'Artist,Title,Label,Catalog#,Format\nMira,Shore,Coast,C1,LP\nTolland,Tides,Coast,C2,"CD, Album"',
    ['- Mira · Shore', '- Tolland · Tides'],
  ],
  [
    'two.csv',
    'csv',
    'Title,Artist\nHarbour Lights,Mira\nCoast Song,Tolland',
    ['Mira | Harbour Lights', 'Tolland | Coast Song'],
  ],
  [
    'quotes.tsv',
    'csv',
    'Artist\tTitle\nMira\t"Salt\nTolland\tEbb\nPlain\tBoats"\nOther\tTide',
    ['Mira | Salt', 'Tolland | Ebb', 'Plain | Boats"', 'Other | Tide'],
  ],
]

const LOGS: readonly Export[] = [
  [
    'lastfm.csv',
    'librefm',
    'Mira,Shore,Salt,27 Nov 2023 10:12\nTolland,Tides,Ebb,27 Nov 2023 10:08\nMira,Shore,Salt,26 Nov 2023 10:08',
    [
      'Mira | Salt | Shore | 2023-11-26T10:08:00 | 2',
      'Tolland | Ebb | Tides | 2023-11-27T10:08:00 | 1',
    ],
  ],
  [
    'deezer-plays.csv',
    'history-table',
    'Song Title,Artist,ISRC,Album Title,Listening Time,Date\nSalt,Mira,DEAAA1900001,Shore,201,2023-11-27 10:12:00\nSalt,Mira,DEAAA1900001,Shore,200,2023-11-28 10:12:00\nEbb,Tolland,DEAAA1900002,Tides,12,2023-11-28 10:12:00',
    ['Mira | Salt | Shore | DEAAA1900001 | 2023-11-27T10:12:00 | 2'],
  ],
]

const OBJECTS: readonly Export[] = [
  [
    'sunday.json',
    'json',
    json({
      playlists: [{ name: 'Sunday', tracks: [{ title: 'Salt', artist: 'Mira', album: 'Shore' }] }],
    }),
    ['Mira | Salt | Shore'],
  ],
  [
    'queue.json',
    'json',
    json([
      { service: 'mpd', uri: 'NAS/Mira/01 Salt.flac', title: 'Salt', artist: 'Mira' },
      { service: 'spop', uri: S1, title: 'Ebb', artist: 'Mira' },
    ]),
    ['Mira | Salt | NAS/Mira/01 Salt.flac', `Mira | Ebb | ${S1}`],
  ],
  [
    'loved.json',
    'json',
    json([
      {
        score: 1,
        track_metadata: { track_name: 'Salt', artist_name: 'Mira', release_name: 'Shore' },
      },
    ]),
    ['Mira | Salt | Shore'],
  ],
  [
    'saavn.json',
    'json',
    json({
      songs: [
        {
          name: 'Salt',
          album: { name: 'Shore' },
          duration: 201,
          artists: { primary: [{ name: 'Mira' }], all: [] },
        },
      ],
    }),
    ['Mira | Salt | Shore | 201000'],
  ],
  [
    'numbered.json',
    'json',
    json({ 1: { title: 'Salt', artist: 'Mira' }, 2: { title: 'Ebb', artist: 'Tolland' } }),
    ['Mira | Salt', 'Tolland | Ebb'],
  ],
  [
    'kkbox.json',
    'json',
    json({
      data: [
        { name: '夜空', duration: 201_000, album: { name: '海岸', artist: { name: '五月風' } } },
      ],
    }),
    ['五月風 | 夜空 | 海岸 | 201000'],
  ],
  [
    'netease.json',
    'json',
    json({
      playlist: {
        name: '周日',
        tracks: [{ name: '夜空', ar: [{ name: '五月风' }], al: { name: '海岸' }, dt: 201_000 }],
      },
    }),
    ['五月风 | 夜空 | 海岸 | 201000'],
  ],
  [
    'yt-dlp.json',
    'json',
    json({
      title: 'Sunday',
      entries: [
        {
          title: 'Mira - Salt',
          uploader: 'MiraVEVO',
          duration: 201,
          webpage_url: 'https://youtu.be/vid00000001',
        },
        {
          title: 'Ebb',
          channel: 'Tolland - Topic',
          duration: 241,
          webpage_url: 'https://youtu.be/vid00000002',
        },
      ],
    }),
    [
      'Mira | Salt | 201000 | https://www.youtube.com/watch?v=vid00000001',
      'Tolland | Ebb | 241000 | https://www.youtube.com/watch?v=vid00000002',
    ],
  ],
  [
    'soundcloud.json',
    'json',
    json({
      collection: [
        {
          track: {
            title: 'Salt',
            user: { username: 'Mira' },
            permalink_url: 'https://soundcloud.com/mira/salt',
          },
        },
      ],
    }),
    ['Mira | Salt | https://soundcloud.com/mira/salt'],
  ],
  [
    'wishlist.json',
    'json',
    json({
      items: [
        { item_title: 'Salt', band_name: 'Mira', item_url: 'https://mira.bandcamp.com/track/salt' },
      ],
    }),
    ['Mira | Salt | https://mira.bandcamp.com/track/salt'],
  ],
  [
    'yandex.json',
    'json',
    json({
      result: {
        title: 'Sunday',
        tracks: [{ id: 1, track: { title: 'Salt', artists: [{ name: 'Mira' }], albums: [] } }],
      },
    }),
    ['Mira | Salt'],
  ],
]

const LINES: readonly Export[] = [
  [
    'foobar.txt',
    'text',
    'Mira - [Shore #01] Salt\nMira - [Shore #02] Ebb',
    ['Mira | Salt | Shore', 'Mira | Ebb | Shore'],
  ],
  [
    'qq.txt',
    'text',
    '夜空-五月风\n纸太阳-五月风\n海岸之歌-林夏\n沙-五月风\n月光-林夏',
    ['五月风 | 夜空', '五月风 | 纸太阳', '林夏 | 海岸之歌', '五月风 | 沙', '林夏 | 月光'],
  ],
  [
    'set.txt',
    'text',
    '01. Mira - Salt\nw/ Tolland - Ebb\n02. ID - ID\n03. Plain - Boats',
    ['Mira | Salt', 'Tolland | Ebb', '- ID - ID', 'Plain | Boats'],
  ],
  [
    'bars.txt',
    'text',
    '[00:00:00] 01 | Mira ~ Salt\n[00:03:21] 02 | Tolland ~ Ebb',
    ['Mira | Salt', 'Tolland | Ebb'],
  ],
  [
    'quoted.txt',
    'text',
    'Mira "Salt"\nTolland "Ebb"\nPlain, “Boats”',
    ['Mira | Salt', 'Tolland | Ebb', 'Plain | Boats'],
  ],
  [
    'blocks.txt',
    'text',
    'Mira\nSalt\n\nMira\nEbb\n\nTolland\nTide\n',
    ['Mira | Salt', 'Mira | Ebb', 'Tolland | Tide'],
  ],
  [
    'versions.txt',
    'text',
    'Salt - Remastered 2011\nEbb - Acoustic\nTide - Live',
    [' | Salt - Remastered 2011', ' | Ebb - Acoustic', ' | Tide - Live'],
  ],
  [
    'exaile.playlist',
    'text',
    'file:///m/Mira%20-%20Salt.mp3\tid=1\nfile:///m/Tolland%20-%20Ebb.mp3\tid=2',
    [
      'Mira | Salt | file:///m/Mira%20-%20Salt.mp3',
      'Tolland | Ebb | file:///m/Tolland%20-%20Ebb.mp3',
    ],
  ],
  [
    'nfs.m3u',
    'm3u',
    '#EXTINF:201,Mira - Salt\nnfs://10.0.0.2/m/Salt.flac\n#EXTINF:181,Mira - Ebb\nx-file-cifs://NAS/m/Ebb.mp3',
    [
      'Mira | Salt | 201000 | nfs://10.0.0.2/m/Salt.flac',
      'Mira | Ebb | 181000 | x-file-cifs://NAS/m/Ebb.mp3',
    ],
  ],
]

/** What is known of an entry, in one line. */
function show(entry: Entry): string {
  if (entry.kind === 'skipped') return `- ${entry.text}`
  const { artists, title, album, durationMs, isrc, uri, path, addedAt, plays } = entry.track
  const more = [album, durationMs, isrc, uri, path, addedAt, plays].filter(Boolean)
  return [artists.join(' & '), title, ...more].join(' | ')
}

const read = (text: string, name: string) =>
  readPlaylists(name, {
    stdin: (async function* () {
      yield Buffer.from(text)
    })(),
  })

describe.each([
  ['tables', TABLES],
  ['logs', LOGS],
  ['objects', OBJECTS],
  ['lines', LINES],
])('exports that are %s', (_, exports) => {
  test.each(exports)('%s', async (name, format, text, entries) => {
    expect(name).toBeTypeOf('string')
    const playlists = await read(text, '-')
    expect(playlists.flatMap((playlist) => playlist.entries.map(show))).toEqual(entries)
    expect(new Set(playlists.map((playlist) => playlist.format))).toEqual(new Set([format]))
    expect(playlists.flatMap(({ notes }) => notes.map(({ code }) => code))).not.toContain(
      'playlist.records-lost',
    )
  })
})

test.each([
  [
    'recent.nsp',
    json({ name: 'Recent', all: [{ inTheLast: { lastPlayed: 30 } }], sort: 'lastPlayed' }),
  ],
  [
    'rock.xsp',
    '<?xml version="1.0"?>\n<smartplaylist type="songs"><name>Rock</name><rule field="genre"/></smartplaylist>',
  ],
])('a list of rules alone (%s) is told', async (_, text) => {
  const error = await read(text, '-').catch((thrown) => thrown)
  expect(error).toBeInstanceOf(UserError)
  expect(innerCodeOf(error)).toBe('playlist.rules-only')
})
