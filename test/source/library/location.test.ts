import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { mp3 } from './audio.ts'
import { TestFolder } from './folder.ts'

const { signal } = new AbortController()
const folder = await TestFolder.make(
  Object.fromEntries(
    [
      'Ines Rowe/Tidal/01 Track 01.mp3',
      'Ines Rowe/Tidal/02 50% Proof #2.mp3',
      'Ines Rowe/Tidal/03 Café.mp3',
      'Ines Rowe/Tidal/100%25.mp3',
      'Ines Rowe/Hits/01 Intro.mp3',
      'Kite & Crane/Live/04 Glass.mp3',
      'Kite & Crane/Studio/04 Glass.mp3',
      'Kite & Crane/Studio/back\\slash.mp3',
      'Песни/Море/05 Берег.mp3',
      'Upper/Case/Song.mp3',
      'Upper/Case/SONG.mp3',
      'Only Here.mp3',
    ].map((name) => [name, mp3({ title: name, artists: ['Somebody'] })]),
  ),
)
const link = join(folder.path, 'linked')
await symlink(folder.music, link)
const outside = join(folder.path, 'outside')
await mkdir(outside)
await writeFile(join(outside, 'Elsewhere.mp3'), mp3({ title: 'Elsewhere' }))
await symlink(join(outside, 'Elsewhere.mp3'), folder.at('by another name.mp3'))
const library = await folder.open({ folders: [link] })
afterAll(async () => {
  await library[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

const locate = async (path: string, pathFolder?: string) => {
  const found = await library.locate({ title: '', artists: [], path, pathFolder }, signal)
  return found.map(({ id, location }) => `${location} ${id.replace(`${folder.music}/`, '')}`)
}

const TRACK = 'Ines Rowe/Tidal/01 Track 01.mp3'
const CAFE = 'Ines Rowe/Tidal/03 Café.mp3'

test.each([
  ['a path', folder.at(TRACK), TRACK],
  ['a path through a link', join(link, TRACK), TRACK],
  ['a path with dots', `${join(folder.music, 'x')}/../${TRACK}`, TRACK],
  ['an address', `file://${encodeURI(folder.at(TRACK))}`, TRACK],
  ['an address with a host', `file://localhost${encodeURI(folder.at(TRACK))}`, TRACK],
  ['an address with one slash', `FILE:${encodeURI(folder.at(TRACK))}`, TRACK],
  ['an address that forgot to escape', `file://${folder.at(TRACK)}`, TRACK],
  ['percent signs in a plain path', encodeURI(folder.at(TRACK)), TRACK],
  ['Windows-1252 behind percent signs', folder.at(CAFE).replace('é', '%E9'), CAFE],
  ['letters with their accents apart', folder.at(CAFE).normalize('NFD'), CAFE],
  ['other case', folder.at(CAFE).toUpperCase(), CAFE],
  ['the case that is written', folder.at('Upper/Case/SONG.mp3'), 'Upper/Case/SONG.mp3'],
  [
    'a percent sign that is one',
    folder.at('Ines Rowe/Tidal/100%25.mp3'),
    'Ines Rowe/Tidal/100%25.mp3',
  ],
  [
    'signs of an address in a name',
    `file://${folder.at('Ines Rowe/Tidal/02 50% Proof #2.mp3')}`,
    'Ines Rowe/Tidal/02 50% Proof #2.mp3',
  ],
  [
    'a backslash in a name',
    folder.at('Kite & Crane/Studio/back\\slash.mp3'),
    'Kite & Crane/Studio/back\\slash.mp3',
  ],
  ['a link to a file', folder.at('by another name.mp3'), join(outside, 'Elsewhere.mp3')],
])('%s names the very file', async (_, path, file) => {
  expect(await locate(path)).toEqual([`file ${file}`])
})

test('a relative path starts in the folder of its list', async () => {
  expect(await locate('04 Glass.mp3', folder.at('Kite & Crane/Live'))).toEqual([
    'file Kite & Crane/Live/04 Glass.mp3',
  ])
  expect(await locate('..\\Studio\\04 glass.mp3', folder.at('Kite & Crane/Live'))).toEqual([
    'file Kite & Crane/Studio/04 Glass.mp3',
  ])
})

test.each([
  ['another root', `/mnt/old/${TRACK}`, TRACK],
  ['a drive of Windows', `D:\\Musik\\${TRACK.replaceAll('/', '\\')}`, TRACK],
  ['a share', `\\\\nas\\music\\${TRACK.replaceAll('/', '\\')}`, TRACK],
  ['an address of Windows', `file:///C:/Users/i/Music/${encodeURI(TRACK)}`, TRACK],
  ['an address of a share', `smb://nas/music/${encodeURI(TRACK)}`, TRACK],
  ['another script', '/old/Песни/Море/05 Берег.mp3', 'Песни/Море/05 Берег.mp3'],
  ['a path from the library on', TRACK, TRACK],
  ['folder and name', 'Tidal/01 Track 01.mp3', TRACK],
  ['an artist that is written in another way', '/old/Rowe/Tidal/01 Track 01.mp3', TRACK],
  ['both forms of the accent', `/old/${CAFE.normalize('NFD')}`, CAFE],
])('%s ends alike', async (_, path, file) => {
  expect(await locate(path)).toEqual([`ending ${file}`])
})

test.each([
  [
    'folders of another artist above',
    '/old/Somebody Else/Hits/01 Intro.mp3',
    ['name Ines Rowe/Hits/01 Intro.mp3'],
  ],
  ['another folder', '/old/Only Here.mp3', ['name Only Here.mp3']],
  ['a name alone', 'Only Here.mp3', ['name Only Here.mp3']],
  ['a name that two files have', '/old/04 Glass.mp3', []],
  ['a name that none has', '/old/Nothing.mp3', []],
  ['no name', '///', []],
  ['a place outside', '/etc/passwd', []],
])('%s: only what is sure', async (_, path, found) => {
  expect(await locate(path)).toEqual(found)
})

test('a search gives what is named first, and the others beside it', async () => {
  const track = { title: '04 Glass', artists: [], path: '/old/Kite & Crane/Live/04 Glass.mp3' }
  const [first, ...others] = await library.search(track, signal)
  expect(first).toMatchObject({
    location: 'ending',
    id: folder.at('Kite & Crane/Live/04 Glass.mp3'),
  })
  expect(others.map(({ location }) => location)).not.toContain('ending')
  expect(others.map(({ id }) => id)).toContain(folder.at('Kite & Crane/Studio/04 Glass.mp3'))
})
