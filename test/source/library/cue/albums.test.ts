import { expect, test } from 'vitest'
import type { Recording } from '../../../../src/model/recording.ts'
import type { Library } from '../../../../src/source/library/library.ts'
import { cueBlock, flac, mp3 } from '../audio.ts'
import { TestFolder } from '../folder.ts'

const { signal } = new AbortController()

const sheet = (file: string, more = '') => `REM DATE 1999
REM GENRE "Folk"
PERFORMER "The Lanterns"
TITLE "Harbour Songs"
FILE "${file}" WAVE
  TRACK 01 AUDIO
    TITLE "First Light"
    ISRC GBAYE0601498
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Low Tide"
    PERFORMER "Ann Lee"
    INDEX 00 00:58:00
    INDEX 01 01:00:37
  TRACK 03 AUDIO
    TITLE "Ebb"
    PREGAP 00:02:00
    INDEX 01 02:00:00
${more}`

const titles = ['First Light', 'Low Tide', 'Ebb']
const album = flac({ album: 'Harbour Songs', title: 'Harbour Songs', seconds: 180 })

/** All that a search finds, by the numbers of tracks. */
async function listTracks(library: Library): Promise<readonly Recording[]> {
  const found = await library.search(
    { title: 'First Light Low Tide Ebb Harbour Songs', artists: [] },
    signal,
  )
  const number = ({ trackNumber = 0 }: Recording) => trackNumber
  return found.toSorted((a, b) => number(a) - number(b))
}

test('an album in one file is its tracks, with names, lengths and places', async () => {
  await using folder = await TestFolder.make({
    'a/Album.flac': album,
    'a/Album.cue': sheet('Album.flac'),
  })
  for (const _ of ['first', 'again']) {
    await using library = await folder.open()
    const path = folder.at('a/Album.flac')
    const all = { album: 'Harbour Songs', albumArtists: ['The Lanterns'], year: 1999 }
    const tags = {
      album: 'Harbour Songs',
      albumArtists: ['The Lanterns'],
      date: '1999',
      trackTotal: 3,
    }
    expect(await listTracks(library)).toMatchObject([
      {
        ...all,
        id: `${path}#1`,
        title: 'First Light',
        artists: ['The Lanterns'],
        isrc: 'GBAYE0601498',
        durationMs: 60_493,
        trackNumber: 1,
        media: { kind: 'file', path, segment: { track: 1, start: 0, end: 4537, rate: 75 } },
      },
      {
        ...all,
        id: `${path}#2`,
        title: 'Low Tide',
        artists: ['Ann Lee'],
        durationMs: 59_507,
        media: { segment: { track: 2, start: 4537, end: 9000, tags } },
      },
      {
        ...all,
        id: `${path}#3`,
        title: 'Ebb',
        durationMs: 60_000,
        media: { segment: { start: 9000, end: undefined, tags: { ...tags, genres: ['Folk'] } } },
      },
    ])
    expect(library.summary).toMatchObject({ files: 3, unreadable: [] })
  }
})

const named = { 'x.flac': album }
test.each<readonly [string, Readonly<Record<string, Buffer | string>>]>([
  ['under another ending', { ...named, 'a.cue': sheet('x.wav'), 'other.mp3': mp3() }],
  ['in another case', { ...named, 'a.cue': sheet('X.FLAC'), 'other.mp3': mp3() }],
  ['with a path of another machine', { ...named, 'a.cue': sheet('D:\\\\Rips\\x.flac') }],
  ['called like its sheet', { ...named, 'x.cue': sheet('CDImage.wav'), 'other.mp3': mp3() }],
  ['called like its sheet with its ending', { ...named, 'x.flac.cue': sheet('CDImage.wav') }],
  ['alone in its folder', { ...named, 'a.cue': sheet('CDImage.wav') }],
  ['in a folder of its own', { 'CD1/x.flac': album, 'a.cue': sheet('CD1\\x.flac') }],
  [
    'beside a sheet that does not fit',
    {
      ...named,
      'a.cue': sheet('x.flac', '  TRACK 04 AUDIO\n    INDEX 01 09:00:00\n'),
      'b.cue': sheet('x.flac'),
    },
  ],
  [
    'with data behind the music',
    { ...named, 'a.cue': sheet('x.flac', '  TRACK 04 MODE1/2352\n    INDEX 01 08:00:00\n') },
  ],
  [
    'with a sheet in its tags',
    { 'x.flac': flac({ seconds: 180, comments: [`CUESHEET=${sheet('y.wav')}`] }) },
  ],
  [
    'with the ends of lines of a Mac',
    { ...named, 'a.cue': sheet('x.flac').replaceAll('\n', '\r') },
  ],
])('an album %s is found', async (_, files) => {
  await using folder = await TestFolder.make(files)
  await using library = await folder.open()
  const found = (await listTracks(library)).filter(
    ({ media }) => media?.kind === 'file' && media.segment,
  )
  expect(found.map(({ title }) => title)).toEqual(titles)
})

test('FLAC tells places in a block of its own, and names in numbered tags', async () => {
  const block = cueBlock([0, 2_646_000, 5_292_000, 7_938_000], ['GBAYE0601498'])
  const comments = ['TITLE[1]=First Light', 'TITLE[2]=Low Tide', 'ARTIST[2]=Ann Lee']
  const facts = { album: 'Harbour Songs', artists: ['The Lanterns'], seconds: 180, comments }
  await using folder = await TestFolder.make({ 'x.flac': flac({ ...facts, cueBlock: block }) })
  await using library = await folder.open()
  const found = await library.search({ title: 'First Light Low Tide Track', artists: [] }, signal)
  const tracks = found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(tracks).toMatchObject([
    { title: 'First Light', artists: ['The Lanterns'], isrc: 'GBAYE0601498', durationMs: 60_000 },
    {
      title: 'Low Tide',
      artists: ['Ann Lee'],
      media: { segment: { start: 2_646_000, rate: 44_100 } },
    },
    { title: 'Track 03', artists: ['The Lanterns'], album: 'Harbour Songs', trackNumber: 3 },
  ])
})

test('a sheet of a file for each track names the files that have no tags', async () => {
  const lines = [1, 2, 3].map((number) => {
    // The pause before a track lies at the end of the file before it.
    const pause =
      number === 1
        ? ''
        : `  TRACK 0${number} AUDIO\n    TITLE "${titles[number - 1]}"\n    INDEX 00 00:58:00\n`
    const begin = number === 1 ? `  TRACK 01 AUDIO\n    TITLE "${titles[0]}"\n` : ''
    return `${pause}FILE "${number}.wav" WAVE\n${begin}    INDEX 01 00:00:00\n`
  })
  await using folder = await TestFolder.make({
    'a.cue': `PERFORMER "The Lanterns"\nTITLE "Harbour Songs"\n${lines.join('')}`,
    '1.flac': flac({ seconds: 60 }),
    '2.flac': flac({ title: 'Own Title Low Tide', seconds: 60 }),
    '3.flac': flac({ seconds: 60 }),
  })
  await using library = await folder.open()
  expect(await listTracks(library)).toMatchObject([
    { id: folder.at('1.flac'), title: 'First Light', artists: ['The Lanterns'], trackNumber: 1 },
    { id: folder.at('2.flac'), title: 'Own Title Low Tide', album: 'Harbour Songs' },
    { id: folder.at('3.flac'), title: 'Ebb', media: { kind: 'file', path: folder.at('3.flac') } },
  ])
  expect(library.summary.unreadable).toEqual([])
})

test.each([
  [
    'that fall',
    sheet('x.flac', '  TRACK 04 AUDIO\n    INDEX 01 01:30:00\n'),
    'source.sheet-times-wrong',
  ],
  [
    'that are none',
    sheet('x.flac', '  TRACK 04 AUDIO\n    INDEX 01 -1:30:00\n'),
    'source.sheet-times-wrong',
  ],
  [
    'past the end',
    sheet('x.flac', '  TRACK 04 AUDIO\n    INDEX 01 03:00:00\n'),
    'source.sheet-past-end',
  ],
  ['in a file that is not there', sheet('y.flac'), 'source.sheet-file-missing'],
  ['of no track', 'TITLE "Nothing"\n', 'source.sheet-empty'],
])('a sheet with times %s is told, and the album stays as it was', async (_, text, code) => {
  const files = { 'x.flac': album, 'other.mp3': mp3({ title: 'Other' }), 'a.cue': text }
  await using folder = await TestFolder.make(files)
  for (const _ of ['first', 'again']) {
    await using library = await folder.open()
    expect(library.summary.unreadable).toMatchObject([
      { path: folder.at('a.cue'), reason: { code } },
    ])
    const [found] = await library.search({ title: 'Harbour Songs', artists: [] }, signal)
    expect(found).toMatchObject({ id: folder.at('x.flac'), media: { path: folder.at('x.flac') } })
    expect(found?.media).not.toHaveProperty('segment')
  }
})

test('a sheet of a disc that lies there as files of its own is no damage', async () => {
  const files = { 'a.mp3': mp3(), 'b.mp3': mp3(), 'c.mp3': mp3(), 'disc.cue': sheet('CDImage.wav') }
  await using folder = await TestFolder.make(files)
  await using library = await folder.open()
  expect(library.summary).toMatchObject({ files: 3, unreadable: [] })
})

test.each([
  [
    'windows-1251',
    Buffer.from(sheet('x.flac').replace('Ebb', '~'), 'latin1'),
    'Тёмная ночь над морем',
  ],
  ['UTF-16', Buffer.from(`\ufeff${sheet('x.flac').replace('Ebb', '夜の海')}`, 'utf16le'), '夜の海'],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${sheet('x.flac').replace('Ebb', 'Café')}`), 'Café'],
])('a sheet in %s is read', async (encoding, bytes, title) => {
  const old = encoding === 'windows-1251' ? bytes.toString('latin1').split('~') : undefined
  const content = old
    ? Buffer.concat([Buffer.from(old[0] ?? ''), cyrillic(title), Buffer.from(old[1] ?? '')])
    : bytes
  await using folder = await TestFolder.make({ 'x.flac': album, 'x.cue': content })
  await using library = await folder.open()
  expect((await listTracks(library)).map((track) => track.title)).toContain(title)
})

/** In windows-1251 the letters follow each other as in Unicode. */
const cyrillic = (text: string) =>
  Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 0
      return letter === 'ё' ? 0xb8 : code >= 0x410 ? code - 0x410 + 0xc0 : code
    }),
  )

test('the location of such a file names none of its tracks, and that of a track names it', async () => {
  await using folder = await TestFolder.make({ 'x.flac': album, 'x.cue': sheet('x.flac') })
  await using library = await folder.open()
  const locate = (path: string) => library.locate({ title: '', artists: [], path }, signal)
  expect((await locate(folder.at('x.flac'))).map(({ location }) => location)).toEqual(
    Array(3).fill('name'),
  )
  const id = `${folder.at('x.flac')}#2`
  expect(await locate(id)).toMatchObject([{ id, title: 'Low Tide', location: 'file' }])
  expect(await locate(`${folder.at('x.flac')}#9`)).toEqual([])
})
