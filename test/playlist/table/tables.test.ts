import { describe, expect, test } from 'vitest'
import type { Playlist } from '../../../src/model/playlist.ts'
import { recogniseFormat } from '../../../src/playlist/read.ts'
import { kindOfColumn } from '../../../src/playlist/reading/table/column-kinds.ts'
import { meaningOf } from '../../../src/playlist/reading/table/header-meaning.ts'

function read(text: string, name = 'table.csv'): readonly Playlist[] {
  const input = { name, bytes: Buffer.from(text), text }
  return recogniseFormat(input)?.read(input) ?? []
}

/** `artists - title`, or why a row is no track. */
const rowsOf = (playlist: Playlist | undefined) =>
  playlist?.entries.map((entry) =>
    entry.kind === 'track'
      ? `${entry.track.artists.join(' + ')} - ${entry.track.title}`
      : entry.reason.code,
  )

const lines = (...rows: readonly string[]) => rows.map((row) => `${row}\n`).join('')

/** What people and programs write; each row of it as it must be read. */
const TABLES: readonly (readonly [what: string, text: string, rows: readonly string[]])[] = [
  ['a title before the header', lines('My Summer', 'Title,Artist', 'Salt,Mira'), ['Mira - Salt']],
  ['blank rows before it', lines('', ',,', 'Title,Artist,Year', 'Salt,Mira,1999'), ['Mira - Salt']],
  [
    'other facts before it',
    lines('Tracks,2', 'Made,today', ',', 'No,Titel,Interpret', '1,Salt,Mira'),
    ['Mira - Salt'],
  ],
  [
    'the sign before comments as a header',
    lines('#,Title,Artist', '1,Salt,Mira', '2,Sand,Tolland'),
    ['Mira - Salt', 'Tolland - Sand'],
  ],
  [
    'a header that comes again',
    lines('Title,Artist', 'Salt,Mira', 'Title,Artist', 'Sand,Tolland'),
    ['Mira - Salt', 'Tolland - Sand'],
  ],
  [
    'numbers under "Track"',
    lines('Track,Title,Artist', '1,Salt,Mira', '2,Sand,Tolland'),
    ['Mira - Salt', 'Tolland - Sand'],
  ],
  [
    'names under "Track", numbers under "No."',
    lines('No.,Track,Artist', '1,Salt,Mira', '2,Sand,Tolland'),
    ['Mira - Salt', 'Tolland - Sand'],
  ],
  [
    'yes and no',
    lines('Song,Liked by me', 'Mira - Salt,yes', 'Tolland - Sand,no'),
    ['Mira - Salt', 'Tolland - Sand'],
  ],
  [
    'the artist behind the title',
    lines('Song,Stars', 'Salt - Mira,5', 'Sand - Mira,4', 'Stone - Tolland,4'),
    ['Mira - Salt', 'Mira - Sand', 'Tolland - Stone'],
  ],
  [
    'both in one column, and said so',
    lines('Title / Artist,Votes', 'Salt - Mira,5', 'Sand - Tolland,4'),
    ['Mira - Salt', 'Tolland - Sand'],
  ],
  [
    'versions behind dashes',
    lines('name,tempo', 'Salt - 2011 Remaster,101', 'Sand - Live,99', 'Stone,97'),
    [' - Salt - 2011 Remaster', ' - Sand - Live', ' - Stone'],
  ],
  [
    'words within a name',
    lines('id,title,mood_tag,author_main', '7,Salt,calm,Mira', '9,Sand,wild,Tolland'),
    ['Mira - Salt', 'Tolland - Sand'],
  ],
  [
    'an uploader',
    lines('track_name,username,genre', 'Salt,Mira,House', 'Sand,Tolland,Indie'),
    ['Mira - Salt', 'Tolland - Sand'],
  ],
  [
    'names turned round',
    lines(
      'Title,Artist',
      'Salt,"Lanterns, The"',
      'Sand,"Holm, Ada"',
      'Stone,"Mira, The Diver"',
      'Reef,"Wind, Rain & Snow"',
    ),
    [
      'The Lanterns - Salt',
      'Ada Holm - Sand',
      'Mira, The Diver - Stone',
      'Wind, Rain & Snow - Reef',
    ],
  ],
  [
    'addresses of artists',
    lines(
      'Artist,Title',
      'https://notes.example/Ada-Holm-00000000000000000000000000000a01,Salt',
      'Mira,Sand',
    ),
    ['Ada Holm - Salt', 'Mira - Sand'],
  ],
  [
    'the day of a session among tracks',
    lines(
      'name,start time,artist',
      '"1/2/2022",21:00:00,',
      'Salt,21:00:10,Mira',
      'Sand,21:04:00,Tolland',
    ),
    ['playlist.no-title', 'Mira - Salt', 'Tolland - Sand'],
  ],
  [
    'records of a collection',
    lines(
      'Catalog#,Artist,Title,Format,release_id,Collection Sleeve Condition',
      'C 1,Mira,Tides,LP,1,Mint',
    ),
    ['playlist.row-is-album'],
  ],
  ['albums', lines('Album,Artist,Year', 'Tides,Mira,1999'), ['playlist.row-is-album']],
  ['artists', lines('Artist,Artist ID', 'Mira,0LyfQWJT6nXafLPZqxe9Of'), ['playlist.row-is-artist']],
  [
    'other facts in a table of their own',
    lines(
      'ID lista,Titolo,Visibilità',
      'PLabcdefghijklmnop,Sale,Privato',
      ',,',
      'ID video,Aggiunto,',
      'etGP2rjsqIa,2023-03-07 05:54:43 Z,',
      'jEewVRDS6_b,2023-03-07 05:59:58 Z,',
    ),
    ['playlist.link-only', 'playlist.link-only'],
  ],
]

describe('tables are read as they are written', () => {
  test.each(TABLES)('%s', (_, text, rows) => {
    expect(rowsOf(read(text)[0])).toEqual(rows)
  })
})

/** Of every language a header: number, title, artist, album, length. */
const HEADERS: readonly string[] = [
  'No.;Song Title;Primary Artist;Album Name;Song Length',
  'Nr.;Titel;Interpret;Album;Dauer',
  'N°;Titre;Artiste;Album;Durée',
  'Nº;Canción;Cantante;Álbum;Duración',
  'Nº;Faixa;Intérprete;Álbum;Duração',
  'N.;Brano;Artista;Album;Durata',
  'Nr;Nummer;Artiest;Album;Speelduur',
  'Nr;Låt;Artist;Album;Längd',
  'Nr;Kappale;Esittäjä;Albumi;Kesto',
  'Lp.;Utwór;Wykonawca;Album;Czas',
  'Č.;Skladba;Zpěvák;Album;Délka',
  'Ssz.;Cím;Előadó;Album;Hossz',
  'No;Şarkı;Sanatçı;Albüm;Süre',
  '№;Название песни;Имя исполнителя;Альбом;Длительность',
  '№;Назва;Виконавець;Альбом;Тривалість',
  'Α/Α;Τίτλος;Καλλιτέχνης;Άλμπουμ;Διάρκεια',
  'מס;שם השיר;אמן;אלבום;משך',
  'رقم;اسم الأغنية;الفنان;الألبوم;المدة',
  '番号;曲名;アーティスト名;アルバム;再生時間',
  '序号;歌名;歌手;专辑;时长',
  '번호;제목;가수;앨범;길이',
  'STT;Tên bài hát;Ca sĩ;Album;Thời lượng',
]

describe('headers are known in the languages that tables come in', () => {
  test.each(HEADERS)('%s', (header) => {
    const [playlist] = read(lines(header, '1;Salt;Mira;Tides;3:41', '2;Sand;Tolland;Shore;4:02'))
    expect(playlist?.entries).toMatchObject([
      { track: { title: 'Salt', artists: ['Mira'], album: 'Tides', durationMs: 221_000 } },
      { track: { title: 'Sand', artists: ['Tolland'], album: 'Shore', durationMs: 242_000 } },
    ])
  })

  test.each([
    ['ms_played', 'played'],
    ['endTime', 'listened'],
    ['artist_url', 'other'],
    ['Album Art URL', 'other'],
    ['user_id', 'other'],
    ['track_tag', 'other'],
    ['Time Signature', 'other'],
    ['Start Time', 'other'],
    ['Added by', 'other'],
    ['Date Added', 'added'],
    ['Release Year', 'year'],
    ['Album Artist', 'album-artist'],
    ['Track #', 'number'],
    ['動画 ID', 'id'],
    ['Harbour', undefined],
  ])('%s is %s', (header, meaning) => {
    expect(meaningOf(header)).toBe(meaning)
  })
})

test.each([
  ['clock', ['0:00:00', '0:04:10', '0:08:55', '0:13:01']],
  ['clock', ['07:00:15', '07:03:15']],
  ['clock', ['2:03 PM', '2:07 PM']],
  ['length', ['0:03:50', '0:03:00', '0:03:01']],
  ['flag', ['yes', 'no', '']],
  ['flag', ['TRUE', 'FALSE', 'TRUE']],
  ['uri', ['https://soundcloud.com/mira/salt', 'https://soundcloud.com/mira/sand']],
  ['address', ['https://mira.bandcamp.com/', 'https://tolland.bandcamp.com/']],
  ['address', ['spotify:artist:0LyfQWJT6nXafLPZqxe9Of']],
  ['address', ['https://example.org/a.jpg', 'https://example.org/b.jpg']],
  ['moment', ['27 Nov 2023 10:12', '1 Dec 2023, 09:00']],
  ['moment', ['5/18/2021 18:36', '10/29/2021 22:20']],
  ['moment', ['Mon May 23 13:14:33 2022']],
  ['date', ['27.11.2023', 'Nov 28, 2023']],
])('a column is of kind %s: %j', (kind, cells) => {
  expect(kindOfColumn(cells)).toBe(kind)
})

describe('nothing is lost in silence', () => {
  const notesOf = (text: string) => read(text)[0]?.notes.map(({ code }) => code)

  test.each([
    [
      'a title without any artist',
      lines('Title,Mood', 'Salt,calm', 'Sand,wild'),
      ['playlist.no-artist-column'],
    ],
    [
      'artists told by their content',
      lines('Title,Wrzzl', 'Salt,Mira', 'Sand,Tolland'),
      ['playlist.columns-guessed'],
    ],
    [
      'more cells than the header',
      lines('Title,Artist', 'Salt, Sand,Mira', 'Reef,Vale'),
      ['playlist.rows-uneven'],
    ],
    [
      'a cell of many lines',
      lines('Title,Artist', '"Salt\na\nb\nc\nd",Mira', 'Reef,Vale'),
      ['playlist.lines-in-one-row'],
    ],
    ['records', lines('Album,Artist', 'Tides,Mira'), ['playlist.list-of-releases']],
  ])('%s', (_, text, codes) => {
    expect(notesOf(text)).toEqual(codes)
  })

  test('lists of albums and artists beside lists of tracks are counted', () => {
    const text = lines(
      'Track name,Artist name,Album,Playlist name,Type,Spotify - id',
      'Salt,Mira,Tides,Liked,Favorite,3IG34cvkZhFu5pifHmTAV6',
      'Shore,Tolland,Shore,My Albums,Album,1LBaX90YupG7JKOHCWi4y0',
      'Vale,,,My Artists,Artist,2TwOrUcYnAlIiKmVQkkoSZ',
    )
    const playlists = read(text)
    expect(playlists).toMatchObject([
      {
        name: 'Liked',
        notes: [{ code: 'playlist.library-not-read', params: { albums: 1, artists: 1 } }],
      },
    ])
    expect(playlists).toHaveLength(1)
    expect(read(lines(...text.trim().split('\n').toSpliced(1, 1)))).toMatchObject([
      { entries: [{ uri: 'spotify:album:1LBaX90YupG7JKOHCWi4y0' }] },
      { entries: [{ uri: 'spotify:artist:2TwOrUcYnAlIiKmVQkkoSZ' }] },
    ])
  })

  test('only an address of the track itself is its own', () => {
    const [playlist] = read(
      lines(
        'title,artist,artist_url,cover,link',
        'Salt,Mira,https://mira.bandcamp.com/,https://img.example/1.jpg,https://mira.bandcamp.com/track/salt',
        'Sand,Mira,https://mira.bandcamp.com/,https://img.example/1.jpg,',
      ),
    )
    const uris = playlist?.entries.map((entry) => entry.kind === 'track' && entry.track.uri)
    expect(uris).toEqual(['https://mira.bandcamp.com/track/salt', undefined])
  })
})

test.each([
  ['lines', lines('Mira - Salt', 'Tolland - Sand'), ['Mira - Salt', 'Tolland - Sand']],
  [
    'lines in quotes under a head',
    lines('Song', '"Mira - Salt"', '"Tolland - Sand, Stone"'),
    ['Mira - Salt', 'Tolland - Sand, Stone'],
  ],
  ['titles', lines('Salt', 'Sand'), [' - Salt', ' - Sand']],
])('a table of one column is read as %s', (_, text, rows) => {
  expect(rowsOf(read(text)[0])).toEqual(rows)
})

test('the order of day and month is told from the whole column', () => {
  const moments = (...cells: readonly string[]) =>
    read(
      lines('Title,Artist,Added', ...cells.map((cell, at) => `Song ${at},Mira,${cell}`)),
    )[0]?.entries.map((entry) => entry.kind === 'track' && entry.track.addedAt)
  expect(moments('3/4/2021', '18/5/2021')).toEqual(['2021-04-03', '2021-05-18'])
  expect(moments('3/4/2021', '5/18/2021')).toEqual(['2021-03-04', '2021-05-18'])
})
