import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewInput } from '../../../src/api/contract.ts'
import { previewInputs } from '../../../src/app/playlists/preview.ts'
import { openStagedImports } from '../../../src/app/playlists/staged-imports.ts'
import { openUploads } from '../../../src/app/playlists/uploads.ts'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { makeZip } from '../../playlist/input/zip.ts'
import { makeWav } from '../../support/sound.ts'

/* What people drop or paste that is no playlist: what each is told, while the list beside it is read. */

const { signal } = new AbortController()
let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-ten-'))
  await mkdir(join(dir, 'Home', 'Music'), { recursive: true })
  await mkdir(join(dir, 'Home', '.secret'))
  await writeFile(join(dir, 'Home', 'Music', 'a.wav'), makeWav(1, 1))
  await writeFile(join(dir, 'Home', 'List.m3u8'), '#EXTM3U\n#EXTINF:1,Mira - Salt\nMusic/a.wav\n')
  await writeFile(join(dir, 'Home', '.secret', 'List.txt'), 'Mira - Salt\n')
  await writeFile(join(dir, 'Home', 'id_rsa'), 'Mira - Salt\n')
  await writeFile(join(dir, 'Out.m3u8'), 'x')
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const open = async () => ({
  uploads: await openUploads(join(dir, 'uploads')),
  stagedImports: await openStagedImports(join(dir, 'staged')),
  folders: new AllowedFolders([join(dir, 'Home')]),
  environment: { cacheDir: join(dir, 'cache'), processors: 1, offline: true },
})

/** Puts it in beside a list, and returns what is said of it. */
async function give(given: NewInput | { readonly name: string; readonly bytes: Uint8Array }) {
  const tools = await open()
  const upload = async (name: string, bytes: Uint8Array): Promise<NewInput> => ({
    kind: 'upload',
    ...(await tools.uploads.receive(name, [bytes] as never, signal)),
  })
  const input = 'kind' in given ? given : await upload(given.name, given.bytes)
  const list = await upload('Evening.txt', Buffer.from('Mira - Salt\nMira - Foam\n'))
  const { lists, refused, inputs } = await previewInputs([input, list], {}, tools, signal)
  return {
    lists,
    inputs,
    said: refused.map((each) => [each.at, each.reason.code, each.advice?.code]),
  }
}

const text = (words: string) => Buffer.from(words)
const hex = (digits: string) => Buffer.concat([Buffer.from(digits, 'hex'), Buffer.alloc(200)])

const workbook = () => makeZip({ 'xl/workbook.xml': '<x/>' })

const prose =
  'Hello there. I would like to keep my music, but I do not know how.\nCould you tell me, please?\nThank you very much indeed, and all the best.'

test.each<[string, string, () => Uint8Array | Promise<Uint8Array>, string, string]>([
  ['a PDF', 'Songs.pdf', () => text('%PDF-1.7\n1 0 obj'), 'other-kind', 'copy-songs-out'],
  ['a song', 'Salt.wav', () => makeWav(1, 1), 'other-kind', 'music-is-looked-through'],
  [
    'an MP3 without a tag',
    'Salt.mp3',
    () => hex('fffb9064'),
    'other-kind',
    'music-is-looked-through',
  ],
  ['a picture', 'List.png', () => hex('89504e470d0a1a0a'), 'other-kind', 'type-songs'],
  ['a program', 'setup.exe', () => hex('4d5a9000'), 'other-kind', 'give-list-file'],
  ['a workbook', 'Songs.xlsx', workbook, 'workbook', 'save-as-csv'],
  ['an empty file', 'Evening.csv', () => text(''), 'empty', 'export-again'],
  ['prose', '-', () => text(prose), 'prose', 'one-song-a-line'],
])('%s', async (_, name, bytes, reason, advice) => {
  const { said, lists } = await give({ name, bytes: await bytes() })
  expect(said).toEqual([[0, `playlist.${reason}`, `playlist.${advice}`]])
  expect(lists).toMatchObject([{ name: 'Evening', tracks: 2, notes: [] }])
})

const artist = 'https://open.spotify.com/artist/0000000000000000000001'

test.each([
  ['an artist', artist, 'link-to-no-playlist', 'give-list-link'],
  ['a song, offline', artist.replace('artist', 'track'), 'link-offline', 'give-file-or-go-online'],
  [
    'an album, offline',
    artist.replace('artist', 'album'),
    'link-offline',
    'give-file-or-go-online',
  ],
  ['a page', 'https://example.org/my-songs', 'service-unknown', 'give-file-or-titles'],
])('a link to %s', async (_, link, reason, advice) => {
  const { said, lists, inputs } = await give({ kind: 'link', link })
  expect(said).toEqual([[0, `playlist.${reason}`, `playlist.${advice}`]])
  expect(lists).toMatchObject([{ name: 'Evening' }])
  expect(inputs.map(({ kind }) => kind)).toEqual(['reading'])
})

test.each([
  ['of another system', () => 'C:\\Users\\Me\\List.m3u', 'playlist.path-elsewhere'],
  ['to nothing', () => join(dir, 'Home', 'None.m3u'), 'playlist.path-not-there'],
  ['outside', () => join(dir, 'Out.m3u8'), 'app.folder-outside'],
  ['outside, by its parents', () => `${dir}/Home/../Out.m3u8`, 'app.folder-outside'],
  ['that is hidden', () => join(dir, 'Home', '.secret', 'List.txt'), 'playlist.path-no-playlist'],
  ['to what is no list by name', () => join(dir, 'Home', 'id_rsa'), 'playlist.path-no-playlist'],
])('a path %s', async (_, path, code) => {
  const { said } = await give({ kind: 'path', path: path() })
  expect(said).toEqual([[0, code, 'playlist.choose-that-file']])
})

test('a path to a folder of music', async () => {
  const { said } = await give({ kind: 'path', path: join(dir, 'Home', 'Music') })
  expect(said).toEqual([[0, 'playlist.music-folder', 'playlist.name-music-folder']])
})

test.each([
  ['as it is', () => join(dir, 'Home', 'List.m3u8')],
  ['in quotes', () => `"${join(dir, 'Home', 'List.m3u8')}"`],
  ['as an address', () => `file://${join(dir, 'Home', 'List.m3u8')}`],
])('a path to a playlist is read: %s', async (_, path) => {
  const { said, lists } = await give({ kind: 'path', path: path() })
  expect(said).toEqual([])
  expect(lists.map(({ name }) => name)).toEqual(['List', 'Evening'])
})

test('what was read stays for who comes back, alone or with more', async () => {
  const tools = await open()
  const given = { kind: 'path', path: join(dir, 'Home', 'List.m3u8') } as const
  const first = await previewInputs([given], {}, tools, signal)
  expect(first.inputs).toMatchObject([{ kind: 'reading', name: 'List.m3u8' }])
  const again = await previewInputs(first.inputs, {}, tools, signal)
  expect(again.lists).toEqual(first.lists)
})

test('one that comes alone and is refused is refused', async () => {
  const tools = await open()
  const alone = previewInputs([{ kind: 'path', path: '/etc/passwd' }], {}, tools, signal)
  await expect(alone).rejects.toMatchObject({ reason: { code: 'app.folder-outside' } })
})
